"""Layout: footers and the ends of wrapped lines go, so that what they cut is whole again; real lines stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.text.edition import Edition, undo
from report_browser.text.layout import find_footers, find_line_breaks
from report_browser.text.mechanical import find_breaks

PROSE = "全县上下认真贯彻落实上级会议精神，坚持以人为本，突出优质服务，投入资金138.6万元，深入开展综合改革。"


def wrapped(text: str, width: int, newline: str = "\n") -> str:
    return newline.join(text[at : at + width] for at in range(0, len(text), width))


FOOTERS = {
    "投入18.\n— 4 —\n6万元。": "投入18.6万元。",
    "水费收缴率近八\n第3页共4页下载后可任意编辑\n成。": "水费收缴率近八成。",
    "工作有序。\n- 12 -\n二、加大投入": "工作有序。\n二、加大投入",
    "甲型流感患者\r\n第1页共2页\r\n全部治愈。": "甲型流感患者全部治愈。",
    "全文完。\n第6页": "全文完。",
    "二、加大投入\n— 4 —\n全县投入12万元。": "二、加大投入\n全县投入12万元。",
    "全县投入\n- 4 -\n第4页共6页\n12万元。": "全县投入12万元。",
    "投入12万元。 \n— 4 —\n下一段。": "投入12万元。 \n下一段。",
    "全书共\n12页，另有3页目录。": "全书共\n12页，另有3页目录。",
    "比分是\n3-2\n胜出。": "比分是\n3-2\n胜出。",
}


@pytest.mark.parametrize(("text", "reading"), FOOTERS.items(), ids=FOOTERS.keys())
def test_a_footer_goes_with_its_line_and_a_cut_sentence_is_whole_again(text: str, reading: str) -> None:
    assert Edition(text, find_footers(text)).reading == reading


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_wrapped_at_one_width_are_joined_and_paragraphs_stay_apart(newline: str) -> None:
    paragraphs = ["　　" + PROSE * 2, "　　" + PROSE * 3]
    text = newline.join(wrapped(paragraph, 36, newline) for paragraph in paragraphs)
    assert Edition(text, find_line_breaks(text)).reading == newline.join(paragraphs)


LINES = {
    "one paragraph a line": "\n".join([PROSE, PROSE * 2, PROSE * 3, PROSE]),
    "a list of short lines": "加强领导\n加大投入\n强化服务\n严格考核\n总结经验",
    "rows of a table": "\n".join(f"{year}年全县投入教育资金100万元，占总支出10.5" for year in range(2001, 2012)),
    "items": "\n".join(f"{n}、全县上下齐心协力抓好计划生育各项工作落实到位" for n in range(1, 8)),
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES.keys())
def test_lines_that_are_meant_stay(text: str) -> None:
    assert find_line_breaks(text) == ()


def test_block_marks_footers_and_wrapped_lines_go_together() -> None:
    whole = PROSE.replace("全县", "我县") * 6
    pages = [whole[at : at + 140] for at in range(0, len(whole), 140)]
    text = "\n".join(f"{number}、{wrapped(page, 36)}\n— {number} —" for number, page in enumerate(pages, 1))
    assert Edition(text, find_breaks(text)).reading == whole


@given(st.text("一1、\n\r —第页共。人口 ", max_size=200))
def test_nothing_goes_but_line_ends_numbers_and_their_marks(text: str) -> None:
    edition = Edition(text, find_breaks(text))
    assert all(not re.sub(r"[\s0-9第页共、—]|\Z", "", edit.span.of(text)) for edit in edition.edits)
    assert undo(edition) == text
