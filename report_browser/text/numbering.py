"""Numbering: how headings, items and list marks are numbered in official Chinese prose. A new kind is added here."""

from __future__ import annotations

import re
from typing import Literal

HeadingLevel = Literal["part", "chapter", "section", "subsection"]

HAN_DIGITS = "一二三四五六七八九十"

# The marker of a heading at each level, outermost first: 第一部分, 一、, （一）, 1、. Group 1 is the number.
HEADINGS: dict[HeadingLevel, re.Pattern[str]] = {
    "part": re.compile(rf"第([{HAN_DIGITS}]+)(?:章|部分|篇|编)[、：:\s]*"),
    "chapter": re.compile(rf"([{HAN_DIGITS}]+)[、．.，,：:]\s*(?!(?:[{HAN_DIGITS}]+、|是))"),
    "section": re.compile(rf"[(（]\s*([{HAN_DIGITS}]+)\s*[)）][、．.，,：:]?\s*是?"),
    "subsection": re.compile(r"([0-9０-９]{1,2})(?:[、．]|\.(?![0-9]))\s*"),
}
LEVELS = tuple(HEADINGS)

# A heading that may begin behind a space in mid-line; an Arabic number there is more likely an amount.
HAN_HEADING = re.compile("|".join(HEADINGS[level].pattern for level in LEVELS[:3]))

# The marker of an item, one pattern a kind: 一是, 1、, (1). `n` is the number, `odd` a delimiter that does not belong.
ITEMS = (
    re.compile(rf"(?:^|(?<=[。；：:;，,！？!?]))(?P<n>[{HAN_DIGITS}]+)(?P<odd>[、，,])?是"),
    re.compile(r"(?:^|(?<=[。；：:;]))(?P<n>[0-9０-９]{1,2})(?:[、．]|\.(?![0-9]))(?P<odd>(?!))?"),
    re.compile(r"(?:^|(?<=[。；：:;]))[(（](?P<n>[0-9０-９]{1,2})[)）](?P<odd>(?!))?"),
)

# A line that is not the rest of a wrapped one: it is indented or begins with a number of any kind.
NEW_LINE = re.compile(
    rf"[ \t\u3000]|[(（]?[{HAN_DIGITS}0-9]{{1,3}}(?:[)）、]|[．.](?![0-9]))|第[{HAN_DIGITS}]+[章节部条]"
)

# A whole line that is a heading.
HEADING_LINE = re.compile(
    rf"[ \t\u3000]*(?:[（(]?[{HAN_DIGITS}0-9]{{1,3}}[)）、．]|第[{HAN_DIGITS}]+[章节部])[^，。；：0-9]{{1,30}}"
)

# For a full stop's look-behind: it does not stand behind the number of a list, 一. or （一）.
NOT_A_LIST_NUMBER = rf"(?<![{HAN_DIGITS}])(?<![{HAN_DIGITS}0-9][）)])"


def parse_number(printed: str) -> int:
    """A list number up to 99, in Chinese or Arabic digits: `十二` is 12."""
    if printed[0] not in HAN_DIGITS:
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    value = (HAN_DIGITS.find(tens) + 1 or 1) * 10 if ten else 0
    return value + (HAN_DIGITS.find(ones) + 1 if ones else 0)


def print_number(number: int) -> str:
    """A list number up to 99 in Chinese digits: 12 is `十二`; a greater one in Arabic digits."""
    tens, ones = divmod(number, 10)
    if tens > len(HAN_DIGITS) - 1:
        return str(number)
    head = "" if not tens else "十" if tens == 1 else HAN_DIGITS[tens - 1] + "十"
    return head + (HAN_DIGITS[ones - 1] if ones else "")
