"""What the tests of measures share: the measures of a text, with all that they need."""

from __future__ import annotations

from report_browser.figures.figure import extract_figures
from report_browser.measures.find import find_measures
from report_browser.measures.measure import Measure
from report_browser.outline.headings import parse_outline


def find(text: str) -> tuple[Measure, ...]:
    """The measures of a text with the outline and the figures that are found in it."""
    outline = parse_outline(text)
    return find_measures(text, outline, extract_figures(text, outline))
