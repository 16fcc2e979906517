"""Loads rule modules from folders and holds them to the Rule protocol.

A rule is one file: a module with a docstring, a `code`, and `readings()`, `relate(document)` or
both. figcheck's own rules come through the same door as a user's; a new rule is a new file.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, NamedTuple

from figcheck.errors import RuleError, UsageError
from figcheck.home import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    from figcheck.claim import Claim
    from figcheck.document import Document
    from figcheck.reading import Reading

    Relate = Callable[[Document], Iterator[Claim]]


class Rule(NamedTuple):
    """A loaded rule: its file's name, its code, its documentation, and what it recognises."""

    name: str
    code: str
    doc: str
    readings: tuple[Reading, ...]
    relate: Relate

    @property
    def title(self) -> str:
        """The first line of its documentation."""
        return self.doc.strip().partition("\n")[0]


@cache
def rules(*folders: Path) -> tuple[Rule, ...]:
    """figcheck's rules and those of `folders`, by code. RuleError for a module that is none."""
    by_code: dict[str, Rule] = {}
    names: set[str] = set()
    for each in (folder("rules"), *folders):
        for path in sorted(each.glob("[a-z]*.py")):
            rule = _rule(_load(path), path)
            if rule.code in by_code:
                raise RuleError(f"{path} has the code of {by_code[rule.code].name}: {rule.code}")
            if rule.name in names:
                raise RuleError(f"{path} has the name of another rule")
            by_code[rule.code] = rule
            names.add(rule.name)
    return tuple(by_code[code] for code in sorted(by_code))


def find(name: str) -> Rule:
    """The rule of that code or name, in any case. UsageError where none is, with the nearest."""
    wanted = name.strip().lower()
    by_name = {key.lower(): rule for rule in rules() for key in (rule.code, rule.name)}
    if wanted in by_name:
        return by_name[wanted]
    from difflib import SequenceMatcher

    def closeness(each: str) -> tuple[float, int]:
        in_place = sum(one == other for one, other in zip(each, wanted, strict=False))
        return SequenceMatcher(None, each, wanted).ratio(), in_place

    rule = by_name[max(by_name, key=closeness)]
    raise UsageError(f"no rule {name!r}; the nearest is {rule.code} {rule.name}")


def _rule(module: ModuleType, path: Path) -> Rule:
    code, doc = getattr(module, "code", None), module.__doc__ or _docstring(path)
    readings, relate = getattr(module, "readings", None), getattr(module, "relate", None)
    if not isinstance(code, str) or not doc:
        raise RuleError(f'{path} needs a docstring and a `code`, a string such as "FC101"')
    if readings is None and relate is None:
        raise RuleError(f"{path} needs a function `readings()` or `relate(document)`")
    try:
        return Rule(path.stem, code, doc, readings() if readings else (), relate or _nothing)
    except Exception as error:
        raise RuleError(f"{path}: its readings() fails: {type(error).__name__}: {error}") from error


def _docstring(path: Path) -> str | None:
    """The docstring in a rule's source, for a Python that runs without docstrings (-OO)."""
    import ast

    return ast.get_docstring(ast.parse(path.read_bytes()), clean=False)


def _nothing(document: Document) -> Iterator[Claim]:
    """The `relate` of a rule that only declares readings."""
    return iter(())


def _load(path: Path) -> ModuleType:
    name = f"figcheck.rules.{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise RuleError(f"{path} cannot be loaded as a Python module")
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise RuleError(f"{path} fails to load: {type(error).__name__}: {error}") from error
    return module
