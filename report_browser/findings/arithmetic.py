"""Arithmetic: the kinds of check on printed figures, each with a verdict and an expression that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Literal

from report_browser.figures.figure import Figure, plain
from report_browser.findings.intervals import Interval, interval, rounded_interval, total

Verdict = Literal["holds", "fails", "undecided"]
CheckKind = Literal["sum", "shares", "direction", "quotient", "at_most", "within"]

_WHOLE = Decimal(100)  # per cent
_DIGITS = 200  # more than any printed number and its quotients have
_ROUNDED = Decimal("0.01")  # to which a computed value is rounded for readers
_COUNTED_ONCE = frozenset({"元", "美元", "公斤", "亩", "平方米", "米", "立方米", "%", ""})  # parts do not overlap

_SIGN: dict[Verdict, str] = {"holds": "=", "fails": "≠", "undecided": "与"}
_NOT_ALL = "所列未必是全部"
_OVERLAP = "各项可能相互重叠"
_NOT_APART = "所印两数按舍入不能分出大小"
_AT_MOST: dict[Verdict, str] = {"holds": "≤", "fails": ">", "undecided": "与"}


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `expected` is what the text prints, `found` what its other figures make; both are in `unit`."""

    id: str
    kind: CheckKind
    title: str
    expression: str  # as a reader would write it: 95.5万元 + 146.5万元 = 242万元
    figures: tuple[int, ...]  # their positions among all figures of the text
    verdict: Verdict
    expected: Decimal
    found: Decimal
    unit: str
    explanation: str = ""  # why it is undecided, or what it rests on and leaves open; perhaps empty
    complete: bool = False  # whether its parts are known to make its whole

    @property
    def difference(self) -> Decimal:
        """What is found less what is expected."""
        return self.found - self.expected


@dataclass(frozen=True, slots=True)
class CheckHeading:
    """A check's id and title, and all figures of the text, in which it finds its own by their positions."""

    id: str
    title: str
    figures: Sequence[Figure]

    def of(self, positions: Iterable[int]) -> list[Figure]:
        return [self.figures[at] for at in positions]


def check_sum(heading: CheckHeading, whole: int, parts: Sequence[int], *, complete: bool = False) -> Check:
    """Whether parts add up to their whole. Unless they are `complete`, a sum below the whole decides nothing."""
    one, items = heading.figures[whole], heading.of(parts)
    verdict, why = _compare(items, interval(one), [one], complete=complete)
    found, expected, unit = _added(items, one.scale), one.values[0], _unit(one)
    expression = f"{' + '.join(map(printed, items))} {_SIGN[verdict]} {printed(one)}"
    why = why and f"所列合计{found:f}{unit}，{why}"
    return Check(
        heading.id, "sum", heading.title, expression, (whole, *parts), verdict, expected, found, unit, why, complete
    )


def check_shares(heading: CheckHeading, members: Sequence[int]) -> Check:
    """Whether the shares of one whole add up to 100%."""
    items = heading.of(members)
    verdict, why = _compare(items, Interval(_WHOLE, _WHOLE), [])
    found = _added(items, Decimal(1))
    expression = f"{' + '.join(map(printed, items))} {_SIGN[verdict]} 100%"
    why = why and f"所列合计{found:f}%，{why}"
    return Check(heading.id, "shares", heading.title, expression, tuple(members), verdict, _WHOLE, found, "%", why)


def check_ratio(heading: CheckHeading, at: int) -> Check:
    """Whether the parts of a ratio of shares (`28:41:31`) add up to 100, each rounded as printed."""
    values = heading.figures[at].values
    slack = sum(Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2 for value in values)
    found = plain(sum(values, Decimal()))
    verdict: Verdict = "holds" if abs(found - _WHOLE) <= slack else "fails"
    expression = f"{' + '.join(format(value, 'f') for value in values)} {_SIGN[verdict]} 100"
    return Check(heading.id, "shares", heading.title, expression, (at,), verdict, _WHOLE, found, "")


def check_direction(heading: CheckHeading, before: int, after: int, *, up: bool) -> Check:
    """Whether what is said to have gone up (or down) is more (or less) than it was before."""
    one, other = heading.of((before, after))
    low, high = (one, other) if up else (other, one)
    verdict: Verdict = "undecided"
    if _direct(low) < _direct(high):
        verdict = "holds"
    elif _direct(high) < _direct(low):
        verdict = "fails"
    why = (_openness([one, other]) or _NOT_APART) if verdict == "undecided" else ""
    signs: dict[Verdict, str] = {"holds": "<" if up else ">", "fails": ">" if up else "<", "undecided": "与"}
    expression = f"{printed(one)} {signs[verdict]} {printed(other)}"
    found = plain(other.base_values[0] / one.scale)
    return Check(
        heading.id,
        "direction",
        heading.title,
        expression,
        (before, after),
        verdict,
        one.values[0],
        found,
        _unit(one),
        why,
    )


def check_at_most(heading: CheckHeading, kind: CheckKind, less: int, more: int) -> Check:
    """Whether one number is no larger than another, as a part and its whole or natural growth and births."""
    one, other = heading.of((less, more))
    low, high = interval(one), interval(other)
    verdict: Verdict = "undecided"
    if low < high or one.base_values[0] == other.base_values[0]:
        verdict = "holds"
    elif high < low:
        verdict = "fails"
    why = (_openness([one, other]) or _NOT_APART) if verdict == "undecided" else ""
    expression = f"{printed(one)} {_AT_MOST[verdict]} {printed(other)}"
    found, expected = one.values[0], plain(other.base_values[0] / one.scale)
    return Check(heading.id, kind, heading.title, expression, (less, more), verdict, expected, found, _unit(one), why)


def check_quotient(heading: CheckHeading, dividend: int, divisors: Sequence[int], result: int) -> Check:
    """Whether a total divided by its amount per head is the number of heads that the text gives.

    An amount per head may be two: a standard, and what was spent above it.
    """
    whole, heads, each = heading.figures[dividend], heading.figures[result], heading.of(divisors)
    everyone = [whole, *each, heads]
    verdict: Verdict = "fails"
    if (interval(whole) / total(map(interval, each))).meets(interval(heads)):
        verdict = "undecided" if _openness(everyone) else "holds"
    why = _openness(everyone) if verdict == "undecided" else ""
    amount = sum((one.base_values[0] for one in each), Decimal())
    found = _rounded(whole.base_values[0] / amount / heads.scale)
    shown = " + ".join(map(printed, each))
    shown = f"({shown})" if len(each) > 1 else shown
    expression = f"{printed(whole)} ÷ {shown} ≈ {found:f}{_unit(heads)}；{heads.subject}{printed(heads)}"
    places, expected = (dividend, *divisors, result), heads.values[0]
    return Check(heading.id, "quotient", heading.title, expression, places, verdict, expected, found, _unit(heads), why)


def _compare(
    items: Sequence[Figure], whole: Interval, bounding: Sequence[Figure], *, complete: bool = False
) -> tuple[Verdict, str]:
    """The verdict on parts and their whole, and why it is undecided (else empty); `bounding` may leave it open, too."""
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
    """Whether parts divide one whole: their units say so, or their subjects end alike (小学文化, 初中文化)."""
    endings = {item.subject[-1:] for item in items}
    return (len(endings) == 1 and "" not in endings) or items[0].base_unit not in ("%", "")


def _direct(figure: Figure) -> Interval:
    """A figure's interval for comparing sizes, where 约 is not taken to leave it open."""
    return rounded_interval(figure) if figure.bound == "≈" else interval(figure)


def _openness(figures: Iterable[Figure]) -> str:
    """A clause that names the modifiers which leave a number without a bound; empty where there are none."""
    words = dict.fromkeys(f"“{one.qualifier}”" for one in figures if interval(one).is_open)
    return f"所印{'、'.join(words)}使数没有确界" if words else ""


def _added(figures: Iterable[Figure], scale: Decimal) -> Decimal:
    return plain(sum((one.base_values[0] for one in figures), Decimal()) / scale)


def printed(figure: Figure) -> str:
    """A number with its unit, the inferred one where none is printed: 95.5万元."""
    return f"{figure.value}{_unit(figure)}"


def _unit(figure: Figure) -> str:
    return figure.unit or figure.inferred_unit


def _rounded(value: Decimal) -> Decimal:
    """A computed value as readers see it, however many digits it has before its point."""
    with localcontext(prec=_DIGITS):
        return value.quantize(_ROUNDED)
