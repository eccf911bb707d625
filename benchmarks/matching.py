"""Labelled and found measures matched one to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_browser.text.span import Span

APART = ("document", "honour", "reference")  # kinds that are matched only with their own
_QUOTES = "《》“”"


@dataclass(frozen=True)
class Record:
    """One measure, labelled or found, at its place in the source."""

    span: Span
    kind: str
    vague: bool
    status: str = ""
    mentions: tuple[Span, ...] = ()


def pairs(text: str, labels: Sequence[Record], found: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Labels and finds matched one to one, the best overlaps first; documents only with documents, and so on."""
    graded = [
        (overlap(text, label.span, one.span), label.span, one.span, label, one)
        for label in labels
        for one in found
        if _family(label) == _family(one) and is_half(label.span, one.span)
    ]
    taken: set[int] = set()
    matched = []
    for _, _, _, label, one in sorted(graded, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if id(label) not in taken and id(one) not in taken:
            taken |= {id(label), id(one)}
            matched.append((label, one))
    return matched


def _family(record: Record) -> str:
    return record.kind if record.kind in APART else "act"


def is_half(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the shorter."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common * 2 >= min(len(one), len(other)) and common > 0


def bare(text: str, span: Span) -> Span:
    """A span without the quotation marks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_QUOTES))
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip(_QUOTES)))))


def overlap(text: str, one: Span, other: Span) -> float:
    """What two spans share of all that they cover, quotation marks at their ends apart: from 0 to 1."""
    one, other = bare(text, one), bare(text, other)
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return common / (len(one) + len(other) - common) if common else 0.0
