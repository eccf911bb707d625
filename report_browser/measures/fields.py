"""Fields: what an act's clauses say of its kind, status, title, amount and target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from report_browser.figures.figure import Figure
from report_browser.measures.acts import Act
from report_browser.measures.cues import either, kinds_of_verbs, lexicon
from report_browser.measures.measure import NOWHERE, Kind, Status, short_title
from report_browser.text.span import Span

_REQUIRED = re.compile(
    "(?:^|[^需主首])要(?![求点素害])|必须|应当|(?<![适供反相响])应(?![急用对届变])|务必|不得|严禁|要求|须(?!知)"
)
_PLANNED = re.compile(
    "将(?=于|在|进一步|继续|逐步|全面|重点|[^，]{0,3}(?:建设|实施|开展|投入|组织))|拟|计划(?:[在于投建])|力争|准备|打算"
)
_UNDER_WAY = re.compile("正在|逐步|试点|已完成[^，]*(?:百分之|%|％)|在建|推进中|进展")
_PERMITS = re.compile("可以|允许|准许|可(?=[^能见靠持以]{1})(?=享受|凭|优先|按|申请)")
_BEHIND = re.compile(r"[了]?(?P<thing>[^，。；：]*)")
_PREPOSITION = re.compile("^(?:对|为|给|向|把|将|面向)")


def kind_of(text: str, act: Act) -> Kind:
    """The kind: finance where the amount is money; else the verb's, or for verbs of any use that of the last noun."""
    verb = act.main.verb.of(text)
    words = "".join(act.main.clause.span.of(text).split())
    own = kinds_of_verbs().get(verb, "")
    if own == "finance" or (any("元" in one.unit for one in act.main.figures) and own != "provision"):
        return "finance"
    if own and verb not in lexicon()["any use"]:
        return cast("Kind", own)
    behind = words.partition(verb)[2] if verb else words
    return _kind_of_noun(behind) or _kind_of_noun(words) or cast("Kind", own or "regulation")


def _kind_of_noun(words: str) -> Kind | None:
    """The kind that the last of the listed nouns tells: the head of a Chinese noun phrase ends it."""
    ends = {kind: max((match.end() for match in _objects(kind).finditer(words)), default=0) for kind in _ORDER}
    best = max(_ORDER, key=lambda kind: ends[kind])
    return best if ends[best] else None


_ORDER: tuple[Kind, ...] = ("information", "finance", "organisation", "regulation", "provision")


@cache
def _objects(kind: str) -> re.Pattern[str]:
    return re.compile(either(lexicon()["objects"][kind]))


def status_of(text: str, act: Act, *, planning: bool) -> Status:
    """The status by the words of the sentence up to the act's end; in a section of plans, planned."""
    words = text[act.main.clause.sentence.start : act.span.end]
    own = text[act.main.clause.span.start : act.main.end]
    if _REQUIRED.search(own):
        return "required"
    if planning or _PLANNED.search(own) or _PLANNED.match(words):
        return "planned"
    return "under_way" if _UNDER_WAY.search(own) else "done"


def permits(text: str, act: Act) -> bool:
    """Whether the act permits something."""
    return bool(_PERMITS.search(act.span.of(text)))


def title_of(text: str, act: Act) -> str:
    """Verb and object as printed; where the object stands before the verb, the clause."""
    reading = act.main
    start = reading.verb.start if reading.verb and reading.end - reading.verb.end > 1 else reading.start
    return short_title(text[start : reading.end])


def amount_of(act: Act) -> Span:
    """The number of the figure that says how much: of money for money, else the first behind the verb; of 由 … 到 the last."""
    figures = [one for part in act.parts for one in part.figures]
    behind = [one for one in figures if one.number.start >= act.main.verb.start] or figures
    if not behind:
        return NOWHERE
    chosen = next((one for one in behind if "元" in one.unit), behind[0])
    return _raised(behind, chosen).number


def _raised(figures: Sequence[Figure], chosen: Figure) -> Figure:
    """The figure that a change leads to, where the chosen one is what was."""
    later = [
        one for one in figures if one.number.start > chosen.number.start and one.change and one.unit == chosen.unit
    ]
    return later[0] if later and chosen.change else chosen


def target_of(text: str, act: Act) -> Span:
    """Whom or what the act is for, without the preposition."""
    target = act.main.target or next((part.target for part in act.parts if part.target), NOWHERE)
    if not target:
        return NOWHERE
    match = _PREPOSITION.match(target.of(text))
    words = target.of(text).rstrip("，、 ")
    return Span(target.start + (match.end() if match else 0), target.start + len(words))
