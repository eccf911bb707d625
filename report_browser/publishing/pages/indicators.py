"""The list of indicators (指标), and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator

from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.cards import ReportedIndicator, indicators_by_theme
from report_browser.publishing.parts.charts import make_charts
from report_browser.publishing.parts.quotations import quote


def indicator_pages(report: Report) -> Iterator[Page]:
    """The list, then a page for each indicator that the report has a figure on."""
    themes = indicators_by_theme(report)
    indicators = [one for _, group in themes for one in group]
    values = {"themes": themes, "entries": indicators}
    yield Page("indicators", "indicators", "指标", values, kicker=report.title, cited="指标", heads=True)
    for one in indicators:
        yield _indicator_page(report, one)


def _indicator_page(report: Report, reported: ReportedIndicator) -> Page:
    indicator, records = reported.indicator, reported.records
    values = {
        "indicator": indicator,
        "records": records,
        "quotations": quote(report.edition.reading, records),
        "charts": make_charts(indicator.id, indicator.name, records, indicator.alike, report.parts),
        "checks": report.checks_on(records),
    }
    return Page(
        f"indicators/{indicator.id}",
        "indicator",
        indicator.name,
        values,
        kicker=report.definitions.themes[indicator.theme].name,
        cited=f"指标“{indicator.name}”",
        in_navigation=False,
        record=indicator.id,
    )
