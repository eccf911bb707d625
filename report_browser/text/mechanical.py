"""The mechanical edition: page marks, footers and wrapped lines taken out, punctuation made full-width, by no editor."""

from __future__ import annotations

from report_browser.text.blocks import PAGE_BREAK, find_page_marks
from report_browser.text.edition import Edit, Edition, lift, merge
from report_browser.text.layout import LINE_BREAK, PAGE_FOOTER, find_footers, find_line_breaks
from report_browser.text.punctuation import PUNCTUATION, find_punctuation
from report_browser.text.source import Source

BREAKS = frozenset({PAGE_BREAK, PAGE_FOOTER, LINE_BREAK})  # which are of the paper, not of the words
UNNOTED = frozenset({PUNCTUATION, PAGE_FOOTER, LINE_BREAK})  # too many and too plain for a note each


def mechanical_edition(source: Source) -> Edition:
    """The edition of any source that needs no editor's hand."""
    base = Edition(source.text, find_breaks(source.text))
    return Edition(source.text, merge(base.edits, lift(find_punctuation(base.reading), base)))


def find_breaks(text: str) -> tuple[Edit, ...]:
    """What cuts the text without being of it: footers, then the ends of wrapped lines, then page marks."""
    edits: tuple[Edit, ...] = ()
    for find in (find_footers, find_line_breaks, find_page_marks):
        base = Edition(text, edits)
        edits = merge(edits, lift(find(base.reading), base))
    return edits
