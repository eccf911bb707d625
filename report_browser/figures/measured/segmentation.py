"""Segmentation: Chinese text, which has no spaces, as words, and what kind of word each is.

The dictionary is jieba's with the words of `lexicon/phrases.yml` added. The tokenizer is this module's own: jieba's
common one, which the site's search uses, stays as it is.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Literal

import jieba

from report_browser.figures.lexicon.load import lexicon

WordKind = Literal["verb", "nominal", "kept", "preposition", "other verb", ""]

_LISTS: dict[str, WordKind] = {"prepositions": "preposition", "verbs": "verb", "nominal": "nominal", "kept": "kept"}
_RARE = 3  # words that stood no more often than this in jieba's corpus are left out; many are none: 率控制
_REMEMBERED = 64  # texts whose words are kept, since the rules ask several times for those of one clause


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `start` is its position in the text that was parted. `kind` is empty for most nouns."""

    text: str
    start: int
    kind: WordKind

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=_REMEMBERED)
def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; joined they are the text again, white space and punctuation included."""
    words = list(_tokenizer().cut(text, HMM=False))
    starts = accumulate(map(len, words), initial=0)
    return tuple(Word(word, start, _kinds().get(word, "")) for word, start in zip(words, starts, strict=False))


@cache
def _tokenizer() -> jieba.Tokenizer:
    logging.getLogger("jieba").setLevel(logging.WARNING)  # else it prints a line about its cache on every start
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    strays = frozenset(lexicon("phrases")["not words"])
    tokenizer.FREQ = {word: 0 if n <= _RARE or word in strays else n for word, n in tokenizer.FREQ.items()}
    for word in (word for name in _LISTS for word in lexicon("phrases")[name]):
        tokenizer.add_word(word)
    return tokenizer


@cache
def _kinds() -> dict[str, WordKind]:
    """The kinds by word: that of the lexicon, else `other verb` where jieba's dictionary calls it a verb."""
    listed = {word: kind for name, kind in _LISTS.items() for word in lexicon("phrases")[name]}
    return {**_tagged(), **listed}


def _tagged() -> dict[str, WordKind]:
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return {word: "other verb" for word, _, tag in entries if tag == "v" and len(word) > 1}
