"""Units: what is printed right behind a number, what it measures, and how much of its base unit it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import chain

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.text.span import Span

_BRACKETED = re.compile(
    r"[（(]([^（）()]{1,8})[)）](?:(?:[:：为是\s]|达到?){0,3}|[:：][^。；：（）()]{1,80}[^。；：（）()0-9. ])\Z"
)
_LONGEST_BRACKET = 92  # characters from the opening bracket to the number: the unit, and the list before this number


class UnitKind(StrEnum):
    """What a unit measures. All but the first three are the groups of `lexicon/units.yml`, by their names there."""

    NONE = ""  # nothing is printed behind the number, or only a multiplier: 3万
    CLASSIFIER = "classifier"  # 个, 所, 家: the thing counted stands beside it
    COUNTABLE_NOUN = "countable noun"  # 镇, 村: itself the thing counted
    MONEY = "money"
    DOLLARS = "dollars"
    OTHER_MONEY = "other money"
    SHARE = "share"
    POINT = "point"
    MULTIPLE = "multiple"
    PEOPLE = "people"
    ATTENDANCES = "attendances"
    HOUSEHOLDS = "households"
    AGE = "age"
    AREA = "area"
    LAND = "land"
    LENGTH = "length"
    MASS = "mass"
    COAL = "coal"
    VOLUME = "volume"
    TIME = "time"
    MONTHS = "months"
    WEEKS = "weeks"
    HOURS = "hours"
    POWER = "power"
    ENERGY = "energy"
    VOLTAGE = "voltage"
    DATA = "data"
    TEMPERATURE = "temperature"
    SOUND = "sound"
    PRESSURE = "pressure"
    SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed at `span`; one of it is `scale` of `base`: 万元 is 10000 of 元.

    Without a unit `printed` and `base` are empty and `span` is an empty one behind the number. `modifier` is the place
    of 余, 多 or 来 between number and unit, empty where there is none.
    """

    printed: str
    span: Span
    kind: UnitKind = UnitKind.NONE
    base: str = ""
    scale: Decimal = Decimal(1)
    modifier: Span = Span(0, 0)

    @property
    def counts(self) -> bool:
        """Whether it counts things one by one, named beside it (8个镇) or by it (9镇)."""
        return self.kind in (UnitKind.CLASSIFIER, UnitKind.COUNTABLE_NOUN)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A unit of the lexicon without multiplier and rate; one of it is `factor` of `base`."""

    kind: UnitKind
    base: str
    factor: Decimal


_NO_ENTRY = _Entry(UnitKind.NONE, "", Decimal(1))


def match_unit(text: str, at: int) -> Unit:
    """The unit that begins at position `at`, which is behind a number; white space and 余, 多 or 来 may come first.

    Where no unit begins there, one with nothing printed.
    """
    match = _pattern().match(text, at)
    assert match  # every part of it may be missing
    named = (match["word"] or "").replace(" ", "")
    entry = _entries().get(named, _NO_ENTRY)
    multiplier, rate = match["multiplier"] or "", match["rate"] or ""
    printed = multiplier + named + (match["brackets"] or "") + rate
    scale = entry.factor * _multipliers().get(multiplier, Decimal(1))
    span = _printed_span(match) if printed else Span(at, at)
    return Unit(printed, span, entry.kind, entry.base + rate, scale, _modifier_span(match))


def _printed_span(match: re.Match[str]) -> Span:
    first = next((match.start(part) for part in ("multiplier", "word", "rate") if match[part]), match.start())
    return Span(first, max(map(match.end, ("multiplier", "word", "brackets", "rate"))))


def _modifier_span(match: re.Match[str]) -> Span:
    """Where 余 or the like stands, before the multiplier (3000余万) or behind it (3万多); else an empty span."""
    place = "modifier" if match["modifier"] else "modifier_inside"
    return Span(*match.span(place)) if match[place] else Span(match.start(), match.start())


def bracketed_unit(text: str, at: int) -> Unit | None:
    """The unit in brackets before a number at `at`; None where there is none.

    `产量（万吨）：28.6` has one, and each number of `产量（吨）：猪肉642，羊肉31`.
    """
    first = max(at - _LONGEST_BRACKET, 0)
    match = _BRACKETED.search(text[first:at])
    if not match:
        return None
    inside = Span(*match.span(1)).shift(first)
    unit = match_unit(text, inside.start)
    return unit if unit.span == inside else None


def is_multiple(printed: str) -> bool:
    """Whether a unit is so many of another: 万元 of 元, 成 of %; not 千克, which is a unit of its own."""
    return printed == "成" or (printed not in _entries() and printed.startswith(tuple(_multipliers())))


def is_unit(printed: str) -> bool:
    """Whether a unit is known, with or without 万 and the like before it, or a rate (/人) behind it."""
    return match_unit(printed, 0).span == Span(0, len(printed))


@cache
def _multipliers() -> Mapping[str, Decimal]:
    return {word: Decimal(scale) for word, scale in lexicon("units")["multipliers"].items()}


@cache
def _entries() -> Mapping[str, _Entry]:
    """The units of the lexicon by word; a word that stands in several places has the last one's meaning."""
    return dict(_listed())


def _listed() -> Iterator[tuple[str, _Entry]]:
    data = lexicon("units")
    for kind, words in (
        (UnitKind.COUNTABLE_NOUN, data["countable nouns"]),
        (UnitKind.CLASSIFIER, data["classifiers"]),
    ):
        yield from ((word, _Entry(kind, word, Decimal(1))) for word in words)
    for name, group in data["groups"].items():
        units = group["units"]
        for word in units:
            factor = Decimal(str(units[word])) if isinstance(units, dict) else Decimal(1)
            yield word, _Entry(UnitKind(name), group.get("base", word), factor)


@cache
def _pattern() -> re.Pattern[str]:
    modifiers = lexicon("modifiers")
    exact = rf"(?!{either(modifiers['no modifier inside before'])})"  # 多种 says that there are many kinds
    between = either(chain.from_iterable(modifiers["between"].values()))
    classifiers = either(lexicon("units")["classifiers"])
    parts = (
        rf" ?(?P<modifier>(?:{between}){exact})?",
        rf" ?(?P<multiplier>{_multiplier()})?(?P<modifier_inside>(?:{between}){exact})?",
        rf" ?(?P<word>{_word()})?(?P<brackets>(?<=[^ ])[（(](?:{classifiers})[)）])?",  # 台（套）
        rf"(?P<rate>(?<=[^ ]){_rate()})?",
    )
    return re.compile("".join(parts))


def _multiplier() -> str:
    """万, 亿 and their like anywhere; 千 and 百 only where they are no part of the unit, as in 千瓦."""
    rules = lexicon("units")
    large = either(word for word in _multipliers() if word not in "千百")
    return f"{large}|千(?![{rules['千 not before']}])|百(?=[{rules['百 before']}])"


def _word() -> str:
    """Any unit of the lexicon, the longest that fits, unless what follows makes another word of it: 项 of 项目."""
    closed = {word: rf"(?![{re.escape(after)}])" for word, after in lexicon("units")["not before"].items() if after}
    words = sorted(_entries(), key=lambda word: (-len(word), word))
    return "|".join(" ?".join(map(re.escape, word)) + closed.get(word, "") for word in words)


def _rate() -> str:
    """What an amount is per, its slash included: the ends of 元/亩, 例/10万 and 元/人·年."""
    per = either(lexicon("units")["per"])
    return rf"[/／](?:[0-9千万百]*(?:{per}|{_word()})|(?:10|十)?万)(?:[·•.](?:{per}))?"
