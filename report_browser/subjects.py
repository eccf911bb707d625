"""Subjects: what each quantity of a sentence measures, the shortest phrase that is understood by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.clauses import Clause
from report_browser.lexicon import either, lexicon
from report_browser.phrases import ends_with_verb, noun_after, noun_before, strip_lead, strip_tail, verb_phrase
from report_browser.span import Span
from report_browser.units import MEASURE, NOUN


@dataclass(frozen=True, slots=True)
class Subject:
    """`text` names the figure; `topic` what later clauses go on about (地区生产总值, of 地区生产总值增长)."""

    text: str
    topic: str
    counted: Span = Span(0, 0)  # the thing counted, where it stands behind the number
    change: str = ""  # 增长 and the like, where the number is by how much or to what


Rule = Callable[[str, Clause, Sequence[Subject]], Subject | None]


def find_subjects(text: str, clauses: Sequence[Clause]) -> tuple[Subject, ...]:
    """The subjects of one sentence's quantities, in order: the first rule that applies to each."""
    subjects: list[Subject] = []
    for clause in clauses:
        subjects.append(next(found for rule in _RULES if (found := rule(text, clause, subjects))))
    return tuple(subjects)


def _topic(subjects: Sequence[Subject]) -> str:
    return next((subject.topic for subject in reversed(subjects) if subject.topic), "")


# 增长9.3%: the thing and its growth; 增长到5亿元: the thing.


def _grown(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    match = _change().search(clause.left.rstrip())
    if not match or (
        not match["to"]
        and clause.quantity.unit.kind in (MEASURE, NOUN)
        and noun_after(text, clause.right.start, clause.right.end)
    ):
        return None
    before = _compared().sub("", clause.left[: match.start()])
    topic = noun_before(before) or _topic(subjects) or _heading(clause)
    pace = "年均" if "年均" in match["pace"] else ""
    name = topic if match["to"] else f"{topic}{pace}{match['verb']}"
    return Subject(name, topic, change=match["verb"])


# 人均5.24元: per head of what was said before.


def _per_head(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    match = re.search(r"(?:月|年)?(?:人均|户均|亩均|村均|校均|生均)(?:达到|达|为|约)?\Z", clause.left)
    if not match or noun_before(clause.left[: match.start()]):
        return None
    topic = re.sub("^[人户亩村校生]均", "", _topic(subjects))
    head = match[0].rstrip("达到为约")
    return Subject(f"{head}{topic}", topic)


# 占总数的45%: the share of what was said before.


def _shared(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    match = re.search(r"(?:占|完成|达到?|为)(?P<whole>[^占，]{1,16})的\Z", clause.left)
    topic = _topic(subjects)
    if not match or not topic or noun_before(clause.left[: match.start()]) or clause.quantity.unit.kind != "share":
        return None
    return Subject(f"{topic}占比" if match[0][0] == "占" else f"{topic}{match[0][:-1]}", topic)


# 增长8.5%和9.2%: each of a list for one of an earlier list.


def _listed(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    if not clause.joined or noun_after(text, clause.right.start, clause.right.end):
        return None
    previous = subjects[-1]
    return Subject(previous.text, previous.topic, change=previous.change)


# 8个镇: the thing behind the number; 计生标语1200多幅: the thing before it.


def _counted(text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    noun = noun_after(text, clause.right.start, clause.right.end)
    if not noun or (noun.end == clause.right.end and clause.meets and noun_before(clause.left)):
        return None
    measured = clause.quantity.unit.kind in (MEASURE, NOUN, "people", "households")
    leads = ends_with_verb(clause.left) or measured or text[clause.right.start : noun.start].strip() == "的"
    name = strip_lead(noun.of(text))
    if not leads or not name or name in lexicon("phrases")["empty"]:
        return None
    return Subject(name, name, noun)


def _named(_text: str, clause: Clause, _subjects: Sequence[Subject]) -> Subject | None:
    name = noun_before(clause.left)
    return Subject(name, name) if name else None


def _gone_on(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject:
    """Nothing names it here: the clause in front, what was said before, the verb, or the unit itself."""
    verb, unit = verb_phrase(clause.left), clause.quantity.unit
    if unit.kind in ("people", "households") and verb:
        name = f"{verb}{'户' if unit.kind == 'households' else '人'}数"
        return Subject(name, _topic(subjects) or name)
    name = (
        _heading(clause)
        or _topic(subjects)
        or verb
        or (unit.base if unit.kind in (NOUN, "people", "households") else "")
    )
    return Subject(name, name)


def _heading(clause: Clause) -> str:
    """What the clause in front names: 平均年龄 of 一是平均年龄年轻化."""
    return noun_before(
        re.sub("(?:..化|不断.{2,4}|显著.{2}|明显.{2}|稳步.{2}|持续.{2}|大幅.{2})了?\\Z", "", strip_tail(clause.before))
    )


_RULES: tuple[Rule, ...] = (_grown, _per_head, _shared, _listed, _counted, _named, _gone_on)


@cache
def _change() -> re.Pattern[str]:
    words = lexicon("phrases")
    verbs = either([*words["rises"], *words["falls"]])
    return re.compile(
        rf"(?P<pace>(?:{either(words['paces'])})*)(?P<verb>{verbs})(?:了|约|近|超过)?(?P<to>到|至|为)?(?:约|了)?\Z"
    )


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(r"(?:(?<![占对相])比(?![例重率值赛])|较|与|同)[^，；]*\Z")
