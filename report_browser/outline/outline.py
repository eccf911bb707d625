"""The outline's types. All spans are places in the reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from report_browser.text.numbering import HeadingLevel
from report_browser.text.span import Span

Level = HeadingLevel | Literal["preamble", "body"]  # before the first heading; a whole text without headings
PlaceKind = Literal["title", "heading", "paragraph", "gap"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a heading before it in the same line is not part of it."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerated item `一是 …`, `1、…` or `(1)…`: from its marker to the next item or to the paragraph's end."""

    id: str
    number: int
    marker: Span
    title: Span
    span: Span


@dataclass(frozen=True, slots=True, eq=False)  # equal where the same: comparing the whole tree below takes too long
class Section:
    """A part of the report with its heading; the heading's spans are empty where none is printed."""

    id: str
    level: Level
    number: int
    heading: Span  # marker, title, and the full stop of a heading that prose follows in the same line
    marker: Span
    title: Span
    span: Span  # with all sections below it
    paragraphs: tuple[Paragraph, ...]  # its own, before the first section below it
    items: tuple[Item, ...] = ()
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all sections below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def renamed(self, ids: Mapping[str, str]) -> Section:
        """The same section with other ids, given by the present ones, for it and all that is in it."""
        return replace(
            self,
            id=ids[self.id],
            paragraphs=tuple(replace(one, id=ids[one.id]) for one in self.paragraphs),
            items=tuple(replace(one, id=ids[one.id]) for one in self.items),
            children=tuple(child.renamed(ids) for child in self.children),
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """A number out of sequence: its place, what is printed, and what the sequence makes it."""

    span: Span
    printed: str
    read_as: str


@dataclass(frozen=True)
class Outline:
    """The whole report. `sections` are the top ones; `title` is empty where the text has none."""

    title: Span
    sections: tuple[Section, ...]
    notices: tuple[Notice, ...]
    truncated: bool  # whether the text breaks off in mid-sentence
    length: int

    def renamed(self, ids: Mapping[str, str]) -> Outline:
        """The same outline with other ids, given by the present ones."""
        return replace(self, sections=tuple(section.renamed(ids) for section in self.sections))

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """Every section at every level, in reading order."""
        return tuple(section for top in self.sections for section in top.walk())

    @cached_property
    def places(self) -> tuple[tuple[PlaceKind, Span], ...]:
        """The whole reading in order, without holes or overlaps; what is nothing else (white space) is a gap."""
        filled: list[tuple[PlaceKind, Span]] = [("title", self.title)] if self.title else []
        for section in self.all_sections:
            filled += [("heading", section.heading)] if section.heading else []
            filled += [("paragraph", paragraph.span) for paragraph in section.paragraphs]
        return tuple(_with_gaps(sorted(filled, key=lambda place: place[1]), self.length))

    @cached_property
    def settled(self) -> tuple[Span, ...]:
        """The spans of title, headings and paragraphs, in order."""
        return tuple(span for kind, span in self.places if kind != "gap")

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.all_sections]

    def section_at(self, offset: int) -> Section:
        """The innermost section that holds a character; the first section for one in the title."""
        return self.all_sections[max(bisect_right(self._section_starts, offset) - 1, 0)]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a character; None in titles, headings and gaps."""
        paragraphs = self.section_at(offset).paragraphs
        at = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.span.start) - 1
        return paragraphs[at] if at >= 0 and offset < paragraphs[at].span.end else None


def _with_gaps(places: list[tuple[PlaceKind, Span]], length: int) -> Iterator[tuple[PlaceKind, Span]]:
    at = 0
    for kind, span in places:
        if span.start > at:
            yield "gap", Span(at, span.start)
        yield kind, span
        at = span.end
    if at < length:
        yield "gap", Span(at, length)
