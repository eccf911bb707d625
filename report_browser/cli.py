"""The command line: lists of figures, measures or headings of any text file, and the summary at the end of a build."""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

from report_browser.editorial.files import read_content
from report_browser.errors import ReportError
from report_browser.figures.figure import Figure, extract_figures
from report_browser.findings.naming import Kind
from report_browser.findings.promises import Record, read_record
from report_browser.findings.report import Report
from report_browser.measures.rows import measure_rows
from report_browser.outline.headings import parse_outline
from report_browser.outline.outline import Item, Section
from report_browser.text.edition import Edition
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import Source, read_source
from report_browser.text.span import Span

Door = Literal["figures", "measures", "outline"]  # what `python -m report_browser.…` lists
Fields = dict[str, str | int]  # one line of a list: values by name

_WIDEST = 40  # columns of a terminal that one value of a table takes


def main(what: Door, arguments: Sequence[str] | None = None) -> int:
    """List the figures, the measures or the outline of one file on standard output. Returns 0, or 2 where the file cannot be used."""
    parser = argparse.ArgumentParser(f"python -m report_browser.{what}", description=f"The {what} of a text file.")
    parser.add_argument("file", type=Path, help="a text: UTF-8, UTF-16 with BOM or GB 18030")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the folder with permalinks.yml, for ids")
    options = parser.parse_args(arguments)
    write_utf8()
    try:
        source = read_source(options.file)
        rows = with_ids(_LISTINGS[what](source), read_record(read_content(options.content, "permalinks"), source), what)
    except ReportError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if options.format == "json" else table(rows))
    return 0


def write_utf8() -> None:
    """Print as UTF-8 whatever the locale: many encodings have no Chinese characters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def figure_rows(source: Source) -> list[Fields]:
    """The figures of a source, in text order.

    `start` and `end` count the source's characters from 0; `number` is what stands there, with any page mark inside.
    """
    edition = mechanical_edition(source)
    figures = extract_figures(edition.reading, parse_outline(edition.reading))
    return [_figure_row(edition, figure) for figure in figures]


def _figure_row(edition: Edition, figure: Figure) -> Fields:
    span = edition.to_source(figure.number)
    return {
        "start": span.start,
        "end": span.end,
        "number": span.of(edition.source),
        "value": figure.value,
        "unit": figure.unit,
        "inferred_unit": figure.inferred_unit,
        "qualifier": figure.qualifier,
        "bound": figure.bound,
        "period": figure.period,
        "subject": figure.subject,
        "scope": figure.scope,
        "property": figure.measured_property,
        "entity": figure.measured_entity,
        "aspect": figure.aspect,
        "status": figure.status,
        "base": edition.to_source(figure.base_number).start if figure.base_number else figure.base,
        "carried_period": figure.carried_period,
        "stage": figure.stage,
    }


def outline_rows(source: Source) -> list[Fields]:
    """Title, sections and items of a source, in text order; `start` counts the source's characters from 0."""
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


def with_ids(rows: Sequence[Fields], record: Record, what: Door) -> Sequence[Fields]:
    """Rows with the ids that the record has for their kinds and starts, empty where it has none; as they are without it."""
    if record.at is None:
        return rows
    ids = {one.place.start: one.id for one in record.kept if one.place and one.stands and one.kind in _KINDS[what]}
    return [{**row, "id": ids.get(int(row["start"]), "")} for row in rows]


def _place(part: Section | Item) -> tuple[str, Span, Span]:
    """Level, marker and title; the level of an item is `item`."""
    return ("item" if isinstance(part, Item) else part.level), part.marker, part.title


_KINDS: Mapping[Door, tuple[Kind, ...]] = {
    "figures": ("figure",),
    "outline": ("section", "item"),
    "measures": ("measure", "document", "honour", "reference"),
}
_LISTINGS: Mapping[Door, Callable[[Source], list[Fields]]] = {
    "figures": figure_rows,
    "measures": measure_rows,
    "outline": outline_rows,
}


def table(rows: Sequence[Fields]) -> str:
    """Rows in columns under the names of their values; a Han character counts as two columns. Empty without rows."""
    if not rows:
        return ""
    cells = [list(rows[0]), *([_shortened(value) for value in row.values()] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return "".join(_line(line, widths) for line in cells)


def _shortened(value: object) -> str:
    """A value on one line, cut off with … where it is too wide."""
    words = " ".join(str(value).split())
    while _width(words) > _WIDEST:
        words = words[:-2].rstrip("…") + "…"
    return words


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(_padded(cells, widths)).rstrip() + "\n"


def _padded(cells: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    return (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def summary(report: Report, pages: int, seconds: float, out: Path | None) -> str:
    """What a build found, how many pages it wrote, and where; `out` is None where it only checked."""
    lines = [
        f"{report.source.name}: {report.source.size} bytes, {report.source.encoding}, SHA-256 {report.source.sha256}",
        f"{len(report.sections)} sections, {_count_paragraphs(report)} paragraphs",
        f"{len(report.figures)} figures, {len(report.measures)} measures, {len(report.edits)} edits",
        *(f"  {line}" for line in _edit_counts(report)),
        *(
            f"notice: {notice.printed!r} does not follow; read as {notice.read_as!r}"
            for notice in report.outline.notices
        ),
        *(["notice: the text breaks off in mid-sentence"] if report.outline.truncated else []),
        *(
            f"notice: {one.printed + one.figure.unit!r} is no number that a rule reads; kept as printed, without a value"
            for one in report.figures
            if not one.figure.values
        ),
        *_unaccepted(report),
    ]
    done = f"{pages} pages written" if out else "checked, nothing written"
    return "\n".join([*lines, f"{done}, {seconds:.1f} s{f'; look at {out}/index.html' if out else ''}"])


def _unaccepted(report: Report) -> list[str]:
    """A notice where links may still change."""
    permalinks = report.permalinks
    if permalinks.record.at is None:
        return ["notice: no record of this text's ids, so links to it may change; --accept begins one"]
    new = permalinks.unaccepted
    return [f"notice: {len(new)} new ids, {new[0]} and others; --accept records them"] if new else []


def _count_paragraphs(report: Report) -> int:
    return sum(len(section.paragraphs) for section in report.outline.all_sections)


def _edit_counts(report: Report) -> list[str]:
    """A line for each kind of edit and certainty, the most frequent first."""
    counts = Counter((record.edit.kind, record.edit.certainty) for record in report.edits)
    return [f"{number:4d} {kind}, {certainty}" for (kind, certainty), number in counts.most_common()]
