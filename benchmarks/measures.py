"""Score the extraction of measures against tests/gold/measures, with the errors in their sentences.

Run as `python -m benchmarks.measures [NAME …]`. Labels and finds are matched one to one. Precision and recall count any
pair that overlaps half of the shorter; F only pairs whose intersection over union is at least .5; starts and ends are
the share of the matched pairs that begin or end exactly as labelled. Documents, honours and references are rows of
their own; what is vague, labelled or found, counts neither way.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from benchmarks.matching import APART, Record, bare, is_half, overlap, pairs
from benchmarks.score import GOLD, text_path
from report_browser.figures.figure import extract_figures
from report_browser.measures.find import find_measures
from report_browser.outline.headings import parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import read_source
from report_browser.text.span import Span

LABELS = GOLD / "measures"
ACTS = ("organisation", "regulation", "finance", "information", "provision")


@dataclass(frozen=True)
class Tally:
    """Counts of matched, found and labelled measures; tallies of several texts add up."""

    met: int = 0
    tight: int = 0
    starts: int = 0
    ends: int = 0
    kinds: int = 0
    statuses: int = 0
    found: int = 0
    labelled: int = 0

    @property
    def precision(self) -> float:
        return _share(self.met, self.found)

    @property
    def recall(self) -> float:
        return _share(self.met, self.labelled)

    @property
    def f1(self) -> float:
        return _share(2 * self.tight, self.found + self.labelled)

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def names() -> list[str]:
    """The texts whose measures are labelled."""
    return sorted(path.stem for path in LABELS.glob("*.yml"))


def read_labels(name: str) -> list[Record]:
    """The labelled measures of a text. Raises `ValueError` where one is not in it."""
    text = read_source(text_path(name)).text
    entries: list[dict[str, Any]] = yaml.safe_load((LABELS / f"{name}.yml").read_text("utf-8"))
    last, records = 0, []
    for entry in entries:
        span = _place(text, entry["span"], last, entry.get("nth"))
        last = span.start
        mentions = tuple(_place(text, words, 0, None) for words in entry.get("mentions", ()))
        records.append(Record(span, entry["kind"], bool(entry.get("vague")), entry.get("status", ""), mentions))
    return records


def _place(text: str, words: str, last: int, nth: int | None) -> Span:
    if nth:
        at = -1
        for _ in range(nth):
            at = text.find(words, at + 1)
    else:
        at = max(text.find(words, last), -1)
        at = text.find(words) if at < 0 else at
    if at < 0:
        raise ValueError(f"no {words!r} in the text")
    return Span(at, at + len(words))


def extract(name: str) -> list[Record]:
    """The measures that are found in a text."""
    edition = mechanical_edition(read_source(text_path(name)))
    reading = edition.reading
    outline = parse_outline(reading)
    found = find_measures(reading, outline, extract_figures(reading, outline))
    return [Record(edition.to_source(one.span), one.kind, one.vague, one.status) for one in found]


def tally(text: str, labels: Sequence[Record], found: Sequence[Record], kinds: Sequence[str]) -> Tally:
    """The tally of some kinds: a pair is of its label's kind, a find without one of its own."""
    matched = [
        (label, one)
        for label, one in pairs(text, labels, found)
        if label.kind in kinds and not (label.vague or one.vague)
    ]
    return Tally(
        len(matched),
        sum(overlap(text, label.span, one.span) >= 0.5 for label, one in matched),  # noqa: PLR2004
        sum(bare(text, label.span).start == bare(text, one.span).start for label, one in matched),
        sum(bare(text, label.span).end == bare(text, one.span).end for label, one in matched),
        sum(label.kind == one.kind for label, one in matched),
        sum(label.status == one.status for label, one in matched),
        len(matched) + sum(one.kind in kinds for one in _unmatched_finds(text, labels, found)),
        sum(label.kind in kinds and not label.vague for label in labels),
    )


def _unmatched_finds(text: str, labels: Sequence[Record], found: Sequence[Record]) -> list[Record]:
    """The false finds: those that are not vague, meet no label and are no further mention of one."""
    matched = {id(one) for _, one in pairs(text, labels, found)}
    mentions = [mention for label in labels for mention in label.mentions]
    return [
        one
        for one in found
        if id(one) not in matched and not one.vague and not any(is_half(mention, one.span) for mention in mentions)
    ]


def errors(text: str, labels: Sequence[Record], found: Sequence[Record]) -> Iterator[str]:
    """What is missed, found falsely or cut otherwise than labelled, each in its sentence."""
    matched = pairs(text, labels, found)
    met = {id(label) for label, _ in matched}
    lines = [(one.span, f"FALSE {one.kind}: {_shown(text, one.span)}") for one in _unmatched_finds(text, labels, found)]
    lines += [
        (one.span, f"MISS  {one.kind}: {_shown(text, one.span)}")
        for one in labels
        if id(one) not in met and not one.vague
    ]
    for label, one in matched:
        if bare(text, label.span) != bare(text, one.span):
            wanted = _plain(label.span.of(text))
            lines.append((one.span, f"cut   {_shown(text, one.span)}\n        not {wanted}"))
        if label.kind != one.kind:
            lines.append((one.span, f"kind  {one.kind}, not {label.kind}: {_plain(label.span.of(text))}"))
        if label.status != one.status:
            lines.append((one.span, f"state {one.status}, not {label.status}: {_plain(label.span.of(text))}"))
    return (line for _, line in sorted(lines, key=lambda line: line[0]))


def _shown(text: str, span: Span) -> str:
    start = max(text.rfind("。", 0, span.start) + 1, span.start - 50)
    end = text.find("。", span.end)
    end = min(end if end >= 0 else len(text), span.end + 30)
    return f"{_plain(text[start : span.start])}【{_plain(span.of(text))}】{_plain(text[span.end : end])}"


def _plain(words: str) -> str:
    return re.sub(r"\s*\n\s*", "¶", words)


def rows(text: str, labels: Sequence[Record], found: Sequence[Record]) -> dict[str, Tally]:
    """The tallies of a text: all acts, then each kind."""
    groups = {"measures": ACTS, **{kind: (kind,) for kind in (*ACTS, *APART)}}
    return {name: tally(text, labels, found, kinds) for name, kinds in groups.items()}


def table(scores: Mapping[str, Tally]) -> str:
    """The scores as lines of text."""
    head = f"  {'':14}{'precision':>10}{'recall':>8}{'F':>6}{'start':>7}{'end':>6}{'kind':>6}{'status':>8}{'found':>7}{'labels':>7}"
    lines = (
        f"  {name:14}{one.precision:10.2f}{one.recall:8.2f}{one.f1:6.2f}{_share(one.starts, one.met):7.2f}"
        f"{_share(one.ends, one.met):6.2f}{_share(one.kinds, one.met):6.2f}{_share(one.statuses, one.met):8.2f}"
        f"{one.found:7}{one.labelled:7}"
        for name, one in scores.items()
    )
    return "\n".join([head, *lines])


def total(chosen: Sequence[str]) -> dict[str, Tally]:
    """The tallies of several texts together."""
    every: dict[str, Tally] = {}
    for name in chosen:
        text = read_source(text_path(name)).text
        for row, one in rows(text, read_labels(name), extract(name)).items():
            every[row] = every.get(row, Tally()) + one
    return every


def main(chosen: Sequence[str]) -> None:
    """Print the scores and errors of the texts named, or of all."""
    for name in chosen or names():
        text, labels, found = read_source(text_path(name)).text, read_labels(name), extract(name)
        print(f"\n{name}\n{table({'measures': rows(text, labels, found)['measures']})}")
        for error in errors(text, labels, found):
            print(f"  {error}")
    print(f"\nin total\n{table(total(chosen or names()))}")


if __name__ == "__main__":
    main(sys.argv[1:])
