"""Checks: arithmetic between figures, computed from the text; a changed number changes the verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_browser.checks import Check
from report_browser.content import read_contents
from report_browser.errors import ReportError
from report_browser.report import Report, read_report
from report_browser.source import parse_source

CONTENT = read_contents(Path(__file__).parent.parent / "content")


def checks(text: str) -> list[Check]:
    return list(read_report(parse_source(text.encode(), "report.txt"), CONTENT).checks)


CASES = {
    "parts that add up": ("全年投入帮扶资金242万元。其中政府投入95.5万元，社会筹资146.5万元。", ["sum holds"]),
    "parts that do not": ("全年投入帮扶资金245万元。其中政府投入95.5万元，社会筹资146.5万元。", ["sum fails"]),
    "parts within the rounding of their digits": (
        "全年投入帮扶资金2.4亿元。其中政府投入0.96亿元，社会筹资1.47亿元。", ["sum holds"]),
    "shares of one list": ("小学文化程度的占21%，初中文化程度的占60%，高中文化程度的占19%。", ["shares holds"]),
    "shares that exceed it": ("小学文化程度的占31%，初中文化程度的占60%，高中文化程度的占19%。", ["shares fails"]),
    "a fall that is one": ("平均年龄由原来的43.2岁降低到35.4岁。", ["direction holds"]),
    "a fall that is a rise": ("平均年龄由原来的33.2岁降低到35.4岁。", ["direction fails"]),
    "a total and its amount per head": (
        "总人口50万人。县财政投入计生事业费140万元，人均2.8元。", ["quotient holds"]),
    "that do not fit the population": (
        "总人口30万人。县财政投入计生事业费140万元，人均2.8元。", ["quotient fails"]),
    "a bound leaves it open": ("总人口50万人以上。县财政投入计生事业费140万元，人均2.8元。", ["quotient undecided"]),
    "nothing to check": ("总人口50万人。各项工作顺利开展。", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_each_kind_of_arithmetic_gets_its_verdict(text: str, expected: list[str]) -> None:
    assert [f"{one.kind} {one.verdict}" for one in checks(text)] == expected


def test_the_report_has_checks_of_both_kinds(report: Report) -> None:
    found = {one.expression: one.verdict for one in report.checks}
    assert found["95.5万元 + 146.5万元 = 242万元"] == "holds"
    assert found["21% + 60% + 19% = 100%"] == "holds"
    assert found["42% + 52% + 6% = 100%"] == "holds"
    assert sorted(found.values()).count("fails") == 2
    assert {str(one.found) for one in report.checks if one.verdict == "fails"} == {"29.92", "49.50"}


def test_a_changed_number_changes_the_verdict(report: Report) -> None:
    changed = report.source.text.replace("95.5万元", "99.5万元")
    verdicts = [
        one.verdict for one in read_report(parse_source(changed.encode(), "a.txt"), CONTENT).checks if one.kind == "sum"
    ]
    assert verdicts == ["fails"]


def test_a_declared_check_of_an_unknown_indicator_is_told_with_its_line(tmp_path: Path) -> None:
    for path in CONTENT.folder.glob("*.yml"):
        text = path.read_text("utf-8")
        (tmp_path / path.name).write_text(text.replace("result: population", "result: populace"), "utf-8")
    with pytest.raises(ReportError, match=r"checks\.yml:\d+:\d+: no indicator 'populace'"):
        read_report(parse_source("总人口47万人。".encode(), "a.txt"), read_contents(tmp_path))
