"""Headings: which paragraphs are headings, and the tree of sections that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Literal

from report_browser.outline.items import with_items
from report_browser.outline.outline import Notice, Outline, Paragraph, Section
from report_browser.outline.paragraphs import (
    LONGEST_HEADING,
    SENTENCE_END,
    breaks_off,
    ends_sentence,
    find_title,
    split_paragraphs,
    trimmed,
)
from report_browser.text.numbering import HEADINGS, LEVELS, HeadingLevel, parse_number, print_number
from report_browser.text.span import Span

_TITLE_END = re.compile(r"[。！？]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A heading, or a paragraph where `level` is None; `marker` and `title` are a heading's."""

    span: Span
    level: HeadingLevel | None = None
    marker: Span = Span(0, 0)
    title: Span = Span(0, 0)


def parse_outline(text: str) -> Outline:
    """The outline of a reading. Any text has one: without headings it is one section of paragraphs."""
    paragraphs = list(split_paragraphs(text))
    title = find_title(text, paragraphs)
    pieces, notices = _classify(text, [_Piece(span) for span in (paragraphs[1:] if title else paragraphs)])
    numbered = [with_items(text, section) for section in _tree(pieces, len(text), title.end)]
    item_notices = [notice for _, found in numbered for notice in found]
    return Outline(
        title,
        tuple(section for section, _ in numbered),
        tuple(sorted([*notices, *item_notices], key=lambda notice: notice.span)),
        bool(pieces) and breaks_off(text, pieces[-1].span),
        len(text),
    )


# Headings. Numbers are counted; one that does not follow is noticed, and the count goes on in sequence.


def _classify(text: str, pieces: list[_Piece]) -> tuple[list[_Piece], list[Notice]]:
    """The pieces with headings told from paragraphs, and a notice of each number that is out of sequence."""
    counts: dict[HeadingLevel, int] = {}
    made: list[_Piece] = []
    notices: list[Notice] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        found = _heading(text, piece, counts)
        if not found or (found[0].level == "subsection" and not _is_subsection(text, found, counts, following)):
            made.append(piece)
            continue
        heading, number = found
        assert heading.level
        counts = _count(counts, heading.level)
        if number != counts[heading.level]:
            printed = heading.marker.of(text).strip()
            notices.append(Notice(heading.marker, printed, print_number(counts[heading.level])))
        made += _run_in(text, heading)
    return made, notices


def _heading(text: str, piece: _Piece, counts: dict[HeadingLevel, int]) -> tuple[_Piece, int] | None:
    """The heading that a piece begins with, and its printed number; `counts` are the numbers reached so far."""
    for level, pattern in HEADINGS.items():
        match = pattern.match(text, piece.span.start, piece.span.end)
        if not match:
            continue
        marker, number = Span(*match.span()), parse_number(match[1])
        title = _heading_title(text, Span(marker.end, piece.span.end))
        if title and (number == counts.get(level, 0) + 1 or title.end == piece.span.end):
            return replace(piece, level=level, marker=marker, title=title), number
    return None


def _is_subsection(
    text: str, found: tuple[_Piece, int], counts: dict[HeadingLevel, int], following: _Piece | None
) -> bool:
    """Whether `1、…` is a heading and not a list item: it has its own line, is in sequence, and prose follows it."""
    piece, number = found
    alone = piece.title.end == piece.span.end and not ends_sentence(text, piece.span)
    in_sequence = number == counts.get("subsection", 0) + 1
    below = following is not None and not HEADINGS["subsection"].match(text, following.span.start, following.span.end)
    return alone and in_sequence and below


def _heading_title(text: str, rest: Span) -> Span:
    """The title behind a marker: all of `rest`, or its first sentence. Empty where that is too long for a title."""
    stop = _TITLE_END.search(text, rest.start, rest.end)
    end = stop.start() if stop else rest.end
    return Span(rest.start, end) if 0 < end - rest.start <= LONGEST_HEADING else Span(rest.start, rest.start)


def _run_in(text: str, heading: _Piece) -> Iterator[_Piece]:
    """A heading with its full stop, then the prose that follows it in the same piece, if any."""
    end = heading.title.end
    while end < heading.span.end and text[end] in SENTENCE_END:
        end += 1
    yield replace(heading, span=Span(heading.span.start, end))
    yield from map(_Piece, trimmed(text, Span(end, heading.span.end)))


def _count(counts: dict[HeadingLevel, int], level: HeadingLevel) -> dict[HeadingLevel, int]:
    """The counts with one more at `level`; the counts below it begin afresh."""
    kept = {name: n for name, n in counts.items() if LEVELS.index(name) < LEVELS.index(level)}
    return {**kept, level: counts.get(level, 0) + 1}


# The tree of sections.


def _tree(pieces: list[_Piece], length: int, start: int) -> tuple[Section, ...]:
    """The top sections of a text of `length` characters whose title ends at `start`."""
    starts = [at for at, piece in enumerate(pieces) if piece.level]
    lead = pieces[: starts[0]] if starts else pieces
    sections = _children(pieces[len(lead) :], length, "s")
    if not starts:
        return (_plain("s1", "body", lead, Span(start, length)),)
    if lead:
        sections = (_plain("s0", "preamble", lead, Span(start, pieces[starts[0]].span.start)), *sections)
    return sections


def _plain(id_: str, level: Literal["preamble", "body"], pieces: list[_Piece], span: Span) -> Section:
    nowhere = Span(span.start, span.start)
    return Section(id_, level, 0, nowhere, nowhere, nowhere, span, _paragraphs(id_, pieces))


def _children(pieces: list[_Piece], end: int, prefix: str) -> tuple[Section, ...]:
    """The sections of pieces that begin with a heading; the last section reaches to `end`."""
    heads = list(_top_headings(pieces))
    bounds = [*heads, len(pieces)]
    return tuple(
        _section(pieces[here:there], pieces[there].span.start if there < len(pieces) else end, prefix, number)
        for number, (here, there) in enumerate(pairwise(bounds), 1)
    )


def _top_headings(pieces: list[_Piece]) -> Iterator[int]:
    """The positions of the headings that stand under no other heading of `pieces`."""
    top = len(LEVELS)
    for at, piece in enumerate(pieces):
        if piece.level and LEVELS.index(piece.level) <= top:
            top = LEVELS.index(piece.level)
            yield at


def _section(pieces: list[_Piece], end: int, prefix: str, number: int) -> Section:
    head, *rest = pieces
    id_ = f"{prefix}{number}"
    own = next((at for at, piece in enumerate(rest) if piece.level), len(rest))
    return Section(
        id_,
        head.level or "section",
        number,
        head.span,
        head.marker,
        head.title,
        Span(head.span.start, end),
        _paragraphs(id_, rest[:own]),
        children=_children(rest[own:], end, f"{id_}-"),
    )


def _paragraphs(section: str, pieces: Iterable[_Piece]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"{section}-p{n}", piece.span) for n, piece in enumerate(pieces, 1))
