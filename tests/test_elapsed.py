"""Terms over dates, held against a count of the days that the dates may be."""

from __future__ import annotations

import datetime
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.claim import Claim, judge
from figcheck.document import CalendarDate, Figure, Kind
from figcheck.elapsed import Age, Between, DaysBetween, Elapsed, days_in_month
from figcheck.interval import EVERYTHING, Interval
from figcheck.rounding import Grade, exact, nominal
from figcheck.units import named
from tests.strategies import measure

MONTH, YEAR, WEEK, DAY = (named(name) for name in ("month", "year", "week", "day"))


def date(year: int | None, month: int | None = None, day: int | None = None) -> Figure:
    text = " ".join(str(part) for part in (day, month, year) if part is not None)
    return Figure(0, len(text), text, Kind.DATE, year, date=CalendarDate(year, month, day))


def lasting(digits: str, unit: str, kind: Kind = Kind.DURATION, hedge: str = "exact") -> Figure:
    return measure(digits, unit, hedge, kind=kind)


def holds(figure: Figure, term: Between) -> bool:
    return judge(Claim(stated=figure, term=term)) <= Grade.ROUNDING


def days_of(written: CalendarDate) -> list[datetime.date]:
    """The days that a date may be: of a year or month the first, the last and one between."""
    assert written.year is not None
    months = [written.month] if written.month else [1, 6, 12]
    found = []
    for month in months:
        first = datetime.date(written.year, month, 1)
        last = days_in_month(CalendarDate(written.year, month))
        found += [
            first.replace(day=day) for day in ([written.day] if written.day else [1, 15, last])
        ]
    return found


def completed_years(start: datetime.date, end: datetime.date) -> int:
    years = 0
    while (end.year, end.month, end.day) >= (start.year + years + 1, start.month, start.day):
        years += 1
    return years


dates = st.builds(
    lambda day, parts: CalendarDate(day.year, *(day.month, day.day)[:parts]),
    st.dates(datetime.date(1996, 1, 1), datetime.date(2005, 12, 31)),
    st.integers(0, 2),
)


def figure_of_date(written: CalendarDate) -> Figure:
    return date(written.year, written.month, written.day)


class TestAge:
    @settings(max_examples=200)
    @given(dates, dates)
    def test_an_age_holds_where_some_pair_of_days_gives_it(
        self, birth: CalendarDate, moment: CalendarDate
    ) -> None:
        pairs = [pair for pair in product(days_of(birth), days_of(moment)) if pair[0] <= pair[1]]
        possible = {completed_years(*pair) for pair in pairs}
        term = Age(figure_of_date(birth), figure_of_date(moment))
        if not possible:
            return

        said = {age for age in range(12) if holds(lasting(str(age), "year", Kind.AGE), term)}

        assert possible == said

    def test_full_dates_give_one_age(self) -> None:
        term = Age(date(1936, 8, 19), date(2024, 2, 2))

        assert [87] == [
            age for age in range(80, 95) if holds(lasting(str(age), "year", Kind.AGE), term)
        ]
        assert Interval.point(87 * 12) == term.computed()

    def test_years_give_two(self) -> None:
        term = Age(date(1964), date(2025))

        assert [60, 61] == [
            age for age in range(50, 70) if holds(lasting(str(age), "year", Kind.AGE), term)
        ]
        assert "1964 to 2025" == term.shown()

    def test_there_is_no_year_zero(self) -> None:
        term = Age(date(-63, 9, 23), date(14, 9, 23))

        assert Interval.point(76 * 12) == term.computed()

    def test_a_span_of_days_is_any_of_them(self) -> None:
        term = Age(
            date(2000, 5, 4),
            Figure(0, 1, "3-5 May", Kind.DATE, 2010, date=CalendarDate(2010, 5, days=(3, 5))),
        )

        assert Interval.of(9 * 12, 10 * 12) == term.computed()

    def test_months_of_a_baby(self) -> None:
        term = Age(date(2023, 1, 20), date(2024, 7, 19), MONTH)

        assert holds(lasting("17", "month", Kind.AGE), term)
        assert not holds(lasting("18", "month", Kind.AGE), term)

    @pytest.mark.parametrize("start", [date(None, 3), Figure(0, 1, "3", Kind.COUNT, 3)])
    def test_nothing_is_known_without_a_year(self, start: Figure) -> None:
        for term in (Age(start, date(2001)), Elapsed(start, date(2001))):
            assert EVERYTHING == term.evaluate(exact)
            assert EVERYTHING == term.computed()


class TestElapsed:
    def test_years_alone_give_two_lengths(self) -> None:
        term = Elapsed(date(1996), date(2001))

        assert ["4", "5"] == [n for n in "3456" if holds(lasting(n, "year"), term)]
        assert Interval.of(4 * 12, 5 * 12) == term.computed()

    def test_halves_of_years_may_be_in_between(self) -> None:
        assert holds(lasting("1.5", "year"), Elapsed(date(2001), date(2002)))
        assert holds(lasting("20", "month"), Elapsed(date(2001), date(2002), MONTH))
        assert not holds(lasting("25", "month"), Elapsed(date(2001), date(2002), MONTH))

    def test_months_alone_give_two_lengths(self) -> None:
        term = Elapsed(date(2020, 3), date(2021, 5), MONTH)

        assert [13, 14] == [n for n in range(10, 18) if holds(lasting(str(n), "month"), term)]

    def test_from_a_year_to_a_month_any_length_is_possible(self) -> None:
        term = Elapsed(date(2001), date(2003, 6))

        assert ["1", "2", "2.4"] == [
            n for n in ("0.9", "1", "2", "2.4", "2.6", "3") if holds(lasting(n, "year"), term)
        ]

    def test_years_between_months_may_be_completed_or_rounded(self) -> None:
        term = Elapsed(date(2001, 3), date(2009, 1))

        assert [7, 8] == [n for n in range(5, 11) if holds(lasting(str(n), "year"), term)]

    def test_full_dates_too(self) -> None:
        term = Elapsed(date(2001, 3, 15), date(2011, 2, 10))

        assert [9, 10] == [n for n in range(7, 13) if holds(lasting(str(n), "year"), term)]
        assert Interval.point(9 * 12) == term.computed()
        assert Interval.of(9 * 12, 118 + Fraction(26, 31)) == term.evaluate(exact)

    def test_a_decade(self) -> None:
        assert holds(lasting("2", "decade"), Elapsed(date(1990), date(2010), named("decade")))
        assert not holds(lasting("3", "decade"), Elapsed(date(1990), date(2010), named("decade")))

    def test_an_anniversary_is_exact(self) -> None:
        assert Interval.point(120) == Elapsed(date(2001, 3, 15), date(2011, 3, 15)).evaluate(exact)
        assert Interval.of(10, 11) == Elapsed(date(2001, 3, 31), date(2002, 2, 28), MONTH).evaluate(
            exact
        )

    def test_seasons_count_both_ends(self) -> None:
        term = Elapsed(date(1996), date(2001), inclusive=True)

        assert ["5", "6"] == [n for n in "34567" if holds(lasting(n, "year"), term)]
        assert Interval.of(5 * 12, 6 * 12) == term.computed()

    def test_counting_both_ends_makes_a_term_inclusive(self) -> None:
        term = Elapsed(date(1996), date(2001), YEAR).counting_both_ends()

        assert term.inclusive
        assert isinstance(term, Elapsed)
        assert Interval.of(5 * 12, 6 * 12) == term.evaluate(nominal)

    @settings(max_examples=200)
    @given(dates, dates)
    def test_it_holds_the_completed_years_of_every_pair_of_days(
        self, start: CalendarDate, end: CalendarDate
    ) -> None:
        pairs = [pair for pair in product(days_of(start), days_of(end)) if pair[0] <= pair[1]]
        term = Elapsed(figure_of_date(start), figure_of_date(end))

        for years in {completed_years(*pair) for pair in pairs}:
            assert holds(lasting(str(years), "year"), term)


class TestDaysBetween:
    @given(st.dates(datetime.date(1896, 1, 1), datetime.date(2105, 1, 1)), st.integers(0, 3000))
    def test_days_are_those_of_the_calendar(self, start: datetime.date, length: int) -> None:
        end = start + datetime.timedelta(days=length)
        term = DaysBetween(
            date(start.year, start.month, start.day), date(end.year, end.month, end.day)
        )

        assert Interval.point(length * 86_400) == term.evaluate(exact)
        assert Interval.point((length + 1) * 86_400) == term.counting_both_ends().evaluate(exact)

    def test_days_are_not_rounded(self) -> None:
        term = DaysBetween(date(2024, 2, 27), date(2024, 3, 3))

        assert ["5"] == [n for n in "3456" if holds(lasting(n, "day"), term)]
        assert ["6"] == [n for n in "34567" if holds(lasting(n, "day"), term.counting_both_ends())]

    def test_weeks_may_be_completed_or_rounded(self) -> None:
        term = DaysBetween(date(2024, 5, 1), date(2024, 5, 28), WEEK)

        assert ["3", "4"] == [n for n in "2345" if holds(lasting(n, "week"), term)]
        assert Interval.point(27 * 86_400) == term.computed()

    @pytest.mark.parametrize(
        ("start", "end", "least", "most"),
        [
            (date(None, 5, 3), date(None, 6, 4), 32, 32),
            (date(None, 2, 27), date(None, 3, 3), 4, 5),
            (date(None, 12, 30), date(None, 1, 2), 3, 3),
            (date(2001, 12, 30), date(None, 1, 2), 3, 3),
            (date(None, 5, 3), date(None, 5, 3), 0, 0),
            (date(None, 12, 30), date(2001, 1, 2), 3, 3),
            (date(None, 2, 27), date(2001, 3, 3), 4, 4),
        ],
        ids=lambda case: case.text if isinstance(case, Figure) else str(case),
    )
    def test_a_year_that_is_not_said_follows_from_the_order(
        self, start: Figure, end: Figure, least: int, most: int
    ) -> None:
        assert Interval.of(least * 86_400, most * 86_400) == DaysBetween(start, end).evaluate(exact)

    @pytest.mark.parametrize("start", [date(2001), date(2001, 5), Figure(0, 1, "3", Kind.COUNT, 3)])
    def test_nothing_is_known_without_a_day(self, start: Figure) -> None:
        for term in (DaysBetween(start, date(2002, 5, 1)), DaysBetween(date(2000, 5, 1), start)):
            assert EVERYTHING == term.evaluate(exact)
            assert EVERYTHING == term.computed()


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [(2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (None, 2, 29), (2023, 4, 30)],
)
def test_the_length_of_a_month(year: int | None, month: int, days: int) -> None:
    assert days == days_in_month(CalendarDate(year, month))
