"""Tables: rows get the columns that columns.yml names, and a field or column that has no counterpart is an error."""

from __future__ import annotations

import pytest

from report_browser.editorial.files import ContentFile
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import ReportError
from report_browser.findings.report import Report
from report_browser.publishing.exports.tables import arrange_table, make_tables

COLUMNS = """\
cows:
  title: 牛
  about: 一行一头
  columns:
    id: {type: string, about: 编号}
    weight: {type: integer, about: 重量}
"""


def columns() -> ContentFile:
    node, value = read_yaml("columns.yml", COLUMNS)
    return ContentFile("columns.yml", value, node)


def test_rows_are_put_in_the_order_of_the_columns() -> None:
    table = arrange_table(columns(), "cows", [{"weight": 500, "id": "c1"}])
    assert [list(row) for row in table.rows] == [["id", "weight"]]
    assert [column.name for column in table.columns] == ["id", "weight"]


def test_a_field_that_no_column_names_is_told_with_the_place_of_the_columns() -> None:
    with pytest.raises(ReportError) as error:
        arrange_table(columns(), "cows", [{"id": "c1", "weight": 500, "colour": "black"}])
    assert str(error.value) == "columns.yml:5:5: the rows of cows have a field 'colour' that is no column; name it here"


def test_a_column_that_no_field_fills_is_told_with_its_place() -> None:
    with pytest.raises(ReportError) as error:
        arrange_table(columns(), "cows", [{"id": "c1"}])
    assert str(error.value) == "columns.yml:6:13: the rows of cows have no field 'weight'; add it in tables.py"


def test_the_shipped_report_has_rows_in_every_table(report: Report) -> None:
    assert [table.name for table in make_tables(report) if not table.rows] == []
