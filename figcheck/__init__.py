"""figcheck finds numbers in an article that cannot all be true, and shows the arithmetic.

>>> import figcheck
>>> report = figcheck.check("The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.")
>>> report.findings[0].message
'5 + 4 + 2 = 11, not 12'
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # not from `typing`: importing that takes as long as starting Python
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

if not TYPE_CHECKING:

    def __getattr__(name):
        """A public name, imported when it is first asked for, so that `--version` loads nothing."""
        if name not in _HOMES:
            raise AttributeError(f"module 'figcheck' has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"figcheck.{_HOMES[name]}"), name)
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
