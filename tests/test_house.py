"""The house stands as drawn: rooms in order, rules apart, files short, nothing lying about."""

from __future__ import annotations

import ast
import re
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import figcheck

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(figcheck.__file__).parent
ROOT = PACKAGE.parent
RULES = sorted((ROOT / "rules").glob("*.py"))
ROOMS = (
    """
    errors home examples tables units quantities interval distributions granularity document rounding terms shares
    dimensions proportions elapsed changes columns claim daycount timespan manner wording mends repair finding read
    extract cues link footing moments evidence reading movement bounds forms plan operands page choices ways rulebook
    relate rulekit report engine cli __init__ __main__
    """
).split()
"""Each room uses only those before it."""
TOP = frozenset(
    """
    figcheck rules data tests benchmarks docs editors pyproject.toml README.md LICENSE CHANGELOG.md
    CONTRIBUTING.md action.yml .pre-commit-hooks.yaml .github .ci .gitignore
    """.split()
)
MOST_LINES = 400
GENERATED = PACKAGE / "tables"
BLANKET = re.compile(
    r"#\s*type:\s*ignore(?!\[)|#\s*noqa(?!: [A-Z]+\d)|#\s*(?:ruff|flake8):\s*noqa"
    r"|#\s*mypy:\s*ignore|#\s*fmt:\s*off|#\s*pragma:\s*no cover",
    re.IGNORECASE,
)


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, by dotted name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert 0 == node.level, f"{path} imports relatively"
            whole = node.module or ""
            parts = [f"{whole}.{alias.name}" for alias in node.names]
            yield from dict.fromkeys(part if is_module(part) else whole for part in parts)


def is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_imports_run_one_way() -> None:
    back_up = [
        f"{path.relative_to(ROOT)} uses {name}"
        for path in sources("figcheck")
        for name in imports(path)
        if name.startswith("figcheck.")
        if ROOMS.index(name.split(".")[1]) > ROOMS.index(room(path))
    ]

    assert [] == back_up


def test_every_room_is_in_the_plan() -> None:
    rooms = {room(path) for path in sources("figcheck")}

    assert set() == rooms - set(ROOMS)
    assert set() == set(ROOMS) - rooms


def test_no_two_files_of_a_room_need_each_other() -> None:
    needs = {
        module(path): {name for name in imports(path) if name.startswith("figcheck.")}
        for path in sources("figcheck")
    }
    done: set[str] = set()
    while ready := {
        name for name in needs.keys() - done if needs[name] & needs.keys() - {name} <= done
    }:
        done |= ready

    assert set() == needs.keys() - done - {"figcheck"}


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_imports_the_rulekit_alone(path: Path) -> None:
    own = {name for name in imports(path) if name.partition(".")[0] not in sys.stdlib_module_names}

    assert own <= {"figcheck.rulekit"}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_is_one_function_module_without_state(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert path.stem not in sys.stdlib_module_names
    assert path.read_text(encoding="utf-8").startswith(('"""', 'r"""'))
    assert [] == [node for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal)]


@pytest.mark.parametrize(
    "path", list(sources("figcheck", "rules", "tests", "benchmarks")), ids=lambda path: path.stem
)
def test_a_file_is_short_and_opens_by_saying_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= MOST_LINES or path.parent == GENERATED
    assert ast.get_docstring(ast.parse(text))
    assert [] == BLANKET.findall(text)
    assert path.stem not in ("util", "utils", "helpers", "common", "base", "types", "misc")


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.toml")), ids=lambda path: path.stem)
def test_a_table_opens_by_explaining_its_form(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_nothing_else_lies_at_the_top() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()] + [".git"]
    names = {path.name for path in ROOT.iterdir()}

    assert set() == {n for n in names - TOP if not any(fnmatch(n, mask) for mask in ignored)}


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    place = re.compile(r"/(?:home|root|Users|work)/\w|/tmp/\w")
    texts = [*sources("figcheck", "rules", "benchmarks"), *ROOT.glob("*.md"), *ROOT.glob(".ci/*")]

    assert [] == [path for path in texts if place.search(path.read_text(encoding="utf-8"))]
