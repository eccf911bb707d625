"""How long reading takes as texts grow: microseconds a character, from 5 thousand to 5 million. Run as `make bench`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from report_browser.figures import extract_figures
from report_browser.mechanical import mechanical_edition
from report_browser.outline import parse_outline
from report_browser.source import read_source

SEED = Path(__file__).resolve().parent.parent / "seeds/county-report.txt"
SIZES = (5_000, 50_000, 500_000, 5_000_000)  # characters


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a line for each size: characters, figures, seconds, microseconds a character."""
    text = mechanical_edition(read_source(SEED)).reading.strip() + "\n"
    for size in sizes:
        copies = text * max(size // len(text), 1)
        started = time.perf_counter()
        figures = extract_figures(copies, parse_outline(copies))
        seconds = time.perf_counter() - started
        micro = seconds / len(copies) * 1e6
        print(
            f"{len(copies):>9,} characters  {len(figures):>7,} figures  {seconds:6.2f} s  {micro:5.1f} µs a character"
        )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
