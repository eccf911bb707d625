"""Notes: what the edition says of a figure, an edit or a term, numbered page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from report_browser.findings.records import EditRecord, FigureRecord
from report_browser.findings.report import Comparison
from report_browser.findings.terms import Mention
from report_browser.publishing.parts.annotation import Mark, MarkKind

Noted = FigureRecord | EditRecord | Mention  # the records that have notes


@dataclass(frozen=True, slots=True)
class Note:
    """One note. A page shows it beside the text and under the paragraph; print shows it behind the section."""

    key: int  # its position among the notes of its paragraph, from 1
    number: int  # its printed number on the page, from 1; 0 for a term and for a repeated note
    kind: MarkKind
    records: tuple[Noted, ...]  # several where the text compares figures with each other
    repeated: bool = False  # whether an earlier paragraph of the page has a note on the same repair
    change: bool = False  # whether the records are one figure before and after


class NoteNumbering:
    """Makes the notes of one page. Paragraphs must come in reading order: numbers go on from one to the next."""

    def __init__(self, comparisons: Mapping[str, Comparison]) -> None:
        self._comparisons = comparisons  # by figure id
        self._numbers = count(1)
        self._said: set[object] = set()

    def notes(self, marks: Sequence[Mark]) -> dict[int, Note]:
        """The notes of one paragraph by the positions of their marks; marks that mean the same share one note.

        Marks without a note (sentences, measures, blanks, page marks) are left out.
        """
        by_position: dict[int, Note] = {}
        by_meaning: dict[object, Note] = {}
        for position, mark in enumerate(marks):
            if not (mark.kind in _NOTED_KINDS and isinstance(mark.record, Noted)):
                continue
            meaning = self._meaning(mark.record)
            if meaning not in by_meaning:
                by_meaning[meaning] = self._note(len(by_meaning) + 1, mark.kind, mark.record, meaning)
            by_position[position] = by_meaning[meaning]
        return by_position

    def _meaning(self, record: Noted) -> object:
        """What two records share that need only one note: figures the comparison, edits the words and the reason."""
        if isinstance(record, FigureRecord):
            comparison = self._comparison(record)
            return comparison.kind, comparison.records[0].id  # a figure opens one comparison of each kind at most
        if isinstance(record, EditRecord):
            return record.was, record.edit.replacement, record.edit.reason
        return record

    def _comparison(self, record: FigureRecord) -> Comparison:
        return self._comparisons.get(record.id, Comparison("list", (record,)))

    def _note(self, key: int, kind: MarkKind, record: Noted, meaning: object) -> Note:
        if isinstance(record, FigureRecord):
            comparison = self._comparison(record)
            change = comparison.kind == "change"
            return Note(key, next(self._numbers), kind, comparison.records, change=change)
        repeated = meaning in self._said
        self._said.add(meaning)
        number = 0 if repeated or isinstance(record, Mention) else next(self._numbers)
        return Note(key, number, kind, (record,), repeated)


_NOTED_KINDS = frozenset({MarkKind.FIGURE, MarkKind.REPAIR, MarkKind.DOUBT, MarkKind.TERM})
