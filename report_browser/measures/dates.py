"""Dates: the period of each act as printed, carried from earlier sentences as figures carry theirs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from report_browser.figures.measured.clauses import find_sentences
from report_browser.figures.measured.periods import find_periods, find_time_phrases
from report_browser.figures.quantities.numerals import half_width
from report_browser.measures.acts import Act
from report_browser.outline.headings import Section
from report_browser.text.span import Span


def find_dates(text: str, section: Section, acts: Iterable[Act]) -> dict[int, str]:
    """By the start of an act's main clause: the time phrase that dates it, or nothing."""
    places = sorted({act.main.start for act in acts})
    dates: dict[int, str] = {}
    announced = ""
    for paragraph in section.paragraphs:
        span = paragraph.span
        own = places[bisect_left(places, span.start) : bisect_left(places, span.end)]
        printed = span.of(text)
        plain = half_width(printed)
        local = [place - span.start for place in own]
        periods, announced = find_periods(plain, printed, find_sentences(plain), local, announced)
        dates.update(zip(own, periods, strict=True))
    return dates


def date_inside(text: str, span: Span) -> str:
    """The first time phrase inside an act, or nothing."""
    times: Sequence[Span] = find_time_phrases(half_width(span.of(text)), Span(0, len(span)))
    return times[0].shift(span.start).of(text) if times else ""
