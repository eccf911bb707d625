"""The source: the report's bytes as received, and the characters they spell."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report_browser.errors import Problem, ReportError

# GB 2312 keeps signs in rows 1-9 and its 3755 commonest Han characters in rows 16-55 (lead bytes B0-D7).
# Text that really is Chinese is made of them; bytes of another encoding read as GB 18030 are not.
_COMMON_LEAD_BYTES = (*range(0xA1, 0xAA), *range(0xB0, 0xD8))
_COMMON_SHARE = 0.7
_SAMPLE = 20_000  # characters looked at to recognise GB 18030
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A report as received: `raw` is never changed, and `bom + text.encode(encoding)` is `raw`."""

    name: str
    raw: bytes
    text: str
    encoding: str
    bom: bytes = b""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def size(self) -> int:
        """Size in bytes."""
        return len(self.raw)

    def encode(self, text: str) -> bytes:
        """Characters as this file writes them: the inverse of reading it."""
        return self.bom + text.encode(self.encoding)


def read_source(path: Path) -> Source:
    """Read a report from `path`. Raises `ReportError` where it is missing, empty or not text."""
    if path.exists() and not path.is_file():
        raise ReportError(Problem(str(path), 0, 0, "cannot read the source: not a file"))
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        raise ReportError(Problem(str(path), 0, 0, f"cannot read the source: {reason}")) from None
    return parse_source(raw, path.name, str(path))


def parse_source(raw: bytes, name: str, path: str | None = None) -> Source:
    """Bytes to `Source`: UTF-8 with or without BOM, UTF-16 with BOM, GB 18030; anything else is refused."""
    path = path or name
    try:
        bom, encoding, text = _decode(raw)
        source = Source(name, raw, text, encoding, bom)
        _check_round_trip(source)
    except _DecodingError as error:
        line, column = byte_position(raw, error.byte)
        message = f"cannot read the source: {error.what} at byte {error.byte}; save it as UTF-8"
        raise ReportError(Problem(path, line, column, message)) from None
    _check_text(text, path)
    return source


class _DecodingError(Exception):
    """Bytes that are no text: what is wrong, and where."""

    def __init__(self, byte: int, what: str) -> None:
        self.byte, self.what = byte, what
        super().__init__(what)


def _decode(raw: bytes) -> tuple[bytes, str, str]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return bom, encoding, _decode_as(raw[len(bom) :], encoding, len(bom))
    try:
        return b"", "utf-8", raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _decode_gb18030(raw, error.start)
        return b"", "gb18030", text


def _decode_as(raw: bytes, encoding: str, offset: int) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _DecodingError(error.start + offset, f"not valid {encoding.upper()}") from None


def _decode_gb18030(raw: bytes, utf8_stop: int) -> str:
    if b"\0" in raw:
        raise _DecodingError(raw.index(b"\0"), "a binary file, not text")
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _DecodingError(utf8_stop, f"neither UTF-8 nor GB 18030 (which stops at byte {error.start})") from None
    if _common_share(text) < _COMMON_SHARE:
        raise _DecodingError(utf8_stop, "not UTF-8, and as GB 18030 it does not read as Chinese")
    return text


def _common_share(text: str) -> float:
    foreign = [char for char in text[:_SAMPLE] if not char.isascii()]
    common = sum(char.encode("gb18030")[0] in _COMMON_LEAD_BYTES for char in foreign)
    return common / len(foreign) if foreign else 0.0


def _check_round_trip(source: Source) -> None:
    again = source.encode(source.text)
    if again != source.raw:
        byte = next(_differences(again, source.raw))
        raise _DecodingError(byte, f"{source.encoding.upper()} spells a character in two ways")


def _differences(one: bytes, other: bytes) -> Iterator[int]:
    yield from (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    yield min(len(one), len(other))


def _check_text(text: str, path: str) -> None:
    if not text.strip():
        what = "empty" if not text else "nothing but white space"
        raise ReportError(Problem(path, 0, 0, f"the source is {what}; it should hold the report's text"))
    if control := _CONTROL.search(text):
        line, column = position(text, control.start())
        message = f"control character U+{ord(control[0]):04X}: a binary file, not text"
        raise ReportError(Problem(path, line, column, message))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character; only a line feed ends a line."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def byte_position(raw: bytes, byte: int) -> tuple[int, int]:
    """Line and column, both from 1, of a byte of what is UTF-8 up to there, or nearly so."""
    text = raw[:byte].decode("utf-8", "replace")
    return position(text, len(text))
