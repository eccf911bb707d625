"""What the tests of the built site share: the site itself, served on this machine, and a real browser."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import build_site
from report_browser.editorial.files import read_contents
from report_browser.findings.report import Report, read_report
from report_browser.text.source import read_source
from tests.browser import find_browser

# The dictionary is read within some example, which then takes longer than the others.
settings.register_profile("patient", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(build_site.__file__).parent
SITE_DATE = "1700000000"  # SOURCE_DATE_EPOCH of the site that the tests share
SEED = ROOT / "seeds/county-report.txt"
# As root Chromium has no sandbox; the rest keeps it from looking for hosts that are not this test's.
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def report() -> Report:
    """The shipped report, read with the shipped content."""
    return read_report(read_source(SEED), read_contents(ROOT / "content"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped report's site: built once a test run, by the worker that first asks for it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # of the whole test run; each worker has its own below
    with _locked(folder / "site.lock"), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", SITE_DATE)
        assert (folder / "site").exists() or build_site.main(["--out", str(folder / "site")]) == 0
    return folder / "site"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One process at a time, the others wait; a file of SQLite's, whose lock is known on every platform."""
    with closing(sqlite3.connect(path, timeout=600, isolation_level=None)) as file:
        file.execute("BEGIN EXCLUSIVE")
        yield


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing of requests."""


class _Patient(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up on what it still asked for."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, ending with a slash."""
    server = _Patient(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium-family browser of this machine; its absence is a failure, not a skip."""
    path = find_browser()
    assert path, "no browser; run: python tests/browser.py"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor on a desktop."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh visitor's page."""
    return context.new_page()
