"""Blocks: a text may come cut into blocks numbered `1、` … `n、` at line starts. Edits take the numbers out again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from report_browser.text.edition import Edit, EditKind
from report_browser.text.span import Span

_MARKER = re.compile(r"(?:\A|\r?\n)(\d{1,4})、")
_UNEVEN = 0.15  # share of a block's length: word swaps after the cutting moved the lengths by a few per cent
_SHORTEST = 10  # characters of a block
_LAST = 3  # times the length of the others, at most: the last block may be all the rest
_PROSE = 50  # characters: the shortest line that is no heading or item
_LONGEST = 2000  # characters of a line looked at
_STOPS = "。！？；：，、!?;:,.”）)"
_SENTENCE_END = "。！？；：!?;:”）"


def find_block_marks(text: str) -> tuple[Edit, ...]:
    """One edit for each block's mark (its number, `、` and the newline before it), in text order.

    Empty where no run of numbers 1..n cuts the text into blocks. Blocks differ from headings `1、` `2、` in three ways:
    all but the last are equally long, together they cover the text from its first line to its end, and they break off
    in mid-sentence. Where they are not equally long, at least half of the marks must follow a line of prose that
    breaks off in mid-sentence.
    """
    places = _markers(text)
    even = (run for second in places.get(2, ()) for run in _runs(text, places, second) if _cuts_sentences(text, run))
    run = _breaking(text, places) or next(even, [])
    return tuple(Edit(span, "", EditKind.BLOCK_MARK, origin=str(n)) for n, span in enumerate(run, 1))


def _breaking(text: str, places: dict[int, list[Span]]) -> list[Span]:
    """The run of marks 1..n from the text's start, if at least half follow a line that breaks off; else empty."""
    run = [span for span in places.get(1, [])[:1] if not text[: span.start].strip()]
    broken = 0
    while run and (later := [span for span in places.get(len(run) + 1, []) if span.start > run[-1].start]):
        behind = next((span for span in later if _breaks_off(text, span)), None)
        run.append(behind or later[0])
        broken += behind is not None
    return run if len(run) > 1 and broken >= (len(run) - 1) / 2 else []


def _breaks_off(text: str, mark: Span) -> bool:
    """Whether the line before a mark is long enough for prose, has a full stop in it, and ends in mid-sentence."""
    line = text[max(text.rfind("\n", 0, mark.start) + 1, mark.start - _LONGEST) : mark.start].rstrip()
    return len(line) >= _PROSE and "。" in line[:-1] and line[-1] not in _STOPS


def _markers(text: str) -> dict[int, list[Span]]:
    """Every `n、` at the start of a line, by its number."""
    places: dict[int, list[Span]] = {}
    for match in _MARKER.finditer(text):
        places.setdefault(int(match[1]), []).append(Span(*match.span()))
    return places


def _runs(text: str, places: dict[int, list[Span]], second: Span) -> Iterator[list[Span]]:
    """The run 1, 2, 3 … of equal blocks that covers the text, from the last `1、` before the mark `second`; if any."""
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
    """The span that starts nearest to `expected`, at most `slack` (2 or more) characters away."""
    at = bisect_right(spans, Span(expected, expected))
    near = [span for span in spans[max(at - 1, 0) : at + 1] if abs(span.start - expected) <= max(slack, 2)]
    return min(near, key=lambda span: abs(span.start - expected), default=None)


def _cuts_sentences(text: str, run: list[Span]) -> bool:
    return any(text[mark.start - 1] not in _SENTENCE_END for mark in run[1:])
