"""The ledger: figures by indicator and theme, and those of headline indicators as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from report_browser.findings.indicators import Indicator, Theme
from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator and the figures that report on it, in text order."""

    indicator: Indicator
    records: tuple[FigureRecord, ...]


def entries_by_theme(report: Report) -> list[tuple[Theme, list[Entry]]]:
    """The indicators that the report has figures on, by their themes, both in the order of the definitions."""
    found: dict[str, list[FigureRecord]] = {}
    for record in report.figures:
        found.setdefault(record.indicator, []).append(record)
    indicators = report.definitions.indicators.values()
    entries = [Entry(one, tuple(found[one.id])) for one in indicators if one.id in found]
    themes = report.definitions.themes.values()
    grouped = [(theme, [entry for entry in entries if entry.indicator.theme == theme.id]) for theme in themes]
    return [(theme, group) for theme, group in grouped if group]


def make_ledger(report: Report, addresses: Addresses) -> Iterator[dict[str, Any]]:
    """The cards of headline indicators, theme by theme."""
    for theme, entries in entries_by_theme(report):
        headlines = [entry for entry in entries if entry.indicator.headline]
        cards = [card for entry in headlines for card in _cards(report, addresses, entry)]
        if cards:
            yield {"theme": theme, "entries": cards}


def _cards(report: Report, addresses: Addresses, entry: Entry) -> Iterator[dict[str, Any]]:
    """One card a figure; of a change one card, from the one value to the other."""
    changes = [one.records for one in report.comparisons.values() if one.kind == "change"]
    befores = {after.id: before for before, after in changes}
    shown = [record for record in entry.records if record not in befores.values()]
    for record in shown:
        before = befores.get(record.id)
        yield {
            **_card(record),
            "indicator": entry.indicator,
            "name": entry.indicator.name if len(shown) == 1 else record.figure.subject,
            "before": before.number if before else "",
            "href": addresses.href(record.id),
            "where": addresses.short(record.place.section),
        }


def _card(record: FigureRecord) -> dict[str, Any]:
    figure = record.figure
    sign = figure.unit if figure.unit in ("%", "‰", "％") and figure.unit in record.unit_text else ""
    inferred = f"原文未印单位，推定为 {figure.inferred_unit}" if figure.inferred_unit else ""
    return {
        "number": record.number,
        "sign": sign,
        "unit": record.unit_text.replace(sign, ""),
        "was": record.printed if record.mended else "",
        "grown": figure.is_growth,
        "remark": " · ".join(filter(None, [figure.period, figure.scope, inferred])),
    }
