"""Emendations: rules for text of one origin, places for one text, each exactly where it says or an error with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from report_browser.editorial.emendations import find_emendations
from report_browser.editorial.files import ContentFile, read_content
from report_browser.errors import ReportError
from report_browser.findings.report import Report
from report_browser.text.blocks import find_block_marks
from report_browser.text.edition import Edition, undo
from report_browser.text.source import parse_source

TEXT = "全县方案生育优质效劳工作。开展活动,经济开展。每月2023元。县和的各项工作。"
SHA256 = parse_source(TEXT.encode(), "a.txt").sha256
RULE = {
    "id": "r-plan",
    "stands": "方案生育",
    "read": "计划生育",
    "kind": "word-swapped",
    "certainty": "certain",
    "reason": "换。",
}
PLACE = {"id": "e-grow", "in": "经济开展", "stands": "开展", "read": "发展", "kind": "word-swapped", "certainty": "certain",
         "reason": "换。"}  # fmt: skip


def content(
    tmp_path: Path, rules: list[object], places: list[object], signs: tuple[str, ...] = ("方案生育",)
) -> ContentFile:
    values = {"signs": list(signs), "rules": rules, "texts": [{"sha256": SHA256, "name": "a.txt", "places": places}]}
    (tmp_path / "emendations.yml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    return read_content(tmp_path, "emendations")


def reading(file: ContentFile, text: str = TEXT) -> str:
    base = Edition(text, find_block_marks(text))
    edition = Edition(text, find_emendations(file, base, parse_source(text.encode(), "a.txt").sha256))
    assert undo(edition) == text
    return edition.reading


def test_rules_apply_everywhere_and_places_once(tmp_path: Path) -> None:
    expected = "全县计划生育优质效劳工作。开展活动,经济发展。每月2023元。县和的各项工作。"
    assert reading(content(tmp_path, [RULE], [PLACE])) == expected


def test_a_rule_leaves_its_exceptions_and_the_places_alone(tmp_path: Path) -> None:
    rule = {**RULE, "id": "r-grow", "stands": "开展", "read": "发展", "except": ["开展活动"]}
    place = {**PLACE, "read": "增长"}
    with pytest.raises(ReportError, match="'开展' never applies"):
        reading(content(tmp_path, [rule], [place]))


def test_rules_leave_a_text_alone_that_shows_no_sign_of_the_damage(tmp_path: Path) -> None:
    clean = "为国效劳,方案很好。"
    assert reading(content(tmp_path, [{**RULE, "stands": "效劳", "read": "服务"}], []), clean) == clean


def test_another_text_does_not_trip_over_places_that_are_not_its_own(tmp_path: Path) -> None:
    other = "方案生育工作,别无其他。"
    assert reading(content(tmp_path, [RULE], [PLACE]), other) == "计划生育工作,别无其他。"


def test_a_doubtful_entry_leaves_the_text_as_it_stands(tmp_path: Path) -> None:
    place = {**PLACE, "id": "e-x", "in": "县和的各项", "stands": "和", "certainty": "doubtful", "conjecture": "或衍。"}
    del place["read"]
    assert reading(content(tmp_path, [RULE], [place])) == TEXT.replace("方案生育", "计划生育")


WRONG = {
    "not found": ({"in": "社会开展"}, "'社会开展' is not in the text"),
    "found twice": ({"in": "开展"}, "'开展' is in the text 2 times"),
    "not in its context": ({"stands": "发达"}, "'发达' is not in `in`"),
    "no reading": ({"read": None}, "has no `read`"),
    "evidence that is nowhere": ({"evidence": "无此"}, "'无此' is not in the text"),
}


@pytest.mark.parametrize(("change", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_place_that_does_not_fit_is_told_with_its_line(
    tmp_path: Path, change: dict[str, str | None], said: str
) -> None:
    place = {key: value for key, value in {**PLACE, **change}.items() if value is not None}
    with pytest.raises(ReportError) as error:
        reading(content(tmp_path, [RULE], [place]))
    assert said in str(error.value)
    assert error.value.problems[0].line > 1


def test_overlapping_places_and_idle_rules_are_told_together(tmp_path: Path) -> None:
    idle = {**RULE, "id": "r-idle", "stands": "根底", "read": "基础"}
    with pytest.raises(ReportError) as error:
        reading(content(tmp_path, [RULE, idle], [PLACE, {**PLACE, "id": "e-2", "stands": "济开", "read": "济"}]))
    assert "overlaps" in str(error.value)
    assert "'根底' never applies" in str(error.value)


def test_a_word_that_a_block_mark_cuts_keeps_the_mark(tmp_path: Path) -> None:
    chunks = [
        "全县上下认真贯彻会议精神坚持方案生",
        "育工作以人为本突出优质服务深入开展",
        "各项工作顺利推进成效十分明显突出。",
    ]
    text = "\n".join(f"{number}、{chunk}" for number, chunk in enumerate(chunks, 1))
    base = Edition(text, find_block_marks(text))
    assert len(base.edits) == 3
    (edit,) = find_emendations(content(tmp_path, [RULE], []), base, "")
    assert (edit.span.of(text), edit.replacement) == ("方案", "计划")


def test_the_reading_of_the_report_is_free_of_every_known_garble(report: Report) -> None:
    garbles = ("方案生育", "效劳", "根底", "原那么", "别离", "盛市", "基矗", "保舰", "文化程序", "咄台", "2023")
    assert [word for word in garbles if word in report.edition.reading] == []
    assert all(word in report.source.text for word in garbles)


def test_undoing_every_edit_of_the_report_gives_the_file_back(report: Report) -> None:
    assert report.source.encode(undo(report.edition)) == report.source.raw
    assert len(report.edition.edits) > 300
