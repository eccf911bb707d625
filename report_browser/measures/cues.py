"""Cues: the lexicon of acts as patterns that are compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon() -> Any:
    """The values of `lexicon.yml` in this folder."""
    return yaml.safe_load(files("report_browser.measures").joinpath("lexicon.yml").read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for the words of one list of the lexicon."""
    return re.compile(either(lexicon()[name]))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern that the lexicon spells out."""
    return re.compile(lexicon()[name])


@cache
def opening(name: str) -> re.Pattern[str]:
    """A pattern for the words of one list at the head of a clause, words of manner before them."""
    return re.compile(rf"(?:{either(lexicon()['manners'])})*?(?:{either(lexicon()[name])})")


@cache
def kinds_of_verbs() -> dict[str, str]:
    """By verb: the kind of measure that it is of itself."""
    return {verb: kind for kind, verbs in reversed(lexicon()["acts"].items()) for verb in verbs}


@cache
def verbs() -> re.Pattern[str]:
    """A pattern for all verbs, soft ones included."""
    return re.compile(either([*kinds_of_verbs(), *lexicon()["soft"]]))


@cache
def soft() -> frozenset[str]:
    """The verbs that say something only with a named thing behind them."""
    return frozenset(lexicon()["soft"])
