"""Ends: where a change of a share ends in a word for the whole, its end is inferred, and is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report_browser.figures.ends import InferredEnd
from report_browser.figures.figure import extract_figures
from report_browser.figures.relations import find_relations
from report_browser.outline.headings import parse_outline


def ends(text: str) -> list[InferredEnd]:
    figures = extract_figures(text, parse_outline(text))
    return [change.inferred for change in find_relations(text, figures).changes if change.inferred]


WHOLE = {
    "由原来23%的女性全部变为女性。": "全部",
    "专干由23%的女性全都变成女性。": "全都",
    "合作医疗覆盖率由60%提高到全覆盖。": "全覆盖",
    "持证上岗率从45%达到全部。": "全部",
}


@pytest.mark.parametrize(("text", "word"), WHOLE.items())
def test_all_is_a_hundred_per_cent(text: str, word: str) -> None:
    assert ends(text) == [InferredEnd(Decimal(100), word)]
    assert len(extract_figures(text, parse_outline(text))) == 1


OPEN = [
    "由原来23%的女性全部变为男性。",  # all of these, and so none of the others
    "由原来23%的女性变为女性。",
    "女性占23%，全部变为专职。",
    "女性由23%提高到75%。",
    "由23名女性全部变为女性。",
]


@pytest.mark.parametrize("text", OPEN)
def test_no_end_is_inferred_from_less(text: str) -> None:
    assert ends(text) == []
