"""Checks (对账): arithmetic that a report's figures should satisfy, within the rounding of printed digits.

Some are suggested by the text itself: 其中, a list of percentages, a rise or fall. Others are declared in
`content/checks.yml`, for figures that report on certain indicators. What fails is called so only where no doubt is left
that the numbers belong together.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from report_browser.editorial.files import ContentFile
from report_browser.figures.figure import Figure
from report_browser.figures.relations import Parts, Relations
from report_browser.findings.arithmetic import (
    Check,
    CheckHeading,
    check_at_most,
    check_direction,
    check_shares,
    check_sum,
    printed,
)
from report_browser.findings.declared import Reported, check_declared, declared_checks, is_comparable
from report_browser.findings.doubts import find_doubt, left_open, rests_on

__all__ = ["Check", "check_declared", "find_checks"]

_WITHOUT_BLAME = str.maketrans(dict.fromkeys("≠><", "与"))  # of a check that fails in doubt
_RANKS = ("位", "名次", "位次")  # a better rank is a smaller number
_FURTHEST = 12  # figures before the parts among which their whole may stand


def find_checks(
    figures: Sequence[Figure],
    indicators: Mapping[int, str],
    relations: Relations,
    declared: ContentFile,
    mended: Container[int] = (),
) -> tuple[Check, ...]:
    """The checks that `content/checks.yml` declares, then those that the text itself suggests; the same check once.

    `indicators` are those that figures report on, by the figure's position. Figures at the positions `mended` have
    numbers that editors put there: a check that fails with one of them is undecided.
    """
    found = (
        *declared_checks(declared, Reported(figures, indicators)),  # which know that their parts are all
        *_sums_in_text(figures, relations),
        *_shares_in_text(figures, relations),
        *_directions_in_text(figures, relations),
        *_parts_in_text(figures, relations),
    )
    return tuple(_explained(check, figures, mended) for check in _once(found))


def _once(found: Sequence[Check]) -> Iterator[Check]:
    """The first of those of one kind on the same figures; none undecided whose figures are among a decided sum's."""
    first = {(check.kind, frozenset(check.figures)): check for check in reversed(found)}
    decided = [frozenset(check.figures) for check in found if check.kind == "sum" and check.verdict != "undecided"]
    for check in found:
        among = any(frozenset(check.figures) < figures for figures in decided)
        if first[check.kind, frozenset(check.figures)] is check and not (check.verdict == "undecided" and among):
            yield check


def _explained(check: Check, figures: Sequence[Figure], mended: Container[int]) -> Check:
    """A check that fails in doubt is undecided; one that is decided says what it rests on and what it leaves open."""
    taking_part = [figures[at] for at in check.figures]
    repaired = any(at in mended for at in check.figures)
    if check.verdict == "undecided":
        return check
    doubt = find_doubt(check, taking_part, repaired=repaired) if check.verdict == "fails" else ""
    if doubt:
        expression = check.expression.translate(_WITHOUT_BLAME)
        total = f"所列合计{check.found:f}{check.unit}，" if check.kind == "sum" else ""
        return replace(check, verdict="undecided", explanation=f"{total}{doubt}", expression=expression)
    notes = [rests_on(taking_part, repaired=repaired), left_open(taking_part) if check.verdict == "fails" else ""]
    return replace(check, explanation="，".join(filter(None, notes)))


def _sums_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Whole and parts: 其中 with two or more parts, all in the whole's unit and all reported."""
    divided = [one for one in relations.parts if len(one.parts) > 1 and _alike(figures, (one.whole, *one.parts))]
    for number, one in enumerate(divided, 1):
        fitting = next((whole for whole in _wholes(figures, one) if _fits(figures, whole, one.parts)), one.whole)
        heading = CheckHeading(f"sum-{number}", f"{figures[fitting].subject}的各部分", figures)
        yield check_sum(heading, fitting, one.parts)


def _wholes(figures: Sequence[Figure], parts: Parts) -> Iterator[int]:
    """The figures that parts may be of: the nearest before them, then others of its sentence or theirs in the same unit."""
    yield parts.whole
    for at in range(parts.parts[0] - 1, max(parts.parts[0] - 1 - _FURTHEST, -1), -1):
        near = (
            figures[at].sentence == figures[parts.parts[0]].sentence
            or figures[at].sentence == figures[parts.whole].sentence
        )
        if near and at != parts.whole and _alike(figures, (at, parts.parts[0])) and figures[at].aspect == "level":
            yield at


def _fits(figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> bool:
    return check_sum(CheckHeading("", "", figures), whole, parts).verdict == "holds"


def _parts_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """A single part behind 其中 and its whole."""
    single = [one for one in relations.parts if len(one.parts) == 1 and _alike(figures, (one.whole, *one.parts))]
    for number, one in enumerate(single, 1):
        part, whole = (f"{figures[at].subject} {printed(figures[at])}".lstrip() for at in (one.parts[0], one.whole))
        heading = CheckHeading(f"within-{number}", f"{part} 在{whole} 之内", figures)
        yield check_at_most(heading, "within", one.parts[0], one.whole)


def _shares_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Percentages in one list."""
    groups = [group.members for group in relations.groups if group.kind == "shares"]
    divided = [members for members in groups if figures[members[0]].base_unit == "%" and _alike(figures, members)]
    for number, members in enumerate(divided, 1):
        parts = [figures[at] for at in members]
        scope = parts[0].scope and f"（{parts[0].scope}）"
        title = f"{'、'.join(dict.fromkeys(part.subject for part in parts))}所占比例{scope}"
        yield check_shares(CheckHeading(f"shares-{number}", title, figures), members)


def _directions_in_text(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """A number before and after a change, where the text says that it rose or fell."""
    number = 0
    for change in relations.changes:
        if change.before is None or change.after is None or not change.direction:
            continue
        one, other = figures[change.before], figures[change.after]
        if not is_comparable(one) or not is_comparable(other) or one.subject != other.subject or one.unit in _RANKS:
            continue
        number += 1
        heading = CheckHeading(f"direction-{number}", f"{figures[change.after].subject}的升降", figures)
        yield check_direction(heading, change.before, change.after, up=change.direction == "up")


def _alike(figures: Sequence[Figure], positions: Sequence[int]) -> bool:
    """Whether figures are reported levels or shares in one base unit."""
    return len({figures[at].base_unit for at in positions}) == 1 and all(is_comparable(figures[at]) for at in positions)
