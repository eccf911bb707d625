"""Decoys: numbers that are not figures: dates, ordinals, document numbers, list marks, names, slogans."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from report_browser.figures.lexicon.load import lexicon

_FRAGMENTS = {
    "{n}": "(?:[0-9]{1,9})",
    "{c}": "(?:[一二三四五六七八九十百两]{1,4})",
    "{a}": "(?:[0-9]{1,9}|[一二三四五六七八九十百两几数]{1,4})",
    "{d}": "0-9",
    "{w}": "0-9A-Za-z_",
}


def find_decoys(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text with half-width digits has numbers that are no figures: starts and ends, in order, no overlaps."""
    return tuple(match.span() for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        "|".join(_fill(pattern) for pattern in chain.from_iterable(lexicon("decoys").values())), re.MULTILINE
    )


def _fill(pattern: str) -> str:
    for name, fragment in _FRAGMENTS.items():
        pattern = pattern.replace(name, fragment)
    return pattern
