"""Spans: whether a range meets one of several in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_browser.text.span import meets


@given(st.lists(st.integers(0, 40), max_size=12, unique=True), st.integers(0, 40), st.integers(1, 10))
def test_a_range_meets_those_that_share_a_character_with_it(cuts: list[int], start: int, length: int) -> None:
    cuts = sorted(cuts)
    ranges = list(zip(cuts[::2], cuts[1::2], strict=False))
    shared = any(set(range(*one)) & set(range(start, start + length)) for one in ranges)
    assert meets(ranges, start, start + length) is shared
