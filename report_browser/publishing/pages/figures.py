"""The table of all figures (数据)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_browser.findings.indicators import Indicator, Theme
from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report
from report_browser.publishing.exports.linked_data import describe_data
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure, with the indicator that it reports on and its theme; None where it reports on none."""

    record: FigureRecord
    where: str
    indicator: Indicator | None
    theme: Theme | None


def figures_page(report: Report, addresses: Addresses, files: Mapping[str, bytes]) -> Page:
    """The page `data/`; `files` are those for download."""
    rows = [_row(report, addresses, record) for record in report.figures]
    sections = dict.fromkeys(record.place.section for record in report.figures)
    values = {
        "rows": rows,
        "themes": list(dict.fromkeys(row.theme for row in rows if row.theme)),
        "sections": [{"id": section.id, "name": addresses.name(section)} for section in sections],
    }
    linked = describe_data(report, files)
    return Page("data", "data", "数据", values, kicker=report.title, cited="数据表", linked_data=linked)


def _row(report: Report, addresses: Addresses, record: FigureRecord) -> FigureRow:
    indicator = report.definitions.indicators.get(record.indicator)
    theme = report.definitions.themes[indicator.theme] if indicator else None
    return FigureRow(record, addresses.short(record.place.section), indicator, theme)
