"""Rules: how the words around one quantity say what it measures; `_RULES` lists them in the order in which they are tried.

Each rule gets the paragraph, the clause and the subjects so far, and returns a subject, or None where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from report_browser.figures.lexicon.load import lexicon
from report_browser.figures.measured.clauses import Clause, Subject, topic_of
from report_browser.figures.measured.comparisons import (
    grown,
    heading,
    of_something,
    part_of,
    per_head,
    relative,
    shared,
)
from report_browser.figures.measured.noun_phrases import (
    STATISTICS,
    after_among,
    ends_with_verb,
    is_mere_verb,
    noun_after,
    noun_before,
    strip_lead,
    strip_tail,
    verb_phrase,
)
from report_browser.figures.measured.properties import first_owner
from report_browser.figures.measured.segmentation import split_words
from report_browser.figures.quantities.units import UnitKind

Rule = Callable[[str, Clause, Sequence[Subject]], Subject | None]

# Kinds of units behind which the thing counted may stand.
_COUNTING = (UnitKind.CLASSIFIER, UnitKind.COUNTABLE_NOUN, UnitKind.PEOPLE, UnitKind.HOUSEHOLDS, UnitKind.NONE)
_COUNTED = (
    UnitKind.CLASSIFIER,
    UnitKind.COUNTABLE_NOUN,
    UnitKind.PEOPLE,
)  # 职业高中1所、初中17所 are things of their own
_GIFTS = "奖励金?|补助金?|补贴|补偿金?|资助金?|奖金|慰问金|扶助金"
_GIFT_AFTER, _GIFT_BEFORE = re.compile(f" ?的?({_GIFTS})"), re.compile(f"({_GIFTS})\\Z")
_RECEIVER = re.compile(
    r"(?:对|给|为)(?!象|口|外)([^，]{2,16}?)(?:落实|给予|发放|实行|每|一次性|按|各|分别|奖励|补助|补贴|资助|的|\Z)"
)
_GROUP = re.compile("(?P<what>[^，]*?)的(?:有|约有|共有|占|约占|占到|只占|仅占|达|达到|为|超过|不到)?$")
_DIFFICULTY = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:（[^）]{0,20}）)?(?:[、和 ]?[0-9.,]+ ?[\u4e00-\u9fff]{1,10}){0,3}的?"
    "(?P<what>(?:饮水|用水|吃水|行路|出行|用电|住房|上学|就医)(?:不安全)?(?:困难|问题|难))"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_PEOPLE = "人孩友属童女年民员者口生户师众工兵长婴儿母"  # last characters of words for people
_NEXT = re.compile("[0-9.]+ ?[万亿]?(?:余|多)?(?:人次|人|名|户)")  # 14035户25559人享受城乡低保
_WHO = (UnitKind.PEOPLE, UnitKind.HOUSEHOLDS, UnitKind.ATTENDANCES)
_ALONE = {UnitKind.PEOPLE: "人数", UnitKind.HOUSEHOLDS: "户数"}  # subjects where no word has one: 9864户41237人
_BANDS = (UnitKind.AGE, UnitKind.SCORES, UnitKind.MONEY, UnitKind.MONTHS)  # that mark off a group: 600分以上9人
_EVENTS = frozenset("起例宗次批件场期轮")  # units of events, for which a verb says what is counted: 立案11例


def subject_of(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject:
    """The subject of one quantity by the first rule that applies; `subjects` are those so far in its sentence."""
    return next(found for rule in _RULES if (found := rule(text, clause, subjects)))


def _countable_noun(_: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """A countable noun used as its own unit (`9镇6乡`) is also what is measured."""
    name = clause.quantity.unit.base if clause.kind == UnitKind.COUNTABLE_NOUN else ""
    return Subject(name, name) if name else None


def _group(_: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`年产值超10亿元的3家` and `取得执业资格的不到三分之一` count those that the words up to 的 describe."""
    match, near = _GROUP.search(clause.led), _GROUP.search(clause.left.strip())
    if not match or not near or clause.kind == UnitKind.MULTIPLE:
        return None
    if near["what"] and noun_before(near["what"]) == strip_lead(near["what"]):
        return None
    name = strip_lead(after_among(match["what"]))
    return Subject(f"{name}的", "") if len(name) > 1 else None


def _suffering(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`解决2.3万人、1.6万头大牲畜的饮水困难` counts, with both numbers, those who have the difficulty."""
    found = _DIFFICULTY.match(text, clause.quantity.phrase.end) if clause.kind in _ALONE else None
    return Subject(found["what"], "") if found else None


def _adjacent(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """Right behind another quantity: `46岁以上216人` counts those of an age, `213人次26.4万元` measures one thing twice."""
    if not clause.adjacent or not clause.previous:
        return None
    if clause.previous.unit.kind in _BANDS:
        return Subject(clause.previous.phrase.of(text), "")
    if subjects and (subjects[-1].text in _ALONE.values() or _is_place(clause, subjects[-1])):
        return Subject(_ALONE.get(clause.kind, subjects[-1].text), "")
    return subjects[-1] if subjects else None


def _is_place(clause: Clause, subject: Subject) -> bool:
    """Whether people or households behind a count of places are counted in them: 94个村民小组3860户."""
    return (
        clause.kind in _ALONE and bool(subject.counted) and subject.text.endswith(("组", "村", "社区", "乡镇", "委会"))
    )


def _aged(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """An age is that of the people behind it: 老年人 in `65岁以上老年人健康体检`."""
    if clause.kind != UnitKind.AGE and not clause.quantity.unit.printed.endswith("个月"):
        return None
    who = _people(noun_after(text, clause.right.start, clause.right.end).of(text))
    return Subject(who, who) if who else None


def _people(noun: str) -> str:
    """A noun phrase up to its last word for people: 老年人 of 老年人健康体检; empty where it has none."""
    words = split_words(noun)
    last = max((word.end for word in words if word.text[-1] in _PEOPLE), default=0)
    return noun[:last].strip()


def _counted(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`8个镇` counts what stands behind the number, 镇."""
    noun = noun_after(text, clause.right.start, clause.right.end)
    free = noun_before(clause.left) and not _taken(clause, subjects)
    owner = first_owner(noun.of(text)) if clause.kind in (UnitKind.CLASSIFIER, UnitKind.PEOPLE) else ""
    if not noun or (noun.end == clause.right.end and clause.meets and free and not owner):
        return None
    counting = clause.kind in _COUNTING
    owned = not free and text[clause.right.start : noun.start].strip() == "的"
    leads = bool(owner) or ends_with_verb(clause.left) or counting or _taken(clause, subjects) or owned
    name = strip_lead(noun.of(text)).replace(" ", "")
    if clause.kind == UnitKind.PEOPLE and name[-1:] in STATISTICS:  # 4.6万名学生学杂费
        name = _people(name) or name
    name = owner or name  # 8所学校平均班额
    if not leads or not _HAN.search(name) or name in lexicon("phrases")["empty"]:
        return None
    return Subject(name, name, noun)


def _taken(clause: Clause, subjects: Sequence[Subject]) -> bool:
    """Whether the words before a number are what the number before it counts: 镇 in 8个镇5个乡."""
    return bool(subjects and subjects[-1].counted and clause.left.strip("、和与及 ") == subjects[-1].text)


def _given(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`对独生子女户每月20元的奖励` measures 独生子女户奖励: who is given, and what."""
    gift = _GIFT_AFTER.match(clause.right.of(text)) or _GIFT_BEFORE.search(strip_tail(clause.left))
    who = _RECEIVER.search(clause.left)
    name = strip_lead(who[1]) if who and gift else ""
    return Subject(f"{name}{gift[1]}", f"{name}{gift[1]}") if name and gift else None


def _changing(_: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`标准从年标准1680元` measures what stands before 从, 标准."""
    match = re.match(r"(?P<thing>.{2,}?)(?<!自)(?:由|从)(?!业|事)(?P<rest>.{0,5})\Z", clause.left.strip())
    name = noun_before(match["thing"]) if match else ""
    return Subject(name, name) if name else None


def _named(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`计生标语1200多幅` counts what stands before the number, 计生标语."""
    if _taken(clause, subjects):
        return None
    name = noun_before(clause.left) or (verb_phrase(clause.left) if clause.left.startswith("其中") else "")
    if name and text.startswith("的比例", clause.right.start) and not name.endswith("比例"):
        name += "比例"
    name = of_something(name, subjects)
    if told_apart := _other_level(name, clause, subjects):
        return told_apart
    return Subject(name, name) if name else None


def _other_level(name: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """公用经费初中 for 初中 alone behind 公用经费小学300元."""
    said, level = subjects[-1].text if subjects else "", re.sub("每[生人].*", "", name)
    alike = clause.previous and clause.previous.unit.base == clause.quantity.unit.base and clause.kind not in _COUNTED
    other = next((one for one in lexicon("entities")["levels"] if said.endswith(one) and said != one), "")
    if not alike or not other or level not in lexicon("entities")["levels"]:
        return None
    return Subject(f"{said.removesuffix(other)}{level}", level)


def _acting(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`25559人享受城乡低保` and `惠及1.8万户` count those who do what the verb says, or to whom it is done."""
    kind = clause.kind
    verb = verb_phrase(clause.left) or _done(text, clause) if kind in _WHO else ""
    if re.fullmatch("[\u4e00-\u9fff“”]{2,14}", verb):
        return Subject(verb, topic_of(subjects) or verb)
    told_apart = clause.previous.unit.kind != kind if clause.previous else not _announced(text, clause, subjects)
    of_people = topic_of(subjects).endswith(tuple(_PEOPLE))
    if kind in _ALONE and told_apart and not of_people and not strip_lead(clause.left.strip()):
        return Subject(_ALONE[kind], "")
    return None


def _done(text: str, clause: Clause) -> str:
    """The words behind a number up to 14 characters, another number of the same people left out; may be empty."""
    also = _NEXT.match(text, clause.right.start)
    phrase = re.compile("[\u4e00-\u9fff“”]{2,14}").match(text, also.end() if also else clause.right.start)
    return phrase[0] if phrase else ""


def _gone_on(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject:
    """The last rule, which always applies: the clause in front, the topic, the verb, or the unit; perhaps an empty text."""
    unit, verb, done = clause.quantity.unit, _verb(clause), _done(text, clause)
    named = (
        _announced(text, clause, subjects),
        done if clause.left.endswith("连续") else "",
        "年龄" if unit.kind == UnitKind.AGE else "",
        verb if unit.printed[-1:] in _EVENTS else "",
        _topic_for(text, clause, subjects),
        verb,
        unit.base if unit.kind in _ALONE else "",
        done,
    )
    name = next(filter(None, named), "")
    return Subject(name, name)


def _verb(clause: Clause) -> str:
    phrase = verb_phrase(clause.left)
    return phrase if len(phrase) > 1 else ""


def _announced(text: str, clause: Clause, subjects: Sequence[Subject]) -> str:
    """The noun phrase of the clause in front, where this one goes on from it: 平均年龄年轻化，由原来的43.2岁; 蔬菜（万吨）：31."""
    start = clause.quantity.phrase.start
    goes_on = re.search("[由从原]", clause.left) or not subjects or text.startswith(("：", ":"), max(start - 1, 0))
    return heading(clause) if goes_on else ""


def _topic_for(text: str, clause: Clause, subjects: Sequence[Subject]) -> str:
    """The sentence's topic; empty for money behind a bare verb (赔付217万元), which measures what the verb says."""
    kind = clause.kind
    topic = topic_of(subjects, kind)
    if kind == UnitKind.MONEY and is_mere_verb(clause.left):
        return ""
    return topic.replace("平均", "") if clause.quantity.modifier_text(text).startswith("最") else topic


_RULES: tuple[Rule, ...] = (
    grown, relative, per_head, part_of, shared, _suffering, _countable_noun, _changing, _aged, _given, _counted, _adjacent, _group, _named, _acting,
    _gone_on,
)  # fmt: skip
