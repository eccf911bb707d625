"""The English overview: the headline figures and the table of contents, for readers who do not read Chinese."""

from __future__ import annotations

from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.cards import make_cards
from report_browser.publishing.parts.contents import TableOfContents


def english_page(report: Report, contents: TableOfContents) -> Page:
    """The page `en/`; without an English title in `content/english.yml` it has the Chinese one."""
    values = {"outline": contents.rows(), "themes": make_cards(report, contents.addresses)}
    title = report.english.title or report.title
    return Page("en", "en", title, values, kicker="For orientation", cited="English overview", short_title="English")
