"""Search in Chinese finds words, numbers and names, typed as a reader types them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

# What is typed, and a page that must be among the first three found.
QUERIES = {
    "村民自治": "s2-3",
    "知情选择": "s2-3",
    "马街书会": "s2-1",
    "流动人口": "s1-3",
    "利益导向": "s2-3",
    "独生子女": "s2-3",
    "138.6": "s1-2",
    "317个行政村": "s0",
    "9.5": "s0",
    "办所": "s2-4",
    # What the source prints is found as well as what is read, and leads to the same place.
    "突破口": "s2-2",
    "突破品": "s2-2",
    "20230%": "s2-2",
    "效劳": "s2-4",
}


def search(page: Page, words: str) -> list[str]:
    """The addresses found, best first. Material listens to keys, so the last one is pressed."""
    box = page.locator(".md-search__input")
    box.click()
    box.fill(words)
    box.press("End")
    meta = page.locator(".md-search-result__meta")
    expect(meta).not_to_have_text("键入以开始搜索")
    expect(meta).not_to_contain_text("正在初始化")
    links = page.locator(".md-search-result__item > a.md-search-result__link")
    return [str(link.get_attribute("href")) for link in links.all()]


@pytest.mark.parametrize(("words", "wanted"), QUERIES.items(), ids=QUERIES.keys())
def test_a_query_brings_the_right_page_among_the_first_three(page: Page, address: str, words: str, wanted: str) -> None:
    page.goto(address)
    pages = list(dict.fromkeys(urlsplit(link).path for link in search(page, words)))
    assert f"/{wanted}/" in pages[:3], pages


@pytest.mark.parametrize(("reads", "was"), [("计划生育", "方案生育"), ("突破口", "突破品"), ("100%", "20230%")])
def test_what_is_read_and_what_stood_there_lead_to_the_same_page(
    page: Page, address: str, reads: str, was: str
) -> None:
    found = []
    for words in (reads, was):
        page.goto(address)
        found.append([urlsplit(link).path for link in search(page, words) if urlsplit(link).path.startswith("/s")])
    assert found[0]
    assert set(found[0]) & set(found[1][:3])
