"""Numerals: the patterns for numbers as Chinese reports print them, and the values they stand for.

The patterns are for text with half-width digits, which `half_width` makes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from report_browser.figures.lexicon.load import lexicon

SCALES = "百千万亿"  # each may be a whole numeral where a word before it says so: 上千人, 近万元
_CHINESE_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "○": 0, "两": 2, "俩": 2,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

_D = "0-9"
_HAN = "零〇○一二三四五六七八九十百千两"
_DIGIT = "零〇○一二三四五六七八九"
# 1,290 and 1，290 are grouped by commas, 1 290 by spaces where a unit follows; 40.8 2 has a stray space.
_SPACED = rf"[{_D}]{{1,3}}(?: [{_D}]{{3}})+(?! ?[{_D}年月日])(?= ?[^\s{_D}])"
_STRAY = rf"(?!(?:19|20)[{_D}]{{2}} )[{_D}]{{1,4}}(?: [{_D}]{{1,4}}){{1,3}}(?= ?[\u4e00-\u9fff%％‰](?![月日年]))(?! ?[年月日号])"
_GROUPED = rf"[{_D}]{{1,3}}(?:[,，] ?[{_D}]{{3}})+(?![{_D}])"
_DECIMALS = rf" ?[.．] ?[{_D}]+(?: [{_D}]{{1,2}}(?= ?[^\s{_D}.．,，。、]))?"
# A minus sign stands before a number, not between two (3-5). The 0 before a decimal point may be lost: .15%.
_MINUS = rf"(?:(?<=[\u4e00-\u9fff、，；：（( ])[-－−–](?=[{_D}]))?"
_POINT = rf"(?<=[\u4e00-\u9fff])[.．][{_D}]{{1,3}}(?= ?[%％‰])"
ARABIC = rf"(?:{_GROUPED}|{_SPACED}|{_STRAY}|[{_D}]+)(?:{_DECIMALS})?"
# 三万五千 and 3万5千 are one number; in 三百万元 and 3万元 the 万 is the unit's, and so is the 千 of 3千瓦.
_OF_UNITS = lexicon("units")["千 not before"]
_MIXED = rf"[{_D}]+(?:亿[{_D}]+[千百]?万?|万[{_D}]+[千百]?|[千百](?![万卡分亿{_OF_UNITS}]))(?![{_D}])"
# 上万人 and 万余人 have 万 for a number; in 万元 and 3万元 it is the unit's.
_SCALE = "(?:(?:(?<=[上近超逾破过])|(?<=近 ))[万亿]|[万亿](?=[余多]|元及?以上))"
CHINESE = rf"(?:{_SCALE}|[{_HAN}]+(?:亿[{_HAN}]+万?[{_HAN}]*|万(?!分)[{_HAN}]+)?(?:点[{_DIGIT}]+)?)"
_PARTS = r"(?P<parts>(?:十万|百万|百|千|万)分之)"
FRACTION = (
    rf"(?:{_PARTS} ?(?:{ARABIC}|{CHINESE})|[{_HAN}]+分之[{_HAN}]+|一半|半数|(?<![{_D}/.])[1-9]/(?:[2-9]|10)(?![{_D}/]))"
)
NUMERAL = re.compile(
    rf"(?<![{_D}]\.)(?=[-－−–.．{_D}{_HAN}万亿半])(?:(?P<fraction>{FRACTION})|(?P<arabic>{_MINUS}(?:{_MIXED}|{ARABIC})|{_POINT})|(?P<chinese>{CHINESE}))"
)

_SHARES = {"百": "%", "千": "‰", "万": "‱", "十万": "/10万", "百万": "/100万"}
_PLACES = Decimal("0.0001")  # fractions are rounded to four decimal places
_NEIGHBOURS = re.compile(rf"([{_HAN}]*?)([一二三四五六七八])([二三四五六七八九])(十?)$")


_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def half_width(text: str) -> str:
    """The text with half-width digits, each character in its place."""
    return text.translate(_HALF_WIDTH)


@dataclass(frozen=True, slots=True)
class NumeralValue:
    """What a numeral stands for: one value, or the two ends of a range (三四百 is 300 to 400).

    `unit` is `%`, `‰` or the like where the numeral itself names it (百分之三 is 3 %), else empty.
    """

    values: tuple[Decimal, ...]
    unit: str = ""


def parse_numeral(printed: str) -> NumeralValue:
    """What one printed numeral stands for. Raises `ValueError`, `KeyError` or `ArithmeticError` where it is no number."""
    plain = _plain(printed)
    if plain[:1] in ("-", "−", "–"):
        return NumeralValue(tuple(-value for value in parse_numeral(plain[1:]).values))
    if plain in ("一半", "半数"):
        return NumeralValue((Decimal("0.5"),))
    whole, fraction, part = plain.partition("分之")
    if fraction:
        return _parse_fraction(whole, part)
    numerator, slash, denominator = plain.partition("/")
    if slash:
        return NumeralValue((_divide(Decimal(numerator), Decimal(denominator)),))
    return NumeralValue(_neighbours(plain) or (_parse_number(plain),))


def _parse_fraction(whole: str, part: str) -> NumeralValue:
    if whole in _SHARES:
        return NumeralValue((_parse_number(part),), _SHARES[whole])
    return NumeralValue((_divide(_parse_number(part), _parse_number(whole)),))


def _divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    if not denominator:
        raise ValueError("nothing has zero parts")
    return (numerator / denominator).quantize(_PLACES).normalize()


def _plain(printed: str) -> str:
    """The numeral with half-width digits, without spaces and grouping commas."""
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", printed))


def _neighbours(plain: str) -> tuple[Decimal, ...]:
    """The two ends of a range of neighbouring digits: 三四 is 3 and 4, 五六十 50 and 60, 十七八 17 and 18; else empty."""
    match = _NEIGHBOURS.fullmatch(plain)
    if not match or _CHINESE_DIGITS[match[2]] + 1 != _CHINESE_DIGITS[match[3]]:
        return ()
    if match[1] and match[1][-1] not in _TENS:
        return ()
    return tuple(_parse_number(match[1] + digit + match[4]) for digit in match.group(2, 3))


def _parse_number(plain: str) -> Decimal:
    """The value of a plain numeral, Arabic, Chinese or mixed, that is neither a fraction nor a range."""
    whole, _, decimals = plain.partition("点")
    if decimals:
        return Decimal(f"{_parse_number(whole)}.{_positional(decimals)}")
    if all(char in _CHINESE_DIGITS for char in whole):
        return Decimal(_positional(whole))
    return sum((_below_myriad(part) * scale for part, scale in _by_myriads(whole)), Decimal(0))


def _positional(digits: str) -> str:
    """Chinese digits one by one as Arabic ones: 二〇〇四 is 2004."""
    return "".join(str(_CHINESE_DIGITS[char]) for char in digits)


def _by_myriads(plain: str) -> Iterable[tuple[str, int]]:
    """The parts of a number before 亿, before 万 and the rest, each with its scale: 一亿二千万 is (一, 10⁸), (二千, 10⁴)."""
    for sign, scale in (("亿", 10**8), ("万", 10**4)):
        before, found, plain = plain.rpartition(sign)
        if found:
            yield before or "一", scale
    if plain:
        yield plain, 1


def _below_myriad(plain: str) -> Decimal:
    """The value of a number without 万 and 亿: 三千五百, 3千, 12.5. Without a digit before it 十 is 10, 百 is 100."""
    total = Decimal(0)
    for digits, tens in re.findall(r"([0-9.]+|[^十拾百佰千仟0-9.])?([十拾百佰千仟])?", plain):
        if digits or tens:
            value = Decimal(_digit(digits)) if digits else Decimal(1)
            total += value * _TENS.get(tens, 1)
    return total


def _digit(digit: str) -> str:
    return str(_CHINESE_DIGITS.get(digit, digit))
