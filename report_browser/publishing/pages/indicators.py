"""The list of indicators (指标), and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator

from report_browser.findings.report import Report
from report_browser.publishing.exports.linked_data import describe_indicator
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses
from report_browser.publishing.parts.cards import ReportedIndicator, indicators_by_theme
from report_browser.publishing.parts.charts import Charts
from report_browser.publishing.parts.quotations import quote


def indicator_pages(report: Report) -> Iterator[Page]:
    """The list, then a page for each indicator that the report has a figure on."""
    themes = indicators_by_theme(report)
    indicators = [one for _, group in themes for one in group]
    values = {"themes": themes, "entries": indicators}
    yield Page("indicators", "indicators", "指标", values, kicker=report.title, cited="指标", heads=True)
    addresses, charts = Addresses(report), Charts(report)
    for one in indicators:
        yield _indicator_page(addresses, charts, one)


def _indicator_page(addresses: Addresses, charts: Charts, reported: ReportedIndicator) -> Page:
    report, indicator, records = addresses.report, reported.indicator, reported.records
    values = {
        "indicator": indicator,
        "records": records,
        "quotations": quote(report.edition.reading, records),
        "charts": charts.of(indicator.id, indicator.name, records),
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
        linked_data=describe_indicator(addresses, indicator, records),
        record=indicator.id,
    )
