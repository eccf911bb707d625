"""Annotation keeps every character once, and marks that would cross are split."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_browser.publishing.parts.annotation import Mark, MarkKind, Node, annotate, text_of
from report_browser.text.span import Span


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, Span, list[Mark]]:
    text = draw(st.text("甲乙丙丁1，。", max_size=20))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(*sorted(ends)))
    marks = draw(st.lists(st.builds(Mark, spans, st.sampled_from(MarkKind)), max_size=8))
    return text, draw(spans), marks


def shown(nodes: tuple[Node | str, ...]) -> str:
    return "".join(node if isinstance(node, str) else f"<{node.mark.kind}{shown(node.children)}>" for node in nodes)


@given(marked_texts())
def test_every_character_is_shown_once_and_in_order(case: tuple[str, Span, list[Mark]]) -> None:
    text, span, marks = case
    assert text_of(annotate(text, span, marks)) == span.of(text)


@given(marked_texts())
def test_every_mark_inside_the_span_opens_exactly_once(case: tuple[str, Span, list[Mark]]) -> None:
    text, span, marks = case
    inside = [mark for mark in marks if mark.span in span and mark.span]
    opened = shown(annotate(text, Span(0, len(text)), inside)).count("<")
    whole = annotate(text, Span(0, len(text)), inside)
    assert _openings(whole) == len(inside)
    assert opened >= len(inside)


def _openings(nodes: tuple[Node | str, ...]) -> int:
    return sum(node.mark.opens + _openings(node.children) for node in nodes if isinstance(node, Node))


def test_marks_nest_by_width_and_a_crossing_one_is_split() -> None:
    marks = [
        Mark(Span(1, 4), MarkKind.TERM),
        Mark(Span(2, 6), MarkKind.FIGURE),
        Mark(Span(2, 2), MarkKind.PAGE),
    ]
    assert shown(annotate("零一二三四五六", Span(0, 7), marks)) == "零<term一<figure<page>二三>><figure四五>六"


def test_of_two_marks_on_the_same_span_the_kind_that_is_listed_first_is_outside() -> None:
    marks = [Mark(Span(0, 2), MarkKind.FIGURE), Mark(Span(0, 2), MarkKind.SENTENCE)]
    assert shown(annotate("甲乙", Span(0, 2), marks)) == "<sentence<figure甲乙>>"
