"""axe-core finds nothing to object to, on phones and desktops, light and dark (WCAG 2.2 A and AA, best practices)."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = ["", "s0/", "s1/", "s2-2/", "all/", "data/", "measures/", "errata/", "glossary/", "indicators/",
    "checks/", "downloads/",
         "about/", "en/", "indicators/relief-funds/"]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_violates_a_rule(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = []
    for path in PAGES:
        page.goto(address + path)
        violations = Axe().run(page).response["violations"]
        found += [(path, one["id"], one["nodes"][0]["html"][:200]) for one in violations]
    context.close()
    assert found == []
