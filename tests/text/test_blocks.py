"""Block marks are a run 1..n that cuts a text into equal blocks in mid-sentence; real headings stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.text.blocks import find_block_marks
from report_browser.text.edition import Edition, undo

PROSE = "全县上下认真贯彻落实上级会议精神，坚持以人为本，突出优质服务，深入开展综合改革，取得了明显成效。"


def numbered(text: str, size: int, newline: str = "\n") -> str:
    chunks = [text[at : at + size] for at in range(0, len(text), size)]
    return newline.join(f"{number}、{chunk}" for number, chunk in enumerate(chunks, 1))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_numbers_of_equal_blocks_at_line_starts_are_block_marks(newline: str) -> None:
    text = numbered(PROSE * 8, 71, newline)
    marks = find_block_marks(text)
    assert len(marks) == -(-len(PROSE * 8) // 71)
    assert Edition(text, marks).reading == PROSE * 8


def test_uneven_blocks_that_are_all_lines_and_break_off_in_sentences_are_block_marks() -> None:
    whole = PROSE * 6
    blocks = (whole[:90], whole[90:160], whole[160:230], whole[230:])
    text = "\n".join(f"{number}、{block}" for number, block in enumerate(blocks, 1))
    assert Edition(text, find_block_marks(text)).reading == whole


def test_uneven_blocks_beside_real_lines_are_block_marks() -> None:
    whole = PROSE * 6
    text = f"1、{whole[:90]}\n2、{whole[90:160]}\n二、服务\n{PROSE}{PROSE[:30]}\n3、{PROSE[30:]}"
    assert Edition(text, find_block_marks(text)).reading == f"{whole[:160]}\n二、服务\n{PROSE * 2}"


NOT_BLOCKS = {
    "items with a full stop each": "\n".join(f"{n}、{PROSE * n}" for n in range(1, 6)),
    "headings with prose of uneven length": f"1、加强领导\n{PROSE}\n2、加大投入\n{PROSE * 3}\n3、强化服务\n{PROSE}",
    "a numbered list in the middle": f"{PROSE * 5}\n1、一是抓宣传教育。\n2、二是抓优质服务。\n3、三是抓利益导向。\n{PROSE * 5}",
    "even sentences": "\n".join(f"{n}、{PROSE}" for n in range(1, 9)),
    "uneven lines without full stops": f"1、{PROSE[:-1]}\n2、{PROSE * 2}抓好{PROSE[:20]}\n3、{PROSE[:30]}\n4、{PROSE[:-1]}",
    "one block": f"1、{PROSE}",
    "no numbers": PROSE,
}


@pytest.mark.parametrize("text", NOT_BLOCKS.values(), ids=NOT_BLOCKS.keys())
def test_real_headings_and_lists_stay(text: str) -> None:
    assert find_block_marks(text) == ()


def test_headings_beside_block_marks_stay() -> None:
    body = f"{PROSE * 2}\n1、加强领导\n{PROSE * 2}\n2、加大投入\n{PROSE * 3}"
    text = numbered(body.replace("\n", " "), 60)
    assert len(find_block_marks(text)) > 2
    assert Edition(text, find_block_marks(text)).reading == body.replace("\n", " ")


@given(st.text("一二1、\n。人口", max_size=200))
def test_no_text_loses_anything(text: str) -> None:
    assert undo(Edition(text, find_block_marks(text))) == text
