"""Words: where Chinese text, which has no spaces, parts into words, and what kind of word each is.

jieba's dictionary parts it, with the words of `data/phrases.yml` added, in a tokenizer of this module's own, so that
the site's search stays as it is.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Literal

import jieba

from report_browser.figures.lexicon.load import lexicon

Kind = Literal["verb", "nominal", "kept", "preposition", "other verb", ""]

_LISTS: dict[str, Kind] = {"prepositions": "preposition", "verbs": "verb", "nominal": "nominal", "kept": "kept"}
_RARE = 3  # times that a word stood in jieba's corpus; up to here many are none: 率控制
_REMEMBERED = 64  # clauses: the rules ask several times of the same one


@dataclass(frozen=True, slots=True)
class Word:
    """One word at `start` of the text it was parted from."""

    text: str
    start: int
    kind: Kind

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=_REMEMBERED)
def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; together they are the text."""
    words = list(_tokenizer().cut(text, HMM=False))
    starts = accumulate(map(len, words), initial=0)
    return tuple(Word(word, start, _kinds().get(word, "")) for word, start in zip(words, starts, strict=False))


@cache
def _tokenizer() -> jieba.Tokenizer:
    logging.getLogger("jieba").setLevel(logging.WARNING)  # it tells of its cache on every start
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    strays = frozenset(lexicon("phrases")["not words"])
    tokenizer.FREQ = {word: 0 if n <= _RARE or word in strays else n for word, n in tokenizer.FREQ.items()}
    for word in (word for name in _LISTS for word in lexicon("phrases")[name]):
        tokenizer.add_word(word)
    return tokenizer


@cache
def _kinds() -> dict[str, Kind]:
    """By word: what the lexicon says of it, else what jieba's dictionary does."""
    listed = {word: kind for name, kind in _LISTS.items() for word in lexicon("phrases")[name]}
    return {**_tagged(), **listed}


def _tagged() -> dict[str, Kind]:
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return {word: "other verb" for word, _, tag in entries if tag == "v" and len(word) > 1}
