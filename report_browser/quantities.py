"""Quantities: numerals with their units and qualifiers, as they stand in one paragraph; what is no figure left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from report_browser.decoys import find_decoys, meets
from report_browser.lexicon import either, lexicon
from report_browser.numerals import ARABIC, NUMERAL, Reading, read_numeral
from report_browser.span import Span
from report_browser.units import MEASURE, NOUN, Unit, match_unit

Form = Literal["number", "range", "ratio"]
Bound = Literal["", "≥", "≤", "<", ">", "≈"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and qualifier; `phrase` reaches from the first of these to the last."""

    number: Span
    values: tuple[Decimal, ...]
    form: Form
    unit: Unit
    qualifiers: tuple[Span, ...]
    bound: Bound
    phrase: Span
    chinese: bool = False

    def qualifier(self, text: str) -> str:
        """The qualifier as printed; two are joined by a space."""
        return " ".join(span.of(text) for span in self.qualifiers)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a paragraph, in text order; none overlap."""
    return tuple(_accepted(text, list(_candidates(text))))


def _candidates(text: str) -> Iterator[Quantity]:
    decoys, at = find_decoys(text), 0
    while match := NUMERAL.search(text, at):
        quantity = None if meets(decoys, *match.span()) else _quantity(text, match, decoys)
        at = match.end()
        if quantity:
            at = quantity.phrase.end if _counts(text, quantity) else quantity.number.end
            yield quantity


def _quantity(text: str, match: re.Match[str], decoys: Sequence[tuple[int, int]]) -> Quantity | None:
    token = _ratio(text, match) or _range(text, match, decoys) or _single(text, match)
    return _with_qualifiers(text, token) if token else None


# Numbers: one, two with a dash between, or several with colons.


def _single(text: str, match: re.Match[str]) -> Quantity | None:
    number = Span(*_without_unit(match))
    try:
        reading = read_numeral(number.of(text))
    except (ValueError, KeyError, ArithmeticError):
        return None
    form: Form = "range" if len(reading.values) == 2 else "number"  # noqa: PLR2004 - 三四 is 3 to 4
    values = tuple(_signed(text, number.start, value) for value in reading.values)
    unit = _share(reading, number) if reading.unit else match_unit(text, number.end)
    return Quantity(number, values, form, unit, (), "", number, chinese=match["chinese"] is not None)


def _without_unit(match: re.Match[str]) -> tuple[int, int]:
    """The numeral's place; of 三千万元 the 千万 belongs to the unit."""
    start, end = match.span()
    thousands = (
        end - start > 1 and re.fullmatch("[一二三四五六七八九两]千", match[0]) and match.string[end : end + 1] == "万"
    )
    return start, end - 1 if thousands else end


def _share(reading: Reading, number: Span) -> Unit:
    return Unit(reading.unit, Span(number.end, number.end), "share", reading.unit)


def _signed(text: str, start: int, value: Decimal) -> Decimal:
    return -value if re.search(r"(?:[\u4e00-\u9fff][-－−]|负)\Z", text[max(start - 2, 0) : start]) else value


_RATIO = re.compile(rf"{ARABIC}(?: ?[:：∶︰比] ?{ARABIC})+")
_CLOCK = re.compile(r"[0-9０-９]{1,2}[:：][0-5][0-9]")


def _ratio(text: str, match: re.Match[str]) -> Quantity | None:
    found = _RATIO.match(text, match.start()) if match["arabic"] else None
    if not found or (
        _CLOCK.fullmatch(found[0]) and not _ratio_cue().search(text[max(match.start() - 30, 0) : match.start()])
    ):
        return None
    parts = re.split("[:：∶︰比]", found[0])
    values = tuple(read_numeral(part).values[0] for part in parts)
    number = Span(*found.span())
    return Quantity(number, values, "ratio", Unit("", Span(number.end, number.end)), (), "", number)


@cache
def _ratio_cue() -> re.Pattern[str]:
    return re.compile(either(lexicon("acceptance")["ratio words"]))


_DASH = re.compile(r" ?(?:[-－–~～〜]|[—―─]{1,2}|至|到) ?")


def _range(text: str, match: re.Match[str], decoys: Sequence[tuple[int, int]]) -> Quantity | None:
    """`3—5年`, `35%至40%`; not `由35%到40%`, which is a change."""
    first = _single(text, match)
    if not first or len(first.values) != 1 or first.values[0] < 0:
        return None
    dash = _DASH.match(text, first.number.end) or _DASH.match(text, first.unit.span.end)
    following = NUMERAL.match(text, dash.end()) if dash else None
    if not dash or not following or meets(decoys, *following.span()):
        return None
    second = _single(text, following)
    if not second or not _spans_a_range(text, first, second, dash[0].strip()):
        return None
    number = Span(first.number.start, second.number.end)
    return replace(second, number=number, values=first.values + second.values, form="range", phrase=number)


def _spans_a_range(text: str, first: Quantity, second: Quantity, dash: str) -> bool:
    alike = not first.unit.base or first.unit.base == second.unit.base
    growing = first.unit.printed != "" or first.values[0] < second.values[0]
    same_script = first.chinese == second.chinese
    change = dash in "至到" and _from_words().search(text[max(first.number.start - 15, 0) : first.number.start])
    return alike and growing and same_script and not change


@cache
def _from_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('acceptance')['from words'])})[^，。；]*\Z")


# Qualifiers.


@cache
def _bounds() -> dict[str, dict[str, Bound]]:
    """By place (before, between, after) and word."""
    places: dict[str, Any] = lexicon("qualifiers")
    return {
        place: {word: bound for bound, words in places[place].items() for word in words}
        for place in ("before", "between", "after")
    }


@cache
def _before() -> re.Pattern[str]:
    carriers = either(lexicon("qualifiers")["carriers"])
    return re.compile(rf"({either(_bounds()['before'])})(?:{carriers})? ?\Z")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf" ?({either(_bounds()['after'])})")


_LONGEST_QUALIFIER = 8
_AFTER_MANY = re.compile("功能|种|媒|方面|元化|样|项|次|渠|层|元|党|年级|动|民族|语|级|边|家|少|额|热|下的?|款|地|人参")
_TIMES = ("time", "months", "weeks", "hours")
_BARE_SCALES = "百千万亿"


def _with_qualifiers(text: str, quantity: Quantity) -> Quantity:
    places = _bounds()
    before = _qualifier_before(text, quantity)
    inside = quantity.unit.qualifier
    after = _qualifier_after(text, quantity)
    words = [*zip((before, inside, after), ("before", "between", "after"), strict=True)]
    spans = [(span, place) for span, place in words if span]
    bounds = [places[place].get(span.of(text), "") for span, place in spans]
    start = before.start if before else quantity.number.start
    end = max(quantity.number.end, quantity.unit.span.end, inside.end, after.end)
    bound: Bound = bounds[0] if bounds else ""
    return replace(quantity, qualifiers=tuple(span for span, _ in spans), bound=bound, phrase=Span(start, end))


def _qualifier_before(text: str, quantity: Quantity) -> Span:
    start = max(quantity.number.start - _LONGEST_QUALIFIER, 0)
    found = _before().search(text[start : quantity.number.start])
    if not found or (found[1] == "上" and quantity.number.of(text) not in _BARE_SCALES):
        return Span(0, 0)
    if text[max(start + found.start() - 1, 0) : start + found.start() + 1] in (
        "最近",
        "就近",
        "附近",
        "远近",
        "临近",
        "邻近",
    ):
        return Span(0, 0)
    return Span(*found.span(1)).shift(start)


def _qualifier_after(text: str, quantity: Quantity) -> Span:
    end = max(quantity.number.end, quantity.unit.span.end, quantity.unit.qualifier.end)
    found = _after().match(text, end)
    if not found or (found[1] in "余多" and (quantity.unit.qualifier or _AFTER_MANY.match(text, found.end()))):
        return Span(0, 0)
    if found[1] == "内" and quantity.unit.kind not in _TIMES:
        return Span(0, 0)
    return Span(*found.span(1))


# Which of them count.


def _counts(text: str, quantity: Quantity) -> bool:
    if quantity.form == "ratio":
        return True
    number, unit = quantity.number.of(text), quantity.unit
    if "分之" in number or "/" in number or number in ("一半", "半数"):
        return True
    if quantity.chinese:
        return _chinese_counts(text, quantity, number)
    return bool(unit.printed) or _bare_counts(text, quantity)


def _bare_counts(text: str, quantity: Quantity) -> bool:
    """Whether an Arabic number without a unit is a value: words before it say so, or a qualifier."""
    before = text[max(quantity.phrase.start - 6, 0) : quantity.phrase.start].rstrip()
    following = text[quantity.phrase.end : quantity.phrase.end + 1]
    ends = not following or not re.match(r"[0-9０-９A-Za-z\u4e00-\u9fff]", following) or following in "的和与及、且比较"
    return ends and bool(quantity.qualifiers or _bare_cue().search(before))


@cache
def _bare_cue() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('acceptance')['bare']['before'])})了?\Z")


def _chinese_counts(text: str, quantity: Quantity, number: str) -> bool:
    rules, unit = lexicon("acceptance")["chinese"], quantity.unit
    word = unit.printed.lstrip("".join(_BARE_SCALES)) or unit.printed
    if not unit.printed or (number in _BARE_SCALES and not quantity.qualifiers):
        return False
    if number == "一" and unit.printed == word:
        return word in rules["one"] and (
            word != "番" or "翻" in text[max(quantity.phrase.start - 3, 0) : quantity.phrase.start]
        )
    if word in rules["times"]:
        return bool(_timed().search(text[max(quantity.phrase.start - 6, 0) : quantity.number.start]))
    if word == "番":
        return "翻" in text[max(quantity.phrase.start - 3, 0) : quantity.phrase.start]
    if word in rules["units"]:
        return True
    return unit.kind in (MEASURE, NOUN) and word in rules["blurring units"] and _concrete(text, quantity)


def _concrete(text: str, quantity: Quantity) -> bool:
    """Whether what stands behind 个, 项 and the like is a thing that can be counted."""
    blurred = bool(quantity.qualifiers) or quantity.values[-1] > 10  # noqa: PLR2004 - 十 and below are often rhetorical
    return bool((_not_abstract() if blurred else _nouns()).match(text, quantity.phrase.end))


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf" ?[^，。；、]{{0,4}}?(?:{either(lexicon('acceptance')['chinese']['nouns'])})")


@cache
def _not_abstract() -> re.Pattern[str]:
    return re.compile(rf" ?(?!{either(lexicon('acceptance')['chinese']['abstract'])})[\u4e00-\u9fff]")


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon('acceptance')['chinese']['timed by'])})[^，。；]{{0,3}}\Z")


# A unit printed once for several: `15、20和30元`; beside one that counts the others count as well.


def _accepted(text: str, candidates: Sequence[Quantity]) -> Iterator[Quantity]:
    following: Quantity | None = None
    kept = []
    for quantity in reversed(candidates):
        one = _sharing(text, quantity, following) or (quantity if _counts(text, quantity) else None)
        kept += [one] if one else []
        following = one
    return reversed(kept)


def _sharing(text: str, quantity: Quantity, following: Quantity | None) -> Quantity | None:
    """A bare number with the unit of the quantity that only 、 or 和 parts it from; None where that is not so."""
    if not following or quantity.unit.printed or quantity.form != "number" or quantity.chinese != following.chinese:
        return None
    joined = text[quantity.phrase.end : following.phrase.start].strip() in ("、", "和", "与", "及")
    return replace(quantity, unit=replace(following.unit, qualifier=Span(0, 0))) if joined else None
