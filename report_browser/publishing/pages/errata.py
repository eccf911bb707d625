"""The errata (勘误): every edit that has a reason, and counts of all edits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from report_browser.findings.records import EditRecord
from report_browser.findings.report import Report
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses
from report_browser.text.edition import Certainty

_CERTAINTIES: Mapping[Certainty, str] = {"certain": "确定", "probable": "很可能", "doubtful": "存疑"}


@dataclass(frozen=True, slots=True)
class EditRow:
    """One edit of the table; addresses are relative to this page."""

    record: EditRecord
    where: str
    href: str
    evidence: str  # the address of the place that shows it; empty where none is named


@dataclass(frozen=True, slots=True)
class KindRow:
    """The edits of one kind, in numbers."""

    kind: str
    total: int
    certainties: Mapping[Certainty, int]
    listed: bool  # whether the table has any of them


def errata_page(report: Report, addresses: Addresses) -> Page:
    """Counts by kind, then the table. The words above them are those of `content/pages/errata.md`, if there are any."""
    listed = [record for record in report.edits if record.edit.reason]
    values = {
        "rows": [_edit_row(report, addresses, record) for record in listed],
        "by_kind": list(_kind_rows(report.edits)),
        "summary": list(_certainty_counts(listed)),
        "introduction": next((page.text for page in report.written_pages if page.name == "errata"), ""),
    }
    return Page("errata", "errata", "勘误", values, kicker=report.title, cited="勘误")


def _edit_row(report: Report, addresses: Addresses, record: EditRecord) -> EditRow:
    where = "题名" if record.reading in report.outline.title else addresses.short(record.place.section)
    return EditRow(record, where, f"../{addresses.href(record.id)}", _evidence_href(report, addresses, record))


def _evidence_href(report: Report, addresses: Addresses, record: EditRecord) -> str:
    if not record.edit.evidence:
        return ""
    place = report.edition.to_reading(record.edit.evidence)
    return f"../{addresses.href_at(place.start)}"


def _kind_rows(edits: Sequence[EditRecord]) -> Iterator[KindRow]:
    """A row for each kind, the most frequent first."""
    counts = Counter((record.edit.kind, record.edit.certainty) for record in edits)
    for kind, total in Counter(record.edit.kind for record in edits).most_common():
        certainties = {certainty: number for (one, certainty), number in counts.items() if one == kind}
        listed = any(record.edit.kind == kind and record.edit.reason for record in edits)
        yield KindRow(kind, total, certainties, listed)


def _certainty_counts(edits: Sequence[EditRecord]) -> Iterator[tuple[str, int]]:
    for certainty, name in _CERTAINTIES.items():
        yield name, sum(record.edit.certainty == certainty for record in edits)
