"""Number spaces: blanks inside a number or year go; numbers that stand side by side stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.text.edition import Edition, undo
from report_browser.text.number_spaces import find_number_spaces

JOINED = {
    "2 016 年，投入 1 2.7 万元。": "2016 年，投入 12.7 万元。",
    "19 98年以来，收入40.8 2 亿元。": "1998年以来，收入40.82 亿元。",
    "达到1 . 57万家，覆盖率为 8 . 3 %。": "达到1.57万家，覆盖率为 8.3 %。",
    "迁入5 000 人 12 户。": "迁入5000 人 12 户。",
    "油料（吨）:6 518,增长2.7%": "油料（吨）:6518,增长2.7%",
    "专任教师 1 9 86 人,其中女性": "专任教师 1986 人,其中女性",
    "三 百 二 十户，增长百 分 之 五": "三百二十户，增长百分之五",
    "专任教师1 9 86人。": "专任教师1986人。",
    "蓄积量1 386.2万立方米。": "蓄积量1386.2万立方米。",
    "二 〇 〇 五 年": "二〇〇五 年",
    "１ ２．７万元": "１２．７万元",
}
APART = [
    "合计 120 35 48",
    "城关镇 1250 36.5 12.8 亿元",
    "城关 60 100户",
    "2004 15 人",
    "1. 20户脱贫。",
    "图1 2018-2022年，",
    "三百 五百户",
    "分别为 12 35 和 48 人。",
    "拨打电话 0375 7212345",
]


@pytest.mark.parametrize(("text", "reading"), JOINED.items(), ids=JOINED.keys())
def test_spaces_inside_a_number_go(text: str, reading: str) -> None:
    assert Edition(text, find_number_spaces(text)).reading == reading


@pytest.mark.parametrize("text", APART)
def test_numbers_side_by_side_stay_apart(text: str) -> None:
    assert find_number_spaces(text) == ()


@given(st.text("0123456789 .．,，年人%。一二十百点\n全", max_size=60))
def test_nothing_but_single_spaces_is_taken_out_and_all_of_it_is_undone(text: str) -> None:
    edits = find_number_spaces(text)
    assert {edit.span.of(text) for edit in edits} <= {" "}
    assert undo(Edition(text, edits)) == text
