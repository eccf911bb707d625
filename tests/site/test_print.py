"""Printed from the browser: A4 sheets with title, section, address and page number, every character, no blank sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page

from report_browser.findings.report import Report


def print_page(page: Page, url: str, path: Path) -> list[str]:
    """The text of each printed sheet."""
    page.goto(url)
    page.pdf(path=path, prefer_css_page_size=True, print_background=False)
    with pdfium.PdfDocument(path) as document:
        return [sheet.get_textpage().get_text_range() for sheet in document]


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "name",
    ["s0", "s1", "s1-1", "s1-2", "s1-3", "s2", "s2-1", "s2-2", "s2-3", "s2-4", "all", "data", "measures", "errata"],
)
def test_sheets_are_numbered_titled_and_never_blank(
    page: Page, address: str, report: Report, tmp_path: Path, name: str
) -> None:
    sheets = print_page(page, f"{address}{name}/", tmp_path / "print.pdf")
    for number, sheet in enumerate(sheets, 1):
        text = letters(sheet)
        assert f"第{number}页共{len(sheets)}页" in text
        assert letters(report.title) in text
        assert f"{report.settings['url']}{name}/" in text
        margins = len(f"{report.title}{report.settings['url']}{name}") + 20
        assert len(text) > margins + 40, "a blank sheet"
        assert "复制链接" not in text
        assert "搜索" not in text.replace("全文搜索", "")


def body(sheets: list[str], margins: list[str]) -> str:
    """The sheets' text one behind the other, without what stands in their margins."""
    text = "".join(re.sub(r"第\d+页共\d+页", "", letters(sheet)) for sheet in sheets)
    return re.sub("|".join(map(re.escape, margins)), "", text)


@pytest.mark.parametrize("name", ["s1-2", "s2-2", "s2-4"])
def test_a_printed_section_holds_its_every_character_in_order(
    page: Page, address: str, report: Report, tmp_path: Path, name: str
) -> None:
    """Between the characters print puts only the numbers of notes and pages, in small figures."""
    sheets = print_page(page, f"{address}{name}/", tmp_path / "print.pdf")
    heading = letters(report.sections[name].heading.of(report.edition.reading))
    printed = body(sheets, [letters(report.title), heading, f"{report.settings['url']}{name}/"])
    for paragraph in report.sections[name].paragraphs:
        words = letters(paragraph.span.of(report.edition.reading))
        assert re.search(r"[0-9〔〕|‸]*".join(map(re.escape, words)), printed)


def test_a_printed_table_repeats_its_head_and_cuts_no_row(page: Page, address: str, tmp_path: Path) -> None:
    sheets = print_page(page, f"{address}data/", tmp_path / "print.pdf")
    assert len(sheets) > 1
    assert all("所指" in sheet and "单位" in sheet for sheet in sheets)
    page.emulate_media(media="print")
    assert page.locator("#figures tbody tr").first.evaluate("row => getComputedStyle(row).breakInside") == "avoid"
