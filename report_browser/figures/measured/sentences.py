"""Sentences: where a paragraph parts into them, and which of its places stand in brackets."""

from __future__ import annotations

import re

from report_browser.text.span import Span

_LISTED = "[一二三四五六七八九十]"  # 一. is the mark of an item
_FULL_STOP = rf"(?<=[\u4e00-\u9fff])(?<!^{_LISTED})(?<![\s（(]{_LISTED})\.(?=[\u4e00-\u9fff])"  # typed as in English
_SENTENCE = re.compile(rf"(?:(?!{_FULL_STOP})[^。！？!?])*(?:(?:[。！？!?]+|{_FULL_STOP})[”’」』〞）)]*|\Z)")
_FURTHEST = 60  # characters from a place back to the bracket that opens before it; one further off is not looked for


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph without white space at their ends; closing quotation marks belong to them."""
    return tuple(_trimmed(text, *match.span()) for match in _SENTENCE.finditer(text) if match[0].strip())


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))


def in_brackets(text: str, place: int, start: int) -> bool:
    """Whether a bracket that opens at `start` or behind it, 60 characters before `place` at most, is still open there."""
    first = max(place - _FURTHEST, start)
    return text.rfind("（", first, place) > text.rfind("）", first, place)


def bracket_end(text: str, place: int, within: Span) -> int | None:
    """The position of the bracket that closes around `place`; None where there is none in `within`."""
    end = text.find("）", place, within.end) if in_brackets(text, place, within.start) else -1
    return end if end >= 0 else None
