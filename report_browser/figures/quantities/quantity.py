"""Quantities: a numeral with its unit and modifiers: one number, the two ends of a range, or the parts of a ratio."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.modifiers import Modifiers, find_modifiers
from report_browser.figures.quantities.numerals import ARABIC, NUMERAL, NumeralValue, parse_numeral
from report_browser.figures.quantities.units import Unit, UnitKind, bracketed_unit, match_unit
from report_browser.text.span import Span, meets

Form = Literal["number", "range", "ratio"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and modifiers, in positions of its paragraph.

    `values` are in the printed unit: one of a number, two of a range, as many as it has parts of a ratio. `phrase`
    reaches from the first of number, unit and modifiers to the last; a unit in brackets before the number is left out.
    `chinese` tells 三百 from 300.
    """

    number: Span
    values: tuple[Decimal, ...]
    form: Form
    unit: Unit
    phrase: Span
    modifiers: Modifiers = Modifiers()
    chinese: bool = False

    def modifier_text(self, text: str) -> str:
        """The modifiers as printed, joined by spaces: `最低 不足`; empty where there are none."""
        return " ".join(span.of(text) for span in self.modifiers.spans)


def parse_quantity(text: str, match: re.Match[str], decoys: Sequence[tuple[int, int]]) -> Quantity | None:
    """The quantity that begins with the numeral `match` of `text`; None where the numeral has no value.

    The second number of a range must not be one of `decoys`.
    """
    quantity = _ratio(text, match) or _range(text, match, decoys) or _single(text, match)
    if not quantity:
        return None
    number, unit = quantity.number, quantity.unit
    modifiers = find_modifiers(text, number, unit)
    inside = [number, unit.modifier, *modifiers.spans, *([unit.span] if unit.span.start >= number.end else [])]
    phrase = Span(min(span.start for span in inside if span), max(span.end for span in inside if span))
    return replace(quantity, modifiers=modifiers, phrase=phrase)


def _single(text: str, match: re.Match[str]) -> Quantity | None:
    """The numeral alone with its unit; a range only where it is one by itself (三四百)."""
    number = Span(*match.span())
    try:
        numeral = parse_numeral(number.of(text))
    except (ValueError, KeyError, ArithmeticError):
        return None
    form: Form = "range" if len(numeral.values) == 2 else "number"  # noqa: PLR2004 - 三四 is 3 to 4
    values = tuple(_signed(text, number.start, value) for value in numeral.values)
    unit = _share(numeral, number) if numeral.unit else _unit(text, number)
    return Quantity(number, values, form, unit, number, chinese=match["chinese"] is not None)


def _unit(text: str, number: Span) -> Unit:
    unit = match_unit(text, number.end)
    return unit if unit.printed else bracketed_unit(text, number.start) or unit


def _share(numeral: NumeralValue, number: Span) -> Unit:
    """The unit of a share that is a numeral itself, as in 百分之三."""
    return Unit(numeral.unit, Span(number.end, number.end), UnitKind.SHARE, numeral.unit)


def _signed(text: str, start: int, value: Decimal) -> Decimal:
    """A value that is negative where 负 or 零下 stands before the numeral; 负 is no sign in 减负, 担负 and their like."""
    return -value if re.search(r"(?<![减胜自担肩身背欺辜])负\Z|零下\Z", text[max(start - 2, 0) : start]) else value


_RATIO = re.compile(rf"{ARABIC}(?: ?[:：∶︰比] ?{ARABIC})+")
_CLOCK = re.compile(r"[0-9]{1,2}[:：][0-5][0-9]")


def _ratio(text: str, match: re.Match[str]) -> Quantity | None:
    """`21:50:29`, `16.4比1`; what may be a time of day (8:30) is a ratio only where words before it say so."""
    found = _RATIO.match(text, match.start()) if match["arabic"] else None
    if not found or (
        _CLOCK.fullmatch(found[0]) and not _ratio_cue().search(text[max(match.start() - 30, 0) : match.start()])
    ):
        return None
    parts = re.split("[:：∶︰比]", found[0])
    values = tuple(parse_numeral(part).values[0] for part in parts)
    number = Span(*found.span())
    return Quantity(number, values, "ratio", Unit("", Span(number.end, number.end)), number)


@cache
def _ratio_cue() -> re.Pattern[str]:
    return re.compile(either(lexicon("acceptance")["ratio words"]))


_DASH = re.compile(r" ?(?:[-－–~～〜]|[—―─]{1,2}|至|到) ?")


def _range(text: str, match: re.Match[str], decoys: Sequence[tuple[int, int]]) -> Quantity | None:
    """The range that begins with a numeral: `3—5年`, `35%至40%`; not `由35%到40%`, which is a change."""
    first = _single(text, match)
    if not first or len(first.values) != 1 or first.values[0] < 0:
        return None
    dash = _DASH.match(text, first.number.end) or _DASH.match(text, first.unit.span.end)
    following = NUMERAL.match(text, dash.end()) if dash else None
    if not dash or not following or meets(decoys, *following.span()):
        return None
    second = _single(text, following)
    if not second or not _spans_a_range(text, first, second, dash[0].strip()):
        return None
    number = Span(first.number.start, second.number.end)
    return replace(second, number=number, values=first.values + second.values, form="range", phrase=number)


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
