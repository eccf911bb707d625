"""Terms: words that a reader of today may not know, and where they occur in the reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_browser.editorial.files import ContentFile
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of `content/glossary.yml`; the explanation is Markdown."""

    id: str
    term: str
    also: tuple[str, ...]  # other forms that it has in a text
    english: str
    explanation: str
    source: str
    unknown: bool  # whether its meaning is not known; the explanation then says so


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the reading where a term occurs."""

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
    """Where the terms occur in a reading, in text order; of two that begin at one place the longer is taken."""
    forms = {form: term for term in terms for form in (term.term, *term.also)}
    if not forms:
        return ()
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return tuple(Mention(forms[match[0]], Span(*match.span())) for match in pattern.finditer(text))
