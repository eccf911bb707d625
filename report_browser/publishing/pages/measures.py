"""The policy measures (举措): listed items, documents and honours."""

from __future__ import annotations

from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page


def measures_page(report: Report) -> Page:
    """Measures by kind; kinds that the report has none of are left out."""
    groups = [
        {"kind": kind, "records": [record for record in report.measures if record.measure.kind == kind]}
        for kind in ("item", "document", "honour")
    ]
    values = {"groups": [group for group in groups if group["records"]]}
    return Page("measures", "measures", "举措", values, kicker=report.title, cited="举措")
