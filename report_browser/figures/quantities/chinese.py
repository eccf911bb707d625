"""Chinese numerals: a strict grammar that reads one whole or not at all.

The coefficient of a power may be in Arabic digits (3亿5000, 5万3千). Financial and rare forms are read as common ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_COMMON = str.maketrans(
    "壹贰貳弍叁叄參肆伍陆柒捌玖拾佰仟萬億〇○俩",
    "一二二二三三三四五六七八九十百千万亿零零两",
)
_TWENTIES = {"廿": "二十", "念": "二十", "卅": "三十", "卌": "四十"}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"": 1, "十": 10, "百": 100, "千": 1000}
_BARE = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# How many ones a part before 亿, before 万 and behind both is; 0 where the multiplier of the unit forbids the part.
_SCALES = {"": (10**8, 10**4, 1), "万": (10**4, 0, 1), "亿": (0, 10**4, 1), "万亿": (0, 0, 1)}
_MYRIADS = re.compile("(?:([^万亿]+)亿)?(?:([^万亿]+)万)?([^万亿]*)")
_TERM = re.compile("(零?)([0-9]+|[一二两三四五六七八九]{0,2})([千百十]?)")
_POSITIONAL = re.compile("[一二三四五六七八九][零一二三四五六七八九]+")
_DECIMALS = re.compile("[零一二三四五六七八九]+")
_TEN = 10
LONGEST = 18  # digits of a number at most: Decimal carries them without rounding, the unit's multiplier included
_LONGEST_PRINTED = 40  # characters of a numeral at most; 九千九百九十九亿 and so on to the ones take half of it
_COUNTING_UP = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class ChineseNumber:
    """The least and the greatest value of a numeral: the same, unless it is a range (三四百).

    `colloquial` where its last digit goes without the power that it is of: 三万五 is 35000.
    """

    least: Decimal
    greatest: Decimal
    colloquial: bool = False


def common_form(printed: str) -> str:
    """A numeral in common characters: 贰仟 is 二千, 廿五 is 二十五."""
    plain = printed.translate(_COMMON)
    for rare, common in _TWENTIES.items():
        plain = plain.replace(rare, common)
    return plain


def parse_chinese(plain: str, multiplier: str = "") -> ChineseNumber | None:
    """What a numeral in common form stands for; None where no rule reads it whole.

    `multiplier` is 万, 亿 or 万亿 where one stands behind it and is the unit's: the value is in so many of the unit, so
    that 一亿两千 before 万元 is 12000.
    """
    if len(plain) > _LONGEST_PRINTED:
        return None
    if plain in _BARE:
        return _exactly(_BARE[plain])
    whole, point, decimals = plain.partition("点")
    if point:
        return _with_decimals(whole, decimals, multiplier)
    if plain == "零":
        return _exactly(0)
    if _POSITIONAL.fullmatch(plain) and ("零" in plain or len(plain) > 2):  # noqa: PLR2004 - 三四 is 3 to 4
        return None if plain in _COUNTING_UP or len(plain) > LONGEST else _exactly(_positional(plain))
    return _by_myriads(plain, multiplier)


def _exactly(value: int | Decimal, *, colloquial: bool = False) -> ChineseNumber:
    return ChineseNumber(Decimal(value), Decimal(value), colloquial)


def _positional(digits: str) -> int:
    """Digits one by one: 二零零四 is 2004."""
    return int("".join(str(_DIGITS[digit]) for digit in digits))


def _with_decimals(whole: str, decimals: str, multiplier: str) -> ChineseNumber | None:
    number = parse_chinese(whole, multiplier)
    if not number or number.colloquial or number.least != number.greatest or not _DECIMALS.fullmatch(decimals):
        return None
    digits = "".join(str(_DIGITS[digit]) for digit in decimals)
    return _exactly(Decimal(f"{number.least}.{digits}"))


def _by_myriads(plain: str, multiplier: str) -> ChineseNumber | None:
    """The sum of the parts before 亿, before 万 and behind both; only the last may be a range or colloquial."""
    match = _MYRIADS.fullmatch(plain)
    parts = (
        [(part, scale) for part, scale in zip(match.groups(), _SCALES[multiplier], strict=True) if part]
        if match
        else []
    )
    total = _exactly(0)
    above = 0  # the scale of the part in front
    for part, scale in parts:
        section = _section(part, above // scale) if scale and not _is_open(total) else None
        if not section:
            return None
        total = ChineseNumber(
            total.least + section.least * scale, total.greatest + section.greatest * scale, section.colloquial
        )
        above = scale
    unfinished = total.colloquial and (multiplier or above != 1)  # 三万五 before 万 says nothing
    return total if parts and not unfinished else None


def _is_open(number: ChineseNumber) -> bool:
    return number.colloquial or number.least != number.greatest


@dataclass(frozen=True, slots=True)
class _Term:
    """A coefficient with its power, 三百 or 零五.

    `last` is the power in front of it, 0 where there is none; `opens` tells that it is the first behind 万 or 亿.
    """

    zero: bool
    digits: str
    power: int
    last: int
    opens: bool

    @property
    def is_tail(self) -> bool:
        """Whether it is a digit without its power: the 五 of 三万五."""
        single = len(self.digits) == 1 or not self.digits.isascii()
        return single and self.power == 1 and self.last > _TEN and not self.zero

    def values(self) -> tuple[int, int] | None:
        """Its least and greatest value; None where the grammar has no such term."""
        ends = self._coefficients() if self._fits() else None
        scale = self.last // _TEN if self.is_tail else self.power
        return (ends[0] * scale, ends[1] * scale) if ends else None

    def _fits(self) -> bool:
        """Whether powers descend, and 零 fills a place that is missing; behind 万 and 亿 it may always stand."""
        descends = not self.last or self.power < self.last
        return descends and (not self.zero or self.opens or self.last > self.power * _TEN)

    def _coefficients(self) -> tuple[int, int] | None:
        digits = self.digits
        if not digits:
            return (1, 1) if self.power == _TEN and (self.zero or self.last in (0, 100)) else None  # 十五, 一百十五
        if digits.isascii():
            return self._arabic(int(digits)) if len(digits) <= LONGEST else None
        if len(digits) == 1:
            misplaced = digits == "两" and (self.power == _TEN or (self.power == 1 and self.last))
            return None if misplaced else (_DIGITS[digits], _DIGITS[digits])
        return neighbours(digits, alone=not self.last)

    def _arabic(self, value: int) -> tuple[int, int] | None:
        limit = _TEN if self.power > 1 else self.last or 10**LONGEST
        return (value, value) if 0 < value < limit else None


def neighbours(digits: str, *, alone: bool = True) -> tuple[int, int] | None:
    """The ends of a range of two neighbouring digits: 三四, 两三, 一两; 三五 only where no power is in front of it."""
    least, greatest = _DIGITS[digits[0]], _DIGITS[digits[1]]
    return (least, greatest) if least + 1 == greatest or (digits == "三五" and alone) else None


def _section(part: str, above: int) -> ChineseNumber | None:
    """The value of a part without 万 and 亿; `above` is the scale of the part in front, in ones of this one, or 0."""
    least = greatest = at = 0
    last, tail = above, False
    while at < len(part):
        match = _TERM.match(part, at)
        assert match  # every part of it may be missing
        term = _Term(bool(match[1]), match[2], _POWERS[match[3]], last, opens=not at and above > 0)
        values = term.values() if match[0] and least == greatest and not tail and last != 1 else None
        if not values:
            return None
        least, greatest, last, at = least + values[0], greatest + values[1], term.power, match.end()
        tail = term.is_tail
    return ChineseNumber(Decimal(least), Decimal(greatest), tail)
