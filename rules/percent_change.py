r"""A percent change must be that of the two levels it is said of.

A text gives an old level, a new level and the change between them in percent. The rule works out
new / old - 1. A change that fits another base, the difference in points, or the two levels swapped
is named as the slip it is.

Bad

    Revenue rose 35 percent to $120 million from $100 million.
                 ^^^^^^^^^^ $120 million / $100 million − 1 = 20 percent, not 35 percent

    Net profit fell 12 percent to $66.0 million, from $88.0 million a year earlier.
                    ^^^^^^^^^^ 25 percent, not 12 percent

    Her landlord put the rent up from €1,150 to €1,380 a month, a rise of 17 per cent.
                                                                          ^^^^^^^^^^^ 20 per cent, not 17 per cent

    Shipments slid 18 percent to 3.14 million tonnes, against 4.16 million tonnes last year.
                   ^^^^^^^^^^ not 18 percent

    Onions were ₹60 at the festival and are ₹45 a kilo now, a fall of 35 percent.
                                                                      ^^^^^^^^^^ 25 percent, not 35 percent

    Unemployment was 6.3 percent in May, up 2.1 percent on the 4.2 percent of a year before.
                                            ^^^^^^^^^^^ the change in percentage points

    Some 61.8 percent of homes had one, against 8.2 percent in 1984. That is an increase of almost 54 percent.
                                                                                                   ^^^^^^^^^^ percentage points

Good

    Revenue rose 20 percent to $120 million from $100 million.

    Net profit fell 25 percent to $66.0 million, from $88.0 million a year earlier.

    Her landlord put the rent up from €1,150 to €1,380 a month, a rise of 20 per cent.

    Shipments slid 24.5 percent to 3.14 million tonnes, against 4.16 million tonnes last year.

    Sales fell 10 percent to $372.6 million, while costs declined to $282 million, from $367 million.

    Onions were ₹60 at the festival and are ₹45 a kilo now, a fall of 25 percent.

Passed over

    Sales were $72 million. Operating profit was $6.8 million, down 80%.

    Stock was marked down 30% and then another 20%, so a £100 coat cost £56.

    Sales grew by 1.9% to £30 million from £29 million. Stock losses led to an 18% increase in gross margin.

    We let 10 megawatts in 2018 and 17 megawatts in 2019. Growth accelerated to 25%.

    The sales tax goes up by 1 percent next week, from 6 percent to 7 percent.

    Revenue rose to $120 million.

    Revenue rose 5 percent to $120 million, beating the average forecast of $118 million.

    Costs were $80 million; revenue rose 20 percent to $120 million.

    The firm, whose shares fell 4 percent, earned $157 million, down from $207 million a year before.

    Shares fell 4 percent as net income declined to $157 million from $207 million.

    The shares rose 1 percent to $48.19 after hitting $46.94, a low for the year.

    Profit rose 22 percent to 1.50 billion euros, compared with the poll average of 1.94 billion.

    Revenue rose 14 percent to $7.79 billion, compared with the $7.74 billion that analysts expected.

    Revenue rose to $120 million from $100 million. Had it risen, as if by magic, by 35 percent, nobody would complain.

    Revenue rose 20 percent to $120 million, or $3 a share, from $100 million, or $2.50 a share.

    Noise fell from 64 units to 48. Residents had been promised a cut of a third.

    Crude settled at $82.10, down 1.4 percent on the day, having been as high as $84.90.
"""

from fractions import Fraction

from figcheck.rulekit import (
    LEVELS,
    MOVEMENT_MARKS,
    SHARES,
    Change,
    Difference,
    Figure,
    Frame,
    Kind,
    Reading,
    ShareOf,
    Slip,
    Slot,
    Term,
    Window,
    at_one_rate,
    is_ordered,
    is_told,
    movement,
)

code = "FC301"

_AMOUNTS = LEVELS - SHARES
_ADJOINING = 3  # items between the two levels of "to $28 from $23"
_NO_LEVEL = frozenset(
    ("moved", "gap", "added", "removed", "expected", "numerator", "denominator", "ago")
)


def _change(frame: Frame) -> Term:
    return _signed(frame, frame["new"], frame["old"], frame.stated.direction)


def _signed(frame: Frame, new: Figure, old: Figure, sign: int) -> Term:
    scale = 1 if frame.stated.kind is Kind.FRACTION else 100
    return at_one_rate(Change(new, old, sign, scale=scale))


def _on_new(frame: Frame) -> Term | None:
    sign = frame.stated.direction
    return _signed(frame, frame["old"], frame["new"], -sign) if sign else None


def _swapped(frame: Frame) -> Term | None:
    sign = frame.stated.direction
    return _signed(frame, frame["old"], frame["new"], sign) if sign else None


def _in_points(frame: Frame) -> Term | None:
    return Difference(frame["new"], frame["old"]) if frame["new"].value else None


def _is_of_shares(frame: Frame) -> bool:
    """ "Up 2.1 percent, to 6.3 percent from 4.2": percent said where points are meant?"""
    new, old, change = frame["new"].value, frame["old"].value, frame.stated.value
    if not (new and old and change) or not frame.stated.direction or not is_told(frame):
        return False
    if _is_paired(frame) or not is_ordered(frame, frame.stated.direction):
        return False
    points = (Fraction(new) - Fraction(old)) * frame.stated.direction
    if 2 * abs(points - change) > Fraction(frame.stated.grain):
        return False
    # From levels as coarse as 6 and 7 percent hardly any change in percent could be told wrong.
    slack = Fraction(frame["new"].grain + frame["old"].grain) * 100 / Fraction(old) / 2
    return abs(points * 100 / Fraction(old) - change) > slack


def _quotient(frame: Frame) -> Term | None:
    return ShareOf(frame["new"], frame["old"]) if frame.stated.kind is Kind.SHARE else None


def _is_paired(frame: Frame) -> bool:
    """Does the old level stand in "to $28 from $23", whose new level is another one?"""
    old, new = frame["old"], frame["new"]
    if "from" not in old.roles:
        return False
    figure_at = frame.document.sentences[old.sentence].figure_at
    near = range(old.place - _ADJOINING, old.place + _ADJOINING + 1)
    return any(
        figure is not new
        and figure is not frame.stated
        and "to" in figure.roles
        and figure.unit is old.unit
        for figure in map(figure_at.get, near)
        if figure is not None
    )


def _can_change(frame: Frame) -> bool:
    """Two distinct positive levels, at most a hundred times apart, that belong together."""
    if _is_paired(frame) or "to" in frame.stated.roles:
        return False  # "growth accelerated to 25%": a level itself
    if any(f.kind is Kind.DURATION and "-" in f.text for f in frame.figures):
        return False  # "the 10-year note ... while the two-year note"
    if any(f.kind is Kind.COUNT and "attribute" in f.roles for f in frame.figures):
        return False  # "a top-three maker", "within five business days"
    if frame["new"].kind is Kind.DURATION and not _is_of_duration(frame):
        return False
    new, old, change = frame["new"].value, frame["old"].value, frame.stated.value
    if not (new and old and change and new > 0 and old > 0) or new == old:
        return False
    return (
        new < 100 * old
        and old < 100 * new
        and is_ordered(frame, frame.stated.direction)
        and is_told(frame)
    )


def _is_of_duration(frame: Frame) -> bool:
    """Do the two durations stand in one sentence, one of them said to be where it came to?"""
    new, old = frame["new"], frame["old"]
    return new.sentence == old.sentence and not {"to", "from", "at", "is"}.isdisjoint(
        new.roles | old.roles
    )


def _marks(frame: Frame) -> tuple[str, ...]:
    return movement(frame, frame.stated.direction)


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved", "added", "removed"))
    change = Slot("change", SHARES | {Kind.FRACTION}, needs=moved)
    new = Slot("new", _AMOUNTS, bars=_NO_LEVEL | {"from"})
    old = Slot("old", _AMOUNTS, like="new", bars=_NO_LEVEL | {"to"}, elided=True)
    share = Slot("new", SHARES, bars=_NO_LEVEL | {"from"})
    earlier = Slot("old", SHARES, like="new", bars=_NO_LEVEL | {"to"})
    slips = (
        Slip("wrong_base", "that is the change on the new figure", _on_new),
        Slip("swapped", "the two levels may be swapped", _swapped),
        Slip("ratio", "that is the one as a percentage of the other", _quotient),
    )
    return (
        Reading(
            "change", change, (new, old), _change, window=Window.NEAR, guard=_can_change,
            marks=_marks, told=MOVEMENT_MARKS, slips=slips,
        ),
        Reading(
            "points", change._replace(kinds=frozenset((Kind.SHARE,))), (share, earlier), _change,
            window=Window.ADJACENT, guard=_is_of_shares, marks=_marks, told=MOVEMENT_MARKS,
            slips=(Slip("points", "that is the change in percentage points", _in_points),),
            warns=True,
        ),
    )  # fmt: skip
