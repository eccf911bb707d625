"""A page: where it is, which template shows it, and all that the template needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page: `path` is its address from the site's root without the final slash, empty for the overview."""

    path: str
    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    kicker: str = ""
    cited: str = ""  # how a citation names the page
    source_pages: str = ""
    description: str = ""
    url: str = ""
    prefix: str = ""  # before ids of text that has its own page elsewhere
    notes: bool = True  # whether notes stand beside the text
    search_excluded: bool = False
    search_boost: float = 1  # the text itself comes before tables of it
    short_title: str = ""  # in the navigation
    in_navigation: bool = True
    linked_data: Mapping[str, Any] = field(default_factory=dict)  # schema.org, for machines
    heads: bool = False  # whether pages stand under it in the navigation

    @property
    def id(self) -> str:
        return self.path.replace("/", "-") or "index"

    @property
    def file(self) -> str:
        """The Markdown file that it is made from."""
        return f"{self.path}/index.md" if self.heads and self.path else f"{self.path or 'index'}.md"

    @property
    def root(self) -> str:
        """From this page's address back to the site's root."""
        return "../" * (self.path.count("/") + 1) if self.path else ""

    def at(self, prefix: str) -> Page:
        """The same page, where ids bear another prefix."""
        return replace(self, prefix=prefix)

    def heading(self) -> Page:
        """The same page, where no notes stand beside the words."""
        return replace(self, notes=False)
