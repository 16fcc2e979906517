"""Where `rules/` and `data/` lie: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `name` ("rules" or "data").

    An editable install copies both into site-packages, so the folder beside the package's
    source comes first: it is the one that is being edited.
    """
    beside = _PACKAGE.parent / name
    in_checkout = (_PACKAGE.parent / "pyproject.toml").is_file()
    return beside if in_checkout and beside.is_dir() else _PACKAGE / name
