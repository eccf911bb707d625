"""The policy measures (举措), documents and honours, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from report_browser.findings.records import FigureRecord, MeasureRecord
from report_browser.findings.report import Report
from report_browser.outline.outline import Section
from report_browser.publishing.pages.page import Page
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """One measure as the page shows it. Words are empty and records None where the text has nothing."""

    record: MeasureRecord
    before: str  # its sentence up to it
    words: str
    after: str  # and behind it
    details: tuple[tuple[str, str], ...]  # names in `words.j2` and what is printed
    amount: FigureRecord | None
    document: MeasureRecord | None  # that orders it


def measures_page(report: Report) -> Page:
    """Measures by section; the page filters them by kind and status."""
    entries = [_entry(report, record) for record in report.measures]
    sections = [(section, tuple(found)) for section, found in groupby(entries, key=_section)]
    kinds = dict.fromkeys(record.measure.kind for record in report.measures)
    statuses = dict.fromkeys(record.measure.status for record in report.measures if record.measure.status)
    values = {"sections": sections, "kinds_found": list(kinds), "statuses_found": list(statuses)}
    return Page("measures", "measures", "举措", values, kicker=report.title, cited="举措")


def _section(entry: MeasureEntry) -> Section:
    return entry.record.place.section


def _entry(report: Report, record: MeasureRecord) -> MeasureEntry:
    text, measure = report.edition.reading, record.measure
    sentence = Span(record.sentence.start, max(record.sentence.end, measure.span.end))
    return MeasureEntry(
        record,
        _shortened(text[sentence.start : measure.span.start][::-1])[::-1],
        measure.span.of(text),
        _shortened(text[measure.span.end : sentence.end]),
        tuple(_details(text, record)),
        report.figures_by_number.get(measure.amount) if measure.amount else None,
        report.measures_by_span.get(measure.part_of) if measure.part_of else None,
    )


def _shortened(words: str) -> str:
    """Words cut at the end where they are long."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


_LONGEST = 120  # characters of a sentence on either side of its measure
_PARTS = ("actor", "target", "means", "group")


def _details(text: str, record: MeasureRecord) -> Iterator[tuple[str, str]]:
    measure = record.measure
    for name in _PARTS:
        span: Span = attrgetter(name)(measure)
        if span:
            yield ("inherited" if name == "actor" and measure.inherited else name), "".join(span.of(text).split())
    if measure.period:
        yield "period", measure.period
