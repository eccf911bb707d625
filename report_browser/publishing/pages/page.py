"""Page: where a page stands on the site, which template shows it, and the values that the template needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field, replace


@dataclass(frozen=True)
class Page:
    """One page of the site. Words that do not apply are empty."""

    path: str  # its address from the site's root, without the final slash; empty for the overview
    template: str  # the name of the file in `templates/`, without .md.j2
    title: str
    values: Mapping[str, object]  # what only this kind of page shows, by the names that its template uses
    _: KW_ONLY
    kicker: str = ""  # the line above the title
    cited: str = ""  # how a citation names the page
    source_pages: str = ""  # the source's pages that the text on it is from, e.g. `第 3–5 页`
    description: str = ""
    record: str = ""  # the id of the section or indicator that it shows, which has a permanent address
    url: str = ""  # its full address, the permanent one if it has one; `make_pages` adds it
    prefix: str = ""  # before the ids of text that has its own page elsewhere
    notes: bool = True  # whether notes stand beside the text
    search_excluded: bool = False
    search_boost: float = 1  # how far up search lists the page; the report's own text has more than tables
    short_title: str = ""  # for the navigation, where it differs from the title
    in_navigation: bool = True
    linked_data: Mapping[str, object] = field(default_factory=dict)  # schema.org
    heads: bool = False  # whether other pages stand below it, in the folder of its name

    @property
    def id(self) -> str:
        """The path as an id: `indicators-birth-rate`; `index` for the overview."""
        return self.path.replace("/", "-") or "index"

    @property
    def file(self) -> str:
        """The Markdown file that the site tool makes it from."""
        return f"{self.path}/index.md" if self.heads and self.path else f"{self.path or 'index'}.md"

    @property
    def root(self) -> str:
        """The way from this page's address back to the site's root: `../` for each folder."""
        return "../" * (self.path.count("/") + 1) if self.path else ""

    def with_prefix(self, prefix: str) -> Page:
        """The same page with another prefix before ids."""
        return replace(self, prefix=prefix)

    def without_notes(self) -> Page:
        """The same page without notes beside the text, as headings are shown."""
        return replace(self, notes=False)
