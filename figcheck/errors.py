"""Every error that figcheck raises.

FigcheckError
├── ReadError (ValueError)      a document that cannot be read: binary, undecodable, too large
├── RuleError (ValueError)      a rule module that breaks the Rule protocol
└── UsageError (ValueError)     a call that cannot be carried out: an unknown format, code or option
"""


class FigcheckError(Exception):
    """The base of all errors that figcheck raises on purpose."""


class ReadError(FigcheckError, ValueError):
    """A document that cannot be read: binary, undecodable or too large."""


class RuleError(FigcheckError, ValueError):
    """A rule module that breaks the Rule protocol."""


class UsageError(FigcheckError, ValueError):
    """A call that cannot be carried out: an unknown format, rule code or option."""
