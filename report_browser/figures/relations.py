"""Relations: figures that belong together: before and after, a whole and its parts, shares of one list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Literal

from report_browser.figures.ends import InferredEnd, find_end, goes_from
from report_browser.figures.figure import Figure
from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.sentences import in_brackets

Direction = Literal["up", "down", ""]
GroupKind = Literal["shares", "series"]

_FURTHEST = 6  # figures that are looked back at
_LONGEST_GAP = 30  # characters between two figures that may belong together


@dataclass(frozen=True, slots=True)
class Change:
    """A change; its figures are given by their index among those of the reading, None where they are not printed.

    `由43.2岁降低到35.4岁` has `before` and `after`; `156.8万元，增长3.2%` has `after` and `by`; `由原来23%的女性全部变为女性`
    has `before` and `inferred`.
    """

    direction: Direction
    before: int | None = None
    after: int | None = None
    by: int | None = None
    inferred: InferredEnd | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole and its parts behind 其中, by their index among the figures; they need not add up to the whole."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one list, by index: `shares` of one whole (小学占21%，初中占60%) or a `series` (分别为2.8万元和1.3万元)."""

    kind: GroupKind
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of a reading's figures, each in text order."""

    changes: tuple[Change, ...]
    parts: tuple[Parts, ...]
    groups: tuple[Group, ...]


def find_relations(text: str, figures: Sequence[Figure]) -> Relations:
    """The relations between the figures of the reading `text`, which are given in text order.

    A figure without a value has none.
    """
    return Relations(
        tuple(_changes(text, figures)),
        tuple(_parts(text, figures)),
        (*_groups(text, figures, "shares", _SHARE), *_groups(text, figures, "series", _SERIES)),
    )


def direction(word: str) -> Direction:
    """Whether a word for change is up (增长) or down (降低); empty for any other word."""
    words = lexicon("phrases")
    return "up" if word in words["rises"] else "down" if word in words["falls"] else ""


def _changes(text: str, figures: Sequence[Figure]) -> Iterator[Change]:
    for at, figure in enumerate(figures):
        if end := find_end(text, figure):
            yield Change("", before=at, inferred=end)
        if not (figure.change and figure.values):
            continue
        if at and _from_to(text, figures[at - 1], figure):
            yield Change(direction(figure.change), before=at - 1, after=at)
        elif figure.is_growth:
            yield Change(direction(figure.change), after=_grown(figures, at), by=at)


def _from_to(text: str, one: Figure, other: Figure) -> bool:
    """Whether two neighbouring figures are the values before and after a change: 由43.2岁降低到35.4岁."""
    gap = text[one.phrase.end : max(other.phrase.start, one.phrase.end)]
    alike = one.sentence == other.sentence and one.base_unit == other.base_unit and len(gap) <= _LONGEST_GAP
    return alike and bool(one.values) and bool(_to().search(gap)) and goes_from(text, one)


def _grown(figures: Sequence[Figure], by: int) -> int | None:
    """The index of what grew: the nearest figure before the growth at `by` in its sentence with the same subject."""
    growth = figures[by]
    for at in range(by - 1, max(by - _FURTHEST, -1), -1):
        figure = figures[at]
        if figure.sentence != growth.sentence:
            return None
        if (
            figure.values
            and figure.subject
            and growth.subject.startswith(figure.subject)
            and figure.base_unit not in ("倍", "")
        ):
            return at
    return None


@cache
def _to() -> re.Pattern[str]:
    words = lexicon("phrases")
    return re.compile(rf"(?:{either([*words['rises'], *words['falls']])})(?:到|至|为)[^，]*\Z")


def _parts(text: str, figures: Sequence[Figure]) -> Iterator[Parts]:
    """The parts behind each 其中, with their whole. They end at ；, unless 其中 opens a list (其中：) or a sentence."""
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
    """The index of the whole: the nearest figure up to `at` with the unit of `part` that is no change, average or plan.

    None where there is none, or it is less than the part.
    """
    for candidate in range(at, max(at - _FURTHEST, -1), -1):
        figure = figures[candidate]
        if part.values and figure.base_unit == part.base_unit and _is_plain(text, figure):
            return candidate if figure.base_values[0] >= part.base_values[0] else None
    return None


def _adding_up(figures: Sequence[Figure], whole: int, parts: tuple[int, ...]) -> tuple[int, ...]:
    """The first of the parts where they add up to the whole, since those behind divide it otherwise; else all parts."""
    goal, sums = figures[whole].base_values[0], accumulate(figures[part].base_values[0] for part in parts)
    ends = [number for number, made in enumerate(sums, 1) if made == goal and number > 1]
    return parts[: ends[0]] if ends else parts


def _members(text: str, figures: Sequence[Figure], first: int, stop: str) -> Iterator[int]:
    """The indices of the parts from `first` on.

    They end with the sentence, with the bracket that they stand in, before the next 其中, and before `stop`, unless empty.
    """
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
    """Whether a figure stands in brackets."""
    return in_brackets(text, figure.number.start, figure.sentence.start)


def _is_plain(text: str, figure: Figure) -> bool:
    """Whether a figure can be a whole or a part: no change, no average (均), no budget that another is compared with."""
    lead = text[max(figure.sentence.start, figure.number.start - _LONGEST_GAP) : figure.number.start]
    plan = re.search("(?:占|为|完成)[^，；]*预算[^，；]*\\Z", lead)
    return (
        figure.form == "number"
        and bool(figure.values)
        and not figure.change
        and not plan
        and "均" not in figure.subject
    )


_SHARE = re.compile(r"[，；、][^，。；：]{1,20}占(?:比)?\Z")
_SERIES = re.compile(r"\A ?(?:、|和|与|及|以及) ?\Z")


def _groups(text: str, figures: Sequence[Figure], kind: GroupKind, joint: re.Pattern[str]) -> Iterator[Group]:
    """The runs of two figures or more between which only what `joint` finds stands."""
    run: list[int] = []
    for at, figure in enumerate(figures):
        if not (run and _follows(text, figures[at - 1], figure, joint)):
            yield from [Group(kind, tuple(run))] if len(run) > 1 else []
            run = []
        run.append(at)
    yield from [Group(kind, tuple(run))] if len(run) > 1 else []


def _follows(text: str, one: Figure, other: Figure, joint: re.Pattern[str]) -> bool:
    """Whether a figure goes on with the list of the one before it: same sentence, unit and scope, `joint` between."""
    valued = bool(one.values and other.values)
    alike = valued and one.sentence == other.sentence and one.base_unit == other.base_unit and one.scope == other.scope
    between = text[one.phrase.end : max(other.phrase.start, one.phrase.end)]
    return alike and bool(one.values and other.values) and "其中" not in between and bool(joint.search(between))
