"""Charts: figures of one unit as bars that start at zero, drawn as SVG when the site is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import svg
from markupsafe import Markup, escape

from report_browser.findings.records import FigureRecord

# Lengths in units of the view box, which is as wide as a phone: there 15 is still read with ease.
_WIDTH = 400
_ROW = 46  # height of a label and its bar
_BAR = 12  # height of the bar alone
_TEXT = 15  # size of the letters
_VALUES = 110  # width kept free for the value behind the longest bar
_PER_HAN = 16  # width of a Han character


@dataclass(frozen=True)
class Bar:
    """One figure of a chart."""

    label: str
    shown: str  # the number as it reads, with its unit
    value: Decimal  # in the base unit; sets the bar's length


@dataclass(frozen=True)
class Chart:
    """Bars on one axis."""

    id: str
    title: str
    unit: str  # the units in which the figures are printed, joined with 、; empty where they have none
    bars: tuple[Bar, ...]  # in text order

    @property
    def text(self) -> str:
        """The chart in words, for screen readers."""
        return "；".join(f"{bar.label} {bar.shown}" for bar in self.bars) + "。"

    @property
    def drawing(self) -> Markup:
        """The chart as SVG, without style or script: the page's CSS colours it."""
        return Markup(str(_draw(self)))  # noqa: S704 - every text is escaped where it is drawn


def make_charts(
    name: str,
    title: str,
    records: Sequence[FigureRecord],
    alike: frozenset[str] = frozenset(),
    parts: Container[str] = (),
) -> tuple[Chart, ...]:
    """One chart for each base unit that at least two of the figures have.

    Units in `alike` (份, 件, 个 of what was handed out) share a chart. Growth, ranges and negative values are left out.
    A figure whose id is in `parts` is labelled 其中, as part of another figure.
    """
    labels = {
        record.id: f"其中 · {label}" if record.id in parts else label
        for record, label in zip(records, _labels(records), strict=True)
    }
    charts = []
    for number, group in enumerate(_comparable(records, alike), 1):
        bars = tuple(_bar(record, labels[record.id]) for record in group)
        charts.append(Chart(f"chart-{name}-{number}", title, _units(group), bars))
    return tuple(charts)


def _comparable(records: Sequence[FigureRecord], alike: frozenset[str]) -> list[list[FigureRecord]]:
    """The figures that can be drawn, grouped by base unit; units of one figure alone are left out."""
    groups: dict[str, list[FigureRecord]] = {}
    for record in filter(_can_be_drawn, records):
        unit = "" if record.figure.base_unit in alike else record.figure.base_unit
        groups.setdefault(unit, []).append(record)
    return [group for group in groups.values() if len(group) > 1]


def _units(records: Sequence[FigureRecord]) -> str:
    """The printed or inferred units, each once: `万元`, or `份、件、个`."""
    return "、".join(dict.fromkeys(record.figure.unit or record.figure.inferred_unit for record in records))


def _can_be_drawn(record: FigureRecord) -> bool:
    figure = record.figure
    return figure.form == "number" and figure.values[0] >= 0 and not figure.is_growth


def _labels(records: Sequence[FigureRecord]) -> list[str]:
    """For each figure its scope, period and subject; `降低前` and `降低后` where one became the other."""
    figures = [record.figure for record in records]
    moments = [""] * len(figures)
    for at, (one, other) in enumerate(pairwise(figures)):
        if other.change and not other.is_growth and (one.sentence, one.subject) == (other.sentence, other.subject):
            moments[at : at + 2] = [f"{other.change}前", f"{other.change}后"]
    words = (
        [moment, "" if moment else one.scope, one.period, one.subject]
        for moment, one in zip(moments, figures, strict=True)
    )
    return _distinct([" · ".join(dict.fromkeys(filter(None, parts))) for parts in words])


def _distinct(labels: Sequence[str]) -> list[str]:
    """The labels, with a number added to each that occurs more than once, as happens where years were blanked."""
    totals, seen = Counter(labels), Counter[str]()
    distinct = []
    for label in labels:
        seen[label] += 1
        distinct.append(f"{label}（文中第 {seen[label]} 处）" if totals[label] > 1 else label)
    return distinct


def _bar(record: FigureRecord, label: str) -> Bar:
    figure = record.figure
    return Bar(label, f"{record.number}{record.unit_text or figure.inferred_unit}", figure.base_values[0])


def _draw(chart: Chart) -> svg.SVG:
    height = _ROW * len(chart.bars) + 8
    longest = max((bar.value for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    rows = [element for at, bar in enumerate(chart.bars) for element in _draw_bar(bar, at * _ROW, longest)]
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, _WIDTH, height),
        class_=["bars"],
        extra={"role": "img", "aria-labelledby": f"{chart.id}-title {chart.id}-text"},
        elements=[
            svg.Title(id=f"{chart.id}-title", text=str(escape(chart.title))),
            svg.Desc(id=f"{chart.id}-text", text=str(escape(chart.text))),
            svg.Line(x1=0.5, y1=0, x2=0.5, y2=height, class_=["axis"]),
            *rows,
        ],
    )


def _draw_bar(bar: Bar, top: int, longest: Decimal) -> list[svg.Element]:
    """A label, below it the bar, and behind the bar its value."""
    width = float(bar.value / longest * (_WIDTH - _VALUES))
    return [
        svg.Text(x=6, y=top + _TEXT + 2, text=str(escape(_shortened(bar.label))), class_=["label"]),
        svg.Rect(x=0, y=top + _TEXT + 9, width=round(width, 1), height=_BAR, class_=["bar"]),
        svg.Text(x=round(width + 8, 1), y=top + _TEXT + 20, text=str(escape(bar.shown)), class_=["value"]),
    ]


def _shortened(label: str) -> str:
    most = (_WIDTH - 6) // _PER_HAN
    return label if len(label) <= most else f"{label[: most - 1]}…"
