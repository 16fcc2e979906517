r"""A measure given again in another unit must be the same measure.

"30 miles (48 km)", "16 C (61 F)", "five tonnes, or 11,000 pounds", "5ft 11in (1.80m)", "12 miles ...
which is 19 kilometres", "£950 a month, or £11,400 a year", "450/km² (1,170/sq mi)". Areas and
volumes take the square and the cube of the factor; a ton may be metric, short or long, a gallon US
or imperial. Temperatures may be readings or differences: what is said of them elsewhere decides.

Bad

    The road is 30 miles (58 km) long.
                          ^^^^^ 30 miles = 48

    The ice covered only 1 million square kilometres (620,000 square miles) at the end of summer.
                                                      ^^^^^^^^^^^^^^^^^^^^ 1 million square kilometres = 386,102

    The runners had trained at a median of 8.0 miles (5.0 km) an outing.
                                                      ^^^^^^ it was converted the wrong way

    Police are looking for a slim man, about 5ft 11in (1.91m) tall.
                                                       ^^^^^ 5ft 11in = 1.80

    The greenhouse was 5.0C (41F) warmer than the yard.
                             ^^^ that converts a reading of the scale, not a difference

    The filter has pores 0.45 µm (45 nm) across.
                                  ^^^^^ 0.45 µm = 450

    Rent is £950 a month, or £14,100 a year.
                             ^^^^^^^ £950 × 12 = £11,400

Good

    The road is 30 miles (48 km) long.

    The ice covered only 1 million square kilometres (386,000 square miles) at the end of summer.

    The crane lifted a block of five tons, about 10,000 pounds, and one of 12 tons (12.2 tonnes).

    Police are looking for a slim man, about 5ft 11in (1.80m) tall.

    The film, all four and a half hours of it (270 minutes), is shown over two evenings.

    At 5.0C (41F) the greenhouse was warmer than the yard, by 2.0C (3.6F).

    The year was 1.55 degrees Celsius (2.8 degrees Fahrenheit) warmer than the average.

    The island has 450 people per km² (1,170 per sq mi).

    Rent is £950 a month, or £11,400 a year.

Passed over

    The road is 30 miles (and three days) long.

    It is 12 miles to Otley and 40 kilometres to Leeds, on a road no wider than 6 metres.

    The hall measures 20m by 30m (66ft by 98ft).

    The pipe is sold as a 2-inch pipe (60 mm across) in every shop of the town.

    The swim is 3.8 km, the ride 180 km and the run 26.2 miles.

    She earns $18 an hour and pays $340 a week for the flat.

    The nap took longer after one week (93 min) than at first (88 min).

    The density is 9 people per square mile (4/km²).
"""

from fractions import Fraction

from figcheck.rulekit import (
    AMOUNTS,
    Converted,
    Figure,
    Frame,
    Grade,
    Interval,
    Kind,
    Proportion,
    Reading,
    Slip,
    Slot,
    Term,
    Unit,
    Window,
    alternatives,
    equal_rates,
    of_result,
)  # fmt: skip

code = "FC501"

_NEAR = Fraction(103, 100)  # how near another sense of "ton" must come to be meant
_LEAST_DISCOUNT = Fraction(1, 2)
_MEASURES = frozenset((Kind.MEASURE, Kind.DURATION))
_METRIC = ("meter", "gram", "liter", "hectare", "metric_ton", "tonne", "Celsius", "watt", "joule")
_ADJOINING = frozenset(
    ", - – — or ( about around some roughly nearly almost just over under a an".split()
)
_FAR = 12  # times that two lengths of time may differ of which one restates the other
_BY = frozenset(("by", "x", "×"))
_DIFFERING = frozenset(
    "warmer cooler hotter colder above below higher lower rise increase fall drop difference "
    "anomaly warming cooling swing cooldown jump more less".split()
)


def _converted(frame: Frame) -> Term | None:
    """The original in the unit of the stated figure, in the sense of its unit that fits best."""
    original, stated = frame["original"], frame.stated
    if stated.unit is None or original.unit is None:
        return None
    if _is_temperature(original):
        is_difference = _is_difference(frame) or _fits_as_difference(original, stated)
        return Converted(original, stated.unit, difference=is_difference)
    times = min(
        _senses(original.unit, stated.unit), key=lambda times: _gap(original, stated, times)
    )
    if times == 1 or _gap(original, stated, times) > _NEAR:
        return Converted(original, stated.unit)
    return Proportion((original,), (), Interval.point(times))


def _senses(original: Unit, stated: Unit) -> list[Fraction]:
    """How many times larger the measure is, as its units may be other units of their names."""
    return [
        Fraction(one.factor) / Fraction(original.factor) * Fraction(stated.factor) / other.factor
        for one in (original, *alternatives(original))
        for other in (stated, *alternatives(stated))
    ]


def _gap(original: Figure, stated: Figure, times: Fraction) -> Fraction:
    quotient = _base(original) * times / _base(stated)
    return max(quotient, 1 / quotient)


def _base(figure: Figure) -> Fraction:
    return abs(Fraction(figure.value or 1)) * Fraction(figure.unit.factor if figure.unit else 1)


def _is_temperature(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == "temperature"


def _is_difference(frame: Frame) -> bool:
    """Do the words say that a temperature is by how much two differ: "10C (18F) warmer"?"""
    words, stated, original = frame.sentence.words, frame.stated, frame["original"]
    if "by" in original.roles:
        return True
    after = [word for word in words[stated.place + 1 : stated.place + 4] if word != ")"]
    return bool(after) and after[0] in _DIFFERING


def _as_reading(frame: Frame) -> Term | None:
    original, stated = frame["original"], frame.stated
    if stated.unit is None or not _is_temperature(original):
        return None
    return Converted(original, stated.unit)


def _fits_as_difference(original: Figure, stated: Figure) -> bool:
    """Is the stated temperature nearer to the original's difference than to its reading?"""
    one, other = original.unit, stated.unit
    if one is None or other is None or original.value is None or stated.value is None:
        return False
    step = Fraction(original.value) * one.factor / other.factor
    reading = (Fraction(original.value) + one.offset) * one.factor / other.factor - other.offset
    return abs(step - stated.value) < abs(reading - stated.value)


def _divided(frame: Frame) -> Term | None:
    original, stated = frame["original"], frame.stated
    if original.unit is None or stated.unit is None or original.unit.offset or stated.unit.offset:
        return None
    times = Fraction(stated.unit.factor) / Fraction(original.unit.factor)
    return Proportion((original,), (), Interval.point(times * times))


def _is_other_unit(stated: Figure, figure: Figure) -> bool:
    return (
        figure.unit is not None
        and stated.unit is not None
        and figure.unit.dimension == stated.unit.dimension
        and figure.unit is not stated.unit
        and figure.per is None
        and figure.start < stated.start
        and bool(figure.value)
    )


def _is_restated(frame: Frame) -> bool:
    """Does the stated figure restate the original, and no side of "20m by 30m (66ft by 98ft)"?"""
    words, stated, original = frame.sentence.words, frame.stated, frame["original"]
    after = words[stated.place + 1 : stated.place + 2]
    if stated.kind is Kind.DURATION and _gap(original, stated, Fraction(1)) > _FAR:
        return False  # "after one week (93 min)": how long something took by then
    return not (_BY.intersection(after) and words[original.place - 1] in _BY)


def _is_nearest(frame: Frame) -> bool:
    """Is the original the last measure of its dimension before the stated one, in another system?"""
    original, stated = frame["original"], frame.stated
    if stated.apposed or original.apposed or stated.place == original.place + 1:
        return False
    if stated.kind is Kind.MONEY and not _adjoins(frame):
        return False  # "up 35 cents at $52.85" are two amounts
    for index in range(original.sentence, stated.sentence + 1):
        for figure in frame.document.sentences[index].figures:
            if original.start < figure.start < stated.start and _are_alike(figure, stated):
                return False
    return not (stated.roles | original.roles) & {"from", "than", "versus", "prior"}


def _are_alike(figure: Figure, stated: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == getattr(
        stated.unit, "dimension", ""
    )


_TOLD = (("fit.across", "fit.within"), ("fit.adjoined", "fit.apart"))


def _marks(frame: Frame) -> tuple[str, ...]:
    original, stated = frame["original"], frame.stated
    across = "across" if _is_metric(original) != _is_metric(stated) else "within"
    tie = "adjoined" if _adjoins(frame) else "apart"
    return (f"fit.{across}", f"fit.{tie}")


def _adjoins(frame: Frame) -> bool:
    """Do only marks, hedges and "or" stand between: "90 minutes - an hour and a half -"?"""
    original, stated = frame["original"], frame.stated
    if original.sentence != stated.sentence:
        return False
    return _ADJOINING.issuperset(frame.sentence.words[original.place + 1 : stated.place])


def _is_metric(figure: Figure) -> bool:
    return figure.unit is not None and any(name in figure.unit.name for name in _METRIC)


def _rate(frame: Frame) -> Term | None:
    return equal_rates(frame["original"], frame.stated)


def _is_other_rate(stated: Figure, figure: Figure) -> bool:
    return figure.start < stated.start and bool(figure.value) and _has_unit(stated, figure)


def _has_unit(_: Figure, figure: Figure) -> bool:
    return isinstance(figure.per, Unit) and bool(figure.value)


def _is_said_of_one(frame: Frame) -> bool:
    original, stated = frame["original"], frame.stated
    if original.per is stated.per and original.unit is stated.unit:
        return False
    is_linked = stated.apposed is original or of_result(frame.sentence, stated) == "result.near"
    if not is_linked and not _is_next(frame):
        return False
    if stated.kind is not Kind.MONEY:
        return True
    # "£4.99 a month or £50 a year": who pays for longer pays less.
    whole = equal_rates(original, stated)
    times = Fraction(whole.computed().top or 0) / _rate_of(stated) if whole else 0
    return not 1 < times < 1 / _LEAST_DISCOUNT


def _is_next(frame: Frame) -> bool:
    """Do the two rates stand in one sentence, with no figure between, the second behind a comma?"""
    original, stated = frame["original"], frame.stated
    words = frame.sentence.words[original.place + 1 : stated.place]
    if original.sentence != stated.sentence or "#" in words or len(words) > 10:
        return False
    hedges = [word for word in words[-4:] if word not in _ADJOINING]
    return any(word in (",", "—", "–", "-") for word in words[-4:]) and not hedges


def _rate_of(figure: Figure) -> Fraction:
    per = figure.per.factor if isinstance(figure.per, Unit) else 1
    return _base(figure) / Fraction(per)


def _rate_marks(frame: Frame) -> tuple[str, ...]:
    link = "apposed" if frame.stated.apposed is frame["original"] else "apart"
    return (f"fit.rates_{link}",)


def readings() -> tuple[Reading, ...]:
    apposed = Slot("original", _MEASURES, link="apposed", where=_is_other_unit)
    beside = Slot("original", _MEASURES | {Kind.MONEY}, where=_is_other_unit)
    converted = Slot(
        "converted", _MEASURES | {Kind.MONEY}, where=lambda _, figure: figure.per is None
    )
    reading = Slip("reading", "that converts a reading of the scale, not a difference", _as_reading)
    divided = Slip("divided", "it was converted the wrong way", _divided)
    return (
        Reading(
            "restated", converted, (apposed,), _converted, accepts=Grade.ROUGH,
            guard=_is_restated, marks=_marks, told=_TOLD, slips=(divided, reading),
        ),
        Reading(
            "beside", converted, (beside,), _converted, accepts=Grade.ROUGH,
            window=Window.NEAR, guard=_is_nearest, marks=_marks, told=_TOLD, slips=(divided,),
        ),
        Reading(
            "rates", Slot("rate", AMOUNTS, where=_has_unit),
            (Slot("original", AMOUNTS, where=_is_other_rate),), _rate, accepts=Grade.ROUGH,
            window=Window.ADJACENT, guard=_is_said_of_one, marks=_rate_marks,
            told=(("fit.rates_apposed", "fit.rates_apart"),),
        ),
    )  # fmt: skip
