"""Charts: figures that can be compared as bars from zero, drawn at build time as SVG without style or script."""

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
_WIDTH, _ROW, _BAR, _TEXT = 400, 46, 12, 15
_VALUES = 110  # room for the value behind the longest bar
_PER_HAN = 16


@dataclass(frozen=True)
class Bar:
    """One figure: `value` in the base unit, `shown` as printed with its unit."""

    label: str
    shown: str
    value: Decimal


@dataclass(frozen=True)
class Chart:
    """Bars on one axis, in text order; `unit` names the units they are printed in."""

    id: str
    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def text(self) -> str:
        """The chart in words, for those who do not see it."""
        return "；".join(f"{bar.label} {bar.shown}" for bar in self.bars) + "。"

    @property
    def drawing(self) -> Markup:
        """As SVG; its text is text, its colours are those of the page."""
        return Markup(str(_draw(self)))  # noqa: S704 - every text is escaped where it is drawn


def make_charts(
    name: str,
    title: str,
    records: Sequence[FigureRecord],
    alike: frozenset[str] = frozenset(),
    parts: Container[str] = (),
) -> tuple[Chart, ...]:
    """One chart for each unit that two or more of the figures have; a single figure needs none.

    Units that are `alike` (份, 件, 个 of what was handed out) count as one. By how much something grew is not drawn
    beside what grew. Those whose ids are `parts` are said to be of another.
    """
    labels = {
        record.id: f"其中 · {label}" if record.id in parts else label
        for record, label in zip(records, _labels(records), strict=True)
    }
    groups: dict[str, list[FigureRecord]] = {}
    for record in filter(_is_simple, records):
        unit = "" if record.figure.base_unit in alike else record.figure.base_unit
        groups.setdefault(unit, []).append(record)
    compared = [group for group in groups.values() if len(group) > 1]
    return tuple(
        Chart(
            f"chart-{name}-{number}", title, _units(group), tuple(_bar(record, labels[record.id]) for record in group)
        )
        for number, group in enumerate(compared, 1)
    )


def _units(records: Sequence[FigureRecord]) -> str:
    """The units as printed, each once: `万元`, or `份、件、个`."""
    return "、".join(dict.fromkeys(record.figure.unit or record.figure.inferred_unit for record in records))


def _is_simple(record: FigureRecord) -> bool:
    figure = record.figure
    return figure.form == "number" and figure.values[0] >= 0 and not figure.is_growth


def _labels(records: Sequence[FigureRecord]) -> list[str]:
    """What each figure is of; `降低前` and `降低后` where one became the other."""
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
    """Labels of which no two are alike: where years were blanked, their order in the text tells them apart."""
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
    rows = [element for at, bar in enumerate(chart.bars) for element in _row(bar, at * _ROW, longest)]
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


def _row(bar: Bar, top: int, longest: Decimal) -> list[svg.Element]:
    """The label over its bar, the value behind it."""
    width = float(bar.value / longest * (_WIDTH - _VALUES))
    return [
        svg.Text(x=6, y=top + _TEXT + 2, text=str(escape(_short(bar.label))), class_=["label"]),
        svg.Rect(x=0, y=top + _TEXT + 9, width=round(width, 1), height=_BAR, class_=["bar"]),
        svg.Text(x=round(width + 8, 1), y=top + _TEXT + 20, text=str(escape(bar.shown)), class_=["value"]),
    ]


def _short(label: str) -> str:
    most = (_WIDTH - 6) // _PER_HAN
    return label if len(label) <= most else f"{label[: most - 1]}…"
