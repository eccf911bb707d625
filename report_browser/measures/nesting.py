"""Nesting and repeats: the document that orders an act, and further places that tell the same act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_browser.measures.measure import Measure
from report_browser.text.span import Span

_NEAR = 300  # characters between a document and an act that it orders
_MOST = 8  # documents near an act that are looked at
_SHARED = 4  # characters that both must have in common
_COMMON = 6  # times that words may stand nearby and still tell one thing
_AROUND = 1500  # characters, for that count
_LEAST = 4  # characters of an object that can be told again
_NO_WORDS = re.compile(r"[\s0-9０-９“”‘’《》、，,.（）()了]")


def nest(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures, each act with the document near it that orders it."""
    nested = []
    documents: list[Measure] = []
    later = (one for one in measures if one.kind == "document")
    ahead = next(later, None)
    for one in measures:
        while ahead and ahead.span.start <= one.span.end + _NEAR:
            documents.append(ahead)
            ahead = next(later, None)
        orders = (
            _ordering(text, one, documents[-_MOST:]) if one.verb and one.kind not in ("document", "honour") else None
        )
        nested.append(replace(one, part_of=orders.span) if orders else one)
    return nested


def _ordering(text: str, act: Measure, documents: Sequence[Measure]) -> Measure | None:
    """The nearest document whose title shares with the act what few other places near it say."""
    near = [one for one in documents if abs(one.span.start - act.span.start) <= _NEAR]
    around = text[max(act.span.start - _AROUND, 0) : act.span.end + _AROUND]
    words = act.span.of(text)[:_NEAR]
    for one in sorted(near, key=lambda one: abs(one.span.start - act.span.start)):
        if any(around.count(shared) <= _COMMON for shared in _shared(one.title, words)):
            return one
    return None


def _shared(title: str, words: str) -> Iterator[str]:
    pieces = (title[at : at + _SHARED] for at in range(len(title) - _SHARED + 1))
    return (piece for piece in pieces if piece in words)


def merge_repeats(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with an act that is told again, without a figure of its own, made a mention of the first."""
    kept: list[Measure] = []
    known: dict[str, int] = {}
    for one in measures:
        key = _act(text, one)
        first = known.get(key) if key else None
        if first is None or (one.amount and kept[first].amount):
            if key:
                known.setdefault(key, len(kept))
            kept.append(one)
        else:
            kept[first] = replace(kept[first], mentions=(*kept[first].mentions, one.span))
    return kept


def _act(text: str, one: Measure) -> str:
    """Verb and object without figures, or nothing where the object is too short to tell it from others."""
    if one.kind in ("document", "reference", "honour") or not one.verb:
        return ""
    words = _NO_WORDS.sub("", Span(one.verb.start, one.span.end).of(text)[:60])
    return words if len(words) - len(one.verb) >= _LEAST else ""
