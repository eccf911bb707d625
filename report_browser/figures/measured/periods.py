"""Periods: the time that each figure of a paragraph is for, in the words printed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.times import Time, find_times, is_lasting
from report_browser.text.span import Span

_OPENING = 4  # characters that may stand before a time that opens its sentence: 截止, 一是
_ITEM = re.compile(
    r"[（(]?([一二三四五六七八九十]{1,2})(?:[是、]|[)）])|(?:[（(][0-9]{1,2}[)）]|[0-9]{1,2}(?:[、．)）]|\.(?![0-9]))|[①-⑳])"
)
_DAY = re.compile(
    "(?!截)[^至到和—–~～-]*[日号](?:以来|起|前|后)?\\Z"
)  # a single day dates its own sentence, not those behind it
_MOST_TIMES = 12  # that are looked back at, so that the time for a very long sentence grows with its length only
_FURTHEST = 60  # characters behind a number in which a list of numbers goes on
_LIST = re.compile("[：:]一是")
_SURVEY = re.compile("[^，。]{0,16}(?:核算|统计|测算|调查|审计)[，,]")  # 据市统计局统一核算，2021年…
_STOP = re.compile("[；。！？]")
_BEFORE = 8  # characters before a time or number in which 比, 由 and the like are looked for


@dataclass(frozen=True, slots=True)
class Period:
    """The time of a number as printed, empty where there is none; `carried` where it stands in another clause.

    `place` is where it stands in the reading, which tells two blanked years (xx年) apart.
    """

    text: str = ""
    carried: bool = False
    place: Span = Span(0, 0)


NO_PERIOD = Period()


@dataclass(frozen=True, slots=True)
class Announced:
    """The time that a paragraph announces for a list behind it; `unnumbered` where the next line goes on without a mark."""

    period: Period = NO_PERIOD
    unnumbered: bool = False


NOTHING_ANNOUNCED = Announced()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as printed and the same with half-width digits, as `text`; it begins at `start` in the reading."""

    text: str
    printed: str
    start: int = 0

    def period(self, span: Span) -> Period:
        """A time of the paragraph as one that is carried to others."""
        return Period(span.of(self.printed), carried=True, place=span.shift(self.start))


def find_periods(
    paragraph: Paragraph, sentences: Sequence[Span], places: Sequence[int], announced: Announced = NOTHING_ANNOUNCED
) -> tuple[tuple[Period, ...], Announced]:
    """The time of what stands at each of `places` in a paragraph, and the time that the paragraph announces for a list.

    `announced` is what the paragraph before returned. A time is the nearest time phrase before its place in its
    sentence; else the one that opens an earlier sentence of the paragraph, for an item (二是) the one before the list,
    be it in this paragraph or `announced`. It is empty where there is none, and for the value before a change (230 in
    由230元提高到290元) without a time of its own. What is announced is empty unless the paragraph ends with a colon or
    is itself part of a list.
    """
    text, listed = paragraph.text, announced.period
    opening = nearest = listed if announced.unnumbered else NO_PERIOD
    periods: list[Period] = []
    for sentence in sentences:
        if item := _ITEM.match(text, sentence.start):
            listed = listed if item.start() == 0 or item[1] != "一" else opening
            opening = listed
        times = find_times(text, sentence)
        part_of = nearest if nearest.text and text.startswith("其中", sentence.start) else opening
        own = places[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        periods += [_dated(paragraph, _period(text, times, place, places), place, part_of) for place in own]
        if _LIST.search(text, sentence.start, sentence.end):
            listed = opening = _opening(paragraph, sentence, times, NO_PERIOD)
        opening = _opening(paragraph, sentence, times, opening)
        nearest = paragraph.period(times[0].span) if times and is_lasting(times[0]) else part_of
    return tuple(periods), _announced(paragraph, sentences, listed, opening, announced)


def _announced(
    paragraph: Paragraph, sentences: Sequence[Span], listed: Period, opening: Period, before: Announced
) -> Announced:
    """The time for the next paragraph: that of this one before a colon or comma, that of a list which goes on."""
    text = paragraph.text.rstrip()
    if text.endswith(("：", ":", "，")):
        times = find_times(paragraph.text, sentences[-1]) if sentences else ()
        goals = [time.span for time in times if is_lasting(time) and _TOWARDS.search(text, 0, time.span.start)]
        return Announced(paragraph.period(goals[-1]) if goals else opening, unnumbered=True)
    if _ITEM.match(text):
        return Announced(listed)
    goes_on = before.unnumbered and text.endswith(("；", ";"))
    return before if goes_on else NOTHING_ANNOUNCED


def _dated(paragraph: Paragraph, own: Span, place: int, opening: Period) -> Period:
    """A time of its own sentence, carried where a comma or stop parts it from its number; else the opening one."""
    text = paragraph.text
    if own:
        if _DONE.search(text, own.end, min(max(place, own.end), own.end + _DONE_WITHIN)):
            return NO_PERIOD
        behind = _COMMAS.match(text, own.end)
        first = behind.end() if behind else own.end
        return replace(paragraph.period(own), carried=bool(_PARTED.search(text, first, max(place, first))))
    return NO_PERIOD if _is_start(text, place) else opening


_TOWARDS = re.compile("[到至]\\Z")  # the year of a goal: 到2007年
_DONE = re.compile(
    "了[^。；]{2,24}，同时[，对]"
)  # in 6月进行了培训，同时，对宣传员… the month dates the training alone
_DONE_WITHIN = 80  # characters behind a time in which what was done then is told
_COMMAS = re.compile("[，, ]*")
_PARTED = re.compile("[，。；：！？,;]")


def _period(text: str, times: Sequence[Time], place: int, places: Sequence[int]) -> Span:
    """The time phrase of its own sentence that dates what stands at `place`; empty where none does."""
    last = bisect_right(times, place, key=lambda time: time.span.end)
    if each := _respective(text, times[max(last - _MOST_TIMES, 0) : last], place, places):
        return each
    for time in reversed(times[max(last - _MOST_TIMES, 0) : last]):
        if time.former:
            if _is_start(text, place):
                return time.span
            continue
        if time.last is not None and place >= time.last:
            continue
        if not time.passing:
            return Span(0, 0) if _is_start(text, place) else time.span
        if bisect_left(places, time.span.end) == bisect_left(places, place):
            return time.span
    return Span(0, 0)


def _respective(text: str, times: Sequence[Time], place: int, places: Sequence[int]) -> Span:
    """Its own one of several times for the number at `place`: 2013年、2014年分别为2.86亿元、3.31亿元; else empty."""
    group: list[Time] = []
    for time in times:
        joined = group and text[group[-1].span.end : time.span.start] in ("、", "和", "与", "及")
        group = [*group, time] if joined else [time]
    if len(group) < 2:  # noqa: PLR2004 - one time is for all
        return Span(0, 0)
    last = group[-1].span.end
    stop = _STOP.search(text, place, place + _FURTHEST)
    own = places[bisect_left(places, last) : bisect_left(places, stop.start() if stop else place + _FURTHEST)]
    if len(own) % len(group) or "分别" not in text[last : own[0]]:
        return Span(0, 0)
    return group[bisect_left(own, place) * len(group) // len(own)].span


def _is_start(text: str, place: int) -> bool:
    """Whether 由 or 从 makes the number at `place` the value before a change: 由230元提高到290元."""
    return bool(_before_change().search(text[max(place - _BEFORE, 0) : place]))


def _opening(paragraph: Paragraph, sentence: Span, times: Sequence[Time], opening: Period) -> Period:
    """The time for later sentences: the one that this sentence opens with, else `opening`, that of the sentences so far."""
    text, first = paragraph.text, times[0] if times else None
    if not first or not is_lasting(first) or _DAY.match(first.span.of(text)):
        return opening
    if first.span.start - sentence.start > _OPENING and not _SURVEY.fullmatch(text, sentence.start, first.span.start):
        return opening
    printed = paragraph.period(first.span)
    is_point = printed.text.endswith(tuple(lexicon("periods")["points"]))
    return opening if opening.text and is_point else printed


@cache
def _before_change() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{either(lexicon('periods')['starts'])})(?:每[人户亩年月天生]){{0,2}}(?:原来|原先|过去)?的?(?:约|近|不足|不到)? ?\Z"
    )
