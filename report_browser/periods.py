"""Periods: the time that each figure of a paragraph is for, as printed, carried as a reader carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.lexicon import either, lexicon
from report_browser.span import Span

_OPENING = 4  # characters that may stand before the time that opens a sentence: 截止, 一是
_ITEM = re.compile("([一二三四五六七八九十]{1,2})[是、]")
_DAY = re.compile("[日号](?:以来|起|前|后)?\\Z")  # what happened on a day does not date the sentences behind it
_BEFORE = 8  # characters looked at before a time for 比, 由 and the like


@dataclass(frozen=True, slots=True)
class Time:
    """A time phrase; `passing` ones hold for the next figure only."""

    span: Span
    passing: bool = False


def find_times(text: str, sentence: Span) -> tuple[Time, ...]:
    """The time phrases of a sentence that date what it says, in order; those it only compares with left out."""
    return tuple(_times(text, sentence))


def find_time_phrases(text: str, span: Span) -> tuple[Span, ...]:
    """All time phrases in a span, in order."""
    return tuple(Span(*match.span()) for match in _pattern().finditer(text, span.start, span.end))


def find_periods(text: str, sentences: Sequence[Span], places: Sequence[int]) -> Iterator[Span]:
    """The time phrase that dates what stands at each of `places` in a paragraph; empty where none does.

    It is the nearest time phrase before it in its sentence; where there is none, that which opens an earlier sentence
    of the paragraph, for an item (二是) the one before the list. What something was before a change (由230元提高到290元) is dated by a time of its own only.
    """
    opening, announced, rest = Span(0, 0), Span(0, 0), list(places)
    for sentence in sentences:
        if item := _ITEM.match(text, sentence.start):
            announced = opening if item[1] == "一" else announced
            opening = announced
        times = find_times(text, sentence)
        while rest and rest[0] < sentence.end:
            place = rest.pop(0)
            yield _period(text, times, place, places) or (Span(0, 0) if _is_start(text, place) else opening)
        opening = _opening(text, sentence, times, opening)


def _period(text: str, times: Sequence[Time], place: int, places: Sequence[int]) -> Span:
    start = _is_start(text, place)
    for time in reversed([time for time in times if time.span.end <= place]):
        if time.passing and not any(time.span.end <= other < place for other in places):
            return time.span
        if not time.passing:
            return Span(0, 0) if start else time.span
    return Span(0, 0)


def _is_start(text: str, place: int) -> bool:
    """Whether the number at `place` is what something was: 由230元提高到290元."""
    return bool(_from().search(text[max(place - _BEFORE, 0) : place]))


def _opening(text: str, sentence: Span, times: Sequence[Time], opening: Span) -> Span:
    """The time that later sentences go on with: this one's where it opens with a time, else the one so far."""
    first = times[0] if times else None
    if not first or first.passing or first.span.start - sentence.start > _OPENING or _DAY.search(first.span.of(text)):
        return opening
    return opening if opening and first.span.of(text).endswith(tuple(lexicon("periods")["points"])) else first.span


def _times(text: str, sentence: Span) -> Iterator[Time]:
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        before = text[max(match.start() - _BEFORE, sentence.start) : match.start()]
        if _references().search(before) or _compared().match(text, match.end()):
            continue
        passing = _starts().search(before) and not _lasting().search(text, match.start(), match.end() + _BEFORE)
        yield Time(Span(*match.span()), passing=bool(passing))


@cache
def _pattern() -> re.Pattern[str]:
    data = lexicon("periods")
    names = {"{y}": "years", "{m}": "months", "{q}": "quarters", "{t}": "tails"}
    phrases = "|".join(data["phrases"])
    for name, key in names.items():
        phrases = phrases.replace(name, f"(?:{data[key]})")
    return re.compile(rf"(?<![0-9.xX×])(?:{data['until']})?(?:{phrases})(?:{data['since']})?")


@cache
def _references() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['references'])})[“‘〝]? ?\Z")


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['starts'])})[“‘〝]? ?\Z")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{either(lexicon('periods')['starts'])})(?:每[人户亩年月天生]){{0,2}}(?:原来|原先|过去)?的?(?:约|近|不足|不到)? ?\Z"
    )


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(either(lexicon("periods")["lasting"]))


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['compared'])})")
