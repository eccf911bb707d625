"""Indicators: the statistics that `content/indicators.yml` names, and which figures report on each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from report_browser.editorial.files import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.figures.figure import Figure
from report_browser.figures.quantities.units import is_unit

_SHORT = 2  # characters; a name of that length must end the subject
_UNSAID = ("人", "元")  # the units that 47万 or 766579 without a unit may have
_MANY = 1000  # a number without a unit is no rate from here on
_COUNTED = "总?数量?|总?[人户家]数|总?量|总额|总?收入|总?面积|总?里程|(?:所占|占)?比[例重]|占比|[标水]准|水平|率"
_SCALE = re.compile("^(?:[十百千]?[万亿]|万亿)")


def is_own_number(figure: Figure) -> bool:
    """Whether it is what an indicator came to: a reported level or share; no growth, difference, aim, norm or forecast."""
    return figure.status == "reported" and figure.aspect in ("level", "share")


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of indicators."""

    id: str
    name: str
    english: str


@dataclass(frozen=True, slots=True, order=True)
class NameMatch:
    """How well a subject names an indicator: a longer name is better, then one that ends nearer the subject's end."""

    length: int  # of the name, in characters
    end: int  # where it ends in the subject


@dataclass(frozen=True)
class Indicator:
    """A statistic. `names` are the phrases that name it in a figure's subject; `…` in one stands for any words."""

    id: str
    name: str
    english: str
    theme: str
    definition: str
    source: str
    unit: str
    units: frozenset[str]  # that its figures may have, without 万 and 亿; empty for any
    entities: tuple[str, ...]  # whose it is: a figure's entity holds one of these words; empty for anybody's
    aspects: frozenset[str]  # that its figures may have; empty for any
    names: tuple[str, ...]
    excluded: tuple[str, ...]  # a subject with one of these words does not name it
    headline: bool  # whether the overview shows it

    def named_in(self, subject: str) -> NameMatch | None:
        """Its best match in a subject; None where the subject does not name it."""
        if any(words in subject for words in self.excluded):
            return None
        found = ((name, pattern.search(subject)) for name, pattern in self._patterns)
        return max((NameMatch(len(name), match.end("name")) for name, match in found if match), default=None)

    def fits(self, figure: Figure) -> bool:
        """Whether its figures may have the unit, aspect and entity of this one; an entity that the text leaves open fits."""
        unit = not self.units or any(unit in self.units for unit in _units(figure))
        aspect = not self.aspects or figure.aspect in self.aspects
        entity = figure.measured_entity
        return unit and aspect and (not entity or not self.entities or any(words in entity for words in self.entities))

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
    """The definitions of `content/indicators.yml`. Raises `ReportError` with every unknown theme and unit."""
    themes = {
        values["id"]: Theme(values["id"], values["name"], values["english"]) for values in content.value["themes"]
    }
    problems = [
        content.problem(("indicators", at, "theme"), f"no theme {values['theme']!r}; known are {', '.join(themes)}")
        for at, values in enumerate(content.value["indicators"])
        if values["theme"] not in themes
    ]
    dimensions = content.value["dimensions"]
    problems += [
        content.problem(("indicators", at, "units", number), f"no unit and no dimension {name!r}")
        for at, values in enumerate(content.value["indicators"])
        for number, name in enumerate(values.get("units", ()))
        if name not in dimensions and not is_unit(name)
    ]
    if problems:
        raise ReportError(problems)
    indicators = {values["id"]: _indicator(values, dimensions) for values in content.value["indicators"]}
    return Definitions(themes, indicators, content)


def match_indicators(definitions: Definitions, figures: Sequence[Figure]) -> Mapping[int, str]:
    """By a figure's position, the id of the indicator that it reports on; without an entry where there is none.

    Of the indicators whose unit, aspect and entity fit, the one with the longest name in the figure's subject is taken;
    of two, the one nearer its end: 行政村党支部 are party branches. Where the subject names none, the figure's property
    may, with its entity before it. Growth, aims and norms report on the indicator as well: `is_own_number` tells.
    Raises `ReportError` where two are named equally well.
    """
    found: dict[int, str] = {}
    problems: dict[Problem, None] = {}
    names = _Names(definitions, {})
    for at, figure in enumerate(figures):
        if not figure.values:  # a numeral that is not read reports nothing
            continue
        best = names.best(figure)
        if len(best) == 1:
            found[at] = best[0].id
        elif best:
            problems[_ambiguous(definitions, figure, best)] = None
    if problems:
        raise ReportError(problems)
    return found


@dataclass(frozen=True, slots=True)
class _Names:
    """What names what, looked up once for each wording."""

    definitions: Definitions
    known: dict[str, list[tuple[NameMatch, Indicator]]]

    def best(self, figure: Figure) -> list[Indicator]:
        """The indicators that a figure's words name best, among those that it fits; several where named equally."""
        owner = figure.measured_entity
        for words, start in (
            (figure.subject.removesuffix(figure.change), 0),
            (owner + figure.measured_property, len(owner)),
        ):
            named = [(match, one) for match, one in self._named(words) if match.end > start and one.fits(figure)]
            if named:
                return [one for match, one in named if match == max(best for best, _ in named)]
        return []

    def _named(self, words: str) -> list[tuple[NameMatch, Indicator]]:
        if words not in self.known:
            every = self.definitions.indicators.values()
            self.known[words] = [(match, one) for one in every if (match := one.named_in(words))]
        return self.known[words]


def _units(figure: Figure) -> tuple[str, ...]:
    """The units that a figure may be said to have: as printed without 万 and 亿, and its base unit (万㎡: ㎡, 平方米)."""
    printed = _SCALE.sub("", figure.unit or figure.inferred_unit)
    if not printed and (figure.unit or (figure.values and figure.values[0] >= _MANY)):
        return _UNSAID
    return tuple(filter(None, (printed, figure.base_unit)))


def _ambiguous(definitions: Definitions, figure: Figure, indicators: Sequence[Indicator]) -> Problem:
    place = ("indicators", list(definitions.indicators).index(indicators[-1].id), "names")
    names = " and ".join(one.id for one in indicators)
    words = f"{figure.subject!r} ({figure.value}{figure.unit})"
    message = f"{words} is named alike by {names}; give one a longer name, or the other a `not`"
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
        tuple(values.get("entity", ())),
        frozenset(values.get("aspects", ())),
        tuple(values["names"]),
        tuple(values.get("not", ())),
        values.get("headline", False),
    )


def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of a name: a name of one character must be the whole subject, one of two must end it.

    总数 and the like may follow in either case.
    """
    pattern = "(?P<name>" + ".*?".join(map(re.escape, name.split("…"))) + ")"
    if len(name) == 1:
        return re.compile(rf"\A(?:全[县市区镇乡])?{pattern}(?:{_COUNTED})?\Z")
    return re.compile(rf"{pattern}(?:{_COUNTED})?\Z" if len(name) == _SHORT else pattern)
