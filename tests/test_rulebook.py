"""The rulebook loads what is a rule, and says what is wrong with what is not."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from figcheck.errors import RuleError, UsageError
from figcheck.home import folder
from figcheck.rulebook import Rule, find, rules

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import RunPython

RULE = '''"""No article says 13.

Triskaidekaphobia.
"""
from figcheck.rulekit import Claim, Grade, Sum

code = "X13"

def relate(document):
    for figure in document.figures:
        if figure.value == 13:
            yield Claim(stated=figure, term=Sum((figure,)), verdict=Grade.CONFLICT, message="13!")
'''


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_every_file_of_the_folder_is_a_rule_by_code() -> None:
    loaded = rules()

    assert {path.stem for path in folder("rules").glob("[a-z]*.py")} == {r.name for r in loaded}
    assert sorted(rule.code for rule in loaded) == [rule.code for rule in loaded]
    assert loaded is rules()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_title_is_one_sentence(rule: Rule) -> None:
    assert rule.title[0].isupper()
    assert "." == rule.title[-1]
    assert "\n\n" == rule.doc.strip()[len(rule.title) :][:2]
    assert re.fullmatch(r"FC\d{3}", rule.code)


def test_a_users_rule_is_loaded_beside_figchecks(tmp_path: Path) -> None:
    write(tmp_path, "thirteen.py", RULE)
    write(tmp_path, "_private.py", "1 / 0")

    with_own = rules(tmp_path)
    [own] = [rule for rule in with_own if rule.name == "thirteen"]

    assert ("thirteen", "X13", "No article says 13.") == (own.name, own.code, own.title)
    assert {rule.code for rule in rules()} | {"X13"} == {rule.code for rule in with_own}


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("bare.py", "code = 'X1'\ndef relate(document): ...", "needs a docstring and a `code`"),
        ("bare.py", '"""Doc."""\ndef relate(document): ...', "needs a docstring and a `code`"),
        ("bare.py", '"""Doc."""\ncode = 13\ndef relate(d): ...', "needs a docstring and a `code`"),
        ("idle.py", '"""Doc."""\ncode = "X1"', r"needs a function `readings\(\)` or `relate"),
        ("wrong.py", '"""Doc."""\ncode = ', "wrong.py fails to load: SyntaxError"),
        ("raises.py", '"""Doc."""\n1 / 0', "raises.py fails to load: ZeroDivisionError"),
        (
            "reads.py",
            '"""Doc."""\ncode = "X1"\ndef readings(): return 1 / 0',
            r"reads.py: its readings\(\) fails: ZeroDivisionError",
        ),
        ("taken.py", RULE.replace("X13", "FC101"), "taken.py has the code of sum_of_parts: FC101"),
        ("sum_of_parts.py", RULE, "sum_of_parts.py has the name of another rule"),
    ],
)
def test_what_is_no_rule_is_refused(tmp_path: Path, name: str, text: str, fault: str) -> None:
    write(tmp_path, name, text)

    with pytest.raises(RuleError, match=fault):
        rules(tmp_path)


def test_a_rule_that_fails_to_load_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path, "broken.py", '"""Doc."""\n1 / 0')

    with pytest.raises(RuleError):
        rules(tmp_path)

    assert "figcheck.rules.broken" not in sys.modules


def test_a_rule_is_found_by_code_and_name_in_any_case() -> None:
    for rule in rules():
        assert rule is find(rule.code) is find(rule.name.upper()) is find(f" {rule.code.lower()} ")


@pytest.mark.parametrize("wrong", ["", "FC", "fc10", "sum", "xyz", "\N{SNOWMAN}"])
def test_an_unknown_rule_names_the_nearest(wrong: str) -> None:
    with pytest.raises(UsageError, match=r"no rule .*; the nearest is FC\d{3} \w+$"):
        find(wrong)


def test_the_nearest_is_the_nearest() -> None:
    with pytest.raises(UsageError, match="the nearest is FC101 sum_of_parts"):
        find("sum_of_part")


def test_rules_load_without_docstrings(python: RunPython) -> None:
    """`python -OO` strips them; the rulebook reads them from the source."""
    done = python("-OO", "-c", "from figcheck.rulebook import rules; print(rules()[0].title)")

    assert rules()[0].title == done.stdout.decode().strip()
