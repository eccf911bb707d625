"""The report's own text: a page for each chapter and section, and one with the whole text (全文)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report_browser.findings.report import Report
from report_browser.outline.outline import Section
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses, SectionPage
from report_browser.publishing.parts.annotation import Node
from report_browser.publishing.parts.contents import TableOfContents
from report_browser.publishing.parts.marks import Marks
from report_browser.publishing.parts.passages import Passage, Passages
from report_browser.text.span import Span

_WHOLE = "all-"  # before ids on the page of the whole text


@dataclass(frozen=True, slots=True)
class LinkedSection:
    """A section in a chapter's list of contents."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section as a page shows it: heading, own paragraphs, and the list of the sections directly below it."""

    section: Section
    level: int  # of its heading on the page, 1 to 6
    marker: tuple[Node | str, ...]
    title: tuple[Node | str, ...]
    passages: tuple[Passage, ...]
    children: tuple[LinkedSection, ...]
    prefix: str  # before its ids; empty on the section's own page
    truncated: bool  # whether the report breaks off here


def report_pages(report: Report, contents: TableOfContents, marks: Marks) -> Iterator[Page]:
    """The section pages in reading order, then the whole text."""
    for page in contents.addresses.pages:
        yield _section_page(report, contents, marks, page)
    yield _whole_page(report, contents, marks)


def _section_page(report: Report, contents: TableOfContents, marks: Marks, page: SectionPage) -> Page:
    """A section with the finer sections on its page; a chapter also repeats the sections that have their own pages."""
    addresses, section = contents.addresses, page.section
    name, title = addresses.name(section), section.title.of(report.edition.reading)
    return Page(
        section.id,
        "section",
        name,
        {
            **_section_values(report, contents, section),
            **_own_and_repeated(_SectionTexts(report, addresses, Passages(marks)), page),
        },
        kicker=" ".join(map(addresses.name, page.ancestors)),
        cited=f"{addresses.short(section)}“{title or name}”",
        source_pages=contents.source_pages(section.span),
        heads=bool(page.children),
        search_boost=3,
        record=section.id,
    )


def _section_values(report: Report, contents: TableOfContents, section: Section) -> dict[str, object]:
    return {
        "section": section,
        "original": contents.original(Span(section.marker.start, section.title.end)),
        "counts": contents.counts(section.span),
        "english": report.english.sections.get(section.id, ""),
    }


def _own_and_repeated(texts: _SectionTexts, page: SectionPage) -> dict[str, object]:
    """The text of a section page: `own`, and `below` what is repeated from the pages of its children."""
    section, prefix = page.section, f"{page.section.id}-in-"
    own = [texts.make(part, above=section) for part in (section, *page.inline)]
    repeated = [part for child in page.children for part in child.walk()]
    below = [texts.make(part, prefix, above=section) for part in repeated]
    return {"marker": own[0].marker, "title": own[0].title, "own": own, "below": below}


def _whole_page(report: Report, contents: TableOfContents, marks: Marks) -> Page:
    """The whole text. All of it is repeated from the section pages, so search leaves it out."""
    passages = Passages(marks)
    title = passages.heading(report.outline.title) or (report.title,)
    texts = _SectionTexts(report, contents.addresses, passages)
    everything = Span(0, len(report.edition.reading))
    values = {
        "title": title,
        "own": [],
        "below": [texts.make(section, _WHOLE) for section in report.outline.all_sections],
        "counts": contents.counts(everything),
        "english": report.english.title,
        "page_marks": contents.page_marks,
        "original": contents.original(report.outline.title),
    }
    return Page(
        "all",
        "whole",
        "全文",
        values,
        kicker=report.title,
        cited="全文",
        source_pages=contents.source_pages(everything),
        prefix=_WHOLE,
        search_excluded=True,
    )


@dataclass(frozen=True)
class _SectionTexts:
    """Makes the sections of one page, in reading order."""

    report: Report
    addresses: Addresses
    passages: Passages

    def make(self, section: Section, prefix: str = "", above: Section | None = None) -> SectionText:
        """The next section of the page; `above` is the section whose page it is."""
        return SectionText(
            section,
            self._heading_level(section, above),
            self.passages.heading(section.marker),
            self.passages.heading(section.title) if section.heading else (self.addresses.name(section),),
            tuple(self.passages.passage(paragraph, prefix) for paragraph in section.paragraphs),
            tuple(LinkedSection(child.id, self.addresses.name(child)) for child in section.children),
            prefix,
            self.report.outline.truncated and section is self.report.outline.all_sections[-1],
        )

    def _heading_level(self, section: Section, above: Section | None) -> int:
        """1 for the page's own section and one more for each step down; a chapter has 2 on the page of the whole text."""
        depth = len(self.addresses.ancestors(section)) + 2
        return min(depth - len(self.addresses.ancestors(above)) - 1 if above else depth, 6)
