"""Links last: through changes of content and of what is found in the text, on a copy of the shipped report's content."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from report_browser.editorial.files import ContentFile, Contents, read_contents
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import ReportError
from report_browser.figures.figure import Figure, extract_figures
from report_browser.findings import report as stages
from report_browser.findings.promises import write_record
from report_browser.findings.report import Report, read_report
from report_browser.measures.find import find_measures
from report_browser.measures.measure import Measure
from report_browser.publishing.pages.short_addresses import short_addresses
from report_browser.text.source import read_source
from report_browser.text.span import Span
from tests.conftest import ROOT, SEED

Figures = Callable[[tuple[Figure, ...]], Iterator[Figure]]
PLACE = {"kind": "misread", "certainty": "probable", "reason": "试。"}


class County:
    """The shipped report with its content, which changes, and with what is found in it, which changes too."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.source = read_source(SEED)
        shipped = read_contents(ROOT / "content")
        self.contents = Contents(shipped.folder, copy.deepcopy(dict(shipped.files)), shipped.pages)
        self.report = self.read()
        self.accept("2026-01-01")

    def read(self) -> Report:
        return read_report(self.source, self.contents)

    def accept(self, day: str) -> None:
        self.report = self.read()
        links = self.report.permalinks
        self._set("permalinks", write_record(links.record, self.source, links.accepted(day)))
        self.report = self.read()
        assert self.report.permalinks.unaccepted == ()

    def _set(self, name: str, text: str) -> None:
        node, value = read_yaml(f"{name}.yml", text)
        self.contents = replace(
            self.contents, files={**self.contents.files, name: ContentFile(f"{name}.yml", value, node)}
        )

    @property
    def record(self) -> dict[str, Any]:
        """The entries of the record, to change as an editor does."""
        (text,) = self.contents["permalinks"].value["texts"]
        return text["ids"]  # type: ignore[no-any-return] # YAML is Any

    @property
    def emendations(self) -> Any:
        return self.contents["emendations"].value

    def add_place(self, id_: str, around: str, stands: str, read: str) -> None:
        place = {**PLACE, "id": id_, "in": around, "stands": stands, "read": read}
        self.emendations["texts"][0]["places"].append(place)

    def find_figures(self, change: Figures) -> None:
        self._patch.setattr(stages, "extract_figures", lambda *given: tuple(change(extract_figures(*given))))

    def find_measures(self, change: Callable[[tuple[Measure, ...]], tuple[Measure, ...]]) -> None:
        self._patch.setattr(stages, "find_measures", lambda *given: change(find_measures(*given)))

    def places(self) -> dict[str, object]:
        """What each id stands for now: its kind and place; of what has no place its words."""
        links = self.report.permalinks
        return {
            id_: (thing.kind, thing.place or thing.words) for id_, thing in zip(links.ids, links.things, strict=True)
        }


@pytest.fixture
def county(monkeypatch: pytest.MonkeyPatch) -> County:
    return County(monkeypatch)


def without(number: str) -> Figures:
    return lambda figures: (one for one in figures if one.value != number)


def with_one_more(figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """A figure before all others of its section, of the same value as the one that comes first today."""
    for one in figures:
        if one.value == "138.6":
            yield replace(one, number=Span(one.number.start - 20, one.number.start - 18))
        yield one


def add_document(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    first = next(one for one in measures if one.kind == "document")
    new = replace(first, span=Span(first.span.start - 3, first.span.start), title="一份文件")
    return (new, *measures)


def add_repair(county: County) -> None:

    rule = {**PLACE, "id": "r-test", "stands": "领导小组", "read": "领导组"}
    county.emendations["rules"].append(rule)


def add_paragraph_break(county: County) -> None:
    county.add_place("e-break", "在标准管理上", "在", "\n在")


def add_heading(county: County) -> None:
    county.add_place("e-heading", "对于人口与方案生育工作", "对于", "\n(二)插入的一节\n对于")


ADDED: dict[str, Callable[[County], None]] = {
    "a figure": lambda county: county.find_figures(with_one_more),
    "a measure": lambda county: county.find_measures(add_document),
    "a repair by rule": add_repair,
    "a paragraph break": add_paragraph_break,
    "a heading": add_heading,
}


@pytest.mark.parametrize("add", ADDED.values(), ids=ADDED.keys())
def test_adding_something_changes_no_other_id(county: County, add: Callable[[County], None]) -> None:
    before = county.places()
    add(county)
    county.report = county.read()
    after = county.places()
    assert len(after) > len(before)
    assert {id_: after[id_][0] for id_ in before} == {id_: place[0] for id_, place in before.items()}  # type: ignore[index]
    assert [id_ for id_, place in before.items() if after[id_] != place and not _longer(after[id_], place)] == []


def _longer(one: Any, other: Any) -> bool:
    """Whether the same thing has only another length."""
    return isinstance(one[1], Span) and one[1].start == other[1].start


def test_what_is_lost_must_be_answered_for(county: County) -> None:
    county.find_figures(without("138.6"))
    with pytest.raises(ReportError, match=r"'s1-2-v138-6' \(138.6万元\)") as error:
        county.read()
    assert "check-funding-per-head" in str(error.value), "all cases at once"
    county.record["s1-2-v138-6"]["withdrawn"] = "误认。"
    county.record["check-funding-per-head"]["alias"] = "check-funding-per-head-2"
    county.accept("2027-01-01")
    pages = {page.id: page for page in short_addresses(county.report)}
    assert pages["s1-2-v138-6"].withdrawn == "误认。"
    assert "138.6" in pages["s1-2-v138-6"].description
    assert pages["s1-2-v138-6"].href == "s1-2/index.html#s1-2-p1"
    assert pages["check-funding-per-head"].href == pages["check-funding-per-head-2"].href


def test_a_renamed_id_leads_to_the_new_one(county: County) -> None:
    county.record["funding"] = dict(county.record["s1-2-v138-6"])
    county.record["s1-2-v138-6"]["alias"] = "funding"
    county.accept("2027-01-01")
    pages = {page.id: page for page in short_addresses(county.report)}
    assert pages["s1-2-v138-6"].href == pages["funding"].href == "s1-2/index.html#funding"
    assert county.record["s1-2-v138-6"]["until"] == "2027-01-01"
    assert county.record["s1-2-v138-6"]["words"] == "138.6万元"


def rename_entry(county: County) -> None:
    next(one for one in county.emendations["texts"][0]["places"] if one["id"] == "e-zhiyu")["id"] = "e-zhiyu-quanju"


def take_rule_away(county: County) -> None:
    rules = county.emendations["rules"]
    rules.remove(next(one for one in rules if one["id"] == "r-guangda"))
    for id_ in ("r-guangda", "r-guangda-2"):
        county.record[id_]["withdrawn"] = "改回原文。"


def take_term_away(county: County) -> None:
    terms = county.contents["glossary"].value["terms"]
    terms.remove(next(one for one in terms if one["id"] == "guoce"))
    county.record["guoce"]["withdrawn"] = "不再解释。"


def withdraw_figure(county: County) -> None:
    county.find_figures(without("1"))
    county.record["s0-v1"]["withdrawn"] = "误认。"


def widen_figures(county: County) -> None:
    def wider(figures: tuple[Figure, ...]) -> Iterator[Figure]:
        for one in without("1")(figures):
            yield replace(one, number=Span(one.number.start, one.unit_span.end)) if one.value == "1200" else one

    county.find_figures(wider)


def rename_id(county: County) -> None:
    county.record["births"] = dict(county.record["s0-v9-5"])
    county.record["s0-v9-5"]["alias"] = "births"


def rename_it_again(county: County) -> None:
    county.record["birth-figure"] = dict(county.record["births"])
    county.record["births"]["alias"] = "birth-figure"


YEARS = (
    add_repair, add_paragraph_break, rename_entry, add_heading, take_rule_away, withdraw_figure, rename_id, take_term_away,
    widen_figures, rename_it_again,
)  # fmt: skip


def test_after_ten_years_of_changes_every_id_still_answers(county: County) -> None:
    promised = dict(county.places())
    for year, change in enumerate(YEARS, 2027):
        change(county)
        county.accept(f"{year}-01-01")
        pages = {page.id: page for page in short_addresses(county.report)}
        assert promised.keys() <= pages.keys(), change.__name__
        now = county.places()
        moved = [id_ for id_, place in promised.items() if id_ in now and not _same(now[id_], place)]
        assert moved == [], change.__name__
        promised |= now
    assert len(YEARS) == 10
    assert {one["since"][:4] for one in county.record.values()} >= {"2027", "2030"}


def _same(one: Any, other: Any) -> bool:
    return one == other or _longer(one, other)
