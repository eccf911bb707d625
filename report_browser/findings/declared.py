"""Declared checks: those of `content/checks.yml`, on the figures that report on the indicators they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from report_browser.editorial.files import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.figures.figure import Figure
from report_browser.findings.arithmetic import Check, Statement, check_quotient, check_ratio, check_sum
from report_browser.text.span import Span

_NAMING = {"quotient": ("dividend", "divisor", "result"), "sum": ("total", "parts"), "ratio": ("of",)}


@dataclass(frozen=True)
class Reported:
    """Figures, and by position the indicator that each reports on."""

    figures: Sequence[Figure]
    indicators: Mapping[int, str]

    def on(self, indicator: str) -> Sequence[int]:
        """The figures that give an indicator itself: neither its growth nor a range."""
        return self._places.get((indicator,), ())

    def given(self, where: str | Span, indicator: str, unit: str) -> Sequence[int]:
        """Those of a period, or of a sentence, in a base unit."""
        return self._places.get((where, indicator, unit), ())

    def of_sentence(self, indicator: str, at: int) -> Sequence[int]:
        """Those of the same sentence and unit as another figure."""
        return self.given(self.figures[at].sentence, indicator, self.figures[at].base_unit)

    def beside(self, indicator: str, at: int) -> int | None:
        """The one figure that goes with another: of its sentence, else of its period; None in doubt."""
        one = self.figures[at]
        near = self.of_sentence(indicator, at) or self.given(one.period, indicator, one.base_unit)
        return near[0] if len(near) == 1 else None

    @cached_property
    def _places(self) -> Mapping[tuple[object, ...], Sequence[int]]:
        places: dict[tuple[object, ...], list[int]] = {}
        for at, name in self.indicators.items():
            figure = self.figures[at]
            if _is_plain(figure):
                sentence, period = (figure.sentence, name, figure.base_unit), (figure.period, name, figure.base_unit)
                for key in ((name,), sentence, period):
                    places.setdefault(key, []).append(at)
        return places


def check_declared(declared: ContentFile, indicators: Mapping[str, object]) -> None:
    """Raise `ReportError` with every key that a declared check lacks and every indicator that there is not."""
    problems = [
        problem
        for at, values in enumerate(declared.value["checks"])
        for problem in _problems(declared, at, values, indicators)
    ]
    if problems:
        raise ReportError(problems)


def find_declared(declared: ContentFile, reported: Reported) -> Iterator[Check]:
    """The declared checks whose figures the text has; the others are absent."""
    for values in declared.value["checks"]:
        about = (Statement(f"{values['id']}-{number}", values["title"], reported.figures) for number in count(1))
        match values["kind"]:
            case "sum":
                yield from _sums(about, values, reported)
            case "ratio":
                yield from _ratios(about, values, reported)
            case "quotient":
                yield from _quotients(about, values, reported)


def _sums(about: Iterator[Statement], values: Mapping[str, Any], reported: Reported) -> Iterator[Check]:
    for whole in reported.on(values["total"]):
        parts = [reported.beside(name, whole) for name in values["parts"]]
        present = tuple(part for part in parts if part is not None)
        if len(present) == len(parts):
            yield check_sum(next(about), whole, present, complete=True)


def _ratios(about: Iterator[Statement], values: Mapping[str, Any], reported: Reported) -> Iterator[Check]:
    for at, name in reported.indicators.items():
        if name == values["of"] and reported.figures[at].form == "ratio":
            yield check_ratio(next(about), at)


def _quotients(about: Iterator[Statement], values: Mapping[str, Any], reported: Reported) -> Iterator[Check]:
    """Each total with the first amount per head behind it in its sentence, before the next total."""
    for total in reported.on(values["dividend"]):
        others = [at for at in reported.of_sentence(values["dividend"], total) if at > total]
        each = next((at for at in reported.of_sentence(values["divisor"], total) if at > total), None)
        result = _heads(reported, values["result"], total)
        if each is None or result is None or (others and others[0] < each) or not reported.figures[each].values[0]:
            continue
        yield check_quotient(next(about), total, each, result)


def _heads(reported: Reported, indicator: str, total: int) -> int | None:
    """The number of heads of a total's period, else the first there is."""
    places = reported.on(indicator)
    if not places:
        return None
    period, unit = reported.figures[total].period, reported.figures[places[0]].base_unit
    return next(iter(reported.given(period, indicator, unit)), places[0])


def _is_plain(figure: Figure) -> bool:
    return figure.form == "number" and not figure.is_growth


def _problems(
    declared: ContentFile, at: int, values: Mapping[str, Any], indicators: Mapping[str, object]
) -> Iterator[Problem]:
    for key in _NAMING[values["kind"]]:
        if key not in values:
            yield declared.problem(("checks", at), f"a check of kind {values['kind']!r} needs {key!r}")
        named = values.get(key, [])
        for name in named if isinstance(named, list) else [named]:
            if name not in indicators:
                yield declared.problem(("checks", at, key), f"no indicator {name!r} in indicators.yml")
