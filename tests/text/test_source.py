"""A source is read without loss, or refused with the place where it stops being text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.errors import ReportError
from report_browser.text.source import parse_source, position, read_source

TEXT = "一、全县人口与计划生育工作情况\r\n总人口47万人，出生率9.5‰。"
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with BOM": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little-endian": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big-endian": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "gb18030": TEXT.encode("gb18030"),
    "no final newline": TEXT.rstrip("\n").encode(),
}


@pytest.mark.parametrize("raw", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_each_known_encoding_is_recognised_and_written_back_byte_for_byte(raw: bytes) -> None:
    source = parse_source(raw, "report.txt")
    assert source.text == TEXT
    assert source.encode(source.text) == source.raw == raw


REFUSED = {
    "empty": (b"", "empty"),
    "white space": (" \n\u3000\n".encode(), "white space"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "at byte 8"),
    "Latin 1": ("Bericht über die Bevölkerung".encode("latin-1"), "at byte"),
    "Shift JIS": ("これは日本語の報告書です。".encode("shift-jis"), "at byte 0"),
    "UTF-8 cut off": ("人口".encode()[:-1] * 3, "at byte"),
    "UTF-16 of odd length": (codecs.BOM_UTF16_LE + b"\x4e", "at byte 2"),
    "a control character": ("一行\n人\x01口".encode(), ":2:2"),
}


@pytest.mark.parametrize(("raw", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_text_is_refused_with_its_place(raw: bytes, said: str) -> None:
    with pytest.raises(ReportError) as error:
        parse_source(raw, "report.txt")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_one_clear_message(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportError, match="cannot read the source"):
        read_source(tmp_path / name)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])).filter(str.strip))
def test_reading_never_replaces_a_character(text: str) -> None:
    raw = text.encode()
    source = parse_source(raw, "report.txt")
    assert source.encode(source.text) == raw
    assert source.text.count("\ufffd") == text.removeprefix("\ufeff").count("\ufffd")


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (6, (2, 4))])
def test_positions_count_lines_and_columns_from_one(offset: int, place: tuple[int, int]) -> None:
    assert position("一二\n三\u2028四", offset) == place
