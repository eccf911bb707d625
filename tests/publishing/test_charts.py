"""Charts: bars from zero in the proportion of their values, with text that machines and screen readers get."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET  # the charts are our own, and so safe to parse

from hypothesis import given
from hypothesis import strategies as st

from report_browser.editorial.files import read_contents
from report_browser.findings.report import Report, read_report
from report_browser.publishing.parts.charts import Bar, Chart, make_charts
from report_browser.text.source import parse_source

CONTENT = read_contents(Path(__file__).parents[2] / "content")

VALUES = st.lists(st.decimals(0, 10**9, allow_nan=False, places=2), min_size=2, max_size=12)


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(str(chart.drawing))


def bars(values: list[Decimal]) -> Chart:
    return Chart(
        "chart-x", "某某", "元", tuple(Bar(f"<第{n}项>&", f"{value}元", value) for n, value in enumerate(values))
    )


@given(VALUES)
def test_bars_are_as_long_as_their_values_from_zero(values: list[Decimal]) -> None:
    widths = [float(one.get("width", "")) for one in drawn(bars(values)).iter("{http://www.w3.org/2000/svg}rect")]
    longest = float(max(values)) or 1.0
    assert len(widths) == len(values)
    assert all(abs(width - float(value) / longest * 290) < 0.1 for width, value in zip(widths, values, strict=True))


def test_labels_are_text_and_hostile_ones_stay_so() -> None:
    chart = bars([Decimal(1), Decimal(2)])
    words = ["".join(one.itertext()) for one in drawn(chart).iter("{http://www.w3.org/2000/svg}text")]
    assert words[:2] == ["<第0项>&", "1元"]
    assert not re.search("<style|<script| style=| on[a-z]+=", str(chart.drawing))


def test_a_chart_says_itself_in_words() -> None:
    root = drawn(bars([Decimal(1), Decimal(2)]))
    ids = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    assert [ids[name] for name in str(root.get("aria-labelledby")).split()] == ["某某", "<第0项>& 1元；<第1项>& 2元。"]


def test_figures_of_one_unit_are_compared_and_a_single_one_is_not(report: Report) -> None:
    charts = {name: make_charts(name, "", [one for one in report.figures if one.indicator == name])
              for name in ("relief-funds", "staff-education", "staff-age", "population")}  # fmt: skip
    assert [[bar.shown for bar in chart.bars] for chart in charts["relief-funds"]] == [
        ["242万元", "95.5万元", "146.5万元"]
    ]
    assert len(charts["staff-education"][0].bars) == 6
    assert [bar.shown for bar in charts["staff-age"][0].bars] == ["43.2岁", "35.4岁"]
    assert charts["population"] == ()


def test_units_that_count_alike_share_an_axis(report: Report) -> None:
    handed_out = [one for one in report.figures if one.indicator == "publicity-materials"]
    alike = report.definitions.indicators["publicity-materials"].alike
    assert make_charts("x", "", handed_out) == ()
    assert [bar.shown for bar in make_charts("x", "", handed_out, alike)[0].bars] == ["35000份", "15000件", "40000个"]


def test_before_and_after_are_told_apart(report: Report) -> None:
    ages = [one for one in report.figures if one.indicator == "staff-age"]
    labels = [bar.label for bar in make_charts("x", "", ages)[0].bars]
    assert [label.split(" · ")[0] for label in labels] == ["降低前", "降低后"]


def test_parts_are_told_from_their_whole(report: Report) -> None:
    funds = [one for one in report.figures if one.indicator == "relief-funds"]
    labels = [bar.label for bar in make_charts("x", "", funds, parts=report.parts)[0].bars]
    assert [label.startswith("其中") for label in labels] == [False, True, True]


def test_bars_whose_years_were_blanked_are_told_apart_by_their_order(report: Report) -> None:
    funding = [one for one in report.figures if one.indicator == "family-planning-funding"]
    labels = [bar.label for bar in make_charts("x", "", funding)[0].bars]
    assert labels == ["xx年 · 计生事业费（文中第 1 处）", "xx年 · 计生事业费（文中第 2 处）"]


def test_growth_is_not_drawn_beside_what_grew() -> None:
    text = "城镇居民人均可支配收入7860元，增长640元。农民人均纯收入2005元，增长182元。"
    read = read_report(parse_source(text.encode(), "a.txt"), CONTENT)
    charts = make_charts("x", "", read.figures)
    assert [[bar.shown for bar in chart.bars] for chart in charts] == [["7860元", "2005元"]]
