"""Extraction on the report and on the gold standard: every figure at its exact place, nothing that is none."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial, reduce
from itertools import count
from operator import add
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.score import extract, names, read_labels, score
from benchmarks.speed import ENDLESS, count_figures, endless
from report_browser.figures.figure import Figure, extract_figures
from report_browser.findings.report import Report
from report_browser.outline.headings import parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import read_source

SEED = Path(__file__).parents[2] / "seeds/county-report.txt"


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
    "人口自然增长率-2.13‰，下降了-6.5%。": [("-2.13", "-2.13", "‰", ""), ("-6.5", "-6.5", "%", "")],
    "小学辍学率.15%。": [(".15", "0.15", "%", "")],
    "新签约亿元以上项目24个。": [("亿", "100000000", "元", "以上"), ("24", "24", "个", "")],
    "产量（吨）：猪肉642，羊肉31。": [("642", "642", "吨", ""), ("31", "31", "吨", "")],
    "结扎1846、放环2903例。": [("1846", "1846", "例", ""), ("2903", "2903", "例", "")],
    "补贴机具1,436台（套），公用经费300元/生·年。": [("1,436", "1436", "台（套）", ""), ("300", "300", "元/生·年", "")],
    "出生人口性别比由121降到112.4。": [("121", "121", "", ""), ("112.4", "112.4", "", "")],
    "人均GDP43562元，专任教师1986人。": [("43562", "43562", "元", ""), ("1986", "1986", "人", "")],
    "配备彩超2台、B超机3台。": [("2", "2", "台", ""), ("3", "3", "台", "")],
    "农作物播种面积68.2千公顷，蓄水4.2万m3。": [("68.2", "68.2", "千公顷", ""), ("4.2", "4.2", "万m3", "")],
    "60岁以上万余人。": [("60", "60", "岁", "以上"), ("万", "10000", "人", "余")],
    "产值过亿元，播放量破百万次，最低不足五千元。": [
        ("亿", "100000000", "元", "过"), ("百", "100", "万次", "破"), ("五千", "5000", "元", "最低 不足")],
    "用电5000千瓦时，变压器500千伏安。": [("5000", "5000", "千瓦时", ""), ("500", "500", "千伏安", "")],
    "移动电话231部，12345热线356件。": [("231", "231", "部", ""), ("356", "356", "件", "")],
    "利润负12万元，减负44.1%。": [("12", "-12", "万元", ""), ("44.1", "44.1", "%", "")],
    "安置三百户，举办二十五期培训班。": [("三百", "300", "户", ""), ("二十五", "25", "期", "")],
    "教室101和职工25名，1.2.3版。": [("25", "25", "名", "")],
    "具有两年以上工作经历，两年后上岗。": [("两", "2", "年", "以上")],
    "2004年9月15日，县政府印发了〔2004〕15号文件。": [],
    "深化“三结合”，落实一票否决制，抓好三个方面的工作。": [],
    "xx年10月，召开第3次会议。": [],
}  # fmt: skip


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


# text: the subject of each of its figures
SUBJECTS = {
    "召开脱贫攻坚推进会23次，偿还到期本息96万元。": ["脱贫攻坚推进会", "到期本息"],
    "畜牧业产值占农业总产值的四成，入社农户2.6万户，占农户总数的21.4%。": ["畜牧业产值", "入社农户", "入社农户"],
    "生产总值186亿元，是2016年的2.4倍，比全市平均高1.2个百分点。": ["生产总值"] * 3,
    "城乡居民人均可支配收入分别增长6%和7.5%。": ["城镇居民人均可支配收入增长", "农村居民人均可支配收入增长"],
    "小学、初中公用经费分别为300元和500元。": ["小学公用经费", "初中公用经费"],
    "30岁以下142人，31至35岁263人。": ["年龄", "30岁以下", "年龄", "31至35岁"],
    "年产值超10亿元的3家，取得执业资格的不到三分之一。": ["年产值", "年产值超10亿元的", "取得执业资格的"],
    "辖5镇112村，9,864户41,237人。": ["镇", "村", "户数", "人数"],
    "全镇5,312户，12,500人。": ["户数", "人数"],
    "生猪存栏31万头（其中能繁母猪2.8万头），比上年增长4%。": ["生猪存栏", "能繁母猪", "生猪存栏增长"],
    "65岁以上老年人健康体检4万人次。": ["老年人", "老年人健康体检"],
    "社会消费品零售总额xx亿元，增长9.1%。": ["社会消费品零售总额增长"],
    "全县42户企业中有37户完成改制。": ["企业", "企业"],
}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS.items(), ids=SUBJECTS.keys())
def test_a_subject_is_the_shortest_phrase_that_is_understood_by_itself(text: str, expected: list[str]) -> None:
    assert [one.subject for one in figures(text)] == expected


# text: the period of each of its figures
PERIODS = {
    "10月1日至8日，接待游客86万人次。": ["10月1日至8日"],
    "2001年换届以来，提拔干部213名。": ["2001年换届以来"],
    "今年12家企业投产，2014年15家。": ["今年", "2014年"],
    "比上年同期79,031万元增收5,186万元。": ["上年同期", ""],
    "据市统计局核算，2021年总产值12亿元。其中工业8亿元。": ["2021年", "2021年"],
    "我院始建于1952年，占地12亩。": [""],
    "6月底有12家（1—7日为10家），其余2家停业。": ["6月底", "1—7日", "6月底"],
    "2013年、2014年支出分别为2.86亿元、3.31亿元。": ["2013年", "2014年"],
    "入住率由去年同期的67%升至81.4%。": ["去年同期", ""],
    "5月12日地震后，拨付资金560万元。全县采购预算906万元。": ["5月12日", ""],
    "１２月底，总人口4７万人。": ["１２月底"],
    "水利工作扎实推进。上半年进展如下：\n（1）投资2860万元；\n（2）投资1127万元。": ["上半年", "上半年"],
    "水利工作扎实推进。上半年进展顺利。\n（1）投资2860万元；\n（2）投资1127万元。": ["", ""],
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.items(), ids=PERIODS.keys())
def test_a_period_is_carried_as_a_reader_carries_it(text: str, expected: list[str]) -> None:
    assert [one.period for one in figures(text)] == expected


FLOORS = {"county-report": {"+unit": 0.99, "+qualifier": 0.98, "+period": 0.98, "+subject": 0.95}}
OTHERS = {"number": 0.95, "+unit": 0.95, "+subject": 0.75}
TOTAL = {"number": 0.99, "+unit": 0.99, "+qualifier": 0.99, "+period": 0.96, "+subject": 0.91}


@pytest.mark.parametrize("name", names())
def test_the_gold_standard_is_met(name: str) -> None:
    reached = score(read_labels(name), extract(name))
    for field, floor in FLOORS.get(name, OTHERS).items():
        assert reached[field].f1 >= floor, field


def test_the_gold_standard_is_met_as_a_whole() -> None:
    scores = [score(read_labels(name), extract(name)) for name in names()]
    for field, floor in TOTAL.items():
        assert reduce(add, (one[field] for one in scores)).f1 >= floor, field


@pytest.mark.parametrize("part", ENDLESS, ids=repr)
def test_no_text_takes_longer_than_its_length(part: str) -> None:
    """Counted in lines of Python that run, so the same on any machine; `make bench` times what patterns do inside."""
    figures("总人口47万人。")  # the dictionary is read once
    short, long = (lines_run(partial(count_figures, endless(part, size))) for size in (1_000, 4_000))
    assert long < 1.1 * 4 * short


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python a call runs, a line as often as it is run."""
    lines, before = count(), sys.gettrace()

    def trace(_frame: FrameType, _event: str, _arg: object) -> Any:
        next(lines)
        return trace

    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return next(lines)


@settings(max_examples=40, deadline=None)
@given(st.text("一二三十百万亿千分之0123456789.,，。年月个名元%‰比率由到至占其中分别为增长 \n“”", max_size=80))
def test_any_text_is_read_and_every_figure_quotes_its_number(text: str) -> None:
    last = 0
    for one in figures(text):
        assert one.number.of(text).strip()
        assert one.number in one.phrase
        assert one.number.start >= last, "figures do not overlap"
        last = one.number.end


def _said(one: Figure, text: str) -> tuple[str, ...]:
    return one.number.of(text), one.value, one.unit, one.qualifier, one.period, one.subject


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from([*CASES, *SUBJECTS]), min_size=1, max_size=4).map(lambda texts: "\n".join([*texts, ""]))
)
def test_a_hundred_copies_have_a_hundred_times_the_figures(text: str) -> None:
    once = [_said(one, text) for one in figures(text)]
    assert [_said(one, text * 100) for one in figures(text * 100)] == once * 100


def test_a_hundred_copies_of_the_report_have_a_hundred_times_its_figures() -> None:
    text = mechanical_edition(read_source(SEED)).reading.strip() + "\n"
    assert len(figures(text * 100)) == 100 * len(figures(text)) == 4500


@pytest.mark.parametrize("what", ["figures", "outline"])
def test_the_stages_are_programs_of_their_own(what: str) -> None:
    command = [sys.executable, "-m", f"report_browser.{what}"]
    rows = json.loads(subprocess.run([*command, str(SEED), "--format", "json"], capture_output=True, check=True).stdout)
    text = read_source(SEED).text
    starts = [(row.get("number") or row.get("marker") or row.get("title") or "")[:1].replace("（", "(") for row in rows]
    assert all(text[row["start"] :].startswith(start) for row, start in zip(rows, starts, strict=True))
    assert sum(map(bool, starts)) >= 10
    assert len(rows) >= 10
    missing = subprocess.run([*command, "/nowhere.txt"], capture_output=True, text=True, check=False)
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1
