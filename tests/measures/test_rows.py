"""The command `python -m report_browser.measures`: its fields, in positions of the source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report_browser.cli import main

FIELDS = {
    "kind", "title", "verb", "actor", "inherited", "target", "means", "amount", "period", "status", "permission", "group",
    "part_of", "mentions", "vague", "start", "end",
}  # fmt: skip
TEXT = "1、抓队伍的工作总结\n一是抓队伍。县里招聘村医20名,举办培训\n2、班3期。二是县里出台了独生子女奖励费发放办法。对独生子女户每月奖励10元。\n"


def test_positions_are_of_the_source_across_page_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    assert main("measures", ["--format", "json", str(path)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert all(set(row) == FIELDS for row in rows)
    hired, trained, document, rewarded = rows
    assert TEXT[hired["start"] : hired["end"]] == "县里招聘村医20名"
    assert TEXT[hired["amount"] :].startswith("20")
    assert TEXT[hired["group"] :].startswith("抓队伍")
    assert TEXT[trained["start"] : trained["end"]].startswith("举办培训")
    assert (trained["actor"], trained["inherited"]) == ("县里", True)
    assert document["title"] == "独生子女奖励费发放办法"
    assert rewarded["part_of"] == document["start"]


def test_a_table_has_a_line_for_each_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text("县里新建敬老院2所。", "utf-8")
    assert main("measures", [str(path)]) == 0
    head, line = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["kind", "title"]
    assert line.split()[:2] == ["provision", "新建敬老院2所"]
