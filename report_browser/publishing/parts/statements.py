"""Statements: what stands beside a figure's number, so that nobody takes growth for a level or an aim for a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_browser.figures.figure import Figure
from report_browser.findings.indicators import is_own_number
from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report

_FURTHEST = 120  # characters before a number that are looked at
_CLAUSE = re.compile("[，；：。！？（]")
_DEMAND = re.compile("要求|必须|务必|应当|不得")  # a norm that the text demands; any other is a set rate
_COMPARED = re.compile("[比较与]")  # the words of a base that leave the direction to a verb: 比全市平均高


def lead(report: Report, record: FigureRecord) -> tuple[str, ...]:
    """The words before a number that say its status and aspect, in order; empty for a reported level or share.

    A piece is a word as printed (增长), or the name of a status or aspect, `demanded` for a norm that the text demands:
    the templates have words for these.
    """
    if is_own_number(record.figure):
        return ()
    return (*_status(report, record.figure), *_aspect(report, record))


def _status(report: Report, figure: Figure) -> Iterator[str]:
    start = max(figure.sentence.start, figure.number.start - _FURTHEST)
    clause = _CLAUSE.split(report.edition.reading[start : figure.number.start])[-1]
    if figure.status == "required" and _DEMAND.search(clause):
        yield "demanded"
    elif figure.status != "reported":
        yield figure.status


def _aspect(report: Report, record: FigureRecord) -> Iterator[str]:
    figure, base = record.figure, report.bases.get(record.id)
    match figure.aspect:
        case "difference" if base:
            yield from ("超", base.figure.status)
        case "difference" if figure.base:
            yield figure.base
            if _COMPARED.match(figure.base):
                yield figure.change or "相差"
        case "multiple":
            yield figure.change or figure.base or figure.aspect
        case "growth" | "change" | "difference":
            yield figure.change or figure.aspect


def dated(figure: Figure) -> str:
    """A figure's period, with 承前 where it stands in another clause or sentence; empty without one."""
    return f"{figure.period}（承前）" if figure.carried_period else figure.period


def owner(figure: Figure) -> str:
    """Whose property a figure gives; empty where its subject or scope says so already."""
    entity = figure.measured_entity
    return "" if entity in figure.subject or entity == figure.scope else entity


def basis(figure: Figure) -> str:
    """The printed words that a change or growth is counted from (比上年); empty where `lead` has them or there are none."""
    return (
        figure.base if figure.aspect in ("change", "growth") or (figure.change and figure.aspect == "multiple") else ""
    )


def inferred(figure: Figure) -> str:
    """What is inferred of a figure's unit, in a few words; empty where nothing is."""
    if not figure.inferred_unit:
        return ""
    return f"{'单位' if figure.unit else '原文未印单位，'}推定为 {figure.inferred_unit}"
