"""Addresses: the page on which each section, paragraph and record of the report is shown, and names of sections."""

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
    """The page of one section."""

    section: Section
    ancestors: tuple[Section, ...]  # outermost first
    inline: tuple[Section, ...]  # all sections below it that are shown on this page
    children: tuple[Section, ...]  # the sections directly below it that have their own pages


@dataclass(frozen=True)
class Addresses:
    """Where one report is shown: its section pages, the address of every id, and how sections are named in links."""

    report: Report

    @cached_property
    def pages(self) -> tuple[SectionPage, ...]:
        """The section pages in reading order, a chapter before its sections."""
        return tuple(page for top in self.report.outline.sections for page in _section_pages(top, ()))

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
        """The id of the page that shows a section, e.g. `s1-2`."""
        return self._page_of_section[section.id]

    def href(self, id_: str) -> str:
        """The address of an id from the site's root: `s1-2/#s1-2-f4`, or `s1-2/` where the id is the page's own.

        Raises `KeyError` for an id that is no section's, paragraph's or record's.
        """
        page = self._page_of_id[id_]
        return f"{page}/" if page == id_ else f"{page}/#{id_}"

    def href_at(self, position: int) -> str:
        """The address of the paragraph at a position of the reading; empty where it is in none, as in a heading."""
        paragraph = self.report.outline.paragraph_at(position)
        return self.href(paragraph.id) if paragraph else ""

    def name(self, section: Section) -> str:
        """A section's heading with its number, as it reads; a stand-in such as 概况 where none is printed."""
        text = self.report.edition.reading
        printed = (section.marker.of(text) + section.title.of(text)).strip()
        return printed or _UNNAMED.get(section.level, section.id)

    def short(self, section: Section) -> str:
        """The numbers of a section and of those above it, `一（二）`; its name where there is no number."""
        markers = [self._marker(part) for part in (*self.ancestors(section), section)]
        return "".join(markers) or self.name(section)

    def ancestors(self, section: Section) -> tuple[Section, ...]:
        """The sections that contain a section, outermost first; empty for a chapter."""
        parts = section.id.split("-")
        ids = ("-".join(parts[:depth]) for depth in range(1, len(parts)))
        return tuple(self.report.sections[id_] for id_ in ids)

    def _marker(self, section: Section) -> str:
        printed = section.marker.of(self.report.edition.reading).strip("、．.，： 　是")
        return printed or (f"{section.number}" if section.number else "")


def _section_pages(section: Section, ancestors: tuple[Section, ...]) -> Iterator[SectionPage]:
    children = tuple(child for child in section.children if child.level in _PAGE_LEVELS)
    inline = tuple(part for child in section.children if child not in children for part in child.walk())
    yield SectionPage(section, ancestors, inline, children)
    for child in children:
        yield from _section_pages(child, (*ancestors, section))
