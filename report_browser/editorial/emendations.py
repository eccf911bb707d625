"""Emendations: the repairs that editors write, as edits; and the edition that is made of these and the mechanical ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from report_browser.editorial.files import ContentFile, Contents, KeyPath
from report_browser.errors import Problem, ReportError
from report_browser.text.edition import Certainty, Edit, Edition, EditKind, lift, merge
from report_browser.text.mechanical import find_breaks, find_signs
from report_browser.text.source import Source
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of `content/emendations.yml`: a rule, which applies in many places, or one place."""

    id: str
    stands: str
    read: str | None  # None where nothing is changed: the entry is a remark
    kind: EditKind
    certainty: Certainty
    reason: str
    evidence: str
    conjecture: str
    place: KeyPath  # where in the file it is written


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """A place that an entry applies to; `span` is in the reading of the base edition."""

    span: Span
    entry: Entry


def make_edition(source: Source, contents: Contents) -> Edition:
    """The edition of a source: breaks taken out, emendations made, then numbers and punctuation mended.

    Raises `ReportError` with every emendation that does not fit the text.
    """
    breaks = find_breaks(source.text)
    base = Edition(source.text, breaks)
    emendations = find_emendations(contents["emendations"], base, source.sha256)
    signs = lift(find_signs(base.reading), base)
    return Edition(source.text, merge(breaks, emendations, signs))


def find_emendations(content: ContentFile, base: Edition, sha256: str) -> tuple[Edit, ...]:
    """Emendations in text order. They are looked for in the reading of `base`, where no block marks cut words in two.

    Rules apply only to a text that holds one of the file's `signs`, places only to the text with their SHA-256.
    Raises `ReportError` with all entries that do not fit: a place not found or found twice, places that overlap,
    evidence that is not in the text, a rule that never applies to a text which the file lists.
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


def _entry(values: dict[str, Any], place: KeyPath) -> Entry:
    stays = values["certainty"] == "doubtful" or "read" not in values
    return Entry(
        values["id"],
        values["stands"],
        None if stays else values["read"],
        EditKind(values["kind"]),
        values["certainty"],
        values["reason"],
        values.get("evidence", ""),
        values.get("conjecture", ""),
        place,
    )


def _places(content: ContentFile, text: str, sha256: str) -> tuple[list[_Occurrence], list[Problem]]:
    """The places of the text with this SHA-256, and the problems with those that cannot be found or overlap."""
    found: list[_Occurrence] = []
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
                found.append(_Occurrence(Span(start, start + len(entry.stands)), entry))
    return found, problems + list(_overlaps(content, found))


def _misplaced(values: dict[str, Any], text: str) -> tuple[str, str] | None:
    """The key of an entry that does not point to exactly one place, and what is wrong; None where all is well."""
    times, inside = text.count(values["in"]), values["in"].count(values["stands"])
    if times != 1:
        found = "is not in the text" if not times else f"is in the text {times} times; give more of what is around it"
        return "in", f"{values['in']!r} {found}"
    if inside != 1:
        found = "is not in `in`" if not inside else f"is in `in` {inside} times; give less of what is around it"
        return "stands", f"{values['stands']!r} {found}"
    return None


def _overlaps(content: ContentFile, found: list[_Occurrence]) -> Iterator[Problem]:
    for one, other in pairwise(sorted(found, key=lambda place: place.span)):
        if other.span.start < one.span.end:
            yield content.problem(other.entry.place, f"{other.entry.id!r} overlaps {one.entry.id!r}; join them")


def _rules(content: ContentFile, text: str, places: list[_Occurrence]) -> tuple[list[_Occurrence], list[Entry]]:
    """Where the rules apply outside `places`, those with the longest words first; and the rules that apply nowhere."""
    if not any(sign in text for sign in content.value["signs"]):
        return [], []
    taken = [(one.span.start, one.span.end) for one in places]
    found: list[_Occurrence] = []
    unused: list[Entry] = []
    rules = list(enumerate(content.value["rules"]))
    for number, values in sorted(rules, key=lambda rule: -len(rule[1]["stands"])):
        entry = _entry(values, ("rules", number))
        closed = _Taken([*taken, *_exceptions(text, values)])
        spans = [span for span in _occurrences(text, entry.stands) if not closed.meets(span)]
        found += [_Occurrence(span, entry) for span in spans]
        taken += [(span.start, span.end) for span in spans]
        unused += [] if spans else [entry]
    return found, unused


class _Taken:
    """Characters that a rule may not touch: they belong to places, to longer rules or to the rule's exceptions."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._inside = {at for start, end in ranges for at in range(start, end)}

    def meets(self, span: Span) -> bool:
        return not self._inside.isdisjoint(range(span.start, span.end))


def _exceptions(text: str, values: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for context in values.get("except", []):
        yield from ((span.start, span.end) for span in _occurrences(text, context))


def _occurrences(text: str, words: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in re.finditer(re.escape(words), text))


def _unfit(content: ContentFile, text: str, found: list[_Occurrence], *, known: bool) -> Iterator[Problem]:
    """Problems of entries that apply, one entry once: missing evidence (in a `known` text) and a missing `read`."""
    seen: set[KeyPath] = set()
    for one in found:
        entry = one.entry
        if entry.place in seen:
            continue
        seen.add(entry.place)
        if known and entry.evidence and entry.evidence not in text:
            yield content.problem((*entry.place, "evidence"), f"{entry.evidence!r} is not in the text")
        if entry.read is None and entry.certainty != "doubtful" and entry.kind is not EditKind.REDACTION:
            yield content.problem(entry.place, f"{entry.id!r} has no `read`; say it, or call the entry doubtful")


def _edit(base: Edition, one: _Occurrence, text: str) -> Edit:
    entry = one.entry
    read = entry.stands if entry.read is None else entry.read
    span, read = _clear_of_breaks(base, one.span, read)
    at = text.find(entry.evidence) if entry.evidence else -1
    evidence = base.to_source(Span(at, at + len(entry.evidence))) if at >= 0 else None
    return Edit(
        base.to_source(span), read, entry.kind, entry.certainty, entry.reason, entry.conjecture, evidence, entry.id
    )


def _clear_of_breaks(base: Edition, span: Span, read: str) -> tuple[Span, str]:
    """A span of the base reading and what is to stand there, made shorter where a break stands inside the span.

    What stays the same at its ends is cut off: of 方案生⟨block mark⟩育 → 计划生育 only 方案 → 计划 is left, so that
    the block mark keeps its own place.
    """
    if len(base.to_source(span)) == len(span):
        return span, read
    stands = span.of(base.reading)
    before = _alike(stands, read)
    if before == len(stands):  # a remark is put on the part before the break
        while len(base.to_source(span)) > len(span):
            span = Span(span.start, span.end - 1)
        return span, span.of(base.reading)
    after = _alike(stands[before:][::-1], read[before:][::-1])
    return Span(span.start + before, span.end - after), read[before : len(read) - after]


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
