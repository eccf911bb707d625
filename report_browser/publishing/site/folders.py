"""The site: generated files, built by MkDocs beside the old site and swapped in when whole."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten
from typing import Any

import yaml

from report_browser.errors import Problem, ReportError

MARKER = ".report-browser"  # in every folder that the build wrote; it lists what may be deleted with it
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, which is pinned out


def write_files(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Write files, by name relative to the folder, into a folder of the build's own; what it wrote there before goes."""
    claim(folder)
    if folder.exists():
        shutil.rmtree(folder)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    _mark(folder)


def claim(folder: Path) -> None:
    """Make sure a folder is the build's to write: new, empty, or holding only what a build wrote.

    Raises `ReportError` where it is not, with the names of what is another's.
    """
    if folder.exists() and not folder.is_dir():
        raise ReportError(Problem(str(folder), 0, 0, "is a file; name a folder for the site"))
    others = _files(folder) - _marked(folder)
    if others:
        names = shorten(", ".join(sorted(others)), 80, placeholder=" …")
        message = f"holds files that the build did not write, and it deletes no others: {names}; name another folder"
        raise ReportError(Problem(str(folder), 0, 0, message))


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()} - {MARKER}


def _marked(folder: Path) -> set[str]:
    """What the build wrote into a folder, by its marker."""
    marker = folder / MARKER
    return set(marker.read_text("utf-8").split("\n")) if marker.exists() else set()


def _mark(folder: Path) -> None:
    (folder / MARKER).write_text("\n".join(sorted(_files(folder))), "utf-8")


def build_site(config: Mapping[str, Any], build: Path, out: Path) -> None:
    """Run MkDocs on the Markdown in `build/docs`, beside `out`, then put the new site in its place.

    Raises `ReportError` where MkDocs warns of anything; `out` is then as it was.
    """
    claim(out)
    with _staging(out) as staging:
        path = build / "mkdocs.yml"
        path.write_text(yaml.safe_dump(dict(config), allow_unicode=True, sort_keys=False), "utf-8")
        _run_mkdocs(path, staging / "site")
        _mark(staging / "site")
        _swap(staging / "site", out, staging / "old")


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


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder beside `out`, so that swapping is a renaming; those that killed builds left behind go."""
    out.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{out.name}-new-"
    for left in out.parent.glob(f"{prefix}*"):
        if (left / MARKER).exists():
            shutil.rmtree(left)
    staging = Path(tempfile.mkdtemp(prefix=prefix, dir=out.parent))
    (staging / MARKER).touch()
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _swap(new: Path, out: Path, old: Path) -> None:
    if out.exists():
        out.rename(old)
    new.rename(out)
