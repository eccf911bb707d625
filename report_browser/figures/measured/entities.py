"""Measured entities: whose property a number measures, named with it or carried from what governs its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_browser.figures.measured.clauses import Clause, Context, Subject
from report_browser.figures.measured.owners import bettered, place_of
from report_browser.figures.measured.properties import (
    Measured,
    counted_thing,
    is_carried,
    is_level,
    is_owner,
    listed,
    part_name,
)
from report_browser.figures.measured.segmentation import split_words
from report_browser.figures.quantities.units import UnitKind

_FURTHEST = 80  # characters before a number in which its owner may stand
_COUNTS = (
    UnitKind.PEOPLE,
    UnitKind.HOUSEHOLDS,
    UnitKind.ATTENDANCES,
    UnitKind.CLASSIFIER,
    UnitKind.COUNTABLE_NOUN,
)  # of things that are counted
_BANDS = (UnitKind.AGE, UnitKind.MONTHS)
_SHARES = (UnitKind.SHARE, UnitKind.NONE)
_NAMED_RATE = re.compile("(?:[率比度面数额重]|比例|水平|占比)\\Z")
_FRACTION = re.compile("[%％℅成]|分之|半|[/／]")
_EACH = re.compile("每[人户生名]|人均|户均|月均|工资|报酬|补贴|补助|每月|奖励")
_SHARE_OF = re.compile(
    "占(?:了|到)?(?P<whole>[^占，；比]{2,14}?)的?\\s*(?:(?:比[重例])?(?:始终|分别)?(?:保持在|为|达|达到|到达|到|由|从)?)?\\s*\\Z"
)
_OF_PLANS = re.compile("计划|预算|任务|目标|应参|指标|方案")
_STOP = re.compile("[；;。]")


@dataclass(frozen=True, slots=True)
class Said:
    """What a number before in the same sentence measures, and whom the numbers behind it may be about."""

    clause: Clause
    subject: Subject
    measured: Measured
    whole: str  # of a part, what it is a part of
    group: str  # 专任教师 of 专任教师120名 or of 专任教师平均年龄; else empty


def find_said(context: Context, clause: Clause, subject: Subject, said: Sequence[Said]) -> Said:
    """What a clause's number measures; `said` is of the numbers before it in its sentence."""
    changed = subject.change and subject.text.endswith(subject.change)
    name = subject.text.removesuffix(subject.change) if changed else subject.text
    is_part = not changed and _is_part(context, clause, name)
    near = _near(context, clause, said)
    named = _named(clause, name, near, is_part=is_part)
    whole = _whole(context, clause, subject, near) if is_part else ""
    own = named.entity or whole
    carried = own or _carried(clause, subject, named, near, is_part=is_part)
    about = carried or context.owner or bettered(context, clause) or _receiver(context, clause)
    entity = about or place_of(context, clause) or context.home
    return Said(clause, subject, Measured(named.property, entity), whole, _group(clause, name, own or carried))


def _near(context: Context, clause: Clause, said: Sequence[Said]) -> Sequence[Said]:
    """Those of the numbers before that no semicolon parts from this one."""
    if not said:
        return ()
    between = context.text[said[-1].clause.quantity.phrase.end : clause.quantity.phrase.start]
    if _STOP.search(between):
        return ()
    start = context.text.rfind("；", said[0].clause.quantity.phrase.start, clause.quantity.phrase.start)
    return [one for one in said if one.clause.quantity.phrase.start > start]


def _is_part(context: Context, clause: Clause, name: str) -> bool:
    """Whether a number says what part of a whole its subject is: 女性占23%, 取得资格的不到三分之一."""
    printed = context.text[clause.quantity.number.start : clause.right.start]
    if clause.kind not in _SHARES or not _FRACTION.search(printed):
        return False
    return "占" in clause.left or not _NAMED_RATE.search(name)


def _named(clause: Clause, name: str, near: Sequence[Said], *, is_part: bool) -> Measured:
    """The property and the owner that a name holds; 初中 alone is the owner of what the number before measures."""
    kind = clause.kind
    if kind in _BANDS and not name.endswith(("年龄", "期限", "岁")):
        return Measured("年龄", name)
    if is_part:
        return part_name(name) if "占" in name else Measured(name, "")
    if kind not in _COUNTS and near and is_level(re.sub("\\A每[人生户]|每[年月天]", "", name)):
        return Measured(near[-1].measured.property, re.sub("\\A每[人生户]|每[年月天]", "", name))
    named = part_name(name)
    return Measured(counted_thing(named.property), named.entity) if kind in _COUNTS else named


def _whole(context: Context, clause: Clause, subject: Subject, near: Sequence[Said]) -> str:
    """What a part is a part of: 财政支出 of 占财政支出的两成, 职工 of 职工80人，其中女性占一半; perhaps empty."""
    found = _SHARE_OF.search(clause.left)
    if found:
        return "" if _OF_PLANS.search(found["whole"]) else found["whole"]
    if clause.position and near:
        return near[-1].whole
    if among := _among(context.before(clause, _FURTHEST)):
        return among
    place = context.text.rfind("其中", context.sentence.start, clause.quantity.phrase.start)
    if clause.aside:
        before = [one for one in near if not one.clause.aside]
    else:
        before = [one for one in near if one.clause.quantity.phrase.start < place]
    if before and (whole := before[-1].group or before[-1].measured.property):
        return whole
    return "" if near and near[-1].subject.topic == subject.topic else _last_group(near)


def _among(before: str) -> str:
    """The phrase in front of the last word 中: 党政干部 of 党政干部中，女性; empty where none stands there."""
    clause = re.split("[；。]", before)[-1]
    words = split_words(clause)
    at = max((word.start for word in words if word.text == "中"), default=-1)
    phrase = re.split("[，：]", clause[:at])[-1] if at > 0 else ""
    return re.sub("\\A[一二三四五六七八九]是", "", phrase) if is_owner(phrase) or "占" in clause[at:] else ""


def _last_group(near: Sequence[Said]) -> str:
    return next((one.group for one in reversed(near) if one.group), "")


def _carried(clause: Clause, subject: Subject, named: Measured, near: Sequence[Said], *, is_part: bool) -> str:
    """The entity of what the sentence goes on about, or those named before whom a property by itself is of."""
    for one in reversed(near):
        if one.measured.entity and one.subject.topic and one.subject.topic == subject.topic and not is_part:
            return one.measured.entity
    each = clause.kind == UnitKind.MONEY and _EACH.search(clause.left)
    goes_on = clause.kind in _BANDS or is_carried(named.property) or each
    return _last_group(near) if goes_on else ""


def _group(clause: Clause, name: str, own: str) -> str:
    """Whom later numbers may be about: the people or things counted, or whose property this is."""
    thing = counted_thing(name) if clause.kind in _COUNTS else ""
    return thing if is_owner(thing) else own


def _receiver(context: Context, clause: Clause) -> str:
    """Those who are given money: 倒房户 of 对1240户倒房户每户补助2万元; perhaps empty."""
    if clause.kind != UnitKind.MONEY:
        return ""
    before = re.split("[；。]", context.before(clause, _FURTHEST))[-1]
    found = _GIVEN.search(before) if _EACH.search(before) else None
    return found["who"] if found else ""


_GIVEN = re.compile(rf"(?:{listed('givers')})[0-9]*户?(?P<who>[^，。；：0-9]{{0,12}}(?:{listed('people')}))")
