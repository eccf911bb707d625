"""Acts: the readings of a paragraph's clauses joined into measures, each with its span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_browser.measures.clauses import Reading
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Act:
    """One act: the clause that holds its verb, and its span with means before and what goes on behind."""

    main: Reading
    span: Span
    opened: Span  # the clauses of means before it, or empty
    parts: tuple[Reading, ...]


def join_acts(text: str, readings: Sequence[Reading]) -> Iterator[Act]:
    """The acts of a paragraph's clauses, in order."""
    opening: Reading | None = None
    act: list[Reading] = []
    opened: Reading | None = None
    last: Reading | None = None
    for one in readings:
        if last and (last.clause.sentence != one.clause.sentence or last.clause.close in "；;" or one.clause.mark):
            if act:
                yield _act(act, opened)
            act, opened, opening = [], None, None
        if one.role == "tail" and act:
            act.append(one)
        elif one.role == "act" and act and _goes_on(text, act, one):
            act.append(one)
        else:
            if act:
                yield _act(act, opened)
            act = []
            if one.role == "act":
                act, opened, opening = [one], (None if one.actor else opening), None
            elif one.role in ("means", "actor"):
                opening = opening or one
            elif one.role != "scene":
                opening = None
        last = one
    if act:
        yield _act(act, opened)


def _goes_on(text: str, act: Sequence[Reading], one: Reading) -> bool:
    """Whether a clause goes on with the drive before it: the same verb, no other actor."""
    return not one.actor and one.verb.of(text) == act[0].verb.of(text) != ""


def _act(parts: Sequence[Reading], opened: Reading | None) -> Act:
    start = opened.start if opened else parts[0].start
    return Act(parts[0], Span(start, parts[-1].end), Span(start, parts[0].start), tuple(parts))
