"""Documents and references as measures: one record a title, with who issued it; a title told twice is one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from report_browser.measures.clauses import Reading
from report_browser.measures.measure import NOWHERE, Measure, Status
from report_browser.measures.titles import Title
from report_browser.text.span import Span

_ISSUED_BEHIND = re.compile(r"》?[^，。；]{0,6}(?:印发|出台|颁布|颁发|下发|发布|公布|实施)")
_ALIKE = 0.9  # how much of two titles must agree for one document
_MOST = 12  # documents with the same beginning that a title is compared with
_PUNCTUATION = re.compile(r"[\s“”‘’《》、，（）()\"']")


def read_titles(
    text: str, titles: Sequence[Title], readings: Sequence[Reading], status: Status
) -> Iterator[Measure]:
    """The documents and references of a paragraph."""
    for title in titles:
        words = "".join(title.text.of(text).split())
        if not (title.issued or _ISSUED_BEHIND.match(text, title.text.end)):
            yield Measure("reference", title.span, words)
            continue
        clause = next((one for one in readings if one.clause.span.start <= title.cue.start < one.end), None)
        actor, inherited = _issuer(readings, clause)
        alone = title.issued and sum(one.cue == title.cue for one in titles) == 1
        start = _start(text, clause, actor if not inherited else NOWHERE, title) if alone else title.text.start
        span = Span(start, title.span.end if start < title.text.start else title.text.end)
        yield Measure("document", span, words, title.cue, actor, inherited, status=status)


def _start(text: str, clause: Reading | None, actor: Span, title: Title) -> int:
    """Where the record of a document that stands alone begins: at its actor, else at the title."""
    near = clause and actor and title.text.start - actor.start <= len(actor) + 24  # noqa: PLR2004 - no list between
    return actor.start if near else title.text.start


def _issuer(readings: Sequence[Reading], clause: Reading | None) -> tuple[Span, bool]:
    """The body that issues: the clause's own actor, else the nearest one before it in the sentence."""
    if not clause:
        return NOWHERE, False
    if clause.actor:
        return clause.actor, False
    before = [one for one in readings if one.clause.sentence == clause.clause.sentence and one.start < clause.start]
    actor = next((one.actor for one in reversed(before) if one.actor), NOWHERE)
    return actor, bool(actor)


def merge_documents(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with documents of the same title made one, the later places its mentions."""
    kept: list[Measure] = []
    known: dict[tuple[str, str], list[int]] = {}
    for one in measures:
        if one.kind not in ("document", "reference"):
            kept.append(one)
            continue
        words = _PUNCTUATION.sub("", one.title)
        same = known.setdefault((one.kind, words[:4] + words[-2:]), [])
        first = next((at for at in same[-_MOST:] if _alike(words, _PUNCTUATION.sub("", kept[at].title))), None)
        if first is None:
            same.append(len(kept))
            kept.append(one)
        else:
            kept[first] = replace(kept[first], mentions=(*kept[first].mentions, one.span))
    return kept


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return abs(len(one) - len(other)) <= 2 and SequenceMatcher(None, one, other).ratio() >= _ALIKE  # noqa: PLR2004
