"""Tables: rows get the columns that columns.yml names, and a field or column that has no counterpart is an error."""

from __future__ import annotations

import pytest

from report_browser.editorial.files import ContentFile
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import ReportError
from report_browser.findings.report import Report
from report_browser.publishing.exports.rows import Row
from report_browser.publishing.exports.tables import arrange_tables, make_tables

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
    (table,) = arrange_tables(columns(), {"cows": [{"weight": 500, "id": "c1"}]})
    assert [list(row) for row in table.rows] == [["id", "weight"]]
    assert [column.name for column in table.columns] == ["id", "weight"]


def test_a_table_may_have_no_rows() -> None:
    (table,) = arrange_tables(columns(), {"cows": []})
    assert table.rows == ()


FORGOTTEN: dict[str, tuple[dict[str, list[Row]], str]] = {
    "a field without a column": (
        {"cows": [{"id": "c1", "weight": 500, "colour": "black"}]},
        "columns.yml:5:5: no column 'colour' here, but rows.py makes one; describe it here",
    ),
    "a column without a field": (
        {"cows": [{"id": "c1"}]},
        "columns.yml:6:13: column 'weight' is described here, but rows.py makes none",
    ),
    "a field that only some rows have": (
        {"cows": [{"id": "c1", "weight": 500}, {"id": "c2"}]},
        "columns.yml:6:13: column 'weight' is described here, but rows.py makes none",
    ),
    "rows without a table": (
        {"cows": [], "pigs": []},
        "columns.yml:1:1: no table 'pigs' here, but rows.py makes one; describe it here",
    ),
    "a table without rows of its own": (
        {},
        "columns.yml:2:3: table 'cows' is described here, but rows.py makes none",
    ),
}


@pytest.mark.parametrize(("rows", "said"), FORGOTTEN.values(), ids=FORGOTTEN.keys())
def test_what_stands_in_one_of_the_two_alone_is_told_with_its_place(rows: dict[str, list[Row]], said: str) -> None:
    with pytest.raises(ReportError) as error:
        arrange_tables(columns(), rows)
    assert str(error.value) == said


def test_the_shipped_report_has_rows_in_every_table(report: Report) -> None:
    assert [table.name for table in make_tables(report) if not table.rows] == []
