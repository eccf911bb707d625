"""Contents: the rows of the table of contents, and the counts and source pages of any piece of the reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from report_browser.findings.records import EditRecord, blocks_of
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses, SectionPage
from report_browser.text.edition import EditKind
from report_browser.text.mechanical import UNNOTED
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of three kinds begin in a piece of the reading."""

    figures: int
    measures: int
    repairs: int


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One row of the table of contents: a section that has its own page."""

    id: str
    name: str
    english: str  # empty where there is none
    heads: bool  # whether it is a chapter whose sections have their own rows
    pages: str  # of the source, e.g. `3–5`; empty where the source has no page marks
    counts: Counts


@dataclass(frozen=True)
class TableOfContents:
    """Counts of one report, section by section. All spans are of the reading."""

    report: Report
    addresses: Addresses

    def rows(self) -> tuple[ContentsRow, ...]:
        """One row for each section page, in reading order."""
        return tuple(self._row(page) for page in self.addresses.pages)

    def counts(self, span: Span) -> Counts:
        """How many figures, measures and repairs begin in a span."""
        return Counts(*(bisect_left(at, span.end) - bisect_left(at, span.start) for at in self._starts))

    def source_pages(self, span: Span) -> str:
        """The source's pages that a span is from, `第 3–5 页`; empty where the source has no page marks."""
        pages = blocks_of(self.page_marks, span)
        if not pages:
            return ""
        return f"第 {pages[0]} 页" if len(pages) == 1 else f"第 {pages[0]}–{pages[-1]} 页"

    def original(self, span: Span) -> str:
        """What the source prints at a heading; empty where only punctuation and page marks differ from the reading."""
        changed = [record for record in self.report.edits if record.reading in span and record.changes]
        repaired = any(record.edit.kind not in (*UNNOTED, EditKind.BLOCK_MARK) for record in changed)
        return self.report.edition.to_source(span).of(self.report.source.text) if repaired else ""

    @cached_property
    def page_marks(self) -> tuple[EditRecord, ...]:
        """The source's page marks, in text order."""
        return tuple(record for record in self.report.edits if record.edit.kind == EditKind.BLOCK_MARK)

    @cached_property
    def _starts(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Where figures, measures and repairs begin, each in text order."""
        return (
            [record.figure.number.start for record in self.report.figures],
            [record.measure.span.start for record in self.report.measures],
            [record.reading.start for record in self.report.repairs],
        )

    def _row(self, page: SectionPage) -> ContentsRow:
        section = page.section
        return ContentsRow(
            section.id,
            self.addresses.name(section),
            self.report.english.sections.get(section.id, ""),
            heads=bool(page.children),
            pages=self.source_pages(section.span).strip("第页 "),
            counts=self.counts(section.span),
        )
