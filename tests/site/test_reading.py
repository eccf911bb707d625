"""What a reader does on the site: follow a figure to its sentence, open a note, change the text, sort and filter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from report_browser.findings.report import Report


def test_a_figures_row_leads_to_its_highlighted_sentence_and_back(page: Page, address: str, report: Report) -> None:
    record = next(one for one in report.figures if one.number == "138.6")
    page.goto(f"{address}data/")
    page.locator(f"#row-{record.id} td a").first.click()
    mark = page.locator(f"#{record.id}")
    expect(mark).to_be_in_viewport()
    assert mark.bounding_box()["y"] > page.locator(".md-header").bounding_box()["height"]  # type: ignore[index]
    sentence = page.locator(f".sentence:has(#{record.id})")
    assert sentence.evaluate("one => getComputedStyle(one).backgroundImage") != "none"
    page.locator(f"#{record.id} ~ .side a.to-record").first.click()
    expect(page.locator(f"#row-{record.id}")).to_be_in_viewport()


def test_any_sentence_is_three_clicks_from_the_overview(page: Page, address: str, report: Report) -> None:
    page.goto(address)
    listed = {str(link.get_attribute("href")).strip("/") for link in page.locator("table.outline a").all()}
    assert {section.id for section in report.outline.all_sections if section.paragraphs} <= listed


def test_on_a_phone_a_mark_opens_its_note_under_the_paragraph_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}s1-2/")
    for mark in page.locator(".paragraph .reading > a.repair, .sentence > a.figure").all():
        mark.click()
        keys = str(mark.get_attribute("data-notes")).split()
        opened = mark.locator("xpath=ancestor::div[1]").locator(".notes > li:visible")
        assert opened.count() == len(keys)
    context.close()


@pytest.mark.parametrize("width", [390, 1024, 1280, 1920])
def test_every_mark_in_the_text_takes_the_pointer(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 4000})
    for path in ("s0/", "s1-2/", "s2-2/"):
        page.goto(f"{address}{path}")
        missed, marks = page.evaluate(_POINTED)
        assert missed == []
        assert marks > 10


# Which marks something else lies over, and how many there are.
_POINTED = """() => {
  const marks = [...document.querySelectorAll(".reading a:is(.figure, .repair, .doubt, .term)")].filter(mark => mark.textContent);
  const under = mark => { const {x, y, width, height} = mark.getClientRects()[0]; return document.elementFromPoint(x + width / 2, y + height / 2); };
  return [marks.filter(mark => !mark.contains(under(mark))).map(mark => mark.textContent), marks.length];
}"""


def test_the_links_of_an_opened_note_work_with_the_mouse(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".ledger a", has_text="156.8").click()
    page.locator(".notes a:visible", has_text="指标").click()
    assert page.url.endswith("/indicators/family-planning-funding/")


def test_a_note_in_the_margin_leads_to_its_indicator(page: Page, address: str) -> None:
    page.goto(f"{address}s1-2/")
    page.locator(".side .subject a", has_text="计生事业费").first.click()
    assert page.url.endswith("/indicators/family-planning-funding/")


def test_on_a_wide_screen_notes_stand_level_and_never_overlap(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}s2-2/")
    boxes = [note.bounding_box() for note in page.locator(".side").all()]
    tops = sorted((box["y"], box["height"]) for box in boxes if box)
    assert len(tops) > 15
    assert all(one[0] + one[1] <= other[0] + 1 for one, other in pairwise(tops))


@pytest.mark.parametrize("width", [390, 768, 1024, 1280, 1920])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "s2-2/",
        "s1/",
        "all/",
        "data/",
        "measures/",
        "errata/",
        "downloads/",
        "checks/",
        "indicators/",
        "indicators/staff-education/",
    ],
)
def test_no_page_is_wider_than_the_screen(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_data_table_sorts_and_filters(page: Page, address: str, report: Report) -> None:
    page.goto(f"{address}data/")
    page.get_by_role("button", name="数", exact=True).click()
    numbers = [float(str(cell.get_attribute("data-value"))) for cell in page.locator("#figures td.amount").all()]
    assert numbers == sorted(numbers)
    page.get_by_label("章节").select_option("s1-2")
    expected = sum(record.place.section.id == "s1-2" for record in report.figures)
    expect(page.locator("#figures tbody tr:visible")).to_have_count(expected)
    expect(page.locator(".filters output")).to_have_text(f"{expected} 行")


def test_a_note_beside_the_text_tells_its_reason_when_its_mark_is_pointed_at(page: Page, address: str) -> None:
    page.goto(f"{address}s1-2/")
    mark = page.locator(".reading > a.repair:not(.again)").first
    reason = page.locator(".reading > a.repair:not(.again) + .side .reason").first
    expect(reason).to_be_hidden()
    mark.hover()
    expect(reason).to_be_visible()


def test_with_the_keyboard_a_note_opens_under_the_paragraph_with_its_links(page: Page, address: str) -> None:
    page.goto(f"{address}s1-2/")
    page.locator(".reading > a.repair:not(.again)").first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".paragraph .notes > li:visible")
    expect(note).to_have_count(1)
    expect(note.get_by_role("link", name="勘误表")).to_be_visible()
