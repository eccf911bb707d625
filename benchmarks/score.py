"""Score the extraction of figures against tests/gold: precision, recall and F1, and the errors in their sentences.

Run as `make score` or `python -m benchmarks.score [NAME …]`. A figure's number is right where its span is the label's
exactly; +unit is number and unit; the rows below that are number, unit and the field named; `all` is everything.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from report_browser.figures.figure import Figure, extract_figures
from report_browser.outline.headings import parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import read_source
from report_browser.text.span import Span

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests/gold"
_BACK = 40  # characters before the last label's number in which the next label's context may begin


@dataclass(frozen=True)
class Label:
    """One figure as labelled by hand; `span` is its number's place in the source."""

    span: Span
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """One figure as extracted; `span` is its number's place in the source."""

    span: Span
    figure: Figure
    sentence: str


@dataclass(frozen=True)
class Score:
    """How many of the labels and of the figures found answer to each other."""

    right: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.labelled) if self.found + self.labelled else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.labelled + other.labelled)


def names() -> list[str]:
    """The gold texts."""
    return sorted(path.stem for path in GOLD.glob("*.yml"))


def text_path(name: str) -> Path:
    """The file that a gold text's labels are of."""
    own = GOLD / f"{name}.txt"
    return own if own.exists() else ROOT / f"seeds/{name}.txt"


def read_labels(name: str) -> list[Label]:
    """The labels of a gold text, each found in it. Raises `ValueError` where one is not."""
    text = read_source(text_path(name)).text
    labels: list[Label] = []
    for fields in yaml.safe_load((GOLD / f"{name}.yml").read_text("utf-8")):
        last = labels[-1].span if labels else Span(0, 0)
        labels.append(Label(_place(text, fields["context"], fields["number"], last), fields))
    return labels


def _place(text: str, context: str, number: str, last: Span) -> Span:
    at = text.find(context, max(last.start - _BACK, 0))
    while at >= 0:
        start = at + context.index(number)
        if start >= last.end:
            return Span(start, start + len(number))
        at = text.find(context, at + 1)
    raise ValueError(f"no {number!r} in {context!r} behind character {last.end}")


def extract(name: str) -> list[Found]:
    """The figures that the extractor finds in a gold text."""
    edition = mechanical_edition(read_source(text_path(name)))
    text = edition.reading
    figures = extract_figures(text, parse_outline(text))
    return [Found(edition.to_source(one.number), one, one.sentence.of(text)) for one in figures]


def _plain(subject: str) -> str:
    return re.sub(r"[\s“”‘’\"「」《》]", "", _plain_width(subject))


def _plain_width(words: str) -> str:
    """Words with brackets of one width: the mechanical edition makes them full-width."""
    return words.replace("（", "(").replace("）", ")")


def is_one_of(label: str, word: str) -> bool:
    """Whether a word is one of a label's alternatives, of which `-` is none."""
    return _plain(word) in {_plain(one).removeprefix("-") for one in label.split("|")}


def same_subject(label: str, subject: str) -> bool:
    """Whether a subject is one of a label's alternatives, spaces and quotation marks apart."""
    return _plain(subject) in {_plain(one) for one in label.split("|")}


Check = Callable[[Mapping[str, str], Figure], bool]
_CHECKS: dict[str, Check] = {
    "unit": lambda label, one: (
        _plain_width(label["unit"]) == _plain_width(one.unit)
        and (bool(one.unit) or label.get("inferred", "") == one.inferred_unit)
    ),
    "value": lambda label, one: label["value"] == one.value,
    "qualifier": lambda label, one: label["qualifier"] == one.qualifier,
    "period": lambda label, one: label["period"] == one.period,
    "subject": lambda label, one: same_subject(label["subject"], one.subject),
    "aspect": lambda label, one: is_one_of(label["aspect"], one.aspect),
    "status": lambda label, one: is_one_of(label["status"], one.status),
    "property": lambda label, one: is_one_of(label["property"], one.measured_property),
    "entity": lambda label, one: is_one_of(label["entity"], one.measured_entity),
}
_NAMES = {"property": "measured_property", "entity": "measured_entity"}  # where a figure calls it otherwise
MEASURES: dict[str, tuple[str, ...]] = {
    "number": (),
    "+unit": ("unit",),
    **{f"+{field}": ("unit", field) for field in tuple(_CHECKS)[1:]},
    "all": tuple(_CHECKS),
}


def score(labels: Sequence[Label], found: Sequence[Found]) -> dict[str, Score]:
    """A score for each of `MEASURES`."""
    by_span = {one.span: one.figure for one in found}
    wrong = [_wrong(label, by_span[label.span]) for label in labels if label.span in by_span]
    return {
        measure: Score(sum(not set(fields) & set(bad) for bad in wrong), len(found), len(labels))
        for measure, fields in MEASURES.items()
    }


def _wrong(label: Label, figure: Figure) -> list[str]:
    return [field for field, check in _CHECKS.items() if not check(label.fields, figure)]


def errors(labels: Sequence[Label], found: Sequence[Found]) -> Iterator[str]:
    """What is missing, what should not be there, and which fields are wrong, each with its sentence."""
    by_span = {one.span: one for one in found}
    labelled = {label.span for label in labels}
    for label in labels:
        if not (one := by_span.get(label.span)):
            yield f"missing {label.fields['number']}{label.fields['unit']}: …{label.fields['context']}…"
            continue
        for field in _wrong(label, one.figure):
            got, wanted = getattr(one.figure, _NAMES.get(field, field)), label.fields[field]
            yield f"{field} of {label.fields['number']}{label.fields['unit']}: {got!r}, not {wanted!r}: {one.sentence}"
    for one in found:
        if one.span not in labelled:
            yield f"not a figure {one.figure.value}{one.figure.unit}: {one.sentence}"


def main(chosen: Sequence[str]) -> None:
    """Print the scores of all gold texts, or of those named, and their errors."""
    total = dict.fromkeys(MEASURES, Score(0, 0, 0))
    for name in chosen or names():
        labels, found = read_labels(name), extract(name)
        scores = score(labels, found)
        total = {measure: total[measure] + one for measure, one in scores.items()}
        print(f"\n{name}: {len(labels)} labels, {len(found)} figures\n{_table(scores)}")
        for error in errors(labels, found):
            print(f"  {error}")
    print(f"\nin total\n{_table(total)}")


def _table(scores: Mapping[str, Score]) -> str:
    rows = (f"  {name:12}{one.precision:10.3f}{one.recall:10.3f}{one.f1:10.3f}" for name, one in scores.items())
    return "\n".join([f"  {'':12}{'precision':>10}{'recall':>10}{'F1':>10}", *rows])


if __name__ == "__main__":
    main(sys.argv[1:])
