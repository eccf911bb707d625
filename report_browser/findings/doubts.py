"""Doubts: why numbers that do not fit may not belong together, what a verdict rests on, and what a text leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from report_browser.figures.figure import Figure
from report_browser.findings.arithmetic import Check

_MENDED = "所据数字有经校改的"
_BLANK = re.compile("[xX×*]{2,}")
_MONEY = ("资金", "经费", "投入", "筹资", "拨款", "款")  # names of money that parts and whole may bear in turn
_SHORTEST_HEAD = 2  # characters that names of what is measured must share to be of one kind


def find_doubt(check: Check, figures: Sequence[Figure], *, repaired: bool) -> str:
    """Why a failing check does not tell against the text; empty where no doubt is left. Figures in the check's order.

    Where editors declare that a total is made of certain parts, the names may differ, but not their sort.
    """
    if repaired:
        return _MENDED
    if len({one.period for one in figures if one.period}) > 1:
        return "各数所属时间不同"
    unlike = _of_another_sort if check.complete else _of_another_name
    if check.kind == "sum" and unlike(figures[0], figures[1:]):
        return "各项与总数名目不同"
    if check.kind in ("at_most", "within", "direction") and _of_others(figures):
        return "各数所指对象不同"
    return ""


def _of_another_name(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts share a head noun that is not their whole's: investments by industry are no parts of a product."""
    names = [one.measured_property for one in parts]
    alike = takewhile(lambda chars: len(set(chars)) == 1, zip(*(name[::-1] for name in names), strict=False))
    head = "".join(chars[0] for chars in alike)[::-1]
    of_money = any(word in head for word in _MONEY) and any(word in whole.measured_property for word in _MONEY)
    related = head[-_SHORTEST_HEAD:] in whole.measured_property or whole.measured_property in head or of_money
    return len(head) >= _SHORTEST_HEAD and not related


def _of_another_sort(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a part is no value, rate or the like as its whole is: 第一产业投资 is no part of 生产总值.

    The last character tells; an industry by its bare name (第一产业) may stand for what it made.
    """
    sorts = {one.measured_property[-1:] for one in parts}
    return bool(sorts - {whole.measured_property[-1:], "业", ""})


def _of_others(figures: Sequence[Figure]) -> bool:
    """Whether figures are of entities of which none is within another's name."""
    entities = {one.measured_entity for one in figures if one.measured_entity}
    return any(one not in other and other not in one for one in entities for other in entities)


def rests_on(figures: Sequence[Figure], *, repaired: bool) -> str:
    """What a verdict rests on that is not printed: inferred units, repaired numbers; empty where all is printed."""
    inferred = dict.fromkeys(f"“{one.inferred_unit}”" for one in figures if one.inferred_unit and not one.unit)
    words = [f"{'、'.join(inferred)}是推定的单位" if inferred else "", _MENDED if repaired else ""]
    return "，".join(filter(None, words))


def left_open(figures: Sequence[Figure]) -> str:
    """What a text does not say of figures that do not fit: blanked years, numbers without a time; perhaps empty."""
    blanked = dict.fromkeys(f"“{one.period}”" for one in figures if _BLANK.search(one.period))
    undated = dict.fromkeys(f"“{one.subject}”" for one in figures if not one.period and one.subject)
    words = [
        f"{'、'.join(blanked)}的年份已隐去" if blanked else "",
        f"{'、'.join(undated)}未注时间" if undated else "",
    ]
    return "，".join(filter(None, words))
