"""The downloads (下载): the data files, and the meaning of every column."""

from __future__ import annotations

from collections.abc import Mapping

from report_browser.findings.report import Report
from report_browser.publishing.exports.tables import Table
from report_browser.publishing.pages.page import Page

_FOLDER = "downloads/"


def downloads_page(report: Report, tables: tuple[Table, ...], files: Mapping[str, bytes]) -> Page:
    """The files in `downloads/`; those of single indicators are offered on the pages of the indicators."""
    listed = [
        {"path": path, "name": path.removeprefix(_FOLDER), "size": len(content)}
        for path, content in files.items()
        if path.startswith(_FOLDER)
    ]
    values = {"files": listed, "tables": [table for table in tables if table.rows]}
    return Page("downloads", "downloads", "下载", values, kicker=report.title, cited="下载", heads=True)
