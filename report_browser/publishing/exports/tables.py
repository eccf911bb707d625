"""Tables: the rows of a report under the columns of `columns.yml`, which says which tables and columns there are."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from report_browser.editorial.files import ContentFile
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import Problem, ReportError
from report_browser.findings.report import Report
from report_browser.publishing.exports.rows import Row, make_rows


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    type: str  # as Table Schema names it: string, integer, number
    about: str  # what it holds, in Chinese
    enum: Sequence[str] = ()  # the values that there are; empty for any


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

    Raises `ReportError` where the file and the rows do not name the same columns.
    """
    return arrange_tables(_read_columns(), make_rows(report))


def arrange_tables(columns: ContentFile, rows: Mapping[str, Sequence[Row]]) -> tuple[Table, ...]:
    """Rows by the name of their table, as the tables of `columns.yml`.

    Raises `ReportError` where a table or a field is in one of the two and not in the other.
    """
    definitions = columns.value
    problems = list(_differences(columns, (), "table", rows.keys()))
    for name in definitions.keys() & rows.keys():
        named = definitions[name]["columns"].keys()
        fields = next((row.keys() for row in rows[name] if row.keys() != named), named)
        problems += _differences(columns, (name, "columns"), "column", fields)
    if problems:
        raise ReportError(sorted(problems))
    return tuple(_table(name, definition, rows[name]) for name, definition in definitions.items())


def _differences(columns: ContentFile, place: tuple[str, ...], what: str, made: KeysView[str]) -> Iterator[Problem]:
    """The names at a place of `columns.yml` that `rows.py` does not make, and those that it makes besides."""
    named = columns.value
    for key in place:
        named = named[key]
    for name in made - named.keys():
        yield columns.problem(place, f"no {what} {name!r} here, but rows.py makes one; describe it here")
    for name in named.keys() - made:
        yield columns.problem((*place, name), f"{what} {name!r} is described here, but rows.py makes none")


def _table(name: str, definition: Mapping[str, Any], rows: Sequence[Row]) -> Table:
    columns = tuple(Column(column, **values) for column, values in definition["columns"].items())
    ordered = tuple({column.name: row[column.name] for column in columns} for row in rows)
    return Table(name, definition["title"], definition["about"], columns, ordered)


@cache
def _read_columns() -> ContentFile:
    path = Path(str(files("report_browser.publishing.exports").joinpath("columns.yml")))
    node, value = read_yaml(str(path), path.read_text("utf-8"))
    return ContentFile(str(path), value, node)
