"""Charts: bars from zero in the proportion of their values, with text that machines and screen readers get."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET  # the charts are our own, and so safe to parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.editorial.files import read_contents
from report_browser.figures.relations import Relations, find_relations
from report_browser.findings.report import Report, read_report
from report_browser.publishing.parts.cards import indicators_by_theme
from report_browser.publishing.parts.charts import Bar, Chart, Charts
from report_browser.publishing.parts.likeness import find_alike, find_ties, kind_of_entity
from report_browser.text.source import parse_source

CONTENT = read_contents(Path(__file__).parents[2] / "content")

VALUES = st.lists(st.decimals(0, 10**9, allow_nan=False, places=2), min_size=2, max_size=12)


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(str(chart.drawing("")))


def bars(values: list[Decimal]) -> Chart:
    drawn = tuple(Bar(f"<第{n}项>&", f"{value}元", value) for n, value in enumerate(values))
    return Chart("chart-x", "某某", "元", drawn, ())


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
    assert not re.search("<style|<script| style=| on[a-z]+=", str(chart.drawing("")))


def test_a_chart_says_itself_in_words() -> None:
    root = drawn(bars([Decimal(1), Decimal(2)]))
    ids = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    assert [ids[name] for name in str(root.get("aria-labelledby")).split()] == ["某某", "<第0项>& 1元；<第1项>& 2元。"]


def charts_of(report: Report) -> dict[str, tuple[Chart, ...]]:
    """By indicator, the charts of a report."""
    charts = Charts(report)
    return {
        one.indicator.id: charts.of(one.indicator.id, "", one.records)
        for _, group in indicators_by_theme(report)
        for one in group
    }


def shown(charts: tuple[Chart, ...]) -> list[list[str]]:
    return [[bar.shown for bar in chart.bars] for chart in charts]


def read(text: str) -> Report:
    return read_report(parse_source(text.encode(), "a.txt"), CONTENT)


def test_no_chart_of_the_report_mixes_level_standard_excess_or_target(report: Report) -> None:
    drawn = [chart for charts in charts_of(report).values() for chart in charts]
    assert drawn
    for chart in drawn:
        said = {(one.figure.base_unit, one.figure.inferred_unit, one.figure.aspect, one.figure.status)
                for one in chart.records}  # fmt: skip
        assert len(said) == 1, chart.records


def test_the_report_has_charts_of_like_with_like_and_no_others(report: Report) -> None:
    assert {name: shown(charts) for name, charts in charts_of(report).items() if charts} == {
        "family-planning-funding": [["138.6万元", "156.8万元"]],
        "staff-age": [["43.2岁", "35.4岁"]],
        "staff-education": [["21%", "60%", "19%", "42%", "52%", "6%"]],
        "relief-funds": [["242万元", "95.5万元", "146.5万元"]],
    }


ALIKE = {
    "the same property": ("粮食产量12万吨。\n粮食产量13万吨。", [["12万吨", "13万吨"]]),
    "before and after": ("合作医疗参合率由80%提高到95%。", [["80%", "95%"]]),
    "a result and an aim": ("粮食产量12万吨。力争粮食产量达到15万吨。", []),
    "an amount and its growth": ("粮食产量12万吨，增长640吨。", []),
    "two rates of growth": ("粮食产量增长6%。\n粮食产量增长7%。", []),
    "units that differ": ("化学需氧量排放12吨。\n化学需氧量排放下降3%。", []),
}


@pytest.mark.parametrize(("text", "expected"), ALIKE.values(), ids=ALIKE.keys())
def test_only_what_is_alike_is_drawn(text: str, expected: list[list[str]]) -> None:
    assert [bars for charts in charts_of(read(text)).values() for bars in shown(charts)] == expected


KINDS = {
    "全县村级专干": "县村级专干",
    "我县村级专干": "县村级专干",
    "全省": "省",
    "全县": "县",
    "观音堂乡计生干部": "观音堂乡计生干部",
    "": "",
}


@pytest.mark.parametrize(("entity", "kind"), KINDS.items())
def test_all_and_ours_make_no_other_kind_of_entity(entity: str, kind: str) -> None:
    assert kind_of_entity(entity) == kind


def test_a_figure_without_a_value_is_neither_drawn_nor_compared() -> None:
    report = read("粮食产量12万吨，增长6%。\n粮食产量13万吨。")
    unread = replace(report.figures[0], figure=replace(report.figures[0].figure, values=()))
    assert find_alike(find_ties(report), [unread, *report.figures[1:]]) == []
    text = report.edition.reading
    figures = [replace(one.figure, values=()) for one in report.figures]
    assert find_relations(text, figures) == Relations((), (), ())


def test_a_word_for_the_status_stands_before_every_value() -> None:
    chart = bars([Decimal(1), Decimal(2)])
    root = ET.fromstring(str(chart.drawing("目标")))
    assert [one.text for one in root.iter() if one.get("class") == "value"] == ["目标1元", "目标2元"]
    assert chart.text("目标") == "<第0项>& 目标1元；<第1项>& 目标2元。"


def test_before_and_after_are_told_apart(report: Report) -> None:
    labels = [bar.label for bar in charts_of(report)["staff-age"][0].bars]
    assert [label.split(" · ")[0] for label in labels] == ["降低前", "降低后"]


def test_parts_are_told_from_their_whole(report: Report) -> None:
    labels = [bar.label for bar in charts_of(report)["relief-funds"][0].bars]
    assert [label.startswith("其中") for label in labels] == [False, True, True]


def test_bars_whose_years_were_blanked_are_told_apart_by_their_order(report: Report) -> None:
    labels = [bar.label for bar in charts_of(report)["family-planning-funding"][0].bars]
    assert labels == ["全县 · xx年 · 计生事业费（文中第 1 处）", "全县 · xx年 · 计生事业费（文中第 2 处）"]


def test_a_period_that_is_carried_says_so(report: Report) -> None:
    labels = [bar.label for bar in charts_of(report)["relief-funds"][0].bars]
    assert labels[0].startswith("全县 · 98年以来 ")
    assert labels[1].startswith("其中 · 98年以来（承前）")
