"""Owners: whom or what the words around a clause are about: an announced list, a place, or the text as a whole."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause, Context
from report_browser.figures.measured.properties import is_owner, is_work
from report_browser.figures.measured.segmentation import split_words
from report_browser.text.span import Span

_FURTHEST = 80  # characters before a number in which a place may stand that it is of
_ANNOUNCED = re.compile(
    r"(?:[^，。；：]{0,20}[，])?(?P<owner>[^，。；：的]{2,16})的[^，。；：]{2,16}(?:变化|提高|改善|增强|加强|优化|成效|进展)[^，。；]{0,6}："
)
_PROJECT = re.compile(r"\s*[（(]?[0-9]{1,2}[）)、.．](?P<owner>[^，。；：0-9]{3,20})(?P<end>[，。：（])")
_ITEM = re.compile("[二三四五六七八九十]是")
_ADDRESSED = re.compile("(?:\\A|[，；：])对(?P<owner>[^，。；：]{2,14})，(?:按|一律|统一|实行|要求)[^；]*\\Z")
_BETTERED = re.compile(
    r"(?:\A|[，；：])(?P<owner>[^，。；：]{2,12}?)的?(?:素质|结构|作风)[^，。；：]{0,6}(?:提高|变化|改善|优化)，[^；]*\Z"
)


def find_owner(text: str, sentence: Span) -> str:
    """Whom a sentence that announces a list is about: 村级专干 of 村级专干的素质发生了巨大变化：一是…; perhaps empty.

    So does the name that opens a numbered item: （1）城东水厂，投资2860万元.
    """
    if announced := _ANNOUNCED.match(text, sentence.start, sentence.end):
        return announced["owner"]
    named = _PROJECT.match(text, sentence.start, sentence.end)
    is_name = named and named["end"] != "。" and split_words(named["owner"])[0].kind in ("", "kept")
    return named["owner"] if named and is_name else ""


def find_project(text: str, sentence: Span) -> str:
    """The works that a numbered item opens with, of which its paragraph goes on: 1.城东水厂工程。完成投资…; perhaps empty."""
    named = _PROJECT.match(text, sentence.start, sentence.end)
    return named["owner"] if named and is_work(named["owner"]) else ""


def is_item(text: str, sentence: Span) -> bool:
    """Whether a sentence is a further item of a list (二是), so that whom the list is about is still meant."""
    return bool(_ITEM.match(text, sentence.start, sentence.end))


def find_home(text: str) -> str:
    """The place or body that a text is about: what it calls 全 or 我 most often, 全县; empty where it calls none so.

    What is only named to compare with (全市平均) does not count. Of two named as often it is the smaller one.
    """
    named = Counter(match[0] for match in _whole_place().finditer(text))
    sizes = lexicon("entities")["homes"]
    often = Counter[str]()
    for name, times in named.items():
        often[name[1:]] += times
    if not often:
        title = _titled().match(text)
        return title["place"] if title else ""
    home = min(often, key=lambda size: (-often[size], sizes.index(size)))
    return max((name for name in named if name[1:] == home), key=lambda name: (named[name], name))


def place_of(context: Context, clause: Clause) -> str:
    """The nearest place that a clause's sentence names before its number, be it opening the sentence; perhaps empty."""
    before = context.before(clause, _FURTHEST)
    places = [match[0] for match in _place().finditer(before)]
    if places:
        return places[-1]
    opening = _place_opens().match(context.text, context.sentence.start, context.sentence.end)
    return opening["owner"] if opening and opening.end() <= clause.quantity.phrase.start else ""


def addressed(context: Context, clause: Clause) -> str:
    """Whom a clause's order is for: 宣传管理员 of 对宣传管理员，按照50个对象进行精简; else empty."""
    found = _ADDRESSED.search(context.before(clause, _FURTHEST))
    return found["owner"] if found and is_owner(found["owner"]) else ""


def bettered(context: Context, clause: Clause) -> str:
    """Whose state got better by what a clause says: 乡计生干部 of 乡计生干部素质明显提高，毕业生比例达75%; else empty."""
    found = _BETTERED.search(context.before(clause, _FURTHEST))
    return found["owner"] if found else ""


@cache
def _whole_place() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![于占比居列是])[全我](?:{either(lexicon('entities')['homes'])})(?!平均|前|第|首|先进|上下)"
    )


@cache
def _titled() -> re.Pattern[str]:
    """The place in a title: 云桥街道 of 云桥街道2022年工作总结."""
    size = r"(?:省|市|县|区|旗|乡|镇|街道)"
    return re.compile(
        rf"\s*(?:关于)?(?:[\u4e00-\u9fff]{{2,3}}[省市州])?(?P<place>[\u4e00-\u9fff]{{2,4}}?{size})(?=人民|[0-9〇○二一]|20|xx)"
    )


@cache
def _place() -> re.Pattern[str]:
    """A whole area that is not only compared with: 全市 of 高于全市平均水平 is none."""
    inside = either(lexicon("entities")["inside"])
    return re.compile(rf"(?<![于占比居列是与])(?!{inside})(?:{either(lexicon('phrases')['scopes'])})(?!平均|前|第|首)")


@cache
def _place_opens() -> re.Pattern[str]:
    words = lexicon("entities")
    generic = either(words["no names"])
    return re.compile(
        rf"[（(]?(?:[0-9一二三四五六七八九十]{{1,2}}[）)、.．])?\s*(?!{generic})"
        rf"(?P<owner>[\u4e00-\u9fff]{{2,4}}?[{''.join(words['place ends'])}])(?:{either(words['after a place'])})"
    )
