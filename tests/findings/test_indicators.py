"""Indicators: a figure reports on the one that its subject names best, in a unit that fits, or on none."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from report_browser.editorial.files import ContentFile, read_content
from report_browser.errors import ReportError
from report_browser.figures.figure import extract_figures
from report_browser.findings.indicators import Definitions, match_indicators, parse_definitions
from report_browser.findings.report import Report
from report_browser.outline.headings import parse_outline

CONTENT = Path(__file__).parents[2] / "content"
SHIPPED = parse_definitions(read_content(CONTENT, "indicators"))


def reported(text: str, definitions: Definitions = SHIPPED) -> list[str]:
    """The indicator of each figure of a text; empty for a figure without."""
    figures = extract_figures(text, parse_outline(text))
    found = match_indicators(definitions, figures)
    return [found.get(at, "") for at in range(len(figures))]


CASES = {
    "by name": ("全县总人口47万人。", ["population"]),
    "by another of its names": ("人口自增率为4.2‰。", ["natural-growth-rate"]),
    "the longest name": ("已婚育龄妇女9.7万人。", ["married-women"]),
    "with a gap in its name": ("城镇常住居民人均可支配收入28000元。", ["urban-income"]),
    "of two, the one that heads the subject": ("行政村党支部317个。", ["party-branches"]),
    "per head, not the total": ("投入计生事业费156.8万元，人均5.24元。",
                               ["family-planning-funding", "family-planning-funding-per-head"]),
    "in a unit that does not fit": ("总人口增加了3所。", [""]),
    "in a multiplier alone": ("全县总人口52.7万。", ["population"]),
    "in a great number without a unit": ("年末全县常住人口766579。", ["resident-population"]),
    "with a sign that is lost": ("人口出生率保持在9.5以下。", ["birth-rate"]),
    "with the full-width sign": ("森林覆盖率达到36.2％。", ["forest-coverage"]),
    "its growth is shown with it": ("地区生产总值42.53亿元，增长12.6%。", ["gdp", "gdp"]),
    "excluded words": ("婴儿死亡率7.2‰。", ["infant-mortality"]),
    "a name of one character is the whole subject": ("辖8个镇5个乡。", ["townships", "townships"]),
    "and no part of a word": ("城镇新增公益岗位3000个。", [""]),
    "a short name within other words names nothing": ("实施小学操场硬化工程12个。", [""]),
    "by its property, where the subject names its owner alone": (
        "落实生均公用经费小学650元/人·年、初中850元/人·年。", ["education-spending-per-student"] * 2),
    "of another entity than the indicator's": ("总人口中女性占48%。", [""]),
    "figures of nothing listed": ("购置帐篷260顶。", [""]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_figure_finds_its_indicator(text: str, expected: list[str]) -> None:
    assert reported(text) == expected


def test_every_figure_of_the_report_has_an_indicator(report: Report) -> None:
    assert len(report.figures) == 45
    assert [one.figure.subject for one in report.figures if not one.indicator] == []


def test_several_figures_report_on_one_indicator(report: Report) -> None:
    of = {name: [one.number for one in report.figures if one.indicator == name] for name in SHIPPED.indicators}
    assert of["family-planning-funding"] == ["138.6", "156.8"]
    assert of["staff-education"] == ["21", "60", "19", "42", "52", "6"]
    assert of["relief-funds"] == ["242", "95.5", "146.5"]


# The definitions.


def definitions(text: str) -> Definitions:
    return parse_definitions(ContentFile("indicators.yml", yaml.safe_load(text), yaml.compose(text)))


TWO = """
dimensions: {places: [个]}
themes: [{id: places, name: 机构, english: Places}]
indicators:
  - {id: stations, name: 站, english: Stations, theme: places, definition: 服务站。, units: [places], names: [服务站]}
  - {id: services, name: 服务, english: Services, theme: places, definition: 服务。, units: [places], names: [服务站]}
"""


def test_an_ambiguous_figure_is_reported_with_the_line_and_its_words() -> None:
    with pytest.raises(
        ReportError, match=r"indicators\.yml:6:\d+: '服务站' \(12个\) is named alike by stations and services"
    ):
        reported("新建服务站12个。", definitions(TWO))


def test_an_exclusion_settles_it() -> None:
    first = "names: [服务站]}"
    settled = definitions(TWO.replace(first, "names: [服务站], not: [技术]}", 1))
    assert reported("技术服务站12个。", settled) == ["services"]


def test_an_entity_tells_two_apart() -> None:
    told = TWO.replace("names: [服务站]}", "names: [服务站], entity: [村]}", 1)
    told = told.replace("names: [服务站]}", "names: [服务站], entity: [乡]}", 1)
    figures = extract_figures("村级新建服务站12个。", parse_outline("村级新建服务站12个。"))
    owned = [replace(figures[0], measured_entity=entity) for entity in ("我县村级计生专干", "观音堂乡计生干部", "学校")]
    assert match_indicators(definitions(told), owned) == {0: "stations", 1: "services"}


def test_an_aspect_that_an_indicator_does_not_have_does_not_report_on_it() -> None:
    text = TWO[: TWO.rindex("  - ")].replace("names: [服务站]}", "names: [服务站], aspects: [level]}")
    assert reported("服务站12个，增加3个。", definitions(text)) == ["stations", ""]


def test_an_unknown_theme_is_told_with_its_place() -> None:
    with pytest.raises(ReportError, match=r"indicators\.yml:5:\d+: no theme 'place'; known are places"):
        definitions(TWO.replace("theme: places", "theme: place", 1))


def test_an_unknown_unit_is_told_with_its_place(tmp_path: Path) -> None:
    text = (CONTENT / "indicators.yml").read_text("utf-8").replace("units: [people, share]", "units: [peple, share]", 1)
    (tmp_path / "indicators.yml").write_text(text, "utf-8")
    with pytest.raises(ReportError, match=r"indicators.yml:\d+:\d+: no unit and no dimension 'peple'"):
        parse_definitions(read_content(tmp_path, "indicators"))


def test_no_two_shipped_indicators_share_a_name_in_one_unit() -> None:
    assert len(SHIPPED.indicators) > 60
    shared = [
        (one.id, other.id)
        for one, other in combinations(SHIPPED.indicators.values(), 2)
        if set(one.names) & set(other.names) and (not one.units or not other.units or one.units & other.units)
    ]
    assert shared == []


def test_every_theme_has_indicators_and_every_name_names() -> None:
    assert {one.theme for one in SHIPPED.indicators.values()} == set(SHIPPED.themes)
    silent = [
        (one.id, name)
        for one in SHIPPED.indicators.values()
        for name in one.names
        if not one.named_in(name.replace("…", "某些"))
    ]
    assert silent == []
