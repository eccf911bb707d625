"""Each list of kinds is written once as a type; the schemas that editors write by and the templates' words agree with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import yaml
from jinja2 import Environment, FileSystemLoader

import report_browser.editorial
from report_browser.findings.arithmetic import Verdict
from report_browser.findings.checks import DeclaredKind
from report_browser.findings.measures import MeasureKind
from report_browser.findings.naming import KINDS
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
    assert set(WORDS.verdicts_words) == set(get_args(Verdict))
    assert set(WORDS.record_kinds) == set(KINDS)


def test_the_record_of_ids_may_hold_every_kind() -> None:
    assert schema("permalinks")["$defs"]["kept"]["properties"]["kind"]["enum"] == list(KINDS)
