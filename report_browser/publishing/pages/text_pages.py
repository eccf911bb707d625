"""Text pages: the report's own words, a page for each section and chapter, and one for the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from report_browser.findings.report import Report
from report_browser.outline.outline import Section
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses, SectionPage
from report_browser.publishing.parts.contents import Survey
from report_browser.publishing.parts.passages import Marks, Passage, Passages
from report_browser.text.edition import EditKind
from report_browser.text.span import Span


@dataclass(frozen=True)
class Part:
    """One section as a page shows it."""

    section: Section
    level: int  # of its heading, 1 to 6
    marker: tuple[Any, ...]  # annotated, as the title
    title: tuple[Any, ...]
    passages: tuple[Passage, ...]
    children: tuple[Mapping[str, str], ...]
    prefix: str
    truncated: bool


@dataclass(frozen=True)
class TextPages:
    """Makes the text pages of one report."""

    report: Report
    addresses: Addresses
    marks: Marks
    survey: Survey

    def section(self, page: SectionPage) -> Page:
        """A section with its finer sections; a chapter also repeats the sections that have their own pages."""
        passages = Passages(self.marks)
        own = [self._part(part, passages, under=page.section.id) for part in (page.section, *page.inline)]
        below = [
            self._part(part, passages, f"{page.section.id}-in-", page.section.id)
            for child in page.children
            for part in child.walk()
        ]
        name = self.addresses.name(page.section)
        return Page(
            page.section.id,
            "section",
            name,
            self._section_values(page.section, own, below),
            kicker=" ".join(map(self.addresses.name, page.ancestors)),
            cited=f"{self.addresses.short(page.section)}“{page.section.title.of(self.report.edition.reading) or name}”",
            source_pages=self.survey.source_pages(page.section.span),
            heads=bool(page.children),
            search_boost=3,
        )

    def whole(self) -> Page:
        passages = Passages(self.marks)
        title = passages.inline(self.report.outline.title) or (self.report.title,)
        parts = [self._part(part, passages, "all-") for part in self.report.outline.all_sections]
        span = Span(0, len(self.report.edition.reading))
        marks = [record for record in self.report.edits if record.edit.kind == EditKind.BLOCK_MARK]
        values = {
            "title": title,
            "own": [],
            "below": parts,
            "counts": self.survey.counts(span),
            "english": self.report.english.title,
            "page_marks": marks,
            "original": self.survey.original(self.report.outline.title),
        }
        pages = self.survey.source_pages(span)
        return Page(
            "all", "whole", "全文", values, self.report.title, "全文", pages, prefix="all-", search_excluded=True
        )

    def _section_values(self, section: Section, own: list[Part], below: list[Part]) -> dict[str, Any]:
        heading = Span(section.marker.start, section.title.end)
        return {
            "section": section,
            "marker": own[0].marker,
            "title": own[0].title,
            "original": self.survey.original(heading),
            "counts": self.survey.counts(section.span),
            "english": self.report.english.sections.get(section.id, ""),
            "own": own,
            "below": below,
        }

    def _part(self, section: Section, passages: Passages, prefix: str = "", under: str = "") -> Part:
        return Part(
            section,
            min(section.id.count("-") + 2 - (under.count("-") + 1 if under else 0), 6),
            passages.inline(section.marker),
            passages.inline(section.title) if section.heading else (self.addresses.name(section),),
            tuple(passages.passage(paragraph, prefix) for paragraph in section.paragraphs),
            tuple({"id": child.id, "name": self.addresses.name(child)} for child in section.children),
            prefix,
            self.report.outline.truncated and section is self.report.outline.all_sections[-1],
        )
