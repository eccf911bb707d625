"""Quotations: sentences that hold some figures, each once, with a link at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from report_browser.findings.records import FigureRecord


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence in parts, those that are figures with their records; together they are the sentence."""

    parts: tuple[tuple[str, FigureRecord | None], ...]
    records: tuple[FigureRecord, ...]


def quote(reading: str, records: Sequence[FigureRecord]) -> tuple[Quotation, ...]:
    """The sentences of some figures that are given in text order."""
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
