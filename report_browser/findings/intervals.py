"""Intervals: the numbers that a printed number may stand for, given its last digit and the modifier beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from report_browser.figures.figure import Figure

_A_LITTLE_MORE = ("余", "多")  # 3000余 is below 4000
_A_LITTLE_LESS = ("近", "将近", "接近")  # 近3000 is above 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, both included; None is no bound."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __truediv__(self, other: Interval) -> Interval:
        """For intervals above zero. There is no upper bound where the divisor reaches down to zero."""
        low = None if self.low is None or not other.high else self.low / other.high
        high = None if self.high is None or not other.low or other.low < 0 else self.high / other.low
        return Interval(low, high)

    def __lt__(self, other: Interval) -> bool:
        """Whether no number of it is above one of the other; they may share a bound."""
        return self.high is not None and other.low is not None and self.high <= other.low

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    @property
    def is_open(self) -> bool:
        """Whether it lacks a lower or an upper bound."""
        return self.low is None or self.high is None


def interval(figure: Figure) -> Interval:
    """A figure's interval in its base unit: half a unit of its last digit either way, wider by its modifier.

    余 and 近 reach to the next round number, 以上 and 以下 have no bound on one side, 约 has none.
    """
    if figure.aspect == "difference":  # 超0.15元 is by how much, and no bound
        return rounded_interval(figure)
    value, step = figure.base_values[0], _step(figure)
    if figure.qualifier in _A_LITTLE_MORE:
        return Interval(value, value + step)
    if figure.qualifier in _A_LITTLE_LESS:
        return Interval(value - step, value)
    low, high = _BOUNDS.get(figure.bound, (False, False))
    if figure.bound:
        return Interval(value if low else None, value if high else None)
    return rounded_interval(figure)


_BOUNDS = {"≥": (True, False), ">": (True, False), "≤": (False, True), "<": (False, True)}  # 约 bounds neither side


def _step(figure: Figure) -> Decimal:
    """One of the last digit that is no zero, in the base unit: 1000 of 3000, 0.1 of 2.5."""
    exponent = int(figure.values[0].normalize().as_tuple().exponent)
    return Decimal(1).scaleb(exponent) * figure.scale


def rounded_interval(figure: Figure) -> Interval:
    """A figure's interval by its digits alone, whatever modifier stands beside them."""
    exponent = int(figure.values[0].as_tuple().exponent)
    slack = Decimal(1).scaleb(min(exponent, 0)) / 2
    return Interval((figure.values[0] - slack) * figure.scale, (figure.values[0] + slack) * figure.scale)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of one or more intervals."""
    return reduce(Interval.__add__, intervals)


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other
