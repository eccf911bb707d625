"""Charts: figures that are alike as bars that start at zero, drawn as SVG when the site is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import svg
from markupsafe import Markup, escape

from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.likeness import find_alike, find_ties
from report_browser.publishing.parts.statements import dated, owner

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
    """Bars on one axis, all of one unit, aspect and status."""

    id: str
    title: str
    unit: str  # the units in which the figures are printed, joined with 、; empty where they have none
    bars: tuple[Bar, ...]  # in text order
    records: tuple[FigureRecord, ...]  # of the bars

    def text(self, said: str) -> str:
        """The chart in words, for screen readers; `said` stands before each value."""
        return "；".join(f"{bar.label} {said}{bar.shown}" for bar in self.bars) + "。"

    def drawing(self, said: str) -> Markup:
        """The chart as SVG, without style or script: the page's CSS colours it.

        `said` is the word for the figures' aspect and status, empty for reported levels and shares.
        """
        return Markup(str(_draw(self, said)))  # noqa: S704 - every text is escaped where it is drawn


class Charts:
    """Makes the charts of one report."""

    def __init__(self, report: Report) -> None:
        self._parts = report.parts
        self._ties = find_ties(report)

    def of(self, name: str, title: str, records: Sequence[FigureRecord]) -> tuple[Chart, ...]:
        """A chart for each group of the figures that are alike; none where nothing is."""
        groups = find_alike(self._ties, records)
        return tuple(
            _chart(f"chart-{name}-{number}", title, group, self._parts) for number, group in enumerate(groups, 1)
        )


def _chart(id_: str, title: str, records: Sequence[FigureRecord], parts: Container[str]) -> Chart:
    """A figure whose id is in `parts` is labelled 其中, as part of another figure."""
    labels = (
        f"其中 · {label}" if record.id in parts else label
        for record, label in zip(records, _labels(records), strict=True)
    )
    bars = tuple(_bar(record, label) for record, label in zip(records, labels, strict=True))
    return Chart(id_, title, _units(records), bars, tuple(records))


def _units(records: Sequence[FigureRecord]) -> str:
    """The printed or inferred units, each once: `万元`, or `万元、元`."""
    return "、".join(dict.fromkeys(record.figure.inferred_unit or record.figure.unit for record in records))


def _labels(records: Sequence[FigureRecord]) -> list[str]:
    """For each figure its scope, period and subject, and its entity where these are those of another one as well.

    `降低前` and `降低后` stand where one became the other.
    """
    figures = [record.figure for record in records]
    moments = [""] * len(figures)
    for at, (one, other) in enumerate(pairwise(figures)):
        if other.change and (one.sentence, one.subject) == (other.sentence, other.subject):
            moments[at : at + 2] = [f"{other.change}前", f"{other.change}后"]
    words = [
        (moment, "" if moment else one.scope, dated(one), one.subject)
        for moment, one in zip(moments, figures, strict=True)
    ]
    totals = Counter(words)
    owned = ((owner(one) if totals[said] > 1 else "", *said) for said, one in zip(words, figures, strict=True))
    return _distinct([" · ".join(dict.fromkeys(filter(None, parts))) for parts in owned])


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


def _draw(chart: Chart, said: str) -> svg.SVG:
    height = _ROW * len(chart.bars) + 8
    longest = max((bar.value for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    rows = [element for at, bar in enumerate(chart.bars) for element in _draw_bar(bar, said, at * _ROW, longest)]
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, _WIDTH, height),
        class_=["bars"],
        extra={"role": "img", "aria-labelledby": f"{chart.id}-title {chart.id}-text"},
        elements=[
            svg.Title(id=f"{chart.id}-title", text=str(escape(chart.title))),
            svg.Desc(id=f"{chart.id}-text", text=str(escape(chart.text(said)))),
            svg.Line(x1=0.5, y1=0, x2=0.5, y2=height, class_=["axis"]),
            *rows,
        ],
    )


def _draw_bar(bar: Bar, said: str, top: int, longest: Decimal) -> list[svg.Element]:
    """A label, below it the bar, and behind the bar its value."""
    width = float(bar.value / longest * (_WIDTH - _VALUES))
    return [
        svg.Text(x=6, y=top + _TEXT + 2, text=str(escape(_shortened(bar.label))), class_=["label"]),
        svg.Rect(x=0, y=top + _TEXT + 9, width=round(width, 1), height=_BAR, class_=["bar"]),
        svg.Text(x=round(width + 8, 1), y=top + _TEXT + 20, text=str(escape(f"{said}{bar.shown}")), class_=["value"]),
    ]


def _shortened(label: str) -> str:
    most = (_WIDTH - 6) // _PER_HAN
    return label if len(label) <= most else f"{label[: most - 1]}…"
