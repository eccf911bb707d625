"""Checks: arithmetic between figures, computed from the text; a changed number changes the verdict."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report_browser.editorial.files import read_contents
from report_browser.errors import ReportError
from report_browser.figures.figure import extract_figures
from report_browser.figures.relations import find_relations
from report_browser.findings.arithmetic import Check
from report_browser.findings.checks import find_checks
from report_browser.findings.report import Report, read_report
from report_browser.outline.headings import parse_outline
from report_browser.text.source import parse_source

CONTENT = read_contents(Path(__file__).parents[2] / "content")


def checks(text: str) -> list[Check]:
    return list(read_report(parse_source(text.encode(), "report.txt"), CONTENT).checks)


CASES = {
    "parts that add up": ("全年投入帮扶资金242万元。其中政府投入95.5万元，社会筹资146.5万元。", ["sum holds"]),
    "parts that exceed their whole": ("全年投入帮扶资金240万元。其中政府投入95.5万元，社会筹资146.5万元。", ["sum fails"]),
    "parts that are less, and need not be all": (
        "全年投入帮扶资金245万元。其中政府投入95.5万元，社会筹资146.5万元。", ["sum undecided"]),
    "parts of people, who may be counted twice": (
        "全县有教师300人，其中女教师210人，高级教师180人。", ["sum undecided"]),
    "parts within the rounding of their digits": (
        "全年投入帮扶资金2.4亿元。其中政府投入0.96亿元，社会筹资1.47亿元。", ["sum holds"]),
    "parts in brackets, which end with them": (
        "上级补助收入420万元（其中返还性收入120万元、专项收入200万元），债券收入900万元。", ["sum undecided"]),
    "parts of a part, which are not the whole's": (
        "总支出100万元。其中教育50万元（其中小学30万元），卫生50万元。", ["sum holds", "within holds"]),
    "a rank, which rises as its number falls": ("综合评价由第8位提升到3位，名次由5位提升到3位。", []),
    "parts that are divided once more behind their sum": (
        "播种面积38.6万亩。其中夏粮9.84万亩、秋粮28.76万亩，水稻8.1万亩，玉米15.3万亩。", ["sum holds"]),
    "parts with a bound": (
        "全年投入帮扶资金245万元。其中政府投入95.5万元，社会筹资146多万元。", ["sum undecided"]),
    "shares of one list": ("小学文化程度的占21%，初中文化程度的占60%，高中文化程度的占19%。", ["shares holds"]),
    "shares within their rounding": ("第一产业占33%，第二产业占33%，第三产业占33%。", ["shares holds"]),
    "shares that exceed it": ("小学文化程度的占31%，初中文化程度的占60%，高中文化程度的占19%。", ["shares fails"]),
    "shares of several divisions": ("党员占45%，女性占38%，大专以上学历占60%。", ["shares undecided"]),
    "shares in numbers of people": ("男生占210人，女生占190人。", []),
    "a fall that is one": ("平均年龄由原来的43.2岁降低到35.4岁。", ["direction holds"]),
    "a fall that is a rise": ("平均年龄由原来的33.2岁降低到35.4岁。", ["direction fails"]),
    "a fall to the same": ("平均年龄由原来的35.4岁降低到35.4岁。", ["direction undecided"]),
    "a fall below a bound": ("辍学率由原来的3.1%下降到2%以下。", ["direction holds"]),
    "a total and its amount per head": (
        "总人口50万人。县财政投入计生事业费140万元，人均2.8元。", ["quotient holds"]),
    "that do not fit the population": (
        "总人口30万人。县财政投入计生事业费140万元，人均2.8元。", ["quotient fails"]),
    "a bound leaves it open": ("总人口45万人以上。县财政投入计生事业费140万元，人均2.8元。", ["quotient undecided"]),
    "and may still tell": ("总人口60万人以上。县财政投入计生事业费140万元，人均2.8元。", ["quotient fails"]),
    "rates of births, deaths and growth": (
        "人口出生率为12.3‰，死亡率为6.1‰，自然增长率为6.2‰。", ["sum holds", "at_most holds"]),
    "that do not fit": ("人口出生率为12.3‰，死亡率为6.1‰，自然增长率为5.2‰。", ["sum fails", "at_most holds"]),
    "what the text says and content declares, once": (
        "全年地区生产总值439.19亿元，其中第一产业增加值100.23亿元，第二产业增加值170.37亿元，第三产业增加值168.59亿元。",
        ["sum holds"]),
    "a ratio of shares": ("三次产业结构为28:41:31。", ["shares holds"]),
    "a ratio that exceeds 100": ("三次产业结构为28:45:31。", ["shares fails"]),
    "a standard per head and what was spent above it make the amount per head": (
        "总人口47万人。县财政投入计生事业费138.6万元，按人均2.8元计算，人均超0.15元。", ["quotient holds"]),
    "they may still not fit": (
        "总人口30万人。县财政投入计生事业费138.6万元，按人均2.8元计算，人均超0.15元。", ["quotient fails"]),
    "a standard alone says nothing of what was spent": (
        "总人口30万人。县财政投入计生事业费138.6万元，按人均2.8元的标准安排。", []),
    "a promise is not held against the population": (
        "总人口47万人。县财政投入计生事业费156.8万元，保证年底前按照人均8.1元的标准足额到位。", []),
    "parts of a plan are no parts of a result": (
        "全年完成投资200万元，其中计划投资教育150万元、卫生100万元。", []),
    "investments by industry are no parts of the product before them": (
        "全市生产总值312.4亿元，固定资产投资增长9%，其中第一产业投资40亿元，第二产业投资180.2亿元，第三产业投资105亿元。",
        ["sum undecided"]),
    "parts stand with the whole that they fit, not with the nearest": (
        "全年地区生产总值312.4亿元，一般公共预算收入220亿元。其中第一产业增加值62.4亿元，第二产业增加值150亿元，第三产业增加值100亿元。",
        ["sum holds"]),
    "this year's industries are not held against next year's goal": (
        "2023年，全县地区生产总值312.4亿元。第一产业增加值62.4亿元，第二产业增加值150亿元，第三产业增加值100亿元。2024年主要目标是：地区生产总值达到340亿元。",
        ["sum holds"]),
    "industries of one year are not held against the product of another": (
        "2023年，第一产业增加值62.4亿元，第二产业增加值150亿元，第三产业增加值100亿元。2022年，地区生产总值290亿元。", []),
    "余 leaves less than the next round number": (
        "全年投入帮扶资金245万元。其中政府投入95.5万元，社会筹资149余万元。", ["sum holds"]),
    "a product that its industries do not make": (
        "全县地区生产总值100亿元，其中第一产业增加值20亿元，第二产业增加值30亿元，第三产业增加值40亿元。", ["sum fails"]),
    "another year's total does not stand in for this year's": (
        "2003年，全县地区生产总值100亿元，第一产业增加值20亿元，第二产业增加值30亿元，第三产业增加值40亿元。\n2002年，全县地区生产总值90亿元。",
        ["sum fails"]),
    "nor does what stands far from the parts": (
        "种植烤烟110亩。全年退耕100亩，其中甲村60亩，乙村50亩。", ["sum fails"]),
    "a structure that is aimed at": ("力争三次产业结构调整为28:41:20。", []),
    "a range per head decides nothing": (
        "总人口47万人。县财政投入计生事业费138.6万元，按人均2.8—3.5元计算，人均超0.15元。", []),
    "natural growth is at most the rate of births": (
        "人口出生率为12.3‰，人口自然增长率为6.2‰。", ["at_most holds"]),
    "a natural growth above it": ("人口出生率为5.3‰，人口自然增长率为6.2‰。", ["at_most fails"]),
    "which bounds leave open": ("人口出生率保持在9.5‰以下，人口自然增长率保持在4‰以下。", ["at_most undecided"]),
    "one part of a whole": ("计生干部中大中专毕业生占75%，其中技术专业人员占50%。", ["within holds"]),
    "nothing to check": ("总人口50万人。各项工作顺利开展。", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_each_kind_of_arithmetic_gets_its_verdict(text: str, expected: list[str]) -> None:
    assert [f"{one.kind} {one.verdict}" for one in checks(text)] == expected


def test_checks_are_found_by_the_figures_that_take_part(report: Report) -> None:
    population = [one for one in report.figures if one.indicator == "population"]
    assert [one.kind for one in report.checks_on(population)] == ["quotient", "quotient", "within"]
    assert report.checks_on(report.figures) == report.checks


def test_a_mended_number_is_not_held_against_the_text() -> None:
    text = "全年投入帮扶资金240万元。其中政府投入95.5万元，社会筹资146.5万元。"
    figures = extract_figures(text, parse_outline(text))
    relations, declared = find_relations(text, figures), CONTENT["checks"]
    printed, mended = (find_checks(figures, {}, relations, declared, at) for at in ((), {2}))
    assert [one.verdict for one in (*printed, *mended)] == ["fails", "undecided"]
    assert mended[0].explanation


WITHIN = {
    "计生干部中大中专毕业生占75%，其中技术专业人员占50%。": "技术专业人员 50% 在大中专毕业生 75% 之内",
    "总支出100万元。其中教育50万元（其中小学30万元），卫生50万元。": "小学 30万元 在教育 50万元 之内",
}


@pytest.mark.parametrize(("text", "title"), WITHIN.items())
def test_a_part_is_named_with_its_whole(text: str, title: str) -> None:
    assert [one.title for one in checks(text) if one.kind == "within"] == [title]


def test_what_cannot_be_decided_says_why() -> None:
    less, bound, unlike = (
        checks(CASES[name][0])[0]
        for name in (
            "parts that are less, and need not be all",
            "a bound leaves it open",
            "investments by industry are no parts of the product before them",
        )
    )
    assert less.explanation == "所列合计242万元，所列未必是全部"
    assert bound.explanation == "所印“以上”使数没有确界"
    assert unlike.explanation.endswith("各项与总数名目不同")


def test_what_does_not_fit_says_what_the_text_leaves_open(report: Report) -> None:
    (failing,) = [one for one in report.checks if one.verdict == "fails"]
    assert failing.expression == "156.8万元 ÷ 5.24元 ≈ 29.92万人；总人口47万人"
    assert failing.explanation == "“xx年”的年份已隐去，“总人口”未注时间"


def test_the_relation_shown_is_the_one_that_is_so() -> None:
    expressions = {
        "平均年龄由原来的33.2岁降低到35.4岁。": "33.2岁 < 35.4岁",
        "平均年龄由原来的35.4岁降低到35.4岁。": "35.4岁 与 35.4岁",
        "三次产业结构为28:45:31。": "28 + 45 + 31 ≠ 100",
    }
    assert {text: checks(text)[0].expression for text in expressions} == expressions


def test_a_very_long_amount_is_divided_without_an_error() -> None:
    text = "全县总人口5人。县财政投入计生事业费9999999999999999亿元，人均0.00000001元。"
    assert [one.kind for one in checks(text)] == ["quotient"]


def test_a_count_that_is_far_from_both_units_is_no_evidence() -> None:
    text = "总人口47万人，人口出生率为10.5。全年办理婴儿入户登记60人。"
    assert not read_report(parse_source(text.encode(), "a.txt"), CONTENT).evidence


def test_a_verdict_on_an_inferred_unit_says_so() -> None:
    (found,) = checks("人口出生率为12.3，人口自然增长率为6.2。")
    assert found.verdict == "holds"
    assert found.explanation == "“‰”是推定的单位"


@given(st.lists(st.decimals("0.1", 10**6, allow_nan=False, places=1), min_size=2, max_size=6))
@example([Decimal(one) for one in ("0.1", "0.1", "0.1", "0.1", "5.7", "6.0")])  # 5.7 + 0.4 is the sum less six
def test_parts_hold_with_their_sum_and_fail_with_less(parts: list[Decimal]) -> None:
    """With less, unless the first parts make just that: what follows them may divide it once more."""
    listed = "，".join(f"{which}县财政投入{part}万元" for which, part in zip("甲乙丙丁戊己", parts, strict=False))
    less = sum(parts, Decimal()) - len(parts)  # more than their rounding
    assert verdicts(f"全年投入资金{sum(parts)}万元，其中{listed}。") == ["holds"]
    if less > max(parts) and less not in accumulate(parts):
        assert verdicts(f"全年投入资金{less}万元，其中{listed}。") == ["fails"]


def verdicts(text: str) -> list[str]:
    """Of the checks that a text suggests by itself."""
    figures = extract_figures(text, parse_outline(text))
    return [one.verdict for one in find_checks(figures, {}, find_relations(text, figures), CONTENT["checks"])]


def test_the_report_has_checks_of_both_kinds(report: Report) -> None:
    found = {one.expression: one.verdict for one in report.checks}
    assert found["95.5万元 + 146.5万元 = 242万元"] == "holds"
    assert found["21% + 60% + 19% = 100%"] == "holds"
    assert found["42% + 52% + 6% = 100%"] == "holds"
    assert found["138.6万元 ÷ (2.8元 + 0.15元) ≈ 46.98万人；总人口47万人"] == "holds"
    assert sorted(found.values()).count("fails") == 1
    assert {str(one.found) for one in report.checks if one.verdict == "fails"} == {"29.92"}


def test_a_count_beside_an_inferred_unit_is_evidence_and_no_check(report: Report) -> None:
    (words,) = report.evidence.values()
    assert words.startswith("总人口47万人按‰计约合4465，按%计约合44650；文中另记")
    assert "3000余名" in words
    assert not any("3000" in one.expression for one in report.checks)


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
