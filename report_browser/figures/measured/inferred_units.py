"""Inferred units: the sign that a rate must have whose sign printing lost, and what an amount is for: 每月10元 is 元/月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause, Context, Subject
from report_browser.figures.quantities.units import UnitKind

_FURTHEST = 40  # characters before a number


@dataclass(frozen=True, slots=True)
class InferredUnit:
    """A unit that is not printed, and why it must be this one, in Chinese; both empty where none is inferred."""

    unit: str = ""
    reason: str = ""


def infer_unit(context: Context, clause: Clause, subject: Subject) -> InferredUnit:
    """The unit of a rate that lost its sign, or the printed unit of money with what it is paid per."""
    unit = clause.quantity.unit
    if unit.kind == UnitKind.MONEY and "/" not in unit.printed:
        return _per(unit.printed, context.own(clause, _FURTHEST))
    return _lost(subject.text) if not unit.printed and clause.quantity.form != "ratio" else InferredUnit()


def _per(printed: str, before: str) -> InferredUnit:
    found = _paid_per().search(before) or _paid_before().search(before)
    if not found:
        return InferredUnit()
    parts = [part for part in found.group("whom", "time") if part]
    return InferredUnit(f"{printed}/{'·'.join(parts)}", f"数前印有“{found['printed']}”，单位据此推定。")


def _lost(subject: str) -> InferredUnit:
    for entry in lexicon("inferred"):
        if re.search(either(entry["subjects"]), subject):
            return InferredUnit(entry["unit"], entry["reason"])
    return InferredUnit()


@cache
def _paid_per() -> re.Pattern[str]:
    """每人每月 and the like at the end of a clause; a verb of giving may stand between it and the amount."""
    return re.compile(rf"{_per_words()}\Z")


@cache
def _paid_before() -> re.Pattern[str]:
    """The same before the amount that a change to this one begins with: 由每人每月105元提高到 before 128元."""
    changes = either([*lexicon("phrases")["rises"], *lexicon("phrases")["falls"], "调整", "提"])
    return re.compile(
        rf"{_per_words()}[0-9.,]+ ?[余多]?[万亿]?[余多]?元(?:左右)?[^，0-9]{{0,4}}?(?:{changes})(?:到|至|为)\Z"
    )


def _per_words() -> str:
    gifts = either(lexicon("statuses")["required"]["gifts"])
    bounds = either([word for words in lexicon("modifiers")["before"].values() for word in words])
    whom = either([*(word for word in lexicon("units")["per"] if word not in "年月天日次"), "名", "村"])
    return rf"(?P<printed>(?:每(?P<whom>{whom}))?(?:每(?P<time>[年月天次]))?)(?<=每.)(?:分别)?(?:{gifts})?(?:为|达)?(?:{bounds})?"
