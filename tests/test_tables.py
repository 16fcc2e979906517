"""The compiled tables are what `python -m figcheck.tables` makes of data/ today."""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from figcheck.home import folder
from figcheck.tables import __main__ as command
from figcheck.tables.compiler import build

if TYPE_CHECKING:
    from pathlib import Path

NAMES = sorted(path.stem for path in folder("data").glob("*.toml"))


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    return build()


def test_there_is_a_module_of_every_table(built: dict[str, str]) -> None:
    assert NAMES == sorted(built)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_checked_in_as_compiled(name: str, built: dict[str, str], root: Path) -> None:
    path = root / "figcheck" / "tables" / f"{name}.py"

    assert built[name] == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_literal(name: str, built: dict[str, str]) -> None:
    tree = ast.parse(built[name])
    (table,) = [node for node in tree.body if isinstance(node, ast.AnnAssign)]

    assert table.value is not None
    assert dict is type(ast.literal_eval(table.value))
    assert f"Generated from data/{name}.toml" in (ast.get_docstring(tree) or "")


def test_factors_of_units_come_from_pint(built: dict[str, str]) -> None:
    tree = ast.parse(built["units"])
    (literal,) = [node.value for node in tree.body if isinstance(node, ast.AnnAssign)]
    assert literal is not None
    table = ast.literal_eval(literal)["unit"]

    assert Fraction(1609344, 1000) == Fraction(table["mile"]["factor"])
    assert Fraction(5, 9) == Fraction(table["degree_Fahrenheit"]["factor"])
    assert Fraction("459.67") == Fraction(table["degree_Fahrenheit"]["offset"])
    assert "area" == table["acre"]["dimension"]


def test_the_command_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built: dict[str, str]
) -> None:
    monkeypatch.setattr(command, "__file__", str(tmp_path / "__main__.py"))
    monkeypatch.setattr(command, "build", lambda: built)

    command.main()

    assert built == {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.py")}
