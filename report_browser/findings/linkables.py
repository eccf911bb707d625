"""Linkables: everything in a report that gets an id of its own, and the same with these ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from report_browser.findings.arithmetic import Check
from report_browser.findings.indicators import Indicator
from report_browser.findings.naming import Kind, Thing
from report_browser.findings.permalinks import Permalinks, give_ids
from report_browser.findings.promises import Record
from report_browser.findings.records import EditRecord, FigureRecord, MeasureRecord, Place
from report_browser.findings.terms import Term
from report_browser.outline.outline import Outline, Section
from report_browser.text.edition import Edition
from report_browser.text.span import Span

Key = str | tuple[str, int]  # an id in order of the outline; of other things the kind and the position

_OWN_KINDS: Mapping[str, Kind] = {"document": "document", "honour": "honour", "reference": "reference"}


@dataclass(frozen=True)
class Linkables:
    """What a report links to. At first the ids of the outline are those of its order, and records have none."""

    edition: Edition
    outline: Outline
    figures: tuple[FigureRecord, ...]
    measures: tuple[MeasureRecord, ...]
    edits: tuple[EditRecord, ...]
    checks: tuple[Check, ...]  # their ids: a name, a hyphen and a number
    declared_checks: frozenset[str]  # the names of those that an editor declared
    indicators: tuple[Indicator, ...]  # that figures report on
    terms: tuple[Term, ...]  # that the text mentions

    def with_ids(self, record: Record) -> tuple[Linkables, Permalinks]:
        """The same, each thing with its permanent id; mechanical edits have none.

        Raises `ReportError` where the record and the text do not agree.
        """
        collected = _Collector(self.edition)
        collected.collect(self)
        blocks = [one.anchor for one in self.edits if one.anchor]
        permalinks = give_ids(record, collected.things, blocks)
        ids = _Ids(self, dict(zip(collected.positions, permalinks.ids, strict=True)))
        return ids.named, permalinks


@dataclass(frozen=True)
class _Ids:
    """The ids of what was collected, by its key."""

    found: Linkables
    by_key: Mapping[Key, str]

    @property
    def named(self) -> Linkables:
        found = self.found
        figures = (replace(one, id=self.by_key["figure", at]) for at, one in enumerate(found.figures))
        measures = (replace(one, id=self.by_key["measure", at]) for at, one in enumerate(found.measures))
        edits = (replace(one, id=self.by_key.get(("edit", at), "")) for at, one in enumerate(found.edits))
        checks = (replace(one, id=self.by_key["check", at]) for at, one in enumerate(found.checks))
        return replace(
            found,
            outline=self._outline,
            figures=tuple(replace(one, place=self._place(one.place)) for one in figures),
            measures=tuple(replace(one, place=self._place(one.place)) for one in measures),
            edits=tuple(replace(one, place=self._place(one.place)) for one in edits),
            checks=tuple(checks),
        )

    def _place(self, place: Place) -> Place:
        paragraph = self.by_key[place.paragraph] if place.paragraph else ""
        return replace(place, section=self._sections[place.section.id], paragraph=paragraph)

    @cached_property
    def _outline(self) -> Outline:
        return self.found.outline.renamed({key: id_ for key, id_ in self.by_key.items() if isinstance(key, str)})

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        """The sections with their ids, by the ids that they had before."""
        pairs = zip(self.found.outline.all_sections, self._outline.all_sections, strict=True)
        return {before.id: after for before, after in pairs}


class _Collector:
    """Things in an order in which owners come first, and their positions by their keys."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.things: list[Thing] = []
        self.positions: dict[Key, int] = {}

    def collect(self, found: Linkables) -> None:
        for top in found.outline.sections:
            self._add_section(top)
        for at, figure in enumerate(found.figures):
            self._add_figure(at, figure)
        for at, measure in enumerate(found.measures):
            self._add_measure(at, measure)
        for at, record in enumerate(found.edits):
            if record.edit.reason:  # an editor gives one, mechanical edits have none
                words = f"{record.was}→{record.edit.replacement}" if record.changes else record.was
                self._add(("edit", at), Thing("edit", record.edit.span, words, record.edit.origin))
        for at, check in enumerate(found.checks):
            self._add_check(at, check, found)
        for at, indicator in enumerate(found.indicators):
            self._add(("indicator", at), Thing("indicator", None, indicator.name, indicator.id))
        for at, term in enumerate(found.terms):
            self._add(("term", at), Thing("term", None, term.term, term.id))

    def _add(self, key: Key, thing: Thing, owner: Key = "") -> None:
        self.positions[key] = len(self.things)
        self.things.append(replace(thing, owner=self.positions.get(owner)))

    def _at(self, kind: Kind, span: Span, base: str = "") -> Thing:
        """What stands at a span of the reading, known by the words there."""
        return Thing(kind, self._edition.to_source(span), span.of(self._edition.reading), base)

    def _add_section(self, section: Section, above: str = "") -> None:
        """A section with all that is in it; its place is its heading, or all of it where none is printed."""
        number = section.id.rpartition("-")[2].removeprefix("s")
        self._add(section.id, self._at("section", section.heading or section.span, number), above)
        for paragraph in section.paragraphs:
            self._add(paragraph.id, self._at("paragraph", paragraph.span), section.id)
        for item in section.items:
            self._add(item.id, self._at("item", item.span), section.id)
        for child in section.children:
            self._add_section(child, section.id)

    def _add_figure(self, at: int, record: FigureRecord) -> None:
        figure = record.figure
        words = f"{record.number}{figure.unit or figure.inferred_unit}"
        self._add(("figure", at), Thing("figure", record.place.source, words, figure.value), record.place.section.id)

    def _add_measure(self, at: int, record: MeasureRecord) -> None:
        kind = _OWN_KINDS.get(record.measure.kind, "measure")
        self._add(("measure", at), self._at(kind, record.measure.span), record.place.section.id)

    def _add_check(self, at: int, check: Check, found: Linkables) -> None:
        """A check, at its first figure. One that the text itself suggests is named for its kind and that figure."""
        name, first = check.id.rpartition("-")[0], check.figures[0]
        owner: Key = "" if name in found.declared_checks else ("figure", first)
        place = found.figures[first].place.source
        self._add(("check", at), Thing("check", place, check.expression, name), owner)
