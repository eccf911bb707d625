"""Likeness: which figures may stand on one axis."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence

from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report

Ties = Mapping[str, Sequence[Hashable]]  # by figure id, the relations that it is in

_WHOLE = re.compile("\\A[全我本](?=[省市州区县旗乡镇村])")


def find_alike(ties: Ties, records: Sequence[FigureRecord]) -> list[list[FigureRecord]]:
    """The groups of two figures or more that are alike, in the order given; a figure stands in one group at most.

    Alike are figures of one unit, aspect and status with the same property of the same kind of entity, or with a tie.
    Changes, growth, multiples and differences are left out, as are ranges, ratios, and numbers without a value or below 0.
    """
    drawn = [record for record in records if _can_be_drawn(record)]
    leaders: dict[Hashable, Hashable] = {}
    firsts = [_join(leaders, _names(ties, record)) for record in drawn]
    groups: dict[Hashable, list[FigureRecord]] = {}
    for first, record in zip(firsts, drawn, strict=True):
        groups.setdefault(_leader(leaders, first), []).append(record)
    return [group for group in groups.values() if len(group) > 1]


def _can_be_drawn(record: FigureRecord) -> bool:
    figure = record.figure
    valued = figure.form == "number" and bool(figure.values) and figure.values[0] >= 0
    return valued and figure.aspect in ("level", "share")


def _names(ties: Ties, record: FigureRecord) -> list[Hashable]:
    """What a figure shares with those that it is alike to; each with what all bars of a chart have in common."""
    figure = record.figure
    measured = figure.measured_property, kind_of_entity(figure.measured_entity)
    common = figure.base_unit, figure.inferred_unit, figure.aspect, figure.status
    own = measured if figure.measured_property else record.id
    return [(name, common) for name in (own, *ties.get(record.id, ()))]


def kind_of_entity(entity: str) -> str:
    """An entity without the word for all or ours: 全县 and 我县 are one kind, 全省 is another."""
    return _WHOLE.sub("", entity)


def _join(leaders: dict[Hashable, Hashable], names: Sequence[Hashable]) -> Hashable:
    """Put all names under one leader; returns the first name."""
    for name in names:
        leaders.setdefault(name, name)
        leaders[_leader(leaders, name)] = _leader(leaders, names[0])
    return names[0]


def _leader(leaders: dict[Hashable, Hashable], name: Hashable) -> Hashable:
    """The name at the end of the way up; the way is shortened for the next time."""
    while leaders[name] != name:
        leaders[name] = leaders[leaders[name]]
        name = leaders[name]
    return name


def find_ties(report: Report) -> Ties:
    """The relations whose figures are alike: before and after a change, a whole and its parts, shares of one list.

    Lists of one sentence that are for the two sides of a comparison go together.
    """
    ties: dict[str, list[Hashable]] = {}
    for name, members in _relations(report):
        for at in members:
            ties.setdefault(report.figures[at].id, []).append(name)
    return ties


def _relations(report: Report) -> Iterator[tuple[Hashable, Sequence[int]]]:
    for at, change in enumerate(report.relations.changes):
        if change.before is not None and change.after is not None:
            yield ("change", at), (change.before, change.after)
    for at, one in enumerate(report.relations.parts):
        yield ("parts", at), (one.whole, *one.parts)
    for at, group in enumerate(report.relations.groups):
        if group.kind == "shares":
            first = report.figures[group.members[0]].figure
            yield (("stages", first.sentence) if first.stage else ("shares", at)), group.members
