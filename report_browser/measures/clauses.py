"""Clauses as read: whether one tells an act, opens or continues one, or ends it, and where its verb and actor stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from report_browser.figures.figure import Figure
from report_browser.figures.measured.periods import find_time_phrases
from report_browser.figures.measured.segmentation import split_words
from report_browser.measures.cues import either, kinds_of_verbs, lexicon, soft, verbs
from report_browser.measures.measure import NOWHERE
from report_browser.measures.segments import Clause
from report_browser.text.span import Span

Role = Literal["act", "means", "tail", "result", "slogan", "scene", "actor", "problem", "other"]

_LONGEST = 300  # characters of a clause that are looked at
_NAMED = re.compile("[“《][^”》]{2,30}[”》]")
_TARGET = re.compile(r"(?:对|为|给|向|把|将|面向)(?!象|策|应|口|外开放|于|此|实现|目标)[^，。；：]{2,40}")
_PLAIN = re.compile(r"[的了]?(?:任务|目标|工作|要求|精神|方针|作用|优势)?$")
_MODIFIER = re.compile(r"(?:的|率|者|员会|额|量)")
_NOUN_TAILS = re.compile("(?:率|费|者|员|额|量|值|面积|人数|站|室|证|期间|情况|力度|水平|能力|成效|经验)")
_MONEY = re.compile("元")


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause as read. `start` is where its words begin behind connectives and times."""

    clause: Clause
    role: Role
    start: int
    verb: Span = NOWHERE
    actor: Span = NOWHERE
    figures: tuple[Figure, ...] = ()
    vague: bool = False
    own: bool = False  # an object of its own stands with the verb

    @property
    def end(self) -> int:
        return self.clause.span.end


def read_clause(text: str, clause: Clause, figures: Sequence[Figure]) -> Reading:
    """The reading of a clause; `figures` are those that stand in it."""
    start = _head(text, clause.span)
    words = text[start : min(clause.span.end, start + _LONGEST)]
    if not words or (match := _scene().fullmatch(words)):
        return Reading(clause, "scene", start)
    amounts = tuple(one for one in figures if one.number.start >= start)
    verb = _main_verb(words)
    actor = _actor(words, verb, start)
    role, vague = _role(words, verb, amounts, start)
    return Reading(clause, role, start, verb.shift(start) if verb else NOWHERE, actor, amounts, vague)


def _head(text: str, span: Span) -> int:
    """Where the words of a clause begin, behind connectives and the time."""
    start, moved = span.start, True
    while moved:
        moved = False
        times = find_time_phrases(text, Span(start, min(span.end, start + 30)))
        if times and times[0].start == start and times[0].end < span.end:
            start, moved = times[0].end, True
        if match := _leads().match(text, start, span.end):
            start, moved = match.end(), True
    return start


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon()['leads'])}|\s|、)(?![一-龥]?$)")


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(lexicon()["scenes"])


@cache
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon()['manners'])})*?(?:{either(lexicon()[name])})")


def _main_verb(words: str) -> Span:
    """The first verb that begins a word, is not part of a noun and has what it acts on beside it."""
    starts = {word.start for word in split_words(words)}
    for match in verbs().finditer(words):
        if match.start() in starts and not _is_noun(words, match):
            return Span(*match.span())
    return NOWHERE


def _is_noun(words: str, match: re.Match[str]) -> bool:
    return bool(_NOUN_TAILS.match(words, match.end())) or words[match.end() : match.end() + 1] in ("性", "的")


def _actor(words: str, verb: Span, start: int) -> Span:
    """The actor that opens a clause: what stands before the verb, up to the first word of manner or a preposition."""
    before = words[: verb.start] if verb else words
    match = _actors().match(before + ("" if not verb else "＃"))
    return Span(start, start + match.end(1)) if match else NOWHERE


@cache
def _actors() -> re.Pattern[str]:
    names, manners = either(lexicon()["actors"]), either(lexicon()["manners"])
    return re.compile(rf"([^，。；：]{{0,40}}?(?:{names}))(?={manners}|＃|$)")


def _role(words: str, verb: Span, amounts: Sequence[Figure], start: int) -> tuple[Role, bool]:
    if _opening("problems").search(words):
        return "problem", False
    if re.search(either(lexicon()["speech"]), words):
        return "slogan", False
    if _opening("tails").match(words) and (amounts or words.startswith(("由", "持"))):
        return "tail", False
    counted = [one for one in amounts if one.unit and not one.unit.startswith(("%", "‰", "个百分点"))]
    if _raises(words, counted):
        return "act", False
    if _opening("results").match(words) and not (_opening("results").match(words) and False):
        return "result", False
    if _opening("means").match(words):
        return _means(words, verb, counted)
    if _opening("slogans").match(words):
        return "slogan", False
    return _act(words, verb, counted)


_STANDARD = re.compile("(?:标准|报酬|补贴|补助|工资|津贴|待遇|低保金|养老金|奖励|奖励金|保费)[^，]{0,12}(?:由|从)?[^，]{0,16}(?:提高|增加|调整|上调)[到至为]")
_PAYS = re.compile("(?:补助|补贴|奖励|报销|补偿|封顶线|起付线|津贴|奖励金|救助金|奖金)")


def _raises(words: str, counted: Sequence[Figure]) -> bool:
    """Whether a rate of pay is set or raised: 每人每月补助60元."""
    money = any("元" in one.unit for one in counted)
    return money and bool(_STANDARD.search(words) or _PAYS.search(words))


def _means(words: str, verb: Span, counted: Sequence[Figure]) -> tuple[Role, bool]:
    """A clause of means is an act where it goes on, without a comma, to a counted act."""
    later = verbs().search(words, 4)
    return ("act", False) if counted and later and later.start() > 3 else ("means", False)


def _act(words: str, verb: Span, counted: Sequence[Figure]) -> tuple[Role, bool]:
    if not verb:
        return "other", False
    printed, behind = verb.of(words), words[verb.end :].lstrip("了")
    target = _TARGET.match(words) or _TARGET.search(words, 0, verb.start + 1)
    pointed = bool(counted or target or _NAMED.search(words))
    if len(behind) < 2 and not target and not counted:
        return "other", False
    if printed in soft():
        thing = re.search(rf"(?:{either(lexicon()['things'])})", behind)
        if not pointed and not thing:
            return ("act", True) if printed in lexicon()["vague"] else ("other", False)
    return "act", False
