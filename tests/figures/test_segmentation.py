"""Segmentation: text parts into words by a dictionary, and no character is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.figures.lexicon.load import lexicon
from report_browser.figures.measured.segmentation import split_words

CASES = {
    "建成区面积": ["建成区", "面积"],
    "返贫率控制在": ["返贫", "率", "控制", "在"],
    "召开推进会": ["召开", "推进会"],
    "住院补偿比达": ["住院", "补偿", "比", "达"],
}


@pytest.mark.parametrize(("text", "words"), CASES.items(), ids=CASES.keys())
def test_words_are_those_of_the_dictionary_and_the_lexicon(text: str, words: list[str]) -> None:
    assert [word.text for word in split_words(text)] == words


KINDS = {"召开": "verb", "培训": "nominal", "并网": "kept", "为": "preposition", "竣工": "other verb", "面积": ""}


@pytest.mark.parametrize(("word", "kind"), KINDS.items(), ids=KINDS.keys())
def test_the_lexicon_says_what_kind_a_word_is(word: str, kind: str) -> None:
    assert [one.kind for one in split_words(word)] == [kind]


def test_no_word_is_of_two_kinds() -> None:
    words = [word for name in ("verbs", "nominal", "kept", "prepositions") for word in lexicon("phrases")[name]]
    assert [word for word, number in Counter(words).items() if number > 1] == []


@given(st.text(max_size=60))
def test_the_words_of_a_text_are_the_text(text: str) -> None:
    words = split_words(text)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)
