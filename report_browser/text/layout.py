"""Layout: what pages leave in a text: footers with page numbers, and newlines where the paper's line ended."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from report_browser.text.edition import Edit, EditKind
from report_browser.text.numbering import HEADING_LINE, NEW_LINE
from report_browser.text.span import Span

_NUMBER = (
    r"[ \t\u3000]*(?:[-—–－─]{1,2} ?[0-9]{1,4} ?[-—–－─]{1,2}"
    r"|第 ?[0-9]{1,4} ?页(?: ?[,，/、 ]?共? ?[0-9]{1,4} ?页[^\r\n。，；]{0,12})?)[ \t\u3000]*\r?"
)
_FOOTER = re.compile(rf"(?P<gap>(?:\r?\n){{1,4}}|\A)(?P<line>(?P<numbers>{_NUMBER}(?:\n{_NUMBER}){{0,3}})(?:\n|\Z))")
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = tuple("。！？!?…”’」』；;：:")
_LONGEST_LINE = 200  # characters looked at before a footer
_NARROWEST = 20  # columns or characters of a line that was wrapped
_RAGGED = 3  # columns or characters by which wrapped lines differ in width
_FEWEST = 4  # lines of one width that show that a text is wrapped
_FOR_EACH_WIDER = 5  # lines of that width, for each line that is wider


def find_footers(text: str) -> tuple[Edit, ...]:
    """Edits that take out footers such as `— 4 —` and `第1页共6页`; a sentence that a footer cuts is joined again."""
    return tuple(Edit(_footer(text, match), "", EditKind.PAGE_FOOTER) for match in _FOOTER.finditer(text))


def _footer(text: str, match: re.Match[str]) -> Span:
    """What is taken out: the footer's line and one newline; both newlines where the sentence goes on behind it."""
    start = match.start("gap")
    line = text[max(text.rfind("\n", 0, start) + 1, start - _LONGEST_LINE) : start].rstrip()
    cuts = (
        line
        and not line.endswith(_SENTENCE_END)
        and not HEADING_LINE.fullmatch(line)
        and not NEW_LINE.match(text, match.end())
    )
    if cuts or not match["gap"]:
        return Span(start, match.end())
    newline = text.rindex("\n", start, match.start("line"))
    return Span(newline, match.end("numbers"))  # the newline behind it may belong to a block's mark


def find_line_breaks(text: str) -> tuple[Edit, ...]:
    """Edits that take out the newlines of a text that was wrapped at one width; empty where it was not.

    The width is counted in columns (a Han character is two), then in characters. Rows of a table are of one width
    too, but no sentence ends inside them.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    gaps = next((found for measure in (_width, len) if (found := _wrapped_at(text, lines, measure))), ())
    return tuple(Edit(gap, "", EditKind.LINE_BREAK) for gap in gaps)


def _wrapped_at(text: str, lines: list[Span], measure: Callable[[str], int]) -> tuple[Span, ...]:
    """The newlines of lines wrapped at the width that most lines have by `measure`; empty where it proves nothing."""
    widths = Counter(measure(line.of(text)) for line in lines)
    full = max(widths, key=lambda width: (_about(widths, width), width), default=0)
    wider = sum(number for width, number in widths.items() if width > full)
    if full < _NARROWEST or _about(widths, full) < max(_FEWEST, _FOR_EACH_WIDER * wider):
        return ()
    prose = any("。" in line.of(text)[:-1] for line in lines if measure(line.of(text)) >= full - _RAGGED)
    gaps = tuple(_wrapped(text, lines, lambda line: measure(line) >= full - _RAGGED)) if prose else ()
    return gaps if len(gaps) >= _FEWEST else ()


def _about(widths: Counter[int], width: int) -> int:
    """How many lines have a width, or up to `_RAGGED` less."""
    return sum(widths[width - less] for less in range(_RAGGED + 1))


def _wrapped(text: str, lines: list[Span], is_full: Callable[[str], bool]) -> Iterator[Span]:
    """Single newlines after lines of full width that end in mid-sentence, unless a new line clearly begins."""
    for line, following in pairwise(lines):
        gap, inside = Span(line.end, following.start), line.of(text)
        runs_on = is_full(inside) and not inside.rstrip().endswith(_SENTENCE_END)
        if runs_on and gap.of(text).count("\n") == 1 and not NEW_LINE.match(following.of(text)):
            yield gap


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)
