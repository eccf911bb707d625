"""The lexicon: the words of government prose that the extraction knows, as data files of this package."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> Any:
    """The values of `NAME.yml` in this folder."""
    return yaml.safe_load(files("report_browser.figures.lexicon").joinpath(f"{name}.yml").read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))
