"""Brackets: whether a place of a text stands in them, and where they end. What is far from both ends is in none."""

from __future__ import annotations

from report_browser.text.span import Span

_FURTHEST = 60  # characters from a place to the bracket that opens before it


def in_brackets(text: str, place: int, start: int) -> bool:
    """Whether a bracket that opened at or behind `start` is still open at a place."""
    first = max(place - _FURTHEST, start)
    return text.rfind("（", first, place) > text.rfind("）", first, place)


def bracket_end(text: str, place: int, within: Span) -> int | None:
    """Where the brackets around a place end; None where there are none, or they never do."""
    end = text.find("）", place, within.end) if in_brackets(text, place, within.start) else -1
    return end if end >= 0 else None
