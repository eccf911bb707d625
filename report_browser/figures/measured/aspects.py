"""Aspects: what a number says of its property: how much it came to, what part it is, or by how much it changed."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause, Context, Subject
from report_browser.figures.quantities.units import UnitKind

Aspect = Literal["level", "share", "change", "growth", "multiple", "difference"]

_PER_CENT = ("%", "％", "﹪", "℅", "成")
_NOT_NEW = (
    UnitKind.AGE,
    UnitKind.MONTHS,
    UnitKind.TIME,
    UnitKind.WEEKS,
    UnitKind.HOURS,
)  # 新增债券期限10年 is no new year
_RATE = re.compile("率[^，率]{0,8}\\Z")
_TO_ONE = re.compile("比(?:例)?(?:仅?约?为|约|达到?|高达|是|由|降至|降到|到)?\\Z")  # 城乡居民收入比为2.21
_FURTHEST = 40  # characters before a number that are looked at


def find_aspect(context: Context, clause: Clause, subject: Subject) -> Aspect:
    """The aspect of the number of a clause, of which `subject` is what it measures; a plain amount is a `level`."""
    text, before = context.text, context.own(clause, _FURTHEST)
    changed = bool(subject.change) and subject.text.endswith(subject.change)
    if _is_multiple(text, clause, before):
        return "multiple"
    if _is_difference(before):
        return "difference"
    if _is_growth(clause, before, changed=changed):
        return "growth"
    if _is_change(clause, before, changed=changed):
        return "change"
    return "share" if _is_share(text, clause, before) else "level"


def _is_multiple(text: str, clause: Clause, before: str) -> bool:
    quantity = clause.quantity
    if quantity.form == "ratio" or quantity.unit.kind == UnitKind.MULTIPLE or re.search("翻(?:近|了|约)?\\Z", before):
        return True
    if quantity.number.of(text) == "一倍":
        return True
    if quantity.unit.printed == "" and _TO_ONE.search(before):
        return True
    of_another = quantity.unit.printed in (*_PER_CENT, "") and _of_another().search(before)
    part = (
        quantity.unit.printed == "" and "分之" not in quantity.number.of(text) and "半" not in quantity.number.of(text)
    )
    return bool(of_another) and not part


def _is_difference(before: str) -> bool:
    return bool(_difference().search(before) or _shortfall().search(before) or _exceeded().search(before))


def _is_growth(clause: Clause, before: str, *, changed: bool) -> bool:
    unit = clause.quantity.unit
    values = clause.quantity.values
    relative = unit.printed in _PER_CENT or (unit.printed == "" and bool(values) and values[0] < 1)
    if not relative:
        return False
    named = _growth_noun().search(before)
    return (
        changed
        or bool(named and not _rate_of_population().search(before))
        or bool(_growing().search(before) or _cut().search(before))
    )


def _is_change(clause: Clause, before: str, *, changed: bool) -> bool:
    unit = clause.quantity.unit
    if unit.kind == UnitKind.SHARE or unit.printed in _PER_CENT:
        return False
    compared = unit.kind == UnitKind.POINT and re.search("[比较]", before)
    new = unit.kind not in _NOT_NEW and _new().search(before)
    return changed or bool(compared or new or _than_before().search(before))


def _is_share(text: str, clause: Clause, before: str) -> bool:
    unit, number = clause.quantity.unit, clause.quantity.number.of(text)
    fraction = unit.printed == "" and ("分之" in number or number in ("一半", "半数") or "/" in number)
    rate = unit.printed in ("", "‰") and _RATE.search(before)
    return (unit.printed in _PER_CENT or fraction or bool(rate)) and not _level(unit.printed).search(before)


@cache
def _words(name: str) -> str:
    return either(lexicon("aspects")[name])


_JOINS = "(?:[出了达约近不足仅尚还]|超过|将近)*"


@cache
def _difference() -> re.Pattern[str]:
    """高于 and what it is above, or 比 and what it is compared with; a time (比上年) makes a change of it."""
    time = rf"(?![^，]{{0,12}}(?:{_words('former')}))"
    return re.compile(
        rf"(?<![不达])(?:{_words('differences')})(?!{_JOINS}\Z)[^，0-9]{{2,}}\Z"
        rf"|(?:(?<!同)比|较|与)(?![例重率值]){time}[^，]{{1,20}}?(?<![降提减升])(?:{_words('comparatives')}){_JOINS}\Z"
        rf"|(?:较|比)[^，]{{0,8}}(?:均值|平均|历年|常年)[^，]{{0,8}}(?:{_words('comparatives')}){_JOINS}\Z"
    )


@cache
def _shortfall() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('shortfalls')})[^，]{{0,8}}\Z")


@cache
def _exceeded() -> re.Pattern[str]:
    return re.compile(rf"超[^，过]{{0,3}}(?:{_words('exceeded')}){_JOINS}\Z")


@cache
def _growth_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('growths')})[^，]{{0,14}}\Z")


@cache
def _rate_of_population() -> re.Pattern[str]:
    return re.compile(_words("not growths"))


@cache
def _growing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('growing')}){_JOINS}\Z")


@cache
def _cut() -> re.Pattern[str]:
    """A verb with what it cuts, and not what that came to: 压缩办理时限50%, but not 压缩到50%."""
    return re.compile(rf"(?:{_words('cuts')})[^，0-9到至为占达是的]{{2,12}}\Z")


@cache
def _new() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('changes')})[^，]{{0,16}}\Z")


@cache
def _than_before() -> re.Pattern[str]:
    return re.compile(rf"(?:比|较|同比)[^，]{{0,10}}(?:多|少|高|低|快|慢){_JOINS}\Z")


@cache
def _of_another() -> re.Pattern[str]:
    return re.compile(
        rf"(?:是|为|相当于|恢复[到至]|不及)[^，]*(?:{_words('former')}|市区|教师|全[市省国]|平均)(?:水平|同期)?的?\Z"
    )


@cache
def _level(unit: str) -> re.Pattern[str]:
    """Rates that are no part of anything; in per mille more of them are than in per cent."""
    words = _words("levels") if unit in _PER_CENT else f"{_words('levels')}|{_words('levels in per mille')}"
    return re.compile(rf"(?:{words})[^，]{{0,8}}\Z")
