"""Cases as sentences with the answers in them: `总人口[47]{万人}万人。` has one figure, 47, of which 万人 is told."""

from __future__ import annotations

import re

from report_browser.figures.figure import Figure, extract_figures
from report_browser.outline.headings import parse_outline

_MARK = re.compile(r"\[([^\]]+)\]\{([^}]*)\}")

Answers = list[tuple[int, int, str]]


def unmarked(case: str) -> str:
    """The sentence itself."""
    return _MARK.sub(r"\1", case)


def answers(case: str) -> Answers:
    """The start and end of each marked number in the sentence, and what stands in braces behind it."""
    found: Answers = []
    shorter = 0  # characters of marks so far
    for mark in _MARK.finditer(case):
        start = mark.start() - shorter
        found.append((start, start + len(mark[1]), mark[2]))
        shorter += len(mark[0]) - len(mark[1])
    return found


def figures(text: str) -> list[Figure]:
    """The figures of a text, read by itself."""
    return list(extract_figures(text, parse_outline(text)))
