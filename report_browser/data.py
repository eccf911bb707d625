"""Data: the report's records as files for spreadsheets and programs, and the source as it was received."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from report_browser.addresses import Addresses
from report_browser.outline import Section
from report_browser.records import EditRecord, FigureRecord, MeasureRecord
from report_browser.report import Report
from report_browser.span import Span


def render_data(report: Report) -> Mapping[str, bytes]:
    """Every file for download by its name on the site. Positions count characters of the source's text, from 0."""
    tables = _tables(report)
    names = {"downloads/report.json": _json(report, tables), f"downloads/{report.source.name}": report.source.raw}
    return names | {f"downloads/{name}.csv": _csv(rows) for name, rows in tables.items() if rows}


def _tables(report: Report) -> dict[str, list[dict[str, Any]]]:
    addresses = Addresses(report)
    return {
        "figures": [_figure(report, addresses, record) for record in report.figures],
        "measures": [_measure(report, addresses, record) for record in report.measures],
        "edits": [_edit(report, addresses, record) for record in report.edits],
    }


def _figure(report: Report, addresses: Addresses, record: FigureRecord) -> dict[str, Any]:
    figure = record.figure
    return {
        "id": record.id,
        "number": record.number,
        "printed": record.printed,
        "value": figure.value,
        "unit": figure.unit,
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


def _measure(report: Report, addresses: Addresses, record: MeasureRecord) -> dict[str, Any]:
    measure = record.measure
    return {
        "id": record.id,
        "kind": measure.kind,
        "title": measure.title.of(report.edition.reading),
        "issuer": measure.issuer,
        "date": measure.date,
        "section": record.place.section.id,
        "paragraph": record.place.paragraph,
        **_position(report, addresses, record.id, record.place.source),
    }


def _edit(report: Report, addresses: Addresses, record: EditRecord) -> dict[str, Any]:
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


def _position(report: Report, addresses: Addresses, id_: str, source: Span) -> dict[str, Any]:
    url = f"{report.settings['url']}{addresses.href(id_)}" if id_ else ""
    return {"url": url, "source_start": source.start, "source_end": source.end}


def _csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """CSV as spreadsheets open it: UTF-8 with BOM, CRLF (RFC 4180)."""
    rows = list(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _json(report: Report, tables: Mapping[str, Any]) -> bytes:
    content = {
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
        **tables,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _section(report: Report, section: Section) -> dict[str, Any]:
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
    source = report.edition.to_source(span)
    return {"source_start": source.start, "source_end": source.end}
