"""Hand-written pages: Markdown files with a title in their front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from report_browser.errors import Problem, ReportError

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One file of `content/pages/`: `name` is its address, `text` CommonMark."""

    name: str
    title: str
    text: str


def read_written(folder: Path) -> tuple[WrittenPage, ...]:
    """The Markdown files of a folder, by name. Raises `ReportError` with the problems of all of them."""
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
    return WrittenPage(path.stem, _title(path, front[1]), text[front.end() :])


def _title(path: Path, front: str) -> str:
    try:
        values = yaml.safe_load(front)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        raise ReportError(Problem(str(path), line, column, f"not valid YAML: {error.problem}")) from None
    title = values.get("title") if isinstance(values, dict) else None
    if not isinstance(title, str) or not title.strip():
        raise ReportError(Problem(str(path), 2, 1, "no title in the front matter; write title: …"))
    return title
