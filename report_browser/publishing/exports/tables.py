"""Tables: the report's records as rows, one table a kind, with what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from report_browser.findings.arithmetic import Check
from report_browser.findings.records import EditRecord, FigureRecord, MeasureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses
from report_browser.text.span import Span

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """One column: `type` as Table Schema names it."""

    name: str
    type: str
    about: str


@dataclass(frozen=True)
class Table:
    """Rows that all have the table's columns, in text order."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def make_tables(report: Report) -> tuple[Table, ...]:
    """The tables of a report, in the order and with the columns of `columns.yml`."""
    addresses = Addresses(report)
    links = _links(report)
    rows = {
        "figures": [{**_figure(report, addresses, record), **links[record.id]} for record in report.figures],
        "measures": [_measure(report, addresses, record) for record in report.measures],
        "edits": [_edit(report, addresses, record) for record in report.edits],
        "checks": [_check(report, check) for check in report.checks],
        "indicators": [_indicator(report, addresses, record) for record in report.figures if record.indicator],
    }
    return tuple(_table(name, definition, rows[name]) for name, definition in _definitions().items())


def _links(report: Report) -> Mapping[str, Row]:
    """By figure id, the figures that it belongs with: what it was before a change, and the whole that it is of."""
    links: dict[str, Row] = {record.id: {"before": "", "direction": "", "whole": ""} for record in report.figures}
    ids = [record.id for record in report.figures]
    for change in report.relations.changes:
        for at in (change.after, change.by):
            if at is not None and change.before is not None:
                links[ids[at]]["before"] = ids[change.before]
        said = change.by if change.by is not None else change.after
        if said is not None:
            links[ids[said]]["direction"] = change.direction
    for parts in report.relations.parts:
        for part in parts.parts:
            links[ids[part]]["whole"] = ids[parts.whole]
    return links


@cache
def _definitions() -> Mapping[str, Any]:
    definitions: Mapping[str, Any] = yaml.safe_load(
        files("report_browser.publishing.exports").joinpath("columns.yml").read_text("utf-8")
    )
    return definitions


def _table(name: str, definition: Mapping[str, Any], rows: list[Row]) -> Table:
    columns = tuple(Column(column, **described) for column, described in definition["columns"].items())
    ordered = tuple({column.name: row[column.name] for column in columns} for row in rows)
    return Table(name, definition["title"], definition["about"], columns, ordered)


def _figure(report: Report, addresses: Addresses, record: FigureRecord) -> Row:
    figure = record.figure
    return {
        "id": record.id,
        "number": record.number,
        "printed": record.printed,
        "value": figure.value,
        "unit": figure.unit,
        "base_value": figure.base_value,
        "base_unit": figure.base_unit,
        "inferred_unit": figure.inferred_unit,
        "qualifier": figure.qualifier,
        "bound": figure.bound,
        "subject": figure.subject,
        "period": figure.period,
        "scope": figure.scope,
        "indicator": record.indicator,
        "section": record.place.section.id,
        "paragraph": record.place.paragraph,
        "sentence": figure.sentence.of(report.edition.reading),
        **_position(report, addresses, record.id, record.place.source),
    }


def _measure(report: Report, addresses: Addresses, record: MeasureRecord) -> Row:
    measure = record.measure
    return {
        "id": record.id,
        "kind": measure.kind,
        "title": measure.title.of(report.edition.reading),
        "printed": record.printed,
        "issuer": measure.issuer,
        "date": measure.date,
        "section": record.place.section.id,
        "paragraph": record.place.paragraph,
        **_position(report, addresses, record.id, record.place.source),
    }


def _edit(report: Report, addresses: Addresses, record: EditRecord) -> Row:
    edit = record.edit
    return {
        "id": record.id,
        "kind": edit.kind,
        "certainty": edit.certainty,
        "was": record.was,
        "reads": edit.replacement,
        "reason": edit.reason,
        "conjecture": edit.conjecture,
        "entry": edit.origin,
        "section": record.place.section.id,
        "paragraph": record.place.paragraph,
        **_position(report, addresses, record.id, edit.span),
    }


def _indicator(report: Report, addresses: Addresses, record: FigureRecord) -> Row:
    indicator, figure = report.definitions.indicators[record.indicator], record.figure
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "english": indicator.english,
        "theme": indicator.theme,
        "figure": record.id,
        "printed": record.printed,
        "value": figure.value,
        "unit": figure.unit or figure.inferred_unit,
        "base_value": figure.base_value,
        "base_unit": figure.base_unit,
        "period": figure.period,
        "subject": figure.subject,
        **_position(report, addresses, record.id, record.place.source),
    }


def _check(report: Report, check: Check) -> Row:
    records = [report.figures[at] for at in check.figures]
    return {
        "id": check.id,
        "kind": check.kind,
        "title": check.title,
        "expression": check.expression,
        "verdict": check.verdict,
        "expected": f"{check.expected:f}",
        "found": f"{check.found:f}",
        "difference": f"{check.difference:f}",
        "unit": check.unit,
        "explanation": check.explanation,
        "figures": " ".join(record.id for record in records),
        "printed": " ".join(record.printed for record in records),
        "url": f"{report.settings['url']}checks/#{check.id}",
        "source_start": min(record.place.source.start for record in records),
        "source_end": max(record.place.source.end for record in records),
    }


def _position(report: Report, addresses: Addresses, id_: str, source: Span) -> Row:
    url = f"{report.settings['url']}{addresses.href(id_)}" if id_ else ""
    return {"url": url, "source_start": source.start, "source_end": source.end}
