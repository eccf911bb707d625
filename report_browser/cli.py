"""Commands: the figures, the measures or the outline of any text file, as a table for people or JSON for programs."""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Literal

from report_browser.errors import ReportError
from report_browser.figures.figure import Figure, extract_figures
from report_browser.measures.rows import measure_rows
from report_browser.outline.headings import Item, Section, parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import Source, read_source
from report_browser.text.span import Span

Row = dict[str, Any]

_WIDEST = 40  # columns of a terminal that one value of a table takes


def main(what: Literal["figures", "measures", "outline"], arguments: Sequence[str] | None = None) -> int:
    """The command that lists what is in one file. Returns 0, or 2 where the file cannot be used."""
    parser = argparse.ArgumentParser(f"python -m report_browser.{what}", description=f"The {what} of a text file.")
    parser.add_argument("file", type=Path, help="a text: UTF-8, UTF-16 with BOM or GB 18030")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    options = parser.parse_args(arguments)
    write_utf8()
    try:
        rows = _LISTINGS[what](read_source(options.file))
    except ReportError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if options.format == "json" else table(rows))
    return 0


def write_utf8() -> None:
    """Have what is printed be UTF-8, whatever the locale: Chinese has no place in many of them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def figure_rows(source: Source) -> list[Row]:
    """The figures of a source; `start`, `end` and `number` are the source's own, a page mark inside included."""
    edition = mechanical_edition(source)
    figures = extract_figures(edition.reading, parse_outline(edition.reading))
    return [_figure_row(source.text, edition.to_source(figure.number), figure) for figure in figures]


def _figure_row(text: str, span: Span, figure: Figure) -> Row:
    return {
        "start": span.start,
        "end": span.end,
        "number": span.of(text),
        "value": figure.value,
        "unit": figure.unit,
        "inferred_unit": figure.inferred_unit,
        "qualifier": figure.qualifier,
        "bound": figure.bound,
        "period": figure.period,
        "subject": figure.subject,
        "scope": figure.scope,
    }


def outline_rows(source: Source) -> list[Row]:
    """Title, sections and items of a source in reading order; `start` is the source's own."""
    edition = mechanical_edition(source)
    outline = parse_outline(edition.reading)
    nowhere = Span(outline.title.start, outline.title.start)
    places = [("title", nowhere, outline.title)] if outline.title else []
    for section in outline.all_sections:
        places += [_place(section), *map(_place, section.items)]
    return [
        {
            "level": level,
            "marker": marker.of(edition.reading).strip(),
            "title": title.of(edition.reading),
            "start": edition.to_source(marker or title).start,
        }
        for level, marker, title in sorted(places, key=lambda place: place[1].start)
    ]


def _place(part: Section | Item) -> tuple[str, Span, Span]:
    return ("item" if isinstance(part, Item) else part.level), part.marker, part.title


_LISTINGS: dict[str, Callable[[Source], list[Row]]] = {"figures": figure_rows, "measures": measure_rows, "outline": outline_rows}


def table(rows: Sequence[Row]) -> str:
    """Rows under their names, in columns that line up where a Han character is two wide."""
    if not rows:
        return ""
    cells = [list(rows[0]), *([_shown(value) for value in row.values()] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return "".join(_line(line, widths) for line in cells)


def _shown(value: object) -> str:
    words = " ".join(str(value).split())
    while _width(words) > _WIDEST:
        words = words[:-2].rstrip("…") + "…"
    return words


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(_padded(cells, widths)).rstrip() + "\n"


def _padded(cells: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    return (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
