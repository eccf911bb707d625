"""Roles: whether a clause tells an act, opens one, or ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from report_browser.figures.figure import Figure
from report_browser.figures.measured.times import find_time_phrases
from report_browser.measures.cues import any_of, lexicon, opening, pattern, soft
from report_browser.measures.measure import NOWHERE
from report_browser.measures.parties import find_target
from report_browser.measures.pay import is_rate, pays
from report_browser.measures.verbs import find_verb
from report_browser.text.span import Span

Role = Literal[
    "act", "means", "rate", "bare", "heading", "result", "slogan", "scene", "actor", "problem", "works", "paid", "other"
]

LONGEST = 300  # characters of a clause that are looked at
_RATES = ("%", "‰", "个百分点", "百分点", "倍", "％")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a clause behind its head, with verb, actor and target at their places in them."""

    text: str
    verb: Span
    actor: Span
    target: Span
    figures: tuple[Figure, ...]

    @property
    def counted(self) -> bool:
        """Whether something is counted: a rate or share counts nothing."""
        return any(one.unit and not one.unit.startswith(_RATES) for one in self.figures)

    @property
    def money(self) -> bool:
        return any("元" in one.unit for one in self.figures)


def role_of(words: Words) -> tuple[Role, bool]:
    """The role of a clause, and whether it is a vague act."""
    if len(words.text) >= LONGEST:
        return "other", False
    role = next(_told(words), None) or _opens(words)
    if role:
        return role, False
    return _act(words) if words.verb else ("other", False)


_WORKS = re.compile(
    "[^，]{2,30}(?:工程|项目|桥|公路|线|水库|楼|中心|厦|段|学校|医院)[^，0-9]{0,3}(?:全长|总长|长|(?:总)?建筑面积|占地)[^，]*[0-9][^，]*"
)
_PROJECT = re.compile("[^，0-9]{4,}(?:工程|项目|配套|加固|改建|段)(?:（[^（）]+）[^，]{0,6})?")
_PAID = re.compile("[^，]*(?:低保|五保|特困|供养|扶助|优抚|津贴|救助)[^，]*[0-9][^，、]*[户人名]")


def names_works(words: Words, *, item: bool) -> bool:
    """Whether a clause only names what is built: a length or an area with it, or alone at the head of an item."""
    if words.actor or (words.verb and words.verb.start == 0):
        return False
    return bool(_WORKS.fullmatch(words.text) or (item and _PROJECT.fullmatch(words.text)))


def names_paid(words: Words) -> bool:
    """Whether a clause counts those who are paid: 农村低保742户1560人."""
    return not words.verb and bool(_PAID.fullmatch(words.text))


_FACED = re.compile("(?:研究|解决|针对|查找|整改|破解)[^，]*存在|(?:紧张|不足|薄弱|困难|短缺)的?情况下")
_CHANGED = re.compile(
    "[^，]{0,20}[将把][^，]{2,40}(?:增加|调整|提高|缩短|延长|改|扩大)[为到至]"
    "|(?![^，]*率)[^，]{2,20}[由从][^，]{2,20}(?:收缩|精简|撤并|合并|归并|压缩|整合)[为到成至]"
    "|[^，]{2,20}[由从][^，]*[0-9][种类项个]?扩[大展][到至为]"
)
_LIMITED = re.compile("(?!分别|全部|一律|[^，]*(?:率|费|债务|余额|增))[^，]{2,20}控制在[^，]*[0-9][^，%％]*以[内下]$")
_DONE_TO = re.compile(
    "(?:得到|予以|全部)(?:了)?(?:及时|妥善|全面|有效|彻底)?"
    "(?:整治|改造|治理|救助|安置|修复|查处|处理|取缔|拆除|关停|兑现|硬化|绿化)$"
    "|(?:工程|项目|大楼|大桥|公路|水库|中心|学校|医院|院|站|厂|线|管网|园)[^，]{0,6}"
    "(?:建成投运|建成投产|建成|竣工|开工建设|开工|动工|投入使用|投入运行|投产|投运|通车|封顶)$"
)


def _told(words: Words) -> Iterator[Role]:
    """What a clause is by its opening or by a word in it; the first that holds is meant."""
    text = words.text
    if any_of("problems").search(text) and not _FACED.search(text):
        yield "problem"
    if any_of("speech").search(text) or opening("slogans").match(text):
        yield "slogan"
    if words.money and is_rate(text, words.verb):
        yield "rate"
    if pays(text, money=words.money) or _CHANGED.match(text) or _DONE_TO.search(text) or _LIMITED.match(text):
        yield "act"
    before = text[: words.verb.start] if words.verb else text
    if pattern("statistics").search(text) or opening("results").match(text) or any_of("states").search(before):
        yield "result"
    if pattern("stances").search(text):
        yield "slogan"


_WHEN = re.compile(r"[^，]*[在当][^，]{2,}(?:时|中|后|前|期间|的同时|过程中|基础上)$|[^，]{4,}(?<![及按准届同临小])时$")
_GUIDED = re.compile("在[^，]{2,30}(?:指导|支持|帮助|配合|协助)下")
_NEAR = re.compile("[^，]{1,10}?(?=采取|采用|通过|按照|根据|针对|围绕|利用|依托|本着|运用)")


def _opens(words: Words) -> Role | None:
    """The role of a clause that only opens an act: by what means, when or for which people."""
    if _GUIDED.fullmatch(words.text):
        return "means"
    rest = _behind_actor(words)
    match = opening("means").match(rest)
    if match and not match[0].endswith("可以"):
        role = _means(rest, match.end(), counted=words.counted)
        return "actor" if words.actor and role == "means" else role
    if _WHEN.match(words.text) and not words.counted:
        return "actor" if words.actor else "scene"
    return "means" if not words.verb and words.target and words.target.start == 0 else None


def _behind_actor(words: Words) -> str:
    """The words behind an actor, from a word of means near to it, as in 于7月中下旬采取."""
    if not words.actor:
        return words.text
    rest = words.text[words.actor.end :]
    times = find_time_phrases(rest, Span(0, len(rest)))
    if times and times[0].start <= 1:
        rest = rest[times[0].end :]
    match = _NEAR.match(rest)
    return rest[match.end() :] if match else rest


_CARRIED_OUT = re.compile("进行了?[\u4e00-\u9fff]{2}$")
_METHOD = re.compile("(?:方法|办法|方式|形式|措施|原则|原那么|要求|作用|优势|机会|契机|手段|途径|思路|平台|载体|媒体)$")
_BETWEEN = re.compile(
    "(?:要求|原则|原那么|精神|规定|形式|方式|办法|为?契机|为主|为单位|为组长|(?<!针)对[^，]+|“[^“”]+)$"
)
_SHORTEST = 4  # characters of a means with what it governs


def _means(text: str, at: int, *, counted: bool) -> Role:
    """A clause of means is an act where it goes on, without a comma, to a counted act or one on a target."""
    if _CARRIED_OUT.search(text):
        return "act"
    later = find_verb(text, max(at, _SHORTEST))
    if _METHOD.search(text) or not later or (later.end >= len(text) - 1 and not counted):
        return "means"
    return "act" if counted or _BETWEEN.search(text[: later.start]) else "means"


_NAMED = re.compile("[“《][^，。”》]{2,30}")
_EMPTY = re.compile("(?:作用|优势|局面|格局|氛围|意识|水平|理念|思想|形象)$")
_BUILDING = ("推进", "加快", "抓好", "完善")
_SHORT = 14  # characters of a clause that may go on with another without an object of its own
_OBJECT = 2  # characters of the shortest object


def _act(words: Words) -> tuple[Role, bool]:
    """Whether a clause with a verb tells an act, and whether only a vague one."""
    text, verb = words.text, words.verb.of(words.text)
    behind = text[words.verb.end :].lstrip("了")
    target = words.target or find_target(text, NOWHERE)
    if len(behind) < _OBJECT and not target and not words.counted:
        return ("bare" if len(text) <= _SHORT else "other"), False
    pointed = bool(target or _NAMED.search(text))
    if words.counted or (verb not in soft() and (pointed or not _EMPTY.search(text))):
        return "act", False
    return _soft_act(words, behind, pointed=pointed)


def _soft_act(words: Words, behind: str, *, pointed: bool) -> tuple[Role, bool]:
    """A soft verb tells an act with a thing that can be pointed at; a vague one where it is kept without."""
    verb = words.verb.of(words.text)
    built = verb in _BUILDING and words.text.endswith("建设") and any_of("works").search(behind)
    abstract = pattern("abstract").search(words.text) and not built
    if not abstract and (built or pointed or any_of("things").search(behind)):
        return "act", False
    return ("act" if verb in lexicon()["vague"] else "other"), True
