"""Qualifiers: the words beside a number that bound or blur it: 以上, 近, 余."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.units import Unit
from report_browser.text.span import Span

Bound = Literal["", "≥", "≤", "<", ">", "≈"]

SCALES = "百千万亿"  # that may stand for a number: 上千人, 近万元
_LONGEST = 8  # characters that a qualifier and what carries it take
_AFTER_MANY = re.compile("功能|种|媒|方面|元化|样|项|次|渠|层|元|党|年级|动|民族|语|级|边|家|少|额|热|下的?|款|地|人参")
_TIMES = ("time", "months", "weeks", "hours")


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The qualifiers of one number, in text order; `bound` is what the first of them says."""

    spans: tuple[Span, ...] = ()
    bound: Bound = ""


def find_qualifiers(text: str, number: Span, unit: Unit) -> Qualifiers:
    """The qualifiers before a number, between it and its unit, and behind both."""
    nearest = _before(text, number, unit)
    further = _before(text, nearest, unit) if nearest else Span(0, 0)  # 最低不足五千元
    found = (
        ("before", nearest),
        ("before", further),
        ("between", unit.qualifier),
        ("after", _after(text, number, unit)),
    )
    spans = [(place, span) for place, span in found if span]
    bounds: list[Bound] = [_bounds()[place].get(span.of(text), "") for place, span in spans]
    return Qualifiers(tuple(sorted(span for _, span in spans)), bounds[0] if bounds else "")


def _before(text: str, number: Span, unit: Unit) -> Span:
    """The qualifier that ends where a number begins; 上, 过 and 破 are one only before 万, 亿 and their like."""
    start = max(number.start - _LONGEST, 0)
    found = _before_pattern().search(text[start : number.start])
    if not found or (found[1] in "上过破" and not _is_round(number.of(text), unit)):
        return Span(0, 0)
    return Span(*found.span(1)).shift(start)


def _is_round(number: str, unit: Unit) -> bool:
    return number in SCALES or unit.printed.startswith(("万", "亿", "千万"))


def _after(text: str, number: Span, unit: Unit) -> Span:
    end = max(number.end, unit.span.end, unit.qualifier.end)
    found = _after_pattern().match(text, end)
    if not found or (found[1] in "余多" and (unit.qualifier or _AFTER_MANY.match(text, found.end()))):
        return Span(0, 0)
    return Span(0, 0) if found[1] == "内" and unit.kind not in _TIMES else Span(*found.span(1))


@cache
def _bounds() -> dict[str, dict[str, Bound]]:
    """By place (before, between, after) and word."""
    places: dict[str, Any] = lexicon("qualifiers")
    return {
        place: {word: bound for bound, words in places[place].items() for word in words}
        for place in ("before", "between", "after")
    }


@cache
def _before_pattern() -> re.Pattern[str]:
    words = lexicon("qualifiers")
    free = {word: rf"(?<![{before}]){word}" for word, before in words["not behind"].items()}
    before = "|".join(free.get(word, word) for word in sorted(_bounds()["before"], key=len, reverse=True))
    return re.compile(rf"({before})(?:{either(words['carriers'])})? ?\Z")


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(rf" ?及?({either(_bounds()['after'])})")
