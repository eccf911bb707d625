"""The report: what all stages have found in one source, put together for publishing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from report_browser.editorial.emendations import make_edition
from report_browser.editorial.files import Contents, English
from report_browser.editorial.written_pages import WrittenPage
from report_browser.figures.ends import InferredEnd
from report_browser.figures.figure import extract_figures
from report_browser.figures.relations import Relations, find_relations
from report_browser.findings.arithmetic import Check
from report_browser.findings.checks import check_declared, find_checks
from report_browser.findings.declared import Reported
from report_browser.findings.evidence import find_evidence
from report_browser.findings.indicators import Definitions, match_indicators, parse_definitions
from report_browser.findings.linkables import Linkables
from report_browser.findings.permalinks import Permalinks
from report_browser.findings.promises import read_record
from report_browser.findings.records import (
    EditRecord,
    FigureRecord,
    Locator,
    MeasureRecord,
    record_edits,
    record_figures,
    record_measures,
)
from report_browser.findings.terms import Mention, find_mentions, parse_glossary
from report_browser.measures.find import find_measures
from report_browser.outline.headings import parse_outline
from report_browser.outline.outline import Outline, Section
from report_browser.text.edition import Edition, EditKind
from report_browser.text.source import Source
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that the text sets side by side: before and after a change, or members of a list."""

    kind: Literal["change", "list"]
    records: tuple[FigureRecord, ...]


@dataclass(frozen=True)
class Report:
    """One report: source, edition, outline, and the records found in it, each kind in text order."""

    source: Source
    settings: Mapping[str, Any]  # `content/report.yml`
    english: English
    written_pages: tuple[WrittenPage, ...]
    edition: Edition
    outline: Outline
    definitions: Definitions
    edits: tuple[EditRecord, ...]
    figures: tuple[FigureRecord, ...]
    measures: tuple[MeasureRecord, ...]
    mentions: tuple[Mention, ...]
    relations: Relations
    checks: tuple[Check, ...]
    evidence: Mapping[str, str]  # by figure id, what tells for an inferred unit, in Chinese
    permalinks: Permalinks

    @cached_property
    def title(self) -> str:
        """The title in the settings, else the one in the reading, else the source's file name."""
        printed = self.outline.title.of(self.edition.reading)
        return str(self.settings.get("title") or printed or self.source.name)

    @property
    def block_count(self) -> int:
        """The number of blocks that the source is cut into; 0 where it is not."""
        return sum(record.edit.kind == EditKind.BLOCK_MARK for record in self.edits)

    @property
    def length(self) -> int:
        """The number of characters in the reading, without white space."""
        return sum(not char.isspace() for char in self.edition.reading)

    @cached_property
    def repairs(self) -> tuple[EditRecord, ...]:
        """The emendations that change the text: neither mechanical edits nor remarks."""
        return tuple(record for record in self.edits if record.edit.origin and record.changes and record.edit.reason)

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        """By figure id, the comparison that a figure belongs to; a change counts before a list."""
        changes = [
            Comparison("change", (self.figures[change.before], self.figures[change.after]))
            for change in self.relations.changes
            if change.before is not None and change.after is not None
        ]
        lists = [Comparison("list", tuple(self.figures[at] for at in group.members)) for group in self.relations.groups]
        return {record.id: one for one in (*lists, *changes) for record in one.records}

    @cached_property
    def inferred_ends(self) -> Mapping[str, InferredEnd]:
        """By the id of the figure before a change, its end that the text says in a word."""
        return {
            self.figures[change.before].id: change.inferred
            for change in self.relations.changes
            if change.before is not None and change.inferred
        }

    @cached_property
    def bases(self) -> Mapping[str, FigureRecord]:
        """By figure id, the other figure that it is counted from."""
        by_place = {record.figure.number: record for record in self.figures}
        based = ((record.id, by_place.get(record.figure.base_number)) for record in self.figures)
        return {id_: base for id_, base in based if base}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The ids of the figures that are parts of others."""
        return frozenset(self.figures[at].id for one in self.relations.parts for at in one.parts)

    def checks_on(self, records: Iterable[FigureRecord]) -> tuple[Check, ...]:
        """The checks that have at least one of these figures in them, in the report's order."""
        found = {check.id: check for record in records for check in self._checks_by_figure.get(record.id, ())}
        return tuple(sorted(found.values(), key=lambda check: self._check_order[check.id]))

    @cached_property
    def _checks_by_figure(self) -> Mapping[str, list[Check]]:
        checks: dict[str, list[Check]] = {}
        for check in self.checks:
            for at in check.figures:
                checks.setdefault(self.figures[at].id, []).append(check)
        return checks

    @cached_property
    def figures_by_number(self) -> Mapping[Span, FigureRecord]:
        """Figures by the places of their numbers in the reading."""
        return {record.figure.number: record for record in self.figures}

    @cached_property
    def measures_by_span(self) -> Mapping[Span, MeasureRecord]:
        """Measures by their places in the reading."""
        return {record.measure.span: record for record in self.measures}

    @cached_property
    def _check_order(self) -> Mapping[str, int]:
        return {check.id: at for at, check in enumerate(self.checks)}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.outline.all_sections}


def read_report(source: Source, contents: Contents) -> Report:
    """All stages, from the source to the records. Raises `ReportError` where content does not fit the text."""
    edition = make_edition(source, contents)
    text = edition.reading
    outline = parse_outline(text)
    places = Locator(outline, edition)
    figures = extract_figures(text, outline)
    definitions = parse_definitions(contents["indicators"])
    check_declared(contents["checks"], definitions.indicators)
    indicators = match_indicators(definitions, figures)
    relations = find_relations(text, figures)
    records = record_figures(figures, indicators, places)
    evidence = find_evidence(contents["checks"], Reported(figures, indicators))
    mended = {at for at, record in enumerate(records) if record.mended}
    mentions = find_mentions(text, parse_glossary(contents["glossary"]))
    found = Linkables(
        edition,
        outline,
        records,
        record_measures(find_measures(text, outline, figures), places),
        record_edits(edition, places),
        find_checks(figures, indicators, relations, contents["checks"], mended),
        frozenset(check["id"] for check in contents["checks"].value["checks"]),
        tuple(one for one in definitions.indicators.values() if one.id in indicators.values()),
        tuple(dict.fromkeys(mention.term for mention in mentions)),
    )
    named, permalinks = found.with_ids(read_record(contents["permalinks"], source))
    return Report(
        source,
        contents["report"].value,
        contents.english_for(source.sha256),
        contents.pages_for(source.sha256),
        edition,
        named.outline,
        definitions,
        named.edits,
        named.figures,
        named.measures,
        mentions,
        relations,
        named.checks,
        {named.figures[at].id: words for at, words in evidence.items()},
        permalinks,
    )
