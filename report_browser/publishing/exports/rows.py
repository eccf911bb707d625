"""Rows: each record of a report as a row of its table; the keys are the columns that `columns.yml` describes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report_browser.findings.arithmetic import Check
from report_browser.findings.indicators import is_own_number
from report_browser.findings.records import EditRecord, FigureRecord, MeasureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import permanent
from report_browser.publishing.parts.quotations import excerpt
from report_browser.text.span import Span

Row = dict[str, str | int]  # values by column


def make_rows(report: Report) -> Mapping[str, Sequence[Row]]:
    """The rows of a report by the name of their table, in the order of the text; a table may have none."""
    links = _links(report)
    return {
        "figures": [{**_figure_row(report, record), **links[record.id]} for record in report.figures],
        "measures": [_measure_row(report, record) for record in report.measures],
        "edits": [_edit_row(report, record) for record in report.edits],
        "checks": [_check_row(report, check) for check in report.checks],
        "indicators": [_indicator_row(report, record) for record in report.figures if record.indicator],
    }


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


def _figure_row(report: Report, record: FigureRecord) -> Row:
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
        **_sides(report, record),
        "inferred_after": str(end.value) if (end := report.inferred_ends.get(record.id)) else "",
        "inferred_after_word": end.word if end else "",
        "indicator": record.indicator,
        "section": record.place.section.id,
        "paragraph": record.place.paragraph,
        "sentence": excerpt(report.edition.reading, figure),
        **_position(report, record.id, record.place.source),
    }


def _sides(report: Report, record: FigureRecord) -> Row:
    """The columns that say what a figure says of what; `base` is the id of the figure that it is counted from, or words."""
    figure, base = record.figure, report.bases.get(record.id)
    return {
        "property": figure.measured_property,
        "entity": figure.measured_entity,
        "aspect": figure.aspect,
        "status": figure.status,
        "base": base.id if base else figure.base,
        "carried_period": figure.carried_period,
        "stage": figure.stage,
    }


def _measure_row(report: Report, record: MeasureRecord) -> Row:
    measure = record.measure
    parts = {
        "verb": measure.verb,
        "actor": measure.actor,
        "target": measure.target,
        "means": measure.means,
        "group": measure.group,
    }
    return {
        "id": record.id,
        "kind": measure.kind,
        "title": measure.title,
        "printed": record.printed,
        **{name: _words(report, span) for name, span in parts.items()},
        "inherited": _yes(measure.inherited),
        "amount": _id_at(report.figures_by_number, measure.amount),
        "period": measure.period,
        "status": measure.status,
        "permission": _yes(measure.permission),
        "part_of": _id_at(report.measures_by_span, measure.part_of),
        "mentions": " ".join(str(report.edition.to_source(span).start) for span in measure.mentions),
        "vague": _yes(measure.vague),
        "section": record.place.section.id,
        "paragraph": record.place.paragraph,
        **_position(report, record.id, record.place.source),
    }


def _words(report: Report, span: Span) -> str:
    """What the reading has at a span, without white space."""
    return "".join(span.of(report.edition.reading).split())


def _yes(value: bool) -> str:  # noqa: FBT001 - it is what the column says
    return "yes" if value else ""


def _id_at(records: Mapping[Span, FigureRecord] | Mapping[Span, MeasureRecord], span: Span) -> str:
    """The id of the record at a span; empty for an empty span."""
    record = records.get(span) if span else None
    return record.id if record else ""


def _edit_row(report: Report, record: EditRecord) -> Row:
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
        **_position(report, record.id, edit.span),
    }


def _indicator_row(report: Report, record: FigureRecord) -> Row:
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
        "inferred_unit": figure.inferred_unit,
        "base_value": figure.base_value,
        "base_unit": figure.base_unit,
        "period": figure.period,
        "subject": figure.subject,
        **_sides(report, record),
        "own": "yes" if is_own_number(figure) else "no",
        **_position(report, record.id, record.place.source),
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
        "url": f"{report.settings['url']}{permanent(check.id)}",
        "source_start": min(record.place.source.start for record in records),
        "source_end": max(record.place.source.end for record in records),
    }


def _position(report: Report, id_: str, source: Span) -> Row:
    """The columns that say where a record stands; `url` is empty for an edit without an id."""
    url = f"{report.settings['url']}{permanent(id_)}" if id_ else ""
    return {"url": url, "source_start": source.start, "source_end": source.end}
