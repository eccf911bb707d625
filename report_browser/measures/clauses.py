"""Clauses as read: whether one tells an act, opens or continues one, or ends it, and where its verb and actor stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from report_browser.figures.figure import Figure
from report_browser.figures.measured.periods import find_time_phrases
from report_browser.measures.cues import either, lexicon, soft, verbs
from report_browser.measures.measure import NOWHERE
from report_browser.measures.segments import Clause
from report_browser.measures.verbs import Verb, find_counted_verb, find_verb
from report_browser.text.span import Span

Role = Literal["act", "means", "rate", "bare", "heading", "result", "slogan", "scene", "actor", "problem", "other"]

ANNOUNCED = "其中"
LONGEST = 300  # characters of a clause that are looked at
_NAMED = re.compile("[“《][^，。”》]{2,30}")
_TARGET = re.compile(
    r"(?:(?<![因作认变称分行成])为|[对给向把将]|面向)(?![象策应口此于]|外开放|实现|目标)[^，。；：]{2,60}"
)
_TARGET_BEHIND = re.compile(r"(?<![面相针应])[对向][^，。；的]{2,16}(?=的|收取|进行|开展|实施|发放|实行)")
_NO_ACTOR = re.compile(
    "[对为给向把将以按在从由使让被与同和]|通过|根据|依照|针对|围绕|面向|利用|充分|发挥|每|其中|全部|一律"
)
_WHEN = re.compile(r"[^，]*[在当][^，]{2,}(?:时|中|后|前|期间|的同时|过程中|基础上)$")
_RATES = ("%", "‰", "个百分点", "百分点", "倍", "％")


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
    start = _head(text, clause.span)
    words = text[start : min(clause.span.end, start + LONGEST)]
    amounts = tuple(one for one in figures if one.number.start >= start)
    continues = _continues(text, clause.span, counted=bool(amounts))
    if not words or _pattern("scenes").fullmatch(words):
        return Reading(clause, "scene", start, continues=clause.span.of(text) == ANNOUNCED)
    verb = _raising(words, amounts) or find_verb(words)
    actor = _actor(words, verb)
    if not verb.span and amounts:
        verb = find_counted_verb(words, actor.end)
    target = _target(words, verb)
    role, vague = _role(words, verb, amounts, actor, target)
    if clause.close in ("：", ":") and _LISTED.search(words):
        role = "heading"
    places = [one.shift(start) if one else NOWHERE for one in (verb.span, actor, target)]
    return Reading(clause, role, start, places[0], places[1], places[2], amounts, vague, continues)


_LISTED = re.compile(
    "(?:[0-9一二三四五六七八九十几两]+(?:个|大|项|件|方面|条|点|步)|以下|如下|主要)[^，]{0,6}(?:工作|实事|任务|措施|方面|重点|工程|举措|做法|环节|内容|制度|机制)?$"
)
_NUMERAL = re.compile("[0-9一二三四五六七八九十百千]")
_GROWS = re.compile("增收|收入|增长|增加|下降|是[^，]{1,8}的[0-9.]+倍|占|率")


def _continues(text: str, span: Span, *, counted: bool) -> bool:
    words = span.of(text)
    if not _opening("tails").match(words) or _STANDARD.search(words):
        return False
    paid = "元" in words or not words.startswith(("人均", "户均", "亩均"))
    if words.startswith("其中"):
        return bool(_NUMERAL.search(words)) and not _GROWS.search(words)
    return words.startswith(("由", "持")) or (counted and paid and not _GROWS.search(words))


def _raising(words: str, amounts: Sequence[Figure]) -> Verb | None:
    """提高 of what raises a rate of pay."""
    match = _STANDARD.search(words) if any("元" in one.unit for one in amounts) else _RAISED.search(words)
    verb = re.search("提高|增加|调整|上调", match[0]) if match else None
    return Verb(Span(*verb.span()).shift(match.start())) if match and verb else None


def _head(text: str, span: Span) -> int:
    """Where the words of a clause begin, behind connectives and the time."""
    start, moved = span.start, True
    while moved:
        moved = False
        times = find_time_phrases(text, Span(start, min(span.end, start + 30)))
        if times and times[0].start == start and times[0].end < span.end:
            start, moved = times[0].end, True
        if (match := _leads().match(text, start, span.end)) or (match := _YEARS.match(text, start, span.end)):
            start, moved = match.end(), True
    return start


_YEARS = re.compile(r"(?:[xX×0-9]{2,4}年?[至到—-]+[xX×0-9]{2,4}年|[xX×]+年(?:[xX×0-9]+月份?)?)(?:以来|间|期间)?")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{either(lexicon()['leads'])}|要(?![求点素害])|及(?!时)|拟(?![定订])|将(?=在|于|对|以|{either(lexicon()['manners'])}|{verbs().pattern})|\s|、)(?![一-龥]?$)"
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon()[name])


@cache
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon()['manners'])})*?(?:{either(lexicon()[name])})")


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(either(lexicon()[name]))


def _actor(words: str, verb: Verb) -> Span:
    """The actor that opens a clause: what stands before the verb, up to the first word of manner or a preposition."""
    if _NO_ACTOR.match(words):
        return NOWHERE
    before = words[: verb.span.start] + "＃" if verb.span else words + "。"
    match = _actors().match(before)
    return Span(0, match.end(1)) if match and not _NO_BODY.search(match[1]) else NOWHERE


_NO_BODY = re.compile("重视|坚持|实现|提高|全部$|[住出入]院$|的村$|以上的")


@cache
def _actors() -> re.Pattern[str]:
    names, manners = either(lexicon()["actors"]), either(lexicon()["manners"])
    return re.compile(rf"([^，。；：]{{0,40}}?(?:{names}))(?={manners}|被|＃)")


def _target(words: str, verb: Verb) -> Span:
    """Whom or what an act is for, printed before its verb behind 对, 为, 给, 向 or 把, that word included."""
    match = _TARGET.search(words[: verb.span.start] if verb.span else words)
    match = match or (_TARGET_BEHIND.search(words, verb.span.end) if verb.span else None)
    return Span(*match.span()) if match else NOWHERE


def _role(words: str, verb: Verb, amounts: Sequence[Figure], actor: Span, target: Span) -> tuple[Role, bool]:
    counted = [one for one in amounts if one.unit and not one.unit.startswith(_RATES)]
    if len(words) >= LONGEST:
        return "other", False
    role = _shape(words, verb, counted) or _opens(words, verb, counted, actor, target)
    if role:
        return role, False
    if not verb.span:
        return "other", False
    return _act(words, verb, counted, target)


def _shape(words: str, verb: Verb, counted: Sequence[Figure]) -> Role | None:
    """What a clause is by its opening or by a word in it."""
    if _any("problems").search(words) and not _FACED.search(words):
        return "problem"
    if _any("speech").search(words) or _opening("slogans").match(words):
        return "slogan"
    money = any("元" in one.unit for one in counted)
    if money and _RATE.search(words) and (not verb.span or words.startswith(_REACHED)):
        return "rate"
    if money and (_STANDARD.search(words) or _PAYS.search(_BRACKETS.sub("", words))):
        return "act"
    if _CHANGED.match(words) or _FUNDED.match(words) or _DONE_TO.search(words) or _RAISED.search(words):
        return "act"
    before = words[: verb.span.start] if verb.span else words
    if _pattern("statistics").search(words) or _opening("results").match(words) or _any("states").search(before):
        return "result"
    return "slogan" if _pattern("stances").search(words) else None


_STANDARD = re.compile(
    "(?:标准|报酬|补贴|补助|工资|津贴|待遇|低保金?|养老金|奖励|奖励金|保费|供养)[^，]{0,12}(?:由|从)?[^，]{0,16}(?:(?:提高|增加|调整|上调)[到至为]|(?:提高|上调)[^，]{0,6}元)"
)
_RAISED = re.compile("(?:提高|上调)了?[^，]{2,30}(?:标准|待遇|报酬|补贴|补助|津贴)$")
LAW_ALONE = re.compile(
    "[^，]*(?:贯彻|执行|落实|学习|遵守)[^，《]{0,4}(?:《[^》]+》[、和及与]?(?:[（(〔][^，]*[）)〕])?)+(?:精神|要求|规定)?$"
)
_BRACKETS = re.compile("（[^（）]{1,60}）")
_PAYS = re.compile("(?:补助|补贴|奖励|报销|补偿|封顶线|起付线|津贴|救助金|奖金)")
_FACED = re.compile("(?:研究|解决|针对|查找|整改|破解)[^，]*存在|(?:紧张|不足|薄弱|困难|短缺)的?情况下")
_REACHED = ("达到", "到达", "达")
_RATE = re.compile("每[人户生亩天次只月年][^，]*元")
_CHANGED = re.compile("[^，]{0,20}[将把][^，]{2,40}(?:增加|调整|提高|缩短|延长|改|扩大)[为到至]")
_FUNDED = re.compile("(?:保证|确保|保障)[^，]*(?:经费|资金|事业费|工资|待遇)[^，]*(?:到位|落实|发放)$")
_DONE_TO = re.compile(
    "(?:得到|予以|全部)(?:了)?(?:及时|妥善|全面|有效|彻底)?(?:整治|改造|治理|救助|安置|修复|查处|处理|取缔|拆除|关停|兑现|硬化|绿化)$"
    "|(?:工程|项目|大楼|大桥|公路|水库|中心|学校|医院|院|站|厂|线|管网|园)[^，]{0,6}"
    "(?:建成投运|建成投产|建成|竣工|开工建设|开工|动工|投入使用|投入运行|投产|投运|通车|封顶)$"
)
_SHORT = 14  # characters of a clause that may go on with another without a verb of its own


def _opens(words: str, verb: Verb, counted: Sequence[Figure], actor: Span, target: Span) -> Role | None:
    """Whether a clause only opens an act: by what means, when, or for whom."""
    rest = _from_means(_without_time(words[actor.end :])) if actor else words
    match = _opening("means").match(rest)
    if match and not match[0].endswith("可以"):
        return _means(rest, match.end(), counted) if not actor else _means_of(rest, match.end(), counted)
    if actor and _WHEN.match(words) and not counted:
        return "actor"
    return "means" if not verb.span and target and target.start == 0 else None


def _without_time(words: str) -> str:
    times = find_time_phrases(words, Span(0, len(words)))
    first = times[0] if times else NOWHERE
    return words[first.end :] if first and first.start <= 1 else words


def _from_means(rest: str) -> str:
    """What stands behind an actor, from a word of means near to it: 于7月中下旬采取…"""
    match = re.match("[^，]{1,10}?(?=采取|采用|通过|按照|根据|针对|围绕|利用|依托|本着|运用)", rest)
    return rest[match.end() :] if match else rest


def _means_of(rest: str, at: int, counted: Sequence[Figure]) -> Role:
    return "act" if _means(rest, at, counted) == "act" else "actor"


def _means(words: str, at: int, counted: Sequence[Figure]) -> Role:
    """A clause of means is an act where it goes on, without a comma, to a counted act or one on a target."""
    if _CARRIED_OUT.search(words):
        return "act"
    later = find_verb(words, max(at, 4))
    if _METHOD.search(words) or not later.span or (later.span.end >= len(words) - 1 and not counted):
        return "means"
    between = words[: later.span.start]
    return "act" if counted or _BETWEEN.search(between) else "means"


_CARRIED_OUT = re.compile("进行了?[\u4e00-\u9fff]{2}$")
_METHOD = re.compile("(?:方法|办法|方式|形式|措施|原则|原那么|要求|作用|优势|机会|契机|手段|途径|思路|平台|载体|媒体)$")
_BETWEEN = re.compile(
    "(?:要求|原则|原那么|精神|规定|形式|方式|办法|为?契机|为主|为单位|为组长|(?<!针)对[^，]+|“[^“”]+)$"
)


_BUILDING = ("推进", "加快", "抓好", "完善")
_EMPTY = re.compile("(?:作用|优势|局面|格局|氛围|意识|水平|理念|思想|形象)$")


def _act(words: str, verb: Verb, counted: Sequence[Figure], target: Span) -> tuple[Role, bool]:
    """Whether a clause tells an act, and whether only a vague one."""
    printed, behind = verb.span.of(words), words[verb.span.end :].lstrip("了")
    target = target or _target(words, Verb())
    if len(behind) < 2 and not target and not counted:  # noqa: PLR2004 - one character is no object
        return ("bare" if len(words) <= _SHORT else "other"), False
    pointed = bool(counted or _NAMED.search(words))
    if counted or (printed not in soft() and (pointed or target or not _EMPTY.search(words))):
        return "act", False
    built = printed in _BUILDING and words.endswith("建设") and _any("works").search(behind)
    if _pattern("abstract").search(words) and not built:
        return ("act" if printed in lexicon()["vague"] else "other"), True
    if built or pointed or target or _any("things").search(behind):
        return "act", False
    return ("act", True) if printed in lexicon()["vague"] else ("other", False)


def opens_with_verb(text: str, reading: Reading) -> bool:
    """Whether nothing but words of manner stands before the verb, and no state is told."""
    return (
        bool(reading.verb)
        and not text.startswith("到位", reading.end - 2)
        and bool(_manners().fullmatch(text, reading.start, reading.verb.start))
    )


@cache
def _manners() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon()['manners'])}|是|狠)*")
