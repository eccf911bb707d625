"""Scopes: the area (全县) or side of a comparison (竞争上岗后) that each number of a sentence is for, as printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.quantities.quantity import Quantity
from report_browser.text.span import Span

_NEAR = 5  # characters before a number in which 原来 is looked for
_FORMERLY = re.compile("原来?的?\\Z")


def find_scopes(text: str, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[str]:
    """The scope of each quantity of a sentence: 原来 where that stands right before it, else the nearest 全县 or 竞争上岗后：.

    Empty where no such word stands before it in its sentence.
    """
    printed = list(_scopes().finditer(text, sentence.start, sentence.end))
    ends = [match.end() for match in printed]
    for quantity in quantities:
        at = bisect_right(ends, quantity.phrase.start) - 1
        before = text[max(quantity.phrase.start - _NEAR, sentence.start) : quantity.phrase.start]
        nearest = printed[at][0].rstrip("：:") if at >= 0 else ""
        yield "原来" if _FORMERLY.search(before) else nearest


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('phrases')['scopes'])}|[\u4e00-\u9fff]{{2,6}}[前后][：:]")
