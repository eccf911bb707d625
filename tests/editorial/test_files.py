"""Editorial files are checked whole: every problem at once, each with its line, what is wrong and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_browser.editorial.files import read_content, read_contents
from report_browser.editorial.written_pages import read_written
from report_browser.errors import ReportError

GLOSSARY = """\
terms:
  - id: san-jie-he
    term: 三结合
    english: Three Combinations
    explanation: 一句话。
"""
WRONG = {
    "an unknown key": (
        f"{GLOSSARY}    explain: 误\n",
        ["glossary.yml:6:14: unknown key 'explain'", "known are id, term"],
    ),
    "a missing key": (
        "terms:\n  - id: a\n    term: 甲\n    english: A\n",
        ["glossary.yml:2:5: explanation missing here"],
    ),
    "a wrong type": ("terms: 三结合\n", ["glossary.yml:1:8: '三结合' stands where a list (- …) belongs"]),
    "an id of another form": (GLOSSARY.replace("san-jie-he", "三结合"), ["glossary.yml:2:9:", "lower-case ASCII"]),
    "an id twice": (GLOSSARY + GLOSSARY[7:], ["glossary.yml:6:9: id 'san-jie-he' stands twice, first in line 2"]),
    "a key twice": (f"{GLOSSARY}    term: 又\n", ["glossary.yml:6:5: key 'term' stands twice"]),
    "broken YAML": ("terms: [\n", ["glossary.yml:2:1: not valid YAML"]),
    "a tag of its own": (GLOSSARY.replace("三结合", "!mine 三结合"), ["glossary.yml:3:11: not valid YAML"]),
    "a key that is no name": (GLOSSARY + "? [a, b]\n: c\n", ["glossary.yml:6:3: not valid YAML"]),
    "a control character": (GLOSSARY + "\x07", ["glossary.yml:6:1: not valid YAML: character U+0007"]),
    "what only looks like a date": (GLOSSARY + "    x: 2008-13-45\n", ["glossary.yml:6:8: unknown key 'x'"]),
    "an empty file": ("", ["glossary.yml:1:1: None stands where a mapping"]),
    "two problems": (
        "terms:\n  - id: A\n    term: 甲\n    english: A\n    explanation: 乙\n    x: 1\n",
        ["glossary.yml:2:9:", "glossary.yml:6:8: unknown key 'x'"],
    ),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG.keys())
def test_each_problem_is_told_with_its_place(tmp_path: Path, text: str, said: list[str]) -> None:
    (tmp_path / "glossary.yml").write_text(text, "utf-8")
    with pytest.raises(ReportError) as error:
        read_content(tmp_path, "glossary")
    for words in said:
        assert words in str(error.value)


def test_a_file_in_another_encoding_and_a_missing_one_are_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "glossary.yml").write_bytes(GLOSSARY.encode("gb18030"))
    with pytest.raises(ReportError, match=r"glossary.yml:3:11: not UTF-8 at byte \d+"):
        read_content(tmp_path, "glossary")
    with pytest.raises(ReportError, match=r"indicators.yml: no such file"):
        read_content(tmp_path, "indicators")


def test_the_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/about.md").write_text("关于\n", "utf-8")
    with pytest.raises(ReportError) as error:
        read_contents(tmp_path)
    assert {Path(problem.path).name for problem in error.value.problems} >= {
        "glossary.yml",
        "indicators.yml",
        "about.md",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# 无题\n", "1:1: begins with no front matter"),
        ("---\nname: x\n---\n正文\n", "2:1: no title"),
        ("---\ntitle: [\n---\n正文\n", "not valid YAML"),
    ],
)
def test_a_hand_written_page_needs_its_title(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "about.md").write_text(text, "utf-8")
    with pytest.raises(ReportError, match=said):
        read_written(tmp_path)
