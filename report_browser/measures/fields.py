"""Fields: what an act's clauses say of its kind, status, title, amount and target."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from report_browser.figures.measured.times import find_time_phrases
from report_browser.measures.acts import Act
from report_browser.measures.clauses import Reading
from report_browser.measures.cues import either, kinds_of_verbs, lexicon
from report_browser.measures.measure import LONGEST_TITLE, NOWHERE, Kind, Status, open_quote, short_title
from report_browser.text.span import Span

_REQUIRED = re.compile(
    "(?:^|[^需主首必])要(?![求点素害])|必须|应当|(?<![适供反相响])应(?![急用对届变])|务必|不得|严禁|要求|须(?!知)"
)
_PLANNED = re.compile(
    "将(?=于|在|进一步|继续|逐步|全面|重点|[^，]{0,3}(?:建设|实施|开展|投入|组织))|拟(?![定订])|计划(?=[在于投建解实改修完新拨开培])|力争|准备|打算"
)
_UNDER_WAY = re.compile("正在|逐步|试点|已完成[^，]*(?:百分之|%|％)|在建|推进中|进展")
_OVER = re.compile("已经?[^，]{0,4}(?:结束|完毕|完成(?![^，]*(?:百分之|[%％成])))")
_PERMITS = re.compile("可以|允许|准许|可(?=[^能见靠持以]{1})(?=享受|凭|优先|按|申请)")
_BEHIND = re.compile(r"[了]?(?P<thing>[^，。；：]*)")
_PREPOSITION = re.compile("^(?:对|为|给|向|把|将|面向)")


def kind_of(text: str, act: Act) -> Kind:
    """The kind: finance where the amount is money; else the verb's, or for verbs of any use that of the last noun."""
    verb = act.main.verb.of(text)
    words = _IN_USE.sub("", "".join(act.main.clause.span.of(text).split()))
    own = kinds_of_verbs().get(verb, "")
    if (
        own == "finance"
        or _BUDGETED.search(words)
        or (any("元" in one.unit for one in act.main.figures) and own != "provision")
    ):
        return "finance"
    if own and verb not in lexicon()["any use"]:
        return cast("Kind", own)
    behind = words.partition(verb)[2] if verb else words
    return _kind_of_noun(behind) or _kind_of_noun(words) or cast("Kind", own or "regulation")


_BUDGETED = re.compile("[列纳]入[^，]{0,12}预算")
_IN_USE = re.compile("投入(?=使用|运行|运营)")


def _kind_of_noun(words: str) -> Kind | None:
    """The kind that the last of the listed nouns tells: the head of a Chinese noun phrase ends it."""
    ends = {kind: max((match.end() for match in _objects(kind).finditer(words)), default=0) for kind in _ORDER}
    best = max(_ORDER, key=lambda kind: ends[kind])
    return best if ends[best] else None


_ORDER: tuple[Kind, ...] = ("information", "finance", "organisation", "provision", "regulation")


@cache
def _objects(kind: str) -> re.Pattern[str]:
    return re.compile(either(lexicon()["objects"][kind]))


def status_of(text: str, act: Act, *, planning: bool) -> Status:
    """The status by the words of the sentence up to the act's end; in a section of plans, planned."""
    words = text[act.main.clause.sentence.start : act.span.end]
    own = text[act.main.clause.span.start : act.main.end]
    if _REQUIRED.search(own):
        return "required"
    if planning or _PLANNED.search(own) or _PLANNED.search(words[:_OPENING]):
        return "planned"
    return "under_way" if _UNDER_WAY.search(own) and not _OVER.search(own) else "done"


_OPENING = 12  # characters of a sentence in which what it plans is announced


def permits(text: str, act: Act) -> bool:
    """Whether the act permits something."""
    return bool(_PERMITS.search(act.span.of(text)))


def title_of(text: str, act: Act) -> str:
    """Verb and object as printed; where the object stands before the verb, the clause."""
    reading = act.main
    if not reading.verb or reading.end - reading.verb.end <= 1:
        return short_title(text[_behind_actor(reading) : reading.end])
    whole = _attribute(text, reading)
    start = whole if reading.end - whole <= LONGEST_TITLE else reading.verb.start
    return short_title(text[start : reading.end])


def _behind_actor(reading: Reading) -> int:
    """Where a clause goes on behind its actor: at its target, where it has one."""
    if reading.actor and reading.target.start >= reading.actor.end:
        return reading.target.start
    alone = reading.verb.start <= reading.actor.end and bool(reading.verb)  # a verb by itself tells too little
    return reading.start if alone else reading.actor.end or reading.start


def _attribute(text: str, reading: Reading) -> int:
    """Where the noun begins that a verb used as a noun ends, as in 文艺宣传演出; else where the verb begins."""
    if reading.verb.of(text) not in lexicon()["named verbs"]:
        return reading.verb.start
    start = reading.actor.end or reading.start
    match = _nouns_before().fullmatch(text, start, max(start, reading.verb.start))
    return match.start("noun") if match else reading.verb.start


@cache
def _nouns_before() -> re.Pattern[str]:
    manners = either(lexicon()["manners"])
    return re.compile(
        rf"(?![^，]*[与每])(?:{manners})*+(?P<noun>[^，、对把将为向给在按以从的地了“”《》（）0-9]{{2,8}})"
    )


def amount_of(text: str, act: Act, kind: Kind) -> Span:
    """The number of the figure that says how much: of money for money, else the first behind the verb.

    Of what was and what it is raised to, the latter; a number inside a modifier (500万元以上的项目) only at need.
    """
    told = [one for part in act.parts for one in part.figures if one.number.start < part.end]
    figures = [one for one in told if one.base_unit != _AGE]
    behind = [one for one in figures if one.number.start >= act.main.verb.start] or figures
    plain = [one for one in behind if not _MODIFIER.match(text, one.number.end, act.span.end)] or behind
    if not plain:
        return NOWHERE
    raised = [
        one for one in plain if _RAISED_TO.search(text, max(one.number.start - 4, act.span.start), one.number.start)
    ]
    main = [one for one in raised or plain if one.number.start < act.main.end] or plain
    money = [one for one in main if "元" in one.unit] if kind == "finance" else []
    return (money or main)[0].number


_MODIFIER = re.compile("[^，、；0-9]{0,3}(?:以上|以下|以内|左右)?的|千伏")
_AGE = "岁"  # whose it is, not how much is done
_RAISED_TO = re.compile("(?:提高|增加|调整|上调|提升|降)[到至为]")


def date_of(text: str, act: Act) -> str:
    """The time phrase that dates the act in its sentence: the last before its verb, else the first behind."""
    sentence = act.main.clause.sentence
    first = max(sentence.start, act.main.end - _FURTHEST)
    phrases = find_time_phrases(text, Span(first, max(act.span.end, first)))
    times = [one for one in phrases if not _COMPARED.search(text[max(one.start - 2, first) : one.end + 2])]
    verb = act.main.verb.start or act.main.start
    before = [one for one in times if one.start < verb]
    chosen = before[-1] if before else times[0] if times else NOWHERE
    return chosen.of(text)


_COMPARED = re.compile("^.?[比较由从是]|同期|^[比较由从是]")
_FURTHEST = 400  # characters before an act in which its date may stand


def target_of(text: str, act: Act, kind: Kind) -> Span:
    """Whom or what the act is for: behind 对 or 为, that word left out; else the people whom the verb acts on."""
    target = act.main.target or next((part.target for part in act.parts if part.target), NOWHERE)
    if not target or _everywhere().fullmatch(text, target.start, target.end):
        return _people(text, act)
    match = _PREPOSITION.match(target.of(text))
    start = target.start + (match.end() if match else 0)
    tail = _TAIL.search(text[start : target.end])
    end = max(start, start + tail.start() if tail else target.end)
    return _without_open_quote(text, Span(start, end)) if kind else NOWHERE


@cache
def _everywhere() -> re.Pattern[str]:
    """Where people are looked for, which is not whom the act is for: 面向全县公开招聘."""
    return re.compile(rf"面向(?:全[国省市县区乡镇村]|全?社会)(?:{either(lexicon()['manners'])})*")


_TAIL = re.compile(rf"(?:进行|实行|列入|纳入|开展).*$|(?:{either(lexicon()['manners'])}|每[亩人户年月生次]|[，、 ])+$")
_PEOPLE = re.compile(
    "了?(?P<who>[^，。；：、0-9“《]{0,16}?(?:群众|人员|对象|妇女|儿童|老人|老年人|干部|患者|学生|女孩|贫困户|农户|家庭|居民|农民|职工|专干|毕业生|教师|会员))"
)


def _people(text: str, act: Act) -> Span:
    match = _PEOPLE.match(text, act.main.verb.end, act.main.end) if act.main.verb else None
    return Span(*match.span("who")) if match else NOWHERE


def means_of(text: str, act: Act) -> Span:
    """By what the act is done: the clauses of means before it, or the words of means that open its own clause."""
    if act.means:
        actor = act.actor if act.actor in act.means and not act.inherited else NOWHERE
        return _without_open_quote(text, Span(actor.end if actor else act.means.start, act.means.end))
    start = act.main.actor.end or act.main.start
    limit = act.main.target.start or act.main.verb.start
    match = _MEANS.match(text, start, limit) if limit > start else None
    bare = match and match.end() == limit and match[0] != "依法"
    return _without_open_quote(text, Span(start, limit)) if match and not bare else NOWHERE


def _without_open_quote(text: str, span: Span) -> Span:
    """A span behind the quotation mark that opens it and never closes; nothing where one opens further on."""
    opened = open_quote(span.of(text))
    if opened < 0:
        return span
    return Span(span.start + 1, span.end) if opened == 0 else NOWHERE


_MEANS = re.compile("通过|按照|按|根据|依照|依据|采取|利用|借助|围绕|结合|依托|投资|依法|以(?!上|下|内|来|及)")
