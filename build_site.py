"""Build the site of one report: from its text file to a folder of pages. The stages, one line each."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from report_browser.cli import summary, write_utf8
from report_browser.editorial.dates import read_date
from report_browser.editorial.files import read_contents
from report_browser.errors import ReportError
from report_browser.findings.promises import write_record
from report_browser.findings.report import Report, read_report
from report_browser.publishing.exports.files import render_data
from report_browser.publishing.exports.tables import make_tables
from report_browser.publishing.pages.listing import make_pages
from report_browser.publishing.pages.short_addresses import short_addresses
from report_browser.publishing.site.folders import claim, replace_file, write_files
from report_browser.publishing.site.mkdocs import build_site, configuration
from report_browser.publishing.site.render import read_assets, render_pages, render_short_addresses
from report_browser.text.source import read_source

ROOT = Path(__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 0, or 2 where the input cannot be used."""
    options = _parser().parse_args(arguments)
    write_utf8()
    started = time.perf_counter()
    try:
        if options.serve:
            _serve(options)
            return 0
        report = read(options)
        if options.accept:
            print(accept(report, options.content))
            return 0
        pages = 0 if options.check else build(report, options.out)
    except ReportError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:  # a full disk, a folder that may not be written, a port in use
        print(f"{error.filename or options.out}: {error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    print(summary(report, pages, time.perf_counter() - started, None if options.check else options.out))
    return 0


def read(options: argparse.Namespace) -> Report:
    """The report, read from the source and the content. Raises `ReportError` with all problems of either."""
    _say("reading")
    source = read_source(options.source)
    contents = read_contents(options.content)
    return read_report(source, contents)


def accept(report: Report, content: Path) -> str:
    """Write the ids of a report into the record, `content/permalinks.yml`. Returns what was done, in a line."""
    links, path = report.permalinks, content / "permalinks.yml"
    text = write_record(links.record, report.source, links.accepted(read_date(content)))
    changed = not path.exists() or path.read_text("utf-8") != text
    replace_file(path, text)
    return f"{path}: {len(links.unaccepted)} new ids, {len(links.ids)} in all{'' if changed else '; nothing changed'}"


def build(report: Report, out: Path) -> int:
    """Build the site of a report in the folder `out`. Returns the number of pages."""
    out = out.resolve()
    claim(out)
    _say("making pages")
    tables = make_tables(report)
    files = render_data(report, tables)
    pages = make_pages(report, tables, files)
    markdown = render_pages(report, pages, ROOT / "templates")
    short = render_short_addresses(report, short_addresses(report), ROOT / "templates")
    with _build_folder(out) as folder:
        write_files({**markdown, **files, **read_assets(ROOT / "templates", markdown)}, folder / "docs")
        _say("building the site")
        build_site(configuration(report, pages, ROOT, folder), folder, out, short)
    return len(pages)


@contextmanager
def _build_folder(out: Path) -> Iterator[Path]:
    """`build/` for the project's own site, so that the Markdown can be looked at; a temporary folder for any other."""
    if out.resolve() == ROOT / "site":
        yield ROOT / "build"
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _serve(options: argparse.Namespace) -> None:
    """A live preview at localhost, rebuilt when source, content or templates change."""
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415 - slow to import, and only needed here

    def rebuild() -> None:
        try:
            build(read(options), options.out)
        except ReportError as error:
            print(error, file=sys.stderr)

    rebuild()
    server = LiveReloadServer(rebuild, "127.0.0.1", options.port, str(options.out.resolve()))
    for folder in (options.source.parent, options.content, ROOT / "templates"):
        server.watch(str(folder))
    print(f"live preview at {server.url}; stop with Ctrl-C", flush=True)
    with suppress(KeyboardInterrupt):
        server.serve()  # type: ignore[no-untyped-call] # MkDocs does not type it
    server.shutdown()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Build the site of one report.")
    parser.add_argument("--source", type=Path, default=ROOT / "seeds/county-report.txt", help="the report's text")
    parser.add_argument("--content", type=Path, default=ROOT / "content", help="the folder of editorial files")
    parser.add_argument("--out", type=Path, default=ROOT / "site", help="the folder for the site")
    parser.add_argument("--serve", action="store_true", help="live preview that rebuilds on changes")
    parser.add_argument(
        "--port", type=int, choices=range(1, 65536), metavar="PORT", default=8000, help="of the live preview"
    )
    parser.add_argument("--accept", action="store_true", help="record the ids of this text, so that links last")
    parser.add_argument("--check", action="store_true", help="read and check everything, write nothing")
    return parser


def _say(what: str) -> None:
    """Say on a terminal what is being done; say nothing where the output goes to a file."""
    if sys.stderr.isatty():
        print(f"{what} …", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
