"""The door: all measures of a reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_browser.figures.figure import Figure
from report_browser.measures.acts import Act, join_acts
from report_browser.measures.clauses import LAW_ALONE, Reading, opens_with_verb, read_clause
from report_browser.measures.cues import either, lexicon
from report_browser.measures.documents import merge_documents, read_titles
from report_browser.measures.fields import amount_of, kind_of, permits, status_of, target_of, title_of
from report_browser.measures.honours import find_honours
from report_browser.measures.lists import Part, find_parts
from report_browser.measures.measure import NOWHERE, Measure, short_title
from report_browser.measures.segments import find_clauses
from report_browser.measures.titles import find_titles
from report_browser.outline.headings import Outline, Section
from report_browser.text.span import Span


def find_measures(text: str, outline: Outline, figures: Sequence[Figure]) -> tuple[Measure, ...]:
    """All measures of a reading with its outline and figures, in text order."""
    places = [one.number.start for one in figures]
    found: list[Measure] = []
    above: dict[str, str] = {}
    for section in outline.all_sections:
        title = section.title.of(text)
        above[section.id] = above.get(section.id.rpartition("-")[0], "") + title
        readings = [
            read_clause(text, clause, figures[bisect_left(places, clause.span.start) : bisect_left(places, clause.span.end)])
            for paragraph in section.paragraphs
            for clause in find_clauses(text, paragraph.span)
        ]
        found += _of_section(text, section, readings, above[section.id])
    return tuple(merge_documents(text, sorted(found, key=lambda one: (one.span, one.kind))))


def _of_section(text: str, section: Section, readings: Sequence[Reading], titles: str) -> Iterator[Measure]:
    planning = _names(titles, "plan headings") and not _names(titles, "past headings")
    named = [title for paragraph in section.paragraphs for title in find_titles(text, paragraph.span)]
    yield from read_titles(text, named, readings, "planned" if planning else "done")
    honours = list(find_honours(text, readings))
    yield from (measure for _, measure in honours)
    taken = {reading.start for reading, _ in honours}
    if _names(titles, "problem headings") and not planning:
        return
    issued = [title.cue for title in named if title.issued]
    readings = [replace(one, role="result") if one.start in taken else one for one in readings]
    for part in find_parts(text, readings):
        acts = [
            act
            for act in join_acts(text, part.readings)
            if not (len(act.parts) == 1 and LAW_ALONE.fullmatch(text, act.main.start, act.span.end)) and not any(cue in act.main.clause.span for cue in issued)
        ]
        yield from _of_part(text, part, acts, planning)


def _names(titles: str, name: str) -> bool:
    return bool(re.search(either(lexicon()[name]), titles))


def _of_part(text: str, part: Part, acts: Sequence[Act], planning: bool) -> Iterator[Measure]:
    heading = part.heading
    if heading and len(acts) == 1 and opens_with_verb(text, heading) and acts[0].span.start < heading.end + 80:
        one = _measure(text, acts[0], planning)
        yield replace(one, span=Span(heading.start, one.span.end), title=short_title(text[heading.verb.start : heading.end]))
        return
    group = heading.clause.span if heading and len(acts) > 1 else NOWHERE
    if heading and not acts and heading.role == "act" and opens_with_verb(text, heading):
        yield from (_measure(text, act, planning) for act in join_acts(text, [heading]))
    yield from (replace(_measure(text, act, planning), group=group) for act in acts)


def _measure(text: str, act: Act, planning: bool) -> Measure:
    return Measure(
        kind_of(text, act),
        act.span,
        title_of(text, act),
        act.main.verb,
        act.actor,
        act.inherited,
        target_of(text, act),
        act.means,
        amount_of(act),
        "",
        status_of(text, act, planning),
        permits(text, act),
        vague=act.main.vague,
    )
