"""Half-width punctuation in Chinese prose, as mechanical edits that make it full-width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_browser.text.edition import Edit
from report_browser.text.span import Span

PUNCTUATION = "punctuation"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_HAN = r"[\u3400-\u9fff\u3001-\u301f\uff01-\uff0f\uff1a-\uff5e\u2018-\u201d\u2026\u2014]"
_STOP = r"(?<=[\u4e00-\u9fff%‰）)])(?<![一二三四五六七八九十])(?<![一二三四五六七八九十0-9][）)])\.(?=[\u4e00-\u9fff\s]|\Z)"  # not of a list: 一. 二.
_MARK = re.compile(rf"{_STOP}|(?<={_HAN})[,;:?!]|(?<=[0-9%‰A-Za-z)])[,;:?!](?={_HAN})")
_BRACKETS = re.compile(r"\(([^()\n]{1,60})\)")
_HAN_INSIDE = re.compile(_HAN)


def find_punctuation(text: str) -> tuple[Edit, ...]:
    """Edits for each `, . ; : ? ! ( )` that stands in Chinese text; `1,290`, `9:30` and `f(x)` stay."""
    return tuple(sorted((*_marks(text), *_brackets(text)), key=lambda edit: edit.span))


def _marks(text: str) -> Iterator[Edit]:
    return (_widen(text, match.start()) for match in _MARK.finditer(text))


def _brackets(text: str) -> Iterator[Edit]:
    for match in _BRACKETS.finditer(text):
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        if _HAN_INSIDE.search(match[1]) or _HAN_INSIDE.search(around):
            yield _widen(text, match.start())
            yield _widen(text, match.end() - 1)


def _widen(text: str, at: int) -> Edit:
    return Edit(Span(at, at + 1), _FULL[text[at]], PUNCTUATION)
