r"""A rate must be its total divided by what it is per.

"£2,184 for 52 taxi rides, or £42 a trip"; "$46,750 from 187 people, an average of $250 a head";
"24,300 people on 54 square kilometres, 450 to the square kilometre"; "42 litres over 700 km, which
works out at 6.0 litres per 100 km"; "240 miles in four hours, an average of 60 mph". The figures
are told to fit by their dimensions: the unit that the rate is per, or the noun.

Bad

    The appeal raised $46,750 from 187 people, an average of $350 a head.
                                                             ^^^^ $46,750 / 187 = $250

Good

    The appeal raised $46,750 from 187 people, an average of $250 a head.

Passed over

    The appeal raised $46,750 from 187 people.
"""

from fractions import Fraction

from figcheck.rulekit import (
    AMOUNTS, Figure, Fit, Frame, Grade, Kind, Reading, Slot, Term, Window, denominator,
    fit, of_result, proportion,
)  # fmt: skip

code = "FC401"

_WEAK = frozenset(("price", "average", "each", "spread"))
_PER = frozenset(("per",))


def _is_rate(_: Figure, figure: Figure) -> bool:
    return denominator(figure) is not None and bool(figure.value)


def _is_before(stated: Figure, figure: Figure) -> bool:
    return figure.start < stated.start and figure.per is None and bool(figure.value)


def _is_total(stated: Figure, figure: Figure) -> bool:
    return figure.start < stated.start and bool(figure.value)


def _fit(frame: Frame) -> Fit | None:
    return fit(frame.stated, frame["quantity"], frame["total"])


def _quotient(frame: Frame) -> Term | None:
    found = _fit(frame)
    if found is None:
        return None
    return proportion("rate", frame.stated, frame["quantity"], frame["total"], found)


def _is_fit(frame: Frame) -> bool:
    found = _fit(frame)
    if found is None:
        return False
    total, quantity = frame["total"], frame["quantity"]
    if found.how != "unit" and Fraction(quantity.value or 0) <= found.number:
        return False
    if found.how in _WEAK:
        return max(abs(f.sentence - frame.stated.sentence) for f in (total, quantity)) <= 1
    return True


def _marks(frame: Frame) -> tuple[str, ...]:
    found = _fit(frame)
    order = "tq" if frame["total"].start < frame["quantity"].start else "qt"
    return (*(found.marks if found else ()), f"fit.{order}r", of_result(frame.sentence, frame.stated))


def readings() -> tuple[Reading, ...]:
    rate = Slot("rate", AMOUNTS, where=_is_rate)
    total = Slot("total", AMOUNTS, bars=_PER, where=_is_total)
    quantity = Slot(
        "quantity", frozenset((Kind.COUNT, Kind.MEASURE, Kind.DURATION)), bars=_PER, where=_is_before
    )
    return (
        Reading(
            "average", rate, (total, quantity), _quotient, window=Window.PASSAGE,
            guard=_is_fit, marks=_marks, accepts=Grade.ROUGH,
        ),
    )  # fmt: skip
