"""The report: what all stages have found in one source, joined; everything that the site shows comes from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from report_browser.editorial.emendations import find_emendations
from report_browser.editorial.files import Contents
from report_browser.editorial.written_pages import WrittenPage
from report_browser.figures.figure import extract_figures
from report_browser.figures.relations import Relations, find_relations
from report_browser.findings.checks import Check, check_declared, find_checks
from report_browser.findings.indicators import Definitions, match_indicators, parse_definitions
from report_browser.findings.measures import find_measures
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
from report_browser.outline.headings import Notice, Outline, Section, parse_outline
from report_browser.text.blocks import PAGE_BREAK
from report_browser.text.edition import Edition, lift, merge
from report_browser.text.mechanical import find_breaks
from report_browser.text.punctuation import find_punctuation
from report_browser.text.source import Source


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that the text sets side by side: from one to the other, or one beside the other."""

    kind: Literal["change", "list"]
    records: tuple[FigureRecord, ...]


@dataclass(frozen=True)
class English:
    """English for orientation: the report's title, its sections' and measures' by ids; empty where there is none."""

    title: str
    sections: Mapping[str, str]
    measures: Mapping[str, str]


@dataclass(frozen=True)
class Report:
    """One report, read: its edition, its outline, and the records found in it."""

    source: Source
    contents: Contents
    edition: Edition
    outline: Outline
    definitions: Definitions
    edits: tuple[EditRecord, ...]
    figures: tuple[FigureRecord, ...]
    measures: tuple[MeasureRecord, ...]
    mentions: tuple[Mention, ...]
    relations: Relations
    checks: tuple[Check, ...]

    @property
    def settings(self) -> Mapping[str, Any]:
        """What `content/report.yml` says of the site."""
        settings: Mapping[str, Any] = self.contents["report"].value
        return settings

    @cached_property
    def title(self) -> str:
        """The report's title in the reading, or what the settings say, or the file's name."""
        printed = self.outline.title.of(self.edition.reading)
        return str(self.settings.get("title") or printed or self.source.name)

    @property
    def page_count(self) -> int:
        """The number of page marks in the source; 0 where it has none."""
        return sum(record.edit.kind == PAGE_BREAK for record in self.edits)

    @property
    def length(self) -> int:
        """Characters of the reading, white space left out."""
        return sum(not char.isspace() for char in self.edition.reading)

    @cached_property
    def repairs(self) -> tuple[EditRecord, ...]:
        """The edits that people made: neither page marks nor mechanical punctuation, and more than remarks."""
        return tuple(record for record in self.edits if record.edit.origin and record.changes and record.edit.reason)

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        """By figure id, the comparison it stands in: before and after, or one of a list."""
        changes = [
            Comparison("change", (self.figures[change.before], self.figures[change.after]))
            for change in self.relations.changes
            if change.before is not None and change.after is not None
        ]
        lists = [Comparison("list", tuple(self.figures[at] for at in group.members)) for group in self.relations.groups]
        return {record.id: one for one in (*lists, *changes) for record in one.records}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The ids of the figures that are parts of others."""
        return frozenset(self.figures[at].id for one in self.relations.parts for at in one.parts)

    @cached_property
    def english(self) -> English:
        """Titles and names in English, where `content/english.yml` has this text."""
        for text in self.contents["english"].value["texts"]:
            if text["sha256"] == self.source.sha256:
                return English(text["title"], text["sections"], text.get("measures", {}))
        return English("", {}, {})

    def checks_on(self, records: Iterable[FigureRecord]) -> tuple[Check, ...]:
        """The checks that any of the figures takes part in."""
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
    def _check_order(self) -> Mapping[str, int]:
        return {check.id: at for at, check in enumerate(self.checks)}

    @property
    def written_pages(self) -> tuple[WrittenPage, ...]:
        """The hand-written pages of this source's site."""
        return self.contents.pages_for(self.source.sha256)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Numberings that do not follow."""
        return self.outline.notices

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.outline.all_sections}


def make_edition(source: Source, contents: Contents) -> Edition:
    """Page marks and the like out, emendations in, half-width punctuation made full-width."""
    breaks = find_breaks(source.text)
    base = Edition(source.text, breaks)
    emendations = find_emendations(contents["emendations"], base, source.sha256)
    punctuation = lift(find_punctuation(base.reading), base)
    return Edition(source.text, merge(breaks, emendations, punctuation))


def read_report(source: Source, contents: Contents) -> Report:
    """All stages from source to records. Raises `ReportError` where content and text do not fit."""
    edition = make_edition(source, contents)
    text = edition.reading
    outline = parse_outline(text)
    places = Locator(outline, edition)
    figures = extract_figures(text, outline)
    definitions = parse_definitions(contents["indicators"])
    check_declared(contents["checks"], definitions.indicators)
    indicators = match_indicators(definitions, figures)
    relations = find_relations(text, figures)
    records = record_figures(figures, indicators, definitions.headline, places)
    mended = {at for at, record in enumerate(records) if record.mended}
    return Report(
        source,
        contents,
        edition,
        outline,
        definitions,
        record_edits(edition, places),
        records,
        record_measures(find_measures(text, outline), places),
        find_mentions(text, parse_glossary(contents["glossary"])),
        relations,
        find_checks(figures, indicators, relations, contents["checks"], mended),
    )
