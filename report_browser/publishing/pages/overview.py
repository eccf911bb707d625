"""The overview (概览): the site's first page, with the headline figures, the table of contents and the honours."""

from __future__ import annotations

from report_browser.findings.report import Report
from report_browser.publishing.exports.linked_data import describe_report
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.cards import make_cards
from report_browser.publishing.parts.contents import TableOfContents
from report_browser.publishing.parts.marks import Marks
from report_browser.publishing.parts.passages import Passages


def overview_page(report: Report, contents: TableOfContents, marks: Marks) -> Page:
    """The page at the site's root; its title is the report's."""
    rows = contents.rows()
    values = {
        "title": Passages(marks).heading(report.outline.title),
        "original": contents.original(report.outline.title),
        "sections": sum(not row.heads for row in rows),
        "outline": rows,
        "honours": [record for record in report.measures if record.measure.kind == "honour"],
        "themes": make_cards(report, contents.addresses),
    }
    return Page(
        "",
        "index",
        report.title,
        values,
        kicker=report.settings["kind"],
        short_title="概览",
        linked_data=describe_report(report),
    )
