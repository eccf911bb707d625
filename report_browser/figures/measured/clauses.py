"""Clauses: for each quantity of a sentence the words on both sides that may say what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_browser.figures.measured.sentences import in_brackets
from report_browser.figures.measured.times import find_time_phrases
from report_browser.figures.quantities.quantity import Quantity
from report_browser.figures.quantities.units import UnitKind
from report_browser.text.span import Span

_BOUNDARY = re.compile("[，。；：！？,;:!?（(]")
_BRACKETS = re.compile("[（(][^（()）]{0,30}[）)]")
_IN_A_WORD = re.compile(
    "(?<=[\u4e00-\u9fff])[（(][\u4e00-\u9fff]{1,4}[）)](?=[\u4e00-\u9fff])(?![达为占是共增下提超约])"
)  # 执业（助理）医师
_NOTE = re.compile(r"[①-⑳⑴-⒇]|[\[［【〔][0-9]{1,3}[\]］】〕]")
_LIST_MARK = re.compile(r"\A[\s）)]*(?:[（(]?[0-9]{1,2}(?:[、．）)]|\.(?![0-9]))|[一二三四五六七八九十]是)?")
_JOINS = ("、", "和", "与", "及", "以及", "或")
_COMMAS = ("，", ",")  # join only what 分别 tells apart: 分别增长9.2%，11.7%，6.4%
_FURTHEST = 60  # characters on each side of a quantity that are looked at
_MAY_BE_OF_RATES = (UnitKind.SHARE, UnitKind.POINT, UnitKind.MULTIPLE, UnitKind.NONE)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a quantity. Times, brackets, list marks and note marks are left out of `left`, `led`, `before`."""

    quantity: Quantity
    left: str  # from the last boundary (，。；： or an opening bracket) or quantity up to this one
    led: str  # from the last boundary on, quantities in between included: 年产值超10亿元的 of 年产值超10亿元的3家
    right: Span  # from behind the quantity to the next boundary or quantity
    before: str  # the clause in front of `left`; empty where a quantity stands at its end
    position: int  # in a run of quantities between which only 、 or 和 stands, from 0
    meets: bool  # whether `right` ends at another quantity
    previous: Quantity | None = None  # of the same sentence
    aside: bool = False  # whether it stands in brackets
    adjacent: bool = False  # whether at most white space parts it from the previous one: 512户1873人

    @property
    def kind(self) -> UnitKind:
        """The kind of the quantity's unit."""
        return self.quantity.unit.kind


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence that clauses are of, a span of the paragraph `text`, and what governs it from above."""

    text: str
    sentence: Span
    owner: str = ""  # whom a list is about that the sentence is an item of: 村级专干
    planned: bool = False  # whether a heading such as 下半年打算 stands over the paragraph
    home: str = ""  # the place that the whole text is about: 全县

    def before(self, clause: Clause, furthest: int) -> str:
        """At most `furthest` characters of the sentence before a quantity with its modifier."""
        return self.text[
            max(self.sentence.start, clause.quantity.phrase.start - furthest) : clause.quantity.phrase.start
        ]

    def own(self, clause: Clause, furthest: int) -> str:
        """The words of the sentence right before a number up to a comma, colon, stop or opening bracket, times included."""
        start = max(self.sentence.start, clause.quantity.phrase.start - furthest)
        return _BOUNDARY.split(self.text[start : clause.quantity.number.start])[-1].strip()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a quantity measures, in words of its sentence."""

    text: str  # 地区生产总值增长
    topic: str  # what the rest of the sentence goes on about: 地区生产总值; empty where this opens no topic
    counted: Span = Span(0, 0)  # the thing counted, where it stands behind the number; else empty
    change: str = ""  # 增长, 降低 and the like, where the number says by how much or to what something changed


def topic_of(subjects: Sequence[Subject], kind: UnitKind = UnitKind.NONE) -> str:
    """The topic of the subjects so far, the last one first; empty where none has one.

    A topic that ends with 率 is passed over for a quantity whose unit is of another `kind` than rates have.
    """
    topics = (one.topic for one in reversed(subjects) if one.topic)
    return next((topic for topic in topics if kind in _MAY_BE_OF_RATES or not topic.endswith("率")), "")


def parse_clauses(text: str, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[Clause]:
    """A clause for each of `quantities`, which are those of one sentence, in order."""
    position, apart = 0, False
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1].phrase.end if at else sentence.start
        following = quantities[at + 1].phrase.start if at + 1 < len(quantities) else sentence.end
        start = _clause_start(text, max(previous, quantity.phrase.start - _FURTHEST), quantity.phrase.start)
        end = _clause_end(text, quantity.phrase.end, min(following, quantity.phrase.end + _FURTHEST))
        between = text[previous : quantity.phrase.start].strip()
        listed = between in _JOINS or (between in _COMMAS and apart)
        position = position + 1 if at and listed else 0
        apart = apart if position else "分别" in text[start : quantity.phrase.start]
        yield Clause(
            quantity,
            left=_words(text, Span(start, quantity.phrase.start)),
            led=_led(text, sentence, quantity.phrase.start),
            right=Span(quantity.phrase.end, end),
            before=_before(text, previous, start) if start > previous else "",
            position=position,
            meets=at + 1 < len(quantities) and end == following,
            previous=quantities[at - 1] if at else None,
            aside=in_brackets(text, quantity.phrase.start, sentence.start),
            adjacent=at > 0 and not between,
        )


def _clause_start(text: str, first: int, place: int) -> int:
    """Behind the last boundary between `first` and `place`, else `first`; boundaries inside closed brackets are none."""
    closed = [match.span() for match in _BRACKETS.finditer(text, first, place)]
    ends = (match.end() for match in _BOUNDARY.finditer(text, first, place))
    return max((end for end in ends if not any(a < end <= b for a, b in closed)), default=first)


def _led(text: str, sentence: Span, place: int) -> str:
    return _words(text, Span(_clause_start(text, max(sentence.start, place - _FURTHEST), place), place))


def _clause_end(text: str, place: int, last: int) -> int:
    """The first boundary or closing bracket between `place` and `last`, else `last`."""
    match = _BOUNDARY.search(text, place, last)
    closing = re.compile("[）)]").search(text, place, last)
    return min([last, *(found.start() for found in (match, closing) if found)])


def _before(text: str, previous: int, start: int) -> str:
    """The words of the clause that ends at the boundary before `start`; it begins behind `previous`."""
    return _words(text, Span(_clause_start(text, max(previous, start - 1 - _FURTHEST), start - 1), start - 1))


def _words(text: str, span: Span) -> str:
    """The characters of `span` without list marks, note marks, times and brackets."""
    words, at = "", span.start
    for time in find_time_phrases(text, span):
        words, at = words + text[at : time.start], time.end
    words = _NOTE.sub("", _LIST_MARK.sub("", words + text[at : span.end]))
    return _BRACKETS.sub(lambda match: match[0] if _IN_A_WORD.match(words, match.start()) else "", words)
