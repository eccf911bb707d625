"""The hand-written pages (关于 and others), from `content/pages/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report_browser.editorial.written_pages import WrittenPage
from report_browser.errors import Problem, ReportError
from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page

_ERRATA = "errata"  # not a page: it stands above the table of errata


def written_pages(report: Report, generated: Iterable[Page]) -> Iterator[Page]:
    """The pages in the order of their names.

    Raises `ReportError` where one has the name of a `generated` page, or of a folder of them.
    """
    taken = {page.path.partition("/")[0] or "index" for page in generated}
    for page in report.written_pages:
        if page.name == _ERRATA:
            continue
        if page.name in taken:
            raise ReportError(_name_taken(page))
        yield Page(page.name, "written", page.title, {"text": page.text}, kicker=report.title, cited=page.title)


def _name_taken(page: WrittenPage) -> Problem:
    return Problem(page.path, 0, 0, "the site has a page of this name; give the file another")
