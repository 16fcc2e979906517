"""Blocks that are not English are known as such, short ones by what surrounds them."""

import pytest

from figcheck.read import read
from figcheck.read.language import Verdict, are_english, verdict

ENGLISH = "The council counted 40 boats and said that it would sell some of them in the spring."
GERMAN = "Der Rat hat 40 Boote gezählt und will einige von ihnen im Frühjahr für den Bau verkaufen."
FRENCH = (
    "Le conseil a compté 40 bateaux et il veut en vendre une partie dans les mois qui viennent."
)
SPANISH = "El consejo contó 40 barcos y quiere vender una parte de los más viejos en la primavera."
ITALIAN = "Il consiglio ha contato 40 barche e non è chiaro che cosa della flotta sia da vendere."
PORTUGUESE = "O conselho contou 40 barcos e não quer vender uma parte dos mais velhos para o porto."
DUTCH = "De raad telde 40 boten en wil een deel van de oudste voor het einde van de maand verkopen."
SWEDISH = "Rådet räknade 40 båtar och vill sälja en del av dem som är äldst till hamnen för pengar."
POLISH = "Rada policzyła 40 łodzi i nie chce się z nimi rozstać, co jest dla portu od lat ważne."
RUSSIAN = "Совет насчитал 40 лодок и хочет продать часть из них весной."
GREEK = "Το συμβούλιο μέτρησε 40 βάρκες και θέλει να πουλήσει μερικές."
CHINESE = "委员会统计了40条船，并希望在春天出售其中一部分。"
ARABIC = "أحصى المجلس 40 قاربا ويريد بيع بعضها في الربيع."

FOREIGN = (
    GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, SWEDISH, POLISH, RUSSIAN, GREEK, CHINESE,
    ARABIC,
)  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_are_foreign(text: str) -> None:
    assert Verdict.FOREIGN is verdict(text)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Los Angeles and Las Palmas are twinned with La Paz, and they share 3 of their festivals.",
        "Real Madrid beat Olympique de Marseille 3-1 after Di María had scored for Les Phocéens.",
        "Sales at Der Spiegel and Die Zeit rose 5 percent, according to both of their publishers.",
    ],
)
def test_english_with_foreign_names_is_english(text: str) -> None:
    assert Verdict.ENGLISH is verdict(text)


@pytest.mark.parametrize(
    "text",
    [
        "Y Moreau; D Hale, O Reyes, S O'Dowd, A Lund; E Byrne, I Best; Z Ruiz, W Hale, D Bell",
        "Net loss per share $0.40; adjusted loss per share $0.27; cash per share $5 as in 2023.",
        "EN: early night; DE: deep east; LA: late arrival; EL: early leave; ET: extra time; 40",
    ],
)
def test_initials_and_short_forms_are_no_foreign_words(text: str) -> None:
    assert Verdict.FOREIGN is not verdict(text)


@pytest.mark.parametrize("text", ["", "40", "Norvik AG", "40 boats", "5 | 6 | 7", "€ 5 → £ 4"])
def test_what_shows_no_language_stays_open(text: str) -> None:
    assert Verdict.OPEN is verdict(text)


def test_open_blocks_go_by_the_rest_of_the_document() -> None:
    assert [True, True, False] == are_english(["40 boats", ENGLISH * 2, GERMAN])
    assert [False, True, False] == are_english(["40 Boote", ENGLISH, GERMAN * 2])
    assert [True, True] == are_english(["40 boats", "50 boats"])


def test_the_document_flags_its_blocks_and_says_so() -> None:
    document = read(f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}")

    assert [True, False, True] == document.is_english
    assert ["1 block is not English: figures read, claims not judged"] == document.notes
    assert 3 == len(document.sentences)


def test_code_and_furniture_have_no_language() -> None:
    document = read(f"{ENGLISH}\n\n    der die das und ist nicht ein\n\n{ENGLISH}", "markdown")

    assert [True, True, True] == document.is_english
    assert [] == document.notes
