"""The commands of `figcheck`, a function each; each gives the exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from figcheck.cli.parser import parser
from figcheck.errors import FigcheckError, UsageError
from figcheck.report.visible import visible

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

    from figcheck.report import Report
    from figcheck.report.text import Style

CLEAN, FOUND, FAILED = 0, 1, 2
_WIDEST = 140


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line. No article and no file makes it end in a traceback."""
    _open_streams()
    args = parser().parse_args(arguments)
    try:
        try:
            code = _COMMANDS[args.command](args)
        except FigcheckError as error:
            code = complain(str(error))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone: nothing is left to write, at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return complain(f"the output cannot be written: {error.strerror}")
    return code


def complain(words: str) -> int:
    """Say on standard error what could not be done; the exit code for it."""
    print(f"figcheck: {visible(words)}", file=sys.stderr)
    return FAILED


class Complaints:
    """Says what could not be done, and keeps the exit code for it."""

    def __init__(self) -> None:
        self.code = CLEAN

    def __call__(self, words: str) -> None:
        self.code = complain(words)


def _open_streams() -> None:
    """Have both outputs open, and spell out what the encoding of a terminal lacks."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _check(args: Namespace) -> int:
    from figcheck.cli.inputs import reports

    complaints = Complaints()
    read = reports(args.paths, complaints, format=args.input_format, stdin_name=args.stdin_filename)
    code = _print(read, args)
    return complaints.code or code


def _demo(args: Namespace) -> int:
    """Check the demo article. It is meant to have findings: the code is that of a success."""
    from figcheck.engine import check_file
    from figcheck.home import folder

    report = check_file(folder("data") / "demo.txt")
    report.path = "demo.txt"
    _print([report], args)
    return CLEAN


def _print(reports: Iterable[Report], args: Namespace) -> int:
    """Print each report as it comes; FOUND where one has a finding that counts."""
    found = _print_json(reports, args) if args.format == "json" else _print_text(reports, args)
    return FOUND if found else CLEAN


def _print_json(reports: Iterable[Report], args: Namespace) -> bool:
    found = False
    for report in reports:
        print(report.to_json(evidence="evidence" in args.show))
        found |= report.has_conflicts
    return found


def _print_text(reports: Iterable[Report], args: Namespace) -> bool:
    from figcheck.report import text

    style = _style(args.color)
    counts = text.Summary()
    found = False
    notes, evidence = "notes" in args.show, "evidence" in args.show
    for report in reports:
        for block in text.findings(report, style, notes=notes, evidence=evidence):
            print(block, end="\n\n")
        for line in text.remarks(report):
            print(line)
        if "claims" in args.show:
            for line in text.claims(report, style, evidence=evidence):
                print(line)
        if "figures" in args.show:
            for line in text.unclaimed(report, style):
                print(line)
        found |= report.has_conflicts
        counts = counts.plus(text.summary(report))
    if counts.files:
        print(text.last_line(counts, style))
    return found


def _style(color: str) -> Style:
    """Colour and the terminal's own width only on a terminal, so that a file is always the same."""
    from figcheck.report.text import WIDTH, Style

    if not sys.stdout.isatty():
        return Style(WIDTH, color == "always")
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Style(_terminal_width() or WIDTH, color == "always" or (color == "auto" and not plain))


def _terminal_width() -> int:
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns, _WIDEST)
    except OSError:
        return 0


def _figures(args: Namespace) -> int:
    from figcheck.cli.figures import print_mentions, print_tables

    if args.jsonl and args.paths:
        raise UsageError("figures --jsonl reads standard input and takes no PATH")
    if not args.jsonl and not args.paths:
        raise UsageError("figures needs a PATH (or --jsonl)")
    complaints = Complaints()
    if args.jsonl:
        print_mentions(args.input_format or "text", complaints)
    else:
        print_tables(args, complaints)
    return complaints.code


def _explain(args: Namespace) -> int:
    from figcheck.rulebook import find

    rule = find(args.code)
    print(f"{rule.code} {rule.name}\n\n{rule.doc.strip()}")
    return CLEAN


def _rules(args: Namespace) -> int:
    from figcheck.report.table import aligned, markdown
    from figcheck.rulebook import rules

    rows = [(rule.code, rule.name, rule.title.rstrip(".")) for rule in rules()]
    header = ("Code", "Rule", "What must hold")
    for line in markdown(header, rows) if args.format == "markdown" else aligned(rows):
        print(line)
    return CLEAN


_COMMANDS = {
    "check": _check,
    "demo": _demo,
    "explain": _explain,
    "figures": _figures,
    "rules": _rules,
}
