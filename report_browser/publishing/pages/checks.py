"""The checks (对账): the arithmetic that the report's figures should satisfy, and whether they do."""

from __future__ import annotations

from collections import Counter

from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page


def checks_page(report: Report) -> Page:
    """Every check with its figures, and how many there are of each verdict."""
    rows = [{"check": check, "records": [report.figures[at] for at in check.figures]} for check in report.checks]
    values = {"rows": rows, "verdicts": Counter(check.verdict for check in report.checks)}
    return Page("checks", "checks", "对账", values, kicker=report.title, cited="对账")
