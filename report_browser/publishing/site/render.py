"""Rendering: pages through the Jinja templates to the Markdown that the site tool reads, and the CSS and JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page
from report_browser.publishing.pages.short_addresses import ShortAddress
from report_browser.publishing.parts.addresses import Addresses, permanent
from report_browser.publishing.parts.statements import dated, inferred, lead, owner

# For Markdown that people write in `content/`: CommonMark without raw HTML.
_FRAGMENT = MarkdownIt("commonmark", {"html": False})
_NOTE_KEYS = re.compile(r'data-notes="([0-9 ]+)"')
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def render_pages(report: Report, pages: Iterable[Page], templates: Path) -> Mapping[str, str]:
    """The Markdown of each page by file name, e.g. `s1-2.md`."""
    environment = _environment(templates, report)
    return {page.file: _render(environment, page) for page in pages}


def render_short_addresses(report: Report, pages: Iterable[ShortAddress], templates: Path) -> Mapping[str, str]:
    """The HTML of the short addresses by file name, e.g. `id/s1-2/index.html`."""
    template = _environment(templates, report).get_template("id.html.j2")
    return {f"{permanent(page.id)}index.html": template.render(page=page) for page in pages}


def read_assets(templates: Path, markdown: Mapping[str, str]) -> dict[str, bytes]:
    """The files of `templates/assets/` and the generated `notes.css`, by their names on the site."""
    assets = {f"assets/{path.name}": path.read_bytes() for path in sorted((templates / "assets").iterdir())}
    found = (keys for text in markdown.values() for keys in _NOTE_KEYS.findall(text))
    most = max((int(key) for keys in found for key in keys.split()), default=0)
    return {**assets, "assets/notes.css": _note_rules(most).encode()}


def _note_rules(most: int) -> str:
    """CSS that opens a note when its mark is the page's target, without script: a rule for each key, 1 to `most`."""
    opened = ",\n".join(
        f'.paragraph:has([data-notes~="{key}"]:target) > .notes > li:nth-child({key})' for key in range(1, most + 1)
    )
    return f"{opened} {{ display: flow-root !important; }}\n" if opened else "/* No paragraph has a note. */\n"


def render_fragment(text: str) -> Markup:
    """One line of Markdown from an editorial file, as HTML."""
    return Markup(_FRAGMENT.renderInline(text))  # noqa: S704 - markdown-it escapes what is not Markdown


def render_written(text: str) -> Markup:
    """A hand-written page's Markdown, as HTML."""
    return Markup(_FRAGMENT.render(text))  # noqa: S704 - markdown-it escapes what is not Markdown


def escape_markdown(text: str) -> Markup:
    """Text for a line of Markdown, with all ASCII punctuation as entities, so that none of it is read as markup."""
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
        "permanent": permanent,
        "former": report.permalinks.former,
        "checks_on": report.checks_on,
        "lead_of": partial(lead, report),
        "dated": dated,
        "owner": owner,
        "inferred": inferred,
    }
    return environment


def _json(value: object) -> Markup:
    """A string for the front matter, as JSON; HTML is escaped, since a theme may print it as it is."""
    text = json.dumps(str(escape(value)), ensure_ascii=False)
    return Markup(text)  # noqa: S704 - for front matter


def _front_matter(value: object) -> Markup:
    """A structure for the front matter, as JSON; not escaped, so the theme's template must do that."""
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704 - for front matter


def _render(environment: Environment, page: Page) -> str:
    text = environment.get_template(f"{page.template}.md.j2").render({**page.values, "page": page})
    return re.sub(r"\n{3,}", "\n\n", text)
