"""Pages: every page of the site, with the template that shows it and all that the template needs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from report_browser.addresses import Addresses, SectionPage
from report_browser.charts import make_charts
from report_browser.indicators import Indicator, Theme
from report_browser.linked_data import describe_data, describe_report
from report_browser.outline import Section
from report_browser.page_marks import PAGE_BREAK
from report_browser.passages import Marks, Passage, Passages, collect_marks
from report_browser.punctuation import PUNCTUATION
from report_browser.records import EditRecord, FigureRecord, pages_of
from report_browser.report import Report
from report_browser.span import Span
from report_browser.tables import Table


@dataclass(frozen=True)
class Page:
    """One page: `path` is its address from the site's root without the final slash, empty for the overview."""

    path: str
    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    kicker: str = ""
    cited: str = ""  # how a citation names the page
    source_pages: str = ""
    description: str = ""
    url: str = ""
    prefix: str = ""  # before ids of text that has its own page elsewhere
    notes: bool = True  # whether notes stand beside the text
    search_excluded: bool = False
    search_boost: float = 1  # the text itself comes before tables of it
    short_title: str = ""  # in the navigation
    in_navigation: bool = True
    linked_data: Mapping[str, Any] = field(default_factory=dict)  # schema.org, for machines
    heads: bool = False  # whether pages stand under it in the navigation

    @property
    def id(self) -> str:
        return self.path.replace("/", "-") or "index"

    @property
    def file(self) -> str:
        """The Markdown file that it is made from."""
        return f"{self.path}/index.md" if self.heads and self.path else f"{self.path or 'index'}.md"

    @property
    def root(self) -> str:
        """From this page's address back to the site's root."""
        return "../" * (self.path.count("/") + 1) if self.path else ""

    def at(self, prefix: str) -> Page:
        """The same page, where ids bear another prefix."""
        return replace(self, prefix=prefix)

    def heading(self) -> Page:
        """The same page, where no notes stand beside the words."""
        return replace(self, notes=False)


@dataclass(frozen=True)
class Part:
    """One section as a page shows it."""

    section: Section
    level: int  # of its heading, 1 to 6
    marker: tuple[Any, ...]  # annotated, as the title
    title: tuple[Any, ...]
    passages: tuple[Passage, ...]
    children: tuple[Mapping[str, str], ...]
    prefix: str
    truncated: bool


@dataclass(frozen=True)
class PageMaker:
    """Makes the pages of one report."""

    report: Report
    addresses: Addresses
    marks: Marks
    tables: tuple[Table, ...]
    files: Mapping[str, bytes]  # the files for download, by their names on the site

    def pages(self) -> Iterator[Page]:
        """All pages made from the text alone, in the order of the navigation."""
        yield self.overview()
        yield from map(self.section, self.addresses.pages)
        yield self.whole()
        yield self.data()
        yield from self.indicators()
        yield self.measures()
        yield self.checks()
        yield self.errata()
        yield self.glossary()
        yield self.downloads()
        yield from self.written()
        yield self.english()

    # The text.

    def overview(self) -> Page:
        report, marks = self.report, Passages(self.marks)
        values = {
            "title": marks.inline(report.outline.title),
            "original": self._original(report.outline.title),
            "sections": len(self.addresses.pages) - sum(bool(page.children) for page in self.addresses.pages),
            "outline": [self._outline_row(page) for page in self.addresses.pages],
            "honours": [record for record in report.measures if record.measure.kind == "honour"],
            "ledger": list(self._ledger()),
        }
        return Page(
            "",
            "index",
            report.title,
            values,
            kicker=report.settings["kind"],
            short_title="概览",
            linked_data=describe_report(report),
        )

    def section(self, page: SectionPage) -> Page:
        """A section with its finer sections; a chapter also repeats the sections that have their own pages."""
        passages = Passages(self.marks)
        own = [self._part(part, passages, under=page.section.id) for part in (page.section, *page.inline)]
        below = [
            self._part(part, passages, f"{page.section.id}-in-", page.section.id)
            for child in page.children
            for part in child.walk()
        ]
        name = self.addresses.name(page.section)
        return Page(
            page.section.id,
            "section",
            name,
            self._section_values(page.section, own, below),
            kicker=" ".join(map(self.addresses.name, page.ancestors)),
            cited=f"{self.addresses.short(page.section)}“{page.section.title.of(self.report.edition.reading) or name}”",
            source_pages=self._source_pages(page.section.span),
            heads=bool(page.children),
            search_boost=3,
        )

    def whole(self) -> Page:
        passages = Passages(self.marks)
        title = passages.inline(self.report.outline.title) or (self.report.title,)
        parts = [self._part(part, passages, "all-") for part in self.report.outline.all_sections]
        span = Span(0, len(self.report.edition.reading))
        marks = [record for record in self.report.edits if record.edit.kind == PAGE_BREAK]
        values = {
            "title": title,
            "own": [],
            "below": parts,
            "counts": self._counts(span),
            "english": self.report.english.title,
            "page_marks": marks,
            "original": self._original(self.report.outline.title),
        }
        pages = self._source_pages(span)
        return Page(
            "all", "whole", "全文", values, self.report.title, "全文", pages, prefix="all-", search_excluded=True
        )

    def _section_values(self, section: Section, own: list[Part], below: list[Part]) -> dict[str, Any]:
        heading = Span(section.marker.start, section.title.end)
        return {
            "section": section,
            "marker": own[0].marker,
            "title": own[0].title,
            "original": self._original(heading),
            "counts": self._counts(section.span),
            "english": self.report.english.sections.get(section.id, ""),
            "own": own,
            "below": below,
        }

    def _part(self, section: Section, passages: Passages, prefix: str = "", under: str = "") -> Part:
        return Part(
            section,
            min(section.id.count("-") + 2 - (under.count("-") + 1 if under else 0), 6),
            passages.inline(section.marker),
            passages.inline(section.title) if section.heading else (self.addresses.name(section),),
            tuple(passages.passage(paragraph, prefix) for paragraph in section.paragraphs),
            tuple({"id": child.id, "name": self.addresses.name(child)} for child in section.children),
            prefix,
            self.report.outline.truncated and section is self.report.outline.all_sections[-1],
        )

    def _original(self, span: Span) -> str:
        """What the source prints in a heading, where the reading differs by more than punctuation."""
        repaired = [record for record in self.report.edits if record.reading in span and record.changes]
        noted = any(record.edit.kind not in (PUNCTUATION, PAGE_BREAK) for record in repaired)
        return self.report.edition.to_source(span).of(self.report.source.text) if noted else ""

    # Tables of records.

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
            "introduction": next((page.text for page in self.report.contents.pages if page.name == "errata"), ""),
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

    def downloads(self) -> Page:
        files = [
            {"path": path, "name": path.removeprefix("downloads/"), "size": len(content)}
            for path, content in self.files.items()
            if path.startswith("downloads/")
        ]
        values = {"files": files, "tables": [table for table in self.tables if table.rows]}
        return Page("downloads", "downloads", "下载", values, self.report.title, "下载", heads=True)

    def written(self) -> Iterator[Page]:
        """Pages that people wrote; the one on errata stands at the head of the table of errata."""
        for page in self.report.contents.pages:
            if page.name != "errata":
                yield Page(page.name, "written", page.title, {"text": page.text}, self.report.title, page.title)

    def english(self) -> Page:
        """One page of orientation for readers of English."""
        english = self.report.english
        values = {
            "outline": [self._outline_row(page) for page in self.addresses.pages],
            "ledger": list(self._ledger()),
        }
        title = english.title or self.report.title
        return Page("en", "en", title, values, "For orientation", "English overview", short_title="English")

    # Counts and headline figures.

    def _counts(self, span: Span) -> dict[str, int]:
        """How many records of each kind begin in a span of the reading."""
        return {kind: bisect_left(at, span.end) - bisect_left(at, span.start) for kind, at in self._starts.items()}

    @cached_property
    def _page_marks(self) -> tuple[EditRecord, ...]:
        return tuple(record for record in self.report.edits if record.edit.kind == PAGE_BREAK)

    @cached_property
    def _starts(self) -> Mapping[str, list[int]]:
        return {
            "figures": [record.figure.number.start for record in self.report.figures],
            "measures": [record.measure.span.start for record in self.report.measures],
            "repairs": [record.reading.start for record in self.report.repairs],
        }

    def _source_pages(self, span: Span) -> str:
        pages = pages_of(self._page_marks, span)
        if not pages:
            return ""
        return f"第 {pages[0]} 页" if len(pages) == 1 else f"第 {pages[0]}–{pages[-1]} 页"

    def _outline_row(self, page: SectionPage) -> dict[str, Any]:
        return {
            "id": page.section.id,
            "name": self.addresses.name(page.section),
            "english": self.report.english.sections.get(page.section.id, ""),
            "heads": bool(page.children),
            "pages": self._source_pages(page.section.span).strip("第页 "),
            "counts": self._counts(page.section.span),
        }

    def _ledger(self) -> Iterator[dict[str, Any]]:
        """Figures of headline indicators, theme by theme in the order of `content/indicators.yml`."""
        for theme, entries in self._by_theme():
            headlines = [entry for entry in entries if entry["indicator"].headline]
            cards = [card for entry in headlines for card in self._cards(entry["indicator"], entry["records"])]
            if cards:
                yield {"theme": theme, "entries": cards}

    def _by_theme(self) -> list[tuple[Theme, list[dict[str, Any]]]]:
        """The indicators that the report has figures on, with those, by their themes."""
        found: list[dict[str, Any]] = [
            {"indicator": indicator, "records": self._records_on(indicator)}
            for indicator in self.report.definitions.indicators.values()
        ]
        themes = self.report.definitions.themes.values()
        grouped = [
            (one, [entry for entry in found if entry["records"] and entry["indicator"].theme == one.id])
            for one in themes
        ]
        return [(theme, entries) for theme, entries in grouped if entries]

    def _records_on(self, indicator: Indicator) -> list[FigureRecord]:
        return [record for record in self.report.figures if record.indicator == indicator.id]

    def _cards(self, indicator: Indicator, records: list[FigureRecord]) -> Iterator[dict[str, Any]]:
        """One card a figure; of a change one card, from the one value to the other."""
        befores = {
            one.records[1].id: one.records[0] for one in self.report.comparisons.values() if one.kind == "change"
        }
        shown = [record for record in records if record not in befores.values()]
        for record in shown:
            name = indicator.name if len(shown) == 1 else record.figure.subject
            yield self._card(indicator, name, record, befores.get(record.id))

    def _card(
        self, indicator: Indicator, name: str, record: FigureRecord, before: FigureRecord | None
    ) -> dict[str, Any]:
        figure = record.figure
        sign = figure.unit if figure.unit in ("%", "‰", "％") else ""
        inferred = f"原文未印单位，推定为 {figure.inferred_unit}" if figure.inferred_unit else ""
        return {
            "indicator": indicator,
            "name": name,
            "number": record.number,
            "before": before.number if before else "",
            "sign": sign,
            "unit": record.measured.replace(sign, ""),
            "was": record.printed if record.mended else "",
            "remark": " · ".join(filter(None, [figure.period, figure.scope, inferred])),
            "href": self.addresses.href(record.id),
            "where": self.addresses.short(record.place.section),
        }

    def indicators(self) -> Iterator[Page]:
        """The list of indicators, and one page for each that the report has a figure on."""
        themes = self._by_theme()
        entries = [entry for _, group in themes for entry in group]
        values = {"themes": themes, "entries": entries}
        yield Page("indicators", "indicators", "指标", values, self.report.title, "指标", heads=True)
        for entry in entries:
            yield self.indicator(entry["indicator"], entry["records"])

    def indicator(self, indicator: Indicator, records: list[FigureRecord]) -> Page:
        return Page(
            f"indicators/{indicator.id}",
            "indicator",
            indicator.name,
            {
                "indicator": indicator,
                "records": records,
                "charts": make_charts(indicator.id, indicator.name, records),
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


def make_pages(report: Report, tables: tuple[Table, ...], data: Mapping[str, bytes]) -> tuple[Page, ...]:
    """Every page of the site, with its address; `data` are the files that it offers for download."""
    maker = PageMaker(report, Addresses(report), collect_marks(report), tables, data)
    return tuple(replace(page, url=_url(report, page)) for page in maker.pages())


def _url(report: Report, page: Page) -> str:
    return f"{report.settings['url']}{page.path}{'/' if page.path else ''}"
