"""YAML as people write it in `content/`: dates stay text, and every error has its line and column."""

from __future__ import annotations

from typing import Any

import yaml

from report_browser.errors import Problem, ReportError
from report_browser.text.source import position


class _Loader(yaml.SafeLoader):
    """The safe loader without dates: `2008-13-45` is text, not an error."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[yaml.Node | None, Any]:
    """The nodes and the values of a YAML text; both are None where it is empty.

    Its first line is line `first_line` of the file `path`. Raises `ReportError` where it is not valid.
    """
    try:
        return yaml.compose(text, Loader=_Loader), yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line, mark.column + 1) if mark else (0, 1)
        raise ReportError(Problem(path, first_line + line, column, f"not valid YAML: {error.problem}")) from None
    except yaml.reader.ReaderError as error:
        line, column = position(text, error.position)
        message = f"not valid YAML: character U+{error.character:04X} may not stand in it"
        raise ReportError(Problem(path, first_line + line - 1, column, message)) from None
