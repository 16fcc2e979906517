"""Where `rules/` and `data/` lie: inside the package once installed, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `name` ("rules" or "data").

    An editable install copies both into site-packages, yet runs the package from the checkout,
    which has neither inside: so what is edited there is what is read.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
