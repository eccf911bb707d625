"""Page marks: the chunk numbers `1、` … `n、` that a scanner put at line starts, found as edits that remove them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from report_browser.text.edition import Edit
from report_browser.text.span import Span

PAGE_BREAK = "page-break"
_MARKER = re.compile(r"(?:\A|\r?\n)(\d{1,4})、")
_UNEVEN = 0.15  # pages were cut by length; word swaps since then moved the lengths by a few per cent
_SHORTEST = 10  # characters
_LAST = 3  # times the length of the others: what the scanner no longer cut (twice, in the first report)
_PROSE = 50  # characters: the shortest line that is no heading or item
_LONGEST = 2000  # characters of a line looked at
_STOPS = "。！？；：，、!?;:,.”）)"
_SENTENCE_END = "。！？；：!?;:”）"


def find_page_marks(text: str) -> tuple[Edit, ...]:
    """One edit for each page mark of `text`, or none where no run 1..n cuts it into pages.

    Headings `1、` `2、` are told apart by three signs: pages are even in length but for the last, cover the text from
    its first line to its end, and break in mid-sentence. Uneven ones are told by the last sign alone: at least half of
    them stand behind a line of prose that breaks off.
    """
    places = _markers(text)
    even = (run for second in places.get(2, ()) for run in _runs(text, places, second) if _cuts_sentences(text, run))
    run = _breaking(text, places) or next(even, [])
    return tuple(Edit(span, "", PAGE_BREAK, origin=str(n)) for n, span in enumerate(run, 1))


def _breaking(text: str, places: dict[int, list[Span]]) -> list[Span]:
    """The run 1..n from the text's start of which at least half stand behind a line that breaks off; else none."""
    run = [span for span in places.get(1, [])[:1] if not text[: span.start].strip()]
    broken = 0
    while run and (later := [span for span in places.get(len(run) + 1, []) if span.start > run[-1].start]):
        behind = next((span for span in later if _breaks_off(text, span)), None)
        run.append(behind or later[0])
        broken += behind is not None
    return run if len(run) > 1 and broken >= (len(run) - 1) / 2 else []


def _breaks_off(text: str, mark: Span) -> bool:
    """Whether the line before a mark is prose, with a sentence in it, that ends before its sentence does."""
    line = text[max(text.rfind("\n", 0, mark.start) + 1, mark.start - _LONGEST) : mark.start].rstrip()
    return len(line) >= _PROSE and "。" in line[:-1] and line[-1] not in _STOPS


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
