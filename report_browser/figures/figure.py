"""Figures: every quantity of a reading, what it says, and its exact place.

The terms are those of quantity extraction (MeasEval, SemEval-2021 task 8): a quantity is a number with its unit and
modifier; it gives a measured property of a measured entity. Aspect and status are this project's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from report_browser.figures.measured.aspects import Aspect
from report_browser.figures.measured.clauses import Context, Subject, parse_clauses
from report_browser.figures.measured.inferred_units import InferredUnit, infer_unit
from report_browser.figures.measured.owners import find_home, find_owner, find_project, is_item
from report_browser.figures.measured.periods import (
    NOTHING_ANNOUNCED,
    Announced,
    Paragraph,
    Period,
    find_periods,
)
from report_browser.figures.measured.runs import find_subjects
from report_browser.figures.measured.scopes import find_scopes
from report_browser.figures.measured.sentences import find_sentences
from report_browser.figures.measured.sides import Sides, find_sides
from report_browser.figures.measured.statuses import Status, is_plan
from report_browser.figures.quantities.acceptance import find_quantities
from report_browser.figures.quantities.modifiers import Bound
from report_browser.figures.quantities.numerals import half_width
from report_browser.figures.quantities.quantity import Form, Quantity
from report_browser.outline.outline import Outline, Section
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity as printed. Spans are positions in the reading; texts are as printed and empty where there is none."""

    number: Span  # the numeral alone
    phrase: Span  # the numeral with modifiers, unit and the thing counted behind it
    sentence: Span
    values: tuple[Decimal, ...]  # in the printed unit: one of a number, two of a range, or the parts of a ratio
    form: Form
    unit: str
    unit_span: Span
    inferred_unit: str  # the sign that printing lost (‰), or the unit with what it is paid per (元/月)
    inferred_reason: str  # why it must be this one, in Chinese
    qualifier: str  # the modifiers, joined by a space where there are two
    bound: Bound  # how the true value lies to the number
    period: str
    period_place: Span  # where it is printed, which tells two blanked years (xx年) apart; empty where there is none
    subject: str  # what is measured
    scope: str  # 全县, 原来
    scale: Decimal  # one printed unit is so many of `base_unit`
    base_unit: str
    change: str  # 增长, 降低 and the like, where the number says by how much or to what something changed
    measured_property: str  # 平均年龄; `subject` without its owner and its verb of change
    measured_entity: str  # whose property it is: 村级计生专干
    aspect: Aspect  # how much it came to, what part it is, or by how much it changed or differs
    status: Status  # a result, an aim, a norm or a forecast
    base: str  # of a change, growth, multiple or difference: the words that say from what it is counted
    base_number: Span  # or the number that it is counted from; else empty
    carried_period: str  # `period` where it stands in another clause or sentence, else empty
    stage: str  # which side of a comparison: 公开选拔前, 原来

    @property
    def value(self) -> str:
        """The number as read: `138.6`, `3-5`, `16.4:1`."""
        return self._joined(format(value, "f") for value in self.values)

    @property
    def base_value(self) -> str:
        """The same in `base_unit`: `1386000`."""
        return self._joined(format(plain(value), "f") for value in self.base_values)

    @property
    def is_growth(self) -> bool:
        """Whether it says by how much something changed (增长9.3%), not what it came to."""
        return bool(self.change) and self.subject.endswith(self.change)

    def _joined(self, numbers: Iterable[str]) -> str:
        return (":" if self.form == "ratio" else "-").join(numbers)

    @property
    def base_values(self) -> tuple[Decimal, ...]:
        """The values in `base_unit`: 138.6万元 is 1386000 元."""
        return tuple(value * self.scale for value in self.values)


def extract_figures(text: str, outline: Outline) -> tuple[Figure, ...]:
    """The figures of the paragraphs of a reading, in text order; those of headings and titles are left out."""
    home = find_home(text)
    sections = (found for top in outline.sections for found in _with_headings(text, top, ()))
    return tuple(figure for section, headings in sections for figure in _of_section(text, section, headings, home))


def _with_headings(text: str, section: Section, above: tuple[str, ...]) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """A section and those below it, each with the titles over its paragraphs, outermost first."""
    headings = (*above, section.title.of(text))
    yield section, headings
    for child in section.children:
        yield from _with_headings(text, child, headings)


def _of_section(text: str, section: Section, headings: Sequence[str], home: str) -> Iterator[Figure]:
    over = _Over(planned=is_plan(headings), home=home)
    for paragraph in section.paragraphs:
        figures, over = _of_paragraph(paragraph.span.of(text), paragraph.span.start, over)
        yield from figures


@dataclass(frozen=True, slots=True)
class _Over:
    """What governs a paragraph from above it."""

    planned: bool  # whether a heading announces what is planned
    announced: Announced = NOTHING_ANNOUNCED  # the time that a paragraph announces for the list behind it
    owner: str = ""  # whom a list is about
    home: str = ""  # the place that the whole text is about


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a figure is made of, in positions of its paragraph."""

    sentence: Span
    quantity: Quantity
    period: Period
    subject: Subject
    scope: str
    sides: Sides
    inferred: InferredUnit


def _of_paragraph(text: str, start: int, over: _Over) -> tuple[list[Figure], _Over]:
    """The figures of one paragraph, which begins at `start` in the reading, and what it says over the next."""
    half = half_width(text)
    quantities = find_quantities(half)
    sentences = find_sentences(half)
    places = [quantity.phrase.start for quantity in quantities]
    periods, announced = find_periods(Paragraph(half, text, start), sentences, places, over.announced)
    over = replace(over, announced=announced)
    dated = list(zip(quantities, periods, strict=True))
    figures: list[Figure] = []
    project = ""
    for sentence in sentences:
        project = find_project(half, sentence) or project
        owner = find_owner(half, sentence) or (over.owner if is_item(half, sentence) else "")
        over = replace(over, owner=owner or project)
        own = dated[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        figures += [_figure(text, start, parts) for parts in _of_sentence(half, sentence, own, over)]
    return figures, over


def _of_sentence(text: str, sentence: Span, dated: Sequence[tuple[Quantity, Period]], over: _Over) -> Iterator[_Parts]:
    """What the figures of one sentence are made of; its quantities are given with their periods."""
    quantities = [quantity for quantity, _ in dated]
    clauses = list(parse_clauses(text, sentence, quantities))
    subjects = find_subjects(text, clauses)
    scopes = find_scopes(text, sentence, quantities)
    context = Context(text, sentence, over.owner, over.planned, over.home)
    sides = find_sides(context, clauses, subjects)
    inferred = (infer_unit(context, clause, subject) for clause, subject in zip(clauses, subjects, strict=True))
    for (quantity, period), subject, scope, side, unit in zip(dated, subjects, scopes, sides, inferred, strict=True):
        yield _Parts(sentence, quantity, period, subject, scope, side, unit)


def _figure(text: str, start: int, parts: _Parts) -> Figure:
    """The figure of a paragraph with the printed `text`, in positions of the reading."""
    quantity, unit, subject, sides = parts.quantity, parts.quantity.unit, parts.subject, parts.sides
    return Figure(
        number=quantity.number.shift(start),
        phrase=Span(quantity.phrase.start, max(quantity.phrase.end, subject.counted.end)).shift(start),
        sentence=parts.sentence.shift(start),
        values=quantity.values,
        form=quantity.form,
        unit=unit.printed,
        unit_span=unit.span.shift(start),
        inferred_unit=parts.inferred.unit,
        inferred_reason=parts.inferred.reason,
        qualifier=quantity.modifier_text(text),
        bound=_bound(parts),
        period=parts.period.text,
        period_place=parts.period.place,
        subject=subject.text,
        scope=parts.scope,
        scale=unit.scale,
        base_unit=unit.base or parts.inferred.unit,
        change=subject.change,
        measured_property=sides.measured.property,
        measured_entity=sides.measured.entity,
        aspect=sides.aspect,
        status=sides.status,
        base=sides.base,
        base_number=sides.base_number.shift(start) if sides.base_number else sides.base_number,
        carried_period=parts.period.text if parts.period.carried else "",
        stage=parts.scope if _STAGE.search(parts.scope) else "",
    )


def _bound(parts: _Parts) -> Bound:
    """How the true value lies to the number; 超 before what something is above a standard by says nothing of it."""
    modifiers = parts.quantity.modifiers
    return "" if parts.sides.base_number and len(modifiers.spans) == 1 else modifiers.bound


_STAGE = re.compile("原来|[前后]\\Z")


def plain(value: Decimal) -> Decimal:
    """A number without zeros behind its decimals: 1386000.0 is 1386000."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
