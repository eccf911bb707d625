"""The verb of a clause: the first one that begins a word and is no part of a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from report_browser.figures.measured.segmentation import split_words
from report_browser.measures.cues import either, lexicon, verbs
from report_browser.measures.measure import NOWHERE
from report_browser.text.span import Span

_NOUN_TAILS = re.compile(
    "(?:[合及办覆完优到实登]{1,2}[格时结盖成良位际])?(?:率|费|者|员|额|量|值|(?<![绿硬亮改造林修]化)(?<!改造)(?<!造林)面积|人数|性|的|情况|[前后时](?![^，]{0,2}[勤置沿进方续期]))|以来|(?<=介绍)信(?!息)|[到至](?![位期户])|在(?=[0-9])"
)
_CLOSED = re.compile("“[^“”]{1,30}”|《[^《》]{1,60}》|（[^（）]{1,60}）")


def find_verb(words: str, at: int = 0) -> Span:
    """The first verb of a clause at or behind a place; none in quotation marks or brackets, unless it fills them."""
    if frame := _TAKES.match(words, at):
        return max((verb for verb in _verbs(words, frame.end())), default=NOWHERE)
    if (carried := words.find("进行", at)) > 0 and _TOWARDS.match(words, at):
        at = carried
    found = _verbs(words, at)
    first = next(found, NOWHERE)
    while first and _is_light(words, first) and (second := next(found, NOWHERE)):
        near = second.start - first.end <= (_FAR if first.of(words) in ("投资", "进行") else _NEAR)
        if not near or (first.of(words) == "投资" and not _MONEY.search(words, first.end, second.start)):
            break
        first = second
    return first


_TAKES = re.compile("[^，对为给向]{0,12}?[将把](?![手关握来近])")
_TOWARDS = re.compile("(?![^，]{0,6}(?:加大|加强|强化|开展|落实|实施|提高))[^，为给向]{0,12}?(?<![面相针应])对")
_NEAR, _FAR = 3, 16  # characters between a verb that says little and the one it leads to
_MONEY = re.compile("元")


def _is_light(words: str, verb: Span) -> bool:
    return verb.of(words) in lexicon()["light verbs"]


def _verbs(words: str, at: int) -> Iterator[Span]:
    starts = {word.start for word in split_words(words)}
    closed = [match.span() for match in _CLOSED.finditer(words)]
    for match in verbs().finditer(words, at):
        inside = any(first <= match.start() < last and last - first > len(match[0]) + 2 for first, last in closed)
        if match.start() in starts and not inside and not _is_noun(words, match):
            yield Span(*match.span())


def find_counted_verb(words: str, at: int) -> Span:
    """A verb that the lexicon does not list and that opens the words behind `at`: what a counted thing is done by."""
    if short := _BUILDS.match(words, at) or _adds_works().match(words, at):
        return Span(*short.span(1))
    for word in split_words(words):
        if word.start >= at:
            if word.text in _manners():
                continue
            known = word.kind == "verb" or (word.kind == "nominal" and word.start == at)
            listed = known and len(word.text) > 1 and word.text not in lexicon()["events"]
            if listed and not _NOUN_TAILS.match(words, word.end) and words[word.end : word.end + 1] not in ("至", "到"):
                return Span(word.start, word.end)
            return NOWHERE
    return NOWHERE


_BUILDS = re.compile(
    "(?:共|新|累计|先后|又|全年){0,2}(建(?![筑设档国材有制成])|修(?![读养])|打(?![工击算])|栽|铺(?!垫)|架|挖|购(?!买力|物))(?=[\u4e00-\u9fff]{2})"
)


@cache
def _adds_works() -> re.Pattern[str]:
    """新增 of what is built, right before how many: 新增口袋公园3处, but not 新增市场主体3户."""
    works = either([*lexicon()["works"], "车位", "床位", "路灯"])
    return re.compile(rf"(?:共|累计|全年)?(新增)[^，0-9]{{0,8}}?(?:{works})[0-9一二三四五六七八九十两百]")


@cache
def _manners() -> frozenset[str]:
    return frozenset(lexicon()["manners"])


def _is_noun(words: str, match: re.Match[str]) -> bool:
    named = match[0] in _named() and _things().match(words, match.end())
    ordered = match[0] == "要求" and len(words) - match.end() < 2  # noqa: PLR2004 - 提出了具体要求
    planned = match[0] == "预算" and _PUT_INTO.search(words, 0, match.start())
    return bool(named or ordered or planned or _NOUN_TAILS.match(words, match.end()))


_PUT_INTO = re.compile("[列纳]入[^，]{0,12}$")


@cache
def _named() -> frozenset[str]:
    return frozenset(lexicon()["named verbs"])


@cache
def _things() -> re.Pattern[str]:
    return re.compile(either(lexicon()["things named"]))
