"""The public names: exactly those of `__all__`, each with a docstring and where it says it is."""

from __future__ import annotations

import ast
import doctest
import inspect
from pathlib import Path

import pytest

import figcheck

SOURCE = Path(figcheck.__file__)


def test_all_is_sorted_and_what_dir_shows() -> None:
    assert sorted(figcheck.__all__) == dir(figcheck)
    assert len(set(figcheck.__all__)) == len(figcheck.__all__)


@pytest.mark.parametrize("name", sorted(set(figcheck.__all__) - {"__version__"}))
def test_a_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(figcheck, name)

    assert name == value.__name__
    assert (inspect.getdoc(value) or "")[:1].isupper() or (inspect.getdoc(value) or "").startswith(
        "figcheck"
    )


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    typed = {
        alias.name: node.module
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert set(figcheck.__all__) - {"__version__"} == set(typed)
    assert {name: getattr(figcheck, name).__module__ for name in typed} == typed


def test_an_unknown_name_is_an_attribute_error() -> None:
    unknown = "chek"
    with pytest.raises(AttributeError, match="module 'figcheck' has no attribute 'chek'"):
        getattr(figcheck, unknown)


def test_the_signatures_are_those_of_the_contract() -> None:
    check, check_file = map(inspect.signature, (figcheck.check, figcheck.check_file))

    assert ["source", "format", "rules"] == list(check.parameters)
    assert "text" == check.parameters["format"].default
    assert ["path", "format", "rules"] == list(check_file.parameters)


def test_the_example_of_the_docstring_is_true() -> None:
    assert 0 == doctest.testmod(figcheck).failed
    assert 3 == doctest.testmod(figcheck).attempted


def test_the_package_is_typed() -> None:
    assert (SOURCE.parent / "py.typed").is_file()


@pytest.mark.parametrize("error", [figcheck.ReadError, figcheck.RuleError, figcheck.UsageError])
def test_an_error_is_figchecks_and_a_value_error(error: type[Exception]) -> None:
    assert issubclass(error, figcheck.FigcheckError)
    assert issubclass(error, ValueError)


def test_the_tree_of_errors_is_drawn_whole() -> None:
    import figcheck.errors as module

    classes = {name for name, value in vars(module).items() if inspect.isclass(value)}

    assert module.__doc__ is not None
    assert classes == {name for name in classes if name in module.__doc__}


def test_an_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(figcheck.UsageError, match="unknown format 'pdf': use one of text"):
        figcheck.check("5", format="pdf")
