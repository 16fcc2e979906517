"""The singular of English nouns, by their endings."""

from __future__ import annotations

_SPECIAL = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "lives": "life", "wives": "wife", "knives": "knife", "halves": "half",
    "mice": "mouse", "geese": "goose", "persons": "person", "businesses": "business",
    "buses": "bus", "gases": "gas", "crises": "crisis", "analyses": "analysis",
    "series": "series", "species": "species", "news": "news", "runs": "run", "leaves": "leaf",
    "loaves": "loaf", "thieves": "thief", "wolves": "wolf", "shelves": "shelf",
    "criteria": "criterion", "phenomena": "phenomenon", "data": "datum", "media": "medium",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "shoes": "shoe",
    "movies": "movie", "cookies": "cookie", "calories": "calorie", "zombies": "zombie",
    "boxes": "box", "axes": "axis", "policemen": "policeman", "servicemen": "serviceman",
    "fishermen": "fisherman", "firemen": "fireman", "servicewomen": "servicewoman",
    "grandchildren": "grandchild", "schoolchildren": "schoolchild",
    "tranches": "tranche", "headaches": "headache", "caches": "cache", "niches": "niche",
    "avalanches": "avalanche", "moustaches": "moustache", "aches": "ache",
    "headquarters": "headquarters", "means": "means", "census": "census", "lens": "lens",
}  # fmt: skip
_PLURALS = frozenset(word for word, one in _SPECIAL.items() if one != word) | frozenset(
    ("police", "cattle", "sheep", "staff", "personnel", "troops")
)


def singular(noun: str) -> str:
    """The singular of an English noun in lower case."""
    special = _SPECIAL.get(noun)
    if special is not None:
        return special
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if len(noun) > 4 and noun.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return noun[:-2]
    if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Does the word look like the plural of a noun?"""
    return noun in _PLURALS or (
        len(noun) > 3 and noun[-1] == "s" and noun[-2] not in "sui" and noun not in _SPECIAL
    )
