"""Evidence: what tells for an inferred unit. A rate of births of 47万人 in ‰ is near the births registered, in % far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from report_browser.editorial.files import ContentFile
from report_browser.figures.figure import Figure
from report_browser.findings.declared import Reported

_SCALES = {"‰": Decimal(1000), "%": Decimal(100)}
_NEAR = 2  # times: what is further apart tells nothing
_OTHER = {"‰": "%", "%": "‰"}


def find_evidence(declared: ContentFile, reported: Reported) -> Mapping[int, str]:
    """By the position of a figure whose unit is inferred, a Chinese sentence on what tells for that unit.

    `content/checks.yml` declares which rate is of which population, and which count it can be held beside. A figure
    whose unit is printed, or whose count is not near what the inferred unit makes, has none. It is no check: times may differ.
    """
    found = (pair for values in declared.value.get("evidence", ()) for pair in _of_rate(values, reported))
    return dict(found)


def _of_rate(values: Mapping[str, Any], reported: Reported) -> Iterator[tuple[int, str]]:
    figures = reported.figures
    populations, counts = (reported.reporting_on(values[key]) for key in ("of", "beside"))
    for at in reported.reporting_on(values["rate"]):
        rate = figures[at]
        if not rate.unit and rate.inferred_unit in _SCALES and populations and counts:
            words = _sentence(rate, figures[populations[0]], figures[counts[0]])
            yield from [(at, words)] if words else []


def _sentence(rate: Figure, population: Figure, count: Figure) -> str:
    unit, other = rate.inferred_unit, _OTHER[rate.inferred_unit]
    number = count.base_values[0]
    events, otherwise = (rate.values[0] * population.base_values[0] / _SCALES[one] for one in (unit, other))
    if min(number, events) <= 0 or _apart(events, number) > _NEAR:
        return ""
    return (
        f"{population.subject}{_printed(population)}按{unit}计约合{events:.0f}，按{other}计约合{otherwise:.0f}；"
        f"文中另记{count.subject}{_printed(count)}，与前者相近。两数时间未必相同，只作旁证，不作对账。"
    )


def _apart(one: Decimal, other: Decimal) -> Decimal:
    """How many times the larger of two numbers above zero is the smaller."""
    return max(one, other) / min(one, other)


def _printed(figure: Figure) -> str:
    return (
        f"{figure.value}{figure.qualifier}{figure.unit}" if figure.qualifier == "余" else f"{figure.value}{figure.unit}"
    )
