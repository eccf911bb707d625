"""Subjects: what each quantity of a sentence measures, the shortest phrase that is understood by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from report_browser.clauses import Clause
from report_browser.comparisons import Subject, grown, heading, part_of, per_head, relative, shared, topic_of
from report_browser.lexicon import lexicon
from report_browser.phrases import ends_with_verb, noun_after, noun_before, strip_lead, strip_tail, verb_phrase
from report_browser.units import MEASURE, NOUN

Rule = Callable[[str, Clause, Sequence[Subject]], Subject | None]

_COUNTED = (MEASURE, NOUN, "people", "households", "")  # units that a thing may stand behind
_GIFTS = "奖励金?|补助金?|补贴|补偿金?|资助金?|奖金|慰问金|扶助金"
_GIFT_AFTER, _GIFT_BEFORE = re.compile(f" ?的?({_GIFTS})"), re.compile(f"({_GIFTS})\\Z")
_RECEIVER = re.compile(
    r"(?:对|给|为)(?!象|口|外)([^，]{2,16}?)(?:落实|给予|发放|实行|每|一次性|按|各|分别|奖励|补助|补贴|资助|的|\Z)"
)
_NEXT = re.compile("[0-9.]+ ?[万亿]?(?:余|多)?(?:人次|人|名|户)")  # 14035户25559人享受城乡低保
_UNIT_NAMES = {"people": "人数", "households": "户数", "attendances": "人次"}


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
    return [*(_with_head(name, last, per[0] if per else last[len(name) :]) for name in others), last]


def _with_head(name: str, last: str, head: str) -> str:
    return name if name[-1] == last[-1] or not head else name + head


def _name(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject:
    """The first rule that applies to a quantity names it."""
    return next(found for rule in _RULES if (found := rule(text, clause, subjects)))


def _counted(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`8个镇` counts the thing behind the number."""
    noun = noun_after(text, clause.right.start, clause.right.end)
    free = noun_before(clause.left) and not _taken(clause, subjects)
    if not noun or (noun.end == clause.right.end and clause.meets and free):
        return None
    measured = clause.quantity.unit.kind in _COUNTED
    leads = ends_with_verb(clause.left) or measured or text[clause.right.start : noun.start].strip() == "的"
    name = strip_lead(noun.of(text)).replace(" ", "")
    if not leads or not name or name in lexicon("phrases")["empty"]:
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


def _named(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    """`计生标语1200多幅` counts the thing before the number."""
    name = noun_before(clause.left)
    if name and text.startswith("的比例", clause.right.start) and not name.endswith("比例"):
        name += "比例"
    return Subject(name, name) if name else None


def _acting(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`25559人享受城乡低保` and `惠及1.8万户` count those who do or undergo what the verb says."""
    unit, previous = _UNIT_NAMES.get(clause.quantity.unit.kind, ""), subjects[-1].text if subjects else ""
    if unit and not clause.left and previous.endswith(tuple(_UNIT_NAMES.values())):
        return Subject(previous[:-2] + unit, subjects[-1].topic)
    verb = verb_phrase(clause.left) or _done(text, clause)
    if not unit or not re.fullmatch("[\u4e00-\u9fff“”]{2,14}", verb):
        return None
    return Subject(verb + unit, topic_of(subjects) or verb + unit)


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
    bare = unit.base if unit.kind in (NOUN, "people", "households") else ""
    name = changes or topic_of(subjects) or verb or bare or _done(text, clause)
    return Subject(name, name)


_RULES: tuple[Rule, ...] = (
    grown, relative, per_head, part_of, shared, _given, _counted, _changing, _named, _acting, _gone_on,
)  # fmt: skip
