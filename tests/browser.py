"""The browser that the tests drive: a Chromium found on the machine, or installed the platform's own way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
_PACKAGES = ("chromium", "fonts-noto-cjk")
_BY_HAND = (
    "no Chromium-family browser with Chinese fonts is on this machine; install one, for example with\n"
    f"    sudo apt-get install {' '.join(_PACKAGES)}\nor  .venv/bin/playwright install chromium"
)


def find_browser() -> str | None:
    """The path of a Chromium-family browser, or None."""
    named = (shutil.which(name) for name in _NAMES)
    placed = (place for place in (*_PLACES, _playwrights_own()) if Path(place).exists())
    return next((path for path in (*named, *placed) if path), None)


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where the machine has no other

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def has_chinese_fonts() -> bool:
    """Whether fontconfig knows a Chinese font; elsewhere than on Linux the system has its own."""
    if not shutil.which("fc-list"):
        return sys.platform in ("darwin", "win32")
    fonts = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False)
    return bool(fonts.stdout.strip())


def main() -> int:
    """Make sure there is a browser; install one where that is allowed, else say what to run."""
    if find_browser() and has_chinese_fonts():
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", *_PACKAGES], check=True)
    elif has_chinese_fonts():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if find_browser() and has_chinese_fonts():
        return 0
    print(_BY_HAND, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
