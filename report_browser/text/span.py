"""A range of characters in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to, not including, `end`, as in a Python slice. It may be empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` in this span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same span, `by` characters further on."""
        return Span(self.start + by, self.end + by)


def meets(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of `ranges`, in text order and without overlaps, shares a character with `start`..`end`."""
    following = bisect_right(ranges, start, key=lambda one: one[1])
    return following < len(ranges) and ranges[following][0] < end
