"""Cards: the figures of headline indicators, by theme, as the overview shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report_browser.findings.indicators import Indicator, Theme
from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses


@dataclass(frozen=True, slots=True)
class ReportedIndicator:
    """An indicator, and the figures that report on it, in text order; at least one."""

    indicator: Indicator
    records: tuple[FigureRecord, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One figure of a headline indicator, with its words ready to print; words that do not apply are empty."""

    indicator: Indicator
    name: str  # the indicator's; the figure's subject where the indicator has several cards
    number: str
    sign: str  # % or ‰, set close to the number
    unit: str  # any other unit, with its modifiers
    before: str  # the number that it changed from
    was: str  # the number that the source prints, where it was mended
    grown: bool  # whether the figure is growth
    remark: str  # period, scope, and an inferred unit
    href: str  # of the figure in the text, from the site's root
    where: str  # the section, as printed behind the card


@dataclass(frozen=True, slots=True)
class ThemeCards:
    """The cards of one theme, at least one."""

    theme: Theme
    cards: tuple[Card, ...]


def indicators_by_theme(report: Report) -> list[tuple[Theme, list[ReportedIndicator]]]:
    """The themes and indicators that the report has figures on, in the order of `content/indicators.yml`."""
    found: dict[str, list[FigureRecord]] = {}
    for record in report.figures:
        found.setdefault(record.indicator, []).append(record)
    indicators = report.definitions.indicators.values()
    reported = [ReportedIndicator(one, tuple(found[one.id])) for one in indicators if one.id in found]
    themes = report.definitions.themes.values()
    grouped = [(theme, [one for one in reported if one.indicator.theme == theme.id]) for theme in themes]
    return [(theme, group) for theme, group in grouped if group]


def make_cards(report: Report, addresses: Addresses) -> tuple[ThemeCards, ...]:
    """The cards of all headline indicators; themes without one are left out."""
    themes = []
    for theme, indicators in indicators_by_theme(report):
        headlines = [one for one in indicators if one.indicator.headline]
        if cards := tuple(card for one in headlines for card in _cards(report, addresses, one)):
            themes.append(ThemeCards(theme, cards))
    return tuple(themes)


def _cards(report: Report, addresses: Addresses, reported: ReportedIndicator) -> Iterator[Card]:
    """A card for each figure; two figures that are one before and after share a card."""
    changes = [one.records for one in report.comparisons.values() if one.kind == "change"]
    befores = {after.id: before for before, after in changes}
    records = [record for record in reported.records if record not in befores.values()]
    for record in records:
        before = befores.get(record.id)
        name = reported.indicator.name if len(records) == 1 else record.figure.subject
        yield _card(addresses, reported.indicator, name, record, before.number if before else "")


def _card(addresses: Addresses, indicator: Indicator, name: str, record: FigureRecord, before: str) -> Card:
    figure = record.figure
    sign = figure.unit if figure.unit in ("%", "‰", "％") and figure.unit in record.unit_text else ""
    inferred = f"原文未印单位，推定为 {figure.inferred_unit}" if figure.inferred_unit and not figure.unit else ""
    return Card(
        indicator,
        name,
        record.number,
        sign,
        unit=record.unit_text.replace(sign, ""),
        before=before,
        was=record.printed if record.mended else "",
        grown=figure.is_growth,
        remark=" · ".join(filter(None, [figure.period, figure.scope, inferred])),
        href=addresses.href(record.id),
        where=addresses.short(record.place.section),
    )
