"""A folder a stage: imports between folders point one way, and each folder's docstring is its map."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "report_browser"
# From the lowest floor to the highest. A module may import what is in its own folder or on a floor below. A folder's own
# modules stand above its subfolders; each of the package's own has a floor to itself.
FLOORS = (
    "errors",
    "text",
    "editorial",
    "outline",
    "figures/lexicon",
    "figures/quantities",
    "figures/measured",
    "figures",
    "measures",
    "findings",
    "publishing/parts",
    "publishing/exports",
    "publishing/pages",
    "publishing/site",
    "cli",
)
LONGEST = 250  # lines of a module

MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in PACKAGE.rglob("*.py")}
FOLDERS = sorted({path.parent for path in MODULES.values()})


def floor(module: str) -> int:
    """How high a module stands. Raises `KeyError` with its folder where that is not among `FLOORS`."""
    _, *folders, name = module.split(".")
    heights = {folder: height for height, folder in enumerate(FLOORS)}
    return heights["/".join(folders) or name]


def imports(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports by full name, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            names = (f"{node.module}.{one.name}" for one in node.names)
            yield from {name if name in MODULES else str(node.module) for name in names} & set(MODULES)


def own_files(folder: Path) -> list[str]:
    """What a folder's map must name: modules by their stem, subfolders, and other files by their full name."""
    paths = [path for path in folder.iterdir() if path.name not in ("__init__.py", "__pycache__", "py.typed")]
    return sorted(path.stem if path.suffix == ".py" else path.name for path in paths)


GRAPH = {module: set(imports(path)) for module, path in MODULES.items()}


def test_no_module_imports_from_a_higher_floor() -> None:
    arrows = [(one, other) for one, others in GRAPH.items() for other in others if not one.endswith("__main__")]
    assert len(arrows) > 150
    assert [f"{one} -> {other}" for one, other in arrows if floor(one) < floor(other)] == []


def test_each_floor_is_there() -> None:
    modules = [module for module in MODULES if not module.endswith("__init__")]
    assert {floor(module) for module in modules} == set(range(len(FLOORS)))


def test_imports_form_no_circle() -> None:
    TopologicalSorter(GRAPH).prepare()  # raises CycleError, which names the modules of a circle


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    others = [path for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    paths = [*MODULES.values(), *others, ROOT / "build_site.py"]
    lines = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in paths}
    assert {name: number for name, number in lines.items() if number > LONGEST} == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_folders_docstring_is_its_map(folder: Path) -> None:
    """Nothing else is in its `__init__`, and each file of the folder has a line of it, no other has: "- `name`: what it is"."""
    tree = ast.parse((folder / "__init__.py").read_text("utf-8"))
    words = ast.get_docstring(tree) or ""
    assert len(tree.body) == bool(words), "a docstring and nothing else"
    assert sorted(re.findall(r"(?m)^- `([^`]+?)/?`:? ", words)) == own_files(folder)


def test_the_readme_draws_the_package_as_it_is() -> None:
    """A line a module or folder, indented by two a folder; of files that are no modules it may name any that are there."""
    tree = (ROOT / "README.md").read_text("utf-8").partition("    report_browser/\n")[2].partition("\n\n")[0]
    folders, drawn = [PACKAGE], set()
    for line in tree.split("\n"):
        indent, name = re.match(r" {4}( +)(\S+)", line).groups()  # type: ignore[union-attr] # else the test fails here
        folders = [*folders[: len(indent) // 2], folders[len(indent) // 2 - 1] / name]
        drawn.add(folders[-1])
    modules = {path.with_suffix("") for path in MODULES.values() if path.stem != "__init__"}
    assert modules | set(FOLDERS) - {PACKAGE} <= drawn
    assert [path for path in drawn - modules if not [*path.parent.glob(path.name)]] == []
