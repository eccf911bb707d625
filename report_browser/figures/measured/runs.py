"""Subjects: what each quantity of a sentence measures, the shortest phrase that is understood by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_browser.figures.lexicon.load import lexicon
from report_browser.figures.measured.clauses import Clause
from report_browser.figures.measured.comparisons import Subject
from report_browser.figures.measured.noun_phrases import noun_after, noun_before
from report_browser.figures.measured.rules import name_of
from report_browser.figures.measured.segmentation import split_words
from report_browser.figures.quantities.units import MEASURE, NOUN

_MOST_SUBJECTS = 24  # looked back at, so that a sentence without end takes no longer


def find_subjects(text: str, clauses: Sequence[Clause]) -> tuple[Subject, ...]:
    """The subjects of one sentence's quantities, in order."""
    subjects: list[Subject] = []
    said: list[Subject] = []  # outside brackets, which is what the sentence goes on about
    before: Sequence[Clause] = ()
    for run in _runs(clauses):
        named = _name_run(text, _Run(run, before, (subjects if run[0].aside else said)[-_MOST_SUBJECTS:]))
        subjects += named
        said += [] if run[0].aside else named
        before = run
    return tuple(subjects)


@dataclass(frozen=True, slots=True)
class _Run:
    """Quantities that only 、 or 和 parts, those of the run before, and the subjects said before."""

    clauses: Sequence[Clause]
    before: Sequence[Clause]
    subjects: Sequence[Subject]


def _runs(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """Quantities that only 、 or 和 parts, together."""
    run: list[Clause] = []
    for clause in clauses:
        if run and not clause.position:
            yield run
            run = []
        run.append(clause)
    yield from [run] if run else []


def _name_run(text: str, run: _Run) -> list[Subject]:
    """One subject each; where the words before a run name as many things as it has numbers, they are told apart."""
    clauses = run.clauses
    first = name_of(text, clauses[0], run.subjects)
    named = [first, *(_joined(text, clause, first) for clause in clauses[1:])]
    members = _members(text, run, first) if len(clauses) > 1 and not first.counted else ()
    return [_told_apart(one, *member) for one, member in zip(named, members, strict=True)] if members else named


def _told_apart(one: Subject, topic: str, own: str) -> Subject:
    """A subject with its own topic instead of the list's, 小学 for 小学、初中, and what is said of each: 生均面积."""
    text = one.text.replace(one.topic, f"{topic}{own}") if one.topic else topic
    return replace(one, text=text, topic=f"{topic}{own}")


def _joined(text: str, clause: Clause, first: Subject) -> Subject:
    noun = noun_after(text, clause.right.start, clause.right.end)
    counts = noun and clause.quantity.unit.kind in (MEASURE, NOUN)
    return Subject(noun.of(text), noun.of(text), noun) if counts else first


def _members(text: str, run: _Run, first: Subject) -> Sequence[tuple[str, str]]:
    """The things that a list of numbers is for, and what is said of each.

    They are those of a word that names several, those before 分别, those of an age before it, or the last ones that the
    sentence spoke of.
    """
    size, topic = len(run.clauses), first.topic.partition("分别")[0]
    for word, names in lexicon("phrases")["together"].items():
        if word in topic and len(names) == size:
            return [(topic.replace(word, name), "") for name in names]
    names = re.split("、|和|与|以及|及", topic)
    if len(names) == size and all(names):
        return [(name, "") for name in _completed(names)]
    left = run.clauses[0].left
    if "分别" not in left and "各" not in left and first.topic not in [one.topic for one in run.subjects]:
        return ()
    if len(run.before) == size and run.before[0].quantity.unit.kind == "age":
        return [(clause.quantity.phrase.of(text), "") for clause in run.before]
    said = (one.topic if one.change else one.text for one in run.subjects)
    topics = list(dict.fromkeys(filter(None, said)))[-size:]
    own = "" if topic in topics or not noun_before(left) else topic
    return [(name, own) for name in topics] if len(topics) == size else ()


def _completed(names: Sequence[str]) -> Sequence[str]:
    """城镇、农村居民人均可支配收入 are two incomes: what the last has in common stands for all."""
    *others, last = names
    first, *rest = (word.text for word in split_words(last))
    if rest and all(len(split_words(name)) == 1 and len(name) == len(first) for name in others):
        return [*(name + "".join(rest) for name in others), last]
    per = re.search("(?:人均|户均|平均|年均).+$", last)
    return [*(name if name.endswith(last[-1]) else name + per[0] for name in others), last] if per else names
