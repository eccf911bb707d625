"""Clauses: a paragraph's sentences, and for each quantity the words on both sides that may name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_browser.periods import find_times
from report_browser.quantities import Quantity
from report_browser.span import Span

_SENTENCE = re.compile(r"[^。！？!?]*(?:[。！？!?]+[”’」』〞）)]*|\Z)")
_BOUNDARY = re.compile("[，。；：！？,;:!?（()）\n]")
_JOINS = ("、", "和", "与", "及", "以及", "或")
_FURTHEST = 60  # characters beside a number that are looked at


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a quantity: `left` and `right` reach to the next boundary or quantity.

    Times are left out of `left`. `before` is the clause in front, where it holds no quantity itself.
    """

    quantity: Quantity
    left: str
    right: Span
    before: str
    joined: bool  # only 、 or 和 parts it from the quantity before
    meets: bool  # `right` ends at another quantity


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, trimmed, closing quotation marks included."""
    return tuple(_trimmed(text, *match.span()) for match in _SENTENCE.finditer(text) if match[0].strip())


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))


def read_clauses(text: str, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[Clause]:
    """A clause for each quantity of one sentence, in order."""
    times = [time.span for time in find_times(text, sentence)]
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1].phrase.end if at else sentence.start
        following = quantities[at + 1].phrase.start if at + 1 < len(quantities) else sentence.end
        start = _clause_start(text, max(previous, quantity.phrase.start - _FURTHEST), quantity.phrase.start)
        end = _clause_end(text, quantity.phrase.end, min(following, quantity.phrase.end + _FURTHEST))
        yield Clause(
            quantity,
            _without(text, Span(start, quantity.phrase.start), times),
            Span(quantity.phrase.end, end),
            _before(text, previous, start, times) if start > previous else "",
            joined=at > 0 and text[previous : quantity.phrase.start].strip() in _JOINS,
            meets=at + 1 < len(quantities) and end == following,
        )


def _clause_start(text: str, first: int, place: int) -> int:
    return max((match.end() for match in _BOUNDARY.finditer(text, first, place)), default=first)


def _clause_end(text: str, place: int, last: int) -> int:
    match = _BOUNDARY.search(text, place, last)
    return match.start() if match else last


def _before(text: str, previous: int, start: int, times: Sequence[Span]) -> str:
    first = _clause_start(text, max(previous, start - 1 - _FURTHEST), start - 1)
    return _without(text, Span(first, start - 1), times)


def _without(text: str, span: Span, times: Sequence[Span]) -> str:
    """The characters of `span` with the time phrases in it left out."""
    words, at = "", span.start
    for time in times:
        if at <= time.start and time.end <= span.end:
            words, at = words + text[at : time.start], time.end
    return words + text[at : span.end]
