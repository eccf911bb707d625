"""Every link of the site leads somewhere, every id is there once, and no page asks another host for anything."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Page, Request

from report_browser.findings.report import Report

_HOST = "http://site.test/"


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        for name in ("href", "src"):
            if tag != "base" and values.get(name):
                self.links.append(str(values[name]))


def read_pages(site: Path) -> dict[str, _Page]:
    return {str(path.relative_to(site)): _Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def test_every_internal_link_and_anchor_resolves(site: Path, report: Report) -> None:
    pages = read_pages(site)
    dead = [
        f"{name}: {link}"
        for name, page in pages.items() if name != "404.html"
        for link in page.links if not _resolves(site, pages, urljoin(_HOST + name, link), report.settings["url"])
    ]  # fmt: skip
    assert not dead
    assert sum(len(page.links) for page in pages.values()) > 1000


def _resolves(site: Path, pages: dict[str, _Page], link: str, own: str) -> bool:
    link = link.replace(own, _HOST)
    if not link.startswith(_HOST):
        return link.startswith(("https://", "mailto:"))
    parts = urlsplit(link)
    path = unquote(parts.path).lstrip("/")
    path = f"{path}index.html" if not path or path.endswith("/") else path
    if not (site / path).is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in pages[path].ids or parts.fragment.startswith("__")


def test_ids_of_the_report_are_readable_ascii_and_unique_over_the_whole_site(site: Path) -> None:
    ids = Counter(id_ for page in read_pages(site).values() for id_ in set(page.ids))
    each = [
        (name, [id_ for id_, number in Counter(page.ids).items() if number > 1])
        for name, page in read_pages(site).items()
    ]
    assert not [(name, twice) for name, twice in each if twice]
    ours = {id_: number for id_, number in ids.items() if re.match(r"(s\d|block-|row-|all-)", id_)}
    assert len(ours) > 200
    assert not [id_ for id_, number in ours.items() if number > 1]
    assert all(re.fullmatch(r"[a-z0-9-]+", id_) for id_ in ours)


def test_every_record_has_its_anchor_on_its_page(site: Path, report: Report) -> None:
    ids = {id_ for page in read_pages(site).values() for id_ in page.ids}
    records = (
        {one.id for one in report.figures} | {one.id for one in report.measures} | {one.anchor for one in report.edits}
    )
    assert records - ids <= {""}, "mechanical punctuation has no id"
    assert not [record.id for record in report.figures if f"row-{record.id}" not in ids]


def test_no_page_asks_another_host_and_no_script_fails(page: Page, address: str, site: Path) -> None:
    asked: list[str] = []
    said: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in read_pages(site):
        if not name.startswith("id/"):  # they lead on at once to the others
            page.goto(address + name)
    assert asked
    assert not [url for url in asked if not url.startswith((address, "data:"))]
    assert not said
