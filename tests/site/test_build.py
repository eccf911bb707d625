"""The build: bad input is one clear message and exit code 2, and the previous site stays as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import build_site
from report_browser.errors import ReportError
from report_browser.publishing.site.folders import MARKER, claim, write_files
from tests.conftest import SITE_DATE

ROOT = Path(build_site.__file__).parent
PROSE = "全县总人口47万人。出生率保持在9.5‰以下。\n投入经费138.6万元，比上年增长3.2%。\n各项工作顺利开展。\n"
REPORTS = {
    "three lines of prose": PROSE,
    "no markers at all": "某县工作报告\n" + PROSE * 3,
    "full-width sections and real newlines": f"某县工作报告\n一、工作回顾\n（一）经济\n{PROSE}（二）民生\n{PROSE}二、工作打算\n{PROSE}",
    "Arabic headings": f"某镇教育工作总结\n1、基本情况\n{PROSE}2、主要做法\n{PROSE}3、存在问题\n{PROSE}",
    "parts": f"某县政府工作报告\n第一部分 过去一年\n一、经济\n{PROSE}第二部分 今年打算\n一、目标\n{PROSE}",
    "hostile text": "<script>alert(1)</script> & *星号* _下划线_ [链接](javascript:alert(1)) # 井号\n# 不是标题\n"
    + PROSE,
}


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the build in this process, which has read the dictionary: its exit code, what it printed and its errors."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = build_site.main(list(map(str, arguments)))
        except SystemExit as ended:  # from argparse
            code = int(str(ended.code))
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def prose(tmp_path: Path) -> Path:
    """A short report, for what a build does whatever the text."""
    path = tmp_path / "prose.txt"
    path.write_text(PROSE, "utf-8")
    return path


def run_program(*arguments: str | Path) -> tuple[int, str, str]:
    """The build in a process of its own, which shows what is printed while the dictionary is read."""
    command = [sys.executable, str(ROOT / "build_site.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return done.returncode, done.stdout, done.stderr


def test_the_build_is_a_program_that_ends_with_its_exit_code(tmp_path: Path) -> None:
    code, printed, error = run_program("--source", tmp_path / "missing.txt")
    assert (code, printed, error.count("\n")) == (2, "", 1)
    assert "missing.txt" in error


QUICK = ("three lines of prose", "parts", "hostile text")  # the others are built by `make audit`


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=name, marks=() if name in QUICK else pytest.mark.audit) for name, text in REPORTS.items()],
)
def test_any_report_of_the_kind_builds_without_touching_code(tmp_path: Path, text: str) -> None:
    source = tmp_path / "report.txt"
    source.write_text(text, "utf-8")
    assert build_site.main(["--source", str(source), "--out", str(tmp_path / "site")]) == 0
    pages = {str(path.relative_to(tmp_path / "site")) for path in (tmp_path / "site").rglob("index.html")}
    assert {"index.html", "all/index.html", "data/index.html", "downloads/index.html"} <= pages
    whole = (tmp_path / "site/all/index.html").read_text("utf-8")
    assert "<script>alert" not in whole
    assert 'href="javascript:' not in whole
    assert "138.6" in whole


def empty_site(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    out.mkdir()
    (out / MARKER).write_text("index.html", "utf-8")
    (out / "index.html").write_text("the previous site", "utf-8")
    return out


SOURCES = {
    "missing": (None, "no such file"),
    "empty": (b"", "empty"),
    "white space": (b" \n\n", "white space"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "at byte"),
    "another encoding": ("Größe".encode("latin-1"), "at byte"),
}


@pytest.mark.parametrize(("raw", "said"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_that_is_no_text_leaves_the_site_alone(run: Run, tmp_path: Path, raw: bytes | None, said: str) -> None:
    source, out = tmp_path / "report.txt", empty_site(tmp_path)
    if raw is not None:
        source.write_bytes(raw)
    code, printed, error = run("--source", source, "--out", out)
    assert (code, printed) == (2, "")
    assert said in error
    assert error.count("\n") == 1
    assert (out / "index.html").read_text("utf-8") == "the previous site"


def test_all_problems_of_the_content_are_told_at_once(run: Run, tmp_path: Path) -> None:
    content, out = tmp_path / "content", empty_site(tmp_path)
    shutil.copytree(ROOT / "content", content)
    (content / "glossary.yml").write_text("terms:\n  - id: A b\n    tern: 甲\n", "utf-8")
    (content / "report.yml").unlink()
    code, _, error = run("--content", content, "--out", out)
    assert code == 2
    assert re.search(r"glossary\.yml:2:9: .*lower-case ASCII", error)
    assert re.search(r"glossary\.yml:3:11: unknown key 'tern'; known are id, term", error)
    assert "report.yml: no such file" in error
    assert (out / "index.html").read_text("utf-8") == "the previous site"


def test_a_folder_that_is_not_the_builds_is_never_touched(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    code, _, error = run("--out", tmp_path)
    assert code == 2
    assert "holds files that the build did not write" in error
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(ReportError, match="is a file"):
        claim(tmp_path / "letter.txt")


def test_what_others_put_into_a_site_is_not_deleted_with_it(run: Run, site: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    shutil.copytree(site, out)
    (out / "photos").mkdir()
    (out / "photos/a.jpg").write_bytes(b"x")
    code, _, error = run("--out", out)
    assert code == 2
    assert "photos/a.jpg" in error
    assert (out / "photos/a.jpg").exists()
    assert (out / "index.html").exists()


def test_what_the_system_refuses_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    code, _, error = run("--out", tmp_path / "file/site")
    assert (code, error.count("\n")) == (2, 1)
    assert run("--serve", "--port", "99999")[0] == 2


def test_a_page_that_is_written_for_one_text_is_only_in_its_site(
    run: Run, site: Path, prose: Path, tmp_path: Path
) -> None:
    assert run("--source", prose, "--out", tmp_path / "other")[0] == 0
    own, other = ((folder / "about/index.html").read_text("utf-8") for folder in (site, tmp_path / "other"))
    assert "计划生育" in own.partition("<article")[2]
    assert "计划生育" not in other.partition("<article")[2]


def test_a_written_page_does_not_replace_one_of_the_builds(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content/pages/checks.md").write_text("---\ntitle: 对账\n---\n\n正文\n", "utf-8")
    code, _, error = run("--content", tmp_path / "content", "--out", tmp_path / "site")
    assert code == 2
    assert "checks.md: the site has a page of this name" in error


def test_a_build_that_fails_in_the_site_tool_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = empty_site(tmp_path)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("report_browser.publishing.site.mkdocs._run_mkdocs", killed)
    assert build_site.main(["--out", str(out)]) == 130
    assert (out / "index.html").read_text("utf-8") == "the previous site"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_behind_goes_with_the_next(run: Run, prose: Path, tmp_path: Path) -> None:
    left = tmp_path / ".site-new-abc"
    left.mkdir()
    (left / MARKER).touch()
    foreign = tmp_path / ".site-new-foreign"
    foreign.mkdir()
    assert run("--source", prose, "--out", tmp_path / "site")[0] == 0
    assert not left.exists()
    assert foreign.exists()


def test_checking_reads_everything_and_writes_nothing(tmp_path: Path) -> None:
    code, printed, error = run_program("--check", "--out", tmp_path / "site")
    assert (code, error) == (0, "")
    assert "checked, nothing written" in printed
    assert not (tmp_path / "site").exists()


def test_written_files_replace_what_was_in_the_builds_own_folder(tmp_path: Path) -> None:
    write_files({"a.md": "甲", "b/c.md": "乙"}, tmp_path / "docs")
    write_files({"a.md": "丙"}, tmp_path / "docs")
    assert (tmp_path / "docs/a.md").read_text("utf-8") == "丙"
    assert not (tmp_path / "docs/b").exists()


def test_two_builds_of_the_same_input_are_the_same_files(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SITE_DATE)
    other = tmp_path / "other"
    assert build_site.main(["--out", str(other)]) == 0
    files = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert len(files) > 20
    assert [name for name in files if (site / name).read_bytes() != (other / name).read_bytes()] == []
