"""Figures: every quantity of a reading with its number, unit, modifier, period, subject and exact place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Subject, parse_clauses
from report_browser.figures.measured.periods import find_periods, find_scopes
from report_browser.figures.measured.runs import find_subjects
from report_browser.figures.measured.sentences import find_sentences
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
    inferred_unit: str  # the sign that printing lost: ‰
    inferred_reason: str  # why it must be this one, in Chinese
    qualifier: str  # the modifiers, joined by a space where there are two
    bound: Bound  # how the true value lies to the number
    period: str
    subject: str  # what is measured
    scope: str  # 全县, 原来
    scale: Decimal  # one printed unit is so many of `base_unit`
    base_unit: str
    change: str  # 增长, 降低 and the like, where the number says by how much or to what something changed

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
    return tuple(figure for section in outline.all_sections for figure in _of_section(text, section))


def _of_section(text: str, section: Section) -> Iterator[Figure]:
    announced = ""  # the time that a paragraph ending with a colon announces for the list behind it
    for paragraph in section.paragraphs:
        figures, announced = _of_paragraph(paragraph.span.of(text), paragraph.span.start, announced)
        yield from figures


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a figure is made of, in positions of its paragraph."""

    sentence: Span
    quantity: Quantity
    period: str
    subject: Subject
    scope: str


def _of_paragraph(text: str, start: int, announced: str) -> tuple[list[Figure], str]:
    """The figures of one paragraph, which begins at `start` in the reading, and the time it announces for a list."""
    half = half_width(text)
    quantities = find_quantities(half)
    sentences = find_sentences(half)
    places = [quantity.phrase.start for quantity in quantities]
    periods, announced = find_periods(half, text, sentences, places, announced)
    dated = list(zip(quantities, periods, strict=True))
    figures: list[Figure] = []
    for sentence in sentences:
        own = dated[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        figures += [_figure(text, start, parts) for parts in _of_sentence(half, sentence, own)]
    return figures, announced


def _of_sentence(text: str, sentence: Span, dated: Sequence[tuple[Quantity, str]]) -> Iterator[_Parts]:
    """What the figures of one sentence are made of; its quantities are given with their periods."""
    quantities = [quantity for quantity, _ in dated]
    subjects = find_subjects(text, list(parse_clauses(text, sentence, quantities)))
    scopes = find_scopes(text, sentence, quantities)
    for (quantity, period), subject, scope in zip(dated, subjects, scopes, strict=True):
        yield _Parts(sentence, quantity, period, subject, scope)


def _figure(text: str, start: int, parts: _Parts) -> Figure:
    """The figure of a paragraph with the printed `text`, in positions of the reading."""
    quantity, unit, subject = parts.quantity, parts.quantity.unit, parts.subject
    lost_sign = not unit.printed and quantity.form != "ratio"
    inferred, reason = _inferred(subject.text) if lost_sign else ("", "")
    return Figure(
        quantity.number.shift(start),
        Span(quantity.phrase.start, max(quantity.phrase.end, subject.counted.end)).shift(start),
        parts.sentence.shift(start),
        quantity.values,
        quantity.form,
        unit.printed,
        unit.span.shift(start),
        inferred,
        reason,
        quantity.modifier_text(text),
        quantity.modifiers.bound,
        parts.period,
        subject.text,
        parts.scope,
        unit.scale,
        unit.base or inferred,
        subject.change,
    )


def plain(value: Decimal) -> Decimal:
    """A number without zeros behind its decimals: 1386000.0 is 1386000."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _inferred(subject: str) -> tuple[str, str]:
    """The unit that a rate must have whose sign was lost, and why; both empty where the lexicon knows none."""
    for entry in lexicon("inferred"):
        if re.search(either(entry["subjects"]), subject):
            return entry["unit"], entry["reason"]
    return "", ""
