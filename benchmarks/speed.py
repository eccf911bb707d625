"""How long reading takes as texts grow: microseconds a character, from 5 thousand to 5 million. Run as `make bench`.

Then texts without an end, in which a pattern that tries every way again would show: such work is inside the regular
expression engine, where the tests cannot count it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from report_browser.editorial.files import Contents, read_contents
from report_browser.figures.figure import extract_figures
from report_browser.findings.report import read_report
from report_browser.outline.headings import parse_outline
from report_browser.publishing.exports.files import render_data
from report_browser.publishing.exports.tables import make_tables
from report_browser.publishing.pages.listing import make_pages
from report_browser.text.mechanical import mechanical_edition
from report_browser.text.source import Source, read_source

SEED = Path(__file__).resolve().parent.parent / "seeds/county-report.txt"
SIZES = (5_000, 50_000, 500_000, 5_000_000)  # characters
# What could make a pattern or a rule look back ever further, repeated without an end of the sentence.
ENDLESS = [
    "2013年共1个村，", "1个、", "1 2 ", "1,290，", "（1个村，", "（吨）：猪肉12，", "“一", "1.", "由5%", "30岁以上5人", "1月1日至", "百分之",
    "占全县的5%，", "分别为1个和", "\n— 4 —", "\n1、全县投入12万元。全县", "\n", " \n", "5-", "-5、", "其中", "《", "一是", "\n（一）加强",
    "十", "三点", "几十", "1 . ", "三 百 ", "二又",
    "其中女性占5%，", "户均补助3元，", "分别增长5%，", "专干中，", "到2007年：\n",
]  # fmt: skip
NUMBERS = (1_000, 10_000, 100_000)  # figures of one sentence, and sections of one text
SHORT, LONG = 4_000, 32_000  # characters of an endless text


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print what reading the dictionary takes, then for each size characters, figures, seconds, µs a character."""
    text = mechanical_edition(read_source(SEED)).reading.strip() + "\n"
    print(f"dictionary and patterns, once: {timed(text)[1]:.2f} s")
    for size in sizes:
        copies = text * max(size // len(text), 1)
        number, seconds = timed(copies)
        micro = seconds / len(copies) * 1e6
        print(f"{len(copies):>9,} characters  {number:>7,} figures  {seconds:6.2f} s  {micro:5.1f} µs a character")
    content = read_contents(SEED.parent.parent / "content")
    for what, make in (("figures in one sentence", one_sentence), ("sections", many_sections)):
        print(f"\n{what}: seconds to the pages' values, without MkDocs")
        for number in NUMBERS:
            print(f"{number:>9,}  {timed_pages(make(number), content):6.2f} s")
    print(f"\nwithout an end, {LONG // SHORT} times the text in")
    for part in ENDLESS:
        short, long = (timed(endless(part, size))[1] for size in (SHORT, LONG))
        print(f"{long / short:6.1f} times the time, {long / LONG * 1e6:5.1f} µs a character  {part!r}")


def one_sentence(figures: int) -> str:
    """A report with that many figures in its only sentence."""
    counted = "、".join(f"教师{number}人" for number in range(1, figures + 1))
    return f"全县情况报告\n一、工作情况\n全县有{counted}。"


def many_sections(sections: int) -> str:
    """A report of that many sections, each with a heading and two sentences."""
    parts = (f"（一）加强工作{n}。全县投入{n + 1}万元，培训{n + 3}人。各项工作顺利开展。\n" for n in range(sections))
    return f"全县情况报告\n{''.join(parts)}"


def make_all(text: str, content: Contents) -> int:
    """How many pages a text makes, with all stages before the templates."""
    report = read_report(Source("text", text.encode(), text, "utf-8"), content)
    tables = make_tables(report)
    return len(make_pages(report, tables, render_data(report, tables)))


def timed_pages(text: str, content: Contents) -> float:
    """The seconds that `make_all` takes."""
    started = time.perf_counter()
    make_all(text, content)
    return time.perf_counter() - started


def endless(part: str, size: int) -> str:
    """About `size` characters of one part, repeated without an end of the sentence."""
    return "全县" + part * (size // len(part))


def timed(text: str) -> tuple[int, float]:
    """How many figures a text has, and the seconds it takes to find them."""
    started = time.perf_counter()
    number = count_figures(text)
    return number, time.perf_counter() - started


def count_figures(text: str) -> int:
    """How many figures a text has, its mechanical damage mended before they are looked for."""
    reading = mechanical_edition(Source("text", b"", text, "utf-8")).reading
    return len(extract_figures(reading, parse_outline(reading)))


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
