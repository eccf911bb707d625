"""The summary that a build ends with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from report_browser.findings.report import Report


def summary(report: Report, pages: int, seconds: float, out: Path | None) -> str:
    """What was found, what was written and where to look; what was only remarked on, too."""
    lines = [
        f"{report.source.name}: {report.source.size} bytes, {report.source.encoding}, SHA-256 {report.source.sha256}",
        f"{len(report.sections)} sections, {_paragraphs(report)} paragraphs",
        f"{len(report.figures)} figures, {len(report.measures)} measures, {len(report.edits)} edits",
        *(f"  {line}" for line in _edits(report)),
        *(
            f"notice: {notice.printed!r} does not follow; read as {notice.read_as!r}"
            for notice in report.outline.notices
        ),
        *(["notice: the text breaks off in mid-sentence"] if report.outline.truncated else []),
    ]
    done = f"{pages} pages written" if out else "checked, nothing written"
    return "\n".join([*lines, f"{done}, {seconds:.1f} s{f'; look at {out}/index.html' if out else ''}"])


def _paragraphs(report: Report) -> int:
    return sum(len(section.paragraphs) for section in report.outline.all_sections)


def _edits(report: Report) -> list[str]:
    counts = Counter((record.edit.kind, record.edit.certainty) for record in report.edits)
    return [f"{number:4d} {kind}, {certainty}" for (kind, certainty), number in counts.most_common()]
