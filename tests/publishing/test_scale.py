"""What pages and data take grows as the text does: counted in lines of Python that run, not in seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from benchmarks.speed import make_all, many_sections, one_sentence
from report_browser.editorial.files import read_contents
from report_browser.findings.report import read_report
from report_browser.publishing.exports.tables import make_tables
from report_browser.text.source import parse_source
from tests.conftest import ROOT
from tests.figures.test_figure import lines_run

CONTENT = read_contents(ROOT / "content")


@pytest.mark.parametrize("make", [one_sentence, many_sections])
def test_pages_of_a_long_text_take_work_in_proportion_to_it(make: Callable[[int], str]) -> None:
    make_all(make(10), CONTENT)  # the dictionary is read once
    short, long = (lines_run(partial(make_all, make(number), CONTENT)) for number in (50, 200))
    assert long < 1.1 * 4 * short


def test_a_row_of_a_long_sentence_holds_what_stands_around_its_figure() -> None:
    text = one_sentence(400)
    figures = make_tables(read_report(parse_source(text.encode(), "long.txt"), CONTENT))[0]
    assert figures.rows
    for row in figures.rows:
        assert str(row["printed"]) in str(row["sentence"])
        assert len(str(row["sentence"])) < len(text) / 2
