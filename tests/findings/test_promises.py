"""Promises: the record of ids is read strictly, written in lines that people can read, and loses nothing of other texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.errors import ReportError
from report_browser.findings.naming import Thing
from report_browser.findings.promises import read_record, write_record
from report_browser.findings.report import Report
from report_browser.text.source import parse_source
from report_browser.text.span import Span
from tests.conftest import ROOT
from tests.findings.test_permalinks import DAY, SECTION, SOURCE, accept, content, figure, ids_of

NONSENSE = {
    "an id of another form": (
        "138.6: {kind: figure, at: [5, 2], since: 2026-01-31, words: a}",
        "'138.6' cannot be an id",
    ),
    "a longer id": (f"{'a' * 41}: {{kind: figure, at: [5, 2], since: 2026-01-31, words: a}}", "40 characters at most"),
    "a place behind the end": ("a: {kind: figure, at: [999, 2], since: 2026-01-31, words: a}", "the text has"),
    "no place": ("a: {kind: figure, since: 2026-01-31, words: a}", "`at` is missing"),
    "an impossible date": ("a: {kind: figure, at: [5, 2], since: 2026-02-30, words: a}", "'2026-02-30' is no date"),
    "two ids for one place": (
        "a: {kind: figure, at: [5, 2], since: 2026-01-31, words: a}\n    b: {kind: figure, at: [5, 2], since: 2026-01-31, words: a}",
        "permalinks.yml:6:8: 'b' and 'a' claim one place",
    ),
    "an alias to nothing": (
        "a: {kind: figure, at: [5, 2], since: 2026-01-31, alias: b, words: a}",
        "'a' is an alias of 'b', which is no id",
    ),
    "an alias in a circle": (
        "a: {kind: figure, at: [5, 2], since: 2026-01-31, alias: b, words: a}\n    b: {kind: figure, at: [5, 2], since: 2026-01-31, alias: a, words: a}",
        "'b' is an alias that leads back to itself",
    ),
    "both an alias and withdrawn": (
        "a: {kind: figure, at: [5, 2], since: 2026-01-31, alias: s1, withdrawn: x, words: a}",
        "both an alias and withdrawn",
    ),
}


@pytest.mark.parametrize(("entry", "said"), NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_in_the_record_is_told_with_its_line(entry: str, said: str) -> None:
    text = f"texts:\n- sha256: {SOURCE.sha256}\n  name: report.txt\n  ids:\n    {entry}\n"
    with pytest.raises(ReportError) as error:
        ids_of([], content(text))
    assert said in str(error.value)
    assert all(problem.line >= 5 for problem in error.value.problems)


def test_the_records_of_other_texts_stay_as_they_are() -> None:
    other = parse_source("另一份报告。".encode(), "other.txt")
    record = accept(ids_of([SECTION, figure(20, "5")]))
    both = accept(ids_of([Thing("section", Span(0, 3), "另一份", "1")], record, other), other)
    assert [text["name"] for text in both.value["texts"]] == ["report.txt", "other.txt"]
    assert both.value["texts"][0] == record.value["texts"][0]


@given(st.text(max_size=200), st.text(min_size=1, max_size=70))
def test_any_words_are_written_so_that_they_are_read_again(words: str, reason: str) -> None:
    links = ids_of([SECTION, Thing("figure", Span(20, 22), words, "5", 0)])
    kept = [replace(one, withdrawn=reason) if one.id == "s1-v5" else one for one in links.accepted(DAY)]
    text = write_record(links.record, SOURCE, kept)
    assert reason.isprintable() is False or max(map(len, text.split("\n"))) < 100
    again = read_record(content(text), SOURCE)
    assert write_record(again, SOURCE, again.kept) == text
    assert " ".join(words.split()).startswith(again.ids["s1-v5"].words.removesuffix("…")) or not words.isprintable()
    assert again.ids["s1-v5"].withdrawn == reason


def test_every_id_of_the_shipped_report_is_accepted(report: Report) -> None:
    """Where this fails after a change: `python build_site.py --accept`, and look at the difference."""
    path = ROOT / "content/permalinks.yml"
    assert report.permalinks.unaccepted == ()
    written = write_record(report.permalinks.record, report.source, report.permalinks.accepted("?"))
    assert written == path.read_text("utf-8")
    assert max(map(len, written.split("\n"))) < 100
