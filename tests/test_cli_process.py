"""figcheck as a process: pipes, terminals, signals, encodings."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import IO, TYPE_CHECKING

import pytest

import figcheck

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.conftest import RunPython

CONFLICT = "Die Täfel: “The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.”\n"
posix = pytest.mark.skipif(os.name != "posix", reason="terminals and signals of POSIX")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(CONFLICT, encoding="utf-8")
    return str(path)


def start(root: Path, *args: str, **streams: IO[bytes] | int) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(root)}
    process: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "figcheck", *args],
        env=env,
        **streams,  # type: ignore[call-overload]
    )
    return process


def test_the_module_is_the_command(python: RunPython, article: str) -> None:
    done = python("-m", "figcheck", "--version")
    checked = python("-m", "figcheck", "check", article)

    assert (0, f"figcheck {figcheck.__version__}") == (
        done.returncode, done.stdout.decode().strip(),
    )  # fmt: skip
    assert 1 == checked.returncode


def test_the_same_bytes_whatever_the_hash_seed(python: RunPython, article: str) -> None:
    outputs = {
        python("-m", "figcheck", "check", *args, article, env={"PYTHONHASHSEED": seed}).stdout
        for args in ((), ("--format", "json"))
        for seed in ("0", "1", "7")
    }

    assert 2 == len(outputs)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_what_an_encoding_lacks_is_spelled_out(
    python: RunPython, article: str, encoding: str
) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = python("-m", "figcheck", "check", article, env=env)

    assert (1, b"") == (done.returncode, done.stderr)
    assert "The panel of 12" in done.stdout.decode(encoding)


@posix
def test_a_reader_that_goes_away_is_no_error(root: Path, article: str) -> None:
    process = start(root, "check", article, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=30)

    assert (2, b"") == (process.returncode, err)


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a full disk")
def test_a_full_disk_is_said(root: Path, article: str) -> None:
    with open("/dev/full", "wb") as full:
        process = start(root, "check", article, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate(timeout=30)

    assert 2 == process.returncode
    assert b"figcheck: the output cannot be written: No space left on device\n" == err


@posix
def test_breaking_off_is_quiet(root: Path) -> None:
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    process = start(root, "figures", "--jsonl", **pipes)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"id": 1, "text": "5 men"}\n')
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"id": 1')  # by now it waits for more
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert (130, b"", b"") == (process.returncode, out, err)


@posix
@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_a_closed_stream_is_no_traceback(root: Path, article: str, closed: str) -> None:
    redirect = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}[closed]
    path = "-" if closed == "stdin" else article
    command = f'"{sys.executable}" -m figcheck check "{path}" {redirect}'
    done = subprocess.run(
        command, shell=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(root)}
    )

    assert (2 if closed == "stdin" else 1) == done.returncode
    assert b"Traceback" not in done.stdout + done.stderr


def on_a_terminal(root: Path, *args: str, env: Mapping[str, str], columns: int = 80) -> str:
    """What figcheck prints on a terminal of so many columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    base = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    process = subprocess.Popen(
        [sys.executable, "-m", "figcheck", *args], stdout=theirs,
        env={**base, "PYTHONPATH": str(root), "TERM": "xterm", **env},
    )  # fmt: skip
    os.close(theirs)
    printed = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        printed += part
    os.close(ours)
    process.wait(timeout=30)
    return printed.decode().replace("\r\n", "\n")


@posix
class TestColour:
    def test_on_a_terminal(self, root: Path, article: str) -> None:
        assert "\x1b[1mFC" not in on_a_terminal(root, "check", article, env={})
        assert "\x1b[" in on_a_terminal(root, "check", article, env={})

    @pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_not_where_the_environment_says_no(
        self, root: Path, article: str, env: dict[str, str]
    ) -> None:
        assert "\x1b[" not in on_a_terminal(root, "check", article, env=env)
        assert "\x1b[" in on_a_terminal(root, "check", "--color", "always", article, env=env)

    def test_not_where_it_is_told_no(self, root: Path, article: str) -> None:
        assert "\x1b[" not in on_a_terminal(root, "check", "--color", "never", article, env={})

    def test_not_in_a_pipe_unless_told(self, python: RunPython, article: str) -> None:
        auto, always = (
            python("-m", "figcheck", "check", "--color", color, article).stdout.decode()
            for color in ("auto", "always")
        )

        assert "\x1b[" not in auto
        assert auto == re.sub(r"\x1b\[[\d;]*m", "", always)
        assert "\x1b[" in always

    def test_the_page_is_as_wide_as_the_terminal(self, root: Path, article: str) -> None:
        printed = on_a_terminal(root, "check", article, env={"NO_COLOR": "1"}, columns=60)

        assert any(line.endswith("…") for line in printed.splitlines())
        assert all(len(line) <= 60 for line in printed.splitlines()[1:3])
