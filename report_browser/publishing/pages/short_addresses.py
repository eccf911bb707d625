"""Short addresses: a small page for each id, `/id/<id>/`, that leads to its place on the site, wherever that is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from report_browser.figures.measured.sentences import find_sentences
from report_browser.figures.quantities.numerals import half_width
from report_browser.findings.naming import Kind
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses, permanent
from report_browser.text.span import Span

_LONGEST = 160  # characters of a description


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """What stands at the short address of one id. Words that do not apply are empty."""

    id: str
    kind: Kind
    title: str
    description: str  # the sentence it stands in, or what it means
    href: str  # where it leads, from the site's root; of a withdrawn id the paragraph that it stood in
    url: str  # the full address of the id itself, or of the one that has taken its place; empty without the site's
    withdrawn: str = ""  # the reason
    until: str = ""  # when it was withdrawn; empty before that is accepted


def short_addresses(report: Report) -> Iterator[ShortAddress]:
    """The short addresses of everything in a report, of its aliases, and of ids that were withdrawn."""
    return _ShortAddresses(report, Addresses(report)).make()


@dataclass(frozen=True)
class _ShortAddresses:
    report: Report
    addresses: Addresses

    def make(self) -> Iterator[ShortAddress]:
        links = self.report.permalinks
        found: dict[str, ShortAddress] = {}
        for id_, thing in zip(links.ids, links.things, strict=True):
            says = self._meanings.get(id_) or self._sentence(thing.place)
            found[id_] = ShortAddress(
                id_, thing.kind, thing.words, _cut(says), self.addresses.file_of(id_), self._url(id_)
            )
        for kept in links.withdrawn:
            found[kept.id] = ShortAddress(
                kept.id, kept.kind, kept.words, self._sentence(kept.place), self._place(kept.place), self._url(kept.id),
                kept.withdrawn, kept.until,
            )  # fmt: skip
        yield from found.values()
        for alias, id_ in links.aliases.items():
            one = found[id_]
            yield ShortAddress(alias, one.kind, one.title, one.description, one.href, one.url, one.withdrawn, one.until)

    def _url(self, id_: str) -> str:
        site = self.report.settings.get("url", "")
        return f"{site}{permanent(id_)}" if site else ""

    @cached_property
    def _meanings(self) -> Mapping[str, str]:
        """What indicators, terms and checks say, which stand in no sentence, and edits, by their ids."""
        report = self.report
        return {
            **{one.id: one.definition for one in report.definitions.indicators.values()},
            **{mention.term.id: mention.term.explanation for mention in report.mentions},
            **{check.id: check.title for check in report.checks},
            **{record.id: record.edit.reason for record in report.edits if record.id},
        }

    def _sentence(self, source: Span | None) -> str:
        """The sentence of the reading at a place of the source; the words there where it is in no paragraph."""
        if source is None:
            return ""
        text, at = self.report.edition.reading, self.report.edition.to_reading(source)
        paragraph = self.report.outline.paragraph_at(at.start)
        if paragraph is None:
            return at.of(text)
        inside = paragraph.span.of(text)
        sentences = (one.shift(paragraph.span.start) for one in find_sentences(half_width(inside)))
        return next((one.of(text) for one in sentences if at.start < one.end), inside)

    def _place(self, source: Span | None) -> str:
        """The paragraph at a place of the source, or the section where it is in none; the first page without a place."""
        if source is None:
            return "index.html"
        at = self.report.edition.to_reading(source).start
        paragraph = self.report.outline.paragraph_at(at)
        return self.addresses.file_of(paragraph.id if paragraph else self.report.outline.section_at(at).id)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
