"""Noun phrases: what is left of the words beside a number when verbs, adverbs and function words are cut off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.segmentation import Word, split_words
from report_browser.text.span import Span

_QUOTES = re.compile('[ \u3000\t“”‘’"「」『』]')
_BARE = "分每各计共达人户"  # characters that are no noun phrase alone
STATISTICS = "率额费量值数比度速幅积期龄金款"  # last characters of statistics: 覆盖率, 总额, 面积
_LONGEST_NOUN = 24  # characters; what is longer is a clause in which no verb was recognised
_LEFT_OVER = "，、：:（(）)—-"  # what may be left at either end of a clause

Words = Sequence[Word]


def noun_before(clause: str) -> str:
    """The noun phrase that the words before a number end with; empty where they end with none.

    Words that only join it to the number are cut off: `全县累计刷写计生标语` gives 计生标语, `税务部门完成` 税务部门,
    and `为全县` nothing.
    """
    words = _without_tail(_plain_words(clause))
    cut = _last_cut(words)
    rest = _without_lead(words[cut:])
    if cut and len(_joined(rest)) == 1 and words[cut - 1].kind in ("verb", "nominal"):
        rest = words[cut - 1 :]  # 督办会
    noun = _own(_joined(rest))
    return "" if noun in _listed("nameless") or noun in _BARE or (not cut and _is_mere_verb(rest)) else noun


def _is_mere_verb(words: Words) -> bool:
    return len(words) == 1 and words[0].kind == "other verb" and words[0].text[-1] not in STATISTICS


def is_mere_verb(clause: str) -> bool:
    """Whether the words before a number are one verb that the lexicon does not list: 赔付 of 赔付217万元."""
    return _is_mere_verb(_without_lead(_without_tail(_plain_words(clause))))


def ends_with_verb(clause: str) -> bool:
    """Whether the words before a number end with a verb or preposition, so that the noun stands behind the number."""
    words = _without_tail(_plain_words(clause))
    return not _without_lead(words) or _last_cut(words) == len(words) or words[-1].kind == "nominal"


def verb_phrase(clause: str) -> str:
    """The words before a number with their verb, where no noun says what is measured: `县财政投入`; may be empty."""
    return _joined(_without_lead(_without_tail(_plain_words(clause))))


def strip_tail(clause: str) -> str:
    """A clause without the words at its end that only join what is measured to its value: 面积 of `面积达到`."""
    return _joined(_without_tail(split_words(clause)))


def strip_lead(phrase: str) -> str:
    """A phrase without adverbs, scopes and particles at its head: 学校 of `全县共有学校`."""
    return _joined(_without_lead(split_words(phrase)))


def after_among(phrase: str) -> str:
    """What stands behind the last 中, else the whole phrase: 50岁以上 of 村级专干中50岁以上."""
    words = split_words(phrase)
    last = max((word.end for word in words if word.text == "中"), default=0)
    return phrase[last:]


def noun_after(text: str, start: int, end: int) -> Span:
    """The noun phrase that begins at `start`, a 的 there left out, and ends before `end`, a verb or a word like 等.

    Empty where none begins there, or where it would be longer than 24 characters.
    """
    match = re.compile(" ?的? ?").match(text, start, end)
    first = match.end() if match else start
    if _joins().match(text, first, end):
        return Span(first, first)
    words = split_words(text[first:end])
    stop = next((word.start for at, word in enumerate(words) if _stops(words, at)), end - first)
    noun = text[first : first + stop].rstrip(" \u3000、“")
    return Span(first, first + len(noun)) if len(noun) <= _LONGEST_NOUN else Span(first, first)


def _plain_words(clause: str) -> Words:
    return split_words(_per().sub("", _QUOTES.sub("", clause)))


def _joined(words: Words) -> str:
    return "".join(word.text for word in words)


def _without_tail(words: Words) -> Words:
    """Words without the tails of the lexicon at their end; one of its tails may be several words here."""
    while (start := _tail_start(words)) < len(words):
        words = words[:start]
    return words


def _tail_start(words: Words) -> int:
    if words and words[-1].text in _LEFT_OVER:
        return len(words) - 1
    first = max(len(words) - _MOST, 0)
    return next((at for at in range(first, len(words)) if _joined(words[at:]) in _listed("tails")), len(words))


def _without_lead(words: Words) -> Words:
    while words and words[0].kind != "kept" and (end := _lead_end(words)):
        words = words[end:]
    return words


def _lead_end(words: Words) -> int:
    if words[0].text in _LEFT_OVER:
        return 1
    return next((end for end in range(_MOST, 0, -1) if _joined(words[:end]) in _listed("leads", "scopes")), 0)


def _last_cut(words: Words) -> int:
    """The number of words up to the last verb or preposition; 0 where there is none.

    A verb that may be a noun (培训) is passed over at the end, behind a noun that it goes with, and before a statistic.
    """
    cut = 0
    for at, word in enumerate(words):
        among = word.text == "中" and at > 0  # 村级专干中50岁以上
        if _is_noun(words, at) or not (among or word.kind in ("verb", "nominal", "preposition")):
            continue
        measured = at + 1 < len(words) and word.text not in _listed("nameless") and words[-1].text[-1] in STATISTICS
        if word.kind == "nominal" and (measured or _names(words, cut, at) or at + 1 == len(words)):
            continue
        cut = at + 1
    return cut


def _is_noun(words: Words, at: int) -> bool:
    """Whether the word at `at` is a verb that makes a noun with what follows it: 巩固率, 培训人员."""
    word, following = words[at], words[at + 1].text if at + 1 < len(words) else ""
    heads = (
        word.kind == "nominal" and word.text not in _listed("nameless") and following.startswith(_beginnings("heads"))
    )
    return heads or (word.text in _listed("verbs", "nameless") and following.startswith(_beginnings("endings")))


def _names(words: Words, cut: int, at: int) -> bool:
    """Whether the verb at `at` is a noun, since a noun stands between `cut` and it: 教师培训."""
    return words[at].text not in _listed("nameless") and bool(_without_lead(words[cut:at]))


def _stops(words: Words, at: int) -> bool:
    """Whether a noun phrase ends before the word at `at`; it goes on behind the 的 of 责任心强的计生主任."""
    word = words[at]
    if word.text == "的":
        return not _adjective().search(_joined(words[:at]))
    if word.text in _listed("stops"):
        return True
    if word.kind == "kept" or _is_noun(words, at):
        return False
    said_of_it = word.kind == "other verb" and at > 0 and words[at - 1].kind in ("", "kept")  # 乡镇予以警告
    return said_of_it or word.kind in ("verb", "nominal") or word.text.startswith("每")


def _own(noun: str) -> str:
    """Of `X的Y` Y alone, unless Y needs to be told whose: 乡镇的覆盖率."""
    owner, _, thing = noun.rpartition("的")
    keeps = not owner or not thing or (_relational().search(thing) and len(owner) + len(thing) < _LONGEST_NOUN)
    return noun if keeps else thing


_MOST = 4  # words that one tail or lead of the lexicon may be parted into


@cache
def _listed(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in lexicon("phrases")[name])


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(lexicon("phrases")[name])


@cache
def _per() -> re.Pattern[str]:
    """The words for what an amount is per, at the end of a clause: 每百平方公里 of 路网密度为每百平方公里."""
    return re.compile(rf"为?(?:每[十百千万]?(?:{either(lexicon('units')['per'])}|{_words_of_size()})){{1,3}}\Z")


def _words_of_size() -> str:
    groups = lexicon("units")["groups"]
    return either(
        word for name in ("area", "land", "length", "mass", "volume", "hours") for word in groups[name]["units"]
    )


@cache
def _joins() -> re.Pattern[str]:
    return re.compile("[、，]|和|与|及|或|至|到|不等")


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(r"(?:[强高好大多小优新]|困难|贫困|优秀|合格|先进)\Z")


@cache
def _relational() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('phrases')['relational'])})\Z")
