"""Record pages: figures, indicators, measures, checks, errata and terms, each linked to its place in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from report_browser.findings.records import EditRecord, FigureRecord
from report_browser.findings.report import Report
from report_browser.outline.outline import Section
from report_browser.publishing.exports.linked_data import describe_data
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses
from report_browser.publishing.parts.cards import Entry, entries_by_theme
from report_browser.publishing.parts.charts import make_charts
from report_browser.publishing.parts.quotations import quote
from report_browser.text.span import Span


@dataclass(frozen=True)
class RecordPages:
    """Makes the pages of one report's records."""

    report: Report
    addresses: Addresses
    files: Mapping[str, bytes]  # the files for download, by their names on the site

    def data(self) -> Page:
        rows = [self._figure_row(record) for record in self.report.figures]
        values = {
            "rows": rows,
            "themes": list(dict.fromkeys(row["theme"] for row in rows if row["theme"])),
            "sections": self._choices(record.place.section for record in self.report.figures),
        }
        linked = describe_data(self.report, self.files)
        return Page("data", "data", "数据", values, self.report.title, "数据表", linked_data=linked)

    def _figure_row(self, record: FigureRecord) -> dict[str, Any]:
        indicator = self.report.definitions.indicators.get(record.indicator)
        return {
            "record": record,
            "where": self.addresses.short(record.place.section),
            "indicator": indicator,
            "theme": self.report.definitions.themes[indicator.theme] if indicator else None,
        }

    def _choices(self, sections: Iterator[Section]) -> list[dict[str, str]]:
        return [{"id": one.id, "name": self.addresses.name(one)} for one in dict.fromkeys(sections)]

    def measures(self) -> Page:
        groups = [
            {"kind": kind, "records": [record for record in self.report.measures if record.measure.kind == kind]}
            for kind in ("item", "document", "honour")
        ]
        values = {"groups": [group for group in groups if group["records"]]}
        return Page("measures", "measures", "举措", values, self.report.title, "举措")

    def checks(self) -> Page:
        rows = [
            {"check": check, "records": [self.report.figures[at] for at in check.figures]}
            for check in self.report.checks
        ]
        verdicts = Counter(check.verdict for check in self.report.checks)
        return Page("checks", "checks", "对账", {"rows": rows, "verdicts": verdicts}, self.report.title, "对账")

    def errata(self) -> Page:
        listed = [record for record in self.report.edits if record.edit.reason]
        values = {
            "rows": [self._edit_row(record) for record in listed],
            "by_kind": list(_by_kind(self.report.edits)),
            "summary": list(_by_certainty(listed)),
            "introduction": next((page.text for page in self.report.written_pages if page.name == "errata"), ""),
        }
        return Page("errata", "errata", "勘误", values, self.report.title, "勘误")

    def _edit_row(self, record: EditRecord) -> dict[str, Any]:
        evidence = record.edit.evidence and self.report.edition.to_reading(record.edit.evidence)
        return {
            "record": record,
            "where": "题名"
            if record.reading in self.report.outline.title
            else self.addresses.short(record.place.section),
            "href": self._edit_href(record),
            "evidence": self._place_href(evidence) if evidence else "",
        }

    def _edit_href(self, record: EditRecord) -> str:
        if record.reading in self.report.outline.title:
            return f"../#{record.id}"
        return f"../{self.addresses.href(record.id)}"

    def _place_href(self, span: Span) -> str:
        paragraph = self.report.outline.paragraph_at(span.start)
        return f"../{self.addresses.href(paragraph.id)}" if paragraph else "../"

    def glossary(self) -> Page:
        by_term = sorted(self.report.mentions, key=lambda mention: mention.term.term)
        entries = [
            {"term": term, "places": self._mention_places(list(mentions))}
            for term, mentions in groupby(by_term, key=lambda mention: mention.term)
        ]
        return Page("glossary", "glossary", "术语", {"entries": entries}, self.report.title, "术语")

    def _mention_places(self, mentions: list[Any]) -> list[dict[str, str]]:
        places = {}
        for mention in mentions:
            section = self.report.outline.section_at(mention.span.start)
            places[section.id] = {"href": self._place_href(mention.span), "where": self.addresses.short(section)}
        return list(places.values())

    def indicators(self) -> Iterator[Page]:
        """The list of indicators, and one page for each that the report has a figure on."""
        themes = entries_by_theme(self.report)
        entries = [entry for _, group in themes for entry in group]
        values = {"themes": themes, "entries": entries}
        yield Page("indicators", "indicators", "指标", values, self.report.title, "指标", heads=True)
        for entry in entries:
            yield self._indicator(entry)

    def _indicator(self, entry: Entry) -> Page:
        indicator, records = entry.indicator, entry.records
        return Page(
            f"indicators/{indicator.id}",
            "indicator",
            indicator.name,
            {
                "indicator": indicator,
                "records": records,
                "quotations": quote(self.report.edition.reading, records),
                "charts": make_charts(indicator.id, indicator.name, records, indicator.alike, self.report.parts),
                "checks": self.report.checks_on(records),
            },
            self.report.definitions.themes[indicator.theme].name,
            f"指标“{indicator.name}”",
            in_navigation=False,
        )


def _by_kind(edits: tuple[EditRecord, ...]) -> Iterator[dict[str, Any]]:
    counts = Counter((record.edit.kind, record.edit.certainty) for record in edits)
    for kind, _ in Counter(record.edit.kind for record in edits).most_common():
        certainties = {certainty: number for (one, certainty), number in counts.items() if one == kind}
        listed = any(record.edit.kind == kind and record.edit.reason for record in edits)
        yield {"kind": kind, "total": sum(certainties.values()), "certainties": certainties, "listed": listed}


def _by_certainty(edits: list[EditRecord]) -> Iterator[tuple[str, int]]:
    for certainty, name in (("certain", "确定"), ("probable", "很可能"), ("doubtful", "存疑")):
        yield name, sum(record.edit.certainty == certainty for record in edits)
