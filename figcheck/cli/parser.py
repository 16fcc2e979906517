"""The grammar of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from figcheck import __version__

_EPILOG = """\
exit codes:
  0  no finding of level error or warning
  1  at least one
  2  something could not be read or run
"""
_WIDTH = 96
_FORMATS = ("text", "markdown", "html")


class _Help(RawDescriptionHelpFormatter):
    """Help of a fixed width: to ask the terminal for its own takes an import that is slow."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH)


def parser() -> ArgumentParser:
    """The parser; `command` of what it returns is the name of a function in commands.py."""
    top = ArgumentParser(
        prog="figcheck",
        description="Finds numbers in an article that cannot all be true.",
        epilog=_EPILOG,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"figcheck {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, what: str) -> ArgumentParser:
        return commands.add_parser(
            name, help=what, description=what, formatter_class=_Help, allow_abbrev=False
        )

    check = add("check", "report the claims of articles that cannot hold")
    _add_inputs(check, "+")
    _add_outputs(check)
    _add_outputs(add("demo", "check the demo article"))
    figures = add("figures", "list the figures of articles: value, unit, hedge, what is counted")
    _add_inputs(figures, "*")
    figures.add_argument(
        "--jsonl",
        action="store_true",
        help='read {"id", "text"} lines on standard input, print {"id", "mentions"} lines',
    )
    explain = add("explain", "say what a rule checks, with examples")
    explain.add_argument("code", metavar="CODE", help="the code or the name of a rule")
    rules = add("rules", "list the rules")
    rules.add_argument("--format", choices=("text", "markdown"), default="text")
    return top


def _add_inputs(command: ArgumentParser, number: str) -> None:
    command.add_argument(
        "paths",
        metavar="PATH",
        nargs=number,
        help="a file, a folder (every text, Markdown and HTML file in it), a pattern, or - for "
        "standard input",
    )
    command.add_argument(
        "--input-format",
        choices=_FORMATS,
        help="how to read all of them, whatever their names end in",
    )
    command.add_argument(
        "--stdin-filename", metavar="NAME", help="the name of what comes on standard input"
    )


def _add_outputs(command: ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="json prints one object a file, each on a line",
    )
    command.add_argument(
        "--show",
        choices=("claims", "evidence", "figures", "notes"),
        action="append",
        default=[],
        help="claims: also what holds, with its arithmetic; evidence: the sum that each finding, "
        "and each claim that is listed, was judged by; figures: also those that no claim touches; "
        "notes: also findings of level note; can be given more than once",
    )
    command.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto colours on a terminal, unless NO_COLOR is set",
    )
