"""Checks (对账): arithmetic that a report's figures should satisfy, with the rounding of printed digits as tolerance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from report_browser.content import ContentFile
from report_browser.errors import Problem, ReportError
from report_browser.figures import Figure
from report_browser.relations import Relations

Verdict = Literal["holds", "fails", "undecided"]
Kind = Literal["sum", "shares", "direction", "quotient"]

_WHOLE = Decimal(100)  # per cent
_SHOWN = Decimal("0.01")  # to which a computed value is rounded for readers


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `figures` are positions; `expected`, `found` and `difference` are in `unit`, as computed."""

    id: str
    kind: Kind
    title: str
    expression: str  # as a reader would write it: 95.5 + 146.5 = 242
    figures: tuple[int, ...]
    verdict: Verdict
    expected: Decimal
    found: Decimal
    unit: str
    explanation: str = ""  # why it cannot be decided

    @property
    def difference(self) -> Decimal:
        """How far what is found is from what is expected."""
        return self.found - self.expected


@dataclass(frozen=True, slots=True)
class _Interval:
    """What a printed number may stand for: half a unit of its last digit either way; None where it has no bound."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: _Interval) -> _Interval:
        return _Interval(_both(self.low, other.low), _both(self.high, other.high))

    def meets(self, other: _Interval) -> bool:
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    @property
    def open(self) -> bool:
        return self.low is None or self.high is None


def find_checks(
    figures: Sequence[Figure], indicators: Mapping[int, str], relations: Relations, declared: ContentFile
) -> tuple[Check, ...]:
    """Checks that the text itself suggests, then those of `content/checks.yml` whose figures it has."""
    return (
        *_sums(figures, relations),
        *_shares(figures, relations),
        *_directions(figures, relations),
        *_quotients(figures, indicators, declared),
    )


def check_declared(declared: ContentFile, indicators: Mapping[str, object]) -> None:
    """Raise `ReportError` with every indicator that a declared check names and that there is not."""
    problems: list[Problem] = [
        declared.problem(("checks", at, key), f"no indicator {values[key]!r} in indicators.yml")
        for at, values in enumerate(declared.value["checks"])
        for key in ("dividend", "divisor", "result")
        if values[key] not in indicators
    ]
    if problems:
        raise ReportError(problems)


def _sums(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Parts behind 其中 that are of the whole's unit, two or more: they may leave out parts, but not exceed it."""
    divided = [one for one in relations.parts if len(one.parts) > 1 and _alike(figures, (one.whole, *one.parts))]
    for number, one in enumerate(divided, 1):
        whole, parts = figures[one.whole], [figures[at] for at in one.parts]
        total = _sum([_interval(part) for part in parts])
        found, expected = sum(_value(part) for part in parts), _value(whole)
        verdict: Verdict = "holds" if total.meets(_interval(whole)) else "fails"
        expression = f"{' + '.join(map(_shown, parts))} = {_shown(whole)}"
        title, places = f"{whole.subject}的各部分", (one.whole, *one.parts)
        yield Check(
            f"sum-{number}", "sum", title, expression, places, verdict, expected, Decimal(found), whole.base_unit
        )


def _shares(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """Shares of one list add up to 100%."""
    groups = [group.members for group in relations.groups if group.kind == "shares"]
    for number, members in enumerate(groups, 1):
        parts = [figures[at] for at in members]
        total, found = _sum([_interval(part) for part in parts]), sum(_value(part) for part in parts)
        verdict: Verdict = "holds" if total.meets(_Interval(_WHOLE, _WHOLE)) else "fails"
        scope = parts[0].scope and f"（{parts[0].scope}）"
        title = "、".join(part.subject for part in parts) + f"所占比例{scope}"
        expression = f"{' + '.join(map(_shown, parts))} = 100%"
        yield Check(f"shares-{number}", "shares", title, expression, members, verdict, _WHOLE, Decimal(found), "%")


def _directions(figures: Sequence[Figure], relations: Relations) -> Iterator[Check]:
    """What is said to have risen is more than before, and what is said to have fallen is less."""
    number = 0
    for change in relations.changes:
        if change.before is None or change.after is None or not change.direction:
            continue
        number += 1
        before, after = figures[change.before], figures[change.after]
        sign = "<" if change.direction == "up" else ">"
        moved = _value(after) - _value(before) if change.direction == "up" else _value(before) - _value(after)
        verdict: Verdict = "holds" if moved > 0 else "fails"
        yield Check(f"direction-{number}", "direction", f"{after.subject}的升降", f"{_shown(before)} {sign} {_shown(after)}",
                    (change.before, change.after), verdict, _value(before), _value(after), after.base_unit)  # fmt: skip


def _quotients(figures: Sequence[Figure], indicators: Mapping[int, str], declared: ContentFile) -> Iterator[Check]:
    """A total divided by its amount per head is the number of heads."""
    for values in declared.value["checks"]:
        results = [at for at in range(len(figures)) if indicators.get(at) == values["result"]]
        pairs = _pairs(figures, indicators, values["dividend"], values["divisor"])
        for number, (total, each) in enumerate(pairs, 1) if results else ():
            yield _quotient(figures, values, number, (total, each, results[0]))


def _pairs(
    figures: Sequence[Figure], indicators: Mapping[int, str], total: str, each: str
) -> Iterator[tuple[int, int]]:
    """Each total with the first amount per head behind it in its sentence, before the next total."""
    for at, figure in enumerate(figures):
        if indicators.get(at) != total:
            continue
        following = range(at + 1, len(figures))
        near = [
            one
            for one in following
            if figures[one].sentence == figure.sentence and indicators.get(one) in (total, each)
        ]
        if near and indicators[near[0]] == each:
            yield at, near[0]


def _quotient(figures: Sequence[Figure], values: Mapping[str, str], number: int, at: tuple[int, int, int]) -> Check:
    total, each, heads = (figures[one] for one in at)
    found, stated = _divide(_interval(total), _interval(each)), _interval(heads)
    verdict: Verdict = "fails" if not found.meets(stated) else "undecided" if found.open or stated.open else "holds"
    scale = heads.scale
    quotient = (_value(total) / _value(each) / scale).quantize(_SHOWN)
    return Check(
        f"{values['id']}-{number}",
        "quotient",
        values["title"],
        f"{_shown(total)} ÷ {_shown(each)} ≈ {quotient:f}{heads.unit}；{heads.subject}{_shown(heads)}",
        at,
        verdict,
        _value(heads) / scale,
        quotient,
        heads.unit,
        "所印限定词使数无定界" if verdict == "undecided" else "",
    )


# Printed numbers as intervals.


def _interval(figure: Figure) -> _Interval:
    value, slack = figure.values[0], Decimal(1).scaleb(int(figure.values[0].as_tuple().exponent)) / 2
    low = None if figure.bound in ("≤", "<") else (value - slack) * figure.scale
    high = None if figure.bound in ("≥", ">") else (value + slack) * figure.scale
    return _Interval(low, high)


def _sum(intervals: Sequence[_Interval]) -> _Interval:
    total = intervals[0]
    for interval in intervals[1:]:
        total += interval
    return total


def _both(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _divide(total: _Interval, each: _Interval) -> _Interval:
    low = None if total.low is None or not each.high else total.low / each.high
    high = None if total.high is None or not each.low else total.high / each.low
    return _Interval(low, high)


def _alike(figures: Sequence[Figure], places: Sequence[int]) -> bool:
    return len({figures[at].base_unit for at in places}) == 1


def _value(figure: Figure) -> Decimal:
    return figure.base_values[0]


def _shown(figure: Figure) -> str:
    return f"{figure.value}{figure.unit}"
