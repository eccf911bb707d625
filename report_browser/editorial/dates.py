"""Dates: the day that a build belongs to, which no clock decides."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from report_browser.errors import Problem, ReportError


def read_date(folder: Path) -> str:
    """The day in UTC, as 2026-01-31, of `SOURCE_DATE_EPOCH`, else of the last commit of the repository around `folder`.

    Raises `ReportError` where the variable is no number of seconds, or there is neither.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH")
    seconds = said if said is not None else _last_commit(folder)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        what = f"SOURCE_DATE_EPOCH is {said!r}; it should be" if said is not None else "no commit to date by; set"
        how = "" if said is not None else " SOURCE_DATE_EPOCH to"
        raise ReportError(Problem(str(folder), 0, 0, f"{what}{how} a number of seconds since 1970")) from None


def _last_commit(folder: Path) -> str:
    """Its time in seconds since 1970; empty where there is no repository, no commit or no Git."""
    command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603 - fixed words
    except OSError:
        return ""
