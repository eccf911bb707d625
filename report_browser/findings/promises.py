"""Promises: `content/permalinks.yml`, the record of every id that was ever accepted, read, checked and written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import yaml

from report_browser.editorial.files import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.findings.naming import ID, KINDS, LONGEST, Kind
from report_browser.text.source import Source
from report_browser.text.span import Span

_WIDEST = 99  # characters of a line of the file
_FEWEST = 12  # characters of the words, if there are so many, before they get a line of their own
_NOT_TEXT = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)  # for YAML, without quotation marks
_HEADER = """\
# Every id that links may use, for ever. `python build_site.py --accept` writes this file and takes
# nothing away. What stands at a recorded place of the source keeps its id; `at` is the place of
# its first character, from 0, and its length. Where a build says that an id has lost what it stood
# for, give it one of these, inside its braces; the date is added by --accept:
#   alias: ID            it is called so now, and old links lead there
#   withdrawn: "reason"  it was a mistake; its address says so
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One id of the record."""

    id: str
    kind: Kind
    place: Span | None  # in the source; None for what is known by its declared name alone
    words: str  # cut off with … where they are long
    since: str  # the date on which it was accepted
    alias: str = ""  # the id that has taken its place
    withdrawn: str = ""  # why it was a mistake
    until: str = ""  # the date from which it is an alias or withdrawn; empty before that is accepted

    @property
    def stands(self) -> bool:
        """Whether it is the id of something, and neither an alias nor withdrawn."""
        return not self.alias and not self.withdrawn


@dataclass(frozen=True)
class Record:
    """The ids of one text; `at` is its position in the file, None where the file does not list it."""

    content: ContentFile
    at: int | None
    kept: tuple[Kept, ...]

    def problem(self, id_: str, message: str) -> Problem:
        return self.content.problem(("texts", self.at or 0, "ids", id_), message)

    @cached_property
    def ids(self) -> Mapping[str, Kept]:
        return {one.id: one for one in self.kept}


def read_record(content: ContentFile, source: Source) -> Record:
    """The record of a source; without ids where the file does not list it.

    Raises `ReportError` with every entry that contradicts itself, the text or another entry.
    """
    for at, values in enumerate(content.value["texts"]):
        if values["sha256"] == source.sha256:
            record = Record(content, at, tuple(_kept(id_, one) for id_, one in values["ids"].items()))
            problems = [*_impossible(record, len(source.text)), *_twice(record), *_circles(record)]
            if problems:
                raise ReportError(sorted(problems))
            return record
    return Record(content, None, ())


def _kept(id_: object, values: Mapping[str, Any]) -> Kept:
    start, length = values.get("at") or (0, 0)
    place = Span(start, start + length) if "at" in values else None
    optional = (values.get(key, "") for key in ("alias", "withdrawn", "until"))
    return Kept(str(id_), values["kind"], place, values["words"], values["since"], *optional)


def _impossible(record: Record, length: int) -> Iterator[Problem]:
    """Entries that no build has written so."""
    for one in record.kept:
        if not ID.fullmatch(one.id) or len(one.id) > LONGEST:
            what = f"lower-case ASCII letters and digits with single hyphens, {LONGEST} characters at most"
            yield record.problem(one.id, f"{one.id!r} cannot be an id: ids are {what}")
        if (one.kind in ("indicator", "term")) != (one.place is None):
            yield record.problem(one.id, f"{one.id!r}: `at` is missing, or does not belong to the kind {one.kind!r}")
        if one.place and one.place.end > length:
            yield record.problem(one.id, f"{one.id!r} ends at character {one.place.end}; the text has {length}")
        if one.alias and one.withdrawn:
            yield record.problem(one.id, f"{one.id!r} is both an alias and withdrawn; keep one of the two")
        for day in filter(None, (one.since, one.until)):
            if not _is_date(day):
                yield record.problem(one.id, f"{one.id!r}: {day!r} is no date; write it as 2026-01-31")


def _is_date(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _twice(record: Record) -> Iterator[Problem]:
    """Ids that claim the place of another."""
    first: dict[tuple[Kind, Span], Kept] = {}
    for one in record.kept:
        if one.place is None or not one.stands or one.kind == "check":
            continue
        other = first.setdefault((one.kind, one.place), one)
        if other is not one:
            message = f"{one.id!r} and {other.id!r} claim one place; make one of them `alias:` of the other"
            yield record.problem(one.id, message)


def _circles(record: Record) -> Iterator[Problem]:
    for one in record.kept:
        seen, at = {one.id}, one
        while at.alias in record.ids:
            at = record.ids[at.alias]
            if at.id == one.id:
                yield record.problem(one.id, f"{one.id!r} is an alias that leads back to itself")
            if at.id in seen:
                break
            seen.add(at.id)


# Writing. One id a line, in the order of kinds and then of the text, so that what is added is seen in a diff.


def write_record(record: Record, source: Source, kept: Iterable[Kept]) -> str:
    """The whole file, with these ids for this source; the records of other texts stay as they are."""
    texts = [(one["sha256"], one["name"], one["ids"]) for one in record.content.value["texts"]]
    own = (source.sha256, source.name, kept)
    listed = [
        (sha256, name, [_kept(*one) for one in ids.items()]) if at != record.at else own
        for at, (sha256, name, ids) in enumerate(texts)
    ]
    listed += [own] if record.at is None else []
    return _HEADER + "texts:\n" + "".join(_text(*one) for one in listed)


def _text(sha256: str, name: str, kept: Iterable[Kept]) -> str:
    ordered = sorted(kept, key=lambda one: (KINDS.index(one.kind), one.place or Span(0, 0), one.id))
    head = f"- sha256: {sha256}\n  name: {_quoted(name)}\n  ids:{'' if ordered else ' {}'}\n"
    return head + "".join(map(_entry, ordered))


def _entry(one: Kept) -> str:
    """`    s1-2-v138-6: {kind: figure, at: [1059, 5], since: 2026-01-31, words: "138.6万元"}`, in lines of `_WIDEST`."""
    id_ = _quoted(one.id) if one.id in _NOT_TEXT else one.id
    values = [f"kind: {one.kind}"]
    values += [f"at: [{one.place.start}, {len(one.place)}]"] if one.place is not None else []
    values += [f"since: {one.since}"]
    values += [f"alias: {one.alias}"] if one.alias else []
    values += [f"withdrawn: {_quoted(one.withdrawn)}"] if one.withdrawn else []
    values += [f"until: {one.until}"] if one.until else []
    lines = list(_filled(f"    {id_}: {{", values))
    frame = len(' words: ""}')
    if _WIDEST - len(lines[-1]) - frame < min(len(_quoted(_on_one_line(one.words))) - 2, _FEWEST):
        lines.append("       ")
    words = _cut(one.words, _WIDEST - len(lines[-1]) - frame)
    return "\n".join([*lines[:-1], f"{lines[-1]} words: {words}}}"]) + "\n"


def _filled(line: str, values: Sequence[str]) -> Iterator[str]:
    """Values with a comma behind each, in lines that are not too wide; the first begins with `line`."""
    for at, value in enumerate(values):
        if at and len(line) + len(value) + 2 > _WIDEST:
            yield line
            line = "       "
        line += f"{' ' if at else ''}{value},"
    yield line


def _cut(words: str, room: int) -> str:
    """Words in quotation marks, cut off with … where the quotation would be longer than `room`."""
    words = _on_one_line(words)
    while len(_quoted(words)) - 2 > room:
        words = words.removesuffix("…")[:-1] + "…"
    return _quoted(words)


def _on_one_line(words: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def _quoted(words: str) -> str:
    """A YAML string in quotation marks on one line."""
    if words.isprintable():
        return json.dumps(words, ensure_ascii=False)  # the same, much faster
    return yaml.safe_dump(words, default_style='"', allow_unicode=True, width=len(words) + 1).strip()
