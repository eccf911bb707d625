"""Lists: items, their headings, and lists that tell results, problems or targets and so hold no act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_browser.measures.clauses import Reading

_LONGEST_HEADING = 26  # characters
_NO_ACTS = re.compile(
    "(?:变化|成效|成绩|效果|特点|问题|困难|不足|差距|现象|倾向|目标|指标|体会|启示|原因)(?:是|为|有|如下|包括|主要有|主要是|表现为|表现在)?$"
)
_PROBLEMS = re.compile("(?:目前|当前)?存在的?(?:主要|突出)?(?:问题|困难|不足)(?:[与和及][^，]{2,4})?")
_ITEM = re.compile("[（(]?[一二三四五六七八九十0-9①-⑳]")
_FIRST = re.compile("[（(]?(?:一|1(?![0-9])|①)(?![二三四五六七八九十])")


@dataclass(frozen=True, slots=True)
class Part:
    """The readings of one item, or of what stands before and between items; `heading` where it has one."""

    readings: tuple[Reading, ...]
    heading: Reading | None = None


def find_parts(text: str, readings: Sequence[Reading]) -> Iterator[Part]:
    """A section's clauses cut where an item begins; what a list of results, problems or targets tells is left out."""
    barren = fresh = False
    for run in _runs(readings):
        mark = run[0].clause.mark
        barren = barren and bool(_ITEM.match(mark)) and (fresh or not _FIRST.match(mark))
        first = run[0].clause.sentence
        kept = [one for one in run if one.clause.sentence != first] if barren else list(run)
        at = next((at for at, one in enumerate(kept) if _announces(text, one)), None)
        barren = barren or (at is not None and kept[at].clause.sentence == kept[-1].clause.sentence)
        fresh = at is not None
        if at is not None:
            sentence = kept[at].clause.sentence
            kept = [one for n, one in enumerate(kept) if n < at or one.clause.sentence != sentence]
        if kept:
            yield _part(kept)


def _announces(text: str, reading: Reading) -> bool:
    """Whether a clause announces results, problems or targets, as 发生了巨大变化： does."""
    close, words = reading.clause.close, text[reading.start : min(reading.end, reading.start + 20)]
    if _PROBLEMS.fullmatch(words):
        return True
    return close in ("：", ":") and bool(_NO_ACTS.search(text, max(reading.end - 12, reading.start), reading.end))


def _runs(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Readings from one list mark or paragraph to the next; an item that is a heading alone takes the next paragraph."""
    run: list[Reading] = []
    for one in readings:
        heading = len(run) == 1 and run[0].clause.mark and not run[0].clause.close
        if run and (one.clause.mark or (one.clause.opens and not heading)):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _part(run: Sequence[Reading]) -> Part:
    """A run with its heading apart: a short first sentence without figures that others follow."""
    first = run[0]
    alone = first.clause.mark and first.clause.close in ("。", "：", ":", "") and len(run) > 1
    if alone and len(first.clause.span) <= _LONGEST_HEADING and not first.figures:
        return Part(tuple(run[1:]), first)
    return Part(tuple(run))
