"""Editorial files: what people write in `content/`, checked against the schemas; problems are told with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from textwrap import shorten
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from report_browser.editorial.written_pages import WrittenPage, read_written
from report_browser.editorial.yaml_file import read_yaml
from report_browser.errors import Problem, ReportError
from report_browser.text.source import byte_position, position

FILES = ("report", "emendations", "indicators", "checks", "glossary", "english", "permalinks")
_OPTIONAL: Mapping[str, object] = {"permalinks": {"texts": []}}  # what a folder without such a file has in its place
_CONFLICT = re.compile(r"^(?:<<<<<<<|=======|>>>>>>>)(?= |$)", re.MULTILINE)

_TYPE_NAMES = {
    "object": "a mapping (key: value)",
    "array": "a list (- …)",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
}

KeyPath = Sequence[str | int]  # from the top of a file to a value: ("indicators", 3, "id")


@dataclass(frozen=True)
class ContentFile:
    """One editorial file: its values, and the YAML nodes that know in which line each is written."""

    path: str
    value: Any
    node: yaml.Node | None

    def problem(self, place: KeyPath, message: str) -> Problem:
        """A problem with the value at `place`, or with the nearest value above it that the file has."""
        mark = _node_at(self.node, place).start_mark if self.node else None
        return Problem(self.path, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, message)


def read_content(folder: Path, name: str) -> ContentFile:
    """Read `NAME.yml` and check it against `schemas/NAME.yml`.

    Raises `ReportError` with all problems of the file: merge conflicts, syntax, repeated and unknown keys, wrong types,
    repeated ids.
    """
    path = folder / f"{name}.yml"
    if name in _OPTIONAL and not path.exists():
        return ContentFile(str(path), _OPTIONAL[name], None)
    text = _read_text(path)
    if conflicts := list(_conflicts(path, text)):
        raise ReportError(conflicts)
    node, value = read_yaml(str(path), text)
    content = ContentFile(str(path), value, node)
    problems = [*_repeated_keys(content, node), *_violations(content, _schema(name))]
    problems = problems or list(_repeated_ids(content))
    if problems:
        raise ReportError(sorted(problems))
    return content


@dataclass(frozen=True)
class English:
    """English for orientation: the report's title; section titles and measure names by id. All empty without any."""

    title: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Contents:
    """Everything in a content folder: the YAML files by name, and the hand-written pages."""

    folder: Path
    files: Mapping[str, ContentFile]
    pages: tuple[WrittenPage, ...] = ()

    def pages_for(self, sha256: str) -> tuple[WrittenPage, ...]:
        """The pages for the site of the source with this SHA-256; of two with one name, the one written for that source."""
        fitting = sorted((page for page in self.pages if page.sha256 in ("", sha256)), key=lambda page: page.sha256)
        return tuple({page.name: page for page in fitting}.values())

    def english_for(self, sha256: str) -> English:
        """The English that `english.yml` has for the source with this SHA-256."""
        for text in self["english"].value["texts"]:
            if text["sha256"] == sha256:
                return English(text["title"], text["sections"], text.get("measures", {}))
        return English()

    def __getitem__(self, name: str) -> ContentFile:
        return self.files[name]


def read_contents(folder: Path) -> Contents:
    """Read every file of a content folder. Raises `ReportError` with the problems of all of them."""
    files: dict[str, ContentFile] = {}
    problems: list[Problem] = []
    for name in FILES:
        try:
            files[name] = read_content(folder, name)
        except ReportError as error:
            problems += error.problems
    pages: tuple[WrittenPage, ...] = ()
    try:
        pages = read_written(folder / "pages")
    except ReportError as error:
        problems += error.problems
    if problems:
        raise ReportError(problems)
    return Contents(folder, files, pages)


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = byte_position(error.object, error.start)
        raise ReportError(
            Problem(str(path), line, column, f"not UTF-8 at byte {error.start}; save it as UTF-8")
        ) from None
    except OSError as error:
        what = "no such file; every content folder has one" if isinstance(error, FileNotFoundError) else error.strerror
        raise ReportError(Problem(str(path), 0, 0, str(what))) from None


def _conflicts(path: Path, text: str) -> Iterator[Problem]:
    """The lines that a merge puts around what two people changed."""
    for mark in _CONFLICT.finditer(text):
        line, column = position(text, mark.start())
        message = f"{mark[0]} is left of a merge conflict; keep what is right of both sides, without these marks"
        yield Problem(str(path), line, column, message)


@cache
def _schema(name: str) -> Draft202012Validator:
    text = files("report_browser.editorial").joinpath("schemas", f"{name}.yml").read_text("utf-8")
    return Draft202012Validator(yaml.safe_load(text))


def _violations(content: ContentFile, schema: Draft202012Validator) -> Iterator[Problem]:
    for error in schema.iter_errors(content.value):
        yield from (content.problem(place, message) for place, message in _explain(error))


def _explain(error: Any) -> Iterator[tuple[KeyPath, str]]:  # jsonschema's attributes are typed as perhaps unset
    """A violation of the schema in plain words: for each value, what is wrong and what would be right."""
    place, rule, wanted = tuple(error.absolute_path), error.validator, error.validator_value
    if rule == "additionalProperties":
        known = error.schema["properties"]
        yield from (((*place, key), f"unknown key {key!r}; known are {_list(known)}")
                    for key in error.instance if key not in known)  # fmt: skip
    elif rule == "required":
        missing = [key for key in wanted if key not in error.instance]
        yield place, f"{_list(missing)} missing here"
    elif rule == "type":
        yield place, f"{_shown(error.instance)} stands where {_TYPE_NAMES.get(wanted, wanted)} belongs"
    elif rule == "enum":
        yield place, f"{_shown(error.instance)} is not one of {_list(map(str, wanted))}"
    else:
        hint = error.schema.get("description", error.message)
        yield place, f"{_shown(error.instance)} does not fit: {hint}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _shown(value: object) -> str:
    return shorten(repr(value), 60, placeholder="…")


def _repeated_keys(content: ContentFile, node: yaml.Node | None) -> Iterator[Problem]:
    """Keys that stand twice in one mapping, at any depth: YAML would keep the last without a word."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                mark = key.start_mark
                message = f"key {key.value!r} stands twice; the first would be lost"
                yield Problem(content.path, mark.line + 1, mark.column + 1, message)
            seen.add(key.value)
            yield from _repeated_keys(content, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated_keys(content, value)


def _repeated_ids(content: ContentFile) -> Iterator[Problem]:
    """Ids that stand twice in one list. Entries of different lists, as a theme and an indicator, may share one."""
    seen: dict[tuple[KeyPath, str], Problem] = {}
    for place, id_ in _ids(content.value):
        here = content.problem(place, "")
        first = seen.setdefault((place[:-2], id_), here)
        if first != here:
            yield content.problem(place, f"id {id_!r} stands twice, first in line {first.line}; ids are unique")


def _ids(value: object, place: tuple[str | int, ...] = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield (*place, "id"), value["id"]
        for key, below in value.items():
            yield from _ids(below, (*place, key))
    elif isinstance(value, list):
        for at, below in enumerate(value):
            yield from _ids(below, (*place, at))


def _node_at(node: yaml.Node, place: KeyPath) -> yaml.Node:
    """The node at `place`, or the last one on the way to it that there is."""
    for step in place:
        below = _below(node, step)
        if below is None:
            break
        node = below
    return node


def _below(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None
