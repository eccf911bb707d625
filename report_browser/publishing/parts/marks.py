"""Marks: everything that any page marks in the reading, sorted once, so that each page can take its share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from report_browser.findings.records import EditRecord, FigureRecord
from report_browser.findings.report import Comparison, Report
from report_browser.publishing.parts.annotation import Mark, MarkKind
from report_browser.text.edition import Edition, EditKind
from report_browser.text.mechanical import UNNOTED
from report_browser.text.span import Span

EDIT_KINDS = frozenset({MarkKind.REPAIR, MarkKind.DOUBT, MarkKind.BLANK, MarkKind.PAGE})


@dataclass(frozen=True)
class Marks:
    """All marks of one report. The record of a mark is a record, a term's mention, or None for a sentence."""

    edition: Edition
    on_reading: tuple[Mark, ...]  # in text order
    on_source: tuple[Mark, ...]  # the edits again, where they stand in the source, in text order
    comparisons: Mapping[str, Comparison]  # by figure id

    def in_reading(self, span: Span) -> list[Mark]:
        """The marks that begin in a span of the reading."""
        return _beginning_in(self.on_reading, self._reading_starts, span)

    def in_source(self, span: Span) -> list[Mark]:
        """The edits that begin in a span of the source."""
        return _beginning_in(self.on_source, self._source_starts, span)

    @cached_property
    def _reading_starts(self) -> list[int]:
        return [mark.span.start for mark in self.on_reading]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [mark.span.start for mark in self.on_source]


def collect_marks(report: Report) -> Marks:
    """The marks of a report: figures and their sentences, items, measures, mentions of terms, and edits that have a note."""
    edits = [record for record in report.edits if record.edit.kind not in UNNOTED]
    marks = [
        *_figure_marks(report.figures),
        *(Mark(_place_in_text(record.reading, report), _kind_of_edit(record), record) for record in edits),
        *(Mark(record.measure.span, MarkKind.MEASURE, record) for record in report.measures),
        *(Mark(item.marker, MarkKind.ITEM, item) for section in report.outline.all_sections for item in section.items),
        *(Mark(mention.span, MarkKind.TERM, mention) for mention in report.mentions),
    ]
    in_order = tuple(sorted(marks, key=lambda mark: mark.order))
    on_source = tuple(Mark(record.edit.span, _kind_of_edit(record), record) for record in edits)
    return Marks(report.edition, in_order, on_source, report.comparisons)


def _beginning_in(marks: Sequence[Mark], starts: Sequence[int], span: Span) -> list[Mark]:
    return list(marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def _place_in_text(span: Span, report: Report) -> Span:
    """The span of an edit; an empty one between two paragraphs, as page marks leave, moves to where the next begins."""
    if span:
        return span
    places = report.outline.settled
    following = bisect_right(places, span.start, key=lambda place: place.end)
    place = places[min(following, len(places) - 1)]
    at = max(span.start, place.start) if following < len(places) else place.end - 1
    return Span(at, at)


def _figure_marks(figures: Iterable[FigureRecord]) -> Iterator[Mark]:
    """A mark on each figure's number and unit, and one on each sentence that holds a figure."""
    sentences: set[Span] = set()
    for record in figures:
        number, unit = record.figure.number, record.figure.unit_span
        end = unit.end if unit and unit.start >= number.start else number.end
        yield Mark(Span(number.start, max(end, number.end)), MarkKind.FIGURE, record)
        if record.figure.sentence not in sentences:
            sentences.add(record.figure.sentence)
            yield Mark(record.figure.sentence, MarkKind.SENTENCE)


def _kind_of_edit(record: EditRecord) -> MarkKind:
    if record.edit.kind == EditKind.BLOCK_MARK:
        return MarkKind.PAGE
    if record.changes:
        return MarkKind.REPAIR
    return MarkKind.BLANK if record.edit.kind == EditKind.REDACTION else MarkKind.DOUBT
