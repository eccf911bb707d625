"""Runs: quantities between which only 、 or 和 stands get their subjects together, those of a sentence run by run.

A subject is the shortest phrase that is understood without its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_browser.figures.lexicon.load import lexicon
from report_browser.figures.measured.clauses import Clause, Subject
from report_browser.figures.measured.noun_phrases import noun_after, noun_before
from report_browser.figures.measured.rules import subject_of
from report_browser.figures.measured.segmentation import split_words
from report_browser.figures.quantities.units import UnitKind

_MOST_SUBJECTS = 24  # that a rule looks back at, so that the time for a very long sentence grows with its length only


def find_subjects(text: str, clauses: Sequence[Clause]) -> tuple[Subject, ...]:
    """The subject of each of one sentence's clauses, in order."""
    subjects: list[Subject] = []
    said: list[Subject] = []  # those outside brackets, from which the sentence goes on
    before: Sequence[Clause] = ()
    for run in _runs(clauses):
        named = _name_run(text, _Run(run, before, (subjects if run[0].aside else said)[-_MOST_SUBJECTS:]))
        subjects += named
        said += [] if run[0].aside else named
        before = run
    return tuple(subjects)


@dataclass(frozen=True, slots=True)
class _Run:
    """The clauses of one run, those of the run before it, and the subjects of the sentence so far."""

    clauses: Sequence[Clause]
    before: Sequence[Clause]
    subjects: Sequence[Subject]


def _runs(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """The clauses of a sentence, parted where more than 、 or 和 stands between two quantities."""
    run: list[Clause] = []
    for clause in clauses:
        if run and not clause.position:
            yield run
            run = []
        run.append(clause)
    yield from [run] if run else []


def _name_run(text: str, run: _Run) -> list[Subject]:
    """A subject for each clause of a run: that of the first, or each its own where as many things are named as numbers."""
    clauses = run.clauses
    first = subject_of(text, clauses[0], run.subjects)
    named = [first, *(_joined(text, clause, first) for clause in clauses[1:])]
    members = _members(text, run, first) if len(clauses) > 1 and not first.counted else ()
    return [_told_apart(one, *member) for one, member in zip(named, members, strict=True)] if members else named


def _told_apart(one: Subject, topic: str, own: str) -> Subject:
    """A subject with the topic of one number, 小学, in place of that of the list, 小学、初中; `own` is what each measures."""
    text = one.text.replace(one.topic, f"{topic}{own}") if one.topic else topic
    return replace(one, text=text, topic=f"{topic}{own}")


def _joined(text: str, clause: Clause, first: Subject) -> Subject:
    """The subject of a later clause of a run: what is counted behind its number, else that of the first clause."""
    noun = noun_after(text, clause.right.start, clause.right.end)
    counts = noun and clause.quantity.unit.counts
    return Subject(noun.of(text), noun.of(text), noun) if counts else first


def _members(text: str, run: _Run, first: Subject) -> Sequence[tuple[str, str]]:
    """The thing that each number of a run is for, and what is measured of it; empty where they are not told apart.

    They are those of a word for several (城乡: 城镇, 农村), those listed before the run (小学、初中分别为), the ages of the
    run before it, or the last topics of the sentence.
    """
    size, topic = len(run.clauses), first.topic.partition("分别")[0]
    if names := _names_in(topic, size):
        return [(name, "") for name in names]
    left = run.clauses[0].left
    for word, names in lexicon("phrases")["together"].items():
        if f"{word}对" in left and len(names) == size:  # 三次产业对经济增长的贡献率
            return [(f"{name}对{topic}", "") for name in names]
    if "分别" not in left and "各" not in left and first.topic not in [one.topic for one in run.subjects]:
        return ()
    if len(run.before) == size and run.before[0].quantity.unit.kind == UnitKind.AGE:
        return [(clause.quantity.phrase.of(text), "") for clause in run.before]
    said = (one.topic if one.change else one.text for one in run.subjects)
    topics = list(dict.fromkeys(filter(None, said)))[-size:]
    own = "" if topic in topics or not noun_before(left) else topic
    return [(name, own) for name in topics] if len(topics) == size else ()


def _names_in(topic: str, size: int) -> Sequence[str]:
    """The things that a topic lists if it lists `size` of them: 小学 and 初中 of 小学、初中; else empty."""
    for word, names in lexicon("phrases")["together"].items():
        if word in topic and len(names) == size:
            return [topic.replace(word, name) for name in names]
    listed = re.split("、|和|与|以及|及", topic)
    return _completed(listed) if len(listed) == size and all(listed) else ()


def _completed(names: Sequence[str]) -> Sequence[str]:
    """Names with the words completed that only the last one has: 城镇 of 城镇、农村居民人均可支配收入 is 城镇居民人均可支配收入."""
    *others, last = names
    first, *rest = (word.text for word in split_words(last))
    if rest and all(len(name) == len(first) for name in others):
        return [*(name + "".join(rest) for name in others), last]
    per = re.search("(?:人均|户均|生均|校均|亩均|平均|年均).+$", last)
    return [*(name if name.endswith(last[-1]) else name + per[0] for name in others), last] if per else names
