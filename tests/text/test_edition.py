"""An edition maps every position both ways, and undone it is the source again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_browser.text.blocks import find_block_marks
from report_browser.text.edition import Edit, Edition, EditKind, lift, merge, undo
from report_browser.text.mechanical import find_punctuation
from report_browser.text.source import read_source
from report_browser.text.span import Span

SEED = Path(__file__).parents[2] / "seeds/county-report.txt"
SHA256 = "eb2a5f3a8706e3547f27313d85c96812343635fdff419551ec5729746e0ff432"


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    text = draw(st.text("甲乙丙,1\n、", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    return Edition(text, tuple(Edit(span, draw(st.text("校订，", max_size=3)), EditKind.MISREAD) for span in spans))


@given(editions())
def test_undoing_the_edits_gives_the_source_back(edition: Edition) -> None:
    assert undo(edition) == edition.source


@given(editions(), st.data())
def test_text_outside_edits_maps_to_itself_both_ways(edition: Edition, data: st.DataObject) -> None:
    kept = [part for part in edition.segments if not part.edit]
    if not kept:
        return
    part = data.draw(st.sampled_from(kept))
    start = data.draw(st.integers(part.reading.start, part.reading.end - 1))
    end = data.draw(st.integers(start + 1, part.reading.end))
    span = Span(start, end)
    assert edition.to_source(span).of(edition.source) == span.of(edition.reading)
    assert edition.to_reading(edition.to_source(span)) == span


@given(editions(), st.data())
def test_any_span_of_the_reading_maps_to_source_that_reads_back_over_it(edition: Edition, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(edition.reading)))
    end = data.draw(st.integers(start, len(edition.reading)))
    source = edition.to_source(Span(start, end))
    assert 0 <= source.start <= source.end <= len(edition.source)
    if source and all(edit.span for edit in edition.edits):  # what was put between two characters stands at neither
        assert Span(start, end) in edition.to_reading(source)


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlapping"):
        Edition("甲乙丙", (Edit(Span(0, 2), "", EditKind.MISREAD), Edit(Span(1, 3), "", EditKind.MISREAD)))


def test_where_layers_meet_the_earlier_one_stays() -> None:
    first, crossing = Edit(Span(0, 2), "子", EditKind.MISREAD), Edit(Span(1, 3), "丑", EditKind.SPACE)
    apart = Edit(Span(3, 4), "寅", EditKind.SPACE)
    assert merge([first], [crossing, apart]) == (first, apart)


def test_the_report_has_fifteen_block_marks_and_undone_it_is_the_file_as_received() -> None:
    source = read_source(SEED)
    marks = find_block_marks(source.text)
    base = Edition(source.text, marks)
    edition = Edition(source.text, merge(marks, lift(find_punctuation(base.reading), base)))
    assert [edit.origin for edit in marks] == [str(number) for number in range(1, 16)]
    assert source.sha256 == SHA256
    assert source.encode(undo(edition)) == source.raw
    assert "\n" not in edition.reading.strip()
