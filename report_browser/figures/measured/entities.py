"""Measured entities: whose property a number measures, named with it or carried from what governs its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from report_browser.figures.measured.clauses import Clause, Context, Subject
from report_browser.figures.measured.owners import addressed, bettered, place_of
from report_browser.figures.measured.properties import (
    Measured,
    counted_thing,
    is_carried,
    is_level,
    is_owner,
    listed,
    part_name,
    without_verb,
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
_SHARES = (UnitKind.SHARE, UnitKind.NONE)
_NAMED_RATE = re.compile("(?:[率比度面数额重]|比例|水平)\\Z")
_PART_NAME = re.compile("(?P<part>.+?)的?(?:比例|比重|占比)\\Z")
_FRACTION = re.compile("[%％℅成]|分之|半|[/／]")
_PER = re.compile("每[人生户名年月天次]|(?:[年月]?[人户]均)\\Z|分别")
_EACH = re.compile("每[人户生名]|人均|户均|月均|工资|报酬|补贴|补助|每月|奖励")
_SHARE_OF = re.compile(
    "占(?:了|到)?(?P<whole>[^占，；比]{2,14}?)的?\\s*(?:(?:比[重例])?(?:始终|分别)?(?:保持在|为|达|达到|到达|到|由|从)?)?\\s*\\Z"
)
_SAID_OF = re.compile("(?:的|安排)\\Z")
_OF_PLANS = re.compile("计划|预算|任务|目标|应参|指标|方案")
_STOP = re.compile("[；;。]")
_NUMBERED = re.compile(".*[0-9一二三四五六七八九十百][万余多]*[名个户人位家所]|\\A[一二三四五六七八九]是")


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
    name = subject.text if name in ("户均", "人均") else name  # 户均增收
    is_part = not changed and _is_part(context, clause, name)
    near = _near(context, clause, said)
    named = _named(clause, subject, name, near, is_part=is_part)
    whole = _whole(context, clause, subject, near) if is_part else ""
    own = named.entity or whole
    about = own or _carried(clause, subject, named, near, is_part=is_part) or _governing(context, clause)
    entity = about or place_of(context, clause) or context.home
    group = about if not (is_part and "占" in clause.left and _SHARE_OF.search(clause.left)) else ""
    return Said(clause, subject, Measured(named.property, entity), whole, _group(clause, name, group))


def _governing(context: Context, clause: Clause) -> str:
    """Whom the list, the clauses before or the giving in its own clause say that a number is about; perhaps empty."""
    by_clause = addressed(context, clause) or bettered(context, clause)
    return context.owner or by_clause or _each(clause) or _receiver(context, clause)


def _near(context: Context, clause: Clause, said: Sequence[Said]) -> Sequence[Said]:
    """Those of the numbers before that no semicolon parts from this one, those in brackets only for others in them."""
    if not said or _STOP.search(context.text, said[-1].clause.quantity.phrase.end, clause.quantity.phrase.start):
        return ()
    start = context.text.rfind("；", said[0].clause.quantity.phrase.start, clause.quantity.phrase.start)
    return [one for one in said if one.clause.quantity.phrase.start > start and (clause.aside or not one.clause.aside)]


def _is_part(context: Context, clause: Clause, name: str) -> bool:
    """Whether a number says what part of a whole its subject is: 女性占23%, 取得资格的不到三分之一."""
    printed = context.text[clause.quantity.number.start : clause.right.start]
    if clause.kind not in _SHARES or not _FRACTION.search(printed):
        return False
    part = _PART_NAME.fullmatch(name)
    if is_level(name):
        return False
    if "占" in clause.left or (part and is_owner(part["part"])):
        return True
    return not _NAMED_RATE.search(part_name(name).property)


def _named(clause: Clause, subject: Subject, name: str, near: Sequence[Said], *, is_part: bool) -> Measured:
    """The property and the owner that a name holds; 初中 alone is the owner of what the number before measures."""
    kind, bare = clause.kind, _PER.sub("", name)
    if kind == UnitKind.AGE and not name.endswith(("年龄", "岁")):
        return Measured("年龄", name if is_owner(name) else "")
    if is_part:
        return part_name(name) if "占" in name and not name.endswith("占比") else Measured(_SAID_OF.sub("", name), "")
    if subject.change and name.endswith(("户均", "人均")) and is_owner(bare):  # 户均增收
        return Measured(f"{name[-2:]}{subject.change}", bare)
    if kind not in _COUNTS and (is_level(bare) or (kind == UnitKind.MONEY and is_owner(bare))):
        alike = (one.measured.property for one in reversed(near) if one.clause.kind == kind)
        named = part_name(bare)
        return named if named.entity else Measured(next(alike, name), bare)
    named = part_name(name)
    return Measured(_SAID_OF.sub("", counted_thing(named.property)), named.entity) if kind in _COUNTS else named


def _whole(context: Context, clause: Clause, subject: Subject, near: Sequence[Said]) -> str:
    """What a part is a part of: 财政支出 of 占财政支出的两成, 职工 of 职工80人，其中女性占一半; perhaps empty."""
    if found := _SHARE_OF.search(clause.left):
        return "" if _OF_PLANS.search(found["whole"]) else found["whole"]
    if clause.position and near:
        return near[-1].whole
    if subject.counted and not clause.left.strip():
        return part_name(subject.text).entity or subject.text
    if among := _among(context.before(clause, _FURTHEST)):
        return among
    if above := _above(context, clause, near):
        return above.whole or above.group or (above.measured.property if above.clause.kind not in _SHARES else "")
    return near[-1].whole if near and near[-1].subject.topic == subject.topic else _last_group(near)


def _above(context: Context, clause: Clause, near: Sequence[Said]) -> Said | None:
    """The number whose parts 其中 or a bracket tells; None where neither does."""
    start = context.sentence.start
    place = context.text.rfind(
        "其中", max(start, clause.quantity.phrase.start - _FURTHEST), clause.quantity.phrase.start
    )
    if clause.aside:
        before = [one for one in near if not one.clause.aside]
    else:
        before = [one for one in near if one.clause.quantity.phrase.start < place]
    return before[-1] if before else None


def _among(before: str) -> str:
    """The phrase in front of the last word 中: 党政干部 of 党政干部中，女性; empty where none stands there."""
    clause = re.split("[；。]", before)[-1]
    words = split_words(clause)
    at = max((word.start for word in words if word.text == "中"), default=-1)
    phrase = re.split("[，：]", clause[:at])[-1] if at > 0 else ""
    return _NUMBERED.sub("", phrase) if is_owner(phrase) or "占" in clause[at:] else ""


def _last_group(near: Sequence[Said]) -> str:
    """Whom the last number that is about anyone is about; of a list (小学教师、初中教师) what its names end with."""
    groups = [(one.group, one.clause.position) for one in near if one.group]
    if not groups:
        return ""
    run = [group for group, _ in groups[-1 - groups[-1][1] :]]
    alike = len(list(takewhile(lambda ends: len(set(ends)) == 1, zip(*(group[::-1] for group in run), strict=False))))
    return run[-1][-alike:] if alike > 1 else run[-1]


def _carried(clause: Clause, subject: Subject, named: Measured, near: Sequence[Said], *, is_part: bool) -> str:
    """The entity of what the sentence goes on about, or those named before whom a property by itself is of."""
    by_itself = is_carried(named.property)
    if by_itself and (group := _last_group(near)):
        return group
    for one in reversed(near):
        if one.measured.entity and one.subject.topic and one.subject.topic == subject.topic and not is_part:
            return "" if one.whole else one.measured.entity
    if clause.kind == UnitKind.AGE or (clause.kind == UnitKind.MONEY and _EACH.search(clause.left)):
        return _last_group(near)
    return _in_front(clause.before) if by_itself else ""


def _in_front(before: str) -> str:
    """The owner in the clause in front: 敬老院 of 投资200万元的敬老院破土动工; empty where it names none."""
    words = split_words(before)
    heads = (before[: word.end].rpartition("的")[2] for word in reversed(words))
    return without_verb(next((head for head in heads if len(head) > 1 and is_owner(head)), ""))


def _group(clause: Clause, name: str, own: str) -> str:
    """Whom later numbers may be about: the people or things counted, or whose property this is."""
    thing = counted_thing(name) if clause.kind in _COUNTS else ""
    return without_verb(thing) if is_owner(thing) else own


def _each(clause: Clause) -> str:
    """Those of whom a clause says something each: 教师 of 每名教师参加培训, 农村 of 农村每百户拥有; perhaps empty."""
    found = _every().search(clause.led)
    return (found["who"] or found["where"]) if found else ""


def _receiver(context: Context, clause: Clause) -> str:
    """Those who are given money: 倒房户 of 对1240户倒房户每户补助2万元; perhaps empty."""
    if clause.kind != UnitKind.MONEY:
        return ""
    before = _STOP.split(context.before(clause, _FURTHEST))[-1]
    found = _given().search(before) if _EACH.search(before) else None
    return found["who"] if found else ""


@cache
def _every() -> re.Pattern[str]:
    return re.compile(
        rf"每(?![十百千万])[名位个户]?(?P<who>[\u4e00-\u9fff]{{0,4}}(?:{listed('people')}))|(?P<where>{listed('levels')})每[百千万][户人名]"
    )


@cache
def _given() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('givers')})[0-9]*户?(?P<who>[^，。；：0-9]{{0,12}}(?:{listed('people')}))")
