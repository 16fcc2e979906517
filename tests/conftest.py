"""What the tests share: the checkout, figcheck as a process, snapshots."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Snapshot = Callable[[str, str], None]

ROOT = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"


class RunPython(Protocol):
    """Runs Python on the checkout, as a process of its own."""

    def __call__(
        self, *args: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write tests/snapshots and the generated parts of README.md anew",
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def updating(request: pytest.FixtureRequest) -> bool:
    """Are snapshots to be written rather than compared?"""
    return bool(request.config.getoption("--update-snapshots"))


@pytest.fixture(scope="session")
def python() -> RunPython:
    """Python with the checkout's figcheck, its outputs captured as bytes."""

    def run(
        *args: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        base = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
        base |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(env or {})}
        return subprocess.run(
            [sys.executable, *args], input=stdin, capture_output=True, env=base, timeout=60
        )

    return run


@pytest.fixture
def snapshot(updating: bool) -> Snapshot:
    """Compares a text with a file of tests/snapshots, or writes it on --update-snapshots."""

    def compare(name: str, actual: str) -> None:
        path = SNAPSHOTS / name
        if updating:
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == actual

    return compare


# A machine that is busy with other things must not fail a property for its slowness.
settings.register_profile("figcheck", deadline=None)
settings.load_profile("figcheck")
