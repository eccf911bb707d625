"""Statuses: whether a number is a result, an aim, a norm or a forecast, by the words and headings that govern it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.aspects import Aspect
from report_browser.figures.measured.clauses import Clause, Context
from report_browser.figures.quantities.units import UnitKind

Status = Literal["reported", "target", "required", "expected"]

_FURTHEST = 120  # characters before a number in which a word may govern it
_PER = re.compile("元[/／].*[人生户亩]")
_RISEN = re.compile("[由从]|提高|增加|增至|涨")  # 报酬由每月80元提高到200元 is what was paid
_WITHIN = 24  # characters behind a number in which a principle is named


def find_status(context: Context, clause: Clause, aspect: Aspect) -> Status:
    """The status of a clause's number, by the words of its sentence and the headings over it."""
    led, own = context.before(clause, _FURTHEST), context.own(clause, _FURTHEST)
    end = clause.quantity.phrase.end
    behind = context.text[end : min(end + _WITHIN, context.sentence.end)]
    plan = aspect not in ("difference", "multiple") and _plan().search(own)
    if plan or (_ahead().search(led) and _aimed(led)):
        return "target"
    if aspect != "difference" and _is_required(own, behind, clause):
        return "required"
    if re.search("[由从]\\Z", own.rstrip()):  # what something was before it is to rise
        return "reported"
    if _expected().search(led):
        return "expected"
    if _aimed(led) or (context.planned and not _fact().search(own)):
        return "target"
    return "required" if _demanded(led) else "reported"


def is_plan(headings: Sequence[str]) -> bool:
    """Whether one of the headings over a paragraph announces what is planned; the innermost that says decides."""
    for heading in reversed(headings):
        if _past_heading().search(heading):
            return False
        if _plan_heading().search(heading):
            return True
    return False


def _is_required(own: str, behind: str, clause: Clause) -> bool:
    if _norm().search(_without_others(own)) or _norm_behind().match(_without_others(behind)):
        return True
    if re.search("(?:按|按照|依照)\\Z", own) and _principle().match(behind):
        return True
    unit = clause.quantity.unit
    if unit.kind != UnitKind.MONEY or _RISEN.search(own):
        return False
    return bool(_rate().search(own)) or bool(_PER.search(unit.printed) and _gift().search(own))


def _aimed(led: str) -> bool:
    return _governs(_target_ahead() if _ahead().search(led) else _target(), led)


def _demanded(led: str) -> bool:
    return _governs(_demand(), led)


def _governs(pattern: re.Pattern[str], led: str) -> bool:
    """Whether a word stands before a number, and behind it no clause that tells a fact."""
    found = list(pattern.finditer(led))
    return bool(found) and not _fact_clause().search(led, found[-1].end())


def _without_others(words: str) -> str:
    """The words, with those blanked that only hold one of a norm: 新建□□□农田 of 新建高标准农田."""
    return _no_norm().sub(lambda match: "□" * len(match[0]), words)


@cache
def _words(status: str, name: str) -> str:
    return either(lexicon("statuses")[status][name])


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('target', 'before')})(?:为|是|[（(])?\Z")


@cache
def _target() -> re.Pattern[str]:
    return re.compile(
        rf"{_words('target', 'govern')}|(?:{_words('target', 'assured')})(?![了金率书体])[^，；。]*达到?\Z"
    )


@cache
def _target_ahead() -> re.Pattern[str]:
    return re.compile(rf"{_target().pattern}|(?:{_words('target', 'weak')})(?![金率书])")


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(_words("target", "ahead"))


@cache
def _gift() -> re.Pattern[str]:
    return re.compile(rf"{_words('required', 'gifts')}|经费|标准")


@cache
def _expected() -> re.Pattern[str]:
    """A forecast holds up to the next semicolon."""
    return re.compile(rf"(?:{_words('expected', 'govern')})[^；;。]*\Z")


@cache
def _norm() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('required', 'before')})(?!化)[^，]{{0,14}}\Z")


@cache
def _norm_behind() -> re.Pattern[str]:
    return re.compile(_words("required", "after"))


@cache
def _demand() -> re.Pattern[str]:
    return re.compile(_words("required", "govern"))


@cache
def _principle() -> re.Pattern[str]:
    return re.compile(rf"[^，；。]*?的(?:{_words('required', 'principles')})")


@cache
def _no_norm() -> re.Pattern[str]:
    return re.compile(_words("required", "not"))


@cache
def _rate() -> re.Pattern[str]:
    gifts = _words("required", "gifts")
    return re.compile(
        rf"每[人户生名位村]?每?次?[年月天次](?:分别|最[高低])?(?:{gifts})?[^，]{{0,4}}\Z|(?:{gifts})[^，]{{0,6}}每[人户生名位][^，]{{0,6}}\Z"
    )


@cache
def _fact() -> re.Pattern[str]:
    return re.compile(rf"\A\s*(?:{either(lexicon('statuses')['facts'])})")


@cache
def _fact_clause() -> re.Pattern[str]:
    return re.compile(rf"[，；,;]\s*(?:{either(lexicon('statuses')['facts'])})")


@cache
def _plan_heading() -> re.Pattern[str]:
    return re.compile(_words("target", "headings"))


@cache
def _past_heading() -> re.Pattern[str]:
    return re.compile(_words("target", "not headings"))
