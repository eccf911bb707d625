"""A measure: one identifiable act of a public actor, a document, an honour or a reference, with its exact place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from report_browser.text.span import Span

Kind = Literal["organisation", "regulation", "finance", "information", "provision", "document", "honour", "reference"]
Status = Literal["", "done", "under_way", "planned", "required"]

NOWHERE = Span(0, 0)
LONGEST_TITLE = 16  # characters


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; all spans are of the reading, empty where nothing is printed.

    `actor` may stand in an earlier clause than the act: then it is `inherited`. `amount` is the number of one figure.
    `group` is the heading of the item that holds several acts; `part_of` the span of the document that orders the act.
    `mentions` are further places that tell the same act. `vague` ones name no more than an abstract noun;
    a vague honour is a standing that no body awards.
    """

    kind: Kind
    span: Span
    title: str
    verb: Span = NOWHERE
    actor: Span = NOWHERE
    inherited: bool = False
    target: Span = NOWHERE
    means: Span = NOWHERE
    amount: Span = NOWHERE
    period: str = ""
    status: Status = ""
    permission: bool = False
    group: Span = NOWHERE
    part_of: Span = NOWHERE
    mentions: tuple[Span, ...] = ()
    vague: bool = False


def short_title(words: str) -> str:
    """Words as a title: cut at 16 characters, with … where something was cut, and no quotation mark left open."""
    joined = "".join(words.split())
    short = joined if len(joined) <= LONGEST_TITLE else joined[: LONGEST_TITLE - 1] + "…"
    opened = open_quote(short)
    return short[:opened] + short[opened + 1 :] if opened >= 0 else short


def open_quote(words: str) -> int:
    """Where the last quotation mark stands that opens and never closes, or -1."""
    opened = words.rfind("“")
    return opened if opened > words.rfind("”") else -1
