"""Clauses: a paragraph's sentences, and for each quantity the words on both sides that may name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_browser.figures.measured.periods import find_time_phrases
from report_browser.figures.measured.sentences import in_brackets
from report_browser.figures.quantities.quantity import Quantity
from report_browser.text.span import Span

_SENTENCE = re.compile(r"[^。！？!?]*(?:[。！？!?]+[”’」』〞）)]*|\Z)")
_BOUNDARY = re.compile("[，。；：！？,;:!?（(]")
_BRACKETS = re.compile("[（(][^（()）]{0,30}[）)]")
_IN_A_WORD = re.compile(
    "(?<=[\u4e00-\u9fff])[（(][\u4e00-\u9fff]{1,4}[）)](?=[\u4e00-\u9fff])(?![达为占是共增下提超约])"
)  # 执业（助理）医师
_NOTE = re.compile(r"[①-⑳⑴-⒇]|[\[［【〔][0-9]{1,3}[\]］】〕]")
_LIST_MARK = re.compile(r"\A[\s）)]*(?:[（(]?[0-9]{1,2}(?:[、．）)]|\.(?![0-9]))|[一二三四五六七八九十]是)?")
_JOINS = ("、", "和", "与", "及", "以及", "或")
_FURTHEST = 60  # characters beside a number that are looked at


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a quantity: `left` and `right` reach to the next boundary or quantity.

    Times and brackets are left out of `left`. `led` is the same from the boundary on, a quantity in between included:
    年产值超10亿元的 of 年产值超10亿元的3家. `before` is the clause in front, where it holds no quantity itself.
    Quantities that only 、 or 和 parts are a run; `position` is the place in it, from 0.
    """

    quantity: Quantity
    left: str
    led: str
    right: Span
    before: str
    position: int
    meets: bool  # `right` ends at another quantity
    previous: Quantity | None = None
    aside: bool = False  # it stands in brackets
    adjacent: bool = False  # only white space parts it from the previous one: 512户1873人


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, trimmed, closing quotation marks included."""
    return tuple(_trimmed(text, *match.span()) for match in _SENTENCE.finditer(text) if match[0].strip())


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))


def read_clauses(text: str, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[Clause]:
    """A clause for each quantity of one sentence, in order."""
    position = 0
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1].phrase.end if at else sentence.start
        following = quantities[at + 1].phrase.start if at + 1 < len(quantities) else sentence.end
        start = _clause_start(text, max(previous, quantity.phrase.start - _FURTHEST), quantity.phrase.start)
        end = _clause_end(text, quantity.phrase.end, min(following, quantity.phrase.end + _FURTHEST))
        position = position + 1 if at and text[previous : quantity.phrase.start].strip() in _JOINS else 0
        yield Clause(
            quantity,
            _words(text, Span(start, quantity.phrase.start)),
            _led(text, sentence, quantity.phrase.start),
            Span(quantity.phrase.end, end),
            _before(text, previous, start) if start > previous else "",
            position,
            meets=at + 1 < len(quantities) and end == following,
            previous=quantities[at - 1] if at else None,
            aside=in_brackets(text, quantity.phrase.start, sentence.start),
            adjacent=at > 0 and not text[previous : quantity.phrase.start].strip(),
        )


def _clause_start(text: str, first: int, place: int) -> int:
    """Behind the last boundary between two places; one inside brackets that close before `place` is none."""
    closed = [match.span() for match in _BRACKETS.finditer(text, first, place)]
    ends = (match.end() for match in _BOUNDARY.finditer(text, first, place))
    return max((end for end in ends if not any(a < end <= b for a, b in closed)), default=first)


def _led(text: str, sentence: Span, place: int) -> str:
    return _words(text, Span(_clause_start(text, max(sentence.start, place - _FURTHEST), place), place))


def _clause_end(text: str, place: int, last: int) -> int:
    match = _BOUNDARY.search(text, place, last)
    closing = re.compile("[）)]").search(text, place, last)
    return min([last, *(found.start() for found in (match, closing) if found)])


def _before(text: str, previous: int, start: int) -> str:
    return _words(text, Span(_clause_start(text, max(previous, start - 1 - _FURTHEST), start - 1), start - 1))


def _words(text: str, span: Span) -> str:
    """The characters of `span` without list marks, times and brackets."""
    words, at = "", span.start
    for time in find_time_phrases(text, span):
        words, at = words + text[at : time.start], time.end
    words = _NOTE.sub("", _LIST_MARK.sub("", words + text[at : span.end]))
    return _BRACKETS.sub(lambda match: match[0] if _IN_A_WORD.match(words, match.start()) else "", words)
