"""Annotation: a stretch of text with its marks as a tree, every character once; marks nest and never cross."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show at a span of text. Of two marks on the same span the one of lower `rank` is outside."""

    span: Span
    rank: int
    kind: str
    record: Any = None  # what it stands for; whoever shows the mark knows it by the kind
    opens: bool = True  # False for the rest of a mark that had to be split

    @property
    def order(self) -> tuple[int, int, int]:
        """Text order, the wider mark first."""
        return self.span.start, -self.span.end, self.rank


@dataclass(frozen=True, slots=True)
class Node:
    """A mark and what it holds."""

    mark: Mark
    children: tuple[Node | str, ...]


def annotate(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Node | str, ...]:
    """The characters of `span` with `marks` around them, clipped to it; a mark that crosses another is split."""
    inside = [clipped for mark in marks if (clipped := _clip(mark, span))]
    return tuple(_nodes(text, span, sorted(inside, key=lambda mark: mark.order)))


def _clip(mark: Mark, span: Span) -> Mark | None:
    start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
    if start > end or (start == end and mark.span):
        return None
    return replace(mark, span=Span(start, end), opens=mark.opens and start == mark.span.start)


def _nodes(text: str, span: Span, marks: list[Mark]) -> Iterator[Node | str]:
    at, queue = span.start, list(marks)
    while queue:
        mark = queue.pop(0)
        if mark.span.start > at:
            yield text[at : mark.span.start]
        inner = _take_inner(queue, mark.span)
        yield Node(mark, tuple(_nodes(text, mark.span, inner)))
        at = mark.span.end
    if at < span.end:
        yield text[at : span.end]


def _take_inner(queue: list[Mark], outer: Span) -> list[Mark]:
    """Take the marks that begin inside `outer` off the queue; what reaches beyond it goes back, as a rest."""
    inner: list[Mark] = []
    while queue and queue[0].span.start < outer.end:
        mark = queue.pop(0)
        if mark.span.end > outer.end:
            rest = replace(mark, span=Span(outer.end, mark.span.end), opens=False)
            insort(queue, rest, key=lambda one: one.order)
            mark = replace(mark, span=Span(mark.span.start, outer.end))
        inner.append(mark)
    return inner


def text_of(nodes: Iterable[Node | str]) -> str:
    """The characters of an annotated text, as they were."""
    return "".join(node if isinstance(node, str) else text_of(node.children) for node in nodes)
