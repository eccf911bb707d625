"""Pay: rates of pay that are set, raised or guaranteed, which are acts whatever their verb."""

from __future__ import annotations

import re

from report_browser.text.span import Span

_STANDARD = re.compile(
    "(?:标准|报酬|补贴|补助|工资|津贴|待遇|低保金?|养老金|奖励|奖励金|保费|供养)[^，]{0,12}(?:由|从)?[^，]{0,16}"
    "(?:(?:提高|增加|调整|上调|提)[到至为]|(?:提高|上调)[^，]{0,6}元)"
)
_RAISED = re.compile("(?:提高|上调)了?[^，]{2,30}(?:标准|待遇|报酬|补贴|补助|津贴)$")
_PAYS = re.compile("补助(?!收入)|补贴|奖励|报销|补偿|封顶线|起付线|津贴|救助金|奖金|(?:另加|加发|增发|月补)[0-9]+元")
_POINTS = re.compile("(?:考|录取)[^，]{0,6}加[0-9]+分")
_FUNDED = re.compile("(?:保证|确保|保障)[^，]*(?:经费|资金|事业费|工资|待遇)[^，]*(?:到位|落实|发放)$")
_RATE = re.compile("每[人户生亩天次只月年][^，]*元")
_RAISING = re.compile("提高|增加|调整|上调|提(?=[到至])")
_BRACKETS = re.compile("（[^（）]{1,60}）")
REACHED = ("达到", "到达", "达")


def raises(words: str) -> bool:
    """Whether a rate of pay is raised to or by an amount: 低保标准由300元提高到360元."""
    return bool(_STANDARD.search(words))


def pays(words: str, *, money: bool) -> bool:
    """Whether a clause pays, raises what is paid, guarantees its funding, or grants points in an examination."""
    paid = money and (raises(words) or _PAYS.search(_BRACKETS.sub("", words)))
    return bool(paid or _POINTS.search(words) or _FUNDED.match(words) or _RAISED.search(words))


def is_rate(words: str, verb: Span) -> bool:
    """Whether a clause with money says no more than so much each: 百岁老人每月不低于300元."""
    return bool(_RATE.search(words)) and (not verb or words.startswith(REACHED))


def raising_verb(words: str, *, money: bool) -> Span | None:
    """提高 of what raises a rate of pay."""
    match = _STANDARD.search(words) if money else _RAISED.search(words)
    verb = _RAISING.search(match[0]) if match else None
    return Span(*verb.span()).shift(match.start()) if match and verb else None
