"""Bases: what a change, growth, multiple or difference is counted from, as printed: 比上年, 是2011年的, 高于省定标准."""

from __future__ import annotations

import re
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause, Context

_FURTHEST = 40  # characters before a number that are looked at


def find_base(context: Context, clause: Clause) -> str:
    """The words in a number's clause that say what it is compared with; empty where none do."""
    own = context.own(clause, _FURTHEST)
    found = next((match for pattern in _patterns() if (match := pattern.search(own))), None)
    return found["base"] if found else ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = lexicon("phrases")
    verbs = either([*words["rises"], *words["falls"], *lexicon("aspects")["comparatives"]])
    differences = either(lexicon("aspects")["differences"])
    exceeded = either(lexicon("aspects")["exceeded"])
    return (
        re.compile(
            rf"(?P<base>同比|环比|(?:较|比|与)(?![例重率值])[^，]{{1,16}}?(?:相比|比)?)(?:分别|年均|净|累计|大幅|又|还|约|已)*(?:{verbs}|翻)"
        ),
        re.compile(r"(?P<base>(?:是|为|相当于|恢复[到至])[^，]{1,16}的?)\Z"),
        re.compile(rf"(?P<base>(?:{differences})[^，0-9]{{2,16}}?)(?:约|近)?\Z"),
        re.compile(rf"(?P<base>超[^，过]{{0,3}}(?:{exceeded}))"),
    )
