"""Arithmetic: the four kinds of check, each from printed figures to a verdict that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from report_browser.figures.figure import Figure, plain
from report_browser.findings.intervals import Interval, interval, rounded_interval, total

Verdict = Literal["holds", "fails", "undecided"]
Kind = Literal["sum", "shares", "direction", "quotient"]

_WHOLE = Decimal(100)  # per cent
_SHOWN = Decimal("0.01")  # to which a computed value is rounded for readers
_COUNTED_ONCE = frozenset(
    {"元", "美元", "公斤", "亩", "平方米", "米", "立方米", "%", ""}
)  # of these, parts do not overlap

_SIGN: dict[Verdict, str] = {"holds": "=", "fails": "≠", "undecided": "与"}
_NOT_ALL = "所列未必是全部"
_OVERLAP = "各项可能相互重叠"
_SAME = "所印两数按舍入不能分出大小"


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `figures` are positions; `expected` and `found` are in `unit`, the former printed, the latter computed."""

    id: str
    kind: Kind
    title: str
    expression: str  # as a reader would write it: 95.5万元 + 146.5万元 = 242万元
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
class Statement:
    """What a check is about: its id and title, and all figures of the reading."""

    id: str
    title: str
    figures: Sequence[Figure]

    def of(self, places: Iterable[int]) -> list[Figure]:
        return [self.figures[at] for at in places]


def check_sum(about: Statement, whole: int, parts: Sequence[int], *, complete: bool = False) -> Check:
    """Parts make their whole. Where the text does not say that they are `complete`, less than it proves nothing."""
    one, items = about.figures[whole], about.of(parts)
    verdict, why = _compare(items, interval(one), [one], complete=complete)
    found, expected, unit = _added(items, one.scale), one.values[0], one.unit or one.inferred_unit
    expression = f"{' + '.join(map(_shown, items))} {_SIGN[verdict]} {_shown(one)}"
    why = why and f"所列合计{found:f}{unit}，{why}"
    return Check(about.id, "sum", about.title, expression, (whole, *parts), verdict, expected, found, unit, why)


def check_shares(about: Statement, members: Sequence[int]) -> Check:
    """Shares of one whole make 100%."""
    items = about.of(members)
    verdict, why = _compare(items, Interval(_WHOLE, _WHOLE), [])
    found = _added(items, Decimal(1))
    expression = f"{' + '.join(map(_shown, items))} {_SIGN[verdict]} 100%"
    why = why and f"所列合计{found:f}%，{why}"
    return Check(about.id, "shares", about.title, expression, tuple(members), verdict, _WHOLE, found, "%", why)


def check_ratio(about: Statement, at: int) -> Check:
    """The parts of a ratio of shares (`28:41:31`) make 100, each rounded as printed."""
    values = about.figures[at].values
    slack = sum(Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2 for value in values)
    found = plain(sum(values, Decimal()))
    verdict: Verdict = "holds" if abs(found - _WHOLE) <= slack else "fails"
    expression = f"{' + '.join(format(value, 'f') for value in values)} = 100"
    return Check(about.id, "shares", about.title, expression, (at,), verdict, _WHOLE, found, "")


def check_direction(about: Statement, before: int, after: int, *, up: bool) -> Check:
    """What is said to have risen is more than before, and what is said to have fallen is less."""
    one, other = about.of((before, after))
    low, high = (one, other) if up else (other, one)
    verdict: Verdict = "undecided"
    if _direct(low) < _direct(high):
        verdict = "holds"
    elif _direct(high) < _direct(low):
        verdict = "fails"
    why = (_openness([one, other]) or _SAME) if verdict == "undecided" else ""
    expression = f"{_shown(one)} {'<' if up else '>'} {_shown(other)}"
    found = plain(other.base_values[0] / one.scale)
    return Check(
        about.id, "direction", about.title, expression, (before, after), verdict, one.values[0], found, one.unit, why
    )


def check_quotient(about: Statement, dividend: int, divisor: int, result: int) -> Check:
    """A total divided by its amount per head is the number of heads."""
    whole, each, heads = about.of((dividend, divisor, result))
    verdict: Verdict = "fails"
    if (interval(whole) / interval(each)).meets(interval(heads)):
        verdict = "undecided" if _openness([whole, each, heads]) else "holds"
    why = _openness([whole, each, heads]) if verdict == "undecided" else ""
    found = (whole.base_values[0] / each.base_values[0] / heads.scale).quantize(_SHOWN)
    expression = f"{_shown(whole)} ÷ {_shown(each)} ≈ {found:f}{heads.unit}；{heads.subject}{_shown(heads)}"
    places, expected = (dividend, divisor, result), heads.values[0]
    return Check(about.id, "quotient", about.title, expression, places, verdict, expected, found, heads.unit, why)


def _compare(
    items: Sequence[Figure], whole: Interval, bounding: Sequence[Figure], *, complete: bool = False
) -> tuple[Verdict, str]:
    """The verdict on parts and a whole, and why there is none."""
    made = total(map(interval, items))
    if made.meets(whole):
        why = _openness([*items, *bounding])
        return ("undecided", why) if why else ("holds", "")
    if made < whole and not complete:
        return "undecided", _NOT_ALL
    if complete or (items[0].base_unit in _COUNTED_ONCE and _of_one_kind(items)):
        return "fails", ""
    return "undecided", _OVERLAP


def _of_one_kind(items: Sequence[Figure]) -> bool:
    """Whether parts are of one division: money from several sources, or what ends alike (小学文化, 初中文化)."""
    endings = {item.subject[-1:] for item in items}
    return (len(endings) == 1 and "" not in endings) or items[0].base_unit not in ("%", "")


def _direct(figure: Figure) -> Interval:
    """An interval for comparing by size, where 约 makes no difference."""
    return rounded_interval(figure) if figure.bound == "≈" else interval(figure)


def _openness(figures: Iterable[Figure]) -> str:
    """The words that leave a number without a bound, in a sentence; empty where none does."""
    words = dict.fromkeys(f"“{one.qualifier}”" for one in figures if interval(one).is_open)
    return f"所印{'、'.join(words)}使数没有确界" if words else ""


def _added(figures: Iterable[Figure], scale: Decimal) -> Decimal:
    return plain(sum((one.base_values[0] for one in figures), Decimal()) / scale)


def _shown(figure: Figure) -> str:
    return f"{figure.value}{figure.unit or figure.inferred_unit}"
