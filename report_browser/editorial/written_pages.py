"""Hand-written pages: Markdown files with a title in their front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import Problem, ReportError

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One file of `content/pages/`: its name is its address on the site, its text is CommonMark.

    The name is the file's name up to the first dot, so that `about.md` may be for any report and
    `about.county-report.md` for the one source whose `sha256` it gives.
    """

    name: str
    title: str
    text: str
    sha256: str = ""  # of the only source that the page is for; empty for any
    path: str = ""  # of the file, for messages


def read_written(folder: Path) -> tuple[WrittenPage, ...]:
    """The Markdown files of a folder, in order of their file names. Raises `ReportError` with the problems of all of them."""
    pages: list[WrittenPage] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        try:
            pages.append(_read(path))
        except ReportError as error:
            problems += error.problems
    if problems:
        raise ReportError(problems)
    return tuple(pages)


def _read(path: Path) -> WrittenPage:
    try:
        text = path.read_text("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(Problem(str(path), 0, 0, f"cannot be read as UTF-8: {error}")) from None
    front = _FRONT_MATTER.match(text)
    if not front:
        raise ReportError(Problem(str(path), 1, 1, "begins with no front matter; write ---, title: …, ---"))
    _, values = read_yaml(str(path), front[1], first_line=2)
    title, sha256 = (str(_value(path, values, key, pattern)) for key, pattern in _KEYS.items())
    return WrittenPage(path.name.partition(".")[0], title, text[front.end() :], sha256, str(path))


_KEYS = {"title": re.compile(r".*\S.*"), "sha256": re.compile("(?:[0-9a-f]{64})?")}


def _value(path: Path, values: object, key: str, pattern: re.Pattern[str]) -> str:
    """The value of `key` in the front matter, which fits `pattern`; empty where that fits and the key is missing."""
    value = values.get(key, "") if isinstance(values, dict) else ""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ReportError(Problem(str(path), 2, 1, f"no {key} in the front matter; write {key}: …"))
    return value
