"""Quotations: the sentences in which given figures stand, cut up so that each figure can be a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from report_browser.figures.figure import Figure
from report_browser.findings.records import FigureRecord


@dataclass(frozen=True, slots=True)
class Quotation:
    """One sentence and the given figures in it."""

    parts: tuple[tuple[str, FigureRecord | None], ...]  # its text in pieces, each with its figure or None
    records: tuple[FigureRecord, ...]  # in text order


def quote(reading: str, records: Sequence[FigureRecord]) -> tuple[Quotation, ...]:
    """The sentences of figures that are given in text order; a sentence with several of them stands once."""
    groups = (tuple(group) for _, group in groupby(records, key=lambda record: record.figure.sentence))
    return tuple(Quotation(tuple(_parts(reading, group)), group) for group in groups)


def _parts(reading: str, records: Sequence[FigureRecord]) -> Iterator[tuple[str, FigureRecord | None]]:
    sentence = records[0].figure.sentence
    at = sentence.start
    for record in records:
        phrase = record.figure.phrase
        yield reading[at : max(phrase.start, at)], None
        yield reading[max(phrase.start, at) : phrase.end], record
        at = phrase.end
    yield reading[at : sentence.end], None


def excerpt(reading: str, figure: Figure) -> str:
    """A figure's sentence, or what stands around the figure in a long one, with … where something is left out.

    Each row of a sentence with very many figures would repeat all of it.
    """
    start = max(figure.sentence.start, figure.number.start - _LONGEST_SENTENCE // 2)
    end = min(figure.sentence.end, start + _LONGEST_SENTENCE)
    before = "…" if start > figure.sentence.start else ""
    return f"{before}{reading[start:end]}{'…' if end < figure.sentence.end else ''}"


_LONGEST_SENTENCE = 400  # characters in a row of data
