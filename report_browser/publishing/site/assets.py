"""Assets: the site's own CSS and JavaScript, with the rules that depend on how many notes a paragraph has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_NOTES = re.compile(r'data-notes="([0-9 ]+)"')


def read_assets(templates: Path, markdown: Mapping[str, str]) -> dict[str, bytes]:
    """The files of `templates/assets/` and `notes.css`, by their names on the site."""
    assets = {f"assets/{path.name}": path.read_bytes() for path in sorted((templates / "assets").iterdir())}
    most = max(
        (int(key) for text in markdown.values() for keys in _NOTES.findall(text) for key in keys.split()), default=0
    )
    return {**assets, "assets/notes.css": _note_rules(most).encode()}


def _note_rules(most: int) -> str:
    """CSS that opens a note by its mark's address, one rule for each position in a paragraph, without script."""
    opened = ",\n".join(
        f'.paragraph:has([data-notes~="{key}"]:target) > .notes > li:nth-child({key})' for key in range(1, most + 1)
    )
    return f"{opened} {{ display: flow-root !important; }}\n" if opened else "/* No paragraph has a note. */\n"
