"""The door: all measures of a reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from report_browser.figures.figure import Figure
from report_browser.measures.acts import Act, join_acts
from report_browser.measures.clauses import read_clause
from report_browser.measures.measure import Measure, short_title
from report_browser.measures.segments import find_clauses
from report_browser.outline.headings import Outline
from report_browser.text.span import Span


def find_measures(text: str, outline: Outline, figures: Sequence[Figure]) -> tuple[Measure, ...]:
    """All measures of a reading with its outline and figures, in text order."""
    found = []
    places = [one.number.start for one in figures]
    for section in outline.all_sections:
        for paragraph in section.paragraphs:
            readings = []
            for clause in find_clauses(text, paragraph.span):
                own = figures[bisect_left(places, clause.span.start) : bisect_left(places, clause.span.end)]
                readings.append(read_clause(text, clause, own))
            found += [_measure(text, act) for act in join_acts(text, readings)]
    return tuple(sorted(found, key=lambda one: one.span))


def _measure(text: str, act: Act) -> Measure:
    verb = act.main.verb
    return Measure("provision", act.span, short_title(text[verb.start or act.span.start : act.main.end]), verb, vague=act.main.vague)
