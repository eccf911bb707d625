"""How long reading takes as texts grow: microseconds a character, from 5 thousand to 5 million. Run as `make bench`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from report_browser.figures.figure import extract_figures
from report_browser.outline.headings import parse_outline
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import read_source

SEED = Path(__file__).resolve().parent.parent / "seeds/county-report.txt"
SIZES = (5_000, 50_000, 500_000, 5_000_000)  # characters


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print what reading the dictionary takes, then for each size characters, figures, seconds, µs a character."""
    text = mechanical_edition(read_source(SEED)).reading.strip() + "\n"
    print(f"dictionary and patterns, once: {timed(text)[1]:.2f} s")
    for size in sizes:
        copies = text * max(size // len(text), 1)
        number, seconds = timed(copies)
        micro = seconds / len(copies) * 1e6
        print(f"{len(copies):>9,} characters  {number:>7,} figures  {seconds:6.2f} s  {micro:5.1f} µs a character")


def timed(text: str) -> tuple[int, float]:
    """How many figures a text has, and the seconds it takes to find them."""
    started = time.perf_counter()
    figures = extract_figures(text, parse_outline(text))
    return len(figures), time.perf_counter() - started


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
