"""Sides: what each number of a sentence says besides its quantity, joined from the rules of aspect, status and entity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_browser.figures.measured.aspects import Aspect, find_aspect
from report_browser.figures.measured.bases import find_base
from report_browser.figures.measured.clauses import Clause, Context, Subject
from report_browser.figures.measured.entities import Said, find_said
from report_browser.figures.measured.properties import Measured
from report_browser.figures.measured.statuses import Status, find_status
from report_browser.text.span import Span

_MOST_SAID = 12  # numbers looked back at, so that a sentence without end takes no longer
_BASED = ("change", "growth", "multiple", "difference")
_OWN_VERB = re.compile("[达为共总占]")  # 净增9户、总数达61户: the second is not an amount by which something rose


@dataclass(frozen=True, slots=True)
class Sides:
    """What a number says: of what property of what entity, as what aspect and status.

    A number of another aspect than level and share has a base: the words that name it, or the number it is counted
    from, as a place of the paragraph; both are empty where the text says neither.
    """

    measured: Measured
    aspect: Aspect
    status: Status
    base: str = ""
    base_number: Span = Span(0, 0)


def find_sides(context: Context, clauses: Sequence[Clause], subjects: Sequence[Subject]) -> Iterator[Sides]:
    """The sides of the numbers of one sentence, in order."""
    said: list[Said] = []
    previous: tuple[Clause, Sides] | None = None
    for clause, subject in zip(clauses, subjects, strict=True):
        said.append(find_said(context, clause, subject, said[-_MOST_SAID:]))
        measured = said[-1].measured
        aspect = find_aspect(context, clause, subject)
        own = Sides(measured, aspect, find_status(context, clause, aspect))
        sides = _with_base(context, clause, _carried_on(context.text, clause, own, previous), previous)
        previous = clause, sides
        yield sides


def _carried_on(text: str, clause: Clause, own: Sides, previous: tuple[Clause, Sides] | None) -> Sides:
    """A number that only goes on with a list (增长9.2%，11.7%) says what the one before it says."""
    if not previous or previous[0].quantity.unit.base != clause.quantity.unit.base:
        return own
    bare = not _gap(text, previous[0], clause).strip("、和与及 ，,")
    if not (bare or clause.position):
        return own
    status = previous[1].status if own.status == "reported" else own.status
    alike = bare or not _OWN_VERB.search(clause.left)
    aspect = previous[1].aspect if alike and previous[1].aspect != "multiple" else own.aspect
    return replace(own, aspect=aspect, status=status)


def _gap(text: str, one: Clause, other: Clause) -> str:
    return text[one.quantity.phrase.end : max(other.quantity.phrase.start, one.quantity.phrase.end)]


def _with_base(context: Context, clause: Clause, sides: Sides, previous: tuple[Clause, Sides] | None) -> Sides:
    if previous and _is_excess(context.text, clause, sides, previous):
        return replace(sides, aspect="difference", status="reported", base_number=previous[0].quantity.number)
    if sides.aspect not in _BASED:
        return sides
    base = find_base(context, clause)
    goes_on = previous and previous[1].aspect in _BASED and previous[1].measured.property == sides.measured.property
    return replace(sides, base=base or (previous[1].base if previous and goes_on else ""))


def _is_excess(text: str, clause: Clause, sides: Sides, previous: tuple[Clause, Sides]) -> bool:
    """Whether a number says how much more than the standard before it: 按人均2.8元计算，人均超0.15元."""
    one, other = previous[0].quantity, clause.quantity
    over = sides.aspect == "level" and re.search("超\\Z", text[: other.number.start].rstrip()[-2:])
    alike = one.unit.base == other.unit.base and previous[1].status in ("required", "target")
    smaller = one.values and other.values and other.values[0] * other.unit.scale < one.values[0] * one.unit.scale
    return bool(over and alike and smaller)
