"""Rows: the measures of a source for programs, in positions of the source."""

from __future__ import annotations

from typing import Any

from report_browser.figures.figure import extract_figures
from report_browser.measures.find import find_measures
from report_browser.measures.measure import Measure
from report_browser.outline.headings import parse_outline
from report_browser.text.edition import Edition
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import Source
from report_browser.text.span import Span


def measure_rows(source: Source) -> list[dict[str, Any]]:
    """The measures of a source in text order; positions are the source's own.

    `amount`, `group` and `part_of` are the starts of a figure's number, a heading and a document's record; `mentions`
    are the starts of further places; empty where there is none.
    """
    edition = mechanical_edition(source)
    outline = parse_outline(edition.reading)
    figures = extract_figures(edition.reading, outline)
    return [_row(edition, one) for one in find_measures(edition.reading, outline, figures)]


def _row(edition: Edition, one: Measure) -> dict[str, Any]:
    span = edition.to_source(one.span)
    return {
        "kind": one.kind,
        "title": one.title,
        "verb": _words(edition, one.verb),
        "actor": _words(edition, one.actor),
        "inherited": one.inherited,
        "target": _words(edition, one.target),
        "means": _words(edition, one.means),
        "amount": _start(edition, one.amount),
        "period": one.period,
        "status": one.status,
        "permission": one.permission,
        "group": _start(edition, one.group),
        "part_of": _start(edition, one.part_of),
        "mentions": [edition.to_source(mention).start for mention in one.mentions],
        "vague": one.vague,
        "start": span.start,
        "end": span.end,
    }


def _words(edition: Edition, span: Span) -> str:
    return "".join(span.of(edition.reading).split())


def _start(edition: Edition, span: Span) -> int | None:
    return edition.to_source(span).start if span else None
