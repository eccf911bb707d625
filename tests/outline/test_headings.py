"""The outline: every character in exactly one place, headings quote themselves, numbering is followed and checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report_browser.outline.headings import parse_outline
from report_browser.outline.outline import Outline
from report_browser.text.blocks import find_block_marks
from report_browser.text.edition import Edition, lift, merge
from report_browser.text.mechanical import find_punctuation
from report_browser.text.source import read_source

SEED = Path(__file__).parents[2] / "seeds/county-report.txt"


def read(path: Path) -> str:
    text = read_source(path).text
    base = Edition(text, find_block_marks(text))
    return Edition(text, merge(base.edits, lift(find_punctuation(base.reading), base))).reading


def headings(text: str) -> list[str]:
    outline = parse_outline(text)
    return [f"{one.id} {one.title.of(text)}" for one in outline.all_sections]


CASES = {
    "chapters and sections with a delimiter, full-width": (
        "县情汇报\n一、加强领导\n（一）领导重视\n县里成立了小组。\n（二）加大投入\n投入百万。\n二、强化服务\n做了工作。",
        ["s1 加强领导", "s1-1 领导重视", "s1-2 加大投入", "s2 强化服务"],
    ),
    "half-width brackets, paragraphs parted by spaces": (
        "县情汇报 总人口47万人。 一、加强领导 (一)领导重视 县里成立了小组。 (二)加大投入 投入百万。",
        ["s0 ", "s1 加强领导", "s1-1 领导重视", "s1-2 加大投入"],
    ),
    "Arabic headings": (
        "一、加强领导\n1、领导重视\n县里成立了小组。\n2、加大投入\n投入百万。",
        ["s1 加强领导", "s1-1 领导重视", "s1-2 加大投入"],
    ),
    "no headings at all": ("总人口47万人。\n出生率9.5‰。\n经费138.6万元。", ["s1 "]),
    "run-in headings": (
        "（一）领导重视。县里成立了小组。\n（二）加大投入。投入百万元。",
        ["s1 领导重视", "s2 加大投入"],
    ),
    "parts over chapters": (
        "第一部分 工作回顾\n一、经济\n增长了。\n二、民生\n改善了。\n第二部分 工作打算\n一、目标\n定下了。",
        ["s1 工作回顾", "s1-1 经济", "s1-2 民生", "s2 工作打算", "s2-1 目标"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_sections_of_each_layout_are_found(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


def test_the_report_has_its_chapters_sections_and_items() -> None:
    text = read(SEED)
    outline = parse_outline(text)
    chapters = [one for one in outline.all_sections if one.level == "chapter"]
    assert [len(chapter.children) for chapter in chapters] == [3, 4]
    items = next(one for one in outline.all_sections if one.id == "s2-3").items
    assert [item.id for item in items] == ["s2-3-i1", "s2-3-i2", "s2-3-i3", "s2-3-i4"]
    assert items[-1].title.of(text).endswith("三结合")
    assert [(notice.printed, notice.read_as) for notice in outline.notices] == [("四、是", "四是")]
    assert outline.truncated
    assert outline.title.of(text) == "县方案生育优质效劳工作典型材料"


@pytest.mark.parametrize(
    ("text", "cut"),
    [("工作完成了。", False), ("三是加强队伍。充分发挥县站、乡所的培训功能", True), ("某县\n2004年", False)],
)
def test_an_ending_in_mid_sentence_is_told_from_a_signature(text: str, *, cut: bool) -> None:
    assert parse_outline(f"总人口47万人。\n{text}").truncated is cut


TEXTS = st.lists(
    st.sampled_from(["一、加强领导", "二、", "（一）重视", "(二)投入", "1、", "1.", "(1)", "一是", "二是抓落实", "，", "。", " ", "\n",
                     "\r\n", "人口", "四、是", "“", "第一章 总则", "\u3000", "完成了任务"]),
    max_size=40,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_every_character_is_in_exactly_one_place_in_order(text: str) -> None:
    places = parse_outline(text).places
    assert "".join(span.of(text) for _, span in places) == text
    assert all(not span.of(text).strip() for kind, span in places if kind == "gap")


@given(TEXTS)
@example("一是 二、，二是抓落实。")  # the second stands in another paragraph
def test_headings_and_items_quote_themselves_and_stand_in_their_section(text: str) -> None:
    outline = parse_outline(text)
    for section in outline.all_sections:
        assert section.heading.of(text).startswith(section.marker.of(text) + section.title.of(text))
        assert section.heading in section.span or not section.heading
        assert all(paragraph.span in section.span for paragraph in section.paragraphs)
        assert all(any(item.span in paragraph.span for paragraph in section.paragraphs) for item in section.items)
        assert all(child.span in section.span for child in section.children)


@given(TEXTS)
def test_ids_are_unique(text: str) -> None:
    outline = parse_outline(text)
    ids = list(_ids(outline))
    assert len(ids) == len(set(ids))


def _ids(outline: Outline) -> Iterator[str]:
    for section in outline.all_sections:
        yield section.id
        yield from (paragraph.id for paragraph in section.paragraphs)
        yield from (item.id for item in section.items)


@given(TEXTS)
def test_every_position_is_found_in_its_section_and_paragraph(text: str) -> None:
    outline = parse_outline(text)
    for section in outline.all_sections:
        for paragraph in section.paragraphs:
            assert outline.section_at(paragraph.span.start) is section
            assert outline.paragraph_at(paragraph.span.start) == paragraph
