"""axe-core finds nothing to object to, on phones and desktops, light and dark (WCAG 2.2 A and AA, best practices)."""

from __future__ import annotations

import random
from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = ["", "s0/", "s1/", "s2-2/", "all/", "data/", "measures/", "errata/", "glossary/", "indicators/",
    "checks/", "downloads/",
         "about/", "en/", "indicators/relief-funds/"]  # fmt: skip
STATES = list(product((390, 1280), ("light", "dark")))
# `make test` looks at each page in one state, drawn with a fixed seed; `make audit` at each in every state.
_DRAW = random.Random(7)
DRAWN = {(page, *_DRAW.choice(STATES)) for page in PAGES}


def test_the_sample_has_every_page_and_every_state() -> None:
    assert {page for page, _, _ in DRAWN} == set(PAGES)
    assert {(width, scheme) for _, width, scheme in DRAWN} == set(STATES)


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        pytest.param(path, *state, marks=() if (path, *state) in DRAWN else pytest.mark.audit)
        for path, state in product(PAGES, STATES)
    ],
)
def test_no_page_violates_a_rule(
    browser: Browser, address: str, path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path)
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in violations] == []
