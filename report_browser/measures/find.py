"""The door: all measures of a reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_browser.figures.figure import Figure
from report_browser.measures.acts import Act, join_acts, says_nothing
from report_browser.measures.clauses import LAW_ALONE, Reading, opens_with_verb, read_clause
from report_browser.measures.cues import either, lexicon
from report_browser.measures.documents import merge_documents, read_titles
from report_browser.measures.fields import (
    amount_of,
    date_of,
    kind_of,
    means_of,
    permits,
    status_of,
    target_of,
    title_of,
)
from report_browser.measures.honours import find_honours
from report_browser.measures.lists import Part, find_parts
from report_browser.measures.measure import NOWHERE, Measure, short_title
from report_browser.measures.nesting import merge_repeats, nest
from report_browser.measures.segments import find_clauses
from report_browser.measures.titles import find_titles
from report_browser.outline.outline import Outline, Section
from report_browser.text.span import Span

_STOPS = "。！？!?"
_NEAR = 24  # characters between a heading and the one act that elaborates it


def find_measures(text: str, outline: Outline, figures: Sequence[Figure]) -> tuple[Measure, ...]:
    """All measures of a reading with its outline and figures, in text order."""
    places = [one.number.start for one in figures]
    found: list[Measure] = []
    above: dict[str, str] = {}
    for section in outline.all_sections:
        above[section.id] = above.get(section.id.rpartition("-")[0], "") + " " + section.title.of(text)
        readings = [
            read_clause(text, one, figures[bisect_left(places, one.span.start) : bisect_left(places, one.span.end)])
            for paragraph in section.paragraphs
            for one in find_clauses(text, paragraph.span)
        ]
        found += _of_section(text, section, readings, above[section.id])
    ordered = sorted(found, key=lambda one: (one.span, one.kind))
    return tuple(nest(text, merge_repeats(text, merge_documents(ordered))))


@dataclass(frozen=True, slots=True)
class _Found:
    """An act with the heading of its item, where that has several, and where a heading opens its span."""

    act: Act
    group: Span = NOWHERE
    heading: Reading | None = None


def _of_section(text: str, section: Section, readings: Sequence[Reading], titles: str) -> Iterator[Measure]:
    planning = _names(titles, "plan headings") and not _names(titles, "past headings")
    named = [title for paragraph in section.paragraphs for title in find_titles(text, paragraph.span)]
    documents = list(read_titles(text, named, readings, "planned" if planning else "done"))
    yield from documents
    honours = list(find_honours(text, readings))
    yield from (measure for _, measure in honours)
    if _names(titles, "problem headings") and not planning:
        return
    taken = {reading.start for reading, _ in honours}
    readings = [replace(one, role="result") if one.start in taken else one for one in readings]
    issued = sorted(one.verb.start or one.span.start for one in documents if one.kind == "document")
    found = [one for part in find_parts(text, readings) for one in _of_part(text, part, issued)]
    group = _run_in_heading(text, section) if len(found) > 1 else NOWHERE
    for one in found:
        yield _measure(text, replace(one, group=one.group or group), planning=planning)


def _names(titles: str, name: str) -> bool:
    return bool(re.search(either(lexicon()[name]), titles))


def _run_in_heading(text: str, section: Section) -> Span:
    """The title of a section whose text goes on behind its heading in the same line, else nothing."""
    printed = section.heading.of(text).rstrip()
    return section.title if printed.endswith(tuple(_STOPS)) and section.level != "chapter" else NOWHERE


def _of_part(text: str, part: Part, issued: Sequence[int]) -> Iterator[_Found]:
    heading = part.heading
    acts = [
        act
        for act in join_acts(text, part.readings)
        if not _is_document(text, act, issued) and not says_nothing(text, act)
    ]
    opens = heading is not None and opens_with_verb(text, heading)
    if heading and opens and len(acts) == 1 and acts[0].span.start < heading.end + _NEAR:
        yield _Found(acts[0], heading=heading)
        return
    if heading and opens and not acts and heading.role == "act":
        yield from (_Found(act) for act in join_acts(text, [heading]))
    group = heading.clause.span if heading and len(acts) > 1 else NOWHERE
    announced = [one for one in part.readings if one.role == "heading"]
    for act in acts:
        over = [one.clause.span for one in announced[:1] if one.clause.sentence == act.main.clause.sentence]
        yield _Found(act, over[0] if over and len(acts) > 1 else group)


def _is_document(text: str, act: Act, issued: Sequence[int]) -> bool:
    """Whether a clause does no more than issue documents or follow a law, which are records of their own."""
    span = act.main.clause.span
    if bisect_left(issued, span.start) < bisect_left(issued, span.end):
        return True
    return len(act.parts) == 1 and bool(LAW_ALONE.fullmatch(text, act.main.start, act.span.end))


def _measure(text: str, found: _Found, *, planning: bool) -> Measure:
    act, heading = found.act, found.heading
    span = Span(heading.start, act.span.end) if heading else act.span
    title = short_title(text[heading.verb.start : heading.end]) if heading else title_of(text, act)
    kind = kind_of(text, act)
    return Measure(
        kind,
        span,
        title,
        act.main.verb,
        act.actor,
        act.inherited,
        target_of(text, act, kind),
        means_of(text, act),
        amount_of(text, act, kind),
        date_of(text, act),
        status_of(text, act, planning=planning),
        permits(text, act),
        found.group,
        vague=act.main.vague,
    )
