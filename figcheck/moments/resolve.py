"""Resolution of moments: the days that "last week" or "Monday" are, told from the document's date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.document import Document
    from figcheck.moments.tokens import Token


def own_date(document: Document) -> date | None:
    return None


def resolve(tokens: list[Token], today: date | None) -> tuple[date | None, date | None]:
    return None, None
