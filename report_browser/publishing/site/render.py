"""Rendering: pages to the Markdown files that the site tool reads, through the Jinja templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from report_browser.publishing.parts.addresses import Addresses
from report_browser.publishing.pages.page import Page
from report_browser.findings.report import Report

# Fragments of Markdown that people write in YAML: CommonMark without raw HTML, since it is shown among the text.
_FRAGMENT = MarkdownIt("commonmark", {"html": False})
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def render_pages(report: Report, pages: Iterable[Page], templates: Path) -> Mapping[str, str]:
    """The Markdown of each page by file name, e.g. `s1-2.md`."""
    environment = _environment(templates, report)
    return {page.file: _render(environment, page) for page in pages}


def render_fragment(text: str) -> Markup:
    """One line of Markdown from an editorial file, as HTML."""
    return Markup(_FRAGMENT.renderInline(text))  # noqa: S704 - markdown-it escapes what is not Markdown


def render_written(text: str) -> Markup:
    """A hand-written page's Markdown, as HTML."""
    return Markup(_FRAGMENT.render(text))  # noqa: S704 - markdown-it escapes what is not Markdown


def escape_markdown(text: str) -> Markup:
    """Text for a Markdown line: ASCII punctuation, the only signs that Markdown and HTML know, as entities."""
    return Markup(_PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", text))  # noqa: S704 - all signs are entities


def _environment(templates: Path, report: Report) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    addresses = Addresses(report)
    environment.filters |= {
        "markdown": render_fragment,
        "written": render_written,
        "json": _json,
        "front_matter": _front_matter,
        "text": escape_markdown,
    }
    environment.globals |= {
        "report": report,
        "reading": report.edition.reading,
        "href": addresses.href,
        "name": addresses.name,
        "short": addresses.short,
        "checks_on": report.checks_on,
    }
    return environment


def _json(value: object) -> Markup:
    """A value as JSON, which YAML's front matter reads; without `<` and `&`, which a theme may print as they are."""
    text = json.dumps(str(escape(value)), ensure_ascii=False)
    return Markup(text)  # noqa: S704 - for front matter


def _front_matter(value: object) -> Markup:
    """A structure for YAML's front matter, which reads JSON; whoever prints it escapes it."""
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704 - for front matter


def _render(environment: Environment, page: Page) -> str:
    text = environment.get_template(f"{page.template}.md.j2").render({**page.values, "page": page})
    return re.sub(r"\n{3,}", "\n\n", text)
