"""Tables: the report's records as rows. `columns.yml` says which tables and columns there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from report_browser.editorial.files import ContentFile
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import Problem, ReportError
from report_browser.findings.checks import Check
from report_browser.findings.records import EditRecord, FigureRecord, MeasureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses
from report_browser.text.span import Span

Row = dict[str, str | int]  # values by column


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    type: str  # as Table Schema names it: string, integer, number
    about: str  # what it holds, in Chinese


@dataclass(frozen=True)
class Table:
    """One table; every row has a value for every column, in the columns' order."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def make_tables(report: Report) -> tuple[Table, ...]:
    """The tables of a report, in the order and with the columns of `columns.yml`; a table may have no rows.

    Raises `ReportError` where the fields of a row are not the columns that the file names.
    """
    addresses, links = Addresses(report), _links(report)
    rows: dict[str, list[Row]] = {
        "figures": [{**_figure_row(report, addresses, record), **links[record.id]} for record in report.figures],
        "measures": [_measure_row(report, addresses, record) for record in report.measures],
        "edits": [_edit_row(report, addresses, record) for record in report.edits],
        "checks": [_check_row(report, check) for check in report.checks],
        "indicators": [_indicator_row(report, addresses, record) for record in report.figures if record.indicator],
    }
    columns = _read_columns()
    return tuple(arrange_table(columns, name, rows[name]) for name in columns.value)


def arrange_table(columns: ContentFile, name: str, rows: Sequence[Row]) -> Table:
    """Rows as the table `name` of `columns.yml`.

    Raises `ReportError` where a row has a field that is no column, or lacks one.
    """
    definition = columns.value[name]
    described = tuple(Column(column, **values) for column, values in definition["columns"].items())
    for row in rows:
        if row.keys() != definition["columns"].keys():
            raise ReportError(_difference(columns, name, row))
    ordered = tuple({column.name: row[column.name] for column in described} for row in rows)
    return Table(name, definition["title"], definition["about"], described, ordered)


def _difference(columns: ContentFile, name: str, row: Row) -> Iterator[Problem]:
    """What to mend where a row's fields are not the table's columns."""
    named = columns.value[name]["columns"]
    place = (name, "columns")
    for field in row.keys() - named.keys():
        yield columns.problem(place, f"the rows of {name} have a field {field!r} that is no column; name it here")
    for column in named.keys() - row.keys():
        yield columns.problem((*place, column), f"the rows of {name} have no field {column!r}; add it in tables.py")


@cache
def _read_columns() -> ContentFile:
    path = Path(str(files("report_browser.publishing.exports").joinpath("columns.yml")))
    node, value = read_yaml(str(path), path.read_text("utf-8"))
    return ContentFile(str(path), value, node)


def _links(report: Report) -> Mapping[str, Row]:
    """By figure id, the columns `before`, `direction` and `whole`: ids of other figures, empty where there is none."""
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


def _figure_row(report: Report, addresses: Addresses, record: FigureRecord) -> Row:
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


def _measure_row(report: Report, addresses: Addresses, record: MeasureRecord) -> Row:
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


def _edit_row(report: Report, addresses: Addresses, record: EditRecord) -> Row:
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


def _indicator_row(report: Report, addresses: Addresses, record: FigureRecord) -> Row:
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


def _check_row(report: Report, check: Check) -> Row:
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
    """The columns that say where a record stands; `url` is empty for an edit without an id."""
    url = f"{report.settings['url']}{addresses.href(id_)}" if id_ else ""
    return {"url": url, "source_start": source.start, "source_end": source.end}
