"""Compounds: numbers that go on behind their unit: 3元5角, 两年半, 一个半小时, 一米七五."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.chinese import common_form, parse_chinese
from report_browser.figures.quantities.units import Unit, UnitKind, match_unit
from report_browser.text.span import Span

_D = "0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_COINS = re.compile(
    rf"零?(?P<tenths>[{_D}])[角毛](?:零?(?P<cents>[{_D}])分(?![之别钟]))?|零?(?P<only>[1-9]?[{_D}])分(?![之别钟])"
)
_CENTS = re.compile(rf"(?P<cents>[{_D}])分(?![之别钟])")
_YUAN = ("元", "圆", "块")
_JIAO = ("角", "毛")
_HALF = re.compile("半(?![数径夜山途封导价日天])")
_HALF_OF = re.compile("个半")  # 一个半小时
_LONGEST_UNIT = 6  # characters
_ONE_HALF = Decimal("0.5")
_TAILED = ("元", "块", "毛", "成", "米", "尺", "斤")  # units behind which a digit alone is a decimal
_TAIL = re.compile("[零一二三四五六七八九]{1,2}|[0-9]{1,2}(?![0-9.．])")


class Compound(NamedTuple):
    """A number in its full length, its unit, and its value in that unit: None where it is unread."""

    number: Span
    unit: Unit
    value: Decimal | None


def find_compound(text: str, number: Span, unit: Unit, value: Decimal) -> Compound | None:
    """The compound that a number with `unit` begins; None where it ends before its unit."""
    if unit.modifier or unit.span.start < number.end:
        return None
    return (
        _coins(text, number, unit, value)
        or _hours(text, number, value)
        or _and_half(text, number, unit, value)
        or _decimal(text, number, unit, value)
    )


def ends_clause(text: str, at: int) -> bool:
    """Whether a clause ends at a place, 的 and words such as 以上 apart."""
    return bool(_end().match(text, at))


def _coins(text: str, number: Span, unit: Unit, value: Decimal) -> Compound | None:
    """An amount in 元, 角 and 分, in the first of its units."""
    yuan = unit.printed in _YUAN
    pattern = _COINS if yuan else _CENTS if unit.printed in _JIAO else None
    match = pattern.match(text, unit.span.end) if pattern else None
    if not match:
        return None
    found = match.groupdict()
    tenths, cents = _digits(found.get("tenths")), _digits(found["cents"] or found.get("only"))
    added = tenths / 10 + cents / 100 if yuan else cents / 10
    return Compound(Span(number.start, match.end()), _money(unit), value + added)


def _digits(printed: str | None) -> Decimal:
    return Decimal("".join(_digit(char) for char in printed or "0"))


def _digit(char: str) -> str:
    found = None if char.isascii() else parse_chinese(common_form(char))
    return str(found.least) if found else char


def _money(unit: Unit) -> Unit:
    """块, which counts things too, as money."""
    return replace(unit, kind=UnitKind.MONEY, base="元") if unit.printed == "块" else unit


def _hours(text: str, number: Span, value: Decimal) -> Compound | None:
    """一个半小时, 3个半月 and 两个半百分点, whose units are 个小时, 个月 and 个百分点."""
    half = _HALF_OF.match(text, number.end)
    if not half:
        return None
    word = text[half.end() : half.end() + _LONGEST_UNIT]
    unit = match_unit(f"个{word}", 0)
    if unit.printed == "个" and not (unit := match_unit(word, 0)).printed:
        return None
    printed = unit.printed if unit.printed.startswith("个") else f"个{unit.printed}"
    end = half.end() + len(printed) - 1
    return Compound(
        Span(number.start, half.end()), replace(unit, printed=printed, span=Span(half.end(), end)), value + _ONE_HALF
    )


def _and_half(text: str, number: Span, unit: Unit, value: Decimal) -> Compound | None:
    half = _HALF.match(text, unit.span.end) if unit.printed and unit.printed[0] not in "万亿" else None
    return Compound(Span(number.start, half.end()), unit, value + _ONE_HALF) if half else None


def _decimal(text: str, number: Span, unit: Unit, value: Decimal) -> Compound | None:
    """三块五 and 一米七五 at a clause's end; unread where it goes on, but for another number with its unit (两米三条)."""
    tail = _TAIL.match(text, unit.span.end) if unit.printed in _TAILED and value == value.to_integral_value() else None
    if not tail or (match_unit(text, tail.end()).printed and len(tail[0]) == 1):
        return None
    if text[tail.end() : tail.end() + 1] in tuple("十百千万亿点"):
        return None
    whole, decimals = Span(number.start, tail.end()), "".join(_digit(char) for char in tail[0])
    read = Decimal(f"{value}.{decimals}") if ends_clause(text, tail.end()) else None
    return Compound(whole, _money(unit), read)


@cache
def _end() -> re.Pattern[str]:
    after = (word for words in lexicon("modifiers")["after"].values() for word in words if len(word) > 1)
    return re.compile(rf" ?(?:[，。；、：！？）,;:!?)\n]|\Z|的|{either(after)})")
