"""Quotations: each sentence once, in parts that are the sentence again, with a link at each of its figures."""

from __future__ import annotations

from pathlib import Path

from report_browser.findings.report import Report
from report_browser.publishing.parts.quotations import quote


def test_a_sentence_is_quoted_once_and_whole_with_its_figures(report: Report) -> None:
    reading = report.edition.reading
    education = [one for one in report.figures if one.indicator == "staff-education"]
    (quotation,) = quote(reading, education)
    assert "".join(words for words, _ in quotation.parts) == education[0].figure.sentence.of(reading)
    assert [words for words, one in quotation.parts if one] == ["21%", "60%", "19%", "42%", "52%", "6%"]
    assert quotation.records == tuple(education)


def test_quotations_hold_every_figure_in_order(report: Report) -> None:
    quotations = quote(report.edition.reading, report.figures)
    assert [one for quotation in quotations for one in quotation.records] == list(report.figures)


def test_an_indicator_page_shows_the_amount_in_full_and_how_to_cite_it(site: Path) -> None:
    page = (site / "indicators/family-planning-funding/index.html").read_text("utf-8")
    assert "即 1\u202f386\u202f000 元" in page
    assert 'id="cite-family-planning-funding"' in page
    rate = (site / "indicators/birth-rate/index.html").read_text("utf-8")
    assert "定义由本站编者拟" in page
    assert "定义据国家统计局" in rate
