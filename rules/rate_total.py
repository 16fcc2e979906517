r"""A total must be its rate times the quantity.

"At $80 an hour, 25 hours came to $2,000"; "45 pages a minute, so 2,700 covers took an hour"; "six
men on £84 a year each, a pay bill of £504"; "2 mg per kilogram, 140 mg for 70 kg"; "€14 a month ...
a full year comes to €168". The figures are told to fit by their dimensions, or by the noun that is
counted. A month is 28 to 31 days, and of a longer time hours and days at work are only a part.

Bad

    At $80 an hour, the 25 hours of work came to $2,600.
                                                 ^^^^^^ $80 × 25 hours = $2,000

    The copier runs at 45 pages a minute, so the 2,700 pages took two and a half hours.
                                                                  ^^^^^^^^^^^^^^^^^^^^ 2,700 / 45 = 1

    The fund sold 24 million shares at $15.50 each, raising $732 million.
                                                            ^^^^^^^^^^^^ $15.50 × 24 million = $372 million

    The drug is dosed at 2 mg per kg of body weight, which means 410 mg for an adult of 70 kg.
                                                                                        ^^^^^ 410 mg / 2 mg = 205 kg

    The cliff loses 3 cm a year. At that rate the fence, 2.4 metres from the edge, has eight years left.
                                                                                       ^^^^^^^^^^^ 2.4 metres / 3 cm = eighty years

    Membership costs €14 a month. There is no discount, so a full year comes to €186.
                                                                                ^^^^ €14 × 12 = €168

Good

    At $80 an hour, the 25 hours of work came to $2,000.

    The copier runs at 45 pages a minute, so the 2,700 pages took an hour.

    The fund sold 24 million shares at $15.50 each, raising $372 million.

    At $2,400 a troy ounce, a 400-ounce bar is worth $960,000.

    Patients received 5 mg/kg once daily, 350 mg a day for the median body weight of 70 kg.

    Membership costs €14 a month. There is no discount, so a full year comes to €168.

    Walking 4 miles a day for 25 days, he covered 100 miles.

    The plant pays $30 an hour, or about $62,000 a year.

Passed over

    They sold 46 machines at $1 million each ($9.09 million in the money of today).

    Patients had 5 mg per kilogram twice a day, so that an adult of 60 kg was given 600 mg daily.

    The galley makes three meals a day for a crew of 140 over 210 days, or 88,200 meals in all.

    At $80 an hour, the work came to $2,600.

    Six men lived on the rock, on £84 a year each, and a lamp cost £604.

    The index stood at £96,000 on the tenth day, the last three having brought in £75,000.

    The ferry does six knots. The lake is nine nautical miles long, and it sails for two hours a day.

    Tickets are $12 each or $100 for ten, and 8,400 were sold last year.

    The tram costs 90 cents a ride. Last year 3 million people rode it, and the city paid $14 million.
"""

from fractions import Fraction

from figcheck.rulekit import (
    AMOUNTS,
    CONSTANT_MARKS,
    FIT_MARKS,
    NOUN_MARKS,
    Figure,
    Fit,
    Frame,
    Grade,
    Kind,
    Reading,
    Slot,
    Term,
    Window,
    count_at_every,
    fit,
    fit_over,
    is_cap,
    over_period,
    period_of,
    proportion,
)  # fmt: skip

code = "FC402"

_WEAK = frozenset(("price", "average", "each", "spread"))
_PER = frozenset(("per",))
_FACTORS = frozenset((Kind.COUNT, Kind.DURATION, Kind.MULTIPLE, Kind.MEASURE))
_DOUBLING = frozenset(("twice", "both", "return", "couple", "pair"))
_MOST = 24  # figures of a sentence among which a third factor is looked for
_QUANTITIES = frozenset((Kind.COUNT, Kind.MEASURE, Kind.DURATION))


def _is_rate(stated: Figure, figure: Figure) -> bool:
    return figure.start < stated.start and bool(figure.value)


def _is_operand(stated: Figure, figure: Figure) -> bool:
    return figure.start < stated.start and bool(figure.value)


def _is_quantity(stated: Figure, figure: Figure) -> bool:
    return figure.per in (None, stated.per) and _is_operand(stated, figure)


def _is_plain(_: Figure, figure: Figure) -> bool:
    return figure.per is None and bool(figure.value)


def _has_value(_: Figure, figure: Figure) -> bool:
    return bool(figure.value)


def _product_fit(frame: Frame) -> Fit | None:
    return fit(frame["rate"], frame["quantity"], frame.stated)


def _product(frame: Frame) -> Term | None:
    found = _product_fit(frame)
    if found is None:
        return None
    return proportion("total", frame["rate"], frame["quantity"], frame.stated, found)


def _quantity_fit(frame: Frame) -> Fit | None:
    return fit(frame["rate"], frame.stated, frame["total"])


def _quantity(frame: Frame) -> Term | None:
    found = _quantity_fit(frame)
    if found is None:
        return None
    return proportion("quantity", frame["rate"], frame.stated, frame["total"], found)


def _is_product(frame: Frame) -> bool:
    rate = frame["rate"]
    if is_cap(frame.document.sentences[rate.sentence], rate):
        return False
    if frame.stated.apposed is rate:
        return False  # "$1 million each ($9 million in today's money)"
    is_near = _is_near(frame, _product_fit(frame), frame["quantity"], frame.stated)
    return is_near and not _has_third(
        frame, _values(frame["rate"], frame["quantity"]), frame.stated
    )


def _is_quotient(frame: Frame) -> bool:
    if not _is_near(frame, _quantity_fit(frame), frame.stated, frame["total"]):
        return False
    product = _values(frame["rate"], frame.stated, frame["total"])
    behind = [f for f in frame.sentence.figures[-_MOST:] if f.start > frame.stated.start]
    is_factor = any(f.value is not None and f.value == product for f in behind)
    return not is_factor and not _has_third(
        frame, _values(frame["rate"], frame.stated), frame["total"]
    )


def _values(*figures: Figure) -> Fraction:
    product = Fraction(1)
    for figure in figures:
        product *= Fraction(figure.value or 0)
    return product


def _has_third(frame: Frame, product: Fraction, total: Figure) -> bool:
    """ "5 mg a kilogram twice a day, or 600 mg for 60 kg": do the words give a third factor, by
    which the product falls short?"""
    times = Fraction(total.value or 0) / product if product else product
    if times.denominator != 1 or times < 2:
        return False
    if times == 2 and not _DOUBLING.isdisjoint(frame.sentence.words):
        return True
    others = frame.sentence.figures[-_MOST:]
    return any(f.value == times and f.kind in _FACTORS and f not in frame.figures for f in others)


def _is_near(frame: Frame, found: Fit | None, quantity: Figure, total: Figure) -> bool:
    if found is None:
        return False
    if found.how != "unit":
        count = Fraction(quantity.value or 0)
        if count <= found.number or (
            total.kind is Kind.COUNT and Fraction(total.value or 0) < count
        ):
            return False
    reach = 1 if found.how in _WEAK else Window.PASSAGE.value
    return all(abs(figure.sentence - frame.stated.sentence) <= reach for figure in frame.figures)


def _product_marks(frame: Frame) -> tuple[str, ...]:
    found = _product_fit(frame)
    order = "rq" if frame["rate"].start < frame["quantity"].start else "qr"
    return (*(found.marks if found else ()), f"fit.{order}t")


def _quantity_marks(frame: Frame) -> tuple[str, ...]:
    found = _quantity_fit(frame)
    order = "rt" if frame["rate"].start < frame["total"].start else "tr"
    return (*(found.marks if found else ()), f"fit.{order}q")


def _over_period(frame: Frame) -> Fit | None:
    period = period_of(frame.sentence, frame.stated)
    return fit_over(frame["rate"], period, frame.stated) if period else None


def _count(frame: Frame) -> Term | None:
    return count_at_every(frame["interval"], frame.stated, period_of(frame.sentence, frame.stated))


def _is_counted(frame: Frame) -> bool:
    return _count(frame) is not None


def _count_marks(frame: Frame) -> tuple[str, ...]:
    return ("fit.every",)


def _total_of_period(frame: Frame) -> Term | None:
    found = _over_period(frame)
    return None if found is None else over_period(frame["rate"], found)


def _is_over_period(frame: Frame) -> bool:
    return _over_period(frame) is not None


def _period_marks(frame: Frame) -> tuple[str, ...]:
    found = _over_period(frame)
    return (*(found.marks if found else ()), "fit.period")


def readings() -> tuple[Reading, ...]:
    rate = Slot("rate", AMOUNTS, needs=frozenset(("rate",)), where=_is_rate)
    every = frozenset(("every",))
    interval = Slot("interval", frozenset((Kind.DURATION,)), needs=every, where=_is_operand)
    return (
        Reading(
            "total", Slot("total", AMOUNTS, bars=_PER | {"than", "versus"}, where=_has_value),
            (rate, Slot("quantity", _QUANTITIES, bars=_PER, where=_is_quantity)), _product,
            window=Window.PASSAGE, guard=_is_product, marks=_product_marks, accepts=Grade.ROUGH,
            told=(*FIT_MARKS, ("fit.rqt", "fit.qrt")),
        ),
        Reading(
            "quantity", Slot("quantity", _QUANTITIES, bars=_PER, where=_is_plain),
            (rate, Slot("total", AMOUNTS, bars=_PER, where=_is_operand)), _quantity,
            window=Window.PASSAGE, guard=_is_quotient, marks=_quantity_marks, accepts=Grade.ROUGH,
            told=(*FIT_MARKS, ("fit.rtq", "fit.trq")),
        ),
        Reading(
            "every", Slot("total", frozenset((Kind.COUNT,)), where=_has_value),
            (interval,), _count,
            window=Window.PASSAGE, guard=_is_counted, marks=_count_marks, accepts=Grade.ROUGH,
            told=(("fit.every",),),
        ),
        Reading(
            "period", Slot("total", AMOUNTS, bars=_PER, where=_has_value), (rate,), _total_of_period,
            window=Window.NEAR, guard=_is_over_period, marks=_period_marks, accepts=Grade.ROUGH,
            told=(NOUN_MARKS, CONSTANT_MARKS, ("fit.period",)),
        ),
    )  # fmt: skip
