"""Acceptance: which of the numbers of a paragraph are figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.decoys import find_decoys
from report_browser.figures.quantities.numerals import NUMERAL, SCALES
from report_browser.figures.quantities.quantity import Quantity, parse_quantity
from report_browser.text.span import Span, meets


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a paragraph with half-width digits that are figures, in text order; none overlap."""
    return tuple(_accepted(text, list(_candidates(text))))


def _candidates(text: str) -> Iterator[Quantity]:
    """The quantities of all numerals that are no decoys, figures or not: 1846 in 结扎1846、放环2903例 has no unit yet."""
    decoys, at = find_decoys(text), 0
    while match := NUMERAL.search(text, at):
        quantity = None if meets(decoys, *match.span()) else parse_quantity(text, match, decoys)
        at = match.end()
        if quantity:
            at = quantity.phrase.end if _counts(text, quantity) else quantity.number.end
            yield quantity


def _counts(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is a figure by itself."""
    if quantity.form == "ratio":
        return True
    number, unit = quantity.number.of(text), quantity.unit
    if "分之" in number or "/" in number or number in ("一半", "半数"):
        return True
    if quantity.chinese:
        return _chinese_counts(text, quantity, number)
    return bool(unit.printed) or _bare_counts(text, quantity)


def _bare_counts(text: str, quantity: Quantity) -> bool:
    """Whether an Arabic number without a unit is a value: a word before it says so (达, 率, 为), or a modifier."""
    before = text[max(quantity.phrase.start - _NEAR, 0) : quantity.phrase.start].rstrip()
    return bool(_bare_end().match(text, quantity.phrase.end)) and bool(
        quantity.modifiers.spans or _bare_cue().search(before)
    )


def _chinese_counts(text: str, quantity: Quantity, number: str) -> bool:
    """Whether a Chinese numeral is the number of a figure; most are part of a name or of a set phrase."""
    rules, unit = lexicon("acceptance")["chinese"], quantity.unit
    word = unit.printed.lstrip(SCALES) or unit.printed
    before = text[max(quantity.phrase.start - _NEAR, 0) : quantity.number.start]
    if not unit.printed or (number in SCALES and not quantity.modifiers.spans):
        return False
    if word == "番":
        return "翻" in before[-3:]
    if number == "一" and unit.printed == word:
        return word in rules["one"]
    if word in rules["times"]:
        return bool(_timed().search(before)) or _BOUNDED.match(text, quantity.unit.span.end) is not None
    counted = unit.counts and word in rules["blurring units"]
    return word in rules["units"] or (counted and _concrete(text, quantity))


def _concrete(text: str, quantity: Quantity) -> bool:
    """Whether 个, 项 and their like count concrete things, named behind them or before (养殖场二十三个); not 三项原则."""
    large = bool(quantity.modifiers.spans) or quantity.form == "range" or quantity.values[-1] > _RHETORICAL
    behind = (_not_abstract() if large else _nouns()).match(text, quantity.phrase.end)
    before = text[max(quantity.phrase.start - _NEAR, 0) : quantity.phrase.start]
    return bool(behind) or bool(_CLAUSE_END.match(text, quantity.phrase.end) and _listed().search(before))


_BOUNDED = re.compile("以[上下]")  # 两年以上 measures, 两年 mostly dates
_NUMBERED = "号室组序第楼栋"  # what stands before a number that is a name
_JOINED = re.compile(r"\s*(?:[和与及]|、\s*[\u4e00-\u9fff]{0,6})\s*")  # 结扎1846、放环2903例
_NEAR = 6  # characters before a number that say whether it counts
_RHETORICAL = 10  # 三个, 四项 and the like up to here are often said of what is not counted
_CLAUSE_END = re.compile("[，。；、）：]|\\Z")


@cache
def _bare_cue() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('acceptance')['bare']['before'])})了?\Z")


@cache
def _bare_end() -> re.Pattern[str]:
    return re.compile(rf"(?![0-9A-Za-z\u4e00-\u9fff])|{either(lexicon('acceptance')['bare']['after'])}")


@cache
def _listed() -> re.Pattern[str]:
    """Where a thing counted stands in front of its number (养殖场二十三个), and no verb does (有二十三个)."""
    words = lexicon("acceptance")["chinese"]["not listed behind"]
    return re.compile(rf"{''.join(f'(?<!{word})' for word in words)}\Z(?<=[\u4e00-\u9fff]{{3}})")


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf" ?[^，。；、]{{0,4}}?(?:{either(lexicon('acceptance')['chinese']['nouns'])})")


@cache
def _not_abstract() -> re.Pattern[str]:
    return re.compile(rf" ?(?!{either(lexicon('acceptance')['chinese']['abstract'])})[\u4e00-\u9fff]")


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('acceptance')['chinese']['timed by'])})[^，。；]{{0,3}}\Z")


def _accepted(text: str, candidates: Sequence[Quantity]) -> Iterator[Quantity]:
    """The candidates that are figures, those without a unit completed from the one behind: asked from the last on."""
    following: Quantity | None = None
    kept = []
    for quantity in reversed(candidates):
        one = _sharing(text, quantity, following) or (quantity if _counts(text, quantity) else None)
        kept += [one] if one else []
        following = one
    return reversed(kept)


def _sharing(text: str, quantity: Quantity, following: Quantity | None) -> Quantity | None:
    """A number without a unit, with that of the quantity behind it where only 、 or 和 stands between; else None."""
    if not following or quantity.unit.printed or quantity.form != "number" or quantity.chinese != following.chinese:
        return None
    if text[max(quantity.number.start - 1, 0)] in _NUMBERED:
        return None
    joined = _JOINED.fullmatch(text, quantity.phrase.end, following.phrase.start)
    return replace(quantity, unit=replace(following.unit, modifier=Span(0, 0))) if joined else None
