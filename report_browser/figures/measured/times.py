"""Times: the phrases of a sentence that say when, and what each of them may date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.sentences import bracket_end
from report_browser.text.span import Span

_OWN_NUMBER = re.compile("的? ?[0-9]")  # in 比上年同期79,031万元增收 the time is that of the number behind it
_RANGE = re.compile("[至到—–-]")
_BEFORE = 8  # characters before a time in which 比, 由 and the like are looked for


@dataclass(frozen=True, slots=True)
class Time:
    """A time phrase. A `passing` one dates the next figure only; one in brackets those up to `last`, where they close.

    A `former` one (与1998年相比) dates only what something was before it changed: A of 由A增加到B.
    """

    span: Span
    passing: bool = False
    last: int | None = None
    former: bool = False


def find_times(text: str, sentence: Span) -> tuple[Time, ...]:
    """The time phrases of a sentence that date its figures, in order; not those compared with, as in 比2017年增长."""
    return tuple(_times(text, sentence))


def _times(text: str, sentence: Span) -> Iterator[Time]:
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        before = text[max(match.start() - _BEFORE, sentence.start) : match.start()]
        compared = _references().search(before)
        own = compared and compared[0].strip() in ("比", "较") and _OWN_NUMBER.match(text, match.end())
        if (compared and not own) or _compared().match(text, match.end()):
            if compared and text.startswith("相比", match.end()):
                yield Time(Span(*match.span()), former=True)
            continue
        passing = compared or (_behind_from().search(before) and not _RANGE.search(match[0]))
        passing = passing and not _lasting().search(text, match.start(), match.end() + _BEFORE)
        yield Time(Span(*match.span()), bool(passing), bracket_end(text, match.start(), sentence))


def find_time_phrases(text: str, span: Span) -> tuple[Span, ...]:
    """All time phrases in a span, in order, those that are only compared with included."""
    return tuple(Span(*match.span()) for match in _pattern().finditer(text, span.start, span.end))


def is_lasting(time: Time) -> bool:
    """Whether a time dates more than the next number, and not only what something was before."""
    return not (time.passing or time.former)


@cache
def _pattern() -> re.Pattern[str]:
    data = lexicon("periods")
    names = {"{y}": "years", "{m}": "months", "{d}": "days", "{q}": "quarters", "{t}": "tails"}
    phrases = "|".join(data["phrases"])
    for name, key in names.items():
        phrases = phrases.replace(name, f"(?:{data[key]})")
    return re.compile(rf"(?<![0-9xX×])(?<![0-9]\.)(?:{data['until']})?(?:{phrases})(?:{data['since']})?")


@cache
def _references() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['references'])})[“‘〝]? ?\Z")


@cache
def _behind_from() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['starts'])})[“‘〝]? ?\Z")


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(either(lexicon("periods")["lasting"]))


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('periods')['compared'])})")
