"""Segments: a paragraph's sentences cut into clauses, with the list mark that opens an item.

A clause ends at a comma, semicolon, colon or full stop that stands in no brackets or closed quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_browser.text.span import Span

_PAIRS = {"《": "》", "“": "”", "（": "）", "(": ")", "〔": "〕", "「": "」", "『": "』"}
_FURTHEST = 60  # characters that brackets may hold
_ENDS = "，；：。！？,;:!?"
_STOPS = "。！？!?"
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、?是(?=[^否])|[（(]?[0-9]{1,2}[)）](?=[^0-9])|[0-9]{1,2}(?:、|．|\.(?![0-9]))"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳⑴-⒇]|[—–―－-]{1,3}|[●■◆★▪•·※*]+|第[一二三四五六七八九十]{1,2}[，、])\s*"
)
_INLINE = re.compile("(?<=[\u4e00-\u9fff ])(?<![第之统唯单同专万])一是(?=[\u4e00-\u9fff])")
_STOP = re.compile("[\u4e00-\u9fff%％）)”][.](?=[\u4e00-\u9fff])")  # a full stop typed as a point
_FAR = 600  # characters in which a second item follows the first
_DIGITS = frozenset("0123456789０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its list mark and closing mark; `sentence` is the place of its sentence."""

    span: Span
    mark: str  # the printed list mark, or empty
    close: str  # the mark that ends it, or empty at the end of the paragraph
    sentence: Span
    first: bool  # of its sentence
    opens: bool = False  # first of its paragraph


def find_clauses(text: str, paragraph: Span) -> Iterator[Clause]:
    """The clauses of a paragraph, in order; none is empty."""
    opens = True
    for sentence in _sentences(text, paragraph):
        first = True
        for span, close in _parts(text, sentence, _ENDS):
            mark = _NUMBERED.match(text, span.start, span.end)
            start = mark.end() if mark else span.start
            if trimmed := _trim(text, Span(start, span.end)):
                yield Clause(trimmed, mark[0].strip() if mark else "", close, sentence, first, opens)
                first = opens = False


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    for span, _ in _parts(text, paragraph, _STOPS):
        if trimmed := _trim(text, span):
            yield trimmed


def _parts(text: str, within: Span, ends: str) -> Iterator[tuple[Span, str]]:
    """What stands between the marks `ends`, each part with the mark behind it."""
    start = at = within.start
    while at < within.end:
        char = text[at]
        if ends == _ENDS and char == "一" and _INLINE.match(text, at) and at > start and "二是" in text[at : at + _FAR]:
            yield Span(start, at), ""
            start = at
        if (char in ends and not _inside_number(text, at, within.end)) or (char == "." and _STOP.match(text, at - 1)):
            yield Span(start, at), char
            start = at + 1
        at = _behind_pair(text, at, within.end)
    yield Span(start, within.end), ""


def _inside_number(text: str, at: int, end: int) -> bool:
    """Whether a comma or colon parts the digits of one number: 1，586.4; 1：2."""
    return text[at] in ",，:：" and at + 1 < end and text[at - 1] in _DIGITS and text[at + 1] in _DIGITS


def _behind_pair(text: str, at: int, end: int) -> int:
    """The next place to look at: behind brackets or quotation marks that are closed before long."""
    closer = _PAIRS.get(text[at])
    if not closer:
        return at + 1
    last = min(at + _FURTHEST, end)
    close, again = text.find(closer, at, last), text.find(text[at], at + 1, last)
    return close + 1 if close > at and not at < again < close else at + 1


def _trim(text: str, span: Span) -> Span | None:
    words = span.of(text)
    if not words.strip():
        return None
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
