"""The start stays quick: what a plain check imports, and what `--version` does not."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import RunPython

ROOT = Path(__file__).parent.parent
ARTICLE = str(ROOT / "data" / "demo.txt")
SLOW = frozenset(
    """
    pint pandas numpy scipy rich pyromark dataclasses inspect json tomllib ast difflib shutil
    subprocess logging asyncio multiprocessing sqlite3 http email
    """.split()
)
PROBE = """
import sys
sys.path.insert(0, {root!r})
before = set(sys.modules)
from figcheck.cli import main
main({arguments})
print("\\n", *sorted(set(sys.modules) - before))
"""
MOST_STARTS = 3
"""How many bare starts of Python `--version` may take."""


def imported(python: RunPython, *arguments: str) -> set[str]:
    """The modules that a command line imports."""
    done = python("-I", "-c", PROBE.format(root=str(ROOT), arguments=list(arguments)))
    assert b"" == done.stderr
    return set(done.stdout.decode().split("\n")[-2].split())


def test_a_plain_check_imports_nothing_slow(python: RunPython) -> None:
    modules = imported(python, "check", "--show", "claims", ARTICLE)

    assert "figcheck.engine" in modules
    assert set() == SLOW & {module.partition(".")[0] for module in modules}


def test_version_imports_nothing(python: RunPython) -> None:
    assert {"__future__", "figcheck", "figcheck.cli"} == imported(python, "--version")


@pytest.mark.parametrize("arguments", [("rules",), ("explain", "FC101"), ("demo",)])
def test_no_command_imports_pint_or_pandas(python: RunPython, arguments: tuple[str, ...]) -> None:
    assert set() == imported(python, *arguments) & {"pint", "pandas", "numpy", "pyromark"}


def test_version_takes_little_longer_than_python_itself() -> None:
    def seconds(*arguments: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)
        return time.perf_counter() - began

    pairs = [(seconds("-m", "figcheck", "--version"), seconds("-c", "pass")) for _ in range(11)]

    assert median(version / bare for version, bare in pairs) < MOST_STARTS


def test_a_statistic_imports_scipy_special_and_no_more(python: RunPython, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Sleep differed, t(28) = 2.20, p = .036.", encoding="utf-8")

    modules = imported(python, "check", str(article))

    assert "scipy.special" in modules
    assert set() == modules & {"scipy.stats", "scipy.optimize", "pandas", "pint"}
