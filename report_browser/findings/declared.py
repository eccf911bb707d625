"""Declared checks: those of `content/checks.yml`, on the figures that report on the indicators they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any, Literal

from report_browser.editorial.files import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.figures.figure import Figure
from report_browser.findings.arithmetic import (
    Check,
    CheckHeading,
    check_at_most,
    check_quotient,
    check_ratio,
    check_sum,
)
from report_browser.text.span import Span

DeclaredKind = Literal["sum", "ratio", "quotient", "at_most"]  # a new one also goes into `schemas/checks.yml`

_FURTHEST = 8  # figures behind a total that are looked at
_INDICATOR_KEYS: Mapping[DeclaredKind, tuple[str, ...]] = {
    "sum": ("total", "parts"),
    "ratio": ("of",),
    "quotient": ("dividend", "divisor", "result"),
    "at_most": ("less", "more"),
}


@dataclass(frozen=True)
class Reported:
    """All figures of a text, and by a figure's position the indicator that it reports on, if any."""

    figures: Sequence[Figure]
    indicators: Mapping[int, str]

    def reporting_on(self, indicator: str) -> Sequence[int]:
        """The positions of the figures that report on an indicator; neither growth nor ranges."""
        return self._places.get((indicator,), ())

    def reporting_within(self, where: str | Span, indicator: str, unit: str) -> Sequence[int]:
        """Of those, the figures of one period or of one sentence, in one base unit."""
        return self._places.get((where, indicator, unit), ())

    def of_sentence(self, indicator: str, at: int) -> Sequence[int]:
        """Of those, the figures with the sentence and base unit of the figure at position `at`."""
        return self.reporting_within(self.figures[at].sentence, indicator, self.figures[at].base_unit)

    def beside(self, indicator: str, at: int) -> int | None:
        """The figure on an indicator that goes with figure `at`: the only one of its sentence, else of its period."""
        one = self.figures[at]
        near = self.of_sentence(indicator, at) or self.reporting_within(one.period, indicator, one.base_unit)
        return near[0] if len(near) == 1 else None

    def behind(self, at: int, sentence: Span) -> Sequence[int]:
        """The positions of the figures that follow figure `at` in its sentence, a few at most."""
        following = range(at + 1, min(at + 1 + _FURTHEST, len(self.figures)))
        return [one for one in following if self.figures[one].sentence == sentence and self.figures[one].values]

    @cached_property
    def _places(self) -> Mapping[tuple[object, ...], Sequence[int]]:
        places: dict[tuple[object, ...], list[int]] = {}
        for at, name in self.indicators.items():
            figure = self.figures[at]
            if is_comparable(figure):
                sentence, period = (figure.sentence, name, figure.base_unit), (figure.period, name, figure.base_unit)
                for key in ((name,), sentence, period):
                    places.setdefault(key, []).append(at)
        return places


def check_declared(declared: ContentFile, indicators: Mapping[str, object]) -> None:
    """Raise `ReportError` with every key that a declared check lacks and every indicator that does not exist."""
    problems = [
        problem
        for at, values in enumerate(declared.value["checks"])
        for problem in _declaration_problems(declared, at, values, indicators)
    ]
    problems += [
        declared.problem(("evidence", at, key), f"no indicator {values[key]!r} in indicators.yml")
        for at, values in enumerate(declared.value.get("evidence", ()))
        for key in ("rate", "of", "beside")
        if values[key] not in indicators
    ]
    if problems:
        raise ReportError(problems)


def declared_checks(declared: ContentFile, reported: Reported) -> Iterator[Check]:
    """The declared checks whose figures the text has, one for each place where it has them."""
    for values in declared.value["checks"]:
        headings = (CheckHeading(f"{values['id']}-{number}", values["title"], reported.figures) for number in count(1))
        match values["kind"]:
            case "sum":
                yield from _declared_sums(headings, values, reported)
            case "ratio":
                yield from _declared_ratios(headings, values, reported)
            case "quotient":
                yield from _declared_quotients(headings, values, reported)
            case "at_most":
                yield from _declared_limits(headings, values, reported)


def _declared_sums(headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported) -> Iterator[Check]:
    """Each set of parts with one total of its period: one that it fits, where there are several."""
    checked: set[tuple[int, ...]] = set()
    for whole in reported.reporting_on(values["total"]):
        parts = [reported.beside(name, whole) for name in values["parts"]]
        present = tuple(part for part in parts if part is not None)
        if len(present) < len(parts) or present in checked:
            continue
        checked.add(present)
        yield _best_sum(next(headings), values["total"], whole, present, reported)


def _best_sum(heading: CheckHeading, name: str, whole: int, parts: tuple[int, ...], reported: Reported) -> Check:
    """The check with the first total of the same time and unit that the parts fit; with `whole` where they fit none."""
    one = reported.figures[whole]
    alike = reported.reporting_within(one.period, name, one.base_unit)
    others = [at for at in alike if at != whole]
    found = [check_sum(heading, at, parts, complete=True) for at in (whole, *others)]
    return next((check for check in found if check.verdict == "holds"), found[0])


def _declared_limits(
    headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported
) -> Iterator[Check]:
    for less in reported.reporting_on(values["less"]):
        more = reported.beside(values["more"], less)
        if more is not None:
            yield check_at_most(next(headings), "at_most", less, more)


def _declared_ratios(
    headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported
) -> Iterator[Check]:
    for at, name in reported.indicators.items():
        if name == values["of"] and _is_reported_ratio(reported.figures[at]):
            yield check_ratio(next(headings), at)


def _declared_quotients(
    headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported
) -> Iterator[Check]:
    """Each total with the first amount per head that follows it in its sentence, before another total."""
    for total in reported.reporting_on(values["dividend"]):
        others = [at for at in reported.of_sentence(values["dividend"], total) if at > total]
        divisors = _per_head(reported, values["divisor"], total)
        result = _heads(reported, values["result"], total)
        if divisors and result is not None and not (others and others[0] < divisors[0]):
            yield check_quotient(next(headings), total, divisors, result)


def _per_head(reported: Reported, indicator: str, total: int) -> tuple[int, ...]:
    """The amount per head behind a total: one reported, or a standard with what was spent above it; else empty."""
    sentence = reported.figures[total].sentence
    behind = [at for at in reported.behind(total, sentence) if reported.indicators.get(at) == indicator]
    for at in behind:
        figure = reported.figures[at]
        excess = next((other for other in behind if reported.figures[other].base_number == figure.number), None)
        if excess is not None:
            return (at, excess) if _is_amount(figure) and _is_amount(reported.figures[excess]) else ()
        return (at,) if is_comparable(figure) and _is_amount(figure) else ()
    return ()


def _heads(reported: Reported, indicator: str, total: int) -> int | None:
    """The figure for the number of heads: of the total's period, else the text's first; None where there is none."""
    places = reported.reporting_on(indicator)
    if not places:
        return None
    period, unit = reported.figures[total].period, reported.figures[places[0]].base_unit
    return next(iter(reported.reporting_within(period, indicator, unit)), places[0])


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is one number above zero, which something can be divided by."""
    return figure.form == "number" and len(figure.values) == 1 and figure.values[0] > 0


def _is_reported_ratio(figure: Figure) -> bool:
    return figure.form == "ratio" and bool(figure.values) and figure.status == "reported"


def is_comparable(figure: Figure) -> bool:
    """Whether a figure is a reported level or share with one value, which alone is held against another."""
    return figure.form == "number" and len(figure.values) == 1 and _is_reported(figure)


def _is_reported(figure: Figure) -> bool:
    return figure.status == "reported" and figure.aspect in ("level", "share")


def _declaration_problems(
    declared: ContentFile, at: int, values: Mapping[str, Any], indicators: Mapping[str, object]
) -> Iterator[Problem]:
    for key in _INDICATOR_KEYS[values["kind"]]:
        if key not in values:
            yield declared.problem(("checks", at), f"a check of kind {values['kind']!r} needs {key!r}")
        named = values.get(key, [])
        for name in named if isinstance(named, list) else [named]:
            if name not in indicators:
                yield declared.problem(("checks", at, key), f"no indicator {name!r} in indicators.yml")
