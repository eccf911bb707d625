"""Navigation: the generated part of the site tool's configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import escape

from report_browser.publishing.parts.addresses import Addresses, SectionPage
from report_browser.publishing.pages.page import Page
from report_browser.findings.report import Report


def configuration(report: Report, pages: Iterable[Page], root: Path, build: Path) -> dict[str, Any]:
    """What `build/mkdocs.yml` says: the project's `mkdocs.yml`, and this report's title, address and navigation."""
    return {
        "INHERIT": os.path.relpath(root / "mkdocs.yml", build),
        "site_name": str(escape(report.title)),
        "site_url": report.settings["url"],
        "copyright": report.settings.get("copyright", ""),
        "docs_dir": "docs",
        "theme": {"custom_dir": str(root / "templates/overrides")},
        "nav": navigation(Addresses(report), pages),
    }


def navigation(addresses: Addresses, pages: Iterable[Page]) -> list[Any]:
    """The report's sections under their chapters, then the other pages; single indicators are found in their list."""
    sections = {page.section.id: page for page in addresses.pages}
    top = [_entry(addresses, page, sections) for page in addresses.pages if not page.ancestors]
    others = [{_title(page): page.file} for page in pages if page.path not in sections and page.in_navigation]
    return [*others[:1], *top, *others[1:]]


def _entry(addresses: Addresses, page: SectionPage, sections: dict[str, SectionPage]) -> dict[str, Any]:
    name, file = str(escape(addresses.name(page.section))), f"{page.section.id}.md"
    if not page.children:
        return {name: file}
    return {
        name: [
            f"{page.section.id}/index.md",
            *(_entry(addresses, sections[child.id], sections) for child in page.children),
        ]
    }


def _title(page: Page) -> str:
    return str(escape(page.short_title or page.title))
