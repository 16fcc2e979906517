r"""An estimate must lie inside its own confidence interval.

"odds ratio 2.11, 95% CI 1.33-3.33", "a mean of 14.6 months (95% confidence interval, 9.9 to 18.4)":
the interval is made around the estimate, so that an estimate outside it was copied wrongly, or the
interval was. The interval is two numbers behind its name and level; the estimate is the nearest
figure before them that is no level, p value or test statistic. Signs are forgiven, as "fell by 5%
(95% CI -8% to -2%)" is usual, and so is the rounding of
an estimate with fewer decimals than its interval.

Bad

    Smokers were more often readmitted (odds ratio 4.16, 95% CI 1.33-3.33).
                                                   ^^^^ outside its interval 1.33-3.33

    Pain fell faster with the brace (hazard ratio, 0.81; 95% confidence interval [CI], 0.25 to 0.62).
                                                   ^^^^ outside its interval 0.25 to 0.62

    The relative risk of a relapse was 2.4 (95% CI: 0.91, 1.85; P = .13).
                                       ^^^ outside its interval 0.91, 1.85

    Vaccine efficacy against hospital admission was 49.1% (95% confidence interval, 89.3 to 96.8).
                                                    ^^^^^ outside its interval 89.3 to 96.8

    Median survival was 41.6 months (95% CI 9.9 to 18.4 months) in the treated group.
                        ^^^^^^^^^^^ outside its interval 9.9 to 18.4 months

    The pooled estimate was 4.3 with a 95% credible interval of 2.9 to 4.0.
                            ^^^ outside its interval 2.9 to 4.0

    Doubt was more common in the second school (RR = 1.19, 95% CI = 1.20-2.08).
                                                     ^^^^ outside its interval 1.20-2.08

Good

    Smokers were more often readmitted (odds ratio 2.11, 95% CI 1.33-3.33).

    The hazard ratio was 0.52 [95% CI, 0.25, 1.05], which was not significant.

    Mean weight changed by -2.3 kg (95% CI -4.1 to -0.5; P = .01).

    Admissions fell by 5% (95% CI -8% to -2%) after the ban.

    The adjusted rate ratio was 1.0 (95% CI 1.04-1.21).

Passed over

    The odds ratio was 2.11 (P = .003; n = 214).

    Response was as frequent (94.4% v 76.1%; difference 18.3%; 95.002% CI: 3.5% to 33.0%).

    Of the 40 wards, 12 took part; the 95% confidence intervals are shown in Table 3.

    The rate ratio was 1.8 (P = .03; 95% CI 1.1-2.9).

    Attendance rose from 0.4 to 0.9 per week; the difference was significant (95% CI 0.2-0.8).

    There were 2.4 million cases (95% CI 2.1-2.7).

    Villi were taller in the treated group (293.3 v 236.6 μm; 95% CI of difference 17.7-95.9 μm).

    Ratios were 1.2 for men (95% CI 1.0-1.4) and 3.1 for women (95% CI 2.6-3.7).
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Estimate,
    Given,
    Grade,
    Reckoned,
    Sentence,
    Term,
    decided,
    estimates,
    prose,
)  # fmt: skip

code = "FC601"


def relate(document: Document) -> Iterator[Claim]:
    """Each interval that is named as one, with the estimate before it."""
    for sentence in prose(document):
        for estimate in estimates(sentence):
            yield from _claims(sentence, estimate)


def _claims(sentence: Sentence, found: Estimate) -> Iterator[Claim]:
    """The claim, unless the estimate only restates one in another unit, whose interval it may be."""
    claim = _claim(sentence, found)
    restated = found.figure.apposed
    if claim.verdict is not Grade.CONFLICT or not (
        restated and restated.unit and found.figure.unit
    ):
        yield claim


def _claim(sentence: Sentence, found: Estimate) -> Claim:
    estimate, ends, low, high = found
    value = Fraction(estimate.value or 0)
    # With as many decimals as its interval an estimate stands well inside, or it is not its own.
    is_coarser = estimate.grain > min(end.grain for end in ends)
    slack = Fraction(estimate.grain + max(end.grain for end in ends)) / 2 if is_coarser else 0
    is_inside = any(low - slack <= side <= high + slack for side in (value, -value))
    is_strictly = any(low <= side <= high for side in (value, -value))
    shown = ", ".join(end.text for end in ends)
    term: Term = Given(ends[0]) if len(ends) == 1 else Reckoned(ends, shown)
    place = "bracket" if "(" in sentence.words[estimate.place : ends[0].place] else "beside"
    rounded = "" if is_strictly else ", taken as rounded,"
    return decided(
        estimate, term, is_inside, f"{estimate.text}{rounded} lies within its interval {shown}",
        f"{estimate.text} lies outside its interval {shown}",
        reading=place, grade=Grade.EXACT if is_strictly else Grade.ROUNDING,
    )  # fmt: skip
