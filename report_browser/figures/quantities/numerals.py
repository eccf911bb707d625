"""Numerals: where numbers stand in a report, each in its full length, and the values they stand for.

The patterns are for text with half-width digits, which `half_width` makes. A numeral is read whole or not at all: what
no rule reads (1.2.3, 九十百, 十几) has no value, and no part of it is taken for the number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from report_browser.figures.lexicon.load import lexicon
from report_browser.figures.quantities.chinese import LONGEST, ChineseNumber, common_form, parse_chinese

SCALES = "百千万亿"  # each may be a whole numeral where a word before it says so: 上千人, 近万元

_D = "0-9"
_DIGIT = "零〇○一二三四五六七八九壹贰貳弍叁叄參肆伍陆柒捌玖"
_SURE = "零〇○一二三四五六七八九十百千万亿两俩廿卅卌壹贰貳弍叁叄參肆柒捌玖佰仟萬億"
# Some characters of numerals are parts of other words: 百分点, 队伍, 大陆, 收拾, 概念.
_HAN = (
    rf"(?:[{_SURE}](?!分点)|(?<![队入退行])伍|(?<![大登着])陆(?![续地军路])|(?<!收)拾|"
    r"(?<![理观概信意悬留怀想纪惦思挂])念(?=[一二三四五六七八九]))"
)
# 几 and 数 stand for a digit that is not told: 十几, 一百几十, 十数名.
_VAGUE = "几|(?<=[十百千万])数(?=[十百千万亿个名人户家亩元头只])"
CHINESE = rf"(?:几|{_HAN})(?:{_VAGUE}|{_HAN})*(?:点+(?:几|{_HAN})+)*"
# Neighbours parted by 、 before one power or unit are one numeral, 三、四百; not in a longer list, nor behind a list number.
_PAIRS = "一、二|二、三|两、三|三、四|四、五|五、六|六、七|七、八|八、九"
_LISTED = rf"(?<=[\u4e00-\u9fff])(?<![、第])(?:(?:{_HAN}){{0,8}}[十百千])?(?:{_PAIRS})(?![、{_DIGIT}])[十百千万亿]*"

# 1,290 and 1，290 are grouped by commas; 1,23456 is not, and has no value.
_GROUPED = rf"[{_D}]{{1,3}}(?:[,，][{_D}]{{3}})+(?![{_D}])"
ARABIC = rf"(?:{_GROUPED}|[{_D}]{{1,3}},[{_D}]{{4,}}|[{_D}]+)(?:[.．]+[{_D}]+)*"
# 3万5千 and 3亿5000 are one number; the last power is the unit's where it can be: 3万元, 3千瓦.
_OF_UNITS = lexicon("units")["千 not before"]
_MIXED = rf"(?:(?:[百十万亿]|千(?![{_OF_UNITS}]))(?!分[点之])(?:零?(?:[{_D}]+|[一二三四五六七八九](?![峡线般期农产级等类批星])))?)*"
_MISPRINTED = rf"(?:一(?=[{_D}])[{_D}]+)?"  # 5一10, where 一 may be a dash
# A minus sign stands before a number, not between two (3-5). The 0 before a decimal point may be lost: .15%.
_MINUS = rf"(?:(?<=[\u4e00-\u9fff、，；：（( ])[-－−–](?=[{_D}]))?"
_POINT = rf"(?<=[\u4e00-\u9fff])[.．][{_D}]{{1,3}}(?= ?[%％‰])"

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_STROKE = rf"(?<![{_D}/／.])[{_D}]{{1,3}} ?[/／] ?[{_D}]{{1,3}}(?![{_D}/／.万])"
_FRACTION = (
    rf"(?:{CHINESE}又)?{CHINESE}分之(?: ?{ARABIC}|{CHINESE})?|一半|半数|{_STROKE}|[{_D}]{{0,3}}[{_VULGAR}]"
    "|(?<![上下后大小多一夜对])(?<![^提]前)半(?![数径])"
)
NUMERAL = re.compile(
    rf"(?<![{_D}]\.)(?:(?P<fraction>{_FRACTION})|(?P<arabic>{_MINUS}{ARABIC}{_MISPRINTED}{_MIXED}|{_POINT})"
    rf"|(?P<listed>{_LISTED})|(?P<chinese>{CHINESE}))"
)

_SHARES = {"百": "%", "千": "‰", "万": "‱", "十万": "/10万", "百万": "/100万"}
_PLACES = Decimal("0.0001")  # fractions are rounded to four decimal places
_PLAIN_ARABIC = re.compile(rf"(?:{_GROUPED}|[{_D}]+)(?:[.．][{_D}]+)?|[.．][{_D}]+")
_MULTIPLIERS = ("万亿", "千亿", "百亿", "亿", "千万", "百万", "十万", "万")
_POWERS = ("千", "百")  # of the unit only where they are no part of the number: 68.2千公顷
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def half_width(text: str) -> str:
    """The text with half-width digits, each character in its place."""
    return text.translate(_HALF_WIDTH)


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral stands for: one value, the two ends of a range (三四百 is 300 to 400), or none where it is unread.

    The number is its first `length` characters; what is behind them is the unit's: 万 of 三百万. `unit` is `%`, `‰` or
    the like where the numeral itself names it (百分之三 is 3 %), else empty. `colloquial` where its last digit goes
    without the power that it is of: 三万五.
    """

    length: int
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    colloquial: bool = False


def parse_numeral(printed: str) -> Numeral:
    """What one numeral, as `NUMERAL` finds it, stands for."""
    if printed[:1] in ("-", "－", "−", "–"):
        positive = parse_numeral(printed[1:])
        return Numeral(positive.length + 1, tuple(-value for value in positive.values))
    if "半" in printed:
        return Numeral(len(printed), (Decimal("0.5"),))
    if "分之" in printed:
        return _fraction(printed)
    if re.search(rf"[/／{_VULGAR}]", printed):
        return Numeral(len(printed), _stroke(printed))
    return _number(printed)


def _fraction(printed: str) -> Numeral:
    """百分之三, 三分之二 and 三又二分之一; no value where a part is unread, or a share of nothing."""
    whole, _, part = printed.partition("分之")
    if whole in _SHARES:
        return Numeral(len(printed), _whole(part.strip()), _SHARES[whole])
    integer, _, denominator = whole.rpartition("又")
    numbers = [_whole(number.strip()) for number in (integer or "零", denominator, part)]
    if any(len(number) != 1 for number in numbers) or not numbers[1][0]:
        return Numeral(len(printed))
    (ones,), (denominator_,), (numerator,) = numbers
    return Numeral(len(printed), (ones + _divide(numerator, denominator_),))


def _stroke(printed: str) -> tuple[Decimal, ...]:
    """The value of 1/16 or 1½; none where it is no proper fraction (120/80, 1/0)."""
    if printed[-1] in _VULGAR:
        vulgar = Decimal(str(unicodedata.numeric(printed[-1])))
        return (Decimal(printed[:-1] or 0) + vulgar.quantize(_PLACES).normalize(),)
    numerator, denominator = (Decimal(part.strip()) for part in re.split("[/／]", printed))
    return (_divide(numerator, denominator),) if 0 < numerator < denominator else ()


def _divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    return (numerator / denominator).quantize(_PLACES).normalize()


def _whole(printed: str) -> tuple[Decimal, ...]:
    """The values of a number that has no unit behind it; none where it is unread."""
    number = _parse(printed, "")
    return _values(number) if number and not number.colloquial else ()


def _number(printed: str) -> Numeral:
    """A number, without the multiplier at its end that is the unit's."""
    for multiplier in _multipliers(printed):
        rest = printed[: len(printed) - len(multiplier)]
        if multiplier and rest and common_form(rest)[-1] in "万亿":  # 一亿万 is none that people write
            continue
        number = _parse(rest, common_form(multiplier))
        if number:
            return Numeral(len(rest), _values(number), colloquial=number.colloquial)
    unread = re.fullmatch("([^万亿萬億]+)[万亿萬億]", printed)
    return Numeral(unread.end(1) if unread else len(printed))


def _multipliers(printed: str) -> list[str]:
    """What at the end of a numeral may be the unit's, in the order in which it is tried; 千 of 三千 is the number's."""
    arabic = printed[0].isascii()
    common = common_form(printed)
    found = [word for word in _MULTIPLIERS if common.endswith(word) and (arabic or word[0] not in "千百十")]
    last = [word for word in (*_POWERS, "两") if common.endswith(word) and (arabic or word == "两" or "点" in common)]
    return [printed[len(printed) - len(word) :] for word in found] + [""] + last


def _parse(printed: str, multiplier: str) -> ChineseNumber | None:
    """A number in Arabic digits, in Chinese ones or in both; None where no rule reads it whole."""
    if _PLAIN_ARABIC.fullmatch(printed):
        plain = re.sub("[,，]", "", printed).replace("．", ".")
        return ChineseNumber(Decimal(plain), Decimal(plain)) if len(plain) <= LONGEST else None
    scale = multiplier if multiplier in ("", "万", "亿", "万亿") else multiplier[-1:]
    return parse_chinese(common_form(printed.replace("、", "")), scale if scale in "万亿" else "")


def _values(number: ChineseNumber) -> tuple[Decimal, ...]:
    return (number.least,) if number.least == number.greatest else (number.least, number.greatest)
