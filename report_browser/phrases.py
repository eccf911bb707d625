"""Noun phrases beside a number: what is left of a clause when verbs, adverbs and function words are cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from report_browser.lexicon import either, lexicon
from report_browser.span import Span

_QUOTES = re.compile('[ \u3000\t“”‘’"「」『』]')
_BARE = "分每各计共达人户"  # characters that name nothing alone
_LONGEST_NOUN = 24  # characters; what is longer is a clause that was not understood
_PREPOSITIONS = "为|对|向|把|给|按照|按|由|从|被|让|在|将|以|了|着|并|使|(?<![国所公私含占享没拥保])有"


def noun_before(clause: str) -> str:
    """The noun phrase that a clause ends with, the words that join it to a value cut off; may be empty.

    `全县累计刷写计生标语` is 计生标语; `税务部门完成` is 税务部门; `为全县` is nothing.
    """
    text = strip_tail(_QUOTES.sub("", clause))
    start = max(_cuts(text), default=0)
    noun = _own(strip_lead(text[start:])) if start < len(text) else ""
    return "" if noun in _empty() or noun in _BARE else noun


def ends_with_verb(clause: str) -> bool:
    """Whether a clause breaks off behind a verb or preposition, so that what it acts on comes next."""
    text = strip_tail(_QUOTES.sub("", clause))
    return not strip_lead(text) or max(_cuts(text), default=0) == len(text) or bool(_final_nominal().search(text))


def verb_phrase(clause: str) -> str:
    """A clause with its verb, for a number that nothing but the verb names: `县财政投入`."""
    return strip_lead(strip_tail(_QUOTES.sub("", clause)))


def noun_after(text: str, start: int, end: int) -> Span:
    """The noun phrase that begins at `start`, a 的 before it left out, up to a verb or a stop; may be empty."""
    match = re.compile(" ?的? ?").match(text, start, end)
    first = match.end() if match else start
    if _joins().match(text, first, end):
        return Span(first, first)
    end = next((found.start() for found in _stop().finditer(text, first, end) if not _inside(text, first, found)), end)
    while end > first and text[end - 1] in " \u3000、“":
        end -= 1
    return Span(first, end) if end - first <= _LONGEST_NOUN else Span(first, first)


def _inside(text: str, first: int, found: re.Match[str]) -> bool:
    """Whether what looks like a stop is part of the phrase: a noun's, or the 的 of 责任心强的计生主任."""
    return bool(found["kept"]) or (found[0] == "的" and bool(_adjective().search(text, first, found.start())))


def strip_tail(text: str) -> str:
    """A clause without the words that only join what is measured to its value."""
    while match := _tail().search(text):
        text = text[: match.start()]
    return text


def strip_lead(text: str) -> str:
    """A phrase without adverbs, scopes and particles at its head."""
    while not _kept().match(text) and (match := _lead().match(text)):
        text = text[match.end() :]
    return text


def _cuts(text: str) -> Iterator[int]:
    """Where a verb or preposition ends; a verb that may be a noun counts only at the head of what is left."""
    start = 0
    for match in _verbs().finditer(text):
        if match["kept"]:
            continue
        if match["nominal"] and (_names(text, start, match) or match.end() == len(text)):
            continue
        start = match.end()
        yield start


def _names(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a verb that may be a noun is one here: something stands before it that it goes with."""
    return match["nominal"] not in _empty() and strip_lead(text[start : match.start()]) != ""


def _own(noun: str) -> str:
    """Of `X的Y` Y, unless Y needs to be told whose."""
    owner, _, thing = noun.rpartition("的")
    keeps = not owner or not thing or (_relational().search(thing) and len(owner) + len(thing) < _LONGEST_NOUN)
    return noun if keeps else thing


@cache
def _words(*names: str) -> str:
    return either(word for name in names for word in lexicon("phrases")[name])


@cache
def _empty() -> frozenset[str]:
    """Verbs that name nothing alone, though they may end a name."""
    words = lexicon("phrases")
    return frozenset(words["verbs"]) & frozenset(words["nominal"])


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('tails')}|[，、：:（(）)—-])\Z")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('leads', 'scopes')}|[，、：:（(）)—-])")


@cache
def _kept() -> re.Pattern[str]:
    return re.compile(_words("kept"))


def _nouns() -> str:
    """A pattern for words with a verb inside that is none."""
    heads, verbs, endings = (_words(name) for name in ("heads", "verbs", "endings"))
    nominal = either(set(lexicon("phrases")["nominal"]) - _empty())
    return f"{_words('kept')}|(?:{nominal})(?={heads})|(?:{verbs})(?={endings})"


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<kept>{_nouns()})|(?P<nominal>{_words('nominal')})|(?:{_words('verbs')})(?:到|了|起|好)?|{_PREPOSITIONS}"
    )


@cache
def _final_nominal() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('nominal')})\Z")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"(?P<kept>{_nouns()})|{_words('stops', 'verbs', 'nominal')}")


@cache
def _joins() -> re.Pattern[str]:
    return re.compile("[、，]|和|与|及|或|至|到|不等")


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(r"(?:[强高好大多小优新]|困难|贫困|优秀|合格|先进)\Z")


@cache
def _relational() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('relational')})\Z")
