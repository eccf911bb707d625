"""Noun phrases beside a number: what is left of a clause when verbs, adverbs and function words are cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from report_browser.lexicon import either, lexicon
from report_browser.span import Span

_QUOTES = re.compile('[ \u3000\t“”‘’"「」『』]')
_LONGEST_NOUN = 20  # characters; what is longer is a clause that was not understood
_PREPOSITIONS = "为|对|向|把|给|按照|按|由|从|被|让|在|将|以|了|着|并|使"


def noun_before(clause: str) -> str:
    """The noun phrase that a clause ends with, the words that join it to a value cut off; may be empty.

    `全县累计刷写计生标语` is 计生标语; `税务部门完成` is 税务部门; `为全县` is nothing.
    """
    text = strip_tail(_QUOTES.sub("", clause))
    start = max(_cuts(text), default=0)
    return _own(strip_lead(text[start:])) if start < len(text) else ""


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
    for found in _stop().finditer(text, first, end):
        if not found["kept"]:
            end = found.start()
            break
    while end > first and text[end - 1] in " \u3000、“":
        end -= 1
    return Span(first, end) if end - first <= _LONGEST_NOUN else Span(first, first)


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
        if match["nominal"] and (strip_lead(text[start : match.start()]) or match.end() == len(text)):
            continue
        start = match.end()
        yield start


def _own(noun: str) -> str:
    """Of `X的Y` Y, unless Y needs to be told whose."""
    owner, _, thing = noun.rpartition("的")
    keeps = not owner or not thing or (_relational().search(thing) and len(owner) + len(thing) < _LONGEST_NOUN)
    return noun if keeps else thing


@cache
def _words(*names: str) -> str:
    return either(word for name in names for word in lexicon("phrases")[name])


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('tails')}|[，、：:（(）)—-])\Z")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('leads', 'scopes')}|[，、：:（(）)—-])")


@cache
def _kept() -> re.Pattern[str]:
    return re.compile(_words("kept"))


@cache
def _verbs() -> re.Pattern[str]:
    nominal, heads = _words("nominal"), _words("heads")
    return re.compile(
        rf"(?P<kept>{_words('kept')}|(?:{nominal})(?={heads}))|(?P<nominal>{nominal})|(?:{_words('verbs')})(?:出|到|了|起|好)?|{_PREPOSITIONS}"
    )


@cache
def _final_nominal() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('nominal')})\Z")


@cache
def _stop() -> re.Pattern[str]:
    nominal, heads = _words("nominal"), _words("heads")
    return re.compile(rf"(?P<kept>{_words('kept')}|(?:{nominal})(?={heads}))|{_words('stops', 'verbs')}|{nominal}")


@cache
def _relational() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('relational')})\Z")
