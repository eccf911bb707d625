"""Figures: every quantity of a reading with its number, unit, qualifier, period, subject and exact place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import find_sentences, read_clauses
from report_browser.figures.measured.comparisons import Subject
from report_browser.figures.measured.periods import find_periods
from report_browser.figures.measured.runs import find_subjects
from report_browser.figures.quantities.acceptance import find_quantities
from report_browser.figures.quantities.modifiers import Bound
from report_browser.figures.quantities.numerals import half_width
from report_browser.figures.quantities.quantity import Form, Quantity
from report_browser.outline.outline import Outline, Section
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity as printed; spans are of the reading.

    `number` is the numeral alone, `phrase` it with qualifier, unit and the thing counted. `values` are in the printed
    unit: one, two of a range, or the parts of a ratio. One printed unit is `scale` of `base_unit`.
    """

    number: Span
    phrase: Span
    sentence: Span
    values: tuple[Decimal, ...]
    form: Form
    unit: str
    unit_span: Span
    inferred_unit: str
    inferred_reason: str
    qualifier: str
    bound: Bound
    period: str
    subject: str
    scope: str
    scale: Decimal
    base_unit: str
    change: str  # 增长, 降低 … where the number is by how much something changed, or to what

    @property
    def value(self) -> str:
        """The number as read: `138.6`, `3-5`, `16.4:1`."""
        return self._joined(format(value, "f") for value in self.values)

    @property
    def base_value(self) -> str:
        """The number as read, in `base_unit`: `1386000`."""
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
    """The figures of a reading, in text order; headings and titles have none."""
    return tuple(figure for section in outline.all_sections for figure in _of_section(text, section))


def _of_section(text: str, section: Section) -> Iterator[Figure]:
    announced = ""  # the time of the paragraph that a list of items hangs from
    for paragraph in section.paragraphs:
        figures, announced = _figures(paragraph.span.of(text), paragraph.span.start, announced)
        yield from figures


@dataclass(frozen=True, slots=True)
class _Found:
    """What the stages have found of one quantity, in positions of its paragraph."""

    sentence: Span
    quantity: Quantity
    period: str
    subject: Subject
    scope: str


def _figures(text: str, start: int, announced: str) -> tuple[list[Figure], str]:
    """The figures of one paragraph, which begins at `start` in the reading, and the time that a list behind it is for."""
    plain = half_width(text)
    quantities = find_quantities(plain)
    sentences = find_sentences(plain)
    places = [quantity.phrase.start for quantity in quantities]
    periods, announced = find_periods(plain, text, sentences, places, announced)
    printed = iter(periods)
    found = []
    for sentence in sentences:
        own = quantities[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        subjects = find_subjects(plain, list(read_clauses(plain, sentence, own)))
        for quantity, subject, scope in zip(own, subjects, find_scopes(text, sentence, own), strict=True):
            found.append(_figure(text, start, _Found(sentence, quantity, next(printed), subject, scope)))
    return found, announced


def _figure(text: str, start: int, found: _Found) -> Figure:
    quantity, unit, subject = found.quantity, found.quantity.unit, found.subject
    lost_sign = not unit.printed and quantity.form != "ratio"
    inferred, reason = _inferred(subject.text) if lost_sign else ("", "")
    return Figure(
        quantity.number.shift(start),
        Span(quantity.phrase.start, max(quantity.phrase.end, subject.counted.end)).shift(start),
        found.sentence.shift(start),
        quantity.values,
        quantity.form,
        unit.printed,
        unit.span.shift(start),
        inferred,
        reason,
        quantity.qualifier(text),
        quantity.qualifiers.bound,
        found.period,
        subject.text,
        found.scope,
        unit.scale,
        unit.base or inferred,
        subject.change,
    )


def plain(value: Decimal) -> Decimal:
    """A number without noughts at its end: 1386000.0 is 1386000."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _inferred(subject: str) -> tuple[str, str]:
    """The unit that a rate must have, and why, where its sign is lost."""
    for entry in lexicon("inferred"):
        if re.search(either(entry["subjects"]), subject):
            return entry["unit"], entry["reason"]
    return "", ""


def find_scopes(text: str, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[str]:
    """For each quantity 原来 where it says what was, else the nearest 全县 or 竞争上岗后： before it in its sentence."""
    printed = list(_scopes().finditer(text, sentence.start, sentence.end))
    ends = [match.end() for match in printed]
    for quantity in quantities:
        at = bisect_right(ends, quantity.phrase.start) - 1
        before = text[max(quantity.phrase.start - _NEAR, sentence.start) : quantity.phrase.start]
        nearest = printed[at][0].rstrip("：:") if at >= 0 else ""
        yield "原来" if _FORMERLY.search(before) else nearest


_NEAR = 5  # characters before a number
_FORMERLY = re.compile("原来?的?\\Z")


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('phrases')['scopes'])}|[\u4e00-\u9fff]{{2,6}}[前后][：:]")
