r"""The parts of a total must add up to it.

A text gives a total and lists its parts. A list that is meant to be whole ("made up of", a colon,
"of the 12, 5 were ...") must add up to the total; one that may leave a rest ("including") must not
exceed it. A total may also close its list ("for a total of", "that makes").

Bad

    The force numbers about 50,000, including 10,000 contractors and 55,000 convicts.
                            ^^^^^^ 10,000 + 55,000 = 65,000, more than 50,000

    The corporation has 240 staff, including 150 on the boats and 130 ashore.
                        ^^^ 150 + 130 = 280, more than 240

    The army now numbers about 80,000, including 30,000 guards and 70,000 conscripts from the towns.
                               ^^^^^^ 30,000 + 70,000 = 100,000, more than 80,000

    In all 36 buses were sent to the fair, including 24 from the east garage and 19 from the west.
           ^^ 24 + 19 = 43, more than 36

    The corps now numbers about 30,000, including 12,000 regulars and 28,000 recruits.
                                ^^^^^^ 12,000 + 28,000 = 40,000, more than 30,000

    Some 19,000 workers, including 12,000 dockers and 9,000 drivers, walked out.
         ^^^^^^ 12,000 + 9,000 = 21,000, more than 19,000

    The army numbers about 55,000, including 10,000 contractors and 40,000 convicts.
                           ^^^^^^ 10,000 + 40,000 = 50,000, not 55,000

    The bank employs about 64,000 people, including 23,000 clerks and 37,000 tellers.
                           ^^^^^^ 23,000 + 37,000 = 60,000, not 64,000

    The fleet has 210 ships, including 140 tankers and 85 ferries.
                  ^^^ 140 + 85 = 225, more than 210

    He had $4.2 million in savings, including $2.6 million in bonds and $1.9 million in shares.
           ^^^^^^^^^^^^ $2.6 million + $1.9 million = $4.5 million, more than $4.2 million

    The crew of 17 included 11 Filipinos and eight Indians.
                ^^ 11 + eight = 19, more than 17

    The council has 47 members: 21 Liberals, 15 Conservatives and nine Independents.
                    ^^ 21 + 15 + nine = 45, not 47

    She was ordered to pay a fine of £605, costs of £311 and a surcharge of £60, a total of £1,076.
                                                                                            ^^^^^^ £605 + £311 + £60 = £976, not £1,076

    Rangers scored 38 goals at home and 27 away, for a total of 75.
                                                                ^^ 38 + 27 = 65, not 75

    Of 96 applications, 40 were approved, 31 refused and 28 withdrawn.
       ^^ 40 + 31 + 28 = 99, not 96

    A total of 58 patients (32 in the drug group and 28 in the control group) completed the trial.
               ^^ 32 + 28 = 60, not 58

    We enrolled 304 adults with either mild (n = 142) or severe (n = 182) asthma.
                ^^^ 142 + 182 = 324, not 304

    We recruited 240 adults; 131 were given the vaccine and 119 a placebo.
                 ^^^ 131 + 119 = 250, not 240

    The park covers 318 hectares, of which 221 hectares are forest and 117 hectares meadow.
                    ^^^^^^^^^^^^ 221 hectares + 117 hectares = 338 hectares, not 318 hectares

    Kenya won eight gold, seven silver and nine bronze medals, 21 in all.
                                                               ^^ eight + seven + nine = 24, not 21

    The stage was 186 km long, 94 km on the flat and 112 km in the hills.
                  ^^^^^^ 94 km + 112 km = 206 km, not 186 km

    Engineers say 38,400 homes are off in the north and another 27,300 on the islands. That makes 75,700 across the two.
                                                                                                  ^^^^^^ 38,400 + 27,300 = 65,700, not 75,700

    The firm bought a port for $1.15 billion and, in May, a railway for $640 million. Its spending therefore came to $1.97 billion.
                                                                                                                     ^^^^^^^^^^^^^ $1.15 billion + $640 million = $1.79 billion, not $1.97 billion

    The jury was made up of seven men and six women. All 12 agreed.
                                                         ^^ seven + six = 13, not 12

    Her collection runs to 72 clocks. It contains 25 longcase, 30 bracket and 19 wall clocks.
                           ^^ 25 + 30 + 19 = 74, not 72

    The garrison was about 7,400 strong. It was made up of some 4,900 regulars, 1,600 border guards and 1,900 volunteers.
                           ^^^^^ 4,900 + 1,600 + 1,900 = 8,400, not 7,400

    The receivers have banked $41.3m so far. The abattoir fetched $26.0m and the cattle $11.2m. A further $5.5m came from the trucks.
                              ^^^^^^ $26.0m + $11.2m + $5.5m = $42.7m, not $41.3m

    Mrs Hale leaves six children. Her three sons run the farm; her two daughters are doctors.
                    ^^^ three + two = five, not six

    He finished with 98 points (39 goals and 57 assists) in his last season.
                     ^^^^^^^^^ 39 + 57 = 96

    Ticket sales brought in £48,350 and sponsorship £22,540, so the festival took £72,890 in total.
                                                                                  ^^^^^^^ £48,350 + £22,540 = £70,890, not £72,890

    Some 463,000 ballots came from Palm County and 654,000 from Dade, 1.16 million altogether.
                                                                      ^^^^^^^^^^^^ 463,000 + 654,000 = 1.12 million, not 1.16 million

Bad (markdown)

    After the clean-up the cluster holds 960 GB:
                                         ^^^^^^ 512 GB + 300 GB + 184 GB = 996 GB, not 960 GB
    |
    - container images: 512 GB
    - database dumps: 300 GB
    - application logs: 184 GB

Good

    The force numbers about 50,000, including 10,000 contractors and 40,000 convicts.

    The crew of 17 included five Filipinos and eight Indians.

    The council has 47 members: 21 Liberals, 15 Conservatives and 11 Independents.

    Of 96 applications, 40 were approved, 31 refused and 25 withdrawn.

    A total of 60 patients (32 in the drug group and 28 in the control group) completed the trial.

    Rainfall was 34 mm on Friday, 21 mm on Saturday and 12 mm on Sunday, a three-day total of 67 mm.

    The jury was made up of six men and six women. All 12 agreed.

    Exports were worth £87m, £51m of it cheese and £36m butter.

    Losses came to $29 million: $12 million from the flood, $9 million from the strike and $8 million from the write-down.

    The estate was valued at £2.1m, comprising a house at £1.2m and shares worth £900,000.

Passed over

    The choir is 25 m in length, 13 m wide and 32 m high.

    Doses: 50 mg 140 mg 210 mg 420 mg 700 mg were given.

    It was seen in seven (70%) of ten on the drug and in twenty-two (73%) of thirty on none.

    She jumped 7.96 m and 7.91 m to reach a personal best of 16.76 m.

    The long route and the short one drew 84; 48 walked the long and 36 the other.

    The 56 men were divided into 2 groups, of which 27 were given the drug and another 29 a placebo.

    Of 12 jurors, including 5 women, 9 voted to acquit.

    Of the 240 patients, 131 had hypertension and 96 diabetes; 58 had both.

    The airline carried 14.2 million people, including 9.6 million on short flights and 2.1 million on business.

    Conservatives lost 14 seats, Labour nine and the Greens three.

    The three biggest of the 40 wells gave 310, 270 and 190 barrels a day.

    Kalvik, at 540 MW, is the largest of the plants, ahead of Storfoss (510 MW) and Ness (95 MW).

    In 2021 the shelter took in 312 dogs; in 2022 it was 298 and in 2023 it was 351.

    The centre has 120 beds, 30 nurses and 12 doctors.

    The fund rose to $272 million; loans grew from $75 million to $87 million.

    He played 68 games and had 96 points, with 39 goals and 57 assists.

    The 45 pupils read 210 books, wrote 88 letters and planted 14 trees.

    Sales were $540 million, costs $420 million and profit $120 million.

    The company cut 1,950 jobs, among them 1,200 in Germany and 400 in Spain.

    The town of 8,400 people has two schools, with 640 and 510 pupils.

    About 90,000 stayed in three counties, 38,000 of them in one.

    The rally drew about 25,000 people, including 8,000 students and 12,000 union members.

    The fleet has 210 ships, including 140 tankers and 52 ferries.

    He paid $850,000, of which $283,000 went to the lawyers.
"""

from fractions import Fraction
from itertools import pairwise

from figcheck.rulekit import AMOUNTS, Figure, Frame, Kind, Op, Reading, Slot, Sum, Term

code = "FC101"

_OPEN = frozenset(("open", "next open"))
_SURE = frozenset(("bracket", "brackets", "colon", "whole", "of which", "of", "open"))
_PARTS = AMOUNTS | {Kind.POINTS, Kind.STATISTIC}
_COARSE = 100
_SIDES = frozenset(
    "long wide deep high tall thick across broad length width height depth thickness".split()
)
_NEEDS = frozenset("need needs needed require requires required takes take".split())
_UNCOUNTED = frozenset("some several many others various crowds dozens scores a".split())
_RATIO = frozenset(("of", "(", ")", "#"))
_GROUPS = frozenset(("group", "arm", "category", "class", "section", "cohort"))
_MOST_IN_SENTENCE = 20  # more figures than this are the cells of a table that lost its grid


def _sum(frame: Frame) -> Term | None:
    return Sum(frame.all("parts"))


def _is_whole(frame: Frame) -> bool:
    """A list with no "including", of parts that are each smaller than the total."""
    return (
        frame.gate not in _OPEN
        and _has_parts_below(frame)
        and not _is_demand(frame)
        and not _are_sides(frame)
    )


def _are_sides(frame: Frame) -> bool:
    """ "150 cm long, 100 cm wide and 15 cm deep": the sides of one thing."""
    words = frame.sentence.words
    figures = [f for f in (frame.stated, *frame.all("parts")) if f.sentence == frame.sentence.index]
    named = {word for f in figures for word in words[f.place + 1 : f.place + 3] if word in _SIDES}
    return len(named) > 1


def _is_demand(frame: Frame) -> bool:
    """ "It needs 20 of its 39 members": a threshold is no part."""
    first = frame.all("parts")[0]
    if frame.gate != "out of":
        return False
    words = frame.document.sentences[first.sentence].words
    return not _NEEDS.isdisjoint(words[max(0, first.place - 4) : first.place])


def _leaves_no_rest(frame: Frame) -> bool:
    """A list behind "including" that makes up the total, or more: one that leaves a rest says little."""
    if frame.gate not in _OPEN or not _has_parts_below(frame):
        return False
    total = Fraction(frame.stated.value or 0)
    return total <= _made(frame) <= 2 * total


def _has_parts_below(frame: Frame) -> bool:
    """Every part is smaller than the total, or nearly so where the words make them parts."""
    total, parts = frame.stated.value, frame.all("parts")
    if not total or len(frame.sentence.figures) > _MOST_IN_SENTENCE:
        return False
    if any("numerator" in f.roles for f in parts) and any(
        "denominator" in f.roles for f in (frame.stated, *parts)
    ):
        return False  # "seven of ten given the one and 22 of thirty given the other"
    if _are_ratios(frame) or _is_best(frame) or _ends_uncounted(frame):
        return False
    owners = {part.owner for part in parts}
    if not owners.isdisjoint(_GROUPS) and frame.stated.owner not in _GROUPS:
        return False  # "divided into 2 groups, of which 27 ... and 29 ...": no part of the people
    most = total * (2 if frame.gate in _SURE else 1)
    return all(part.value is not None and 0 <= part.value < most for part in parts)


def _are_ratios(frame: Frame) -> bool:
    """ "Seven (70%) of ten and 22 of thirty": parts with their wholes?"""
    figures = sorted((frame.stated, *frame.all("parts")), key=lambda figure: figure.start)
    sentences = frame.document.sentences
    return any(
        one.sentence == other.sentence
        and _RATIO.issuperset(between := sentences[one.sentence].words[one.place + 1 : other.place])
        and "of" in between
        and "the" not in between
        and one is not frame.stated
        for one, other in pairwise(figures)
    )


def _ends_uncounted(frame: Frame) -> bool:
    """ "12 women, 9 boys and a crowd of men": does the list end with what nobody counted?"""
    last = max(frame.all("parts"), key=lambda figure: figure.start)
    if last.start < frame.stated.start:
        return False
    after = frame.document.sentences[last.sentence].words[last.place + 1 : last.place + 6]
    return any(one == "and" and other in _UNCOUNTED for one, other in pairwise(after))


def _is_best(frame: Frame) -> bool:
    """ "A personal best of 7.96 m": a mark that was reached, and none made up of others."""
    before = frame.sentence.words[max(0, frame.stated.place - 4) : frame.stated.place]
    return "best" in before


def _is_no_product(frame: Frame) -> bool:
    """Parts below the total, which is not so many times their sum as another figure says.

    "Three judges give up to 10 points for taste, 5 for looks and 5 for wit: 60 points in all".
    """
    total = frame.stated.value
    is_added = "addition" in frame.sentence.words[:3]
    if not _has_parts_below(frame) or not total or is_added or _are_sides(frame):
        return False
    same = [f for f in frame.sentence.figures if f.kind is frame.stated.kind and f.value]
    sums = {_made(frame), sum(f.value for f in same if f.value and f.start < frame.stated.start)}
    times = {f.value for f in frame.sentence.figures if f.kind is Kind.COUNT and f.value}
    return not any(made and total % made == 0 and total // made in times - {1} for made in sums)


def _made(frame: Frame) -> Fraction | int:
    return sum(part.value for part in frame.all("parts") if part.value is not None)


def _is_nearly_whole(frame: Frame) -> bool:
    """A list behind "including" that is plainly meant to be whole: nine tenths, all coarse."""
    total, parts = frame.stated, frame.all("parts")
    if frame.gate not in _OPEN or total.value is None or not _has_parts_below(frame):
        return False
    made = _made(frame)
    return total.value * 9 <= made * 10 < total.value * 10 and _is_coarse((total, *parts))


def _is_coarse(figures: tuple[Figure, ...]) -> bool:
    """All figures are given to one coarse grain, the hundreds or more."""
    grains = [figure.own_grain for figure in figures]
    return min(grains) >= _COARSE and min(grains) * 20 >= max(grains)


def readings() -> tuple[Reading, ...]:
    total = Slot("total", AMOUNTS | {Kind.POINTS})
    after = Slot("parts", _PARTS, many=True, link="after")
    before = Slot("parts", _PARTS, many=True, link="before")
    return (
        Reading("list", total, (after,), _sum, guard=_is_whole),
        Reading("including", total, (after,), _sum, op=Op.AT_LEAST, guard=_leaves_no_rest),
        Reading("including nearly all", total, (after,), _sum, guard=_is_nearly_whole, warns=True),
        Reading("closing total", total, (before,), _sum, guard=_is_no_product),
    )
