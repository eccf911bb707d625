"""Titles of documents: those listed behind a word for issuing, and those cited elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_browser.text.span import Span

# Names of the kinds of official documents: 《党政机关公文处理工作条例》 (2012), art. 8; rules and plans.
_KINDS = "决定|决议|通知|意见|办法|方法|方案|规定|条例|细则|规划|计划|公告|通告|通报|制度|章程|纲要|规则|标准|预案|清单|目录|指南|规程|规范|责任书|实施办法|守则|公约|要点|文件|白皮书|法"
_ISSUES = "出台|咄台|印发|制定|制订|拟定|下发|颁布|颁发|发布|公布|修订|转发|起草|发出|编制|出具"
_NEAR = 60  # characters, for a 《》 whose title is of no known kind
_BOOKED = re.compile("[^《》，]{0,10}《([^《》]{3,80})》")
_LEAST, _SHORT = 5, 4  # characters of a title alone (`规章制度` is none), and of one in a list of titles
_LONGEST = 120  # characters of a title, with what a list has before it
_QUOTES = {"《": "》", "“": "”"}
_CUE = re.compile(rf"(?:{_ISSUES})(?:实施|执行|并实施|下发|印发|和完善|完善)?了?")
_LIST_END = re.compile(
    r"等(?:一系列|系列|多[项个]|\d+[项个]|[一二三四五六七八九十]+[个项])?(?:文件|规定|制度|政策|规章|配套)|[。；！？，：]"
)
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:[（(](?:试行|暂行|修订稿?|草案|征求意见稿)[）)])?$")
_ABOUT = re.compile(
    r"关于[^。，；、《》\n]{4,60}?的(?:若干)?(?:实施)?(?:决定|决议|通知|意见|办法|方案|规定|公告|通告|通报)"
)
_BOOK = re.compile(r"《([^《》\n]{2,80})》(?:[（(〔\[][^（）()\n]{2,24}[）)〕\]])?")
_VAGUE = re.compile(
    r"(?:相应|有关|相关|一系列|各项|多项|配套|具体|一整套|严格|切实|周密|完善|健全|若干|年度|工作|各种|各类|详细|科学|合理|详尽|可行|规章|管理(?:办法|制度|规定)$|实施(?:方案|意见|细则)$)"
)
_NAMED_LAW = re.compile(
    r"(?:依据|根据|依照|按照|遵照|贯彻|执行|落实|违反|宣传)(?P<title>(?:国家|中华人民共和国|省|市|县)?[^，。；：《》“”、和的]{2,24}?(?:条例|(?<![办方])法(?!律|规|院|定|制|人)))(?=要求|规定|的|精神|[，。；、])"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A document's title without its 《》; `span` is it with them. `cue` is where the word for issuing begins."""

    text: Span
    span: Span
    issued: bool
    cue: Span = Span(0, 0)


def find_titles(text: str, paragraph: Span) -> list[Title]:
    """The titles of a paragraph in order; what is issued hides what is cited at the same place."""
    issued = list(_issued(text, paragraph))
    cited = [*_books(text, paragraph), *_laws(text, paragraph)]
    kept: list[Title] = []
    for title in sorted((*issued, *cited), key=lambda one: (one.span.start, not one.issued)):
        if not kept or kept[-1].span.end <= title.text.start:
            kept.append(title)
        elif title.issued and not kept[-1].issued:
            kept[-1] = title
    return kept


def _issued(text: str, paragraph: Span) -> Iterator[Title]:
    taken = paragraph.start
    for cue in _CUE.finditer(text, paragraph.start, paragraph.end):
        if cue.start() < taken:
            continue
        for title in _listed(text, Span(cue.end(), paragraph.end)):
            taken = title.end
            yield Title(title, _with_book(text, title), issued=True, cue=Span(*cue.span()))


def _listed(text: str, rest: Span) -> Iterator[Span]:
    """Titles in a list parted by `、`; a `、` inside quotation marks or before a title's end parts nothing."""
    start, at, listed = rest.start, rest.start, False
    while at <= rest.end and at - start <= _LONGEST:
        ends = at == rest.end or _LIST_END.match(text, at, rest.end)
        least = _SHORT if listed or (ends and text.startswith("等", at)) else _LEAST
        if (ends or text[at] in "、和及" or text.startswith("》《", at - 1)) and (
            title := _title(text, Span(start, at), least)
        ):
            listed = True
            yield title
            start = at + 1
        if ends:
            return
        at = _behind_quote(text, at, rest.end)


def _behind_quote(text: str, at: int, end: int) -> int:
    """The next place to look at: behind a closed quotation, which may hold any list."""
    closer = _QUOTES.get(text[at])
    close = text.find(closer, at, min(at + 100, end)) if closer else -1
    return close if close > at else at + 1


def _title(text: str, span: Span, least: int) -> Span | None:
    """The span of a document's title, without its 《》, or None where no document is named."""
    words = span.of(text)
    if book := _BOOKED.match(words):
        return Span(*book.span(1)).shift(span.start) if _TITLE_END.search(book[1]) or book.end() <= _NEAR else None
    opening = "《了、 " if "”" in words[:-1].rstrip("》 ") else "《“了、 "
    start = span.start + len(words) - len(words.lstrip(opening))
    end = span.end - (len(words) - len(words.rstrip("》” ")))
    inside = text[start:end]
    named = _TITLE_END.search(inside) or ("《" in words[:2] and "》" in words)
    if len(inside) >= least and named and not _VAGUE.match(inside) and "，" not in inside:
        return Span(start, end)
    return None


def _with_book(text: str, title: Span) -> Span:
    opened = title.start > 0 and text[title.start - 1] == "《"
    closed = text[title.end : title.end + 1] == "》"
    return Span(title.start - opened, title.end + closed)


_SIGNED = re.compile("签[订署定]|发放|赠送|张贴")


def _books(text: str, paragraph: Span) -> Iterator[Title]:
    """Titles in 《》 and 关于…的决定, wherever they stand."""
    for match in _BOOK.finditer(text, paragraph.start, paragraph.end):
        title = Span(*match.span(1))
        if _TITLE_END.search(title.of(text)) and not _SIGNED.search(text, max(match.start() - 6, 0), match.start()):
            yield Title(title, Span(title.start - 1, title.end + 1), issued=False)
    for match in _ABOUT.finditer(text, paragraph.start, paragraph.end):
        yield Title(Span(*match.span()), Span(*match.span()), issued=False)


def _laws(text: str, paragraph: Span) -> Iterator[Title]:
    for match in _NAMED_LAW.finditer(text, paragraph.start, paragraph.end):
        title = Span(*match.span("title"))
        yield Title(title, title, issued=False)
