"""The summary of a build tells what was printed and could not be read."""

from __future__ import annotations

from report_browser.cli import summary
from report_browser.editorial.files import read_contents
from report_browser.findings.report import read_report
from report_browser.text.source import parse_source
from tests.conftest import ROOT


def test_a_number_that_no_rule_reads_is_told() -> None:
    text = "全县完成投资1.2.3亿元，培训三百百人。总人口47万人。"
    report = read_report(parse_source(text.encode(), "a.txt"), read_contents(ROOT / "content"))
    notices = [line for line in summary(report, 0, 0.0, None).split("\n") if "no number" in line]
    assert [line.split("'")[1] for line in notices] == ["1.2.3亿元", "三百百人"]
