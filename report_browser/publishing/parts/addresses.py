"""Addresses: which page of the site shows which part of the report, and what each part is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from report_browser.findings.report import Report
from report_browser.outline.outline import Section

_UNNAMED = {"preamble": "概况", "body": "正文"}
_PAGE_LEVELS = ("part", "chapter", "section")  # finer ones stand within the page of the section they are in


@dataclass(frozen=True)
class SectionPage:
    """The page of one section: `inline` are the finer sections on it, `children` those with pages of their own."""

    section: Section
    ancestors: tuple[Section, ...]
    inline: tuple[Section, ...]
    children: tuple[Section, ...]


@dataclass(frozen=True)
class Addresses:
    """The section pages of a report in reading order, and the page of every id."""

    report: Report

    @cached_property
    def pages(self) -> tuple[SectionPage, ...]:
        return tuple(page for top in self.report.outline.sections for page in _pages(top, ()))

    @cached_property
    def _page_of_section(self) -> Mapping[str, str]:
        return {part.id: page.section.id for page in self.pages for part in (page.section, *page.inline)}

    @cached_property
    def _page_of_id(self) -> Mapping[str, str]:
        paragraphs = ((par.id, part) for part in self.report.outline.all_sections for par in part.paragraphs)
        records = (
            (record.id, record.place.section)
            for records in (self.report.figures, self.report.edits, self.report.measures)
            for record in records
        )
        found = [*paragraphs, *records]
        return {id_: self.page_of(section) for id_, section in found} | dict(self._page_of_section)

    def page_of(self, section: Section) -> str:
        """The name of the page that shows a section, e.g. `s1-2`."""
        return self._page_of_section[section.id]

    def href(self, id_: str) -> str:
        """The address of an id from the site's root: `s1-2/#s1-2-f4`; of a page's own section, the page."""
        page = self._page_of_id[id_]
        return f"{page}/" if page == id_ else f"{page}/#{id_}"

    def name(self, section: Section) -> str:
        """A section's heading as it reads, or what stands in for one that prints none."""
        text = self.report.edition.reading
        printed = (section.marker.of(text) + section.title.of(text)).strip()
        return printed or _UNNAMED.get(section.level, section.id)

    def short(self, section: Section) -> str:
        """Where a section is, in as few characters as the text's own numbering allows: `一（二）`."""
        markers = [self._marker(part) for part in (*self.ancestors(section), section)]
        return "".join(markers) or self.name(section)

    def ancestors(self, section: Section) -> tuple[Section, ...]:
        """The sections above one, outermost first."""
        parts = section.id.split("-")
        ids = ("-".join(parts[:depth]) for depth in range(1, len(parts)))
        return tuple(self.report.sections[id_] for id_ in ids)

    def _marker(self, section: Section) -> str:
        printed = section.marker.of(self.report.edition.reading).strip("、．.，： 　是")
        return printed or (f"{section.number}" if section.number else "")


def _pages(section: Section, ancestors: tuple[Section, ...]) -> Iterator[SectionPage]:
    children = tuple(child for child in section.children if child.level in _PAGE_LEVELS)
    inline = tuple(part for child in section.children if child not in children for part in child.walk())
    yield SectionPage(section, ancestors, inline, children)
    for child in children:
        yield from _pages(child, (*ancestors, section))
