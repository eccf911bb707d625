"""Measures against the gold standard: scores may not fall below these floors."""

from __future__ import annotations

import pytest

from benchmarks.matching import Record, pairs
from benchmarks.measures import Tally, names, read_labels, tally, total
from report_browser.text.span import Span

ALL = ("organisation", "regulation", "finance", "information", "provision")


@pytest.fixture(scope="module")
def scores() -> dict[str, Tally]:
    return total(names())


FLOORS = {  # precision and recall
    "measures": (0.95, 0.96),
    "organisation": (0.90, 0.94),
    "regulation": (0.92, 0.96),
    "finance": (0.95, 0.96),
    "information": (0.93, 0.93),
    "provision": (0.95, 0.96),
    "document": (0.95, 0.97),
    "honour": (0.95, 0.95),
    "reference": (0.95, 0.95),
}


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items(), ids=FLOORS)
def test_no_kind_falls_below_its_floor(scores: dict[str, Tally], kind: str, floor: tuple[float, float]) -> None:
    assert scores[kind].precision >= floor[0]
    assert scores[kind].recall >= floor[1]


def test_spans_do_not_fall_below_their_floor(scores: dict[str, Tally]) -> None:
    measures = scores["measures"]
    assert measures.f1 >= 0.90
    assert measures.starts / measures.met >= 0.92
    assert measures.ends / measures.met >= 0.93


TEXT = "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"


def record(start: int, end: int, kind: str = "finance", *, vague: bool = False) -> Record:
    return Record(Span(start, end), kind, vague)


def test_labels_and_finds_are_matched_one_to_one() -> None:
    labels = [record(0, 4), record(6, 10)]
    found = [record(0, 10)]
    assert len(pairs(TEXT, labels, found)) == 1
    counted = tally(TEXT, labels, found, ALL)
    assert (counted.precision, counted.recall) == (1.0, 0.5)


def test_what_overlaps_half_of_the_shorter_counts_but_only_close_ones_for_f() -> None:
    counted = tally(TEXT, [record(0, 4)], [record(0, 10)], ALL)
    assert (counted.met, counted.tight, counted.starts, counted.ends) == (1, 0, 1, 0)


def test_vague_ones_count_neither_way() -> None:
    counted = tally(TEXT, [record(0, 4, vague=True)], [record(0, 4), record(6, 9, vague=True)], ALL)
    assert (counted.met, counted.found, counted.labelled) == (0, 0, 0)


def test_documents_match_documents_alone() -> None:
    assert pairs(TEXT, [record(0, 4, "document")], [record(0, 4)]) == []


def test_every_label_is_in_its_text() -> None:
    assert sum(len(read_labels(name)) for name in names()) > 300
    assert len(names()) >= 21
