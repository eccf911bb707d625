"""Emendations: what people repair in a text, by general rule or at one place, as edits with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from report_browser.editorial.files import ContentFile, Place
from report_browser.errors import Problem, ReportError
from report_browser.text.edition import Certainty, Edit, Edition
from report_browser.text.span import Span

REDACTION = "redaction"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of `content/emendations.yml`, a rule or a place, and where in the file it is written."""

    id: str
    stands: str
    read: str | None  # None where the text stays as it stands and is only remarked on
    kind: str
    certainty: Certainty
    reason: str
    evidence: str
    conjecture: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span  # in the text without page marks
    entry: Entry


def find_emendations(content: ContentFile, base: Edition, sha256: str) -> tuple[Edit, ...]:
    """Edits of `base`'s source, found in its reading, which has no page marks in it.

    Rules apply to a text that shows one of the file's `signs`; places to the text with that SHA-256. Raises
    `ReportError` with all entries that do not fit: a place not found or found twice, places that overlap,
    a rule that never applies to a text the file knows, evidence that stands nowhere.
    """
    text = base.reading
    places, problems = _places(content, text, sha256)
    known = any(entry["sha256"] == sha256 for entry in content.value["texts"])
    found, unused = _rules(content, text, places)
    problems += [content.problem(entry.place, f"{entry.stands!r} never applies") for entry in unused if known]
    everything = sorted([*places, *found], key=lambda one: one.span)
    problems += list(_unfit(content, text, everything, known=known))
    if problems:
        raise ReportError(sorted(problems))
    return tuple(_edit(base, one, text) for one in everything)


def _entry(values: dict[str, Any], place: Place) -> Entry:
    stays = values["certainty"] == "doubtful" or "read" not in values
    return Entry(
        values["id"],
        values["stands"],
        None if stays else values["read"],
        values["kind"],
        values["certainty"],
        values["reason"],
        values.get("evidence", ""),
        values.get("conjecture", ""),
        place,
    )


def _places(content: ContentFile, text: str, sha256: str) -> tuple[list[_Found], list[Problem]]:
    found: list[_Found] = []
    problems: list[Problem] = []
    for at, edited in enumerate(content.value["texts"]):
        if edited["sha256"] != sha256:
            continue
        for number, values in enumerate(edited["places"]):
            entry = _entry(values, ("texts", at, "places", number))
            if wrong := _misplaced(values, text):
                problems.append(content.problem((*entry.place, wrong[0]), wrong[1]))
            else:
                start = text.index(values["in"]) + values["in"].index(entry.stands)
                found.append(_Found(Span(start, start + len(entry.stands)), entry))
    return found, problems + list(_overlaps(content, found))


def _misplaced(values: dict[str, Any], text: str) -> tuple[str, str] | None:
    """The key that does not point to one place, and what is wrong with it."""
    times, inside = text.count(values["in"]), values["in"].count(values["stands"])
    if times != 1:
        found = "is not in the text" if not times else f"is in the text {times} times; give more of what is around it"
        return "in", f"{values['in']!r} {found}"
    if inside != 1:
        found = "is not in `in`" if not inside else f"is in `in` {inside} times; give less of what is around it"
        return "stands", f"{values['stands']!r} {found}"
    return None


def _overlaps(content: ContentFile, found: list[_Found]) -> Iterator[Problem]:
    for one, other in pairwise(sorted(found, key=lambda place: place.span)):
        if other.span.start < one.span.end:
            yield content.problem(other.entry.place, f"{other.entry.id!r} overlaps {one.entry.id!r}; join them")


def _rules(content: ContentFile, text: str, places: list[_Found]) -> tuple[list[_Found], list[Entry]]:
    """Where the rules apply, longest words first, and the rules that apply nowhere."""
    if not any(sign in text for sign in content.value["signs"]):
        return [], []
    taken = [(one.span.start, one.span.end) for one in places]
    found: list[_Found] = []
    unused: list[Entry] = []
    rules = list(enumerate(content.value["rules"]))
    for number, values in sorted(rules, key=lambda rule: -len(rule[1]["stands"])):
        entry = _entry(values, ("rules", number))
        closed = _Taken([*taken, *_exceptions(text, values)])
        spans = [span for span in _occurrences(text, entry.stands) if not closed.meets(span)]
        found += [_Found(span, entry) for span in spans]
        taken += [(span.start, span.end) for span in spans]
        unused += [] if spans else [entry]
    return found, unused


class _Taken:
    """Stretches of text that belong to others."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._inside = {at for start, end in stretches for at in range(start, end)}

    def meets(self, span: Span) -> bool:
        return not self._inside.isdisjoint(range(span.start, span.end))


def _exceptions(text: str, values: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for context in values.get("except", []):
        yield from ((span.start, span.end) for span in _occurrences(text, context))


def _occurrences(text: str, words: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in re.finditer(re.escape(words), text))


def _unfit(content: ContentFile, text: str, found: list[_Found], *, known: bool) -> Iterator[Problem]:
    seen: set[Place] = set()
    for one in found:
        entry = one.entry
        if entry.place in seen:
            continue
        seen.add(entry.place)
        if known and entry.evidence and entry.evidence not in text:
            yield content.problem((*entry.place, "evidence"), f"{entry.evidence!r} is not in the text")
        if entry.read is None and entry.certainty != "doubtful" and entry.kind != REDACTION:
            yield content.problem(entry.place, f"{entry.id!r} has no `read`; say it, or call the entry doubtful")


def _edit(base: Edition, one: _Found, text: str) -> Edit:
    entry = one.entry
    read = entry.stands if entry.read is None else entry.read
    span, read = _between_page_marks(base, one.span, read)
    at = text.find(entry.evidence) if entry.evidence else -1
    evidence = base.to_source(Span(at, at + len(entry.evidence))) if at >= 0 else None
    return Edit(
        base.to_source(span), read, entry.kind, entry.certainty, entry.reason, entry.conjecture, evidence, entry.id
    )


def _between_page_marks(base: Edition, span: Span, read: str) -> tuple[Span, str]:
    """The span with what stays the same at its ends cut off, where a page mark stands inside it.

    `方案生` page mark `育` becomes `方案` alone, so that the page mark keeps its own place.
    """
    if len(base.to_source(span)) == len(span):
        return span, read
    stands = span.of(base.reading)
    before = _alike(stands, read)
    if before == len(stands):  # only remarked on: the part before the page mark bears the remark
        while len(base.to_source(span)) > len(span):
            span = Span(span.start, span.end - 1)
        return span, span.of(base.reading)
    after = _alike(stands[before:][::-1], read[before:][::-1])
    return Span(span.start + before, span.end - after), read[before : len(read) - after]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
