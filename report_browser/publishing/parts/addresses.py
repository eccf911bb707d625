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
        report = self.report
        in_text = [
            *((part.id, section) for section in report.outline.all_sections for part in section.paragraphs),
            *((part.id, section) for section in report.outline.all_sections for part in section.items),
            *((record.id, record.place.section) for record in report.figures),
            *((record.id, record.place.section) for record in report.measures),
            *((record.anchor, record.place.section) for record in report.edits),
        ]
        in_title = (record.anchor for record in report.edits if record.reading in report.outline.title)
        return {
            **{id_: self.page_of(section) for id_, section in in_text},
            **dict.fromkeys(in_title, ""),
            **self._page_of_section,
            **{record.indicator: f"indicators/{record.indicator}" for record in report.figures if record.indicator},
            **{mention.term.id: "glossary" for mention in report.mentions},
            **{check.id: "checks" for check in report.checks},
        }

    def page_of(self, section: Section) -> str:
        """The id of the page that shows a section, e.g. `s1-2`."""
        return self._page_of_section[section.id]

    def href(self, id_: str) -> str:
        """The place of an id from the site's root: `s1-2/#s1-2-v138-6`, or `s1-2/` where the id is the page's own.

        Raises `KeyError` for what is no id.
        """
        page = self._page_of_id[id_]
        return f"{page}/" if page == id_ else f"{page}{'/' if page else ''}#{id_}"

    def file_of(self, id_: str) -> str:
        """The same with the name of the file, which is needed where no server adds it: `s1-2/index.html#s1-2-v138-6`."""
        page = self._page_of_id[id_]
        return f"{page}{'/' if page else ''}index.html#{id_}"

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
        return self._ancestors[section.id]

    @cached_property
    def _ancestors(self) -> Mapping[str, tuple[Section, ...]]:
        return {part.id: above for top in self.report.outline.sections for part, above in _with_ancestors(top, ())}

    def _marker(self, section: Section) -> str:
        printed = section.marker.of(self.report.edition.reading).strip("、．.，： 　是")
        return printed or (f"{section.number}" if section.number else "")


def permanent(id_: str) -> str:
    """The address that an id has for ever, from the site's root, whatever page shows it."""
    return f"id/{id_}/"


def _with_ancestors(section: Section, above: tuple[Section, ...]) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    yield section, above
    for child in section.children:
        yield from _with_ancestors(child, (*above, section))


def _section_pages(section: Section, ancestors: tuple[Section, ...]) -> Iterator[SectionPage]:
    children = tuple(child for child in section.children if child.level in _PAGE_LEVELS)
    inline = tuple(part for child in section.children if child not in children for part in child.walk())
    yield SectionPage(section, ancestors, inline, children)
    for child in children:
        yield from _section_pages(child, (*ancestors, section))
