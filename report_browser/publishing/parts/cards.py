"""Cards: the figures of headline indicators, by theme, as the overview shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report_browser.figures.ends import InferredEnd
from report_browser.figures.figure import Figure
from report_browser.findings.indicators import Indicator, Theme, is_own_number
from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses
from report_browser.publishing.parts.statements import basis, dated, inferred, owner


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
    record: FigureRecord
    sign: str  # % or ‰, set close to the number
    unit: str  # any other unit, with its modifiers
    before: str  # the number that it changed from
    end: InferredEnd | None  # what it changed to, where the text says so in a word
    was: str  # the number that the source prints, where it was mended
    remark: str  # period, scope, whose it is, what growth is counted from, and an inferred unit
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
    """A card for each figure, the indicator's own numbers first; two figures that are one before and after share one."""
    changes = [one.records for one in report.comparisons.values() if one.kind == "change"]
    befores = {after.id: before for before, after in changes}
    records = [record for record in reported.records if record not in befores.values()]
    entities = {record.figure.measured_entity for record in records}
    for record in sorted(records, key=lambda one: not is_own_number(one.figure)):
        subject = record.figure.subject.removesuffix(record.figure.change)
        sign, before = _sign(record), befores.get(record.id)
        yield Card(
            reported.indicator,
            name=subject if subject and len(records) > 1 else reported.indicator.name,
            record=record,
            sign=sign,
            unit=record.unit_text.replace(sign, ""),
            before=before.number if before else "",
            end=report.inferred_ends.get(record.id),
            was=record.printed if record.mended else "",
            remark=_remark(record.figure, told_apart=len(entities) > 1),
            href=addresses.href(record.id),
            where=addresses.short(record.place.section),
        )


def _sign(record: FigureRecord) -> str:
    unit = record.figure.unit
    return unit if unit in ("%", "‰", "％") and unit in record.unit_text else ""


def _remark(figure: Figure, *, told_apart: bool) -> str:
    """What else a card says of its figure; whose it is where figures of several entities have to be told apart."""
    whose = owner(figure) if told_apart else ""
    return " · ".join(filter(None, [dated(figure), figure.scope, whose, basis(figure), inferred(figure)]))
