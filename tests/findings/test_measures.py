"""Measures: enumerated items, documents issued and honours received, with issuer and date as printed."""

from __future__ import annotations

import pytest

from report_browser.findings.measures import find_measures
from report_browser.findings.report import Report
from report_browser.outline.headings import parse_outline

DOCUMENTS = {
    "先后出台了关于加强工作的决定、县考核方案等文件。": [("关于加强工作的决定", "", ""), ("县考核方案", "", "")],
    "2004年，县政府印发了《关于做好救助工作的通知》。": [("关于做好救助工作的通知", "县政府", "2004年")],
    "县委、县政府出台了“三到位、四落实”考核办法、奖惩规定（试行），成效明显。": [
        ("三到位、四落实”考核办法", "县委、县政府", ""), ("奖惩规定（试行）", "县委、县政府", "")],
    "制定了相应的规章制度，制定了切实的计划。": [],
    "落实《农村五保供养工作条例》。": [("农村五保供养工作条例", "", "")],
}  # fmt: skip
HONOURS = {
    "2003年9月，县被国家计生委授予“全国先进单位”；": [("全国先进单位", "国家计生委", "2003年9月")],
    "去年又被市政府评为先进集体。": [("先进集体", "市政府", "去年")],
    "荣获“全省教育强县”称号。": [("全省教育强县", "", "")],
    "工程被迫停工。": [],
}


def found(text: str, kind: str) -> list[tuple[str, str, str]]:
    measures = find_measures(text, parse_outline(text))
    return [(one.title.of(text), one.issuer, one.date) for one in measures if one.kind == kind]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS.items(), ids=DOCUMENTS.keys())
def test_documents_are_found_with_their_issuer_and_date(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, "document") == expected


@pytest.mark.parametrize(("text", "expected"), HONOURS.items(), ids=HONOURS.keys())
def test_honours_are_found_with_their_issuer_and_date(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, "honour") == expected


def test_the_report_has_its_documents_honours_and_items(report: Report) -> None:
    text = report.edition.reading
    kinds = {
        kind: [one for one in report.measures if one.measure.kind == kind] for kind in ("item", "document", "honour")
    }
    assert {kind: len(records) for kind, records in kinds.items()} == {"item": 13, "document": 12, "honour": 4}
    assert [one.measure.issuer for one in kinds["honour"]] == [
        "国家计生委",
        "中共中央宣传部、国家计生委",
        "省计生委",
        "国家计生委",
    ]
    assert kinds["document"][0].measure.title.of(text) == "关于进一步抓紧抓好人口与计划生育工作的决定"
    assert all(one.measure.title in one.measure.span for one in report.measures)
