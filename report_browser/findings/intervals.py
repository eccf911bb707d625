"""Intervals: what a printed number may stand for, given its last digit and the words that bound it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from report_browser.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both within; None where there is no bound."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __truediv__(self, other: Interval) -> Interval:
        """Both above zero; without a bound where the divisor reaches zero."""
        low = None if self.low is None or not other.high else self.low / other.high
        high = None if self.high is None or not other.low or other.low < 0 else self.high / other.low
        return Interval(low, high)

    def __lt__(self, other: Interval) -> bool:
        """Whether all of it lies below all of the other; both may meet at a bound."""
        return self.high is not None and other.low is not None and self.high <= other.low

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    @property
    def is_open(self) -> bool:
        """Whether it lacks a bound."""
        return self.low is None or self.high is None


def interval(figure: Figure) -> Interval:
    """A figure's interval in its base unit: half a unit of the last digit either way; `以上`, `约` and their like open it."""
    rounded = rounded_interval(figure)
    value = figure.base_values[0]
    match figure.bound:
        case "≥" | ">":
            return Interval(value, None)
        case "≤" | "<":
            return Interval(None, value)
        case "≈":
            return Interval(None, None)
        case _:
            return rounded


def rounded_interval(figure: Figure) -> Interval:
    """The numbers that are printed so when rounded, whatever word stands beside them."""
    exponent = int(figure.values[0].as_tuple().exponent)
    slack = Decimal(1).scaleb(min(exponent, 0)) / 2
    return Interval((figure.values[0] - slack) * figure.scale, (figure.values[0] + slack) * figure.scale)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of some intervals, one or more."""
    return reduce(Interval.__add__, intervals)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other
