"""Documents and references as measures: one record a title, with who issued it; a title told twice is one record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from report_browser.measures.clauses import Reading
from report_browser.measures.measure import NOWHERE, Measure, Status
from report_browser.measures.titles import Title
from report_browser.text.span import Span

_ISSUED_BEHIND = re.compile(r"》?[^，。；]{0,16}(?:审议通过|正式通过|印发|出台|颁布|颁发|下发|发布|公布|实施)")
_ALIKE = 0.9  # how much of two titles must agree for one document
_MOST = 12  # documents with the same beginning that a title is compared with
_PUNCTUATION = re.compile(r"[\s“”‘’《》、，（）()\"']")


def read_titles(text: str, titles: Sequence[Title], readings: Sequence[Reading], status: Status) -> Iterator[Measure]:
    """The documents and references of a section."""
    together = Counter(title.cue for title in titles if title.issued)
    starts = [one.clause.span.start for one in readings]
    for title in titles:
        words = "".join(title.text.of(text).split())
        if not (title.issued or _ISSUED_BEHIND.match(text, title.text.end)):
            yield Measure("reference", title.span, words)
            continue
        at = (title.cue or title.text).start
        actor, inherited = _issuer(readings, bisect_right(starts, at) - 1, at)
        alone = together[title.cue] == 1 and actor and not inherited and title.cue.start - actor.start <= _NEAR
        start = actor.start if alone else title.span.start
        yield Measure("document", Span(start, title.span.end), words, title.cue, actor, inherited, status=status)


_NEAR = 40  # characters between the beginning of an issuer's name and the word for issuing


def _issuer(readings: Sequence[Reading], at: int, limit: int) -> tuple[Span, bool]:
    """The body that issues: the actor of the clause at a place, else the nearest one before it in the sentence.

    It ends before `limit`, where the word for issuing stands: what reaches over it is a clause and no body.
    """
    if at < 0:
        return NOWHERE, False
    sentence, first = readings[at].clause.sentence, at
    while at >= 0 and first - at <= _BEFORE and readings[at].clause.sentence == sentence:
        if readings[at].actor and readings[at].actor.end <= limit:
            return readings[at].actor, at < first
        at -= 1
    return NOWHERE, False


_BEFORE = 20  # clauses looked back at


def merge_documents(measures: Sequence[Measure]) -> list[Measure]:
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
