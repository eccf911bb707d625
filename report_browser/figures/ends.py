"""Ends: what a change of a share came to, where the text says it in a word instead of a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from report_browser.figures.figure import Figure
from report_browser.figures.lexicon.load import either, lexicon

_LONGEST_GAP = 30  # characters behind a number that are looked at
_FURTHEST = 120  # characters before one
_CLAUSE = re.compile("[，。；：！？]")


@dataclass(frozen=True, slots=True)
class InferredEnd:
    """What a change ended in where the text says it in a word, in the unit of what was before: 100 from 全部."""

    value: Decimal
    word: str


def find_end(text: str, figure: Figure) -> InferredEnd | None:
    """All of what a share is of, where a change from it ends in that: 由23%的女性全部变为女性, 由60%提高到全覆盖."""
    if figure.aspect != "share" or figure.base_unit != "%" or not figure.values or not goes_from(text, figure):
        return None
    end = max(figure.number.end, figure.unit_span.end)
    found = _all().match(_CLAUSE.split(text[end : min(end + _LONGEST_GAP, figure.sentence.end)])[0])
    return InferredEnd(Decimal(100), found["word"] or found["end"]) if found else None


def goes_from(text: str, figure: Figure) -> bool:
    """Whether 由 or 从 stands in the clause before a figure."""
    clause = _CLAUSE.split(text[max(figure.sentence.start, figure.number.start - _FURTHEST) : figure.number.start])[-1]
    return "由" in clause or "从" in clause


@cache
def _all() -> re.Pattern[str]:
    """All of a thing became that thing, or the change came to a word for the whole."""
    words = lexicon("ends")
    becoming, rising = either(words["becoming"]), either([*words["becoming"], *words["reaching"]])
    return re.compile(
        rf"的?(?P<thing>[^，]{{1,12}}?)(?P<word>{either(words['all'])})(?:{becoming})(?:了)?(?P=thing)\Z"
        rf"|(?:{rising})(?:了)?(?P<end>{either(words['wholes'])})\Z"
    )
