"""Comparisons: rules for the subjects of growth, shares, multiples and amounts per head, which are of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause, Subject, topic_of
from report_browser.figures.measured.noun_phrases import noun_after, noun_before, strip_lead, strip_tail
from report_browser.figures.quantities.units import UnitKind

_RELATIVE = re.compile(
    "(?:分别|均|都|也|就|仅)?(?:(?:高于|低于|高出|超出|超过|少于|多于|优于|大于|小于|相当于).|比|较|按.*折合?|折合?|约合)"
)
_BESIDE = re.compile("([^，]{2,}?)(?:均|都)?(?:高于|低于|高出|超出|少于|多于|优于)[^，]+")
_TIMES = re.compile("(?P<thing>[^，]*?)(?:分别|已|就|都)?(?:是|为|相当于)[^，]*?的?")
_DOUBLED = re.compile("(?P<thing>[^，]*?)翻了?")
_SHARE = re.compile(
    "^(?:(?P<part>[^，]*?)(?:约|仅|只|就|已|均|共)?占(?![地用比有领据])"
    "|(?P<of>[^，]{2,}?)(?:仅为|只为|仅是|只是|相当于)"
    "|(?:约|仅|只|就|已|均)?(?:完成|达到|达|为|是|恢复[至到]))(?:到|了)?[^，]{0,20}?"
    "(?:的(?:比重|比例|份额)?(?:分别)?(?:为|达|达到|约为|约)?|(?<=[数量])|(?<=人口))$"
)
_DONE = re.compile("(?:已|已经)?完成了?(总?(?:工程量|工作量))的")  # 完成工程量的七成
_PLANNED = re.compile("(?:占|完成|为)(?:了)?([^占，]{0,12}(?:预算|任务|计划|指标|目标|限额)数?)")
_PACES = ("年均", "户均", "人均", "亩均", "净")  # words before 增长 that say how the growth is counted
_EARNED = ("增收", "增产", "增值")
_BLANK = re.compile("[xX×]{1,6}[\u4e00-\u9fff%‰]{1,3}\\Z")
_OF_SOMETHING = ("占比", "比重", "比例")
_ADJUSTED = re.compile("(?:扣除|剔除|按|考虑|不含|若)")  # 扣除退税因素后增长3.1%


def grown(text: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`产值增长9.3%` measures 产值增长, `产值增长到5亿元` measures 产值. None without a verb of change before the number."""
    match = _change().search(clause.left.rstrip())
    if not match or _is_no_change(text, clause, match):
        return None
    topic = _grown_topic(clause, match.start(), subjects)
    pace = next((word for word in _PACES if word in match["pace"]), "")
    verb = match["verb"] if pace == "净" else {"增": "增长", "降": "下降"}.get(match["verb"], match["verb"])
    if verb in _EARNED and pace in ("户均", "人均"):  # 户均增收1200元
        return Subject(f"{pace}{verb}", topic, change=verb)
    named = topic if match["to"] or verb in lexicon("phrases")["comparatives"] else f"{topic}{pace}{verb}"
    return Subject(named, topic, change=verb)


def _is_no_change(text: str, clause: Clause, match: re.Match[str]) -> bool:
    """Whether 新增 or the like only says that things were counted (新增3个镇), or 高 compares with nothing named."""
    counts = clause.quantity.unit.counts and noun_after(text, clause.right.start, clause.right.end)
    bare = match["verb"] in lexicon("phrases")["comparatives"] and not _compared().search(clause.left)
    return bool(bare or (counts and not match["to"]))


def _grown_topic(clause: Clause, end: int, subjects: Sequence[Subject]) -> str:
    """What changed: the noun phrase up to the verb at `end`, else what the sentence or the clause in front is about."""
    thing = _compared().sub("", clause.left[:end])
    topic = "" if _ADJUSTED.match(thing) else noun_before(thing)
    return of_something(topic, subjects) or blanked(clause) or _gone_on(subjects, clause) or heading(clause)


def _gone_on(subjects: Sequence[Subject], clause: Clause) -> str:
    """The topic so far, per head where the number before was: 净增3.2元 behind 人均16.6元."""
    topic = topic_of(subjects, clause.kind)
    per_one = subjects and subjects[-1].topic == topic and subjects[-1].text.endswith(f"均{topic}")
    return subjects[-1].text if per_one else topic


def relative(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`高于责任指标1.5个百分点`, `是2022年的2.4倍`, `折合6477美元` measure the topic, or what stands before 高于 or 是."""
    left, topic = clause.left.strip(), topic_of(subjects)
    if topic and _RELATIVE.match(left):
        return Subject(topic, topic)
    if (beside := _BESIDE.fullmatch(left)) and (thing := noun_before(beside[1])):
        return Subject(thing, thing)
    pattern = {"倍": _TIMES, "番": _DOUBLED}.get(clause.quantity.unit.base)
    times = pattern.fullmatch(left) if pattern else None
    named = (noun_before(_compared().sub("", times["thing"])) or topic) if times else ""
    return Subject(named, named) if named else None


def per_head(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`人均5.24元` measures the topic per head: 人均经费 where the topic is 经费."""
    match = re.search(r"(?:月|年)?(?:人均|户均|亩均|村均|校均|生均)(?:达到|到达|达|为|约)?\Z", clause.left)
    if not match or noun_before(clause.left[: match.start()]):
        return None
    topic = re.sub("^[人户亩村校生]均", "", topic_of(subjects))
    return Subject(f"{match[0].rstrip('达到为约')}{topic}", topic)


def shared(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """`工业占生产总值的38%` measures the part, 工业; `占总数的45%` measures the topic."""
    match = _SHARE.search(clause.left.strip()) if clause.kind in (UnitKind.SHARE, UnitKind.NONE) else None
    planned = _PLANNED.fullmatch(clause.left.strip()) if clause.kind != UnitKind.SHARE else None
    if planned and topic_of(subjects):
        return Subject(strip_lead(planned[1]), topic_of(subjects))
    done = _DONE.fullmatch(clause.left.strip())
    if match and done:
        return Subject(done[1], done[1])
    part = (noun_before(match["part"] or match["of"] or "") or topic_of(subjects)) if match else ""
    return Subject(part, part) if part else None


def part_of(_: str, clause: Clause, subjects: Sequence[Subject]) -> Subject | None:
    """The share behind another number in `占年初预算10065万元的43.2%` measures the topic of that number."""
    if clause.left.strip() != "的" or clause.kind != UnitKind.SHARE or not subjects or not subjects[-1].topic:
        return None
    if clause.previous and clause.previous.unit.kind == UnitKind.AGE:  # 30岁以下的不到一成
        return None
    return Subject(subjects[-1].topic, subjects[-1].topic)


def of_something(name: str, subjects: Sequence[Subject]) -> str:
    """A name, the topic before it where it is 占比, 比重 or 比例: 税收收入占比."""
    return f"{topic_of(subjects)}{name}" if name in _OF_SOMETHING else name


def blanked(clause: Clause) -> str:
    """What the clause in front measures where its number was blanked: 零售总额 of 零售总额xx亿元; else empty."""
    blank = _BLANK.search(clause.before)
    return noun_before(clause.before[: blank.start()]) if blank else ""


def heading(clause: Clause) -> str:
    """The noun phrase of the clause in front: 平均年龄 of 一是平均年龄年轻化; may be empty."""
    return noun_before(_verdict().sub("", strip_tail(clause.before)))


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile(
        r"(?:[\u4e00-\u9fff]{2}化|(?:突破|跨上|迈上|跃上|登上)[^，]{1,8}(?:台阶|大关)|(?:不断|显著|明显|稳步|持续|大幅|逐步|进一步|有所|快速)[\u4e00-\u9fff]{2,4})了?\Z"
    )


@cache
def _change() -> re.Pattern[str]:
    words = lexicon("phrases")
    verbs = either([*words["rises"], *words["falls"]])
    paces = either(words["paces"])
    return re.compile(
        rf"(?P<pace>(?:{paces})*)(?P<verb>{verbs})(?:了|约|近|超过|分别)?(?P<to>到|至|为)?(?:约|了|的)?\Z"
    )


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(r"(?:(?<![占对相])(?<!性别)(?<!级别)比(?![例重率值赛])|较|与|(?<![共合])同)[^，；]*\Z")
