"""The wheel: every module and every YAML file of the package is in a folder that setuptools is told to ship."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from tests.conftest import ROOT

PACKAGE = ROOT / "report_browser"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]


def package_of(path: Path) -> Path:
    """The nearest folder above a file that is a package, as setuptools finds them: it and all above have __init__.py."""
    folders = [folder for folder in path.parents if folder.is_relative_to(PACKAGE)]
    return next(
        folder for at, folder in enumerate(folders) if all((up / "__init__.py").exists() for up in folders[at:])
    )


def is_shipped(path: Path) -> bool:
    package = package_of(path)
    name = ".".join(package.relative_to(ROOT).parts)
    if not any(fnmatchcase(name, pattern) for pattern in SETTINGS["packages"]["find"]["include"]):
        return False
    inside = PurePosixPath(path.relative_to(package).as_posix())
    if path.suffix == ".py":
        return len(inside.parts) == 1
    patterns = SETTINGS["package-data"]["*"]
    return any(len(PurePosixPath(one).parts) == len(inside.parts) and inside.match(one) for one in patterns)


def test_the_wheel_holds_every_module_and_every_yaml_file() -> None:
    files = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".yml")]
    assert len(files) > 80
    assert [str(path.relative_to(ROOT)) for path in files if not is_shipped(path)] == []


def test_a_folder_that_is_no_package_would_be_missed() -> None:
    assert not is_shipped(PACKAGE / "publishing/exports/more/columns.yml")
    assert not is_shipped(PACKAGE / "publishing/exports/columns.json")
    assert is_shipped(PACKAGE / "publishing/exports/columns.yml")
