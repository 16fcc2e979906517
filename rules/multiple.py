r"""A multiple must be the quotient of the two amounts that it compares.

"$364 million, more than four times the $90 million budgeted", "doubled to 84 from 42". The words
round: doubled stands for anything from 1.8 to 2.25.

Bad

    Sales tripled to 84 million euros from 42 million euros.
          ^^^^^^^ 84

    Loans grew from $2 million to $12 million, by a factor of four.
                                                              ^^^^ six, not four

    They had set aside $90 million; the tally was $364 million, more than five times the budget.
                                                                          ^^^^^^^^^^ $364 million / $90 million = 4

Good

    Sales doubled to 84 million euros from 42 million euros.

    Loans grew from $2 million to $12 million, by a factor of six.

Passed over

    It has lasted 1.9×1019 years, over a billion times 1.9 years.

    Sales doubled to 84 million euros.

    It has paid down $11 million and owes $50 million, a leverage ratio of 4.4 times.

    At 63 ft against 41 ft she is the longer boat, and carries twice the sail.
"""

from figcheck.rulekit import (
    LEVELS,
    MOVEMENT_MARKS,
    Change,
    Frame,
    Grade,
    Kind,
    Ratio,
    Reading,
    Slot,
    Term,
    Use,
    Window,
    at_one_rate,
    is_ordered,
    movement,
)

code = "FC306"


def _ratio(frame: Frame) -> Term:
    return at_one_rate(Ratio(frame["new"], frame["old"]))


_NO_LEVEL = frozenset(("gap", "expected"))
_YIELDS = frozenset("earnings ebitda sales revenue revenues book oversubscribed subscribed".split())


def _inverse(frame: Frame) -> Term:
    return at_one_rate(Ratio(frame["old"], frame["new"]))


def _increase(frame: Frame) -> Term:
    return at_one_rate(Change(frame["new"], frame["old"], 1, scale=1))


def _is_pair(frame: Frame) -> bool:
    new, old = frame["new"].value, frame["old"].value
    words, after = frame.sentence.words, frame.stated.place + 1
    if words[after : after + 1] == ["of"]:  # "a doubling of the field" has an object of its own
        return False
    if not new or not old or _is_of_value(words, after):
        return False
    if _has_own_object(frame) or _is_power(frame):
        return False
    return new != old and new < 10_000 * old and old < 10_000 * new


def _is_power(frame: Frame) -> bool:
    """ "1.9×1019 years": a power of ten that has lost its raised digits."""
    levels = frame["new"], frame["old"]
    sentences = frame.document.sentences
    return any(
        "×" in sentences[f.sentence].words[max(0, f.place - 1) : f.place + 2] for f in levels
    )


def _is_of_value(words: list[str], after: int) -> bool:
    """ "a leverage ratio of 4.4 times", "eight times earnings": a price or a debt by its yield."""
    before = words[max(0, after - 4) : after - 1]
    return "ratio" in before or not _YIELDS.isdisjoint(words[after : after + 3])


def _has_own_object(frame: Frame) -> bool:
    """ "twice the sail": a multiple of something that is spoken of nowhere by the levels."""
    words, at = frame.sentence.words, frame.stated.place + 1
    if words[at : at + 1] != ["the"] or not _MEASURES.isdisjoint(words[at + 1 : at + 4]):
        return False
    named = [word for word in words[at + 1 : at + 3] if len(word) > 3 and word.isalpha()]
    is_here = frame["new"].sentence == frame["old"].sentence == frame.stated.sentence
    if "#" in words[at + 1 : at + 5] or not named or not is_here:
        return False
    elsewhere = words[: frame.stated.place] + words[at + 3 :]
    owners = (frame["new"].owner, frame["old"].owner)
    return set(named).isdisjoint(elsewhere) and set(named).isdisjoint(owners)


_TOLD = (
    *MOVEMENT_MARKS,
    (
        "times.own", "times.other", "times.as", "times.that", "times.measure", "times.noun",
        "times.more", "times.none",
    ),
)  # fmt: skip


def _is_multiple(frame: Frame) -> bool:
    return _is_pair(frame) and is_ordered(frame, _sign(frame))


def _sign(frame: Frame) -> int:
    return 1 if (frame.stated.value or 0) > 1 else -1


def _marks(frame: Frame) -> tuple[str, ...]:
    return (*movement(frame, _sign(frame)), f"times.{_object(frame)}")


def _object(frame: Frame) -> str:
    """What the words say that the multiple is a multiple of."""
    words, place = frame.sentence.words, frame.stated.place + 1
    word = words[place] if place < len(words) else ""
    if word in ("that", "this", "those", "what", "it"):
        return "that"
    if word == "as":
        return "as"
    if word in ("more", "less", "fewer") or word.endswith("er"):
        return "more"
    if word in _DETERMINERS:
        place += 1
    for at in range(place, min(place + 3, len(words))):
        if words[at] == "#":
            figure = frame.sentence.figure_at.get(at)
            return "own" if figure in (frame["new"], frame["old"]) else "other"
        if words[at] in _MEASURES:
            return "measure"
    return "noun" if word in _DETERMINERS else "none"


_DETERMINERS = frozenset("the its their his her our your my a an".split())
_MEASURES = frozenset(
    "size number numbers level levels rate rates amount figure figures price cost total sum value "
    "length width height weight depth area volume average mean usual normal speed population previous "
    "original toll tally count share salary pay wage fee rent age budget estimate forecast target plan "
    "limit norm record minimum maximum cost".split()
)


def readings() -> tuple[Reading, ...]:
    multiple = Slot("multiple", frozenset((Kind.MULTIPLE,)), bars=frozenset(("above", "below")))
    new = Slot("new", LEVELS, bars=_NO_LEVEL)
    old = Slot("old", LEVELS, like="new", bars=_NO_LEVEL, elided=True)
    return (
        Reading(
            "multiple", multiple, (new, old), _ratio, window=Window.PASSAGE, guard=_is_multiple,
            accepts=Grade.ROUGH, marks=_marks, told=_TOLD,
        ),
        Reading(
            "how many times less", multiple, (new, old), _inverse, window=Window.PASSAGE,
            guard=_is_pair, accepts=Grade.ROUGH, use=Use.SILENCE,
        ),
        Reading(
            "times more", multiple, (new, old), _increase, window=Window.NEAR, guard=_is_pair,
            accepts=Grade.ROUGH, use=Use.SILENCE,
        ),
    )  # fmt: skip
