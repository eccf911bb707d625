"""Checks (对账): arithmetic that a report's figures should satisfy, with the rounding of printed digits as tolerance."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from report_browser.editorial.files import ContentFile
from report_browser.figures.figure import Figure
from report_browser.figures.relations import Relations
from report_browser.findings.arithmetic import Check, Statement, check_direction, check_shares, check_sum
from report_browser.findings.declared import Reported, check_declared, find_declared

__all__ = ["Check", "check_declared", "find_checks"]


def find_checks(
    figures: Sequence[Figure],
    indicators: Mapping[int, str],
    relations: Relations,
    declared: ContentFile,
    mended: Container[int] = (),
) -> tuple[Check, ...]:
    """Checks that the text itself suggests, then those of `content/checks.yml` whose figures it has; each once.

    Numbers at the positions `mended` are the editors': where the text fails with one, nothing is said of it.
    """
    found = (
        *_sums(figures, relations),
        *_shares(figures, relations),
        *_directions(figures, relations),
        *find_declared(declared, Reported(figures, indicators)),
    )
    first = {(check.kind, frozenset(check.figures)): check for check in reversed(found)}
    settled = [frozenset(check.figures) for check in found if check.kind == "sum" and check.verdict != "undecided"]
    once = (
        check
        for check in found
        if first[check.kind, frozenset(check.figures)] is check
        and not (check.verdict == "undecided" and any(frozenset(check.figures) < figures for figures in settled))
    )
    return tuple(_without_blame(check) if any(at in mended for at in check.figures) else check for check in once)


def _without_blame(check: Check) -> Check:
    """A check of a mended number: it may hold, but does not tell against the text."""
    if check.verdict != "fails":
        return check
    return replace(check, verdict="undecided", explanation=_MENDED, expression=check.expression.replace("≠", "与"))


_RANKS = ("位", "名次", "位次")  # which fall as one rises
_MENDED = "所据数字有经校改的"


def _sums(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Two or more parts behind 其中 that are of the whole's unit."""
    divided = [one for one in relations.parts if len(one.parts) > 1 and _alike(figures, (one.whole, *one.parts))]
    for number, one in enumerate(divided, 1):
        about = Statement(f"sum-{number}", f"{figures[one.whole].subject}的各部分", figures)
        yield check_sum(about, one.whole, one.parts)


def _shares(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Percentages of one list."""
    groups = [group.members for group in relations.groups if group.kind == "shares"]
    divided = [members for members in groups if figures[members[0]].base_unit == "%" and _alike(figures, members)]
    for number, members in enumerate(divided, 1):
        parts = [figures[at] for at in members]
        scope = parts[0].scope and f"（{parts[0].scope}）"
        title = f"{'、'.join(dict.fromkeys(part.subject for part in parts))}所占比例{scope}"
        yield check_shares(Statement(f"shares-{number}", title, figures), members)


def _directions(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """From a number to another, which is said to be more or less."""
    number = 0
    for change in relations.changes:
        if change.before is None or change.after is None or not change.direction:
            continue
        one, other = figures[change.before], figures[change.after]
        if one.form != "number" or other.form != "number" or one.subject != other.subject or one.unit in _RANKS:
            continue
        number += 1
        about = Statement(f"direction-{number}", f"{figures[change.after].subject}的升降", figures)
        yield check_direction(about, change.before, change.after, up=change.direction == "up")


def _alike(figures: Sequence[Figure], places: Sequence[int]) -> bool:
    return len({figures[at].base_unit for at in places}) == 1
