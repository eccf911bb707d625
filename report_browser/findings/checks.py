"""Checks (对账): arithmetic that a report's figures should satisfy, within the rounding of printed digits.

Some are suggested by the text itself: 其中, a list of percentages, a rise or fall. Others are declared in
`content/checks.yml`, for figures that report on certain indicators.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any, Literal

from report_browser.editorial.files import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.figures.figure import Figure
from report_browser.figures.relations import Relations
from report_browser.findings.arithmetic import (
    Check,
    CheckHeading,
    check_direction,
    check_quotient,
    check_ratio,
    check_shares,
    check_sum,
)
from report_browser.text.span import Span

DeclaredKind = Literal["sum", "ratio", "quotient"]  # a new one needs a line here and in `schemas/checks.yml`

_RANKS = ("位", "名次", "位次")  # a better rank is a smaller number
_MENDED = "所据数字有经校改的"
_INDICATOR_KEYS: Mapping[DeclaredKind, tuple[str, ...]] = {
    "sum": ("total", "parts"),
    "ratio": ("of",),
    "quotient": ("dividend", "divisor", "result"),
}


def find_checks(
    figures: Sequence[Figure],
    indicators: Mapping[int, str],
    relations: Relations,
    declared: ContentFile,
    mended: Container[int] = (),
) -> tuple[Check, ...]:
    """The checks that the text itself suggests, then those that `content/checks.yml` declares; the same check once.

    `indicators` are those that figures report on, by the figure's position. Figures at the positions `mended` have
    numbers that editors put there: a check that fails with one of them is undecided.
    """
    found = (
        *_sums_in_text(figures, relations),
        *_shares_in_text(figures, relations),
        *_directions_in_text(figures, relations),
        *_declared_checks(declared, Reported(figures, indicators)),
    )
    return tuple(
        _without_blame(check) if any(at in mended for at in check.figures) else check for check in _once(found)
    )


def _once(found: Sequence[Check]) -> Iterator[Check]:
    """The first of those of one kind on the same figures; none undecided whose figures are among a decided sum's."""
    first = {(check.kind, frozenset(check.figures)): check for check in reversed(found)}
    decided = [frozenset(check.figures) for check in found if check.kind == "sum" and check.verdict != "undecided"]
    for check in found:
        among = any(frozenset(check.figures) < figures for figures in decided)
        if first[check.kind, frozenset(check.figures)] is check and not (check.verdict == "undecided" and among):
            yield check


def _without_blame(check: Check) -> Check:
    """A check of a mended number: it may hold, but where it fails it is undecided."""
    if check.verdict != "fails":
        return check
    return replace(check, verdict="undecided", explanation=_MENDED, expression=check.expression.replace("≠", "与"))


def _sums_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Whole and parts: 其中 with two or more parts, all in the whole's unit."""
    divided = [one for one in relations.parts if len(one.parts) > 1 and _alike(figures, (one.whole, *one.parts))]
    for number, one in enumerate(divided, 1):
        heading = CheckHeading(f"sum-{number}", f"{figures[one.whole].subject}的各部分", figures)
        yield check_sum(heading, one.whole, one.parts)


def _shares_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Percentages in one list."""
    groups = [group.members for group in relations.groups if group.kind == "shares"]
    divided = [members for members in groups if figures[members[0]].base_unit == "%" and _alike(figures, members)]
    for number, members in enumerate(divided, 1):
        parts = [figures[at] for at in members]
        scope = parts[0].scope and f"（{parts[0].scope}）"
        title = f"{'、'.join(dict.fromkeys(part.subject for part in parts))}所占比例{scope}"
        yield check_shares(CheckHeading(f"shares-{number}", title, figures), members)


def _directions_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """A number before and after a change, where the text says that it rose or fell."""
    number = 0
    for change in relations.changes:
        if change.before is None or change.after is None or not change.direction:
            continue
        one, other = figures[change.before], figures[change.after]
        if one.form != "number" or other.form != "number" or one.subject != other.subject or one.unit in _RANKS:
            continue
        number += 1
        heading = CheckHeading(f"direction-{number}", f"{figures[change.after].subject}的升降", figures)
        yield check_direction(heading, change.before, change.after, up=change.direction == "up")


def _alike(figures: Sequence[Figure], positions: Sequence[int]) -> bool:
    """Whether figures have one base unit."""
    return len({figures[at].base_unit for at in positions}) == 1


# Declared checks.


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
    """Raise `ReportError` with every key that a declared check lacks and every indicator that does not exist."""
    problems = [
        problem
        for at, values in enumerate(declared.value["checks"])
        for problem in _declaration_problems(declared, at, values, indicators)
    ]
    if problems:
        raise ReportError(problems)


def _declared_checks(declared: ContentFile, reported: Reported) -> Iterator[Check]:
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


def _declared_sums(headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported) -> Iterator[Check]:
    for whole in reported.reporting_on(values["total"]):
        parts = [reported.beside(name, whole) for name in values["parts"]]
        present = tuple(part for part in parts if part is not None)
        if len(present) == len(parts):
            yield check_sum(next(headings), whole, present, complete=True)


def _declared_ratios(
    headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported
) -> Iterator[Check]:
    for at, name in reported.indicators.items():
        if name == values["of"] and reported.figures[at].form == "ratio":
            yield check_ratio(next(headings), at)


def _declared_quotients(
    headings: Iterator[CheckHeading], values: Mapping[str, Any], reported: Reported
) -> Iterator[Check]:
    """Each total with the first amount per head that follows it in its sentence, before another total."""
    for total in reported.reporting_on(values["dividend"]):
        others = [at for at in reported.of_sentence(values["dividend"], total) if at > total]
        each = next((at for at in reported.of_sentence(values["divisor"], total) if at > total), None)
        result = _heads(reported, values["result"], total)
        if each is None or result is None or (others and others[0] < each) or not reported.figures[each].values[0]:
            continue
        yield check_quotient(next(headings), total, each, result)


def _heads(reported: Reported, indicator: str, total: int) -> int | None:
    """The figure for the number of heads: of the total's period, else the text's first; None where there is none."""
    places = reported.reporting_on(indicator)
    if not places:
        return None
    period, unit = reported.figures[total].period, reported.figures[places[0]].base_unit
    return next(iter(reported.reporting_within(period, indicator, unit)), places[0])


def _is_plain(figure: Figure) -> bool:
    return figure.form == "number" and not figure.is_growth


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
