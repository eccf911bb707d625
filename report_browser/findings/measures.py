"""Measures (举措): enumerated items, documents issued and honours received, with their places in the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from report_browser.outline.outline import Outline
from report_browser.text.span import Span

MeasureKind = Literal["item", "document", "honour"]

# Names of the kinds of official documents: 《党政机关公文处理工作条例》 (2012), art. 8; rules and plans.
_DOCUMENT = "决定|决议|通知|意见|办法|方案|规定|条例|细则|规划|计划|公告|通告|通报|制度|章程|纲要|规则|标准"
_ISSUES = "出台|印发|制定|制订|下发|颁布|颁发|发布"
_QUOTES = {"《": "》", "“": "”"}
_CUE = re.compile(rf"(?:{_ISSUES})(?:实施|执行|并实施)?了?")
_LIST_END = re.compile(r"等(?:一系列|系列|多项|\d+项|[一二三四五六七八九十]+个)?(?:文件|规定|制度|政策)|[。；！？，]")
_TITLE_END = re.compile(rf"(?:{_DOCUMENT})(?:[（(](?:试行|暂行|修订稿?)[）)])?$")
_NAMED = re.compile(
    rf"《(?P<book>[^《》\n]{{4,80}}?(?:{_DOCUMENT})(?:[（(][^（）()]{{1,12}}[）)])?)》"
    rf"|(?P<about>关于[^。，；、《》\n]{{4,60}}?的(?:{_DOCUMENT}))"
)
_VAGUE = re.compile(r"(?:相应|有关|相关|一系列|各项|多项|配套|具体|一整套|严格|切实|周密|完善|健全|若干|年度|工作)")
_ADVERBS = re.compile(r"(?:为此|先后|相继|陆续|及时|专门|研究|认真|还|又|也|并|均|都)+$")
_CLAUSE = re.compile(r"[，。；：！？]")

_CALLED = "授予|确定为|确定|评为|评定为|命名为|表彰为|列为|认定为|批准为|定为"
_HONOUR = re.compile(
    rf"被(?P<who>[^，。；：被]{{2,40}}?)(?P<verb>{_CALLED})(?:了)?(?P<what>[^。；！？\n]{{3,60}}?)(?=[。；！？\n]|，|$)"
    r"|(?:荣获|获得|被授予|获)(?:了)?(?P<by>[^，。；“]{2,20}?(?:授予|颁发)的)?(?P<title>[“《][^”》。；\n]{2,50}[”》]?(?:[^，。；]{0,8}))(?=[，。；]|$)"
)
_DATE = re.compile(
    r"(?:[0-9０-９xX×*]{2,4}|[一二三四五六七八九〇零]{4}|今|去|本|同)年(?:[0-9０-９一二三四五六七八九十]{1,4}月份?)?(?:\d{1,2}日)?(?:底|初|[上中下]旬)?"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One policy measure. `title` is the place of its name; `issuer` and `date` are as printed, or empty."""

    kind: MeasureKind
    span: Span
    title: Span
    issuer: str = ""
    date: str = ""


def find_measures(text: str, outline: Outline) -> tuple[Measure, ...]:
    """The measures of a reading, in text order."""
    found = [*_items(outline)]
    for section in outline.all_sections:
        for paragraph in section.paragraphs:
            documents = list(_documents(text, paragraph.span))
            found += [*documents, *_honours(text, paragraph.span)]
    return tuple(sorted(found, key=lambda measure: (measure.span, measure.kind)))


def _items(outline: Outline) -> Iterator[Measure]:
    for section in outline.all_sections:
        yield from (Measure("item", item.span, item.title) for item in section.items)


# Documents: what follows 出台了 and the like, up to 等文件; and 关于…的决定 or 《…办法》 anywhere.


def _documents(text: str, paragraph: Span) -> Iterator[Measure]:
    """Documents listed after a word for issuing, then those named elsewhere in the paragraph."""
    listed = list(_issued(text, paragraph))
    yield from listed
    for match in _NAMED.finditer(text, paragraph.start, paragraph.end):
        title = Span(*match.span("book" if match["book"] else "about"))
        if not any(title.start < one.span.end and one.span.start < title.end for one in listed):
            yield Measure("document", title, title)


def _issued(text: str, paragraph: Span) -> Iterator[Measure]:
    taken = paragraph.start
    for cue in _CUE.finditer(text, paragraph.start, paragraph.end):
        if cue.start() < taken:
            continue
        issuer, date = _issuer(text, paragraph, cue.start()), _date(text, paragraph, cue.start())
        for title in _listed(text, Span(cue.end(), paragraph.end)):
            taken = title.end
            yield Measure("document", title, title, issuer, date)


def _listed(text: str, rest: Span) -> Iterator[Span]:
    """The titles in a list whose entries are parted by 、, 和 or 及; inside quotation marks or titles these part nothing."""
    start, at = rest.start, rest.start
    while at <= rest.end:
        ends = at == rest.end or _LIST_END.match(text, at, rest.end)
        if (ends or text[at] in "、和及") and (title := _title(text, Span(start, at))):
            yield title
            start = at + 1
        if ends:
            return
        at = _behind_quote(text, at, rest.end)


def _behind_quote(text: str, at: int, end: int) -> int:
    """The next place to look at: the end of a quotation that begins at `at`, else the next character."""
    closer = _QUOTES.get(text[at])
    close = text.find(closer, at, min(at + 100, end)) if closer else -1
    return close if close > at else at + 1


def _title(text: str, span: Span) -> Span | None:
    """The span of a document's title without its 《》; None where no document is named."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip("《“了 "))
    end = span.end - (len(words) - len(words.rstrip("》” ")))
    if end - start >= 5 and _TITLE_END.search(text[start:end]) and not _VAGUE.match(text, start):  # noqa: PLR2004 - `规章制度` is none
        return Span(start, end)
    return None


def _issuer(text: str, paragraph: Span, at: int) -> str:
    clause = [match.end() for match in _CLAUSE.finditer(text, paragraph.start, at)]
    words = text[clause[-1] if clause else paragraph.start : at]
    return _DATE.sub("", _ADVERBS.sub("", words)).strip("，、 ")


def _date(text: str, paragraph: Span, at: int) -> str:
    """The last date before a place, in the same sentence and not across a semicolon; empty where there is none."""
    start = max(text.rfind(mark, paragraph.start, at) for mark in "。；！？")
    dates = _DATE.findall(text, max(start + 1, paragraph.start), at)
    return dates[-1] if dates else ""


def _honours(text: str, paragraph: Span) -> Iterator[Measure]:
    for match in _HONOUR.finditer(text, paragraph.start, paragraph.end):
        name = "what" if match["what"] else "title"
        title = _unquoted(text, Span(*match.span(name)))
        if title:
            issuer = match["who"] or (match["by"] or "").removesuffix("的").removesuffix("授予").removesuffix("颁发")
            yield Measure("honour", title, title, issuer, _date(text, paragraph, match.start()))


def _unquoted(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip("“《"))
    paired = words.count("“") > words.count("”") or words.startswith("“")
    close = words.rfind("”") if paired else -1
    end = span.start + close if close > 0 and words.startswith("“") else span.end
    return Span(start, max(end, start))
