r"""The lower end of a confidence interval comes before the upper one.

"95% CI: 5.4-0.44": the ends were swapped, or one of them lost a digit. Only ends that are both
positive are held to it, as those of falls are printed in either order.

Bad

    The hazard ratio of a relapse was 1.54 [95% CI: 5.4–0.44].
                                                    ^^^^^^^^ first end lies above the second

    Smokers were more often readmitted (odds ratio 2.11, 95% CI 3.33 to 1.33).
                                                                ^^^^ first end lies above the second

    The mean difference was 4.1 points (95% confidence interval 6.2, 2.0).
                                                                ^^^ first end lies above the second

    The pooled estimate was 4.3 with a 95% credible interval of 5.9 to 2.9.
                                                                ^^^ first end lies above the second

    Risk ratios were near one: 1.02 (99% CI 1.31-0.79) in the north.
                                            ^^^^^^^^^ first end lies above the second

Good

    The hazard ratio of a relapse was 1.54 [95% CI: 0.44–5.4].

    Smokers were more often readmitted (odds ratio 2.11, 95% CI 1.33 to 3.33).

    The mean difference was 4.1 points (95% confidence interval 2.0, 6.2).

    The pooled estimate was 4.3 with a 95% credible interval of 2.9 to 5.9.

    Risk ratios were near one: 1.02 (99% CI 0.79-1.31) in the north.

Passed over

    Pressure fell by 4.1 (95% CI -2.0 to -6.2).

    Weight changed by -4.1 kg (95% CI 0.3 to -8.5).

    The 95% CIs were as wide as 6.2 and 2.0 points in the two arms.

    Votes were split 5.4-0.44 in thousands, within the interval that polls had named.

    The interval between doses was cut from 12 to 8 hours, with no loss of confidence.
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Document, Grade, Reckoned, prose, turned_intervals

code = "FC614"


def relate(document: Document) -> Iterator[Claim]:
    """Each confidence or credible interval that is turned round."""
    for sentence in prose(document):
        for ends in turned_intervals(sentence):
            shown = ", ".join(end.text for end in ends)
            yield Claim(
                stated=ends[0],
                term=Reckoned(ends, shown),
                reading="turned",
                tie="plain",
                consistency=True,
                verdict=Grade.CONFLICT,
                message=f"{shown}: the first end lies above the second",
            )
