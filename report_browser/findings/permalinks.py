"""Permalinks: the record is the authority on ids. What stands at a recorded place keeps its id; rules name what is new."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from report_browser.errors import Problem, ReportError
from report_browser.findings.naming import Names, Thing, rule_name
from report_browser.findings.promises import Kept, Record
from report_browser.text.span import Span

_KEEP = '; find it again, or keep its links with `alias: ID` (what it is called now) or `withdrawn: "reason"`'


@dataclass(frozen=True)
class Permalinks:
    """Everything in one report that has an id, and the record of its ids."""

    record: Record
    things: tuple[Thing, ...]
    ids: tuple[str, ...]  # of the things, in their order

    @property
    def unaccepted(self) -> tuple[str, ...]:
        """The ids that the record does not have yet."""
        return tuple(id_ for id_ in self.ids if id_ not in self.record.ids)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """By each id that is an alias the id that it leads to, through other aliases too; that may be withdrawn."""
        return {one.id: self._end(one) for one in self.record.kept if one.alias}

    @property
    def withdrawn(self) -> tuple[Kept, ...]:
        return tuple(one for one in self.record.kept if one.withdrawn)

    def former(self, id_: str) -> tuple[str, ...]:
        """The aliases that lead to an id."""
        return self._former.get(id_, ())

    def accepted(self, day: str) -> tuple[Kept, ...]:
        """What the record is to hold when all is accepted on `day`: new ids, and places and words as they are now."""
        now = {
            id_: Kept(id_, thing.kind, thing.place, thing.words, self._since(id_, day))
            for id_, thing in zip(self.ids, self.things, strict=True)
        }
        ended = {one.id: replace(one, until=one.until or day) for one in self.record.kept if not one.stands}
        return (*now.values(), *ended.values())

    def _since(self, id_: str, day: str) -> str:
        return self.record.ids[id_].since if id_ in self.record.ids else day

    def _end(self, one: Kept) -> str:
        while one.alias in self.record.ids and self.record.ids[one.alias].alias:
            one = self.record.ids[one.alias]
        return one.alias

    @cached_property
    def _former(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for alias, id_ in self.aliases.items():
            found[id_] = (*found.get(id_, ()), alias)
        return found


def give_ids(record: Record, things: Sequence[Thing], reserved: Iterable[str] = ()) -> Permalinks:
    """An id for each thing: the recorded one of its place, else the one of its rule. Rules avoid `reserved` ids.

    Raises `ReportError` with every recorded id that has lost its thing, and every two that claim one.
    """
    matching = _Matching(record, things)
    declared = [thing.base for thing in things if thing.place is None]
    names = Names([*record.ids, *declared, *reserved])
    ids: list[str] = []
    for at, thing in enumerate(things):
        known = matching.found[at].id if at in matching.found else "" if thing.place else thing.base
        ids.append(known or names.give(thing, _owner(thing, ids)))
    problems = [*_repeated(record, things, ids), *matching.problems(ids), *_dead_ends(record, ids)]
    if problems:
        raise ReportError(sorted(set(problems)))
    return Permalinks(record, tuple(things), tuple(ids))


def _owner(thing: Thing, ids: Sequence[str]) -> str:
    return "" if thing.owner is None else ids[thing.owner]


def _repeated(record: Record, things: Sequence[Thing], ids: Sequence[str]) -> Iterator[Problem]:
    """Declared names that are ids of something else."""
    first: dict[str, Thing] = {}
    for id_, thing in zip(ids, things, strict=True):
        other, kept = first.setdefault(id_, thing), record.ids.get(id_)
        if kept and not kept.stands:
            yield record.problem(
                id_, f"{id_!r} names a new {thing.kind}, but old links use it; give the {thing.kind} another name"
            )
        elif kept and kept.kind != thing.kind:
            yield record.problem(id_, f"{id_!r} is a {kept.kind}; give the {thing.kind} of this name another")
        elif other is not thing:
            yield record.problem(id_, f"{id_!r} names both a {other.kind} and a {thing.kind}; rename one of them")


def _dead_ends(record: Record, ids: Sequence[str]) -> Iterator[Problem]:
    known = {*record.ids, *ids}
    for one in record.kept:
        if one.alias and one.alias not in known:
            yield record.problem(one.id, f"{one.id!r} is an alias of {one.alias!r}, which is no id")


class _Matching:
    """Which recorded id each thing keeps: that of the same kind and start, else the only one that half overlaps."""

    def __init__(self, record: Record, things: Sequence[Thing]) -> None:
        self._record, self._things = record, things
        self.found: dict[int, Kept] = {}  # by the thing's position
        self._rivals: dict[str, Problem] = {}
        open_ = {one.id: one for one in record.kept if one.stands}
        for find in (self._same_words, self._same_start, self._half_of_it, self._same_name):
            for at, one in find(list(open_.values())):
                if at not in self.found and one.id in open_:
                    self.found[at] = open_.pop(one.id)
        self._lost = list(open_.values())
        self._rivals = {id_: problem for id_, problem in self._rivals.items() if id_ in open_}  # the rest were settled

    def problems(self, ids: Sequence[str]) -> Iterator[Problem]:
        """What the record promises and the text does not keep; `ids` are those of the things."""
        told = {problem.line for problem in self._rivals.values()}
        yield from self._rivals.values()
        lost = ((one, self._record.problem(one.id, self._loss(one, ids))) for one in self._lost)
        yield from (problem for _, problem in lost if problem.line not in told)
        ended = {(one.kind, one.place): one for one in self._record.kept if one.withdrawn}
        for id_, thing in zip(ids, self._things, strict=True):
            if thing.place and (one := ended.get((thing.kind, thing.place))) and id_ not in self._record.ids:
                message = (
                    f"{one.id!r} is withdrawn, but the {one.kind} is still found; take `withdrawn` or its finding away"
                )
                yield self._record.problem(one.id, message)

    def _loss(self, one: Kept, ids: Sequence[str]) -> str:
        at = f" at character {one.place.start}" if one.place else ""
        moved = next(
            (thing for id_, thing in zip(ids, self._things, strict=True) if self._moved(one, id_, thing, ids)), None
        )
        if moved and moved.place:
            there = f"would stand at character {moved.place.start}, the record has it{at}"
            return f"{one.id!r} ({one.words}) {there}{_KEEP}"
        return f"{one.id!r} ({one.words}): no such {one.kind}{at} any more{_KEEP}"

    def _moved(self, one: Kept, id_: str, thing: Thing, ids: Sequence[str]) -> bool:
        """Whether a new thing with the id `id_` is what its rule calls as the record calls another place."""
        return thing.kind == one.kind and id_ not in self._record.ids and rule_name(thing, _owner(thing, ids)) == one.id

    def _open(self) -> Iterator[tuple[int, Thing]]:
        return ((at, thing) for at, thing in enumerate(self._things) if at not in self.found)

    def _same_words(self, kept: list[Kept]) -> Iterator[tuple[int, Kept]]:
        """First those whose words are the same too: several things may begin at one place."""
        yield from ((at, one) for at, one in self._same_start(kept) if _says(self._things[at], one))

    def _same_start(self, kept: list[Kept]) -> Iterator[tuple[int, Kept]]:
        starts: dict[object, list[Kept]] = defaultdict(list)
        for one in kept:
            if one.place:
                starts[one.kind, one.place.start].append(one)
        for at, thing in self._open():
            if thing.place:
                found = starts.get((thing.kind, thing.place.start), ())
                yield from (
                    (at, one) for one in sorted(found, key=lambda one: one.place != thing.place) if _fits(thing, one)
                )

    def _half_of_it(self, kept: list[Kept]) -> Iterator[tuple[int, Kept]]:
        near = {one.id: self._overlapping(one) for one in kept if one.place}
        wanted: dict[int, list[Kept]] = defaultdict(list)
        for one in kept:
            for at in near.get(one.id, ()):
                wanted[at].append(one)
        for one in kept:
            places = near.get(one.id, [])
            if len(places) == 1 and len(wanted[places[0]]) == 1:
                yield places[0], one
            elif places:
                self._rivals[one.id] = self._record.problem(one.id, self._rivalry(one, places, wanted))

    def _rivalry(self, one: Kept, places: Sequence[int], wanted: Mapping[int, Sequence[Kept]]) -> str:
        if len(places) > 1:
            at = ", ".join(str(place.start) for at in places if (place := self._things[at].place))
            return f"two things claim {one.id!r} ({one.words}), those at characters {at}{_KEEP}"
        ids = ", ".join(repr(other.id) for other in wanted[places[0]])
        return f"{ids} claim one {one.kind}; keep one, and make the others `alias:` of it"

    def _overlapping(self, one: Kept) -> list[int]:
        """The things without an id, of its kind, that overlap half of the longer of the two."""
        order, starts = self._by_start
        assert one.place
        first, last = bisect_left(starts, one.place.start - 2 * len(one.place)), bisect_right(starts, one.place.end)
        near = (at for at in order[first:last] if at not in self.found and self._things[at].kind == one.kind)
        return [at for at in near if _half(one.place, self._things[at].place) and _fits(self._things[at], one)]

    @cached_property
    def _by_start(self) -> tuple[list[int], list[int]]:
        placed = sorted((thing.place.start, at) for at, thing in enumerate(self._things) if thing.place)
        return [at for _, at in placed], [start for start, _ in placed]

    def _same_name(self, kept: list[Kept]) -> Iterator[tuple[int, Kept]]:
        """Things that are known by a declared name, and checks, which may be about other figures than before."""
        named = {(one.kind, one.id): one for one in kept}
        for at, thing in self._open():
            name = thing.base if thing.place is None else rule_name(thing, "") if thing.kind == "check" else ""
            if one := named.get((thing.kind, name)):
                yield at, one


def _fits(thing: Thing, one: Kept) -> bool:
    """Whether a thing may keep an id at its place; a check only one of the same name."""
    if thing.kind != "check":
        return True
    name = rule_name(thing, "")
    return one.id.startswith(name) and bool(_OF_CHECK.fullmatch(one.id.removeprefix(name)))


_OF_CHECK = re.compile("(?:-s[0-9].*|-[0-9]+)?")  # behind a check's name: its first figure, a number, or nothing


def _says(thing: Thing, one: Kept) -> bool:
    return " ".join(thing.words.split()).startswith(one.words.removesuffix("…"))


def _half(one: Span, other: Span | None) -> bool:
    if other is None:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= max(len(one), len(other))
