"""Imports point one way: text <- structure <- meaning <- rendering <- site <- build_site.py."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "report_browser"
LAYERS = {
    "text": {"span", "errors", "source", "edition", "page_marks", "layout", "punctuation", "mechanical"},
    "content": {"yaml_text", "written", "content"},
    "structure": {
        "outline", "lexicon", "brackets", "units", "numerals", "decoys", "qualifiers", "quantities", "acceptance", "periods",
        "words", "phrases", "clauses", "comparisons", "naming", "subjects", "figures", "relations", "commands",
    },
    "meaning": {"emendations", "glossary", "indicators", "measures", "intervals", "arithmetic", "declared", "checks", "records", "report"},
    "rendering": {
        "annotate", "addresses", "passages", "charts", "quotations", "tables", "data", "linked_data", "page", "survey", "ledger",
        "text_pages", "record_pages", "pages", "render", "assets", "navigation", "summary",
    },
    "site": {"site"},
}  # fmt: skip
ORDER = {module: rank for rank, modules in enumerate(LAYERS.values()) for module in modules}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = (node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module)
    return {module.removeprefix("report_browser.") for module in found if module.startswith("report_browser.")}


def test_every_module_has_its_layer() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    assert modules - set(ORDER) == set()


def test_no_module_imports_from_a_later_layer() -> None:
    modules = [path for path in PACKAGE.glob("*.py") if path.stem != "__init__"]
    wrong = [(path.stem, one) for path in modules for one in imports(path) if ORDER[one] > ORDER[path.stem]]
    assert len(modules) > 15
    assert wrong == []


def test_imports_form_no_circle() -> None:
    graph = {path.stem: imports(path) for path in PACKAGE.glob("*.py")}

    def reaches(start: str, goal: str, seen: set[str]) -> bool:
        below = graph.get(start, set()) - seen
        return goal in graph.get(start, set()) or any(reaches(one, goal, seen | below) for one in below)

    assert [module for module in graph if reaches(module, module, {module})] == []
