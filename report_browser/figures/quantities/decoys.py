"""Decoys: numbers that are no figures: dates, ordinals, document numbers, list marks, names, slogans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from report_browser.figures.lexicon.load import either, lexicon

_LATIN = re.compile("[A-Za-z]")
_FRAGMENTS = {
    "{n}": "(?:[0-9]{1,9})",
    "{c}": "(?:[一二三四五六七八九十百两]{1,4})",
    "{a}": "(?:[0-9]{1,9}|[一二三四五六七八九十百两几数]{1,4})",
    "{d}": "0-9",
    "{w}": "0-9A-Za-z_",
}


def find_decoys(text: str) -> tuple[tuple[int, int], ...]:
    """The decoys of a text with half-width digits: their starts and ends, in order; none overlap."""
    return tuple(match.span() for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    patterns = "|".join(chain.from_iterable(lexicon("decoys").values()))
    for name, fragment in {**_FRAGMENTS, "{u}": f"(?:{either(_latin_units())})"}.items():
        patterns = patterns.replace(name, fragment)
    return re.compile(patterns, re.MULTILINE)


def _latin_units() -> Iterator[str]:
    """The units that begin with a Latin letter, which a number with letters behind it may have: 5km is no name."""
    words = chain.from_iterable(group["units"] for group in lexicon("units")["groups"].values())
    return (word for word in words if _LATIN.match(word))
