"""Relations: figures that belong together: before and after, a whole and its parts, shares of one list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Literal

from report_browser.figures.figure import Figure
from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.sentences import in_brackets

Direction = Literal["up", "down", ""]

_FURTHEST = 6  # figures looked back at
_LONGEST_GAP = 30  # characters between two figures that are one statement
_CLAUSE = re.compile("[，。；：！？]")


@dataclass(frozen=True, slots=True)
class Change:
    """`由43.2岁降低到35.4岁` has `before` and `after`; `156.8万元，增长3.2%` has `after` and `by`. Figures by position."""

    direction: Direction
    before: int | None = None
    after: int | None = None
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole and those parts of it that the text gives behind 其中; they need not add up to it."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one list: `shares` of one whole (小学占21%，初中占60%…), or a `series` (分别为2.8万元和1.3万元)."""

    kind: Literal["shares", "series"]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of a reading's figures, each in text order."""

    changes: tuple[Change, ...]
    parts: tuple[Parts, ...]
    groups: tuple[Group, ...]


def find_relations(text: str, figures: Sequence[Figure]) -> Relations:
    """The relations between the figures of a reading, which are given in text order."""
    return Relations(
        tuple(_changes(text, figures)),
        tuple(_parts(text, figures)),
        (*_groups(text, figures, "shares", _SHARE), *_groups(text, figures, "series", _SERIES)),
    )


def direction(word: str) -> Direction:
    """Which way a word for change points: 增长 is up, 降低 is down."""
    words = lexicon("phrases")
    return "up" if word in words["rises"] else "down" if word in words["falls"] else ""


def _changes(text: str, figures: Sequence[Figure]) -> Iterator[Change]:
    for at, figure in enumerate(figures):
        if not figure.change:
            continue
        if at and _from_to(text, figures[at - 1], figure):
            yield Change(direction(figure.change), before=at - 1, after=at)
        elif figure.is_growth:
            yield Change(direction(figure.change), after=_grown(figures, at), by=at)


def _from_to(text: str, one: Figure, other: Figure) -> bool:
    gap = text[one.phrase.end : max(other.phrase.start, one.phrase.end)]
    alike = one.sentence == other.sentence and one.base_unit == other.base_unit and len(gap) <= _LONGEST_GAP
    return alike and bool(_to().search(gap)) and _starts(text, one)


def _grown(figures: Sequence[Figure], by: int) -> int | None:
    """The nearest figure before in the sentence that says what a rate of growth is of."""
    growth = figures[by]
    for at in range(by - 1, max(by - _FURTHEST, -1), -1):
        figure = figures[at]
        if figure.sentence != growth.sentence:
            return None
        if figure.subject and growth.subject.startswith(figure.subject) and figure.base_unit not in ("倍", ""):
            return at
    return None


@cache
def _to() -> re.Pattern[str]:
    words = lexicon("phrases")
    return re.compile(rf"(?:{either([*words['rises'], *words['falls']])})(?:到|至|为)[^，]*\Z")


def _starts(text: str, figure: Figure) -> bool:
    """Whether 由 or 从 stands in the clause before a figure."""
    clause = _CLAUSE.split(text[figure.sentence.start : figure.number.start])[-1]
    return "由" in clause or "从" in clause


def _parts(text: str, figures: Sequence[Figure]) -> Iterator[Parts]:
    """Each 其中 makes parts of the figure before it; where it opens a list (其中：, or a sentence), beyond ； as well."""
    for at, (one, other) in enumerate(pairwise(figures)):
        between = text[one.phrase.end : max(other.phrase.start, one.phrase.end)]
        if "其中" not in between or len(between) > 2 * _LONGEST_GAP or "\n" in between:
            continue
        whole = _whole(text, figures, at, other)
        parts = tuple(_members(text, figures, at + 1, "" if _LIST.search(between) else "；"))
        parts = parts if whole is None else _adding_up(figures, whole, parts)
        if whole is not None and parts:
            yield Parts(whole, parts)


_LIST = re.compile("其中[：:]|[。？！]”?其中")


def _whole(text: str, figures: Sequence[Figure], at: int, part: Figure) -> int | None:
    """The nearest figure before a part that is measured alike and said neither of a change nor of a plan."""
    for candidate in range(at, max(at - _FURTHEST, -1), -1):
        figure = figures[candidate]
        if figure.base_unit == part.base_unit and _is_plain(text, figure):
            return candidate if figure.base_values[0] >= part.base_values[0] else None
    return None


def _adding_up(figures: Sequence[Figure], whole: int, parts: tuple[int, ...]) -> tuple[int, ...]:
    """The first parts that make the whole, where some do: what follows them divides it otherwise."""
    goal, sums = figures[whole].base_values[0], accumulate(figures[part].base_values[0] for part in parts)
    ends = [number for number, made in enumerate(sums, 1) if made == goal and number > 1]
    return parts[: ends[0]] if ends else parts


def _members(text: str, figures: Sequence[Figure], first: int, stop: str) -> Iterator[int]:
    """The parts from `first` on, up to the end of the sentence, the next 其中, `stop` or the bracket that they stand in."""
    sentence, unit = figures[first].sentence, figures[first].base_unit
    end, aside = figures[first].phrase.start, _is_aside(text, figures[first])
    for at in range(first, len(figures)):
        figure = figures[at]
        between = text[end : max(figure.phrase.start, end)]
        if figure.sentence != sentence or (aside and not _is_aside(text, figure)):
            return
        end = figure.phrase.end
        if not aside and _is_aside(text, figure):
            continue
        if (at > first and "其中" in between.rpartition("）")[2]) or (stop and stop in between):
            return
        if figure.base_unit == unit and _is_plain(text, figure):
            yield at


def _is_aside(text: str, figure: Figure) -> bool:
    return in_brackets(text, figure.number.start, figure.sentence.start)


def _is_plain(text: str, figure: Figure) -> bool:
    """Whether a figure can be a whole or a part: not a change, not an average, not the plan another is compared with."""
    lead = text[max(figure.sentence.start, figure.number.start - _LONGEST_GAP) : figure.number.start]
    plan = re.search("(?:占|为|完成)[^，；]*预算[^，；]*\\Z", lead)
    return figure.form == "number" and not figure.change and not plan and "均" not in figure.subject


_SHARE = re.compile(r"[，；、][^，。；：]{1,20}占(?:比)?\Z")
_SERIES = re.compile(r"\A ?(?:、|和|与|及|以及) ?\Z")


def _groups(
    text: str, figures: Sequence[Figure], kind: Literal["shares", "series"], joint: re.Pattern[str]
) -> Iterator[Group]:
    """Runs of figures with the same unit and scope that only `joint` parts."""
    run: list[int] = []
    for at, figure in enumerate(figures):
        if not (run and _follows(text, figures[at - 1], figure, joint)):
            yield from [Group(kind, tuple(run))] if len(run) > 1 else []
            run = []
        run.append(at)
    yield from [Group(kind, tuple(run))] if len(run) > 1 else []


def _follows(text: str, one: Figure, other: Figure, joint: re.Pattern[str]) -> bool:
    alike = one.sentence == other.sentence and one.base_unit == other.base_unit and one.scope == other.scope
    between = text[one.phrase.end : max(other.phrase.start, one.phrase.end)]
    return alike and "其中" not in between and bool(joint.search(between))
