"""Permalinks: what stands at a recorded place keeps its id, rules only name what is new, and no promise is broken unseen."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.editorial.files import ContentFile
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import ReportError
from report_browser.findings.naming import ID, KINDS, LETTERS, LONGEST, Kind, Thing
from report_browser.findings.permalinks import Permalinks, give_ids
from report_browser.findings.promises import read_record, write_record
from report_browser.text.source import Source, parse_source
from report_browser.text.span import Span

TEXT = "全县总人口47万人，比上年增长3.2%；新建水渠12条，投入35至40万元。" * 3
SOURCE = parse_source(TEXT.encode(), "report.txt")
DAY = "2026-01-31"


def content(text: str) -> ContentFile:
    node, value = read_yaml("permalinks.yml", text)
    return ContentFile("permalinks.yml", value, node)


EMPTY = content("texts: []\n")


def ids_of(things: Sequence[Thing], record: ContentFile = EMPTY, source: Source = SOURCE) -> Permalinks:
    return give_ids(read_record(record, source), things)


def accept(links: Permalinks, source: Source = SOURCE) -> ContentFile:
    """The record when all of it is accepted."""
    return content(write_record(links.record, source, links.accepted(DAY)))


def edited(record: ContentFile, id_: str, added: str) -> ContentFile:
    """The record with something added to the entry of an id, as an editor adds it."""
    text = write_record(read_record(record, SOURCE), SOURCE, read_record(record, SOURCE).kept)
    changed = re.sub(rf"(?m)^(    {id_}: \{{)", rf"\1{added}, ", text)
    assert changed != text
    return content(changed)


SECTION = Thing("section", Span(0, 5), "一、经济", "1")


def figure(start: int, value: str, length: int = 2) -> Thing:
    return Thing("figure", Span(start, start + length), value, value, 0)


NAMED: dict[str, tuple[list[Thing], list[str]]] = {
    "a figure by its section and value": ([SECTION, figure(5, "138.6")], ["s1", "s1-v138-6"]),
    "a range and a ratio": ([SECTION, figure(5, "35-40"), figure(9, "28:41:31")], ["s1", "s1-v35-40", "s1-v28-41-31"]),
    "a value that is there twice": ([SECTION, figure(5, "5"), figure(9, "5")], ["s1", "s1-v5", "s1-v5-n2"]),
    "a section by its number": ([SECTION, Thing("section", Span(9, 12), "（二）", "2", 0)], ["s1", "s1-2"]),
    "two sections of one number": ([SECTION, Thing("section", Span(9, 12), "一、", "1")], ["s1", "s1-n2"]),
    "paragraphs by number": (
        [SECTION, *(Thing("paragraph", Span(at, at + 4), "", "", 0) for at in (6, 12))],
        ["s1", "s1-p1", "s1-p2"],
    ),
    "a rule's places": ([Thing("edit", Span(at, at + 4), "", "r-10") for at in (1, 6, 9)], ["r-10", "r-10-2", "r-10-3"]),
    "a declared check": ([Thing("check", Span(1, 2), "", "per-head")], ["check-per-head"]),
    "a check of the text's own": (
        [SECTION, figure(5, "242"), Thing("check", Span(5, 7), "", "sum", 1)],
        ["s1", "s1-v242", "check-sum-s1-v242"],
    ),
    "a declared name": ([Thing("indicator", None, "人口", "population")], ["population"]),
    "a name that an indicator has": (
        [Thing("edit", Span(1, 2), "", "population"), Thing("indicator", None, "人口", "population")],
        ["population-2", "population"],
    ),
    "a long name": ([Thing("edit", Span(1, 2), "", f"e-{'long-' * 20}")], ["e-long-long-long-long-long-long-long-lon"]),
}  # fmt: skip


@pytest.mark.parametrize(("things", "ids"), NAMED.values(), ids=NAMED.keys())
def test_what_is_new_is_named_by_rule(things: list[Thing], ids: list[str]) -> None:
    assert list(ids_of(things).ids) == ids


def test_every_kind_that_is_numbered_has_a_letter_of_its_own() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert not {*LETTERS.values()} & {"v", "f", "e", "d"}, "v is for values, the others were used before"


KEPT: dict[str, tuple[list[Thing], list[Thing], list[str]]] = {
    "an earlier one is found": ([figure(20, "5")], [figure(6, "5"), figure(20, "5")], ["s1-v5-n2", "s1-v5"]),
    "it is read otherwise": ([figure(20, "5")], [figure(20, "50")], ["s1-v5"]),
    "its end moves": ([figure(20, "5")], [figure(20, "5", 9)], ["s1-v5"]),
    "its start moves, by less than half": ([figure(20, "5", 4)], [figure(21, "5", 3)], ["s1-v5"]),
    "another is found in its place that is no figure": (
        [figure(20, "5")],
        [Thing("item", Span(20, 22), "", "", 0), figure(20, "5")],
        ["s1-i1", "s1-v5"],
    ),
    "its rule is called otherwise": (
        [Thing("edit", Span(20, 22), "", "e-old")],
        [Thing("edit", Span(20, 22), "", "e-new")],
        ["e-old"],
    ),
    "two begin at one place": (
        [Thing("measure", Span(20, 30), "甲", "", 0), Thing("measure", Span(20, 40), "乙", "", 0)],
        [Thing("measure", Span(20, 42), "乙", "", 0), Thing("measure", Span(20, 28), "甲", "", 0)],
        ["s1-m2", "s1-m1"],
    ),
    "a check is about other figures": (
        [Thing("check", Span(20, 22), "", "per-head")],
        [Thing("check", Span(40, 42), "", "per-head")],
        ["check-per-head"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "ids"), KEPT.values(), ids=KEPT.keys())
def test_what_stands_at_a_recorded_place_keeps_its_id(before: list[Thing], after: list[Thing], ids: list[str]) -> None:
    record = accept(ids_of([SECTION, *before]))
    assert list(ids_of([SECTION, *after], record).ids) == ["s1", *ids]


BROKEN: dict[str, tuple[list[Thing], list[str]]] = {
    "one that is gone": ([figure(20, "5")], ["permalinks.yml:13:12: 's1-v7' (7): no such figure at character 30 any more"]),
    "one that is elsewhere": (
        [figure(20, "5"), figure(50, "7")],
        ["'s1-v7' (7) would stand at character 50, the record has it at character 30", 'withdrawn: "reason"'],
    ),
    "two in place of one": (
        [figure(20, "5"), figure(31, "7", 3), figure(34, "7", 2)],
        ["two things claim 's1-v7' (7), those at characters 31, 34"],
    ),
    "one in place of two": ([figure(18, "5", 16)], ["'s1-v5' (5) would stand at character 18", "'s1-v7' (7): no such figure"]),
    "both are gone": ([], ["'s1-v5' (5)", "'s1-v7' (7)"]),
    "a name that an indicator takes": (
        [figure(20, "5"), figure(30, "7", 4), Thing("indicator", None, "人口", "s1-v5")],
        ["'s1-v5' is a figure; give the indicator of this name another"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("after", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_an_id_that_would_be_lost_is_told_with_its_line(after: list[Thing], said: list[str]) -> None:
    seven = figure(32 if "claim" in said[0] else 30, "7", 4)
    record = accept(ids_of([SECTION, figure(20, "5"), seven]))
    with pytest.raises(ReportError) as error:
        ids_of([SECTION, *after], record)
    assert all(words in str(error.value) for words in said)
    assert len(error.value.problems) == len([one for one in said if "reason" not in one])


def test_an_alias_keeps_an_old_id_and_a_withdrawn_one_stays() -> None:
    record = accept(ids_of([SECTION, figure(20, "5"), figure(30, "7"), figure(40, "9")]))
    record = edited(edited(record, "s1-v5", "alias: s1-v50"), "s1-v7", 'withdrawn: "误认编号为数据。"')
    links = ids_of([SECTION, figure(22, "50"), figure(40, "9")], record)
    assert links.ids == ("s1", "s1-v50", "s1-v9")
    assert links.aliases == {"s1-v5": "s1-v50"}
    assert links.former("s1-v50") == ("s1-v5",)
    again = read_record(accept(links), SOURCE)
    assert {(one.id, one.until) for one in again.kept if not one.stands} == {("s1-v5", DAY), ("s1-v7", DAY)}
    assert ids_of([SECTION, figure(22, "50"), figure(30, "7.5", 3), figure(40, "9")], accept(links)).ids[2] == "s1-v7-5"


def test_a_number_is_never_used_again() -> None:
    paragraphs = [Thing("paragraph", Span(at, at + 4), "", "", 0) for at in (10, 20, 30)]
    record = edited(accept(ids_of([SECTION, *paragraphs])), "s1-p3", "alias: s1-p2")
    again = accept(ids_of([SECTION, *paragraphs[:2]], record))
    new = Thing("paragraph", Span(40, 44), "", "", 0)
    assert ids_of([SECTION, *paragraphs[:2], new], again).ids[-1] == "s1-p4"


PLACES = st.lists(
    st.tuples(st.sampled_from([kind for kind in KINDS if kind not in ("section", "indicator", "term")]),
              st.integers(0, 80), st.integers(1, 20), st.from_regex(r"[0-9]{1,3}(\.[0-9])?", fullmatch=True)),
    max_size=30, unique_by=lambda one: one[:2],
)  # fmt: skip


def things(places: list[tuple[Kind, int, int, str]]) -> list[Thing]:
    return [SECTION, *(Thing(kind, Span(at, at + length), base, f"e{base}", 0) for kind, at, length, base in places)]


@given(PLACES, PLACES, st.randoms(use_true_random=False))
def test_whatever_else_is_found_no_id_changes(
    before: list[tuple[Kind, int, int, str]], more: list[tuple[Kind, int, int, str]], chance: object
) -> None:
    first = ids_of(things(before))
    known = {one[:2] for one in before}
    after = [*before, *(one for one in more if one[:2] not in known)]
    chance.shuffle(after)  # type: ignore[attr-defined] # Hypothesis's own type of Random
    second = ids_of(things(after), accept(first))
    kept = {(thing.kind, thing.place): id_ for id_, thing in zip(second.ids, second.things, strict=True)}
    assert [kept[thing.kind, thing.place] for thing in first.things] == list(first.ids)
    assert len(set(second.ids)) == len(second.ids)
    assert all(ID.fullmatch(id_) and len(id_) <= LONGEST for id_ in second.ids)
