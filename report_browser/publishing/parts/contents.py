"""The survey: how much of everything a stretch of the report has, for the line under a title and for tables of contents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from report_browser.findings.records import EditRecord, blocks_of
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses, SectionPage
from report_browser.text.edition import EditKind
from report_browser.text.mechanical import UNNOTED
from report_browser.text.span import Span


@dataclass(frozen=True)
class Survey:
    """Counts and page numbers of one report; spans are of the reading."""

    report: Report
    addresses: Addresses

    def contents(self) -> list[dict[str, Any]]:
        """One row for each section page, in reading order."""
        return [self._row(page) for page in self.addresses.pages]

    def counts(self, span: Span) -> dict[str, int]:
        """How many records of each kind begin in a span of the reading."""
        return {kind: bisect_left(at, span.end) - bisect_left(at, span.start) for kind, at in self._starts.items()}

    @cached_property
    def _page_marks(self) -> tuple[EditRecord, ...]:
        return tuple(record for record in self.report.edits if record.edit.kind == EditKind.BLOCK_MARK)

    @cached_property
    def _starts(self) -> Mapping[str, list[int]]:
        return {
            "figures": [record.figure.number.start for record in self.report.figures],
            "measures": [record.measure.span.start for record in self.report.measures],
            "repairs": [record.reading.start for record in self.report.repairs],
        }

    def source_pages(self, span: Span) -> str:
        pages = blocks_of(self._page_marks, span)
        if not pages:
            return ""
        return f"第 {pages[0]} 页" if len(pages) == 1 else f"第 {pages[0]}–{pages[-1]} 页"

    def _row(self, page: SectionPage) -> dict[str, Any]:
        return {
            "id": page.section.id,
            "name": self.addresses.name(page.section),
            "english": self.report.english.sections.get(page.section.id, ""),
            "heads": bool(page.children),
            "pages": self.source_pages(page.section.span).strip("第页 "),
            "counts": self.counts(page.section.span),
        }

    def original(self, span: Span) -> str:
        """What the source prints in a heading, where the reading differs by more than punctuation."""
        repaired = [record for record in self.report.edits if record.reading in span and record.changes]
        noted = any(record.edit.kind not in (*UNNOTED, EditKind.BLOCK_MARK) for record in repaired)
        return self.report.edition.to_source(span).of(self.report.source.text) if noted else ""
