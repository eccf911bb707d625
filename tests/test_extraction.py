"""Extraction on the report and on the gold standard: every figure at its exact place, nothing that is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_browser.figures import Figure, extract_figures
from report_browser.mechanical import mechanical_edition
from report_browser.outline import parse_outline
from report_browser.report import Report
from report_browser.source import read_source
from tests.score import extract, names, read_labels, score

SEED = Path(__file__).parent.parent / "seeds/county-report.txt"


def figures(text: str) -> list[Figure]:
    return list(extract_figures(text, parse_outline(text)))


# number as printed, value, unit, qualifier
CASES = {
    "总人口47万人。": [("47", "47", "万人", "")],
    "经费138.6万元，人均超0.15元。": [("138.6", "138.6", "万元", ""), ("0.15", "0.15", "元", "超")],
    "办理3000余名婴儿。": [("3000", "3000", "名", "余")],
    "人口出生率保持在9.5以下。": [("9.5", "9.5", "", "以下")],
    "各项收入1，290万元。": [("1，290", "1290", "万元", "")],
    "出生率为千分之十二点五。": [("千分之十二点五", "12.5", "‰", "")],
    "三次产业结构调整为21:50:29。": [("21:50:29", "21:50:29", "", "")],
    "服务期为3—5年。": [("3—5", "3-5", "年", "")],
    "2004年9月15日，县政府印发了〔2004〕15号文件。": [],
    "深化“三结合”，落实一票否决制，抓好三个方面的工作。": [],
    "xx年10月，召开第3次会议。": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_numbers_units_and_qualifiers_are_read_as_printed(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [(one.number.of(text), one.value, one.unit, one.qualifier) for one in figures(text)]
    assert found == expected


def test_the_report_has_its_45_figures_43_with_a_unit_and_no_page_mark() -> None:
    source = read_source(SEED)
    edition = mechanical_edition(source)
    found = extract_figures(edition.reading, parse_outline(edition.reading))
    assert len(found) == 45
    assert sum(bool(one.unit) for one in found) == 43
    marks = [edit.span for edit in edition.edits if edit.kind == "page-break"]
    assert len(marks) == 15
    places = [edition.to_source(one.number) for one in found]
    assert not [one for one in places for mark in marks if one.start < mark.end and mark.start < one.end]


def test_a_rate_across_a_page_mark_is_found_with_its_lost_sign(report: Report) -> None:
    record = next(one for one in report.figures if one.indicator == "natural-growth-rate")
    figure = record.figure
    assert (record.number, figure.qualifier, figure.unit, figure.inferred_unit) == ("4", "以下", "", "‰")
    assert figure.inferred_reason


def test_mended_numbers_keep_what_is_printed(report: Report) -> None:
    mended = {(one.number, one.printed, one.figure.unit) for one in report.figures if one.mended}
    assert mended == {("10", "2023", "元"), ("100", "20230", "%")}


FLOORS = {"county-report": {"+unit": 0.99, "+qualifier": 0.98, "+subject": 0.90}}
OTHERS = {"number": 0.85, "+unit": 0.85}


@pytest.mark.parametrize("name", names())
def test_the_gold_standard_is_met(name: str) -> None:
    reached = score(read_labels(name), extract(name))
    for field, floor in FLOORS.get(name, OTHERS).items():
        assert reached[field].f1 >= floor, field


@settings(max_examples=40, deadline=None)
@given(st.text("一二三十百万亿千分之0123456789.,，。年月个名元%‰比率由到至占其中分别为增长 \n“”", max_size=80))
def test_any_text_is_read_and_every_figure_quotes_its_number(text: str) -> None:
    last = 0
    for one in figures(text):
        assert one.number.of(text).strip()
        assert one.number in one.phrase
        assert one.number.start >= last, "figures do not overlap"
        last = one.number.end


def test_a_hundred_copies_have_a_hundred_times_the_figures() -> None:
    text = "总人口47万人，出生率9.5‰。投入经费138.6万元，比上年增长3.2%。\n"
    assert len(figures(text * 100)) == 100 * len(figures(text)) == 400


@pytest.mark.parametrize("what", ["figures", "outline"])
def test_the_stages_are_programs_of_their_own(what: str) -> None:
    command = [sys.executable, "-m", f"report_browser.{what}"]
    rows = json.loads(subprocess.run([*command, str(SEED), "--format", "json"], capture_output=True, check=True).stdout)
    text = read_source(SEED).text
    assert all(text[row["start"] :].startswith(row.get("number") or row["marker"]) for row in rows if row.get("number"))
    assert len(rows) >= 10
    missing = subprocess.run([*command, "/nowhere.txt"], capture_output=True, text=True, check=False)
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1
