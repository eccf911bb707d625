"""Short addresses: `/id/<id>/` arrives at its words in every view, with script and without, at any address of the site."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from report_browser.findings.report import Report

PHONE = {"width": 390, "height": 844}
VIEWS = ("reading", "source", "both")
_IN_SIGHT = """id => {
    const [box] = document.getElementById(id).getClientRects();
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    return Boolean(box) && box.top >= header - 1 && box.top < innerHeight;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


@pytest.fixture(scope="module")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site served under a path, `/county/report/`."""
    root = tmp_path_factory.mktemp("host")
    (root / "county").mkdir()
    (root / "county/report").symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/county/report/"
    server.shutdown()
    server.server_close()


def sample(report: Report) -> list[str]:
    """An id of each kind, the first and last in the text, and some drawn by lot."""
    links = report.permalinks
    kinds = {thing.kind: id_ for id_, thing in zip(links.ids, links.things, strict=True)}
    drawn = random.Random(12).sample(links.ids, 2)
    return list(dict.fromkeys([*kinds.values(), links.ids[0], links.ids[-1], "e-ming-biaoti", *drawn]))


def missed(page: Page, address: str, ids: list[str]) -> list[str]:
    """The ids whose short address does not arrive with their element in sight below the header."""
    return [id_ for id_ in ids if not _arrives(page, address, id_)]


def _arrives(page: Page, address: str, id_: str) -> bool:
    page.goto(f"{address}id/{id_}/{'index.html' if address.startswith('file:') else ''}", wait_until="commit")
    page.wait_for_url(re.compile(rf"#{id_}$"), wait_until="load")
    for _ in range(20):
        if page.evaluate(_IN_SIGHT, id_):
            return True
        page.wait_for_timeout(50)
    return False


def on_phone(browser: Browser, view: str = "", *, script: bool = True) -> BrowserContext:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)  # type: ignore[arg-type]
    if view:
        context.add_init_script(f"localStorage.setItem('report-text', '{view}')")
    return context


@pytest.mark.parametrize("view", VIEWS)
def test_each_arrives_in_every_view_that_is_remembered(
    browser: Browser, address: str, report: Report, view: str
) -> None:
    with on_phone(browser, view) as context:
        assert missed(context.new_page(), address, sample(report)) == []


def test_each_arrives_without_script(browser: Browser, address: str, report: Report) -> None:
    with on_phone(browser, script=False) as context:
        assert missed(context.new_page(), address, sample(report)) == []


def test_each_arrives_under_a_path_and_from_a_disk(browser: Browser, below: str, site: Path, report: Report) -> None:
    with on_phone(browser) as context:
        page = context.new_page()
        assert missed(page, below, sample(report)) == []
        assert missed(page, f"{site.as_uri()}/", sample(report)) == []


@pytest.mark.audit
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("view", "script"), [*((view, True) for view in VIEWS), ("", False)])
def test_all_of_them_arrive(browser: Browser, address: str, report: Report, view: str, *, script: bool) -> None:
    with on_phone(browser, view, script=script) as context:
        assert missed(context.new_page(), address, list(report.permalinks.ids)) == []


def test_every_id_has_one_and_it_leads_to_an_element_of_this_id(site: Path, report: Report) -> None:
    folders = {path.name for path in (site / "id").iterdir()}
    assert folders == set(report.permalinks.ids)
    for id_ in folders:
        text = (site / f"id/{id_}/index.html").read_text("utf-8")
        target = re.search(r'http-equiv="refresh" content="0; url=\.\./\.\./([^"]*)#([^"]*)"', text)
        assert target
        assert target[2] == id_
        assert f'href="../../{target[1]}#{id_}"' in text, "a plain link too"
        assert f' id="{id_}"' in (site / target[1]).read_text("utf-8")
        assert f'rel="canonical" href="{report.settings["url"]}id/{id_}/"' in text
        assert "<script" not in text
        assert " style=" not in text


def test_no_file_holds_an_id_of_the_old_forms(site: Path, report: Report) -> None:
    old = re.compile(r"\bs[0-9]+(?:-[0-9]+)*-[fed][0-9]+\b|\bpage-[0-9]+\b")
    paths = [path for path in site.rglob("*") if path.suffix in (".html", ".json", ".csv", ".xml")]
    paths += list((Path(__file__).parents[2] / "content").rglob("*"))
    texts = {path: path.read_text("utf-8-sig") for path in paths if path.is_file()}
    assert len(texts) > 400
    assert {path: old.findall(text) for path, text in texts.items() if old.search(text)} == {}
    indicators = set(report.definitions.indicators)
    assert not [record.id for record in report.figures if record.id in indicators]


def test_copied_links_are_the_short_addresses_without_what_a_search_left(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    copied = {
        "s1-2/?h=经费#s1-2-v138-6": "id/s1-2-v138-6/",
        "s1-2/?h=经费": "id/s1-2/",
        "all/#all-s1-2-v138-6": "id/s1-2-v138-6/",
        "data/#row-s1-2-v138-6": "id/s1-2-v138-6/",
        "glossary/#guoce": "id/guoce/",
        "indicators/population/": "id/population/",
        "data/?h=x": "data/",
    }
    for shown, link in copied.items():
        page.goto(address + shown)
        page.locator("[data-action=copy]").click()
        page.get_by_text("已复制").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == address + link
        page.goto("about:blank")
    context.close()
