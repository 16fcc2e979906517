"""figcheck as a module: `python -m figcheck`."""

import sys

from figcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
