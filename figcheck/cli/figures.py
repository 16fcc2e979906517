"""`figcheck figures`: the figures of articles as tables, or as mentions in JSON lines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from figcheck.cli.inputs import fault, reports
from figcheck.engine import check
from figcheck.report.figures import table
from figcheck.report.mentions import mentions

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    Complain = Callable[[str], None]


def print_tables(args: Namespace, complain: Complain) -> None:
    """A table of its figures for each file."""
    read = reports(
        args.paths, complain, format=args.input_format, stdin_name=args.stdin_filename, rules=()
    )
    for report in read:
        for line in table(report):
            print(line)


def print_mentions(form: str, complain: Complain) -> None:
    """For each {"id", "text"} line of standard input a line {"id", "mentions"}.

    A line that is no such object is complained of; a text on which figcheck fails gets "error".
    """
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            text, name = item["text"], item["id"]
        except (ValueError, TypeError, KeyError, RecursionError):
            text = None
        if not isinstance(text, str):
            complain(f'line {number}: not an object {{"id": ..., "text": "..."}}')
            continue
        answer = {"id": name, **_mentions(text, form, f"line {number}", complain)}
        print(json.dumps(answer), flush=True)


def _mentions(text: str, form: str, place: str, complain: Complain) -> dict[str, Any]:
    try:
        return {"mentions": mentions(check(text, form, rules=()).document)}
    except Exception as error:  # a fault of figcheck's own must not keep it from the other texts
        complain(f"{place}: {fault(error)}")
        return {"mentions": [], "error": fault(error)}
