"""Statements: a number that is no reported level or share says what it is, on the overview and wherever it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from report_browser.editorial.files import read_contents
from report_browser.findings.indicators import is_own_number
from report_browser.findings.report import Report, read_report
from report_browser.publishing.parts.addresses import Addresses
from report_browser.publishing.parts.cards import make_cards
from report_browser.publishing.parts.statements import dated, inferred, lead
from report_browser.text.source import parse_source

ROOT = Path(__file__).parents[2]
CONTENT = read_contents(ROOT / "content")
WORDS = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True).get_template("words.j2").module.leads  # type: ignore[attr-defined]


def read(text: str) -> Report:
    return read_report(parse_source(text.encode(), "a.txt"), CONTENT)


def said(report: Report) -> list[str]:
    """Each figure as a line shows it, without modifiers."""
    return [
        " ".join(
            filter(
                None, ["".join(WORDS.get(piece, piece) for piece in lead(report, one)), one.number + one.figure.unit]
            )
        )
        for one in report.figures
    ]


LINES = {
    "a level": ("粮食产量12万吨。", ["12万吨"]),
    "a share": ("森林覆盖率达到36%。", ["36%"]),
    "growth": ("固定资产投资增长26%。", ["增长 26%"]),
    "a fall": ("万元生产总值能耗下降4%。", ["下降 4%"]),
    "a level and its growth": ("地区生产总值42.53亿元，比上年增长12.6%。", ["42.53亿元", "增长 12.6%"]),
    "an aim": ("力争2007年地区生产总值达到50亿元。", ["目标 50亿元"]),
    "growth that is aimed at": ("力争地区生产总值增长8%。", ["目标增长 8%"]),
    "growth that is expected": ("预计财政收入增长8%。", ["预计增长 8%"]),
    "a difference from words": ("城镇登记失业率3.41%，低于控制目标1.09个百分点。", ["3.41%", "低于控制目标 1.09个百分点"]),
    "a multiple of what words say": ("全社会固定资产投资21.3亿元，是前五年的2.3倍。", ["21.3亿元", "是前五年的 2.3倍"]),
    "a standard, and what is above it": ("投入计生事业费138.6万元，按人均2.8元计算，人均超0.15元。", ["138.6万元", "标准 2.8元", "超标准 0.15元"]),
    "a demand": ("要求必须是35岁左右的已婚女性。", ["要求 35岁"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES.keys())
def test_a_number_says_its_aspect_and_status(text: str, expected: list[str]) -> None:
    assert said(read(text)) == expected


def test_only_a_reported_level_or_share_stands_without_a_word(report: Report) -> None:
    for record in report.figures:
        assert bool(lead(report, record)) != is_own_number(record.figure)


def test_a_carried_period_and_an_inferred_unit_say_so(report: Report) -> None:
    by_number = {(one.number, one.figure.unit): one.figure for one in report.figures}
    assert dated(by_number["9.5", ""]) == "近五年来（承前）"
    assert dated(by_number["242", "万元"]) == "98年以来"
    assert dated(by_number["47", "万人"]) == ""
    assert inferred(by_number["9.5", ""]) == "原文未印单位，推定为 ‰"
    assert inferred(by_number["10", "元"]) == "单位推定为 元/月"


# The overview.


def cards(report: Report) -> dict[str, list[str]]:
    """By indicator, the number of each card with what is said before it."""
    every = [card for theme in make_cards(report, Addresses(report)) for card in theme.cards]
    return {
        one.indicator.id: [
            "".join(lead(report, card.record)) + card.record.number for card in every if card.indicator == one.indicator
        ]
        for one in every
    }


def test_growth_alone_is_shown_as_growth() -> None:
    assert cards(read("固定资产投资增长26%。")) == {"fixed-asset-investment": ["增长26"]}


def test_an_indicators_own_numbers_come_first(report: Report) -> None:
    assert cards(report)["family-planning-funding-per-head"] == ["5.24", "required2.8", "超required0.15", "target8.1"]


def test_figures_of_two_entities_are_told_apart() -> None:
    text = "村级计生专干中女性占23%。乡级计生干部中女性占50%。"
    remarks = [card.remark for theme in make_cards(read(text), Addresses(read(text))) for card in theme.cards]
    assert len(set(remarks)) == len(remarks)


def test_the_overview_shows_what_a_change_ended_in_and_whence_it_is_known(site: Path) -> None:
    line = next(line for line in plain(site / "index.html") if "人员女性比例" in line)
    assert re.sub(r"\s+", "", line).startswith("23%→100%人员女性比例（据“全部”推定）")


SHOWN = ["标准 2.8 元", "超标准 0.15 元", "目标 8.1 元", "标准 10 元"]


@pytest.mark.parametrize("words", SHOWN)
def test_the_overview_says_standard_excess_and_aim(site: Path, words: str) -> None:
    assert any(re.sub(r"\s", "", line).startswith(words.replace(" ", "")) for line in plain(site / "index.html"))


ROWS = ["标准 2.8", "超标准 0.15", "目标 8.1", "要求 35", "标准 10"]


@pytest.mark.parametrize("words", ROWS)
def test_the_table_says_them_as_well(site: Path, words: str) -> None:
    rows = re.findall(r'<td class="amount".*?</td>', (site / "data/index.html").read_text("utf-8"), re.DOTALL)
    assert any(re.sub("<.*?>", "", row).startswith(words) for row in rows)


def plain(page: Path) -> list[str]:
    """The list items of a page, without tags."""
    items = re.findall(r"<li.*?</li>", page.read_text("utf-8"), re.DOTALL)
    return [re.sub("<.*?>", "", item) for item in items]
