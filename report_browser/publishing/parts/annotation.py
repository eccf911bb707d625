"""Annotation: a piece of text and the marks on it, as a tree that holds every character once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import heappop, heappush

from report_browser.text.span import Span


class MarkKind(StrEnum):
    """What a mark shows. Of two marks on the same span, the kind that is listed first here is outside."""

    SENTENCE = "sentence"  # a sentence that holds a figure
    ITEM = "item"  # the marker of a listed item, which its id is on
    MEASURE = "measure"
    TERM = "term"
    FIGURE = "figure"
    REPAIR = "repair"  # an edit that changes the text
    DOUBT = "doubt"  # an edit that only remarks on the text
    BLANK = "blank"  # words that were blanked before the text reached us
    PAGE = "page"  # a page mark of the source

    @property
    def rank(self) -> int:
        """The position in the list above, from 0."""
        return list(MarkKind).index(self)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show at a span of text; an empty span shows it between two characters."""

    span: Span
    kind: MarkKind
    record: object = None  # what it stands for: the type follows from the kind
    opens: bool = True  # False for the second and later pieces of a mark that was split

    @property
    def order(self) -> tuple[int, int, int]:
        """The key that sorts marks: by start, then the longer first, then by rank."""
        return self.span.start, -self.span.end, self.kind.rank


@dataclass(frozen=True, slots=True)
class Node:
    """A mark, and the text and marks inside it."""

    mark: Mark
    children: tuple[Node | str, ...]


def annotate(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Node | str, ...]:
    """The characters of `span`, with the marks around them.

    Marks are cut off at the ends of `span`; those outside it are left out. Of two marks that cross, the one that
    begins later is split where the other ends.
    """
    inside = [clipped for mark in marks if (clipped := _clip(mark, span))]
    return tuple(_nodes(text, span, _queue(inside)))


def _clip(mark: Mark, span: Span) -> Mark | None:
    start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
    if start > end or (start == end and mark.span):
        return None
    return replace(mark, span=Span(start, end), opens=mark.opens and start == mark.span.start)


_Queue = list[tuple[tuple[int, int, int], int, Mark]]  # a heap by the marks' order; the number parts equal ones


def _queue(marks: Iterable[Mark]) -> _Queue:
    """Marks in their order, as a heap."""
    return [(mark.order, number, mark) for number, mark in enumerate(sorted(marks, key=lambda mark: mark.order))]


def _nodes(text: str, span: Span, queue: _Queue) -> Iterator[Node | str]:
    at = span.start
    while queue:
        mark = heappop(queue)[-1]
        if mark.span.start > at:
            yield text[at : mark.span.start]
        inner = _queue(_take_inner(queue, mark.span))
        yield Node(mark, tuple(_nodes(text, mark.span, inner)))
        at = mark.span.end
    if at < span.end:
        yield text[at : span.end]


def _take_inner(queue: _Queue, outer: Span) -> Iterator[Mark]:
    """Take the marks that begin inside `outer` off the queue; put back what reaches beyond its end."""
    while queue and queue[0][-1].span.start < outer.end:
        _, number, mark = heappop(queue)
        if mark.span.end > outer.end:
            rest = replace(mark, span=Span(outer.end, mark.span.end), opens=False)
            heappush(queue, (rest.order, number, rest))
            mark = replace(mark, span=Span(mark.span.start, outer.end))
        yield mark


def text_of(nodes: Iterable[Node | str]) -> str:
    """The plain text of an annotated one."""
    return "".join(node if isinstance(node, str) else text_of(node.children) for node in nodes)
