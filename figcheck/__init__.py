"""figcheck finds numbers in an article that cannot all be true, and shows the arithmetic.

    >>> import figcheck
    >>> report = figcheck.check("The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.")
    >>> report.findings[0].message
    '5 + 4 + 2 = 11, not 12'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from figcheck.claim import Claim
    from figcheck.document import Document, Figure, Kind, Span
    from figcheck.engine import check, check_file
    from figcheck.errors import FigcheckError, ReadError, RuleError, UsageError
    from figcheck.finding import Finding
    from figcheck.repair import Repair
    from figcheck.report import Report

_HOMES = {
    "Claim": "claim", "Document": "document", "FigcheckError": "errors", "Figure": "document",
    "Finding": "finding", "Kind": "document", "ReadError": "errors", "Repair": "repair",
    "Report": "report", "RuleError": "errors", "Span": "document", "UsageError": "errors",
    "check": "engine", "check_file": "engine",
}  # fmt: skip

__all__ = [
    "Claim", "Document", "FigcheckError", "Figure", "Finding", "Kind", "ReadError", "Repair",
    "Report", "RuleError", "Span", "UsageError", "__version__", "check", "check_file",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Fetch a public name when it is first asked for, so that `--version` loads nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'figcheck' has no attribute {name!r}")
    return getattr(import_module(f"figcheck.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
