"""Annotation keeps every character once, and marks that would cross are split."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_browser.publishing.parts.annotation import Mark, Node, annotate, text_of
from report_browser.text.span import Span


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, Span, list[Mark]]:
    text = draw(st.text("甲乙丙丁1，。", max_size=20))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(*sorted(ends)))
    marks = draw(st.lists(st.builds(Mark, spans, st.integers(0, 3), st.sampled_from("fret")), max_size=8))
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
    marks = [Mark(Span(1, 4), 0, "a"), Mark(Span(2, 6), 0, "b"), Mark(Span(2, 2), 0, "p")]
    assert shown(annotate("零一二三四五六", Span(0, 7), marks)) == "零<a一<b<p>二三>><b四五>六"


def test_of_two_marks_on_the_same_span_the_lower_rank_is_outside() -> None:
    marks = [Mark(Span(0, 2), 2, "inner"), Mark(Span(0, 2), 1, "outer")]
    assert shown(annotate("甲乙", Span(0, 2), marks)) == "<outer<inner甲乙>>"
