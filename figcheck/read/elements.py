"""What the elements and attributes of HTML mean to a reader: which break lines, hide, furnish."""

from __future__ import annotations

import re

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont keygen "
    "frame".split()
)
RAW = frozenset(
    "script style template noscript svg iframe noembed noframes xmp plaintext title".split()
)
"""Elements whose content is not looked into; it ends with their own end tag."""
HIDDEN = frozenset(
    "script style template noscript svg iframe noembed noframes head audio video canvas object rt "
    "rp annotation annotation-xml map progress meter del s strike datalist plaintext".split()
)
UNREAD = frozenset("code kbd samp tt math".split())
"""Elements inside a line whose text is not prose."""
FURNITURE = frozenset(
    "nav footer button select textarea label legend fieldset address menu dialog".split()
)
OUTSIDE_ARTICLE = frozenset("header aside".split())
"""Furniture unless they lie within the article."""
BLOCK = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li "
    "listing main menu nav ol optgroup option p pre search section select summary table tbody td "
    "textarea tfoot th thead title tr ul".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
ITEMS = frozenset(("li", "dd", "dt"))
TABLE_PARTS = frozenset("thead tbody tfoot tr td th caption".split())
_PARTS_ENDED = ("thead", "tbody", "tfoot", "caption")
CLOSED_BY = {
    "li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt"), "option": ("option",),
    "tr": ("tr", "caption"), "td": ("td", "th", "caption"), "th": ("td", "th", "caption"),
    "thead": _PARTS_ENDED, "tbody": _PARTS_ENDED, "tfoot": _PARTS_ENDED,
}  # fmt: skip
"""Which open elements a start tag ends without their end tags."""
WALLS = {
    name: ("table",) if name in TABLE_PARTS else (*LISTS, "select", "table") for name in CLOSED_BY
}
"""The elements that such an end does not reach out of."""
SCOPES = frozenset("table td th caption object template marquee".split())
"""The elements that the end tag of another name does not reach out of."""
IN_HEAD = frozenset("title base link meta style script noscript template".split())
NAMED = frozenset("div section ul ol dl p h2 h3 h4 h5 h6 li figure span form".split())
"""Elements whose class, id or role may make them furniture."""
DISPROOF = frozenset("main article h1".split())
"""Elements that hold the article: what they lie in is no furniture, whatever it is called."""

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_FURNITURE_TOKENS = frozenset(
    "share sharing sharedaddy social related recirc recirculation recommended recommendations "
    "trending popular comments comment respond disqus byline author newsletter subscribe signup "
    "breadcrumb breadcrumbs menu nav navbar navigation cookie cookies consent gdpr promo promotion "
    "advert advertisement advertising ad ads sponsored outbrain taboola pagination pager toolbar "
    "masthead sidebar footer timestamp pubdate dateline editsection navbox catlinks toc reflist "
    "references copyright modal popup readmore sr skiplink".split()
)
_NOT_AFTER = frozenset(("has", "with", "no", "without", "js", "show", "is", "market", "non"))
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog "
    "button tablist".split()
)
_NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def names_furniture(attributes: dict[str, str]) -> bool:
    """Does the role, class or id of an element say that it is no part of the article?"""
    role = attributes.get("role", "")
    if role and role.lower() in _FURNITURE_ROLES:
        return True
    for key in ("class", "id"):
        value = attributes.get(key, "")
        for name in value.split() if value else ():
            tokens = [token.lower() for token in _TOKEN.findall(name[:80])]
            for at, token in enumerate(tokens):
                if token in _FURNITURE_TOKENS and (at == 0 or tokens[at - 1] not in _NOT_AFTER):
                    return True
    return False


def is_hidden(attributes: dict[str, str]) -> bool:
    """Does a browser not show the element?"""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    style = attributes.get("style", "")
    return bool(style and _NOT_SHOWN.search(style))


_ATTRIBUTE = re.compile(
    r"""([^\s=/>"'][^\s=/>]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']*+)))?+"""
)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a start tag by name, their entities as written."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), double or single or bare)
    return found


def place_of(name: str, written: str) -> tuple[int, int]:
    """Where the value of an attribute lies among the attributes of a tag."""
    for found in _ATTRIBUTE.finditer(written):
        if found.group(1).lower() == name:
            return found.span(found.lastindex or 1)
    return 0, 0


def spans(attributes: dict[str, str]) -> tuple[int, int]:
    """How many columns and rows a cell takes."""
    return _span(attributes.get("colspan", ""), 1000), _span(attributes.get("rowspan", ""), 65534)


def _span(written: str, most: int) -> int:
    digits = written.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 9):
        return 1
    return min(int(digits), most) or (1 if most == 1000 else most)


def is_note_link(attributes: dict[str, str]) -> bool:
    """Does a link lead to a footnote of its page?"""
    if attributes.get("role") == "doc-noteref":
        return True
    return attributes.get("href", "").startswith("#")
