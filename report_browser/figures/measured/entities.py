"""Measured entities: whose property a number measures, split from its name or carried from what governs its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause
from report_browser.figures.measured.comparisons import Subject
from report_browser.figures.measured.noun_phrases import STATISTICS
from report_browser.figures.measured.segmentation import split_words
from report_browser.figures.quantities.units import MEASURE, NOUN
from report_browser.text.span import Span

_FURTHEST = 80  # characters before a number in which its owner may stand
_COUNTS = ("people", "households", "attendances", MEASURE, NOUN)  # kinds of units of things that are counted
_PROPERTY = re.compile(f"[\u4e00-\u9fff]{{0,8}}[{STATISTICS}]\\Z")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number measures: a `property` of an `entity`, which is empty where no words name it."""

    property: str
    entity: str


def find_measured(text: str, clause: Clause, subject: Subject, sentence: Span, owner: str) -> Measured:
    """The property and entity of a clause's number; `owner` is whom the sentence over a list is about, or empty."""
    changed = subject.change and subject.text.endswith(subject.change)
    name = subject.text.removesuffix(subject.change) if changed else subject.text
    if clause.quantity.unit.kind == "age" and not name.endswith(("年龄", "岁")):
        return Measured("年龄", name)
    entity, rest = _split(name)
    whole = _whole(text, clause, sentence)
    return Measured(rest or name, whole or entity or _owner(text, clause, name, sentence) or owner or _counted(clause, name))


def find_owner(text: str, sentence: Span) -> str:
    """Whom a sentence that announces a list is about: 村级专干 of 村级专干的素质发生了巨大变化：一是…; perhaps empty."""
    found = _ANNOUNCED.match(text, sentence.start, sentence.end)
    return found["owner"] if found else ""


_ANNOUNCED = re.compile(r"(?:[^，。；：]{0,20}[，])?(?P<owner>[^，。；：的]{2,16})的[^，。；：]{2,16}(?:变化|提高|改善|增强|加强|优化|成效|进展)[^，。；]{0,6}：")


def _split(name: str) -> tuple[str, str]:
    """The owner at the head of a name and the property behind it; both empty where it has none."""
    words = split_words(name)
    for at in range(len(words) - 1, 0, -1):
        head, rest = name[: words[at].start], name[words[at].start :]
        if _owns().search(head) and _is_property(rest):
            return head.removesuffix("的"), rest.removeprefix("的")
    return "", ""


def _is_property(rest: str) -> bool:
    return bool(_property_head().match(rest)) or (len(rest) > 1 and bool(_PROPERTY.fullmatch(rest)))


def _whole(text: str, clause: Clause, sentence: Span) -> str:
    """What a share is a share of: 党政干部 of 党政干部中，女性占23%, 财政支出 of 占财政支出的两成."""
    if clause.quantity.unit.kind not in ("share", ""):
        return ""
    found = _SHARE_OF.search(clause.left)
    if found:
        return found["whole"]
    start = max(sentence.start, clause.quantity.phrase.start - _FURTHEST)
    among = _AMONG.findall(text, start, clause.quantity.phrase.start)
    return among[-1] if among else ""


_SHARE_OF = re.compile("占(?:了|到)?(?P<whole>[^占，；]{2,14}?)的?(?:比[重例])?(?:为|达|达到)?\\Z")
_AMONG = re.compile("(?:\\A|[，。；：])([^，。；：其0-9]{2,16})中[，、]?")


def _owner(text: str, clause: Clause, name: str, sentence: Span) -> str:
    """The nearest place before a number in its sentence, or those who are given what it measures."""
    start = max(sentence.start, clause.quantity.phrase.start - _FURTHEST)
    before = text[start : clause.quantity.phrase.start]
    if clause.quantity.unit.kind == "money" and (given := _given().search(re.split("[；。]", before)[-1])):
        return given["who"]
    places = [match[0] for match in _place().finditer(before)]
    return places[-1] if places else ""


def _counted(clause: Clause, name: str) -> str:
    return name if clause.quantity.unit.kind in _COUNTS else ""


@cache
def _listed(*names: str) -> str:
    return either(word for name in names for word in lexicon("entities")[name])


@cache
def _owns() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed('people', 'bodies', 'places', 'works')})的?\Z")


@cache
def _property_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed('property heads')})[\u4e00-\u9fff]+")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('phrases')['scopes'])}")


@cache
def _given() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed('givers')})(?P<who>[^，。；：0-9]{{0,12}}(?:{_listed('people')}))")
