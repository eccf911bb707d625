"""Loading: the YAML files of this folder as Python values, and patterns made of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> Any:
    """What `NAME.yml` of this folder holds; each file is read once."""
    return yaml.safe_load(files("report_browser.figures.lexicon").joinpath(f"{name}.yml").read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`; where several fit, the longest is taken."""
    return "|".join(re.escape(word) for word in sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))
