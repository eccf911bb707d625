"""Pages: every page of the site, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from report_browser.errors import Problem, ReportError
from report_browser.findings.report import Report
from report_browser.publishing.exports.linked_data import describe_report
from report_browser.publishing.exports.tables import Table
from report_browser.publishing.pages.page import Page
from report_browser.publishing.pages.record_pages import RecordPages
from report_browser.publishing.pages.text_pages import TextPages
from report_browser.publishing.parts.addresses import Addresses
from report_browser.publishing.parts.cards import make_ledger
from report_browser.publishing.parts.contents import Survey
from report_browser.publishing.parts.passages import Marks, Passages, collect_marks


def make_pages(report: Report, tables: tuple[Table, ...], data: Mapping[str, bytes]) -> tuple[Page, ...]:
    """Every page of the site, with its address; `data` are the files that it offers for download."""
    addresses, marks = Addresses(report), collect_marks(report)
    site = SitePages(report, addresses, marks, Survey(report, addresses), tables, data)
    text = TextPages(report, addresses, marks, site.survey)
    records = RecordPages(report, addresses, data)
    pages = [
        site.overview(),
        *map(text.section, addresses.pages),
        text.whole(),
        records.data(),
        *records.indicators(),
        records.measures(),
        records.checks(),
        records.errata(),
        records.glossary(),
        site.downloads(),
        site.english(),
    ]
    pages[-1:-1] = site.written({page.path.partition("/")[0] or "index" for page in pages})
    return tuple(replace(page, url=_url(report, page)) for page in pages)


def _url(report: Report, page: Page) -> str:
    return f"{report.settings['url']}{page.path}{'/' if page.path else ''}"


@dataclass(frozen=True)
class SitePages:
    """Makes the pages that present the site as a whole."""

    report: Report
    addresses: Addresses
    marks: Marks
    survey: Survey
    tables: tuple[Table, ...]
    files: Mapping[str, bytes]  # for download, by their names on the site

    def overview(self) -> Page:
        report, marks = self.report, Passages(self.marks)
        values = {
            "title": marks.inline(report.outline.title),
            "original": self.survey.original(report.outline.title),
            "sections": len(self.addresses.pages) - sum(bool(page.children) for page in self.addresses.pages),
            "outline": self.survey.contents(),
            "honours": [record for record in report.measures if record.measure.kind == "honour"],
            "ledger": list(make_ledger(report, self.addresses)),
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

    def downloads(self) -> Page:
        files = [
            {"path": path, "name": path.removeprefix("downloads/"), "size": len(content)}
            for path, content in self.files.items()
            if path.startswith("downloads/")
        ]
        values = {"files": files, "tables": [table for table in self.tables if table.rows]}
        return Page("downloads", "downloads", "下载", values, self.report.title, "下载", heads=True)

    def written(self, made: Container[str]) -> Iterator[Page]:
        """Pages that people wrote; the one on errata stands at the head of the table of errata.

        Raises `ReportError` where one has the name of a page that is `made`, which it would replace.
        """
        for page in self.report.written_pages:
            if page.name in made and page.name != "errata":
                raise ReportError(Problem(page.path, 0, 0, "the site has a page of this name; give the file another"))
            if page.name != "errata":
                yield Page(page.name, "written", page.title, {"text": page.text}, self.report.title, page.title)

    def english(self) -> Page:
        """One page of orientation for readers of English."""
        english = self.report.english
        values = {
            "outline": self.survey.contents(),
            "ledger": list(make_ledger(self.report, self.addresses)),
        }
        title = english.title or self.report.title
        return Page("en", "en", title, values, "For orientation", "English overview", short_title="English")
