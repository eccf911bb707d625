"""Files for download: the tables as CSV, the whole report as JSON, descriptions of both, and the source as received."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import groupby
from typing import Any

import yaml

from report_browser.findings.report import Report
from report_browser.outline.outline import Section
from report_browser.publishing.exports.rows import Row
from report_browser.publishing.exports.tables import Column, Table
from report_browser.text.span import Span


def render_data(report: Report, tables: Iterable[Table]) -> Mapping[str, bytes]:
    """The content of every file by its path on the site; a table without rows has no file."""
    tables = [table for table in tables if table.rows]
    return {
        "downloads/report.json": _json(_report_json(report, tables)),
        "downloads/report.schema.json": _json(_report_schema()),
        **{f"downloads/{table.name}.csv": _csv(table) for table in tables},
        "downloads/datapackage.json": _json(_data_package(report, tables)),
        f"downloads/{report.source.name}": report.source.raw,
        **{f"indicators/{name}.json": _json(rows) for name, rows in _by_indicator(tables).items()},
    }


def _by_indicator(tables: list[Table]) -> Mapping[str, list[Row]]:
    """The rows of the table of indicators, by the indicator's id."""
    rows = [row for table in tables if table.name == "indicators" for row in table.rows]
    ordered = sorted(rows, key=lambda row: str(row["indicator"]))
    return {name: list(group) for name, group in groupby(ordered, key=lambda row: str(row["indicator"]))}


def _csv(table: Table) -> bytes:
    """CSV as spreadsheets open it: UTF-8 with BOM, CRLF (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in table.columns])
    writer.writeheader()
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8-sig")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _data_package(report: Report, tables: list[Table]) -> dict[str, object]:
    """`datapackage.json` (Data Package, version 1): the tables, their columns, and the source that they are from."""
    return {
        "profile": "tabular-data-package",
        "name": _package_name(report.source.name),
        "title": report.title,
        "homepage": report.settings["url"],
        "sources": [{"title": f"{report.source.name}, SHA-256 {report.source.sha256}", "path": report.source.name}],
        "resources": [_resource(table) for table in tables],
    }


def _package_name(file: str) -> str:
    """A name as the specification allows, of the source's: lower-case ASCII, digits and hyphens."""
    stem = file.rpartition(".")[0] or file
    return re.sub("[^a-z0-9]+", "-", stem.lower()).strip("-") or "report"


def _resource(table: Table) -> dict[str, object]:
    fields = [_field(column) for column in table.columns]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.about,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, object]:
    constraints = {"constraints": {"enum": list(column.enum)}} if column.enum else {}
    return {"name": column.name, "type": column.type, "description": column.about, **constraints}


def _report_schema() -> Any:
    """The JSON Schema of `report.json`."""
    return yaml.safe_load(files("report_browser.publishing.exports").joinpath("report-json.yml").read_text("utf-8"))


def _report_json(report: Report, tables: list[Table]) -> dict[str, object]:
    """`report.json`: the outline with the text of every paragraph, and the rows of every table."""
    return {
        "title": report.title,
        "url": report.settings["url"],
        "source": {
            "name": report.source.name,
            "size": report.source.size,
            "sha256": report.source.sha256,
            "encoding": report.source.encoding,
        },
        "truncated": report.outline.truncated,
        "outline": [_section(report, section) for section in report.outline.sections],
        **{table.name: table.rows for table in tables},
    }


def _section(report: Report, section: Section) -> dict[str, object]:
    text = report.edition.reading
    return {
        "id": section.id,
        "level": section.level,
        "number": section.number,
        "marker": section.marker.of(text),
        "title": section.title.of(text),
        **_span(report, section.span),
        "paragraphs": [
            {"id": par.id, "text": par.span.of(text), **_span(report, par.span)} for par in section.paragraphs
        ],
        "items": [{"id": item.id, "title": item.title.of(text), **_span(report, item.span)} for item in section.items],
        "sections": [_section(report, child) for child in section.children],
    }


def _span(report: Report, span: Span) -> dict[str, int]:
    """Where a span of the reading stands in the source, in characters."""
    source = report.edition.to_source(span)
    return {"source_start": source.start, "source_end": source.end}
