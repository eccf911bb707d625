"""The mechanical edition: page marks taken out and punctuation made full-width, with no content folder."""

from __future__ import annotations

from report_browser.edition import Edition, lift, merge
from report_browser.page_marks import find_page_marks
from report_browser.punctuation import find_punctuation
from report_browser.source import Source


def mechanical_edition(source: Source) -> Edition:
    """The edition of any source that needs no editor's hand."""
    base = Edition(source.text, find_page_marks(source.text))
    return Edition(source.text, merge(base.edits, lift(find_punctuation(base.reading), base)))
