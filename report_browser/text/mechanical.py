"""Mechanical edits: half-width punctuation made full-width; and the edition that is made of them all, by no editor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_browser.text.blocks import find_block_marks
from report_browser.text.edition import Edit, Edition, EditKind, lift, merge
from report_browser.text.layout import find_footers, find_line_breaks
from report_browser.text.number_spaces import find_number_spaces
from report_browser.text.numbering import NOT_A_LIST_NUMBER
from report_browser.text.source import Source
from report_browser.text.span import Span

BREAKS = frozenset({EditKind.BLOCK_MARK, EditKind.PAGE_FOOTER, EditKind.LINE_BREAK})  # they are not the report's words
UNNOTED = frozenset(  # too many for a note each
    {EditKind.PUNCTUATION, EditKind.NUMBER_SPACE, EditKind.PAGE_FOOTER, EditKind.LINE_BREAK}
)

_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_HAN = r"[\u3400-\u9fff\u3001-\u301f\uff01-\uff0f\uff1a-\uff5e\u2018-\u201d\u2026\u2014]"
_FULL_STOP = rf"(?<=[\u4e00-\u9fff%‰）)]){NOT_A_LIST_NUMBER}\.(?=[\u4e00-\u9fff\s]|\Z)"
_SIGN = re.compile(rf"{_FULL_STOP}|(?<={_HAN})[,;:?!]|(?<=[0-9%‰A-Za-z)])[,;:?!](?={_HAN})")
_BRACKETS = re.compile(r"\(([^()\n]{1,60})\)")
_ANY_HAN = re.compile(_HAN)


def mechanical_edition(source: Source) -> Edition:
    """The edition of any source with mechanical edits alone."""
    base = Edition(source.text, find_breaks(source.text))
    return Edition(source.text, merge(base.edits, lift(find_signs(base.reading), base)))


def find_breaks(text: str) -> tuple[Edit, ...]:
    """Edits that take out what cuts a text: footers, then newlines of wrapped lines, then block marks."""
    edits: tuple[Edit, ...] = ()
    for find in (find_footers, find_line_breaks, find_block_marks):
        base = Edition(text, edits)
        edits = merge(edits, lift(find(base.reading), base))
    return edits


def find_signs(text: str) -> tuple[Edit, ...]:
    """Edits of single characters that cut nothing: spaces taken out of numbers, and punctuation made full-width."""
    return merge(find_number_spaces(text), find_punctuation(text))


def find_punctuation(text: str) -> tuple[Edit, ...]:
    """An edit for each `, . ; : ? ! ( )` that stands in Chinese text; `1,290`, `9:30` and `f(x)` stay."""
    return tuple(sorted((*_signs(text), *_brackets(text)), key=lambda edit: edit.span))


def _signs(text: str) -> Iterator[Edit]:
    return (_widen(text, match.start()) for match in _SIGN.finditer(text))


def _brackets(text: str) -> Iterator[Edit]:
    """Both brackets of a pair that has Chinese text inside it or beside it."""
    for match in _BRACKETS.finditer(text):
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        if _ANY_HAN.search(match[1]) or _ANY_HAN.search(around):
            yield _widen(text, match.start())
            yield _widen(text, match.end() - 1)


def _widen(text: str, at: int) -> Edit:
    return Edit(Span(at, at + 1), _FULL_WIDTH[text[at]], EditKind.PUNCTUATION)
