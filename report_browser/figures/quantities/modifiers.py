"""Modifiers: the words beside a number that say how the true value lies to it: 以上, 近, 余, 约."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.numerals import SCALES
from report_browser.figures.quantities.units import Unit, UnitKind
from report_browser.text.span import Span

Bound = Literal["", "≥", "≤", "<", ">", "≈"]
_Place = Literal["before", "between", "after"]

_LONGEST = 8  # characters that a modifier before a number and its carrier (可达 of 最高可达95%) take together
_SPANS_OF_TIME = (UnitKind.TIME, UnitKind.MONTHS, UnitKind.WEEKS, UnitKind.HOURS)


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The modifiers of one number, in text order; `bound` is how the true value lies to the number.

    Where several say so, the one nearest before the number is taken; without any, `bound` is empty.
    """

    spans: tuple[Span, ...] = ()
    bound: Bound = ""


def find_modifiers(text: str, number: Span, unit: Unit) -> Modifiers:
    """The modifiers before a number (two at most), between it and its unit, and behind both; perhaps none."""
    nearest = _before(text, number, unit)
    further = _before(text, nearest, unit) if nearest else Span(0, 0)  # 最低不足五千元
    places: tuple[tuple[_Place, Span], ...] = (
        ("before", nearest),
        ("before", further),
        ("between", unit.modifier),
        ("after", _after(text, number, unit)),
    )
    found = [(place, span) for place, span in places if span]
    bounds: list[Bound] = [_bounds()[place].get(span.of(text), "") for place, span in found]
    return Modifiers(tuple(sorted(span for _, span in found)), bounds[0] if bounds else "")


def _before(text: str, number: Span, unit: Unit) -> Span:
    """The modifier that ends where a number begins; 上, 过 and 破 are modifiers only of 万, 亿 and their like."""
    start = max(number.start - _LONGEST, 0)
    found = _before_pattern().search(text[start : number.start])
    if not found or (found[1] in "上过破" and not _is_round(number.of(text), unit)):
        return Span(0, 0)
    return Span(*found.span(1)).shift(start)


def _is_round(number: str, unit: Unit) -> bool:
    return number in SCALES or unit.printed.startswith(("万", "亿", "千万"))


def _after(text: str, number: Span, unit: Unit) -> Span:
    """The modifier right behind number and unit; an empty span where there is none."""
    end = max(number.end, unit.span.end, unit.modifier.end)
    found = _after_pattern().match(text, end)
    if not found or (found[1] in "余多" and (unit.modifier or _exact_before().match(text, found.end()))):
        return Span(0, 0)
    return Span(0, 0) if found[1] == "内" and unit.kind not in _SPANS_OF_TIME else Span(*found.span(1))


@cache
def _bounds() -> dict[_Place, dict[str, Bound]]:
    """What each modifier says, by where it stands and its word."""
    words: dict[_Place, dict[Bound, list[str]]] = lexicon("modifiers")
    places: tuple[_Place, ...] = ("before", "between", "after")
    return {place: {word: bound for bound, listed in words[place].items() for word in listed} for place in places}


@cache
def _before_pattern() -> re.Pattern[str]:
    words = lexicon("modifiers")
    free = {word: rf"(?<![{before}]){word}" for word, before in words["not behind"].items()}
    before = "|".join(free.get(word, word) for word in sorted(_bounds()["before"], key=len, reverse=True))
    return re.compile(rf"({before})(?:{either(words['carriers'])})? ?\Z")


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(rf" ?及?({either(_bounds()['after'])})")


@cache
def _exact_before() -> re.Pattern[str]:
    return re.compile(either(lexicon("modifiers")["no modifier behind before"]))
