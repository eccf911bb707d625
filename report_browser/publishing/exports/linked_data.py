"""Linked data: the report and its data files in the words of schema.org (JSON-LD 1.1), for search engines."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence

from report_browser.findings.indicators import Indicator
from report_browser.findings.records import FigureRecord
from report_browser.findings.report import Report
from report_browser.publishing.parts.addresses import Addresses, permanent

_CONTEXT = "https://schema.org"


def describe_report(report: Report) -> dict[str, object]:
    """The report as a `Report`: its name, its address, its sections, and the source file that it is based on."""
    url, addresses = report.settings["url"], Addresses(report)
    return {
        "@context": _CONTEXT,
        "@type": "Report",
        "@id": url,
        "name": report.title,
        "inLanguage": "zh-CN",
        "url": url,
        "genre": report.settings["kind"],
        "hasPart": [
            {"@type": "Chapter", "@id": f"{url}{permanent(section.id)}", "name": addresses.name(section)}
            for section in report.outline.all_sections
        ],
        "isBasedOn": {
            "@type": "MediaObject",
            "name": report.source.name,
            "contentUrl": f"{url}downloads/{report.source.name}",
            "contentSize": f"{report.source.size} B",
            "sha256": report.source.sha256,
        },
    }


def describe_data(report: Report, files: Mapping[str, bytes]) -> dict[str, object]:
    """The report's data as a `Dataset`; `files` are those for download, by their paths on the site."""
    url = report.settings["url"]
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": f"{url}data/",
        "name": f"{report.title}：数据、举措与校改",
        "description": f"《{report.title}》中的 {len(report.figures)} 项数据、{len(report.measures)} 项举措和 {len(report.edits)} 处校改，"
        "每项注明原文位置。",
        "inLanguage": "zh-CN",
        "url": f"{url}data/",
        "isPartOf": {"@id": url},
        "isAccessibleForFree": True,
        "distribution": [_download(url, path, content) for path, content in files.items()],
    }


def describe_indicator(
    addresses: Addresses, indicator: Indicator, records: Sequence[FigureRecord]
) -> dict[str, object]:
    """An indicator as a `Dataset`, each figure as a `PropertyValue` of what it says; what does not apply is left out."""
    report, url = addresses.report, addresses.report.settings["url"]
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": f"{url}indicators/{indicator.id}/",
        "name": f"{indicator.name}：{report.title}",
        "description": f"《{report.title}》中关于“{indicator.name}”的 {len(records)} 项数据，每项注明性质、口径和原文位置。",
        "inLanguage": "zh-CN",
        "url": f"{url}indicators/{indicator.id}/",
        "isPartOf": {"@id": f"{url}data/"},
        "isAccessibleForFree": True,
        "variableMeasured": [_figure(addresses, record) for record in records],
    }


def _figure(addresses: Addresses, record: FigureRecord) -> dict[str, object]:
    report, url = addresses.report, addresses.report.settings["url"]
    figure, base = record.figure, report.bases.get(record.id)
    end = report.inferred_ends.get(record.id)
    said = {
        "entity": figure.measured_entity,
        "aspect": figure.aspect,
        "status": figure.status,
        "base": f"{url}{addresses.href(base.id)}" if base else figure.base,
        "period": figure.period,
        "carriedPeriod": figure.carried_period,
        "stage": figure.stage,
        "inferredUnit": figure.inferred_unit,
        "inferredAfter": f"{end.value}（{end.word}）" if end else "",
    }
    return {
        "@type": "PropertyValue",
        "url": f"{url}{addresses.href(record.id)}",
        "name": figure.measured_property or figure.subject,
        "value": figure.value or record.number,
        "unitText": figure.inferred_unit or figure.unit,
        "valueReference": [
            {"@type": "PropertyValue", "name": name, "value": value} for name, value in said.items() if value
        ],
    }


def _download(url: str, path: str, content: bytes) -> dict[str, str]:
    kind, _ = mimetypes.guess_type(path)
    return {
        "@type": "DataDownload",
        "name": path.rpartition("/")[2],
        "contentUrl": url + path,
        "encodingFormat": kind or "application/octet-stream",
        "contentSize": f"{len(content)} B",
    }
