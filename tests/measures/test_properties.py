"""Properties of measures on any text, bad input among it, and the work that it takes."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_browser.measures.find import find_measures
from report_browser.outline.headings import parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import Source
from tests.measures.found import find

PIECES = [
    "一是", "二是", "1、", "（二）", "——", "，", "。", "；", "：", "、", "\n", " ", "《", "》", "“", "”", "（", "）", "县政府", "我们", "2023年",
    "新建", "发放", "印发", "关于", "的决定", "办法", "被评为", "先进单位", "对农户", "按照", "确保", "其中", "每人", "300万元", "12名", "的", "成立",
    "领导小组", "加强", "管理", "存在问题", "要", "不得", "达到", "率", "x", "\u3000", "①",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
BAD = {
    "empty": "",
    "no verb": "青山绿水，白云蓝天。" * 50,
    "item mark at the end": "新建敬老院2所。二是",
    "only an item mark": "一是",
    "unclosed book title": "印发了《关于做好救助工作的通知，新建敬老院2所。" * 3,
    "unclosed quotation mark": "建立“依法管理、村民自治的工作机制，新建敬老院2所。",
    "closing marks only": "》”）。",
    "item without end": "一是新建",
}


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_measure_is_in_the_text_and_begins_and_ends_with_words(text: str) -> None:
    for one in find(text):
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert one.span.end <= len(text)
        assert one.title


@given(st.text(max_size=120))
@settings(max_examples=60, deadline=None)
def test_no_text_is_too_odd(text: str) -> None:
    find(mechanical_edition(Source("text.txt", text.encode("utf-8", "replace"), text, "utf-8")).reading)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_measures_stand_in_order_and_each_place_once(text: str) -> None:
    spans = [(one.span, one.kind) for one in find(text)]
    assert spans == sorted(spans)
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_input_is_read_to_its_end(text: str) -> None:
    outline = parse_outline(text)
    assert all(one.span.end <= outline.length for one in find(text))


def test_nothing_is_found_where_there_is_no_verb() -> None:
    assert find(BAD["no verb"]) == ()


def calls(text: str, count: int) -> int:
    """How many Python functions run while the measures of a text are found, some times over."""
    find(text)  # what is loaded once
    counted = 0

    def count_call(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count_call)
    try:
        find(text * count)
    finally:
        sys.setprofile(None)
    return counted


LONG: dict[str, Callable[[], str]] = {
    "acts": lambda: "县政府新建敬老院2所，发放救灾款30万元，成立领导小组。",
    "items": lambda: "一是新建敬老院2所。二是成立领导小组。",
    "documents": lambda: "县里出台了关于加强河道管理的决定、河长考核办法等文件。",
    "a sentence without end": lambda: "新建敬老院2所，确保安全，按照要求，",
    "words without a mark": lambda: "新建敬老院印发制定",
    "open marks": lambda: "印发了《关于",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_work_grows_with_the_text_and_not_faster(text: Callable[[], str]) -> None:
    few, many = calls(text(), 30), calls(text(), 300)
    assert many < few * 14


def test_ten_thousand_items_are_read() -> None:
    text = "".join(f"{number}、新建水池。\n" for number in range(1, 10_001))
    assert len(find_measures(text, parse_outline(text), ())) > 9_800  # the first lines may be headings


def test_a_sentence_of_a_hundred_thousand_characters_is_read() -> None:
    for text, found in (("新建敬老院2所，" * 12_500, True), ("山" * 100_000, False), ("印发了《关于" * 17_000, False)):
        assert bool(find_measures(text, parse_outline(text), ())) == found
