"""What the command line names as input: files, folders, patterns, standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from figcheck.engine import check, check_file
from figcheck.errors import FigcheckError, ReadError
from figcheck.read import LARGEST, decode, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from figcheck.report import Report
    from figcheck.rulebook import Rule

    Complain = Callable[[str], None]

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""Which files of a folder are read."""


def reports(
    paths: Sequence[str],
    complain: Complain,
    *,
    format: str | None = None,  # noqa: A002  as in figcheck.check
    stdin_name: str | None = None,
    rules: Sequence[Rule] | None = None,
) -> Iterator[Report]:
    """The report of each input that can be read; of each other, a complaint."""
    for path in expand(paths, complain):
        name = stdin_name or STDIN if path == STDIN else path
        try:
            report = (
                _check_stdin(name, format, rules)
                if path == STDIN
                else check_file(path, format, rules=rules)
            )
        except ReadError as error:
            complain(str(error))
        except FigcheckError:
            raise
        except (
            Exception
        ) as error:  # a fault of figcheck's own must not keep it from the other files
            complain(f"{name}: {fault(error)}")
        else:
            if report.document.source.strip():
                yield report
            else:
                complain(f"{name}: empty, nothing to check")


def _check_stdin(name: str, form: str | None, rules: Sequence[Rule] | None) -> Report:
    raw = sys.stdin.buffer.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ReadError(f"{name}: more than the {LARGEST:,} bytes that are read")
    source, note = decode(raw, name)
    report = check(source, form or format_of(Path(name)), rules=rules)
    report.path = name
    report.notes += (note,) if note else ()
    return report


def fault(error: Exception) -> str:
    """A bug in words: where it struck, and what Python says of it."""
    if isinstance(error, MemoryError):
        return "too large for this machine's memory"
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = (
        f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""
    )
    return f"figcheck failed; please report it ({place}: {type(error).__name__}: {error})"


def expand(paths: Sequence[str], complain: Complain) -> Iterator[str]:
    """The files that the paths name, each once, in the order in which they are named."""
    seen = set()
    for path in paths:
        for found in _files(path, complain):
            if (key := os.path.normpath(found)) not in seen:
                seen.add(key)
                yield found


def _files(path: str, complain: Complain) -> Iterator[str]:
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        yield from _in_folder(path, complain)
    elif os.path.lexists(path) or not any(mark in path for mark in "*?["):
        yield path
    else:
        from glob import glob

        matches = sorted(glob(path, recursive=True))
        if not matches:
            complain(f"{path}: no file of that pattern")
        for match in matches:
            yield from _files(match, complain)


def _in_folder(folder: str, complain: Complain) -> Iterator[str]:
    """The articles in a folder and below, by name; nothing whose name begins with a dot."""
    is_empty = True
    for here, folders, files in os.walk(folder, onerror=lambda e: complain(_words(e))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                is_empty = False
                yield os.path.join(here, name)
    if is_empty:
        complain(f"{folder}: no file in it that ends in {', '.join(SUFFIXES)}")


def _words(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}"
