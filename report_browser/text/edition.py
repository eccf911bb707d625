"""The edition: a source and a list of edits, which together are the reading; every position maps both ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Literal

from report_browser.text.span import Span

Certainty = Literal["certain", "probable", "doubtful"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in the source text; where `replacement` is what stands, it only remarks on the place."""

    span: Span
    replacement: str
    kind: str
    certainty: Certainty = "certain"
    reason: str = ""  # one sentence of Markdown
    conjecture: str = ""  # what one may suppose where nothing is changed
    evidence: Span | None = None  # another place of the source that shows it
    origin: str = ""  # id of the editorial entry; a page mark's number


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of source and reading that answer to each other: kept as it is, or edited."""

    source: Span
    reading: Span
    was: str  # the source's characters where edited, else empty
    edit: Edit | None


@dataclass(frozen=True)
class Edition:
    """A source text with edits in text order that do not overlap (`ValueError` otherwise)."""

    source: str
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        place = 0
        for edit in self.edits:
            if edit.span.start < place or edit.span.end > len(self.source):
                raise ValueError(f"edit out of order, overlapping or outside the text: {edit}")
            place = edit.span.end

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Source and reading from first to last character, edits and what lies between."""
        return tuple(_stretches(self.source, self.edits))

    @cached_property
    def reading(self) -> str:
        """The text with the edits made."""
        return "".join(part.edit.replacement if part.edit else part.source.of(self.source) for part in self.stretches)

    def to_source(self, span: Span) -> Span:
        """Where a span of the reading stands in the source; inside a replacement, the whole of what stood."""
        return _carry(span, self._by_reading, attrgetter("reading"), attrgetter("source"))

    def to_reading(self, span: Span) -> Span:
        """Where a span of the source stands in the reading; inside an edit, the whole replacement."""
        return _carry(span, self._by_source, attrgetter("source"), attrgetter("reading"))

    @cached_property
    def _by_reading(self) -> tuple[list[int], list[Stretch]]:
        parts = [part for part in self.stretches if part.reading]
        return [part.reading.start for part in parts], parts

    @cached_property
    def _by_source(self) -> tuple[list[int], list[Stretch]]:
        parts = [part for part in self.stretches if part.source]
        return [part.source.start for part in parts], parts


def undo(edition: Edition) -> str:
    """The source text again, from the reading and the log of what each edit replaced."""
    return "".join(part.was if part.edit else part.reading.of(edition.reading) for part in edition.stretches)


def merge(*layers: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits of one source in text order; an edit that meets one of an earlier layer gives way to it."""
    merged: list[Edit] = []
    for layer in layers:
        starts = [edit.span.start for edit in merged]
        merged += [edit for edit in layer if not _meets(edit.span, merged, starts)]
        merged.sort(key=lambda edit: (edit.span, edit.kind))
    return tuple(merged)


def lift(edits: Iterable[Edit], edition: Edition) -> Iterator[Edit]:
    """Edits found in an edition's reading, as edits of its source."""
    for edit in edits:
        yield replace(edit, span=edition.to_source(edit.span))


def _meets(span: Span, edits: list[Edit], starts: list[int]) -> bool:
    at = bisect_left(starts, span.end)
    return at > 0 and edits[at - 1].span.end > span.start


def _stretches(source: str, edits: tuple[Edit, ...]) -> Iterator[Stretch]:
    place = written = 0
    for edit in edits:
        kept = edit.span.start - place
        if kept:
            yield Stretch(Span(place, edit.span.start), Span(written, written + kept), "", None)
        written += kept
        reading = Span(written, written + len(edit.replacement))
        yield Stretch(edit.span, reading, edit.span.of(source), edit)
        place, written = edit.span.end, reading.end
    if place < len(source):
        rest = len(source) - place
        yield Stretch(Span(place, len(source)), Span(written, written + rest), "", None)


def _carry(
    span: Span,
    index: tuple[list[int], list[Stretch]],
    here: attrgetter[Span],
    there: attrgetter[Span],
) -> Span:
    starts, parts = index
    if not parts:
        return Span(0, 0)
    first = parts[max(bisect_right(starts, span.start) - 1, 0)]
    inside = span.start - here(first).start
    start = there(first).start if first.edit else there(first).start + inside
    if first.edit and span.start >= here(first).end:  # behind the last character
        start = there(first).end
    if not span:
        return Span(start, start)
    last = parts[max(bisect_left(starts, span.end) - 1, 0)]
    end = there(last).end if last.edit else there(last).start + span.end - here(last).start
    return Span(start, max(start, end))
