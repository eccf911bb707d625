"""Extraction on the report and on the gold standard: every figure is found at its exact place, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache, partial, reduce
from itertools import count
from operator import add
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.score import Score, extract, names, read_labels, score
from benchmarks.speed import ENDLESS, count_figures, endless
from report_browser.figures.figure import Figure, extract_figures
from report_browser.figures.measured.segmentation import split_words
from report_browser.findings.report import Report
from report_browser.outline.headings import parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import read_source
from tests.figures.marked import figures, unmarked
from tests.figures.test_measured import SUBJECTS
from tests.figures.test_quantities import CASES

SEED = Path(__file__).parents[2] / "seeds/county-report.txt"


def test_the_report_has_its_45_figures_43_with_a_unit_and_no_page_mark() -> None:
    source = read_source(SEED)
    edition = mechanical_edition(source)
    found = extract_figures(edition.reading, parse_outline(edition.reading))
    assert len(found) == 45
    assert sum(bool(one.unit) for one in found) == 43
    marks = [edit.span for edit in edition.edits if edit.kind == "page-break"]
    assert len(marks) == 15
    places = [edition.to_source(one.number) for one in found]
    assert not [one for one in places for mark in marks if one.start < mark.end and mark.start < one.end]


def test_a_rate_across_a_page_mark_is_found_with_its_lost_sign(report: Report) -> None:
    record = next(one for one in report.figures if one.indicator == "natural-growth-rate")
    figure = record.figure
    assert (record.number, figure.qualifier, figure.unit, figure.inferred_unit) == ("4", "以下", "", "‰")
    assert figure.inferred_reason


def test_mended_numbers_keep_what_is_printed(report: Report) -> None:
    mended = {(one.number, one.printed, one.figure.unit) for one in report.figures if one.mended}
    assert mended == {("10", "2023", "元"), ("100", "20230", "%")}


FLOORS = {"county-report": {"+unit": 0.99, "+qualifier": 0.98, "+period": 0.98, "+subject": 0.95}}
OTHERS = {"number": 0.95, "+unit": 0.95, "+subject": 0.75}
TOTAL = {
    "number": 0.99, "+unit": 0.99, "+qualifier": 0.99, "+period": 0.98, "+subject": 0.935,
    "+aspect": 0.99, "+status": 0.985, "+property": 0.91, "+entity": 0.92,
}  # fmt: skip


@cache
def reached(name: str) -> dict[str, Score]:
    return score(read_labels(name), extract(name))


@pytest.mark.parametrize("name", names())
def test_the_gold_standard_is_met(name: str) -> None:
    for field, floor in FLOORS.get(name, OTHERS).items():
        assert reached(name)[field].f1 >= floor, field


def test_the_gold_standard_is_met_as_a_whole() -> None:
    for field, floor in TOTAL.items():
        assert reduce(add, (reached(name)[field] for name in names())).f1 >= floor, field


@pytest.mark.parametrize("part", ENDLESS, ids=repr)
def test_no_text_takes_longer_than_its_length(part: str) -> None:
    """Counted in lines of Python that run, so the same on any machine; `make bench` times what patterns do inside."""
    figures("总人口47万人。")  # the dictionary is read once
    short, long = (lines_run(partial(count_figures, endless(part, size))) for size in (500, 2_000))
    assert long < 1.1 * 4 * short


def test_ten_thousand_figures_in_one_sentence_take_ten_times_the_work_of_a_thousand() -> None:
    """Counted in texts that are parted into words, which nearly every rule needs."""

    def work(size: int) -> int:
        before = split_words.cache_info()
        assert len(figures("全县" + "户均补助3元，" * size)) == size
        after = split_words.cache_info()
        return after.hits + after.misses - before.hits - before.misses

    assert work(10_000) < 1.1 * 10 * work(1_000)


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python a call runs, a line as often as it is run."""
    lines, before = count(), sys.gettrace()

    def trace(_frame: FrameType, _event: str, _arg: object) -> Any:
        next(lines)
        return trace

    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return next(lines)


@settings(max_examples=40, deadline=None)
@given(st.text("一二三十百万亿千分之0123456789.,，。年月个名元%‰比率由到至占其中分别为增长 \n“”", max_size=80))
def test_any_text_is_read_and_every_figure_quotes_its_number(text: str) -> None:
    last = 0
    for one in figures(text):
        assert one.number.of(text).strip()
        assert one.number in one.phrase
        assert one.number.start >= last, "figures do not overlap"
        last = one.number.end


SENTENCES = [unmarked(case) for case in (*CASES, *SUBJECTS)]


def _said(one: Figure, text: str) -> tuple[str, ...]:
    return one.number.of(text), one.value, one.unit, one.qualifier, one.period, one.subject


@settings(max_examples=20)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(lambda texts: "\n".join([*texts, ""])))
def test_a_hundred_copies_have_a_hundred_times_the_figures(text: str) -> None:
    once = [_said(one, text) for one in figures(text)]
    assert [_said(one, text * 100) for one in figures(text * 100)] == once * 100


def test_a_hundred_copies_of_the_report_have_a_hundred_times_its_figures() -> None:
    text = mechanical_edition(read_source(SEED)).reading.strip() + "\n"
    assert len(figures(text * 100)) == 100 * len(figures(text)) == 4500


@pytest.mark.parametrize("what", ["figures", "outline"])
def test_the_stages_are_programs_of_their_own(what: str) -> None:
    command = [sys.executable, "-m", f"report_browser.{what}"]
    rows = json.loads(subprocess.run([*command, str(SEED), "--format", "json"], capture_output=True, check=True).stdout)
    text = read_source(SEED).text
    starts = [(row.get("number") or row.get("marker") or row.get("title") or "")[:1].replace("（", "(") for row in rows]
    assert all(text[row["start"] :].startswith(start) for row, start in zip(rows, starts, strict=True))
    assert sum(map(bool, starts)) >= 10
    assert len(rows) >= 10
    missing = subprocess.run([*command, "/nowhere.txt"], capture_output=True, text=True, check=False)
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1
