"""Listing: every page of the site, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from report_browser.findings.report import Report
from report_browser.publishing.exports.tables import Table
from report_browser.publishing.pages.checks import checks_page
from report_browser.publishing.pages.downloads import downloads_page
from report_browser.publishing.pages.english import english_page
from report_browser.publishing.pages.errata import errata_page
from report_browser.publishing.pages.figures import figures_page
from report_browser.publishing.pages.glossary import glossary_page
from report_browser.publishing.pages.indicators import indicator_pages
from report_browser.publishing.pages.measures import measures_page
from report_browser.publishing.pages.overview import overview_page
from report_browser.publishing.pages.page import Page
from report_browser.publishing.pages.report_text import report_pages
from report_browser.publishing.pages.written import written_pages
from report_browser.publishing.parts.addresses import Addresses, permanent
from report_browser.publishing.parts.contents import TableOfContents
from report_browser.publishing.parts.marks import collect_marks


def make_pages(report: Report, tables: tuple[Table, ...], files: Mapping[str, bytes]) -> tuple[Page, ...]:
    """Every page of the site, in the order of the navigation.

    `files` are those for download, by their paths on the site. Raises `ReportError` where a hand-written page has the
    name of another page.
    """
    addresses, marks = Addresses(report), collect_marks(report)
    contents = TableOfContents(report, addresses)
    pages = [
        overview_page(report, contents, marks),
        *report_pages(report, contents, marks),
        figures_page(report, addresses, files),
        *indicator_pages(report),
        measures_page(report),
        checks_page(report),
        errata_page(report, addresses),
        glossary_page(report, addresses),
        downloads_page(report, tables, files),
    ]
    last = english_page(report, contents)
    pages += [*written_pages(report, [*pages, last]), last]
    return tuple(replace(page, url=_url(report, page)) for page in pages)


def _url(report: Report, page: Page) -> str:
    path = permanent(page.record) if page.record else f"{page.path}/" if page.path else ""
    return f"{report.settings['url']}{path}"
