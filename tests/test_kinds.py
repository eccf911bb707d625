"""Each list of kinds is written once as a type; the schemas that editors write by and the templates' words agree with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import yaml
from jinja2 import Environment, FileSystemLoader

import report_browser.editorial
import report_browser.publishing.exports
from report_browser.figures.measured.aspects import Aspect
from report_browser.figures.measured.statuses import Status
from report_browser.findings.arithmetic import Verdict
from report_browser.findings.declared import DeclaredKind
from report_browser.findings.naming import KINDS
from report_browser.measures.measure import Kind as MeasureKind
from report_browser.measures.measure import Status as MeasureStatus
from report_browser.text.edition import Certainty, EditKind
from report_browser.text.mechanical import BREAKS, UNNOTED

SCHEMAS = Path(report_browser.editorial.__file__).parent / "schemas"
TEMPLATES = Path(__file__).parents[1] / "templates"
WORDS: Any = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template("words.j2").module


def schema(name: str) -> Any:
    return yaml.safe_load((SCHEMAS / f"{name}.yml").read_text("utf-8"))


def test_editors_may_write_every_kind_of_edit_but_the_mechanical_ones() -> None:
    written = schema("emendations")["$defs"]
    assert set(written["kind"]["enum"]) == set(EditKind) - BREAKS - UNNOTED
    assert set(written["certainty"]["enum"]) == set(get_args(Certainty))


def test_editors_may_declare_every_kind_of_check() -> None:
    assert set(schema("checks")["properties"]["checks"]["items"]["properties"]["kind"]["enum"]) == set(
        get_args(DeclaredKind)
    )


def test_the_templates_have_a_word_for_every_kind() -> None:
    assert set(WORDS.kinds) == set(EditKind)
    assert set(WORDS.certainties) == set(get_args(Certainty))
    assert set(WORDS.measure_kinds) == set(get_args(MeasureKind))
    assert set(WORDS.measure_statuses) == set(get_args(MeasureStatus)) - {""}
    assert set(WORDS.verdicts_words) == set(get_args(Verdict))
    assert set(WORDS.aspects) == set(get_args(Aspect))
    assert set(WORDS.statuses) == set(get_args(Status))
    assert set(WORDS.leads) == set(WORDS.leads_english) | {"demanded"} == {*WORDS.aspects, *WORDS.statuses, "demanded"}
    assert set(WORDS.record_kinds) == set(KINDS)


def test_schemas_and_columns_name_every_aspect_and_status() -> None:
    exports = Path(report_browser.publishing.exports.__file__).parent
    tables = yaml.safe_load((exports / "columns.yml").read_text("utf-8"))
    figure = yaml.safe_load((exports / "report-json.yml").read_text("utf-8"))["$defs"]["figure"]["properties"]
    for name, kinds in (("aspect", set(get_args(Aspect))), ("status", set(get_args(Status)))):
        assert set(figure[name]["enum"]) == kinds
        assert all(set(tables[table]["columns"][name]["enum"]) == kinds for table in ("figures", "indicators"))
    indicator = schema("indicators")["properties"]["indicators"]["items"]["properties"]
    assert set(indicator["aspects"]["items"]["enum"]) == set(get_args(Aspect))


def test_the_record_of_ids_may_hold_every_kind() -> None:
    assert schema("permalinks")["$defs"]["kept"]["properties"]["kind"]["enum"] == list(KINDS)
