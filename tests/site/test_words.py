"""The templates' words: every kind that the pipeline knows has its word, or a page would fail where it first occurs."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, get_args

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from report_browser.findings import measures
from report_browser.findings.arithmetic import Verdict
from report_browser.text import blocks, layout, punctuation
from report_browser.text.edition import Certainty
from tests.conftest import ROOT


def schema_kinds() -> set[str]:
    """The kinds that an editor may write in `content/emendations.yml`."""
    schema = files("report_browser.editorial").joinpath("schemas/emendations.yml").read_text("utf-8")
    return set(yaml.safe_load(schema)["$defs"]["kind"]["enum"])


@pytest.fixture(scope="module")
def words() -> Any:
    """What `templates/words.j2` defines."""
    return Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True).get_template("words.j2").module


def test_every_kind_of_edit_has_its_word(words: Any) -> None:
    mechanical = {blocks.PAGE_BREAK, layout.PAGE_FOOTER, layout.LINE_BREAK, punctuation.PUNCTUATION}
    assert set(words.kinds) == schema_kinds() | mechanical


def test_every_certainty_verdict_and_kind_of_measure_has_its_word(words: Any) -> None:
    assert set(words.certainties) == set(get_args(Certainty))
    assert set(words.verdicts_words) == set(get_args(Verdict))
    assert set(words.measure_kinds) == set(get_args(measures.Kind))
