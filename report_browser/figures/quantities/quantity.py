"""Quantities: a numeral with its unit and modifiers: one number, the two ends of a range, the parts of a ratio, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.compounds import ends_clause, find_compound
from report_browser.figures.quantities.modifiers import Modifiers, find_modifiers
from report_browser.figures.quantities.numerals import ARABIC, CHINESE, NUMERAL, Numeral, parse_numeral
from report_browser.figures.quantities.units import Unit, UnitKind, bracketed_unit, match_unit
from report_browser.text.span import Span, meets

Form = Literal["number", "range", "ratio", "unread"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and modifiers, in positions of its paragraph.

    `values` are in the printed unit: one of a number, two of a range, as many as it has parts of a ratio, none where no
    rule reads the numeral whole: then the form is `unread`, or `ratio`. `phrase` reaches from the first of number, unit
    and modifiers to the last; a unit in brackets before the number is left out. `chinese` tells 三百 from 300;
    `colloquial` is 三万五 at the end of a clause, which needs no unit.
    """

    number: Span
    values: tuple[Decimal, ...]
    form: Form
    unit: Unit
    phrase: Span
    modifiers: Modifiers = Modifiers()
    chinese: bool = False
    colloquial: bool = False

    def modifier_text(self, text: str) -> str:
        """The modifiers as printed, joined by spaces: `最低 不足`; empty where there are none."""
        return " ".join(span.of(text) for span in self.modifiers.spans)


def parse_quantity(text: str, match: re.Match[str], decoys: Sequence[tuple[int, int]]) -> Quantity:
    """The quantity that begins with the numeral `match` of `text`.

    The second number of a range must not be one of `decoys`.
    """
    quantity = _ratio(text, match) or _range(text, match, decoys) or _single(text, match)
    number, unit = quantity.number, quantity.unit
    modifiers = find_modifiers(text, number, unit)
    inside = [number, unit.modifier, *modifiers.spans, *([unit.span] if unit.span.start >= number.end else [])]
    phrase = Span(min(span.start for span in inside if span), max(span.end for span in inside if span))
    return replace(quantity, modifiers=modifiers, phrase=phrase)


def _single(text: str, match: re.Match[str]) -> Quantity:
    """The numeral alone with its unit; a range only where it is one by itself (三四百)."""
    numeral = parse_numeral(match[0])
    number = Span(match.start(), match.start() + numeral.length)
    chinese = not re.search("[0-9]", match[0])
    if number.end < match.end() and text[number.end] == "两" and match_unit(text, match.end()).printed:
        return _quantity(Span(*match.span()), (), match_unit(text, match.end()), chinese=True)  # 十两吨 is no 十两
    if blurred := _BLURRED.match(text, max(match.end() - 1, 0)):
        number = Span(number.start, blurred.end())
        return _quantity(number, (), match_unit(text, number.end), chinese=chinese)
    values = tuple(_signed(text, number.start, value) for value in numeral.values)
    unit = _share(numeral, number) if numeral.unit else _unit(text, number)
    if len(values) == 1 and (compound := find_compound(text, number, unit, values[0])):
        read = () if compound.value is None else (compound.value,)
        return _quantity(compound.number, read, compound.unit, chinese=chinese)
    colloquial = numeral.colloquial and not unit.printed and ends_clause(text, number.end)
    if (numeral.colloquial and not colloquial) or _exceeds_its_whole(text, number.start, unit, values):
        values = ()
    return _quantity(number, values, unit, chinese=chinese, colloquial=colloquial)


def _quantity(
    number: Span, values: tuple[Decimal, ...], unit: Unit, *, chinese: bool, colloquial: bool = False
) -> Quantity:
    form: Form = ("unread", "number", "range")[len(values)]
    return Quantity(number, values, form, unit, number, chinese=chinese, colloquial=colloquial)


_BLURRED = re.compile("[万萬][多余来](?=[亿億])")  # 1万多亿 is no 10000亿


def _unit(text: str, number: Span) -> Unit:
    unit = match_unit(text, number.end)
    return unit if unit.printed else bracketed_unit(text, number.start) or unit


def _share(numeral: Numeral, number: Span) -> Unit:
    """The unit of a share that is a numeral itself, as in 百分之三."""
    return Unit(numeral.unit, Span(number.end, number.end), UnitKind.SHARE, numeral.unit)


def _signed(text: str, start: int, value: Decimal) -> Decimal:
    """A value that is negative where 负 or 零下 stands before the numeral; 负 is no sign in 减负, 担负 and their like."""
    return -value if re.search(r"(?<![减胜自担肩身背欺辜])负\Z|零下\Z", text[max(start - 2, 0) : start]) else value


def _exceeds_its_whole(text: str, start: int, unit: Unit, values: tuple[Decimal, ...]) -> bool:
    """Whether a share of a whole (占, 覆盖率) is above 100 %, which cannot be; growth and completion may be."""
    if unit.kind != UnitKind.SHARE or not unit.printed.startswith(_PERCENT) or not values or max(values) <= _WHOLE:
        return False
    before = _CLAUSE_STOP.split(text[max(start - _CLAUSE, 0) : start])[-1]
    part, other = _of_a_whole()
    return bool(part.search(before)) and not other.search(before)


_PERCENT = ("%", "％", "﹪", "℅")
_WHOLE = 100
_CLAUSE = 40  # characters before a number in which its clause is looked at
_CLAUSE_STOP = re.compile("[，。；：！？,;]")


@cache
def _of_a_whole() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that a share is of a whole, and what says that it is something else."""
    words = lexicon("acceptance")["shares of a whole"]
    return re.compile(either(words["words"])), re.compile(either(words["unless"]))


_RATIO = re.compile(rf"{ARABIC}(?: ?[:：∶︰比] ?{ARABIC})+")
_CHINESE_RATIO = re.compile(rf"{CHINESE}(?:比{CHINESE})+")
_CLOCK = re.compile(r"[0-9]{1,2}[:：][0-5][0-9]")
_BEHIND_RATIO = re.compile("的?比[例率]")


def _ratio(text: str, match: re.Match[str]) -> Quantity | None:
    """`21:50:29`, `16.4比1`, `三比一`; a ratio with nothing (3:0) has no values.

    What may be a time of day (8:30) or is in Chinese is a ratio only where words beside it say so.
    """
    pattern = _RATIO if match["arabic"] else _CHINESE_RATIO if match["chinese"] else None
    found = pattern.match(text, match.start()) if pattern else None
    if not found or not _is_ratio(text, found):
        return None
    parts = [parse_numeral(part.strip()) for part in re.split("[:：∶︰比]", found[0])]
    read = all(len(part.values) == 1 and part.values[0] for part in parts)
    number = Span(*found.span())
    values = tuple(part.values[0] for part in parts) if read else ()
    return Quantity(number, values, "ratio", Unit("", Span(number.end, number.end)), number)


def _is_ratio(text: str, found: re.Match[str]) -> bool:
    if not _CLOCK.fullmatch(found[0]) and found[0][0].isascii():
        return True
    before = text[max(found.start() - 30, 0) : found.start()]
    return bool(_ratio_cue().search(before) or _BEHIND_RATIO.match(text, found.end()))


@cache
def _ratio_cue() -> re.Pattern[str]:
    return re.compile(either(lexicon("acceptance")["ratio words"]))


_DASH = re.compile(r" ?(?:[-－–~～〜]|[—―─]{1,2}|至|到) ?")


def _range(text: str, match: re.Match[str], decoys: Sequence[tuple[int, int]]) -> Quantity | None:
    """The range that begins with a numeral: `3—5年`, `35%至40%`; not `由35%到40%`, which is a change."""
    first = _single(text, match)
    if len(first.values) != 1 or first.values[0] < 0:
        return None
    dash = _DASH.match(text, first.number.end) or _DASH.match(text, first.unit.span.end)
    following = NUMERAL.match(text, dash.end()) if dash else None
    if not dash or not following or meets(decoys, *following.span()):
        return None
    second = _of_the_same(first, _single(text, following))
    if len(second.values) != 1 or not _spans_a_range(text, first, second, dash[0].strip()):
        return None
    number = Span(first.number.start, second.number.end)
    return replace(second, number=number, values=first.values + second.values, form="range", phrase=number)


def _of_the_same(first: Quantity, second: Quantity) -> Quantity:
    """The 五 of 百分之三到五 as a share, too."""
    named = first.unit.printed and not first.unit.span
    return (
        replace(second, unit=replace(first.unit, span=second.unit.span))
        if named and not second.unit.printed
        else second
    )


def _spans_a_range(text: str, first: Quantity, second: Quantity, dash: str) -> bool:
    """Whether two numbers with a dash or 至 between them are the ends of one range."""
    alike = second.unit.printed.startswith(first.unit.printed)
    growing = first.unit.printed != "" or first.values[0] < second.values[0]
    same_script = first.chinese == second.chinese
    change = dash in "至到" and _from_words().search(text[max(first.number.start - 15, 0) : first.number.start])
    return alike and growing and same_script and not change


@cache
def _from_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('acceptance')['from words'])})[^，。；]*\Z")
