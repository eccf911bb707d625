"""Paragraphs: a text breaks at every newline, and at those spaces that stand where a paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_browser.text.numbering import HAN_HEADING
from report_browser.text.span import Span

SENTENCE_END = "。！？!?…"
LONGEST_HEADING = 60  # characters; more than that before a full stop is prose
_STOP = re.compile(rf"[{SENTENCE_END}]")
_CLOSERS = "”’」』）)》"
_SHORTEST_TITLE = 4
_INDENT = 8  # white space that may stand before a title
_SIGNATURE = 30  # characters; a last line as short as that may be a signature


def split_paragraphs(text: str) -> Iterator[Span]:
    """Paragraphs and headings alike, in order, without the white space around them."""
    for line in re.finditer(r"[^\r\n]+", text):
        start = line.start()
        for space in re.finditer(r"[ \t\u3000]+", line[0]):
            at, behind = line.start() + space.start(), line.start() + space.end()
            if at > start and _breaks(text, Span(start, at), Span(behind, line.end())):
                yield from trimmed(text, Span(start, at))
                start = behind
        yield from trimmed(text, Span(start, line.end()))


def trimmed(text: str, span: Span) -> Iterator[Span]:
    """A span without the white space at its ends; none where nothing else is in it."""
    inside = span.of(text)
    core = inside.strip()
    if core:
        start = span.start + inside.index(core[0])
        yield Span(start, start + len(core))


def find_title(text: str, paragraphs: Sequence[Span]) -> Span:
    """The first paragraph where it reads like a title and others follow; else an empty span at 0."""
    first = paragraphs[0] if paragraphs else Span(0, 0)
    lead = first.of(text)
    named = len(paragraphs) > 1 and _may_be_title(lead) and not HAN_HEADING.match(lead)
    return first if named else Span(0, 0)


def ends_sentence(text: str, span: Span) -> bool:
    """Whether a span ends with a sentence's end, closing quotation marks and brackets left aside."""
    last = span.end - 1
    while last > span.start and text[last] in _CLOSERS:
        last -= 1
    return last >= span.start and text[last] in SENTENCE_END


def breaks_off(text: str, last: Span) -> bool:
    """Whether a text's last paragraph stops in mid-sentence, and is no signature."""
    if ends_sentence(text, last):
        return False
    words = last.of(text)
    return len(words) > _SIGNATURE or any(mark in words for mark in "，。,；")


def _breaks(text: str, before: Span, after: Span) -> bool:
    """Whether the space between `before`, the paragraph so far, and `after`, the rest of its line, ends it."""
    if ends_sentence(text, before) or HAN_HEADING.match(text, after.start, after.end):
        return True
    if text[before.end - 1].isdigit() and text[after.start : after.start + 1].isdigit():  # 1 386.2
        return False
    if len(before) > LONGEST_HEADING or _STOP.search(text, before.start, before.end):
        return False
    if not _STOP.search(text, after.start, after.end):
        return False
    lead = before.of(text).strip()
    return bool(HAN_HEADING.match(lead)) or (before.start <= _INDENT and _may_be_title(lead))


def _may_be_title(lead: str) -> bool:
    return _SHORTEST_TITLE <= len(lead) <= LONGEST_HEADING and not re.search(r"[。，,；;！？]", lead)
