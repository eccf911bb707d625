"""MkDocs: its configuration with the navigation, and a run of it. All that is particular to this site tool is here."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml
from markupsafe import escape

from report_browser.errors import Problem, ReportError
from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses, SectionPage
from report_browser.publishing.site.folders import add_files, replacing

NavigationItem = str | dict[str, "str | list[NavigationItem]"]  # a file, or a name with its file or the items under it

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, which is pinned out


def build_site(config: Mapping[str, object], build: Path, out: Path, others: Mapping[str, str]) -> None:
    """Run MkDocs on the Markdown in `build/docs` and add `others`, files by their paths; all that replaces `out`.

    Raises `ReportError` where MkDocs warns of anything; `out` is then as it was.
    """
    with replacing(out) as site:
        path = build / "mkdocs.yml"
        path.write_text(yaml.safe_dump(dict(config), allow_unicode=True, sort_keys=False), "utf-8")
        _run_mkdocs(path, site)
        add_files(others, site)


def _run_mkdocs(config: Path, site: Path) -> None:
    from mkdocs.commands.build import build  # noqa: PLC0415 - slow to import, and not needed to check
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger("jieba").setLevel(logging.WARNING)
    try:
        build(load_config(str(config), site_dir=str(site)))
    except MkDocsException as error:
        raise ReportError(Problem(str(config), 0, 0, f"MkDocs could not build the site: {error}")) from None


def configuration(report: Report, pages: Iterable[Page], root: Path, build: Path) -> dict[str, object]:
    """What `build/mkdocs.yml` says: this report's title, address and navigation, added to `mkdocs.yml` in `root`."""
    return {
        "INHERIT": os.path.relpath(root / "mkdocs.yml", build),
        "site_name": str(escape(report.title)),
        "site_url": report.settings["url"],
        "copyright": report.settings.get("copyright", ""),
        "docs_dir": "docs",
        "theme": {"custom_dir": str(root / "templates/overrides")},
        "nav": _navigation(Addresses(report), pages),
    }


def _navigation(addresses: Addresses, pages: Iterable[Page]) -> list[NavigationItem]:
    """The pages in their order, sections under their chapters; without those that are reached from a list."""
    sections = {page.section.id: page for page in addresses.pages}
    items: list[NavigationItem] = []
    for page in pages:
        section = sections.get(page.path)
        if section and not section.ancestors:
            items.append(_section_item(addresses, section, sections))
        elif not section and page.in_navigation:
            items.append({str(escape(page.short_title or page.title)): page.file})
    return items


def _section_item(addresses: Addresses, page: SectionPage, sections: Mapping[str, SectionPage]) -> NavigationItem:
    name = str(escape(addresses.name(page.section)))
    if not page.children:
        return {name: f"{page.section.id}.md"}
    below = [_section_item(addresses, sections[child.id], sections) for child in page.children]
    return {name: [f"{page.section.id}/index.md", *below]}
