"""Linked data: the report and its data files in the words of schema.org (JSON-LD 1.1), for search engines."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping

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


def _download(url: str, path: str, content: bytes) -> dict[str, str]:
    kind, _ = mimetypes.guess_type(path)
    return {
        "@type": "DataDownload",
        "name": path.rpartition("/")[2],
        "contentUrl": url + path,
        "encodingFormat": kind or "application/octet-stream",
        "contentSize": f"{len(content)} B",
    }
