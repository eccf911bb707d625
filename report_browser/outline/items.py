"""Items: enumerations 一是, 二是 … within a section, inside a paragraph or at the start of several.

Markers count as items only as a run 1, 2, …, n of one kind (n is 2 or more) within a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from report_browser.outline.outline import Item, Notice, Section
from report_browser.outline.paragraphs import LONGEST_HEADING
from report_browser.text.numbering import ITEMS, parse_number, print_number
from report_browser.text.span import Span

_CLAUSE_END = re.compile(r"[。；;！？]")
_PAUSE = re.compile(r"[，,：:。；;]")
_LONGEST_TITLE = LONGEST_HEADING // 2  # characters; a longer clause is cut at its first pause


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: int  # position in `ITEMS`
    number: int
    span: Span
    paragraph: Span
    odd: bool  # whether it is printed as no item is: 四、是


def with_items(text: str, section: Section) -> tuple[Section, list[Notice]]:
    """The section with its own items and those of all sections below it; and a notice of each odd marker."""
    runs = list(_runs(_markers(text, section)))
    placed = sorted((item for run in runs for item in _items(text, run)), key=lambda item: item.span)
    items = tuple(replace(item, id=f"{section.id}-i{n}") for n, item in enumerate(placed, 1))
    odd = [_odd_notice(text, marker) for run in runs for marker in run if marker.odd]
    below = [with_items(text, child) for child in section.children]
    found = [*odd, *(notice for _, notices in below for notice in notices)]
    return replace(section, items=items, children=tuple(child for child, _ in below)), found


def _markers(text: str, section: Section) -> list[_Marker]:
    """Whatever may be an item's marker in the section's own paragraphs, in text order."""
    markers = [
        _marker(kind, match, paragraph.span)
        for paragraph in section.paragraphs
        for kind, pattern in enumerate(ITEMS)
        for match in pattern.finditer(paragraph.span.of(text))
    ]
    return sorted(markers, key=lambda marker: marker.span)


def _marker(kind: int, match: re.Match[str], paragraph: Span) -> _Marker:
    span = Span(*match.span()).shift(paragraph.start)
    return _Marker(kind, parse_number(match["n"]), span, paragraph, match["odd"] is not None)


def _runs(markers: list[_Marker]) -> Iterator[list[_Marker]]:
    for kind in range(len(ITEMS)):
        run: list[_Marker] = []
        for marker in (marker for marker in markers if marker.kind == kind):
            if marker.number == 1:
                yield from [run] if len(run) > 1 else []
                run = [marker]
            elif run and marker.number == run[-1].number + 1:
                run.append(marker)
        yield from [run] if len(run) > 1 else []


def _items(text: str, run: list[_Marker]) -> Iterator[Item]:
    """The items of a run, without ids."""
    for marker, following in zip_longest(run, run[1:]):
        end = min(following.span.start, marker.paragraph.end) if following else marker.paragraph.end
        inside = text[marker.span.end : end]
        end = marker.span.end + len(inside.rstrip())
        title = _item_title(text, marker.span.end, end)
        yield Item("", marker.number, marker.span, title, Span(marker.span.start, end))


def _item_title(text: str, start: int, end: int) -> Span:
    """The item's first clause; its first few words where that is long."""
    stop = _CLAUSE_END.search(text, start, end)
    first = stop.start() if stop else end
    if first - start > _LONGEST_TITLE:
        pause = _PAUSE.search(text, start, end)
        first = pause.start() if pause else first
    return Span(start, start + len(text[start:first].rstrip("，,、：:；; ")))


def _odd_notice(text: str, marker: _Marker) -> Notice:
    return Notice(marker.span, marker.span.of(text), f"{print_number(marker.number)}是")
