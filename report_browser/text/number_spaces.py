"""Number spaces: blanks that layout left inside a number or a year (1 2.7 %, 2 016 年, 三 百 二 十户)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_browser.text.edition import Edit, EditKind
from report_browser.text.span import Span

_D = "0-9０-９"
_GROUP = rf"[{_D}]+(?:[,，][{_D}]{{3}}(?![{_D}]))*"
_POINT = rf"[.．][{_D}]|[.．] [{_D}]| [.．] ?[{_D}]"
# Digits with single spaces between them or beside a decimal point; no digit, point or letter stands around them.
_CHAIN = re.compile(
    rf"(?<![{_D}.．A-Za-z/-])(?<![{_D}][ ,，:：])(?=[{_D},，]*(?:[.．][{_D}]*)? [{_D}.．]|[{_D},，]+[.．] [{_D}])"
    rf"{_GROUP}(?:(?:{_POINT})[{_D}]*| [{_D}]+)+(?![{_D}])"
)
_BY_THOUSANDS = re.compile(rf"[{_D}]{{1,3}}(?: [{_D}]{{3}})+(?:[.．][{_D}]+)?")
_POINTED = re.compile(rf"{_GROUP} ?[.．] ?[{_D}]+")
_SPLIT_DECIMALS = re.compile(rf"{_GROUP} ?[.．] ?[{_D}]+(?: [{_D}]{{1,2}}){{1,2}}")
_SCATTERED = re.compile(rf"[{_D}]{{1,4}}(?: [{_D}]{{1,4}}){{1,3}}(?: ?[.．] ?[{_D}]+)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_FIRST = re.compile(rf"(?:[1１][9９]|[2２][0０])[{_D}]{{2}} ")

_COUNTED = re.compile(r" ?(?![月日号页至到和与及或])[\u4e00-\u9fff%％‰℅℃㎡A-Za-zμµ]")  # a unit or a sign
_OF_A_YEAR = re.compile(" ?年")
_LIST_NUMBER = re.compile(rf"[{_D}]{{1,2}}[.．] ")
_STOP = re.compile("[，。；：、！？,;:!?]")
_LONGEST_LINE = 200  # characters around a chain in which its line's punctuation is looked for

_DIGIT = "一二两三四五六七八九"
_TENS = f"(?:[{_DIGIT}]?十[{_DIGIT}]?)"
_HUNDREDS = f"(?:[{_DIGIT}]百(?:零[{_DIGIT}]|{_TENS})?)"
_THOUSANDS = f"(?:[{_DIGIT}]千(?:零(?:{_TENS}|[{_DIGIT}])|{_HUNDREDS})?)"
_SECTION = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS}|[{_DIGIT}])"
_HAN_NUMBER = (
    f"(?:{_SECTION}亿)?(?:零?{_SECTION}万)?(?:零?{_SECTION})?(?:(?<=[{_DIGIT}十百千零])点[零{_DIGIT}]+)?[万亿]?"
)
_HAN_WHOLE = re.compile(f"(?:[十百千万]+分之)?(?:{_HAN_NUMBER}|零点[零{_DIGIT}]+)|[〇零{_DIGIT}]{{4}}")
_HAN_SIGN = f"[〇零{_DIGIT}十百千万亿点分之]"
_HAN_CHAIN = re.compile(rf"(?<!{_HAN_SIGN})(?<!{_HAN_SIGN} ){_HAN_SIGN}+(?: {_HAN_SIGN}+)+(?! ?{_HAN_SIGN})")


def find_number_spaces(text: str) -> tuple[Edit, ...]:
    """Edits that take out the spaces inside numbers, in text order; no newline or other white space is touched.

    Whether a chain of digits is one number or several side by side is decided by what is around it:

    - its last group must be followed by a unit (any word but 月, 日, 号, 页 and conjunctions), a sign such as %, or by
      年 where the digits make a year; thousands (2 306) glued to the word before them may also end a clause;
    - no group but the last may have a decimal point, unless the rest are one or two digits (40.8 2, not 36.5 12.8);
    - it is four groups at most, the first of which is no year (2004 15 人) unless thousands follow each other;
    - where only spaces part the groups, a space stands before the first and the line has no punctuation, the line is
      taken for a row of a table and left as it is; so is a list number before a number (`1. 20户`).

    A chain of Chinese digits is joined where it makes one well-formed numeral with a power or 点 in it.
    """
    chains = sorted([*_arabic_chains(text), *_han_chains(text)])
    return tuple(Edit(space, "", EditKind.NUMBER_SPACE) for chain in chains for space in _spaces(text, chain))


def _spaces(text: str, chain: Span) -> Iterator[Span]:
    return (Span(*match.span()).shift(chain.start) for match in re.finditer(" ", chain.of(text)))


def _arabic_chains(text: str) -> Iterator[Span]:
    for match in _CHAIN.finditer(text):
        chain = Span(*match.span())
        if _is_one_number(text, chain, match[0]):
            yield chain


def _is_one_number(text: str, chain: Span, printed: str) -> bool:
    if _OF_A_YEAR.match(text, chain.end) and not re.search("[.．,，]", printed):
        return bool(_YEAR.fullmatch(_half(printed.replace(" ", ""))))
    if _in_table(text, chain, printed) or (_LIST_NUMBER.match(printed) and _begins(text, chain.start)):
        return False
    counted = _COUNTED.match(text, chain.end)
    if _BY_THOUSANDS.fullmatch(printed):
        return bool(counted) or (_is_glued(text, chain.start) and bool(_STOP.match(text, chain.end)))
    joined = _POINTED.fullmatch(printed) or _SPLIT_DECIMALS.fullmatch(printed) or _is_scattered(printed)
    return bool(counted and joined)


def _is_scattered(printed: str) -> bool:
    return bool(_SCATTERED.fullmatch(printed)) and not _YEAR_FIRST.match(printed)


def _in_table(text: str, chain: Span, printed: str) -> bool:
    """Whether a chain of groups parted by spaces alone stands in a row: behind a space, on a line without punctuation."""
    if not text[max(chain.start - 1, 0) : chain.start].isspace() or not re.search(rf"[{_D}] [{_D}]", printed):
        return False
    start = max(text.rfind("\n", 0, chain.start) + 1, chain.start - _LONGEST_LINE)
    end = text.find("\n", chain.end, chain.end + _LONGEST_LINE)
    return not _STOP.search(text[start : end if end >= 0 else chain.end + _LONGEST_LINE])


def _begins(text: str, at: int) -> bool:
    """Whether a line or sentence begins at a place, white space apart."""
    before = text[max(at - 4, 0) : at].rstrip(" \t\u3000")
    return not before or before[-1] in "\n。；;！？!?"


def _is_glued(text: str, at: int) -> bool:
    return bool(re.match(r"[\u4e00-\u9fff：:]", text[max(at - 1, 0) : at]))


def _half(digits: str) -> str:
    return digits.translate(str.maketrans("０１２３４５６７８９", "0123456789"))


def _han_chains(text: str) -> Iterator[Span]:
    for match in _HAN_CHAIN.finditer(text):
        joined = match[0].replace(" ", "")
        if _HAN_WHOLE.fullmatch(joined) and _is_complete(text, match.end(), joined):
            yield Span(*match.span())


def _is_complete(text: str, end: int, joined: str) -> bool:
    """Whether a Chinese numeral that ends at `end` says a share, an amount of something, or a year."""
    if not re.search("[十百千万亿点]", joined):
        return bool(_OF_A_YEAR.match(text, end))
    return "分之" in joined or bool(_COUNTED.match(text, end))
