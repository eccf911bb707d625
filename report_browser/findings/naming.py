"""Naming: what can be linked to, and the id that a rule gives to what is new.

Ids are ASCII, lower case, valid in CSS, at most `LONGEST` characters long, and unique over all kinds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from report_browser.text.span import Span

Kind = Literal[
    "section", "paragraph", "item", "note", "table", "figure", "measure", "document", "honour", "reference", "edit",
    "check", "indicator", "term",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order of the record

LONGEST = 40
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

# Kinds that are numbered within their section, and the letter before the number. Figures have `v`, for value.
LETTERS: Mapping[Kind, str] = {
    "paragraph": "p",
    "item": "i",
    "note": "n",
    "table": "t",
    "measure": "m",
    "document": "w",
    "honour": "h",
    "reference": "r",
}
_NUMBERED = re.compile(r"(.*[^0-9])([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to link to. `place` is in the source; None for what is known by its declared name alone."""

    kind: Kind
    place: Span | None
    words: str  # by which people know it: a heading, a value, was→reads
    base: str = ""  # what the rule makes the id of: a section's number, a figure's value, a declared name
    owner: int | None = None  # the position, before this, of the thing whose id is part of its own; None without


def rule_name(thing: Thing, owner: str) -> str:
    """The id that a rule gives a thing, before a number makes it unique; `owner` is the id of its owner, or empty."""
    if thing.kind in LETTERS:
        return f"{owner}-{LETTERS[thing.kind]}"
    match thing.kind:
        case "section":
            return f"{owner}-{thing.base}" if owner else f"s{thing.base}"
        case "figure":
            return _plain(f"{owner}-v{thing.base}")
        case "check":
            return _plain("-".join(filter(None, ["check", thing.base, owner])))
        case _:
            return _plain(thing.base)


def _plain(name: str) -> str:
    """A name with all signs but letters and digits as hyphens, not too long for an id: `s1-2-v138.6` is `s1-2-v138-6`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:LONGEST].strip("-")


class Names:
    """Gives ids that were never given before."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = defaultdict(int)  # the greatest number that was given, by what stands before it
        for id_ in self._taken:
            self._note(id_)

    def give(self, thing: Thing, owner: str) -> str:
        """A new id for a thing: `s1-2-p3`; where the name is taken `s1-2-v138-6-n2`, for edits and checks `r-10-2`."""
        name = rule_name(thing, owner)
        if thing.kind in LETTERS:
            name = f"{name}{self._last[name] + 1}"
        elif name in self._taken:
            name = self._next(name, "-" if thing.kind in ("edit", "check") else "-n")
        self._taken.add(name)
        self._note(name)
        return name

    def _next(self, name: str, mark: str) -> str:
        number = max(self._last[f"{name}{mark}"], 1) + 1
        while (longer := _with_number(name, f"{mark}{number}")) in self._taken:
            number += 1
        self._last[f"{name}{mark}"] = number
        return longer

    def _note(self, id_: str) -> None:
        if match := _NUMBERED.fullmatch(id_):
            self._last[match[1]] = max(self._last[match[1]], int(match[2]))


def _with_number(name: str, ending: str) -> str:
    return name[: LONGEST - len(ending)].rstrip("-") + ending
