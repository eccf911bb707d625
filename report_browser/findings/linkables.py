"""Linkables: everything in a report that gets an id of its own, and the same with these ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
        collected = _collect(self)
        permalinks = give_ids(record, collected.things, [one.anchor for one in self.edits if not one.edit.reason])
        ids = _Ids(self, dict(zip(collected.positions, permalinks.ids, strict=True)))
        named = replace(
            self,
            outline=ids.outline,
            figures=tuple(replace(one, id=ids.of("figure", at), place=ids.place(one.place)) for at, one in enumerate(self.figures)),
            measures=tuple(replace(one, id=ids.of_measure(at, one), place=ids.place(one.place)) for at, one in enumerate(self.measures)),
            edits=tuple(replace(one, id=ids.of("edit", at), place=ids.place(one.place)) for at, one in enumerate(self.edits)),
            checks=tuple(replace(one, id=ids.of("check", at)) for at, one in enumerate(self.checks)),
        )  # fmt: skip
        return named, permalinks


@dataclass(frozen=True)
class _Ids:
    """The ids of what was collected, by its key."""

    found: Linkables
    by_key: Mapping[Key, str]

    def of(self, kind: str, at: int) -> str:
        return self.by_key.get((kind, at), "")

    def of_measure(self, at: int, record: MeasureRecord) -> str:
        """An item that is a measure has one id in both roles."""
        return self.of("measure", at) or self.by_key[_items(self.found.outline)[record.measure.span]]

    def place(self, place: Place) -> Place:
        paragraph = self.by_key[place.paragraph] if place.paragraph else ""
        return replace(place, section=self._sections[place.section.id], paragraph=paragraph)

    @cached_property
    def outline(self) -> Outline:
        return self.found.outline.renamed({key: id_ for key, id_ in self.by_key.items() if isinstance(key, str)})

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        pairs = zip(self.found.outline.all_sections, self.outline.all_sections, strict=True)
        return {before.id: after for before, after in pairs}


@dataclass
class _Collector:
    """Things in an order in which owners come first."""

    edition: Edition
    things: list[Thing] = field(default_factory=list)
    positions: dict[Key, int] = field(default_factory=dict)

    def add(self, key: Key, kind: Kind, span: Span | None, words: str = "", base: str = "", owner: Key = "") -> None:
        """A thing at a span of the reading; its words are those there unless others are given."""
        self.positions[key] = len(self.things)
        place = self.edition.to_source(span) if span is not None else None
        words = words or (span.of(self.edition.reading) if span is not None else "")
        self.things.append(Thing(kind, place, words, base, self.positions.get(owner)))


def _collect(found: Linkables) -> _Collector:
    collected = _Collector(found.edition)
    for top in found.outline.sections:
        _collect_section(collected, top)
    for at, figure in enumerate(found.figures):
        words = f"{figure.number}{figure.figure.unit or figure.figure.inferred_unit}"
        collected.add(
            ("figure", at), "figure", figure.figure.number, words, figure.figure.value, figure.place.section.id
        )
    items = _items(found.outline)
    for at, one in enumerate(found.measures):
        if one.measure.kind != "item" or one.measure.span not in items:
            kind = _OWN_KINDS.get(one.measure.kind, "measure")
            collected.add(("measure", at), kind, one.measure.span, "", "", one.place.section.id)
    _collect_edits(collected, found.edits)
    _collect_checks(collected, found)
    for indicator in found.indicators:
        collected.add(("indicator", len(collected.things)), "indicator", None, indicator.name, indicator.id)
    for term in found.terms:
        collected.add(("term", len(collected.things)), "term", None, term.term, term.id)
    return collected


def _collect_section(collected: _Collector, section: Section, above: str = "") -> None:
    """A section with what is in it; its place is its heading, or all of it where none is printed."""
    number = section.id.rpartition("-")[2].removeprefix("s")
    collected.add(section.id, "section", section.heading or section.span, "", number, above)
    for paragraph in section.paragraphs:
        collected.add(paragraph.id, "paragraph", paragraph.span, owner=section.id)
    for item in section.items:
        collected.add(item.id, "item", item.span, owner=section.id)
    for child in section.children:
        _collect_section(collected, child, section.id)


def _collect_edits(collected: _Collector, edits: tuple[EditRecord, ...]) -> None:
    """The edits that an editor wrote, named for their entries; where they stand is known in the source already."""
    for at, record in enumerate(edits):
        if record.edit.reason:
            collected.positions["edit", at] = len(collected.things)
            words = f"{record.was}→{record.edit.replacement}" if record.changes else record.was
            collected.things.append(Thing("edit", record.edit.span, words, record.edit.origin))


def _collect_checks(collected: _Collector, found: Linkables) -> None:
    """Checks at their first figures. One that the text suggests is named for its kind and its first figure."""
    for at, check in enumerate(found.checks):
        name, first = check.id.rpartition("-")[0], check.figures[0]
        owner: Key = "" if name in found.declared_checks else ("figure", first)
        number = found.figures[first].figure.number
        collected.add(("check", at), "check", number, check.expression, name, owner)


def _items(outline: Outline) -> Mapping[Span, str]:
    return {item.span: item.id for section in outline.all_sections for item in section.items}
