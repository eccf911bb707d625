"""Folders: generated files are written only into folders that are the build's own, and swapped in when complete."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from report_browser.errors import Problem, ReportError

MARKER = ".report-browser"  # a file in every folder that the build wrote; it lists the files that are the build's


def write_files(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Write files, by their paths in the folder, in place of what an earlier build wrote there.

    Raises `ReportError` where the folder holds anything else.
    """
    claim(folder)
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    add_files(files, folder)
    _mark(folder)


def add_files(files: Mapping[str, str] | Mapping[str, str | bytes], folder: Path) -> None:
    """Write files, by their paths in the folder, beside what is there."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def replace_file(path: Path, text: str) -> None:
    """Write one file, whole or not at all."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, "utf-8")
    new.replace(path)


def claim(folder: Path) -> None:
    """Make sure that a folder is new, empty, or holds only files that a build wrote.

    Raises `ReportError` with the names of other files where it does not.
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
    """The files that the folder's marker lists; empty where there is no marker."""
    marker = folder / MARKER
    return set(marker.read_text("utf-8").split("\n")) if marker.exists() else set()


def _mark(folder: Path) -> None:
    (folder / MARKER).write_text("\n".join(sorted(_files(folder))), "utf-8")


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new folder to build a site into, beside `out`; it takes the place of `out` unless an error is raised."""
    claim(out)
    with _staging(out) as staging:
        new = staging / "site"
        yield new
        _mark(new)
        if out.exists():
            out.rename(staging / "old")
        new.rename(out)


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A temporary folder beside `out`, on the same disk; those that killed builds left behind are deleted first."""
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
