"""Periods and scopes: the time and the area (全县) that each figure of a paragraph is for, in the words printed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.sentences import bracket_end
from report_browser.figures.quantities.quantity import Quantity
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
_OWN_NUMBER = re.compile("的? ?[0-9]")  # in 比上年同期79,031万元增收 the time is that of the number behind it
_RANGE = re.compile("[至到—–-]")
_STOP = re.compile("[；。！？]")
_NEAR = 5  # characters before a number in which 原来 is looked for
_FORMERLY = re.compile("原来?的?\\Z")
_BEFORE = 8  # characters before a time or number in which 比, 由 and the like are looked for


@dataclass(frozen=True, slots=True)
class Time:
    """A time phrase. A `passing` one dates the next figure only; one in brackets those up to `last`, where they close."""

    span: Span
    passing: bool = False
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The time of a number as printed, empty where there is none; `carried` where it stands in another clause."""

    text: str = ""
    carried: bool = False


def find_times(text: str, sentence: Span) -> tuple[Time, ...]:
    """The time phrases of a sentence that date its figures, in order; not those compared with, as in 比2017年增长."""
    return tuple(_times(text, sentence))


def _times(text: str, sentence: Span) -> Iterator[Time]:
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        before = text[max(match.start() - _BEFORE, sentence.start) : match.start()]
        compared = _references().search(before)
        own = compared and compared[0].strip() in ("比", "较") and _OWN_NUMBER.match(text, match.end())
        if (compared and not own) or _compared().match(text, match.end()):
            continue
        passing = compared or (_behind_from().search(before) and not _RANGE.search(match[0]))
        passing = passing and not _lasting().search(text, match.start(), match.end() + _BEFORE)
        yield Time(Span(*match.span()), bool(passing), bracket_end(text, match.start(), sentence))


def find_time_phrases(text: str, span: Span) -> tuple[Span, ...]:
    """All time phrases in a span, in order, those that are only compared with included."""
    return tuple(Span(*match.span()) for match in _pattern().finditer(text, span.start, span.end))


def find_periods(
    text: str, printed: str, sentences: Sequence[Span], places: Sequence[int], announced: str = ""
) -> tuple[tuple[Period, ...], str]:
    """The time of what stands at each of `places` in a paragraph, and the time that the paragraph announces for a list.

    `printed` is the paragraph, `text` the same with half-width digits; `announced` is what the paragraph before
    returned. A time is the nearest time phrase before its place in its sentence; else the one that opens an earlier
    sentence of the paragraph, for an item (二是) the one before the list, be it in this paragraph or `announced`.
    It is empty where there is none, and for the value before a change (230 in 由230元提高到290元) without a time of its
    own. The second is empty unless the paragraph ends with a colon or is itself an item of a list.
    """
    opening, periods = "", list[Period]()
    for sentence in sentences:
        if item := _ITEM.match(text, sentence.start):
            announced = announced if item.start() == 0 or item[1] != "一" else opening
            opening = announced
        times = find_times(text, sentence)
        for place in places[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]:
            periods.append(_dated(text, printed, _period(text, times, place, places), place, opening))
        if _LIST.search(text, sentence.start, sentence.end):
            announced = opening = _opening(printed, sentence, times, "")
        opening = _opening(printed, sentence, times, opening)
    if not _ITEM.match(text):
        announced = opening if text.rstrip().endswith(("：", ":")) else ""
    return tuple(periods), announced


def _dated(text: str, printed: str, own: Span, place: int, opening: str) -> Period:
    """A time of its own sentence, carried where a comma or stop parts it from its number; else the opening one."""
    if own:
        between = text[own.end : max(place, own.end)].lstrip("，, ")
        return Period(own.of(printed), bool(_PARTED.search(between)))
    return Period() if _is_start(text, place) or not opening else Period(opening, carried=True)


_PARTED = re.compile("[，。；：！？,;]")


def _period(text: str, times: Sequence[Time], place: int, places: Sequence[int]) -> Span:
    """The time phrase of its own sentence that dates what stands at `place`; empty where none does."""
    last = bisect_right(times, place, key=lambda time: time.span.end)
    if each := _respective(text, times[max(last - _MOST_TIMES, 0) : last], place, places):
        return each
    for time in reversed(times[max(last - _MOST_TIMES, 0) : last]):
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


def _opening(text: str, sentence: Span, times: Sequence[Time], opening: str) -> str:
    """The time for later sentences: the one that this sentence opens with, else `opening`, that of the sentences so far."""
    first = times[0] if times else None
    if not first or first.passing or _DAY.match(first.span.of(text)):
        return opening
    if first.span.start - sentence.start > _OPENING and not _SURVEY.fullmatch(text, sentence.start, first.span.start):
        return opening
    printed = first.span.of(text)
    return opening if opening and printed.endswith(tuple(lexicon("periods")["points"])) else printed


def find_scopes(text: str, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[str]:
    """The scope of each quantity of a sentence: 原来 where that stands right before it, else the nearest 全县 or 竞争上岗后：.

    Empty where no such word stands before it in its sentence.
    """
    printed = list(_scopes().finditer(text, sentence.start, sentence.end))
    ends = [match.end() for match in printed]
    for quantity in quantities:
        at = bisect_right(ends, quantity.phrase.start) - 1
        before = text[max(quantity.phrase.start - _NEAR, sentence.start) : quantity.phrase.start]
        nearest = printed[at][0].rstrip("：:") if at >= 0 else ""
        yield "原来" if _FORMERLY.search(before) else nearest


@cache
def _pattern() -> re.Pattern[str]:
    data = lexicon("periods")
    names = {"{y}": "years", "{m}": "months", "{d}": "days", "{q}": "quarters", "{t}": "tails"}
    phrases = "|".join(data["phrases"])
    for name, key in names.items():
        phrases = phrases.replace(name, f"(?:{data[key]})")
    return re.compile(rf"(?<![0-9.xX×])(?:{data['until']})?(?:{phrases})(?:{data['since']})?")


@cache
def _references() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['references'])})[“‘〝]? ?\Z")


@cache
def _behind_from() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['starts'])})[“‘〝]? ?\Z")


@cache
def _before_change() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{either(lexicon('periods')['starts'])})(?:每[人户亩年月天生]){{0,2}}(?:原来|原先|过去)?的?(?:约|近|不足|不到)? ?\Z"
    )


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(either(lexicon("periods")["lasting"]))


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['compared'])})")


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('phrases')['scopes'])}|[\u4e00-\u9fff]{{2,6}}[前后][：:]")
