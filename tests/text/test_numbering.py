"""Numbering: list numbers are read in Chinese and Arabic digits, and printed in Chinese ones."""

from __future__ import annotations

import pytest

from report_browser.text.numbering import parse_number, print_number


@pytest.mark.parametrize(
    ("printed", "number"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十四", 34), ("7", 7), ("１２", 12)]
)
def test_list_numbers_are_read(printed: str, number: int) -> None:
    assert parse_number(printed) == number


@pytest.mark.parametrize("number", range(1, 100))
def test_a_printed_number_is_read_as_itself(number: int) -> None:
    assert parse_number(print_number(number)) == number
