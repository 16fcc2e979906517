"""Labels: what looks like a number and counts nothing. "Section 230", "No. 5", "Boeing 737"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.dates import MONTHS
from figcheck.extract.followers import is_counted, is_measured
from figcheck.extract.identifiers import cluster, glued_left, glued_right
from figcheck.extract.kinds import LABEL
from figcheck.extract.nouns import is_plural
from figcheck.extract.quantity import Quantity, label
from figcheck.extract.references import (
    citation_end,
    cites_on,
    is_address,
    is_book,
    is_enumerator,
    opens_citation,
)

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

# Nouns that take a number as their name however they are written ...
_NAMING = frozenset(
    "section sections sec chapter chapters page pages pp p table tables figure figures fig figs "
    "article articles element no nos number version room route highway interstate paragraph para appendix annex "
    "schedule clause rule form exhibit item step phase stage level grade type tier category class "
    "channel flight platform gate exit junction lane episode season verse volume vol issue "
    "question day week round game match part port ext extension note notes ref code zip isbn doi "
    "rfc line slide § ¶ # days weeks phases stages types grades levels steps groups rooms chapters "
    "rounds items questions lines parts volumes games matches row rows seat junctions "
    "equation equations eq eqs theorem lemma "
    "exits gates platforms routes flights scene scenes footnote footnotes endnote size sku bus tram".split()
)
# ... and those that do so with a capital, wherever they stand in the sentence.
_NAMING_IN_CAPITALS = _NAMING | frozenset(
    "boeing airbus apollo windows falcon psalm group unit lot box bus tram track zone district "
    "ward precinct division act amendment title resolution bill proposition apartment suite studio "
    "iphone galaxy series covid euro formula windows area camp pier warehouse building tower "
    "terminal hall year".split()
)
_NEVER_NAMING = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday the a an in on at by for from to of "
    "with and or but nor as than that all some only about around nearly almost over under more "
    "most least up just when while after before since until during between among around these "
    "those its their his her our my your we i they he she it there here this if so both other "
    "another every each any no not was were is are has had have will would said say yes another "
    "additional further total usd eur gbp cad aud us uk eu jan feb mar apr jun jul aug sep sept "
    "oct nov dec mr mrs ms dr approximately last next first average than plus minus including out "
    "off per which who fewer less roughly".split()
)


def read_label(tokens: Tokens, at: int, last: Quantity | None = None) -> Quantity | None:
    """The label whose digits are token `at`, None where they may be a number.

    `last` is the quantity before it in the sentence.
    """
    lower = tokens.lower
    before = lower[at - 1]
    if last is not None and last.is_series and last.to == at - 1 and _continues(tokens, at):
        return _in_series(tokens, at)
    if tokens.glued[at] and before not in _HARMLESS:
        found = glued_left(tokens, at, before)
        if found is not None:
            return found
    if before == "." and last is not None and last.is_series and cites_on(tokens, at, last):
        return label(at, at + 1)
    if tokens.written[at + 1][:1].isupper() and opens_citation(tokens, at):
        return _in_series(tokens, at)
    if before in _NAMING or (before == "." and lower[at - 2] in _NAMING):
        found = _named(tokens, at)
        if found is not None:
            return found
    elif tokens.written[at - 1] != before or (before == "." and tokens.glued[at - 1]):
        found = _capitalised(tokens, at)
        if found is not None:
            return found
    written = tokens.written[at]
    if written[0] == "0" and len(written) > 1 and written.isdecimal():
        return cluster(tokens, at, at)
    if len(written) >= 10 and written.isdecimal() and len(written) <= 13 and before not in _MINUS:
        return None if is_measured(tokens, at) or is_counted(tokens, at + 1) else label(at, at + 1)
    if tokens.glued[at + 1]:
        found = glued_right(tokens, at)
        if found is not None:
            return found
    if before == "of" and tokens.written[at - 2] == "Group":
        return label(at, at + 1)
    if before in _VERSIONED and "." in tokens.written[at]:
        return cluster(tokens, at, at)
    is_beside = last is not None and last.is_series and last.to == at - 1
    if is_beside and before == "(" and len(written) < 3 and lower[at + 1] == ")":
        return label(at, at + 1)  # "Rule 68 (3)"
    if before in _IDENTIFYING and len(written) > 4 and written.isdecimal():
        return None if is_counted(tokens, at + 1) else label(at, at + 1)
    if before == "of" and last is not None and last.is_series and last.to == at - 1:
        return label(at, at + 1)  # "page 3 of 12"
    if is_book(tokens, at):
        return label(at, at + 1)
    if before == "(" and lower[at + 1] == ")" and lower[at - 2] in _NUMBERED:
        return label(at, at + 1)  # "Equation (5)"
    is_block = lower[at + 1] == "block" and lower[at + 2] == "of" and before == "the"
    if is_block or lower[at + 1] in _MODELS or _is_airliner(tokens, at):
        return label(at, at + 1)
    if before == "[":
        to = citation_end(tokens, at)
        if to:
            return label(at, to)
    if is_enumerator(tokens, at):
        return label(at, at + 1)
    if tokens.written[at + 1][:1].isupper() and is_address(tokens, at):
        return label(at, at + 1)
    return None


_PLAIN_BEFORE = _NEVER_NAMING - {"of", "no"}


def may_be(tokens: Tokens, at: int) -> bool:
    """Is it worth while to look closer? Not where a plain word or a currency sign stands before."""
    written, before = tokens.written[at], tokens.lower[at - 1]
    if not (before in _PLAIN_BEFORE and not tokens.glued[at]) and before not in (
        "$",
        "£",
        "€",
        "₹",
    ):
        return True
    after = tokens.written[at + 1]
    if tokens.glued[at + 1] and (after not in _CLOSING or after == tokens.written[at + 2] == ":"):
        return True
    if after == ")" and tokens.lower[at - 2] in (";", ","):
        return True  # "...; and 3) no music"
    return (
        len(written) > 9
        or written[0] == "0"
        or after in ("block", "Max", "jets", "jet", "fleet", "planes", "aircraft")
        or tokens.written[at + 1][:1].isupper()
    )


_CLOSING = frozenset((",", ".", ")", "%", ";", ":", "'", "”", '"', "?", "!", "bn", "m"))
_MINUS = frozenset(("-", "−", "$", "£", "€"))
_VERSIONED = frozenset(
    "python java ruby php perl ios ipados macos android windows linux ubuntu debian fedora chrome "
    "hdmi displayport directx opengl "
    "firefox safari node django rust html css usb bluetooth http tls firmware kernel".split()
)
_HARMLESS = frozenset(
    ("(", "$", "£", "€", "'", '"', "“", "‘", "~", "≈", "<", ">", "=", "≥", "≤", "¥", "₹", "[", "—")
)


def _named(tokens: Tokens, at: int) -> Quantity | None:
    """Behind a noun that takes numbers as names: "Section 230", "phase 3", "No. 5"."""
    lower, written = tokens.lower, tokens.written[at]
    noun = at - 1
    if lower[noun] == ".":
        if not tokens.glued[noun] or lower[noun - 1] not in _ABBREVIATED_NAMES:
            return None
        noun -= 1
    if not written.isdecimal():
        if "," in written and lower[noun] in ("no", "number"):
            return None
        return cluster(tokens, at, at) if "." in written and lower[noun] in _REFERRING else None
    is_capital = tokens.written[noun][:1].isupper()
    if lower[noun] == "no" and noun == at - 1 and (not is_capital or is_counted(tokens, at + 1)):
        return None
    if (
        not is_capital
        and (len(written) > 3 or is_measured(tokens, at))
        and lower[noun] not in _REFERRING
    ):
        return None
    if (
        lower[noun] in ("p", "line", "day", "week", "number", "size", "bus", "tram")
        and not is_capital
        and is_counted(tokens, at + 1)
    ):
        return None
    return _in_series(tokens, at)


def _in_series(tokens: Tokens, at: int) -> Quantity:
    """A label that others may be joined to, "5 and 6"."""
    found = cluster(tokens, at, at)
    found.is_series = True
    return found


def _continues(tokens: Tokens, at: int) -> bool:
    """Is the number one more of a row of labels: "Figs 5 and 6", "days 44, 46 and 48"?"""
    written = tokens.written[at]
    if tokens.lower[at - 1] not in ("and", ",", "&", "-", "–", "or", "to") or len(written) > 3:
        return False
    return written.isdecimal() and not is_measured(tokens, at) and not is_counted(tokens, at + 1)


_ABBREVIATED_NAMES = frozenset("no nos fig figs vol ref p pp sec art ch ext para".split())
_REFERRING = frozenset(
    "section sections chapter page pages pp table tables figure figures fig figs article version paragraph "
    "§ ¶ rfc isbn doi windows port ext appendix item annex footnote".split()
)


def _capitalised(tokens: Tokens, at: int) -> Quantity | None:
    """Behind a name: "Boeing 737", "FTSE 100", where the number counts nothing after it."""
    written, lower = tokens.written, tokens.lower
    word = written[at]
    name = at - 1
    is_dotted = lower[name] == "."
    if is_dotted:
        if len(lower[name - 1]) != 1 or lower[name - 2] != "." or not written[name - 1].isupper():
            return None
        if written[name - 3] + written[name - 1] in _COUNTRIES:
            return None
        name -= 1
    if (
        not word.isdecimal()
        or len(word) > 5
        or lower[name] in _NEVER_NAMING
        or lower[name] in MONTHS
    ):
        return None
    if lower[name] in _INDICES and len(word) <= 4:
        return label(at, at + 1)
    if "'" in lower[name]:
        return None
    if len(word) == 4 and 1900 <= int(word) < 2050 and lower[name] not in _EVENTS:
        return None
    is_first = name == 0 or tokens.written[name - 1] in _OPENERS
    is_naming = lower[name] in _NAMING_IN_CAPITALS
    if is_first and not is_naming and not written[name].isupper() and lower[at + 1] != ":":
        return None
    if units.currency_before(written, name) or (
        is_measured(tokens, at) and len(written[at + 1]) > 1
    ):
        return None
    if not is_naming and is_counted(tokens, at + 1):
        return None
    if lower[name] in _MODELLED and tokens.glued[at + 1] and tokens.glued[at + 2]:
        return cluster(tokens, at, at)  # "Boeing 737-800"
    if _goes_on(tokens, at) or (not is_naming and _is_gapped(tokens, at, name)):
        return None
    if tokens.glued[name] and name and not is_dotted and written[name - 1] not in _OPENERS:
        return None
    if not is_naming and _is_headline(tokens) and not (written[name].isupper() and len(word) > 2):
        return None
    return _in_series(tokens, at) if is_naming else cluster(tokens, at, at)


def _is_gapped(tokens: Tokens, at: int, name: int, depth: int = 0) -> bool:
    """ "Lee raised 40, Roe 35 and the Hills 12": a count whose verb and noun stand with one before."""
    written, lower = tokens.written, tokens.lower
    before = name - 2 if lower[name - 1] == "the" else name - 1
    if lower[before] not in _GAPPING or (
        lower[at + 1] not in _CLAUSE_ENDS and lower[at + 1] != "not"
    ):
        return False
    for k in range(before - 1, max(0, name - 14), -1):
        if lower[k] in _CLAUSE_ENDS and lower[k] not in ("and", ","):
            return False
        if written[k].isdecimal():
            if len(written[k]) == 4 and 1900 <= int(written[k]) < 2050:
                return False
            if written[k - 1].islower():
                return written[k - 1].isalpha()
            is_plain = not any(word[:1].isupper() for word in written[k + 1 : before])
            is_other = written[k - 1].istitle() and lower[k - 1] != lower[name] and is_plain
            return is_other and (
                written[k - 2] == ":"
                or lower[k + 1] in ("%", "percent", "per")
                or (depth < _MOST_GAPPED and _is_gapped(tokens, k, k - 1, depth + 1))
            )
    return False


_GAPPING = frozenset(("and", ",", ";", "while"))
_MOST_GAPPED = 8


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Does the number go on as a share, sum, range or rate?"""
    after = tokens.lower[at + 1]
    if after in ("to", "-", "–"):
        return tokens.lower[at + 2][:1].isdecimal() or tokens.lower[at + 2] in _QUANTIFYING
    return after in _QUANTIFYING


_COUNTRIES = frozenset(("US", "UK", "EU", "UN", "DC", "LA", "AM", "PM"))
_INDICES = frozenset(
    "nasdaq ftse dax cac russell fortune forbes stoxx nikkei asx poor's p&p ibex kospi csi topix "
    "ftseurofirst eurofirst eurostoxx msci djia".split()
)


_MODELLED = frozenset("boeing airbus embraer antonov tupolev ilyushin sukhoi cessna".split())


def _is_airliner(tokens: Tokens, at: int) -> bool:
    """ "its 737 jets", "the 787s"."""
    return tokens.written[at] in _AIRLINERS and tokens.lower[at + 1] in _FLYING


_AIRLINERS = frozenset(f"7{number}7" for number in range(9))
_FLYING = frozenset("s jet jets aircraft plane planes airliner airliners fleet program".split())
_NUMBERED = frozenset("equation equations eq eqs fig figure table theorem lemma".split())
_IDENTIFYING = frozenset(
    "number no id account passport licence license policy reference invoice order serial pin "
    "ticket docket".split()
)
_MODELS = frozenset(("max", "dreamliner", "neo"))  # "the 737 Max"
_EVENTS = frozenset("euro expo agenda vision windows horizon flight boeing area".split())
_CLAUSE_ENDS = frozenset((".", ",", ";", ":", "and", ")", "?", "!", ""))
_OPENERS = frozenset(('"', "“", "‘", "'", ":", "(", "—", "–", ";", "•", "*", "-"))
_QUANTIFYING = frozenset(("%", "percent", "per", "$", "/", "year", "day", "week", "month", "hour"))


def _is_headline(tokens: Tokens) -> bool:
    """Does nearly every word begin with a capital, so that capitals tell nothing?"""
    if tokens.written[tokens.size - 1] == ".":
        return False
    words = [
        word for word in tokens.written[: min(tokens.size, 30)] if len(word) > 3 and word.isalpha()
    ]
    return len(words) > 2 and sum(word[0].isupper() for word in words) * 4 > len(words) * 3


def is_versioned(tokens: Tokens, at: int, last: Quantity | None) -> bool:
    """ "moves 3.11.4 to 3.12": joined to a label of the same make."""
    if last is None or last.kind is not LABEL or last.to != at - 1:
        return False
    return tokens.lower[at - 1] in ("to", "and", "or", "–", "-") and "." in tokens.written[at]


def is_name_in_words(tokens: Tokens, at: int) -> bool:
    """ "Big Ten", "phase three", "number one", "Group of Seven": a number word in a name."""
    before = tokens.lower[at - 1]
    if before in _NAMING and before not in (
        "no",
        "p",
        "item",
        "pages",
        "sections",
        "articles",
        "tables",
        "figure",
        "notes",
    ):
        return not is_counted(tokens, at + 1) or before in ("phase", "stage", "type", "grade")
    written = tokens.written[at]
    if written == "ten" and tokens.written[at - 1].istitle() and tokens.written[at + 1].istitle():
        return not is_plural(tokens.lower[at + 1])
    if at == 0 or not written[0].isupper() or tokens.written[at - 1] in _OPENERS:
        return False
    earlier = tokens.written[at - 1]
    is_joined = (earlier[:1].isupper() and before not in _NEVER_NAMING) or (
        before == "of" and tokens.written[at - 2][:1].isupper()
    )
    after = tokens.written[at + 1]
    return (is_joined or after[:1].isupper()) and not _is_headline(tokens)
