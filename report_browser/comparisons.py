"""Comparisons: subjects of figures that say something of another: growth, shares, amounts per head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.clauses import Clause
from report_browser.lexicon import either, lexicon
from report_browser.phrases import noun_after, noun_before, strip_lead, strip_tail
from report_browser.span import Span
from report_browser.units import MEASURE, NOUN


@dataclass(frozen=True, slots=True)
class Subject:
    """`text` names the figure; `topic` what later clauses go on about (地区生产总值, of 地区生产总值增长)."""

    text: str
    topic: str
    counted: Span = Span(0, 0)  # the thing counted, where it stands behind the number
    change: str = ""  # 增长 and the like, where the number is by how much or to what


def topic_of(subjects: Sequence[Subject]) -> str:
    """What the sentence is going on about; empty at its start."""
    return next((subject.topic for subject in reversed(subjects) if subject.topic), "")


def grown(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`增长9.3%` is of the thing and its growth, `增长到5亿元` of the thing."""
    match = _change().search(clause.left.rstrip())
    counts = clause.quantity.unit.kind in (MEASURE, NOUN) and noun_after(text, clause.right.start, clause.right.end)
    if not match or (counts and not match["to"]):
        return None
    topic = noun_before(_compared().sub("", clause.left[: match.start()])) or topic_of(subjects) or heading(clause)
    pace = "年均" if "年均" in match["pace"] else ""
    verb = {"增": "增长", "降": "下降"}.get(match["verb"], match["verb"])
    return Subject(topic if match["to"] else f"{topic}{pace}{verb}", topic, change=verb)


def relative(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`高于责任指标1.5个百分点`, and `是2022年的2.4倍`, of which only the time was said."""
    topic, left = topic_of(subjects), clause.left.strip()
    if topic and re.match("(?:分别)?(?:高于|低于|高出|超出|少于|多于|优于)", left):
        return Subject(topic + strip_lead(strip_tail(left)), topic)
    if topic and clause.quantity.unit.base == "倍" and not strip_tail(re.sub("^(?:是|为|相当于)", "", left)):
        return Subject(topic, topic)
    return None


def per_head(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`人均5.24元` is per head of what was said before."""
    match = re.search(r"(?:月|年)?(?:人均|户均|亩均|村均|校均|生均)(?:达到|达|为|约)?\Z", clause.left)
    if not match or noun_before(clause.left[: match.start()]):
        return None
    topic = re.sub("^[人户亩村校生]均", "", topic_of(subjects))
    return Subject(f"{match[0].rstrip('达到为约')}{topic}", topic)


def shared(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`占总数的45%` is the share of what was said before; so is `占年初预算10065万元的43.2%`."""
    left, topic = clause.left.strip(), topic_of(subjects)
    match = re.match("(?P<verb>占|完成|达到|达|为|是)(?:了)?(?P<whole>[^占，]{1,16}?)(?P<of>的)?$", left)
    if not match or not topic or clause.quantity.unit.kind not in ("share", "money", "people", ""):
        return None
    whole = strip_lead(match["whole"])
    if match["of"] and clause.quantity.unit.kind == "share":
        return Subject(f"{topic}{match['verb']}{whole}", topic)
    return Subject(whole, topic) if match["verb"] in ("占", "完成", "为") and "预算" in whole else None


def part_of(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """The share at the end of `占年初预算10065万元的43.2%`."""
    if clause.left.strip() != "的" or clause.quantity.unit.kind != "share" or not subjects or not subjects[-1].topic:
        return None
    whole = subjects[-1]
    return Subject(whole.text if whole.text == whole.topic else f"{whole.topic}占{whole.text}", whole.topic)


def heading(clause: Clause) -> str:
    """What the clause in front names: 平均年龄 of 一是平均年龄年轻化."""
    return noun_before(_verdict().sub("", strip_tail(clause.before)))


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile(
        r"(?:[\u4e00-\u9fff]{2}化|(?:不断|显著|明显|稳步|持续|大幅|逐步|进一步|有所|快速)[\u4e00-\u9fff]{2,4})了?\Z"
    )


@cache
def _change() -> re.Pattern[str]:
    words = lexicon("phrases")
    verbs = either([*words["rises"], *words["falls"]])
    paces = either(words["paces"])
    return re.compile(rf"(?P<pace>(?:{paces})*)(?P<verb>{verbs})(?:了|约|近|超过|分别)?(?P<to>到|至|为)?(?:约|了)?\Z")


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(r"(?:(?<![占对相别])比(?![例重率值赛])|较|与|(?<![共合])同)[^，；]*\Z")
