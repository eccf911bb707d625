"""The glossary: terms that a reader of today may not know, and where a reading mentions them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_browser.editorial.files import ContentFile
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """One term: the forms it takes in a text, and its explanation as Markdown."""

    id: str
    term: str
    also: tuple[str, ...]
    english: str
    explanation: str
    source: str
    unknown: bool  # the explanation says what is not known


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the reading where a term occurs."""

    term: Term
    span: Span


def parse_glossary(content: ContentFile) -> tuple[Term, ...]:
    """The terms of `content/glossary.yml`."""
    return tuple(
        Term(
            values["id"],
            values["term"],
            tuple(values.get("also", ())),
            values["english"],
            values["explanation"],
            values.get("source", ""),
            values.get("unknown", False),
        )
        for values in content.value["terms"]
    )


def find_mentions(text: str, terms: tuple[Term, ...]) -> tuple[Mention, ...]:
    """Where the terms occur in a reading, in text order; of two that begin together the longer counts."""
    forms = {form: term for term in terms for form in (term.term, *term.also)}
    if not forms:
        return ()
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return tuple(Mention(forms[match[0]], Span(*match.span())) for match in pattern.finditer(text))
