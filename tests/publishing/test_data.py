"""Data for download: positions quote the source, every row has its address, and validators accept the files."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator

from report_browser.findings.report import Report


def rows(site: Path, name: str) -> list[dict[str, str]]:
    text = (site / f"downloads/{name}.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its BOM"
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["figures", "edits"])
def test_every_row_quotes_the_source_at_its_position(site: Path, report: Report, name: str) -> None:
    column = {"figures": "printed", "edits": "was"}[name]
    found = rows(site, name)
    assert len(found) == len(getattr(report, name))
    for row in found:
        words = report.source.text[int(row["source_start"]) : int(row["source_end"])]
        assert re.sub(r"\n\d+、", "", words) == row[column] or words == row[column]


def test_every_row_has_an_address_that_the_site_has(site: Path, report: Report) -> None:
    for name in ("figures", "measures"):
        for row in rows(site, name):
            assert row["url"] == f"{report.settings['url']}id/{row['id']}/"
            assert (site / f"id/{row['id']}/index.html").is_file()


def test_amounts_are_given_in_their_base_unit_too(site: Path) -> None:
    amounts = {(row["value"], row["unit"]): (row["base_value"], row["base_unit"]) for row in rows(site, "figures")}
    assert amounts["138.6", "万元"] == ("1386000", "元")
    assert amounts["47", "万人"] == ("470000", "人")
    assert amounts["9.5", ""] == ("9.5", "‰")


def test_a_change_is_linked_to_what_was_before_and_a_part_to_its_whole(site: Path) -> None:
    found = {row["printed"] + row["unit"]: row for row in rows(site, "figures")}
    assert (found["35.4岁"]["before"], found["35.4岁"]["direction"]) == (found["43.2岁"]["id"], "down")
    assert found["95.5万元"]["whole"] == found["146.5万元"]["whole"] == found["242万元"]["id"]


SAID = {
    "0.15元": {"property": "人均计生事业费", "aspect": "difference", "status": "reported", "carried_period": "xx年"},
    "8.1元": {"property": "人均计生事业费", "aspect": "level", "status": "target", "carried_period": ""},
    "43.2岁": {"property": "平均年龄", "entity": "我县村级计生专干", "stage": "原来", "status": "reported"},
    "23%": {"aspect": "share", "inferred_after": "100", "inferred_after_word": "全部"},
    "10元": {"status": "required", "inferred_unit": "元/月"},
}


@pytest.mark.parametrize(("printed", "said"), SAID.items())
def test_a_row_carries_what_the_figure_says(site: Path, printed: str, said: dict[str, str]) -> None:
    for name in ("figures", "indicators"):
        row = next(row for row in rows(site, name) if row.get("number", row["value"]) + row["unit"] == printed
                   or row["value"] + row["unit"] == printed)  # fmt: skip
        assert {key: row[key] for key in said if key in row} == {key: said[key] for key in said if key in row}


def test_an_excess_names_the_standard_that_it_is_above(site: Path) -> None:
    found = {row["printed"] + row["unit"]: row for row in rows(site, "figures")}
    assert found["0.15元"]["base"] == found["2.8元"]["id"]


def test_only_reported_levels_and_shares_are_an_indicators_own(site: Path) -> None:
    own = {row["printed"]: row["own"] for row in rows(site, "indicators")}
    assert [own[printed] for printed in ("138.6", "5.24", "75", "2.8", "0.15", "8.1")] == ["yes"] * 3 + ["no"] * 3


def test_an_indicators_page_says_to_machines_what_its_figures_say(site: Path) -> None:
    page = (site / "indicators/family-planning-funding-per-head/index.html").read_text("utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    figures = {one["value"]: one for one in json.loads(text)["variableMeasured"]}
    said = {one["name"]: one["value"] for one in figures["0.15"]["valueReference"]}
    assert said["aspect"] == "difference"
    assert said["base"] == figures["2.8"]["url"]


def test_every_row_bears_the_printed_words_and_their_position(site: Path, report: Report) -> None:
    for name in ("figures", "measures", "indicators", "checks"):
        for row in rows(site, name):
            words = report.source.text[int(row["source_start"]) : int(row["source_end"])]
            assert row["url"].startswith(report.settings["url"])
            assert all(part in re.sub(r"\n\d+、", "", words) for part in row["printed"].split())


def test_the_report_as_json_fits_its_schema(site: Path) -> None:
    schema = json.loads((site / "downloads/report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads((site / "downloads/report.json").read_text("utf-8")))


def test_the_data_package_is_accepted_by_a_validator(site: Path) -> None:
    report = Package(str(site / "downloads/datapackage.json")).validate()
    assert report.valid, report.to_summary()
    assert len(report.tasks) >= 4


def test_the_source_for_download_is_the_file_as_received(site: Path, report: Report) -> None:
    assert (site / f"downloads/{report.source.name}").read_bytes() == report.source.raw


def test_pages_describe_themselves_to_machines(site: Path, report: Report) -> None:
    kinds = {}
    for name in ("index.html", "data/index.html"):
        found = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', (site / name).read_text("utf-8"), re.DOTALL
        )
        kinds[name] = [json.loads(text) for text in found]
    assert kinds["index.html"][0]["@type"] == "Report"
    assert kinds["index.html"][0]["isBasedOn"]["sha256"] == report.source.sha256
    dataset = kinds["data/index.html"][0]
    assert dataset["@type"] == "Dataset"
    names = [one["contentUrl"].removeprefix(report.settings["url"]) for one in dataset["distribution"]]
    assert all((site / name).is_file() for name in names)
