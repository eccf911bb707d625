"""Accepting: the record of ids is written by `--accept` alone, and a build that would break it is refused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import build_site
from report_browser.editorial.dates import read_date
from report_browser.errors import ReportError
from tests.conftest import ROOT, SITE_DATE

PROSE = "全县总人口47万人。出生率保持在9.5‰以下。\n各项工作顺利开展。\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a short report, the general content and a site that an earlier build wrote."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SITE_DATE)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content/permalinks.yml").unlink()
    (tmp_path / "report.txt").write_text(PROSE, "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.report-browser").write_text("index.html", "utf-8")
    (tmp_path / "site/index.html").write_text("the previous site", "utf-8")
    return tmp_path


def run(place: Path, *arguments: str) -> int:
    where = ["--source", place / "report.txt", "--content", place / "content", "--out", place / "site"]
    return build_site.main([*map(str, where), *arguments])


def record(place: Path) -> str:
    return (place / "content/permalinks.yml").read_text("utf-8")


def change(place: Path, was: str, now: str) -> None:
    assert was in record(place)
    (place / "content/permalinks.yml").write_text(record(place).replace(was, now), "utf-8")


def test_a_text_without_a_record_builds_with_one_notice(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(place) == 0
    printed = capsys.readouterr().out
    assert printed.count("notice: no record of this text's ids") == 1
    assert (place / "site/id/s1-v47/index.html").is_file()
    assert not (place / "content/permalinks.yml").exists()


def test_accepting_writes_the_record_and_the_second_time_changes_nothing(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "--accept") == 0
    assert re.search(r"permalinks\.yml: \d+ new ids, \d+ in all\n", capsys.readouterr().out)
    first = record(place)
    assert '    s1-v47: {kind: figure, at: [5, 2], since: 2023-11-14, words: "47万人"}\n' in first
    assert run(place, "--accept") == 0
    assert "0 new ids" in capsys.readouterr().out
    assert record(place) == first
    assert (place / "site/index.html").read_text("utf-8") == "the previous site"
    assert run(place, "--check") == 0
    assert "new ids" not in capsys.readouterr().out


def test_new_ids_are_told_in_one_notice_and_the_accepted_ones_stay(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "--accept") == 0
    lines = [line for line in record(place).splitlines(keepends=True) if "s1-v9-5" not in line]
    (place / "content/permalinks.yml").write_text("".join(lines), "utf-8")
    capsys.readouterr()
    assert run(place, "--check") == 0
    assert capsys.readouterr().out.count("notice: ") == 1


def test_every_broken_promise_is_told_at_once_and_the_old_site_stays(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "--accept") == 0
    change(place, "s1-v47: {kind: figure, at: [5, 2]", "s1-v47: {kind: figure, at: [12, 2]")
    change(place, "s1-v9-5: {kind: figure, at: [16, 3]", "s1-v9-5: {kind: figure, at: [30, 3]")
    capsys.readouterr()
    for arguments in ((), ("--accept",), ("--check",)):
        before = record(place)
        assert run(place, *arguments) == 2
        printed, error = capsys.readouterr()
        assert printed == ""
        assert [bool(re.search(rf"permalinks\.yml:\d+:\d+: '{id_}'", error)) for id_ in ("s1-v47", "s1-v9-5")] == [
            True
        ] * 2
        assert error.count("`alias: ID`") == error.count("\n") == 2
        assert record(place) == before
    assert (place / "site/index.html").read_text("utf-8") == "the previous site"


NONSENSE = {
    "a merge conflict": ("texts:\n", "<<<<<<< HEAD\ntexts:\n=======\n>>>>>>> other\n", 3, r"left of a merge conflict"),
    "an unknown key": ("kind: figure, at: [5, 2]", "sort: figure, at: [5, 2]", 2, r"unknown key 'sort'"),
    "an unknown kind": ("kind: figure, at: [5, 2]", "kind: number, at: [5, 2]", 1, r"'number' is not one of section"),
    "a place in words": ("at: [5, 2]", "at: [five, 2]", 1, r"'five' stands where a whole number belongs"),
    "an id twice": ("s1-v9-5: ", "s1-v47: ", 1, r"key 's1-v47' stands twice"),
}


@pytest.mark.parametrize("case", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_in_the_file_is_told_with_its_line(
    place: Path, capsys: pytest.CaptureFixture[str], case: tuple[str, str, int, str]
) -> None:
    was, now, number, said = case
    assert run(place, "--accept") == 0
    change(place, was, now)
    capsys.readouterr()
    assert run(place) == 2
    error = capsys.readouterr().err
    assert re.search(rf"permalinks\.yml:\d+:\d+: .*{said}", error)
    assert error.count("\n") == number
    assert (place / "site/index.html").read_text("utf-8") == "the previous site"


def test_an_alias_and_a_withdrawn_id_have_their_pages_and_the_alias_its_anchor(place: Path) -> None:
    assert run(place, "--accept") == 0
    line = next(one for one in record(place).splitlines(keepends=True) if "s1-v47:" in one)
    gone = '    gone: {kind: figure, at: [0, 2], since: 2023-11-14, withdrawn: "<不是>数据。", words: "全县"}\n'
    change(place, line, line.replace("{", "{alias: people, ") + line.replace("s1-v47", "people") + gone)
    assert run(place, "--accept") == 0
    assert "alias: people, until: 2023-11-14" in record(place)
    assert run(place) == 0
    assert "url=../../s1/index.html#people" in (place / "site/id/s1-v47/index.html").read_text("utf-8")
    assert '<span id="s1-v47"></span>' in (place / "site/s1/index.html").read_text("utf-8")
    withdrawn = (place / "site/id/gone/index.html").read_text("utf-8")
    assert "已于 2023-11-14 停用：&lt;不是&gt;数据。" in withdrawn
    assert "全县总人口47万人。" in withdrawn
    assert "refresh" not in withdrawn


@pytest.mark.parametrize("seconds", ["", "tomorrow", "1e9", "9" * 30])
def test_a_date_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(ReportError, match="a number of seconds"):
        read_date(tmp_path)


def test_the_date_is_the_last_commits_where_none_is_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ReportError, match="no commit to date by; set SOURCE_DATE_EPOCH"):
        read_date(tmp_path)
