"""Passages: the paragraphs and headings of one page, annotated with their marks and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report_browser.findings.terms import Mention
from report_browser.outline.outline import Paragraph
from report_browser.publishing.parts.annotation import Mark, MarkKind, Node, annotate
from report_browser.publishing.parts.marks import EDIT_KINDS, Marks
from report_browser.publishing.parts.notes import Note, NoteNumbering
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class MarkedRecord:
    """The record of a mark in the reading, with the notes that belong to the mark."""

    record: object  # a record, a term's mention, or None for a sentence
    keys: tuple[int, ...] = ()  # of the notes that open when a reader taps the mark
    numbers: tuple[int, ...] = ()  # of the notes that first appear at this mark, as printed behind it
    note: Note | None = None  # the note to set beside the text here; None where it stands elsewhere or there is none


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as a page shows it."""

    paragraph: str  # its id
    prefix: str  # before the id, on a page that repeats paragraphs of other pages; empty elsewhere
    reading: tuple[Node | str, ...]
    source: tuple[Node | str, ...]
    notes: tuple[Note, ...]
    repaired: bool  # whether reading and source differ by more than punctuation and page marks

    @property
    def id(self) -> str:
        """The id of the paragraph on the page that shows it."""
        return self.prefix + self.paragraph


class Passages:
    """Makes the passages of one page. Paragraphs must come in reading order: notes are numbered through."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._numbering = NoteNumbering(marks.comparisons)
        self._terms: set[str] = set()  # ids of those that the page has mentioned

    def passage(self, paragraph: Paragraph, prefix: str = "") -> Passage:
        """The next paragraph of the page; `prefix` is put before its id."""
        marks = [mark for mark in self._marks.in_reading(paragraph.span) if self._is_first_mention(mark)]
        notes = self._numbering.notes(marks)
        records = _with_notes(marks, notes)
        noted = [replace(mark, record=record) for mark, record in zip(marks, records, strict=True)]
        source = self._marks.edition.to_source(paragraph.span)
        return Passage(
            paragraph.id,
            prefix,
            annotate(self._marks.edition.reading, paragraph.span, noted),
            annotate(self._marks.edition.source, source, self._marks.in_source(source)),
            tuple(dict.fromkeys(notes.values())),
            any(mark.kind == MarkKind.REPAIR for mark in marks),
        )

    def heading(self, span: Span) -> tuple[Node | str, ...]:
        """A heading's words with their edits marked, without notes; empty for an empty span."""
        edits = [mark for mark in self._marks.in_reading(span) if mark.kind in EDIT_KINDS]
        marks = [replace(mark, record=MarkedRecord(mark.record)) for mark in edits]
        return annotate(self._marks.edition.reading, span, marks)

    def _is_first_mention(self, mark: Mark) -> bool:
        """False for a term that the page has mentioned before; only the first mention is marked."""
        if not isinstance(mark.record, Mention):
            return True
        term = mark.record.term.id
        first = term not in self._terms
        self._terms.add(term)
        return first


def _with_notes(marks: Sequence[Mark], notes: Mapping[int, Note]) -> Iterator[MarkedRecord]:
    """The records of a paragraph's marks, each with its own notes and those of the marks inside it."""
    first = set({id(note): at for at, note in reversed(list(notes.items()))}.values())
    for position, mark in enumerate(marks):
        if position not in notes:
            yield MarkedRecord(mark.record)
            continue
        inside = [at for at in _inside(marks, position) if at in notes]
        new = [at for at in inside if not notes[at].repeated and at in first]
        yield MarkedRecord(
            mark.record,
            tuple(dict.fromkeys(notes[at].key for at in inside)),
            tuple(notes[at].number for at in new if notes[at].number),
            notes[position] if position in new else None,
        )


def _inside(marks: Sequence[Mark], position: int) -> Iterator[int]:
    """The positions of the marks within the span of one, itself included; marks are in their order."""
    mark, at = marks[position], position
    while at and marks[at - 1].span.start == mark.span.start:
        at -= 1
    while at < len(marks) and marks[at].span.start <= mark.span.end:
        if marks[at].span in mark.span:
            yield at
        at += 1
