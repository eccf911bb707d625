"""Records: every edit, figure and measure with its place, and the id by which it is linked to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from report_browser.figures.figure import Figure
from report_browser.figures.measured.sentences import find_sentences
from report_browser.figures.quantities.units import is_multiple
from report_browser.measures.measure import Measure
from report_browser.outline.outline import Outline, Section
from report_browser.text.edition import Edit, Edition, EditKind
from report_browser.text.mechanical import BREAKS
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: section, id of the paragraph (empty in headings and the title), and span in the source."""

    section: Section
    paragraph: str
    source: Span


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure and its id: `s1-2-v138-6`, section and value."""

    id: str
    figure: Figure
    number: str  # as in the reading
    printed: str  # as in the source, without block marks and line breaks
    unit_text: str  # the unit with its modifiers in printed order: 余名, 以上; those before the number last: 元（超）
    place: Place
    indicator: str  # id of the indicator it reports on, or empty

    @property
    def mended(self) -> bool:
        """Whether an emendation changed the number; spaces taken out of it say nothing else."""
        return self.number.replace(" ", "") != self.printed.replace(" ", "")

    @property
    def in_full(self) -> str:
        """An amount in 万 and the like written out: 1 386 000 元; empty without such a unit, or with a modifier."""
        figure = self.figure
        if figure.form != "number" or not figure.values or figure.qualifier or not is_multiple(figure.unit):
            return ""
        return f"{Decimal(figure.base_value):,f} {figure.base_unit}".replace(",", "\u202f").strip()


@dataclass(frozen=True, slots=True)
class EditRecord:
    """An edit and its id: its entry's name, `r-10` and `r-10-2`; empty for mechanical edits."""

    id: str
    edit: Edit
    was: str  # what the source has there
    reading: Span
    place: Place

    @property
    def anchor(self) -> str:
        """What marks its place on a page: its id, or `block-3` for a block's mark; empty for other mechanical edits."""
        return f"block-{self.edit.origin}" if self.edit.kind == EditKind.BLOCK_MARK else self.id

    @property
    def changes(self) -> bool:
        """Whether the reading differs from the source here; False for a remark."""
        return self.was != self.edit.replacement


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """A measure and its id: `s1-1-m3`; `w` for documents, `h` for honours, `r` for references."""

    id: str
    measure: Measure
    place: Place
    printed: str  # its words as in the source, without block marks and line breaks
    sentence: Span  # of the reading, in which it begins


def record_figures(
    figures: tuple[Figure, ...], indicators: Mapping[int, str], places: Locator
) -> tuple[FigureRecord, ...]:
    """The records of figures, in text order; `indicators` has the indicator's id by the figure's position.

    These and the records below have no ids yet: `linkables` gives them.
    """
    records = []
    for at, figure in enumerate(figures):
        place, text = places.at(figure.number), places.edition.reading
        number, printed = figure.number.of(text), places.printed(figure.number)
        records.append(
            FigureRecord("", figure, number, printed, _unit_text(text, figure), place, indicators.get(at, ""))
        )
    return tuple(records)


def _unit_text(text: str, figure: Figure) -> str:
    """The unit and the modifiers around a number, as a table shows them behind it.

    What a difference is above is said before its number, with its base.
    """
    words = [] if figure.base_number else figure.qualifier.split()
    lead = [word for word in words if word in text[figure.phrase.start : figure.number.start]]
    inside = [word for word in words if word in text[figure.number.end : figure.unit_span.end]]
    behind = [word for word in words if word not in lead and word not in inside]
    unit = figure.unit if figure.unit_span else ""  # 百分之三 says its unit itself
    return "".join([*inside, unit, *behind, *(f"（{word}）" for word in lead)])


def record_edits(edition: Edition, places: Locator) -> tuple[EditRecord, ...]:
    """The records of an edition's edits, in text order."""
    return tuple(
        EditRecord("", part.edit, part.printed, part.reading, places.at(part.reading))
        for part in edition.segments
        if part.edit
    )


def record_measures(measures: tuple[Measure, ...], places: Locator) -> tuple[MeasureRecord, ...]:
    """The records of measures, in text order."""
    return tuple(
        MeasureRecord("", one, places.at(one.span), places.printed(one.span), places.sentence(one.span))
        for one in measures
    )


@dataclass(frozen=True)
class Locator:
    """Finds where spans of the reading stand in outline and source."""

    outline: Outline
    edition: Edition

    def at(self, span: Span) -> Place:
        section, paragraph = self.outline.section_at(span.start), self.outline.paragraph_at(span.start)
        return Place(section, paragraph.id if paragraph else "", self.edition.to_source(span))

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself outside of paragraphs."""
        paragraph = self.outline.paragraph_at(span.start)
        sentences = self._sentences(paragraph.span) if paragraph else ()
        return next((one for one in sentences if one.start <= span.start < one.end), span)

    def _sentences(self, paragraph: Span) -> tuple[Span, ...]:
        found = find_sentences(paragraph.of(self.edition.reading))
        return tuple(sentence.shift(paragraph.start) for sentence in found)

    def printed(self, span: Span) -> str:
        """The source's words for a span of the reading, without block marks, footers and line breaks."""
        source = self.edition.to_source(span)
        words, at = "", source.start
        for mark in self._breaks[bisect_left(self._breaks, Span(source.start, source.start)) :]:
            if mark not in source:
                break
            words, at = words + self.edition.source[at : mark.start], mark.end
        return words + self.edition.source[at : source.end]

    @cached_property
    def _breaks(self) -> list[Span]:
        return [edit.span for edit in self.edition.edits if edit.kind in BREAKS]


def blocks_of(block_marks: tuple[EditRecord, ...], span: Span) -> tuple[int, ...]:
    """The numbers of the blocks that a span of the reading stands in; empty where the source has no blocks."""
    starts = [record.reading.start for record in block_marks]
    first, last = bisect_right(starts, span.start), bisect_left(starts, span.end)
    return tuple(int(record.edit.origin) for record in block_marks[max(first - 1, 0) : max(first, last)])
