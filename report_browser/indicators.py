"""Indicators: named statistics, and which of a report's figures report on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from report_browser.content import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.figures import Figure

_SCALE = re.compile("^(?:[十百千]?[万亿]|万亿)")


@dataclass(frozen=True, slots=True)
class Theme:
    """What indicators are grouped by."""

    id: str
    name: str
    english: str


@dataclass(frozen=True)
class Indicator:
    """A statistic; `names` are the phrases that name it in a figure's subject, `…` for anything between two parts."""

    id: str
    name: str
    english: str
    theme: str
    definition: str
    source: str
    unit: str
    units: frozenset[str]  # without 万 and 亿; empty where any will do
    names: tuple[str, ...]
    excluded: tuple[str, ...]
    headline: bool

    def named_in(self, subject: str) -> int:
        """How many characters of its names a subject holds: 0 where it is not meant."""
        if any(words in subject for words in self.excluded):
            return 0
        return max((len(name) for name, pattern in self._patterns if pattern.search(subject)), default=0)

    def fits(self, unit: str) -> bool:
        """Whether its figures may be in a unit."""
        return not self.units or _SCALE.sub("", unit) in self.units

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((name, _pattern(name)) for name in self.names)


@dataclass(frozen=True)
class Definitions:
    """Themes and indicators by id, in the order of the file."""

    themes: Mapping[str, Theme]
    indicators: Mapping[str, Indicator]
    content: ContentFile

    @property
    def headline(self) -> frozenset[str]:
        """The ids of the indicators that the overview shows."""
        return frozenset(one.id for one in self.indicators.values() if one.headline)


def parse_definitions(content: ContentFile) -> Definitions:
    """The definitions of `content/indicators.yml`. Raises `ReportError` with every theme that is not there."""
    themes = {
        values["id"]: Theme(values["id"], values["name"], values["english"]) for values in content.value["themes"]
    }
    problems = [
        content.problem(("indicators", at, "theme"), f"no theme {values['theme']!r}; known are {', '.join(themes)}")
        for at, values in enumerate(content.value["indicators"])
        if values["theme"] not in themes
    ]
    if problems:
        raise ReportError(problems)
    dimensions = content.value["dimensions"]
    indicators = {values["id"]: _indicator(values, dimensions) for values in content.value["indicators"]}
    return Definitions(themes, indicators, content)


def match_indicators(definitions: Definitions, figures: Sequence[Figure]) -> Mapping[int, str]:
    """The indicator that each figure, by its position, reports on; a figure that none names has no entry.

    The longest name in the figure's subject wins. Raises `ReportError` where two indicators are named alike.
    """
    found: dict[int, str] = {}
    problems: list[Problem] = []
    for at, figure in enumerate(figures):
        named = list(_named(definitions.indicators.values(), figure))
        best = [one for length, one in named if length == max(length for length, _ in named)]
        if len(best) == 1:
            found[at] = best[0].id
        elif best:
            problems.append(_ambiguous(definitions, figure, best))
    if problems:
        raise ReportError(problems)
    return found


def _named(indicators: Iterable[Indicator], figure: Figure) -> Iterator[tuple[int, Indicator]]:
    unit = figure.unit or figure.inferred_unit
    for indicator in indicators:
        if (length := indicator.named_in(figure.subject)) and indicator.fits(unit):
            yield length, indicator


def _ambiguous(definitions: Definitions, figure: Figure, indicators: Sequence[Indicator]) -> Problem:
    place = ("indicators", list(definitions.indicators).index(indicators[-1].id), "names")
    names = " and ".join(one.id for one in indicators)
    message = f"{figure.subject!r} is named alike by {names}; give one a longer name, or the other a `not`"
    return definitions.content.problem(place, message)


def _indicator(values: Mapping[str, Any], dimensions: Mapping[str, list[str]]) -> Indicator:
    units = [unit for name in values.get("units", ()) for unit in dimensions.get(name, [name])]
    return Indicator(
        values["id"],
        values["name"],
        values["english"],
        values["theme"],
        values["definition"],
        values.get("source", ""),
        values.get("unit", ""),
        frozenset(units),
        tuple(values["names"]),
        tuple(values.get("not", ())),
        values.get("headline", False),
    )


def _pattern(name: str) -> re.Pattern[str]:
    """A name as a pattern; one character alone must be the whole subject."""
    pattern = ".*?".join(map(re.escape, name.split("…")))
    return re.compile(rf"\A{pattern}\Z" if len(name) == 1 else pattern)
