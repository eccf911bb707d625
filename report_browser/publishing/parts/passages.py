"""Passages: the paragraphs of one page as they are shown, with their marks and the notes to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from report_browser.findings.records import EditRecord, FigureRecord, MeasureRecord
from report_browser.findings.report import Comparison, Report
from report_browser.findings.terms import Mention
from report_browser.outline.outline import Paragraph
from report_browser.publishing.parts.annotation import Mark, Node, annotate
from report_browser.text.edition import Edition, EditKind
from report_browser.text.mechanical import UNNOTED
from report_browser.text.span import Span

# Which of two marks on the same words is outside: a sentence holds documents, they hold terms, and so on inwards.
_RANKS = {"sentence": 0, "measure": 1, "term": 2, "figure": 3, "repair": 4, "doubt": 4, "blank": 5, "page": 6}

_NOTED = ("figure", "repair", "doubt", "term")


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a mark: beside the text, under the paragraph, or behind the section in print."""

    key: int  # in the paragraph, from 1
    number: int  # on the page, from 1; 0 for a term, and for a repair made before on this page
    kind: str
    records: tuple[FigureRecord | EditRecord | Mention, ...]
    repeated: bool = False  # a repair made before on this page has its note there
    change: bool = False  # whether the records are one figure before and after


@dataclass(frozen=True, slots=True)
class Shown:
    """A record in the running text: the notes that open with it, and the one that stands beside it, if any."""

    record: Any  # a figure's, edit's or measure's record, a term's mention, or None for a sentence
    keys: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()  # on the page, of the notes that are made here
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its reading and its source, both as annotated text, and its notes."""

    paragraph: str  # its id
    prefix: str
    reading: tuple[Node | str, ...]
    source: tuple[Node | str, ...]
    notes: tuple[Note, ...]
    repaired: bool

    @property
    def id(self) -> str:
        """The id on the page that shows it."""
        return self.prefix + self.paragraph


@dataclass(frozen=True)
class Marks:
    """All marks of a reading, in text order, ready to be cut into paragraphs."""

    edition: Edition
    edits: tuple[EditRecord, ...]
    marks: tuple[Mark, ...]
    comparisons: Mapping[str, Comparison]  # by figure id

    def within(self, span: Span) -> list[Mark]:
        """The marks that begin in a span of the reading."""
        first, last = (bisect_left(self._starts, end) for end in (span.start, span.end))
        return list(self.marks[first:last])

    @cached_property
    def _source_starts(self) -> list[int]:
        return [record.edit.span.start for record in self.edits]

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.span.start for mark in self.marks]

    def source_marks(self, span: Span) -> list[Mark]:
        """The edits of a span of the source, as marks on the source's own words."""
        first, last = (bisect_left(self._source_starts, end) for end in (span.start, span.end))
        shown = (record for record in self.edits[first:last] if record.edit.kind not in UNNOTED)
        return [Mark(record.edit.span, _RANKS[_kind(record)], _kind(record), Shown(record)) for record in shown]


def collect_marks(report: Report) -> Marks:
    """Every mark that any page shows."""
    found = [
        *_figure_marks(report.figures),
        *(
            _mark(_settle(record.reading, report), _kind(record), record)
            for record in report.edits
            if record.edit.kind not in UNNOTED
        ),
        *(_mark(_measure_span(record), "measure", record) for record in report.measures),
        *(_mark(mention.span, "term", mention) for mention in report.mentions),
    ]
    marks = tuple(sorted(found, key=lambda mark: mark.order))
    return Marks(report.edition, report.edits, marks, report.comparisons)


def _settle(span: Span, report: Report) -> Span:
    """Where a mark is shown: one between two paragraphs, as page marks may be, goes to the beginning of the next."""
    if span:
        return span
    places = report.outline.settled
    following = bisect_right(places, span.start, key=lambda place: place.end)
    place = places[min(following, len(places) - 1)]
    at = max(span.start, place.start) if following < len(places) else place.end - 1
    return Span(at, at)


def _mark(span: Span, kind: str, record: Any) -> Mark:
    return Mark(span, _RANKS[kind], kind, record)


def _figure_marks(figures: Iterable[FigureRecord]) -> Iterator[Mark]:
    sentences: set[Span] = set()
    for record in figures:
        number, unit = record.figure.number, record.figure.unit_span
        end = unit.end if unit and unit.start >= number.start else number.end
        yield _mark(Span(number.start, max(end, number.end)), "figure", record)
        if record.figure.sentence not in sentences:
            sentences.add(record.figure.sentence)
            yield _mark(record.figure.sentence, "sentence", None)


def _measure_span(record: MeasureRecord) -> Span:
    """Documents and honours by their names; of an item its marker alone, since it may hold anything."""
    measure = record.measure
    return Span(measure.span.start, measure.title.start) if measure.kind == "item" else measure.title


def _kind(record: EditRecord) -> str:
    if record.edit.kind == EditKind.BLOCK_MARK:
        return "page"
    if record.changes:
        return "repair"
    return "blank" if record.edit.kind == EditKind.REDACTION else "doubt"


class Passages:
    """The passages of one page, in order: numbers its notes, and remembers what was said on it before."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._numbers = count(1)
        self._said: set[object] = set()

    def passage(self, paragraph: Paragraph, prefix: str = "") -> Passage:
        """The paragraph as this page shows it; call in reading order.

        `prefix` keeps ids apart where a page repeats what has its own page elsewhere.
        """
        marks = [mark for mark in self._marks.within(paragraph.span) if self._is_new(mark)]
        notes = self._notes(marks)
        shown = [Mark(mark.span, mark.rank, mark.kind, _shown(mark, marks, notes)) for mark in marks]
        source = self._marks.edition.to_source(paragraph.span)
        return Passage(
            paragraph.id,
            prefix,
            annotate(self._marks.edition.reading, paragraph.span, shown),
            annotate(self._marks.edition.source, source, self._marks.source_marks(source)),
            tuple(dict.fromkeys(notes.values())),
            any(mark.kind == "repair" for mark in marks),
        )

    def inline(self, span: Span) -> tuple[Node | str, ...]:
        """A heading's words with their marks, without notes."""
        marks = [mark for mark in self._marks.within(span) if mark.kind in ("repair", "doubt", "blank", "page")]
        shown = [Mark(mark.span, mark.rank, mark.kind, Shown(mark.record)) for mark in marks]
        return annotate(self._marks.edition.reading, span, shown)

    def _is_new(self, mark: Mark) -> bool:
        """Only the first mention of a term on a page is marked."""
        if not isinstance(mark.record, Mention):
            return True
        key = ("term", mark.record.term.id)
        new = key not in self._said
        self._said.add(key)
        return new

    def _notes(self, marks: list[Mark]) -> dict[int, Note]:
        """Notes by the position of their mark; marks that say the same share one."""
        notes: dict[int, Note] = {}
        said: dict[object, Note] = {}
        for at, mark in enumerate(marks):
            if mark.kind not in _NOTED:
                continue
            same = self._saying(mark)
            if same not in said:
                said[same] = self._note(len(said) + 1, mark, same)
            notes[at] = said[same]
        return notes

    def _saying(self, mark: Mark) -> object:
        record = mark.record
        if isinstance(record, FigureRecord):
            return tuple(one.id for one in self._comparison(record).records)
        if isinstance(record, EditRecord):
            return record.was, record.edit.replacement, record.edit.reason
        return record

    def _comparison(self, record: FigureRecord) -> Comparison:
        return self._marks.comparisons.get(record.id, Comparison("list", (record,)))

    def _note(self, key: int, mark: Mark, saying: object) -> Note:
        record = mark.record
        if isinstance(record, FigureRecord):
            comparison = self._comparison(record)
            change = comparison.kind == "change"
            return Note(key, next(self._numbers), mark.kind, comparison.records, change=change)
        repeated = saying in self._said
        self._said.add(saying)
        number = 0 if repeated or isinstance(record, Mention) else next(self._numbers)
        return Note(key, number, mark.kind, (record,), repeated)


def _shown(mark: Mark, marks: list[Mark], notes: dict[int, Note]) -> Shown:
    """A mark with its notes: its own and, since a reader opens them together, those of the marks inside it."""
    at = marks.index(mark)
    inside = [other for other, one in enumerate(marks) if other in notes and one.span in mark.span]
    made = [other for other in inside if not notes[other].repeated and _is_first(other, notes)]
    return Shown(
        mark.record,
        tuple(dict.fromkeys(notes[other].key for other in inside)) if at in notes else (),
        tuple(notes[other].number for other in made if notes[other].number),
        notes[at] if at in made else None,
    )


def _is_first(at: int, notes: dict[int, Note]) -> bool:
    return all(notes[other] is not notes[at] for other in notes if other < at)
