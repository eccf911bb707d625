"""Units: what is printed right behind a number, how much of which base unit it is, and what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.text.span import Span

_BRACKETED = re.compile(
    r"[（(]([^（）()]{1,8})[)）](?:(?:[:：为是\s]|达到?){0,3}|[:：][^。；：（）()]{1,80}[^。；：（）()0-9. ])\Z"
)
_LONGEST_BRACKET = 92  # characters of a unit in brackets and what parts it from its number, others of its list included
MEASURE, NOUN = "measure word", "measure noun"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed at `span`, a qualifier inside it left out; one of it is `scale` of `base`.

    `kind` is the group of `data/units.yml` it belongs to; empty where only a multiplier is printed.
    """

    printed: str
    span: Span
    kind: str = ""
    base: str = ""
    scale: Decimal = Decimal(1)
    qualifier: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    base: str
    factor: Decimal


def match_unit(text: str, at: int) -> Unit:
    """The unit that begins at `at`, white space and `余` or `多` before or inside it allowed; perhaps an empty one."""
    match = _pattern().match(text, at)
    assert match  # every part of it may be missing
    named = (match["word"] or "").replace(" ", "")
    word = _words().get(named, _Word("", "", Decimal(1)))
    named += match["other"] or ""
    multiplier, rate = match["multiplier"] or "", match["rate"] or ""
    blur = "blur" if match["blur"] else "blur_inside"
    qualifier = Span(*match.span(blur)) if match[blur] else Span(at, at)
    first = next((match.start(part) for part in ("multiplier", "word", "rate") if match[part]), at)
    last = max(match.end("multiplier"), match.end("word"), match.end("other"), match.end("rate"))
    scale = word.factor * _multipliers().get(multiplier, Decimal(1))
    printed = multiplier + named + rate
    span = Span(first, last) if printed else Span(at, at)
    return Unit(printed, span, word.kind, word.base + rate, scale, qualifier)


def bracketed_unit(text: str, at: int) -> Unit | None:
    """The unit in brackets before `at`, as in `产量（万吨）：28.6` or `产量（吨）：猪肉642，羊肉31`; None where there is none."""
    first = max(at - _LONGEST_BRACKET, 0)
    match = _BRACKETED.search(text[first:at])
    if not match:
        return None
    inside = Span(*match.span(1)).shift(first)
    unit = match_unit(text, inside.start)
    return unit if unit.span == inside else None


def is_multiple(printed: str) -> bool:
    """Whether a unit is so many of another: 万元 of 元, 成 of %; not 千克, which is a unit of its own."""
    return printed == "成" or (printed not in _words() and printed.startswith(tuple(_multipliers())))


def is_unit(printed: str) -> bool:
    """Whether a unit is known, with or without 万 and the like before it, or a per behind it."""
    return match_unit(printed, 0).span == Span(0, len(printed))


@cache
def _multipliers() -> Mapping[str, Decimal]:
    return {word: Decimal(scale) for word, scale in lexicon("units")["multipliers"].items()}


@cache
def _words() -> Mapping[str, _Word]:
    return dict(_read_words())


def _read_words() -> Iterator[tuple[str, _Word]]:
    data = lexicon("units")
    for kind, words in ((NOUN, data["measure nouns"]), (MEASURE, data["measure words"])):
        yield from ((word, _Word(kind, word, Decimal(1))) for word in words)
    for kind, group in data["groups"].items():
        units = group["units"]
        for word in units:
            factor = Decimal(str(units[word])) if isinstance(units, dict) else Decimal(1)
            yield word, _Word(kind, group.get("base", word), factor)


@cache
def _pattern() -> re.Pattern[str]:
    many = rf"(?!{either(lexicon('qualifiers')['not behind 多'])})"  # 多种 says no more than a number does
    blur = either(chain.from_iterable(lexicon("qualifiers")["between"].values()))
    measure = either(lexicon("units")["measure words"])
    parts = (
        rf" ?(?P<blur>(?:{blur}){many})?",
        rf" ?(?P<multiplier>{_multiplier()})?(?P<blur_inside>(?:余|多){many})?",
        rf" ?(?P<word>{_word()})?(?P<other>(?<=[^ ])[（(](?:{measure})[)）])?",
        rf"(?P<rate>(?<=[^ ]){_rate()})?",
    )
    return re.compile("".join(parts))


def _multiplier() -> str:
    """万, 亿 and their like anywhere; 千 and 百 only where they are no part of the unit, as in 千瓦."""
    rules = lexicon("units")
    large = either(word for word in _multipliers() if word not in "千百")
    return f"{large}|千(?![{rules['千 not before']}])|百(?=[{rules['百 before']}])"


def _word() -> str:
    closed = {word: rf"(?![{re.escape(after)}])" for word, after in lexicon("units")["not before"].items() if after}
    words = sorted(_words(), key=lambda word: (-len(word), word))
    return "|".join(" ?".join(map(re.escape, word)) + closed.get(word, "") for word in words)


def _rate() -> str:
    """元/亩, 例/10万, 元/人·年."""
    per = either(lexicon("units")["per"])
    return rf"[/／](?:[0-9千万百]*(?:{per}|{_word()})|(?:10|十)?万)(?:[·•.](?:{per}))?"
