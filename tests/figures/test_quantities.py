"""Quantities: numbers, units and qualifiers are read as printed, and numbers that are no figures are passed over."""

from __future__ import annotations

import pytest

from report_browser.figures.figure import Figure
from report_browser.figures.lexicon.load import lexicon
from report_browser.figures.quantities.decoys import find_decoys
from report_browser.figures.quantities.units import UnitKind, is_multiple, is_unit, match_unit
from report_browser.text.span import meets
from tests.figures.marked import answers, figures, unmarked

# [number as printed]{value|unit|qualifier}, what is empty at the end left out
CASES = [
    "总人口[47]{47|万人}万人。",
    "经费[138.6]{138.6|万元}万元，人均超[0.15]{0.15|元|超}元。",
    "办理[3000]{3000|名|余}余名婴儿。",
    "人口出生率保持在[9.5]{9.5||以下}以下。",
    "各项收入[1，290]{1290|万元}万元。",
    "出生率为[千分之十二点五]{12.5|‰}。",
    "三次产业结构调整为[21:50:29]{21:50:29}。",
    "服务期为[3—5]{3-5|年}年。",
    "人口自然增长率[-2.13]{-2.13|‰}‰，下降了[-6.5]{-6.5|%}%。",
    "小学辍学率[.15]{0.15|%}%。",
    "新签约[亿]{100000000|元|以上}元以上项目[24]{24|个}个。",
    "产量（吨）：猪肉[642]{642|吨}，羊肉[31]{31|吨}。",
    "结扎[1846]{1846|例}、放环[2903]{2903|例}例。",
    "补贴机具[1,436]{1436|台（套）}台（套），公用经费[300]{300|元/生·年}元/生·年。",
    "出生人口性别比由[121]{121}降到[112.4]{112.4}。",
    "人均GDP[43562]{43562|元}元，专任教师[1986]{1986|人}人。",
    "配备彩超[2]{2|台}台、B超机[3]{3|台}台。",
    "农作物播种面积[68.2]{68.2|千公顷}千公顷，蓄水[4.2]{4.2|万m3}万m3。",
    "[60]{60|岁|以上}岁以上[万]{10000|人|余}余人。",
    "产值过[亿]{100000000|元|过}元，播放量破[百]{100|万次|破}万次，最低不足[五千]{5000|元|最低 不足}元。",
    "用电[5000]{5000|千瓦时}千瓦时，变压器[500]{500|千伏安}千伏安。",
    "移动电话[231]{231|部}部，12345热线[356]{356|件}件。",
    "利润负[12]{-12|万元}万元，减负[44.1]{44.1|%}%。",
    "安置[三百]{300|户}户，举办[二十五]{25|期}期培训班。",
    "教室101和职工[25]{25|名}名，1.2.3版。",
    "具有[两]{2|年|以上}年以上工作经历，两年后上岗。",
    "2004年9月15日，县政府印发了〔2004〕15号文件。",
    "深化“三结合”，落实一票否决制，抓好三个方面的工作。",
    "xx年10月，召开第3次会议。",
]


def _said(one: Figure) -> str:
    return f"{one.value}|{one.unit}|{one.qualifier}".rstrip("|")


@pytest.mark.parametrize("case", CASES)
def test_numbers_units_and_qualifiers_are_read_as_printed(case: str) -> None:
    assert [(one.number.start, one.number.end, _said(one)) for one in figures(unmarked(case))] == answers(case)


BASES = {
    "兆瓦时": "1000 千瓦时",
    "兆瓦": "1000 千瓦",
    "万元": "10000 元",
    "‰": "0.1 %",
    "千公顷": "10000000 平方米",
    "镇": "1 镇",
}


@pytest.mark.parametrize(("unit", "base"), BASES.items(), ids=BASES.keys())
def test_a_unit_is_so_many_of_its_base(unit: str, base: str) -> None:
    found = match_unit(f"3{unit}", 1)
    assert f"{found.scale.normalize():f} {found.base}" == base


KINDS = {
    "个": UnitKind.CLASSIFIER, "镇": UnitKind.COUNTABLE_NOUN, "人": UnitKind.PEOPLE, "兆瓦时": UnitKind.ENERGY,
    "万": UnitKind.NONE, "": UnitKind.NONE,
}  # fmt: skip


@pytest.mark.parametrize(("unit", "kind"), KINDS.items(), ids=KINDS.keys())
def test_a_unit_is_of_the_kind_that_it_measures(unit: str, kind: UnitKind) -> None:
    assert match_unit(f"3{unit}", 1).kind == kind


def test_only_what_multiplies_another_unit_is_a_multiple() -> None:
    assert [one for one in ("万元", "成", "千克", "千瓦", "元") if is_multiple(one)] == ["万元", "成"]


def test_each_group_of_units_has_its_kind() -> None:
    inherent = {UnitKind.NONE, UnitKind.CLASSIFIER, UnitKind.COUNTABLE_NOUN}
    assert set(UnitKind) - inherent == {UnitKind(name) for name in lexicon("units")["groups"]}


def test_every_unit_that_counts_behind_a_chinese_numeral_is_a_unit() -> None:
    rules = lexicon("acceptance")["chinese"]
    assert [one for one in (*rules["units"], *rules["times"], *rules["blurring units"]) if not is_unit(one)] == []


def test_a_unit_in_latin_letters_makes_no_name_of_its_number() -> None:
    latin = [one for group in lexicon("units")["groups"].values() for one in group["units"] if one[0].isascii()]
    assert len(latin) > 15
    assert [one for one in latin if meets(find_decoys(f"共3{one}"), 1, 2)] == []
    assert meets(find_decoys("共3G"), 1, 2)
