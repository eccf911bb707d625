"""Clauses as read: the role of each, and where its verb, actor and target stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.figures.figure import Figure
from report_browser.measures.cues import either, lexicon, opening, pattern
from report_browser.measures.measure import NOWHERE
from report_browser.measures.parties import find_actor, find_target, head_of
from report_browser.measures.pay import raises, raising_verb
from report_browser.measures.roles import LONGEST, Role, Words, names_paid, names_works, role_of
from report_browser.measures.segments import Clause
from report_browser.measures.verbs import find_counted_verb, find_verb
from report_browser.text.span import Span

ANNOUNCED = "其中"
LAW_ALONE = re.compile(
    "[^，]*(?:贯彻|执行|落实|学习|遵守)[^，《]{0,4}(?:《[^》]+》[、和及与]?(?:[（(〔][^，]*[）)〕])?)+(?:精神|要求|规定)?$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause as read. `start` is where its words begin behind connectives and times."""

    clause: Clause
    role: Role
    start: int
    verb: Span = NOWHERE
    actor: Span = NOWHERE
    target: Span = NOWHERE
    figures: tuple[Figure, ...] = ()
    vague: bool = False
    continues: bool = False  # it opens as what goes on with an act: 其中, 每人

    @property
    def end(self) -> int:
        return self.clause.span.end


def read_clause(text: str, clause: Clause, figures: Sequence[Figure]) -> Reading:
    """The reading of a clause; `figures` are those that stand in it."""
    start = head_of(text, clause.span)
    inside = text[start : min(clause.span.end, start + LONGEST)]
    amounts = tuple(one for one in figures if one.number.start >= start)
    if not inside or pattern("scenes").fullmatch(inside):
        return Reading(clause, "scene", start, continues=clause.span.of(text) == ANNOUNCED)
    words = _read_words(inside, amounts)
    role, vague = role_of(words)
    if names_works(words, item=bool(clause.mark) and clause.close in ("，", ",")):
        role, vague = "works", False
    elif names_paid(words):
        role = "paid"
    if clause.close in ("：", ":") and _LISTED.search(inside):
        role = "heading"
    verb, actor, target = (one.shift(start) if one else NOWHERE for one in (words.verb, words.actor, words.target))
    return Reading(clause, role, start, verb, actor, target, amounts, vague, _continues(text, clause.span, amounts))


def _read_words(text: str, amounts: tuple[Figure, ...]) -> Words:
    money = any("元" in one.unit for one in amounts)
    verb = raising_verb(text, money=money) or find_verb(text)
    actor = find_actor(text, verb)
    if not verb and amounts:
        verb = find_counted_verb(text, actor.end)
    return Words(text, verb, actor, find_target(text, verb), amounts)


_LISTED = re.compile(
    "(?:[0-9一二三四五六七八九十几两]+(?:个|大|项|件|方面|条|点|步)|以下|如下|主要)[^，]{0,6}"
    "(?:工作|实事|任务|措施|方面|重点|工程|举措|做法|环节|内容|制度|机制)?$"
)
_NUMERAL = re.compile("[0-9一二三四五六七八九十百千]")
_GROWS = re.compile("增收|收入|增长|增加|下降|是[^，]{1,8}的[0-9.]+倍|占|率")


def _continues(text: str, span: Span, amounts: Sequence[Figure]) -> bool:
    """Whether a clause opens as what goes on with an act: a part of it, so much each, by whom."""
    words = span.of(text)
    if not opening("tails").match(words) or raises(words):
        return False
    if words.startswith(ANNOUNCED):
        return bool(_NUMERAL.search(words)) and not _GROWS.search(words)
    paid = "元" in words or not words.startswith(("人均", "户均", "亩均"))
    return words.startswith(("由", "持")) or (bool(amounts) and paid and not _GROWS.search(words))


def opens_with_verb(text: str, reading: Reading) -> bool:
    """Whether nothing but words of manner stands before the verb, and no state is told."""
    manner = reading.verb and _manners().fullmatch(text, reading.start, reading.verb.start)
    return bool(manner) and not _STATE.search(text, reading.end - 2, reading.end)


_STATE = re.compile("到位|有力|有序|有效|明显|显著|完善|扎实|规范|良好|顺利")


@cache
def _manners() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon()['manners'])}|是|狠)*")
