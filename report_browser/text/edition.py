"""The edition: a source text with a list of edits. The edits make the reading; every position maps both ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Literal

from report_browser.text.span import Span

Certainty = Literal["certain", "probable", "doubtful"]


class EditKind(StrEnum):
    """What is edited. Its value is the word in `content/emendations.yml` (but for the first five) and in the data.

    A new kind needs a line here, in `editorial/schemas/emendations.yml` and in `templates/words.j2`.
    """

    BLOCK_MARK = "page-break"  # the number of a block; the data's word is kept
    PAGE_FOOTER = "page-footer"
    LINE_BREAK = "line-break"
    PUNCTUATION = "punctuation"  # half-width
    NUMBER_SPACE = "number-space"

    WORD_SWAPPED = "word-swapped"
    CHARACTERS_MERGED = "characters-merged"
    MISREAD = "misread"
    CHARACTER_LOST = "character-lost"
    NUMBER_SWAPPED = "number-swapped"
    UNIT_LOST = "unit-lost"
    PUNCTUATION_LOST = "punctuation-lost"
    SPACE = "space"
    REDACTION = "redaction"  # blanked by whoever passed the text on: nothing is put there
    LIST_MARK = "list-mark"
    EXTRA_CHARACTER = "extra-character"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in the source text. Where `replacement` is what the source has, it is a remark on the place."""

    span: Span
    replacement: str
    kind: EditKind
    certainty: Certainty = "certain"
    reason: str = ""  # one sentence of Markdown
    conjecture: str = ""  # what may have stood here, where nothing is changed
    evidence: Span | None = None  # another place of the source that supports it
    origin: str = ""  # the id of the editorial entry, or a block's number; empty for other mechanical edits


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the source and the piece of the reading that it became: the same characters, or those of one edit."""

    source: Span
    reading: Span
    printed: str  # the source's characters where there is an edit, else empty
    edit: Edit | None


@dataclass(frozen=True)
class Edition:
    """A source text with its edits, which are in text order and do not overlap. Raises `ValueError` otherwise."""

    source: str
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        place = 0
        for edit in self.edits:
            if edit.span.start < place or edit.span.end > len(self.source):
                raise ValueError(f"edit out of order, overlapping or outside the text: {edit}")
            place = edit.span.end

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The whole text in order: a segment for each edit and for each piece between edits."""
        return tuple(_segments(self.source, self.edits))

    @cached_property
    def reading(self) -> str:
        """The text with the edits made."""
        return "".join(part.edit.replacement if part.edit else part.source.of(self.source) for part in self.segments)

    def to_source(self, span: Span) -> Span:
        """The span of the source for a span of the reading; a part of a replacement gives all that was replaced."""
        return _carry(span, self._by_reading, attrgetter("reading"), attrgetter("source"))

    def to_reading(self, span: Span) -> Span:
        """The span of the reading for a span of the source; a part of what was replaced gives the whole replacement."""
        return _carry(span, self._by_source, attrgetter("source"), attrgetter("reading"))

    @cached_property
    def _by_reading(self) -> tuple[list[int], list[Segment]]:
        parts = [part for part in self.segments if part.reading]
        return [part.reading.start for part in parts], parts

    @cached_property
    def _by_source(self) -> tuple[list[int], list[Segment]]:
        parts = [part for part in self.segments if part.source]
        return [part.source.start for part in parts], parts


def undo(edition: Edition) -> str:
    """The source text again, put together from the reading and from what each edit replaced."""
    return "".join(part.printed if part.edit else part.reading.of(edition.reading) for part in edition.segments)


def merge(*layers: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits of one source in text order; an edit that overlaps one of an earlier layer is left out."""
    merged: list[Edit] = []
    for layer in layers:
        starts = [edit.span.start for edit in merged]
        merged += [edit for edit in layer if not _overlaps(edit.span, merged, starts)]
        merged.sort(key=lambda edit: (edit.span, edit.kind))
    return tuple(merged)


def lift(edits: Iterable[Edit], edition: Edition) -> Iterator[Edit]:
    """Edits whose spans are in an edition's reading, with spans in its source instead."""
    for edit in edits:
        yield replace(edit, span=edition.to_source(edit.span))


def _overlaps(span: Span, edits: list[Edit], starts: list[int]) -> bool:
    """Whether a span shares a character with one of `edits`, which are in text order and begin at `starts`."""
    at = bisect_left(starts, span.end)
    return at > 0 and edits[at - 1].span.end > span.start


def _segments(source: str, edits: tuple[Edit, ...]) -> Iterator[Segment]:
    place = written = 0
    for edit in edits:
        kept = edit.span.start - place
        if kept:
            yield Segment(Span(place, edit.span.start), Span(written, written + kept), "", None)
        written += kept
        reading = Span(written, written + len(edit.replacement))
        yield Segment(edit.span, reading, edit.span.of(source), edit)
        place, written = edit.span.end, reading.end
    if place < len(source):
        rest = len(source) - place
        yield Segment(Span(place, len(source)), Span(written, written + rest), "", None)


def _carry(
    span: Span,
    index: tuple[list[int], list[Segment]],
    here: attrgetter[Span],
    there: attrgetter[Span],
) -> Span:
    """A span carried from one side of the segments to the other; an edited segment is carried whole."""
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
