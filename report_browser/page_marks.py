"""Page marks: the chunk numbers `1、` … `n、` that a scanner put at line starts, found as edits that remove them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from report_browser.edition import Edit
from report_browser.span import Span

PAGE_BREAK = "page-break"
_MARKER = re.compile(r"(?:\A|\r?\n)(\d{1,4})、")
_UNEVEN = 0.15  # pages were cut by length; word swaps since then moved the lengths by a few per cent
_SHORTEST = 10  # characters
_LAST = 3  # times the length of the others: what the scanner no longer cut (twice, in the first report)
_BROKEN = 1 / 3  # of uneven pages, how many must break off in mid-sentence
_PROSE = 50  # characters: the shortest line that is no heading or item
_LINE = re.compile(r"(?:\A|\r?\n)[^\r\n]+")
_STOPS = "。！？；：，、!?;:,.”）)"
_SENTENCE_END = "。！？；：!?;:”）"


def find_page_marks(text: str) -> tuple[Edit, ...]:
    """One edit for each page mark of `text`, or none where no run 1..n cuts it into pages.

    Headings `1、` `2、` are told apart by three signs: pages are even in length but for the last, cover the text from
    its first line to its end, and break in mid-sentence. Uneven ones must be all lines of the text, and a third must
    break off in running prose.
    """
    places = _markers(text)
    even = (run for second in places.get(2, ()) for run in _runs(text, places, second) if _cuts_sentences(text, run))
    run = _every_line(text) or next(even, [])
    return tuple(Edit(span, "", PAGE_BREAK, origin=str(n)) for n, span in enumerate(run, 1))


def _every_line(text: str) -> list[Span]:
    """The marks of a text all of whose lines are numbered 1..n and that break off in mid-sentence; else none."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    marks = [_MARKER.match(text, line.start) for line in lines]
    numbers = [int(mark[1]) for mark in marks if mark]
    if len(lines) < 2 or numbers != list(range(1, len(lines) + 1)):  # noqa: PLR2004 - one page has no mark
        return []
    broken = sum(_breaks_off(line.of(text)) for line in lines[:-1])
    return [Span(*mark.span()) for mark in marks if mark] if broken > _BROKEN * (len(lines) - 1) else []


def _breaks_off(line: str) -> bool:
    """Whether a line is prose, with a sentence in it, that ends before its sentence does."""
    return len(line) >= _PROSE and "。" in line[:-1] and line.rstrip()[-1] not in _STOPS


def _markers(text: str) -> dict[int, list[Span]]:
    places: dict[int, list[Span]] = {}
    for match in _MARKER.finditer(text):
        places.setdefault(int(match[1]), []).append(Span(*match.span()))
    return places


def _runs(text: str, places: dict[int, list[Span]], second: Span) -> Iterator[list[Span]]:
    """The runs 1, 2, 3 … that start with the last `1、` before `second` and cover the text."""
    firsts = places.get(1, [])
    before = bisect_left(firsts, second)
    if not before:
        return
    run = [firsts[before - 1], second]
    length = second.start - run[0].end
    if length < _SHORTEST or run[0].start > length:
        return
    while following := _nearest(places.get(len(run) + 1, []), run[-1].end + length, length * _UNEVEN):
        run.append(following)
    if len(text) - run[-1].end <= length * _LAST:
        yield run


def _nearest(spans: list[Span], expected: int, slack: float) -> Span | None:
    at = bisect_right(spans, Span(expected, expected))
    near = [span for span in spans[max(at - 1, 0) : at + 1] if abs(span.start - expected) <= max(slack, 2)]
    return min(near, key=lambda span: abs(span.start - expected), default=None)


def _cuts_sentences(text: str, run: list[Span]) -> bool:
    return any(text[mark.start - 1] not in _SENTENCE_END for mark in run[1:])
