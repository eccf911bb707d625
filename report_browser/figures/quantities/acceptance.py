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
from report_browser.figures.quantities.units import Unit, UnitKind, match_unit
from report_browser.text.span import Span, meets


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a paragraph with half-width digits that are figures, in text order; none overlap.

    Those that no rule reads whole are among them, without values, where their unit shows that they count something.
    """
    return tuple(_bounded(text, list(_accepted(text, list(_candidates(text))))))


def _candidates(text: str) -> Iterator[Quantity]:
    """The quantities of all numerals that are no decoys, figures or not: 1846 in 结扎1846、放环2903例 has no unit yet."""
    decoys, at = find_decoys(text), 0
    while match := NUMERAL.search(text, at):
        quantity = None if meets(decoys, *match.span()) or match[0][0] == "几" else parse_quantity(text, match, decoys)
        at = match.end()
        if quantity:
            at = quantity.phrase.end if _counts(text, quantity) else quantity.number.end
            yield quantity


def _counts(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is a figure by itself."""
    if quantity.form == "ratio":
        return True
    number, unit = quantity.number.of(text), quantity.unit
    if "分之" in number:
        return not number.endswith("之") and "分之几" not in number
    if _STROKE.search(number):
        return bool(quantity.values) or "0" in re.split("[/／] ?", number)
    if number in ("一半", "半数") or quantity.colloquial:
        return True
    if quantity.chinese:
        return _chinese_counts(text, quantity, number)
    return bool(unit.printed) or (bool(quantity.values) and _bare_counts(text, quantity))


def _bare_counts(text: str, quantity: Quantity) -> bool:
    """Whether an Arabic number without a unit is a value: in a row of a table, or where a word (达, 率) or modifier says so."""
    if _in_row(text, quantity.number):
        return True
    before = text[max(quantity.phrase.start - _NEAR, 0) : quantity.phrase.start].rstrip()
    return bool(_bare_end().match(text, quantity.phrase.end)) and bool(
        quantity.modifiers.spans or _bare_cue().search(before)
    )


def _in_row(text: str, number: Span) -> bool:
    """Whether a number stands in a row of a table: a paragraph of one short name and two numbers or more."""
    return len(text) <= _LONGEST_ROW and bool(_ROW.fullmatch(text)) and number.start > 0


def _chinese_counts(text: str, quantity: Quantity, number: str) -> bool:
    """Whether a Chinese numeral is the number of a figure; most are part of a name or of a set phrase."""
    rules, unit = lexicon("acceptance")["chinese"], quantity.unit
    word = unit.printed.lstrip(_MULTIPLIERS) or unit.printed
    if not unit.printed or (number in SCALES and not quantity.modifiers.spans):
        return False
    before = text[max(quantity.phrase.start - _NEAR, 0) : quantity.number.start]
    if number == "半":
        return _half_counts(quantity, before)
    if number in _FINANCIAL or (number == "一" and unit.printed == word and word != "番"):
        return word in rules["one" if number == "一" else "money"]
    if word == "番":
        return "翻" in before[-3:]
    if word in rules["times"]:
        timed = _timed().search(before) or _timed_behind().match(text, quantity.phrase.end)
        return bool(timed) or _BOUNDED.match(text, quantity.unit.span.end) is not None
    return _counts_with(text, quantity, word)


def _counts_with(text: str, quantity: Quantity, word: str) -> bool:
    """Whether a unit shows that a Chinese numeral counts: it measures, is 万 alone, or a noun beside it is concrete."""
    rules, unit = lexicon("acceptance")["chinese"], quantity.unit
    if "、" in quantity.number.of(text):
        return word in rules["listed"]
    counted = unit.counts and word in rules["blurring units"]
    large = (word in _MULTIPLIERS and quantity.number.of(text) != "一") or unit.kind in _MONEY
    return large or word in rules["units"] or (counted and _concrete(text, quantity))


def _half_counts(quantity: Quantity, before: str) -> bool:
    """Whether 半 measures: 半亩, but no 半封; 半天 and 半年 only where a word before says so."""
    unit = quantity.unit
    if unit.printed in lexicon("acceptance")["chinese"]["times"]:
        return bool(_timed().search(before) or quantity.modifiers.spans)
    return not unit.counts and unit.printed[0] not in _MULTIPLIERS and unit.printed not in ("人", "位", "名")


def _concrete(text: str, quantity: Quantity) -> bool:
    """Whether 个, 项 and their like count concrete things, named behind them or before (养殖场二十三个); not 三项原则."""
    large = bool(quantity.modifiers.spans) or quantity.form in ("range", "unread") or max(quantity.values) > _RHETORICAL
    behind = (_not_abstract() if large else _nouns()).match(text, quantity.phrase.end)
    before = text[max(quantity.phrase.start - _NEAR, 0) : quantity.phrase.start]
    return bool(behind) or bool(_CLAUSE_END.match(text, quantity.phrase.end) and _listed().search(before))


_MULTIPLIERS = "百千万亿萬億"
_MONEY = (UnitKind.MONEY, UnitKind.DOLLARS, UnitKind.OTHER_MONEY)
_FINANCIAL = tuple("壹贰叁肆伍陆柒捌玖拾")  # alone they are parts of words, except before money
_STROKE = re.compile("[/／½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_ROW = re.compile(r"[^0-9，。；：]{1,12}(?: [0-9][0-9,.]*){2,}")
_LONGEST_ROW = 200  # characters
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
def _timed_behind() -> re.Pattern[str]:
    return re.compile(either(lexicon("acceptance")["chinese"]["timed behind"]))


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
    """A number without a unit, with that of the quantity behind it where only 、, 和 or 至 stands between; else None."""
    if not following or quantity.form not in ("number", "unread") or quantity.chinese != following.chinese:
        return None
    if text[max(quantity.number.start - 1, 0)] in _NUMBERED or quantity.colloquial:
        return None
    between = Span(quantity.phrase.end, max(following.phrase.start, quantity.phrase.end)).of(text)
    unit = following.unit if _JOINED.fullmatch(between) and not quantity.unit.printed else None
    unit = unit or (_completed(quantity, following) if _TO.fullmatch(between) else None)
    return replace(quantity, unit=replace(unit, modifier=Span(0, 0))) if unit else None


def _completed(quantity: Quantity, following: Quantity) -> Unit | None:
    """The unit of the lower end of a range whose ends differ in power: 元 of 8000至1.2万元, 万元 of 50万至1亿元."""
    word = following.unit.printed.lstrip(_MULTIPLIERS)
    if quantity.unit.printed.strip(_MULTIPLIERS) or not word or word == following.unit.printed:
        return None
    unit = match_unit(quantity.unit.printed + word, 0)
    ends = [
        one.values[0] * scale
        for one, scale in ((quantity, unit.scale), (following, following.unit.scale))
        if one.values
    ]
    rising = len(ends) == 2 and ends[0] < ends[1]  # noqa: PLR2004 - the two ends
    return replace(unit, span=following.unit.span) if rising else None


def _bounded(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, a bound before a list with one unit given to each of its numbers: 突破70和50亿元."""
    last: Quantity | None = None
    for quantity in quantities:
        listed = last and last.unit.printed and last.unit.span == quantity.unit.span and not quantity.modifiers.spans
        if (
            last
            and listed
            and last.modifiers.bound in _BOUNDS
            and _LIST.fullmatch(text, last.number.end, quantity.number.start)
        ):
            last = replace(quantity, modifiers=last.modifiers)
        else:
            last = quantity
        yield last


_TO = re.compile(" ?(?:[-－–~～〜]|[—―─]{1,2}|至|到) ?")
_LIST = re.compile(" ?[和与及、] ?")
_BOUNDS = ("≥", "≤", ">", "<")
