"""The three texts: the reading, the source and both, each exact, kept from page to page, and read out whole."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from report_browser.findings.report import Report

SECTIONS = ["s0", "s1-2", "s2-2", "s2-3", "s2-4"]


def select(page: Page, paragraph: str, text: str) -> str:
    """What a reader copies who selects a paragraph's text."""
    script = """([id, text]) => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(`#${id} > .${text}`));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return getSelection().toString();
    }"""
    return str(page.evaluate(script, [paragraph, text]))


def choose(page: Page, name: str) -> None:
    page.locator(".switch label", has_text=name).click()


@pytest.mark.parametrize("name", SECTIONS)
def test_a_selected_paragraph_is_exactly_the_text_that_is_shown(
    page: Page, address: str, report: Report, name: str
) -> None:
    page.goto(f"{address}{name}/")
    for view in ("校订", "原文", "对照"):
        choose(page, view)
        for paragraph in report.sections[name].paragraphs:
            if view != "原文":
                assert select(page, paragraph.id, "reading") == paragraph.span.of(report.edition.reading)
            if view != "校订":
                source = report.edition.to_source(paragraph.span)
                assert select(page, paragraph.id, "source") == source.of(report.source.text)


def test_the_choice_survives_to_the_next_page_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}s1-2/")
    choose(page, "原文")
    page.goto(f"{address}s1-3/")
    expect(page.locator("#s1-3-p1 > .source")).to_be_visible()
    expect(page.locator("#s1-3-p1 > .reading")).to_be_hidden()
    choose(page, "校订")
    page.goto(f"{address}s1-2/")
    expect(page.locator("#s1-2-p1 > .reading")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "shown"), [("source", ["source"]), ("both", ["reading", "source"]), ("reading", ["reading"])]
)
def test_an_address_can_name_the_text(page: Page, address: str, text: str, shown: list[str]) -> None:
    page.goto(f"{address}s1-2/?text={text}")
    visible = [name for name in ("reading", "source") if page.locator(f"#s1-2-p1 > .{name}").is_visible()]
    assert visible == shown


def test_the_switch_works_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}s1-2/")
    page.locator("#text-reading").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#s1-2-p1 > .source")).to_be_visible()
    expect(page.locator("#s1-2-p1 > .reading")).to_be_hidden()
    expect(page.get_by_role("radio", name="原文")).to_be_checked()


def test_the_switch_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}s1-2/")
    choose(page, "原文")
    expect(page.locator("#s1-2-p1 > .source")).to_be_visible()
    context.close()


def test_switching_keeps_the_readers_place(page: Page, address: str) -> None:
    page.goto(f"{address}all/")
    place = page.locator("#all-s2-2-p2")
    place.scroll_into_view_if_needed()
    page.evaluate("window.scrollBy(0, 300)")
    first = """() => {
        const one = [...document.querySelectorAll(".paragraph")].find((p) => p.getBoundingClientRect().bottom > 80);
        return [one.id, Math.round(one.getBoundingClientRect().top)];
    }"""
    before = page.evaluate(first)
    for value in ("source", "both", "reading"):
        page.locator(f"label[for=text-{value}]").evaluate("label => label.click()")
        after = page.evaluate(first)
        assert after[0] == before[0]
        assert abs(after[1] - before[1]) <= 2


def test_every_edit_is_at_its_place_in_the_source_too(page: Page, address: str, report: Report) -> None:
    """Each is marked on the source's own words, in text order; headings show theirs in the line under the title."""
    for section in report.outline.all_sections:
        own = [one for one in report.edits if one.id and one.place.paragraph.startswith(f"{section.id}-p")]
        if own:
            page.goto(f"{address}{section.id}/?text=source")
            marks = page.locator(".source .printed, .source .blank, .source .printed-page").all_text_contents()
            assert [one.was for one in own if one.edit.kind != "page-break"] == [
                words for words in marks if not words.strip().rstrip("、").isdigit() or words in ("2023", "9.5", "4")
            ]


def spoken(page: Page, selector: str) -> str:
    """The words of an element as a screen reader gets them, from Chromium's accessibility tree."""
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("Accessibility.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    node = client.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    backend = client.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"]
    nodes = {one["nodeId"]: one for one in client.send("Accessibility.getFullAXTree")["nodes"]}
    start = next(one for one in nodes.values() if one.get("backendDOMNodeId") == backend)
    return "".join(_words(nodes, start))


def _words(nodes: dict[str, Any], node: dict[str, Any]) -> list[str]:
    if node.get("role", {}).get("value") == "StaticText" and not node.get("ignored"):
        return [str(node["name"]["value"])]
    return [word for child in node.get("childIds", []) for word in _words(nodes, nodes[child])]


@pytest.mark.parametrize("name", SECTIONS)
def test_a_screen_reader_reads_each_sentence_whole_and_once(
    page: Page, address: str, report: Report, name: str
) -> None:
    page.goto(f"{address}{name}/")
    for paragraph in report.sections[name].paragraphs:
        assert spoken(page, f"#{paragraph.id} > .reading") == paragraph.span.of(report.edition.reading)
