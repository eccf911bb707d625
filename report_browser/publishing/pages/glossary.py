"""The glossary (术语): the terms that the report mentions, with the sections in which it does."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from report_browser.findings.report import Report
from report_browser.findings.terms import Mention
from report_browser.publishing.pages.page import Page
from report_browser.publishing.parts.addresses import Addresses


def glossary_page(report: Report, addresses: Addresses) -> Page:
    """The terms in the order of their characters."""
    by_term = sorted(report.mentions, key=lambda mention: mention.term.term)
    entries = [
        {"term": term, "places": _places(report, addresses, mentions)}
        for term, mentions in groupby(by_term, key=lambda mention: mention.term)
    ]
    return Page("glossary", "glossary", "术语", {"entries": entries}, kicker=report.title, cited="术语")


def _places(report: Report, addresses: Addresses, mentions: Iterable[Mention]) -> list[dict[str, str]]:
    """A link for each section that mentions a term, to its last mention there."""
    places = {}
    for mention in mentions:
        section = report.outline.section_at(mention.span.start)
        href = f"../{addresses.href_at(mention.span.start)}"
        places[section.id] = {"href": href, "where": addresses.short(section)}
    return list(places.values())
