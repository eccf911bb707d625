"""Subjects: what each quantity of a sentence measures, the shortest phrase that is understood by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from report_browser.clauses import Clause
from report_browser.comparisons import (
    Subject,
    grown,
    heading,
    of_something,
    part_of,
    per_head,
    relative,
    shared,
    topic_of,
)
from report_browser.lexicon import lexicon
from report_browser.phrases import ends_with_verb, noun_after, noun_before, strip_lead, strip_tail, verb_phrase
from report_browser.units import MEASURE, NOUN
from report_browser.words import split_words

Rule = Callable[[str, Clause, Sequence[Subject]], Subject | None]

_COUNTED = (MEASURE, NOUN, "people", "households", "")  # units that a thing may stand behind
_GIFTS = "奖励金?|补助金?|补贴|补偿金?|资助金?|奖金|慰问金|扶助金"
_GIFT_AFTER, _GIFT_BEFORE = re.compile(f" ?的?({_GIFTS})"), re.compile(f"({_GIFTS})\\Z")
_RECEIVER = re.compile(
    r"(?:对|给|为)(?!象|口|外)([^，]{2,16}?)(?:落实|给予|发放|实行|每|一次性|按|各|分别|奖励|补助|补贴|资助|的|\Z)"
)
_GROUP = re.compile("(?P<what>[^，]*?)的(?:有|约有|共有|占|约占|占到|只占|仅占|达|达到|为|超过|不到)?$")
_HAN = re.compile("[\u4e00-\u9fff]")
_PEOPLE = "人孩友属童女年民员者口生户师众工兵长婴"  # how words for people end
_NEXT = re.compile("[0-9.]+ ?[万亿]?(?:余|多)?(?:人次|人|名|户)")  # 14035户25559人享受城乡低保
_WHO = ("people", "households", "attendances")


def find_subjects(text: str, clauses: Sequence[Clause]) -> tuple[Subject, ...]:
    """The subjects of one sentence's quantities, in order."""
    subjects: list[Subject] = []
    for run in _runs(clauses):
        subjects += _name_run(text, run, subjects)
    return tuple(subjects)


def _runs(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """Quantities that only 、 or 和 parts, together."""
    run: list[Clause] = []
    for clause in clauses:
        if run and not clause.position:
            yield run
            run = []
        run.append(clause)
    yield from [run] if run else []


def _name_run(text: str, run: Sequence[Clause], subjects: Sequence[Subject]) -> list[Subject]:
    """One subject each; where the words before a run name as many things as it has numbers, they are told apart."""
    first = _name(text, run[0], subjects)
    named = [first, *(_joined(text, clause, first) for clause in run[1:])]
    members = _members(run, subjects, first) if len(run) > 1 and not first.counted else ()
    if not members:
        return named
    return [
        replace(one, text=one.text.replace(first.topic, member) if first.topic else member, topic=member)
        for one, member in zip(named, members, strict=True)
    ]


def _joined(text: str, clause: Clause, first: Subject) -> Subject:
    noun = noun_after(text, clause.right.start, clause.right.end)
    counts = noun and clause.quantity.unit.kind in (MEASURE, NOUN)
    return Subject(noun.of(text), noun.of(text), noun) if counts else first


def _members(run: Sequence[Clause], subjects: Sequence[Subject], first: Subject) -> Sequence[str]:
    """The things that a list of numbers is for: those before 分别, or the last ones that the sentence spoke of."""
    for word, members in lexicon("phrases")["together"].items():
        if word in first.topic and len(members) == len(run):
            return [first.topic.replace(word, member) for member in members]
    names = re.split("、|和|与|以及|及", first.topic)
    if len(names) == len(run) and all(names):
        return _completed(names)
    topics = list(dict.fromkeys(subject.topic for subject in subjects if subject.topic))[-len(run) :]
    apart = "分别" in run[0].left or "各" in run[0].left or first.topic in topics
    return topics if len(topics) == len(run) and apart else ()


def _completed(names: Sequence[str]) -> Sequence[str]:
    """城镇、农村居民人均可支配收入 are two incomes: what the last has in common stands for all."""
    *others, last = names
    per = re.search("(?:人均|户均|平均|年均).+$", last)
    if per:
        return [*(name if name.endswith(last[-1]) else name + per[0] for name in others), last]
    first, *rest = (word.text for word in split_words(last))
    single = all(len(split_words(name)) == 1 and len(name) == len(first) for name in others)
    return [*(name + "".join(rest) for name in others), last] if single and rest else names


def _name(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject:
    """The first rule that applies to a quantity names it."""
    return next(found for rule in _RULES if (found := rule(text, clause, subjects)))


def _own_name(_: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`9镇6乡`: what counts itself names itself."""
    name = clause.quantity.unit.base if clause.quantity.unit.kind == NOUN else ""
    return Subject(name, name) if name else None


def _group(_: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`年产值超10亿元的3家` and `取得执业资格的不到三分之一` count those of whom something is said."""
    match = _GROUP.search(clause.led)
    if not match or not (
        _GROUP.fullmatch(clause.left.strip()) or noun_before(match["what"]) != strip_lead(match["what"])
    ):
        return None
    name = strip_lead(match["what"])
    return Subject(f"{name}的", "") if len(name) > 1 else None


def _aged(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`65岁以上老年人健康体检` says the age of 老年人, `35至50岁的` that of nobody named."""
    if clause.quantity.unit.kind != "age":
        return None
    who = _people(noun_after(text, clause.right.start, clause.right.end).of(text))
    return Subject(who, who) if who else None


def _people(noun: str) -> str:
    """A noun up to its last word for people: 老年人 of 老年人健康体检; empty where it has none."""
    words = split_words(noun)
    last = max((word.end for word in words if word.text[-1] in _PEOPLE), default=0)
    return noun[:last].strip()


def _counted(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`8个镇` counts the thing behind the number."""
    noun = noun_after(text, clause.right.start, clause.right.end)
    free = noun_before(clause.left) and not _taken(clause, subjects)
    if not noun or (noun.end == clause.right.end and clause.meets and free):
        return None
    measured = clause.quantity.unit.kind in _COUNTED
    leads = ends_with_verb(clause.left) or measured or text[clause.right.start : noun.start].strip() == "的"
    name = strip_lead(noun.of(text)).replace(" ", "")
    name = (_people(name) if clause.quantity.unit.kind == "people" else "") or name
    if not leads or not _HAN.search(name) or name in lexicon("phrases")["empty"]:
        return None
    return Subject(name, name, noun)


def _taken(clause: Clause, subjects: Sequence[Subject]) -> bool:
    """Whether the words before a number are what the one before it counts: 镇 in 8个镇5个乡."""
    return bool(subjects and subjects[-1].counted and clause.left.strip() == subjects[-1].text)


def _given(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`对独生子女户每月20元的奖励` is what those behind 对 are given."""
    gift = _GIFT_AFTER.match(clause.right.of(text)) or _GIFT_BEFORE.search(strip_tail(clause.left))
    who = _RECEIVER.search(clause.left)
    name = strip_lead(who[1]) if who and gift else ""
    return Subject(f"{name}{gift[1]}", f"{name}{gift[1]}") if name and gift else None


def _changing(_: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`标准从年标准1680元` goes on about what stands before 从."""
    match = re.match(r"(?P<thing>.{2,}?)(?<!自)(?:由|从)(?!业|事)(?P<rest>.{0,5})\Z", clause.left.strip())
    name = noun_before(match["thing"]) if match else ""
    return Subject(name, name) if name else None


def _named(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`计生标语1200多幅` counts the thing before the number."""
    name = noun_before(clause.left)
    if name and text.startswith("的比例", clause.right.start) and not name.endswith("比例"):
        name += "比例"
    name = of_something(name, subjects)
    return Subject(name, name) if name else None


def _acting(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`25559人享受城乡低保` and `惠及1.8万户` count those who do or undergo what the verb says."""
    if clause.quantity.unit.kind not in _WHO:
        return None
    if not clause.left.strip() and subjects and not clause.before:
        return subjects[-1]
    verb = verb_phrase(clause.left) or _done(text, clause)
    if not re.fullmatch("[\u4e00-\u9fff“”]{2,14}", verb):
        return None
    return Subject(verb, topic_of(subjects) or verb)


def _done(text: str, clause: Clause) -> str:
    """The verb phrase behind a number, another number of the same people left out."""
    also = _NEXT.match(text, clause.right.start)
    phrase = re.compile("[\u4e00-\u9fff“”]{2,14}").match(text, also.end() if also else clause.right.start)
    return phrase[0] if phrase else ""


def _gone_on(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject:
    """Nothing names it here: the clause in front, what was said before, the verb, or the unit itself."""
    unit, verb = clause.quantity.unit, verb_phrase(clause.left)
    verb = verb if len(verb) > 1 else ""
    changes = heading(clause) if re.search("[由从原]", clause.left) or not subjects else ""
    bare = unit.base if unit.kind in ("people", "households") else ""
    kept_up = _done(text, clause) if clause.left.endswith("连续") else ""
    age = "年龄" if unit.kind == "age" and not changes else ""
    topic = (
        topic_of(subjects).replace("平均", "") if clause.quantity.qualifier(text)[:1] == "最" else topic_of(subjects)
    )
    name = changes or kept_up or age or topic or verb or bare or _done(text, clause)
    return Subject(name, name)


_RULES: tuple[Rule, ...] = (
    grown, relative, per_head, part_of, shared, _own_name, _changing, _group, _aged, _given, _counted, _named, _acting,
    _gone_on,
)  # fmt: skip
