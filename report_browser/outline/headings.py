"""The outline: a reading cut into title, sections, items and paragraphs, each character in exactly one place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import Literal

from report_browser.text.span import Span

Level = Literal["part", "chapter", "section", "subsection"]

_DIGITS = "一二三四五六七八九十"
_HEADINGS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第([{_DIGITS}]+)(?:章|部分|篇|编)[、：:\s]*")),
    ("chapter", re.compile(rf"([{_DIGITS}]+)[、．.，,：:]\s*(?!(?:[{_DIGITS}]+、|是))")),
    ("section", re.compile(rf"[(（]\s*([{_DIGITS}]+)\s*[)）][、．.，,：:]?\s*是?")),
    ("subsection", re.compile(r"([0-9０-９]{1,2})(?:[、．]|\.(?![0-9]))\s*")),
)
_LEVELS = [level for level, _ in _HEADINGS]
_ANY_HEADING = re.compile("|".join(pattern.pattern for _, pattern in _HEADINGS[:3]))
_ITEMS = (
    re.compile(rf"(?:^|(?<=[。；：:;，,！？!?]))(?P<n>[{_DIGITS}]+)(?P<odd>[、，,])?是"),
    re.compile(r"(?:^|(?<=[。；：:;]))(?P<n>[0-9０-９]{1,2})(?:[、．]|\.(?![0-9]))(?P<odd>(?!))?"),
    re.compile(r"(?:^|(?<=[。；：:;]))[(（](?P<n>[0-9０-９]{1,2})[)）](?P<odd>(?!))?"),
)
_SENTENCE_END = "。！？!?…"
_STOP = re.compile(rf"[{_SENTENCE_END}]")
_CLOSERS = "”’」』）)》"
_LONGEST_HEADING = 60  # characters; longer runs before a full stop are prose
_SHORTEST_TITLE = 4
_INDENT = 8  # white space that may stand before a title
_SIGNATURE = 30  # characters: a short last line without a full stop is a signature, not a break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a run-in heading before it is not part of it."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerated item `一是 …`, `1、…`, `(1)…`, from its marker up to the next item or the paragraph's end."""

    id: str
    number: int
    marker: Span
    title: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report with its heading; the heading's spans are empty where none is printed."""

    id: str
    level: Level | Literal["preamble", "body"]
    number: int
    heading: Span  # marker, title and the full stop of a run-in heading
    marker: Span
    title: Span
    span: Span
    paragraphs: tuple[Paragraph, ...]
    items: tuple[Item, ...] = ()
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Notice:
    """A numbering that does not follow: what is printed, and the number that the sequence gives it."""

    span: Span
    printed: str
    read_as: str


@dataclass(frozen=True)
class Outline:
    """The whole report: `sections` are the top ones; `title` is empty where the text has none."""

    title: Span
    sections: tuple[Section, ...]
    notices: tuple[Notice, ...]
    truncated: bool
    length: int

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """Every section at every level, in reading order."""
        return tuple(section for top in self.sections for section in top.walk())

    @cached_property
    def places(self) -> tuple[tuple[str, Span], ...]:
        """A partition of the reading: (`title`, `heading`, `paragraph` or `gap`, span), in order, without holes."""
        filled = [("title", self.title)] if self.title else []
        for section in self.all_sections:
            filled += [("heading", section.heading)] if section.heading else []
            filled += [("paragraph", paragraph.span) for paragraph in section.paragraphs]
        return tuple(_with_gaps(sorted(filled, key=lambda place: place[1]), self.length))

    @cached_property
    def settled(self) -> tuple[Span, ...]:
        """Title, headings and paragraphs in order: all places but the gaps between them."""
        return tuple(span for kind, span in self.places if kind != "gap")

    @cached_property
    def _starts(self) -> list[int]:
        return [section.span.start for section in self.all_sections]

    def section_at(self, offset: int) -> Section:
        """The innermost section that holds a character; the first one for the title."""
        return self.all_sections[max(bisect_right(self._starts, offset) - 1, 0)]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a character; None in titles, headings and gaps."""
        paragraphs = self.section_at(offset).paragraphs
        at = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.span.start) - 1
        return paragraphs[at] if at >= 0 and offset < paragraphs[at].span.end else None


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of text between breaks; `level` is None for running text."""

    span: Span
    level: Level | None = None
    marker: Span = Span(0, 0)
    title: Span = Span(0, 0)


def parse_outline(text: str) -> Outline:
    """The outline of a reading. Any text has one; without headings it is one section of paragraphs."""
    blocks = list(_split(text))
    title = _title(text, blocks)
    blocks, notices = _classify(text, blocks[1:] if title else blocks)
    sections = _tree(blocks, len(text), title.end)
    numbered = [_with_items(text, section) for section in sections]
    item_notices = [notice for _, found in numbered for notice in found]
    return Outline(
        title,
        tuple(section for section, _ in numbered),
        tuple(sorted([*notices, *item_notices], key=lambda notice: notice.span)),
        _truncated(text, blocks),
        len(text),
    )


# Breaks: every newline, and those spaces that stand where a paragraph ends.


def _split(text: str) -> Iterator[_Block]:
    for line in re.finditer(r"[^\r\n]+", text):
        start = line.start()
        for space in re.finditer(r"[ \t\u3000]+", line[0]):
            at = line.start() + space.start()
            if at > start and _breaks(text, Span(start, at), Span(line.start() + space.end(), line.end())):
                yield from _block(text, start, at)
                start = line.start() + space.end()
        yield from _block(text, start, line.end())


def _block(text: str, start: int, end: int) -> Iterator[_Block]:
    inside = text[start:end]
    core = inside.strip()
    if core:
        offset = start + inside.index(core[0])
        yield _Block(Span(offset, offset + len(core)))


def _breaks(text: str, before: Span, after: Span) -> bool:
    """Whether the space between the block so far and the rest of its line ends a paragraph."""
    if _ends_sentence(text, before) or _ANY_HEADING.match(text, after.start, after.end):
        return True
    if text[before.end - 1].isdigit() and text[after.start : after.start + 1].isdigit():  # 1 386.2
        return False
    if len(before) > _LONGEST_HEADING or _STOP.search(text, before.start, before.end):
        return False
    if not _STOP.search(text, after.start, after.end):
        return False
    lead = before.of(text).strip()
    return bool(_ANY_HEADING.match(lead)) or (before.start <= _INDENT and _may_be_title(lead))


def _ends_sentence(text: str, span: Span) -> bool:
    last = span.end - 1
    while last > span.start and text[last] in _CLOSERS:
        last -= 1
    return last >= span.start and text[last] in _SENTENCE_END


def _may_be_title(lead: str) -> bool:
    return _SHORTEST_TITLE <= len(lead) <= _LONGEST_HEADING and not re.search(r"[。，,；;！？]", lead)


def _title(text: str, blocks: list[_Block]) -> Span:
    first = blocks[0].span if blocks else Span(0, 0)
    lead = first.of(text)
    named = len(blocks) > 1 and _may_be_title(lead) and not _ANY_HEADING.match(lead)
    return first if named else Span(0, 0)


# Headings: numbering is followed and checked; what does not follow becomes what the sequence says.


def _classify(text: str, blocks: list[_Block]) -> tuple[list[_Block], list[Notice]]:
    counts: dict[Level, int] = {}
    made: list[_Block] = []
    notices: list[Notice] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        found = _heading(text, block, counts)
        if not found or (found[0].level == "subsection" and not _heads(text, found, counts, following)):
            made.append(block)
            continue
        heading, number = found
        assert heading.level
        counts = _count(counts, heading.level)
        if number != counts[heading.level]:
            printed = heading.marker.of(text).strip()
            notices.append(Notice(heading.marker, printed, _chinese(counts[heading.level])))
        made += _run_in(text, heading)
    return made, notices


def _heading(text: str, block: _Block, counts: dict[Level, int]) -> tuple[_Block, int] | None:
    for level, pattern in _HEADINGS:
        match = pattern.match(text, block.span.start, block.span.end)
        if not match:
            continue
        marker, number = Span(*match.span()), parse_number(match[1])
        title = _heading_title(text, Span(marker.end, block.span.end))
        if title and (number == counts.get(level, 0) + 1 or title.end == block.span.end):
            return replace(block, level=level, marker=marker, title=title), number
    return None


def _heads(text: str, found: tuple[_Block, int], counts: dict[Level, int], following: _Block | None) -> bool:
    """Whether `1、…` is a heading, not a list item: a line of its own, in sequence, with prose below it."""
    block, number = found
    alone = block.title.end == block.span.end and not _ends_sentence(text, block.span)
    in_sequence = number == counts.get("subsection", 0) + 1
    pattern = dict(_HEADINGS)["subsection"]
    below = following is not None and not pattern.match(text, following.span.start, following.span.end)
    return alone and in_sequence and below


def _heading_title(text: str, rest: Span) -> Span:
    """The title behind a marker: the whole block, or its first sentence where prose runs on."""
    stop = re.compile(r"[。！？]").search(text, rest.start, rest.end)
    end = stop.start() if stop else rest.end
    return Span(rest.start, end) if 0 < end - rest.start <= _LONGEST_HEADING else Span(rest.start, rest.start)


def _run_in(text: str, heading: _Block) -> Iterator[_Block]:
    """A heading, with its full stop, and the prose that follows it in the same block."""
    end = heading.title.end
    while end < heading.span.end and text[end] in _SENTENCE_END:
        end += 1
    yield replace(heading, span=Span(heading.span.start, end))
    yield from _block(text, end, heading.span.end)


def _count(counts: dict[Level, int], level: Level) -> dict[Level, int]:
    """The numbers reached, with one more at `level` and those below it begun afresh."""
    kept = {name: n for name, n in counts.items() if _LEVELS.index(name) < _LEVELS.index(level)}
    return {**kept, level: counts.get(level, 0) + 1}


# The tree.


def _tree(blocks: list[_Block], length: int, start: int) -> tuple[Section, ...]:
    starts = [at for at, block in enumerate(blocks) if block.level]
    lead = blocks[: starts[0]] if starts else blocks
    sections = _children(blocks[len(lead) :], length, "s")
    if not starts:
        return (_plain("s1", "body", lead, Span(start, length)),)
    if lead:
        sections = (_plain("s0", "preamble", lead, Span(start, blocks[starts[0]].span.start)), *sections)
    return sections


def _plain(id_: str, level: Literal["preamble", "body"], blocks: list[_Block], span: Span) -> Section:
    nowhere = Span(span.start, span.start)
    return Section(id_, level, 0, nowhere, nowhere, nowhere, span, _paragraphs(id_, blocks))


def _children(blocks: list[_Block], end: int, prefix: str) -> tuple[Section, ...]:
    """Sections from blocks that begin with a heading, each with what stands below it."""
    heads = list(_heads_of(blocks))
    bounds = [*heads, len(blocks)]
    return tuple(
        _section(blocks[here:there], blocks[there].span.start if there < len(blocks) else end, prefix, number)
        for number, (here, there) in enumerate(pairwise(bounds), 1)
    )


def _heads_of(blocks: list[_Block]) -> Iterator[int]:
    """The headings that no heading of a higher level stands over."""
    top = len(_LEVELS)
    for at, block in enumerate(blocks):
        if block.level and _LEVELS.index(block.level) <= top:
            top = _LEVELS.index(block.level)
            yield at


def _section(blocks: list[_Block], end: int, prefix: str, number: int) -> Section:
    head, *rest = blocks
    id_ = f"{prefix}{number}"
    own = next((at for at, block in enumerate(rest) if block.level), len(rest))
    return Section(
        id_,
        head.level or "section",
        number,
        head.span,
        head.marker,
        head.title,
        Span(head.span.start, end),
        _paragraphs(id_, rest[:own]),
        children=_children(rest[own:], end, f"{id_}-"),
    )


def _paragraphs(section: str, blocks: Iterable[_Block]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"{section}-p{n}", block.span) for n, block in enumerate(blocks, 1))


# Items, inline or at a paragraph's start: a run 1..n (n >= 2) of one kind within a section.


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: int
    number: int
    span: Span
    paragraph: Span
    odd: bool


def _with_items(text: str, section: Section) -> tuple[Section, list[Notice]]:
    runs = list(_runs(_markers(text, section)))
    placed = sorted((item for run in runs for item in _items(text, run)), key=lambda item: item.span)
    items = tuple(replace(item, id=f"{section.id}-i{n}") for n, item in enumerate(placed, 1))
    odd = [_odd_notice(text, marker) for run in runs for marker in run if marker.odd]
    below = [_with_items(text, child) for child in section.children]
    found = [*odd, *(notice for _, notices in below for notice in notices)]
    return replace(section, items=items, children=tuple(child for child, _ in below)), found


def _markers(text: str, section: Section) -> list[_Marker]:
    return sorted(
        (
            _Marker(kind, parse_number(match["n"]), Span(*match.span()).shift(par.span.start), par.span,
                    match["odd"] is not None)
            for par in section.paragraphs
            for kind, pattern in enumerate(_ITEMS)
            for match in pattern.finditer(par.span.of(text))
        ),
        key=lambda marker: marker.span,
    )  # fmt: skip


def _runs(markers: list[_Marker]) -> Iterator[list[_Marker]]:
    for kind in range(len(_ITEMS)):
        run: list[_Marker] = []
        for marker in (marker for marker in markers if marker.kind == kind):
            if marker.number == 1:
                yield from [run] if len(run) > 1 else []
                run = [marker]
            elif run and marker.number == run[-1].number + 1:
                run.append(marker)
        yield from [run] if len(run) > 1 else []


def _items(text: str, run: list[_Marker]) -> Iterator[Item]:
    for marker, following in zip_longest(run, run[1:]):
        end = following.span.start if following else marker.paragraph.end
        inside = text[marker.span.end : end]
        end = marker.span.end + len(inside.rstrip())
        title = _item_title(text, marker.span.end, end)
        yield Item("", marker.number, marker.span, title, Span(marker.span.start, end))


def _item_title(text: str, start: int, end: int) -> Span:
    stop = re.compile(r"[。；;！？]").search(text, start, end)
    first = stop.start() if stop else end
    if first - start > _LONGEST_HEADING // 2:
        comma = re.compile(r"[，,：:。；;]").search(text, start, end)
        first = comma.start() if comma else first
    return Span(start, start + len(text[start:first].rstrip("，,、：:；; ")))


def _odd_notice(text: str, marker: _Marker) -> Notice:
    return Notice(marker.span, marker.span.of(text), f"{_chinese(marker.number)}是")


# Numbers, endings, gaps.


def parse_number(printed: str) -> int:
    """A list number up to 99, in Chinese or Arabic digits: `十二` is 12."""
    if printed[0] not in _DIGITS:
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    value = (_DIGITS.find(tens) + 1 or 1) * 10 if ten else 0
    return value + (_DIGITS.find(ones) + 1 if ones else 0)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens > len(_DIGITS) - 1:
        return str(number)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return head + (_DIGITS[ones - 1] if ones else "")


def _truncated(text: str, blocks: list[_Block]) -> bool:
    if not blocks or _ends_sentence(text, blocks[-1].span):
        return False
    last = blocks[-1].span.of(text)
    return len(last) > _SIGNATURE or any(mark in last for mark in "，。,；")


def _with_gaps(places: list[tuple[str, Span]], length: int) -> Iterator[tuple[str, Span]]:
    at = 0
    for kind, span in places:
        if span.start > at:
            yield "gap", Span(at, span.start)
        yield kind, span
        at = span.end
    if at < length:
        yield "gap", Span(at, length)
