"""The door to the terminal: `figcheck`.

Exit codes, for ever: 0 no finding of level error or warning, 1 at least one, 2 something could not
be read or run; 130 where the user breaks off.
"""

from __future__ import annotations

import sys

from figcheck import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code. `arguments`: those of the process, if None."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if [*arguments] == ["--version"]:  # before anything is imported
        print("figcheck", __version__)
        return 0
    try:
        from figcheck.cli.commands import run

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
