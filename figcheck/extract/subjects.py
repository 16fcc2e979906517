"""Subjects: what a figure counts or measures, "10,000 contractors", "90 percent of voters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Span
from figcheck.extract.dates import MONTHS, WEEKDAYS
from figcheck.extract.kinds import COUNT, DURATION, FRACTION, MONEY
from figcheck.extract.nouns import is_plural, singular
from figcheck.extract.spelled import SMALL

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.extract.tokens import Tokens

_STOPS = frozenset(
    "the a an of in on at by for from to with and or but nor as than that which who whom "
    "whose while when where was were is are be been being has have had do does did will "
    "would can could may might must should shall not it they he she we you i this these "
    "those there then here so if because since until during after before between among "
    "over under against about into per each every all both last next ago earlier later "
    "now still also only more less fewer most least other another such its their his her "
    "our your my up down out off he'd said says say according including included compared "
    "respectively found held told kept met ran sold sent shot spent taken given made came "
    "went took got left gave fell rose grew lost won died cast named voted through within "
    "without despite across around amid via versus plus minus be too very just even yet "
    "already along together alone apart away back ahead abroad late early today yesterday "
    "tomorrow tonight lies remain remains fy trading premarket goes comes makes takes gives gets "
    "annually daily weekly monthly yearly apiece throughout".split()
)
_STOPS |= frozenset(name for name in (*MONTHS, *WEEKDAYS) if name not in ("sat", "sun", "march"))
_OFTEN = frozenset("daily weekly monthly annual yearly quarterly".split())  # "nine daily users"
_DETERMINERS = frozenset(
    "the its all their his her our these those this that my your both any".split()
)
_PASSIVE = frozenset(
    "injured wounded killed dead missing hurt unemployed homeless arrested infected "
    "displaced".split()
)
_LONGEST = 5
_VERBS = frozenset(
    "rose fell climbed grew jumped gained increased advanced soared surged leapt swelled "
    "expanded rallied rebounded dropped declined decreased slid slipped tumbled plunged "
    "plummeted sank shrank contracted dipped slumped eased was were is are stood stands "
    "totalled totaled reached reaches hit hits numbered amounted came comes remained "
    "averaged averages exceeded topped surpassed doubled tripled halved edged ticked "
    "narrowed widened rises falls climbs grows increases decreases declines drops costs "
    "cost measured weighed equalled totals improved worsened went ended closed finished "
    "opened settled traded weighs "
    "risen fallen grown climbed shrunk sunk declined weighed".split()
)
_SKIPPED = frozenset(
    "to by from at about around nearly almost more less than over under just some roughly "
    "only up down as of total average sum record an a the estimated approximately "
    "slightly sharply well further another least most much many".split()
)
_AUXILIARIES = frozenset(
    "has have had will would also then since already could may might be been which that".split()
)
_PREPOSITIONS = frozenset(
    "excluding including in for at on during from over by with to after before between "
    "under".split()
)
_PRONOUNS = frozenset(
    "it they he she we you i this that these those which who there what both all one them "
    "us me him her".split()
)
_REACH = 14


def attach_subject(figure: Figure, tokens: Tokens, at: int, to: int) -> int:
    """Give a figure what it counts, or whose level it is; the token after the subject."""
    lower = tokens.lower
    if figure.kind is COUNT:
        start = _behind_of(lower, to) if lower[to] == "of" else to
        if lower[start] == "-" and lower[start + 1] in _COUNTING_ON:
            start += 2
        elif lower[start] == "+" and tokens.glued[start]:
            start += 1
        elif lower[start] == "-" and tokens.glued[start] and lower[start + 1].isalpha():
            if lower[start + 1] not in _STOPS:
                _own(figure, tokens, start + 1)
            return to
        end = _take_run(figure, tokens, start, to)
        if end > to:
            return end
    elif figure.kind is FRACTION and lower[to] != "of":
        start = to + 1 if lower[to] in _DETERMINERS else to
        if lower[start].isalpha() and _take_run(figure, tokens, start, to) > to:
            return to
    elif (lower[to] == "of" or (lower[to] == "in" and figure.kind is MONEY)) and _take_run(
        figure, tokens, _behind_of(lower, to), to
    ) > to:
        return to
    is_last = not lower[to].isalpha() or lower[to].endswith("ed")
    is_last = is_last or (lower[to] in _STOPS and lower[to] != "of")
    if figure.kind is not COUNT:
        is_last = lower[to] != "of"
    if is_last and lower[at - 1] == "of" and _is_noun(lower[at - 2]):
        _own(figure, tokens, at - 2)
    else:
        _find_owner(figure, tokens, at)
    return to


_COUNTING_ON = frozenset(("odd", "plus", "some", "ish", "strong"))  # "a 900-strong workforce"


def _behind_of(lower: list[str], to: int) -> int:
    return to + 2 if lower[to + 1] in _DETERMINERS else to + 1


def _take_run(figure: Figure, tokens: Tokens, start: int, to: int) -> int:
    """The run of adjectives and nouns from `start`, up to its first plural; `to` for none."""
    lower = tokens.lower
    if lower[start] in _PRONOUNS:  # "two of them children"
        start += 1
        if not is_plural(lower[start]):
            return to
    end, head, stop = start, -1, start + _LONGEST
    while end < stop:
        word = lower[end]
        if word in _STOPS and not (word in _OFTEN and is_plural(lower[end + 1])):
            if word in ("and", "or") and _joins_adjectives(figure, lower, end, head):
                end += 1
                stop = end + 2
                continue
            break
        if not word[:1].isalpha():
            size = _passed_over(tokens, end, start)
            if size == 0:
                break
            end += size
            stop += size if stop < start + 3 * _LONGEST else 0
            continue
        if head >= start and word.endswith("ed") and (head > start or lower[end + 1] in _STOPS):
            break
        head = end if len(word) > 1 or lower[end + 1] != "." else head
        end += 1
        is_owner = word.endswith("'s") and lower[end].isalpha() and lower[end] not in _STOPS
        if not is_owner and (is_plural(word) or "'" in word):
            break
    if head < 0 or not _is_head(figure, tokens, start, head):
        return to
    figure.subject = Span(tokens.starts[start], tokens.end(head))
    figure.owner = singular(lower[head].removesuffix("'s").removesuffix("'"))
    return head + 1


def _joins_adjectives(figure: Figure, lower: list[str], at: int, head: int) -> bool:
    """ "cleaning and kitchen staff": does the plural stand behind the second of two modifiers?"""
    is_number = lower[at + 1] in SMALL or lower[at + 1] in ("a", "an", "the", "the", "its", "their")
    return head >= 0 and figure.value != 1 and not is_number and is_plural(lower[at + 2])


def _passed_over(tokens: Tokens, at: int, start: int) -> int:
    """How many marks inside a noun phrase: hyphens, quotation marks, the dots of "U.S."."""
    word = tokens.lower[at]
    if word in ('"', "“") and at == start:
        return 1 if tokens.glued[at + 1] else 0
    if at == start or not tokens.glued[at]:
        return 0
    return (
        1 if word in ("-", "”", '"', "/") or (word == "." and len(tokens.lower[at - 1]) == 1) else 0
    )


def _is_head(figure: Figure, tokens: Tokens, start: int, head: int) -> bool:
    """Is the word a noun that can be counted, not the verb of "40 voted" or "the 12 arrived"?"""
    word = tokens.lower[head]
    if word in _PRONOUNS:
        return False
    if figure.kind is FRACTION and not is_plural(word):
        return tokens.lower[start - 1] in _DETERMINERS or tokens.lower[start - 1] == "of"
    if figure.kind is not COUNT or is_plural(word) or figure.value == 1 or word in _PASSIVE:
        return len(word) > 1 and (figure.kind is COUNT or word not in _NO_OWNERS)
    if head > start or len(word) < 2 or word.endswith(("ed", "ly", "ing", "est")):
        return False
    after = tokens.lower[head + 1]
    return after in _STOPS or not (after[:1].isalnum() or after in _DIGIT_MARKS)


_DIGIT_MARKS = frozenset(("$", "£", "€", "#", "(", "±", "*"))


def _own(figure: Figure, tokens: Tokens, at: int) -> None:
    """Give a figure the noun at a token, which the modifiers before it belong to."""
    lower, start = tokens.lower, at
    figure.owner = singular(lower[at])
    while at - start < _MODIFIERS and start > 0 and _is_modifier(lower[start - 1]):
        start -= 1
    if tokens.starts[start] >= figure.end:
        start = at
    figure.subject = Span(tokens.starts[start], tokens.end(at))


_MODIFIERS = 3


def _is_modifier(word: str) -> bool:
    """ "net" of "net income", "team's" and "wage" of "the team's wage bill"."""
    is_word = word.removesuffix("'s").replace("-", "").isalpha()
    is_verb = word in _VERBS or word.endswith("ed") or word in _BRINGING
    return is_word and not is_verb and word not in _STOPS and word not in _PRONOUNS


_BRINGING = frozenset("brought brings bring face faces see sees saw needs need bears bore".split())


def _find_owner(figure: Figure, tokens: Tokens, at: int) -> None:
    """ "Profit for the quarter rose to $5m": the noun that governs the verb before a level."""
    lower = tokens.lower
    place = at - 1
    for _ in range(5):
        if lower[place] not in _SKIPPED:
            break
        place -= 1
    is_verb = lower[place] in _VERBS or (
        figure.kind is DURATION and lower[place] in ("took", "takes", "lasted", "lasts")
    )
    if place <= 0 or not is_verb:
        return
    place -= 1
    stop = max(-1, place - _REACH)
    while place > stop and (lower[place] in _AUXILIARIES or lower[place].endswith("ly")):
        place -= 1
    noun = _head_before(lower, place, stop)
    if noun >= 0:
        _own(figure, tokens, noun)


def _head_before(lower: list[str], place: int, stop: int) -> int:
    """The head of the noun phrase that ends at `place`, past its prepositional phrases; or -1."""
    head = place
    while place > stop:
        word = lower[place]
        if word in _PREPOSITIONS:
            head = place - 1
        elif word == "of":
            return head if _is_noun(lower[head]) else -1
        elif not word[:1].isalnum() and word not in ("'s", "-", "$", "%"):
            break
        elif word in ("and", "or"):
            return -1
        elif word in _VERBS or word in ("but", "while", "that", "as", "which"):
            break
        place -= 1
    return head if head > stop and _is_noun(lower[head]) else -1


def _is_noun(word: str) -> bool:
    return (
        word.isalpha()
        and len(word) > 2
        and word not in _STOPS
        and word not in _PRONOUNS
        and word not in _NO_OWNERS
        and word not in SMALL
    )


_NO_OWNERS = frozenset(
    "million billion trillion thousand percent quarter year month week day range years "
    "months quarters period half average total sum estimate median mean maximum minimum "
    "record rise fall increase upwards excess lot pound dollar decrease drop decline "
    "reduction growth change jump forecast today yesterday monday tuesday wednesday "
    "thursday friday saturday sunday level way end instead guilty old outside inside top "
    "ahead because mother father mum dad parent parents widow grandmother grandfather".split()
)
