"""The order of headings: what counts, in which script, by which rules; and the letter they stand under."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.order import Order

PEOPLE = Order(people=True)


def ordered(headings: list[str], order: Order) -> list[str]:
    """Headings in their order, whatever it was before."""
    turned = list(headings)
    turned.reverse()
    return sorted(turned, key=order.key)


#: The examples of the Chicago Manual of Style (17th edition, 16.61), in both orders.
LETTER_BY_LETTER = [
    *("NEW (Neighbors Ever Watchful)", "NEW (Now End War)", "New, Arthur", "New, Zoë", "new-12 compound"),
    *("newborn", "newcomer", "New Deal", "new economics", "newel", "New England", "new math"),
    *("new/old continuum", "news, lamentable", "News, Networks, and the Arts", "newsboy", "news conference"),
    *("newsletter", "News of the World (Queen)", "news release", "newt", "NEWT (Northern Wind Tunnel)"),
    *("New Thing theory", "Newton, Lady Anne", "Newton, Isaac", "new town"),
]
WORD_BY_WORD = [
    *("NEW (Neighbors Ever Watchful)", "NEW (Now End War)", "New, Arthur", "New, Zoë", "New Deal"),
    *("new economics", "New England", "new math", "New Thing theory", "new town", "new-12 compound"),
    *("newborn", "newcomer", "newel", "new/old continuum", "news, lamentable"),
    *("News, Networks, and the Arts", "news conference", "News of the World (Queen)", "news release"),
    *("newsboy", "newsletter", "newt", "NEWT (Northern Wind Tunnel)", "Newton, Lady Anne", "Newton, Isaac"),
]


@pytest.mark.parametrize(
    ("system", "expected"), [("letter-by-letter", LETTER_BY_LETTER), ("word-by-word", WORD_BY_WORD)]
)
def test_the_two_orders_are_those_of_the_chicago_manual(
    system: Literal["letter-by-letter", "word-by-word"], expected: list[str]
) -> None:
    assert ordered(expected, Order(order=system)) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (PEOPLE, ["Taras, Zeno", "Taraso, A.", "Tarasov, Ivan", "Tarasov-Rodionov, Alexander"]),
        (PEOPLE, ["Smith", "Smith, J.", "Smith, J. B.", "Smith, J.C.", "Smith, John", "Smith, John, Jr."]),
        (PEOPLE, ["Genghis, Ali", "Genghis Khan", "Genghiz"]),
        (PEOPLE, ["Ivan Kalita", "Ivan the Terrible"]),
        (PEOPLE, ["Ivan IV", "Ivan V", "Ivan IX", "Ivan Kalita"]),
        (PEOPLE, ["Charles IX (king)", "Charles X (king)"]),
        (PEOPLE, ["O’Brien, Ann", "Obrist, Ben", "O’Brom, C."]),
        (PEOPLE, ["Abe", "Åberg", "Öttinger, Anna", "Ottinger, Zoe", "Zoltan"]),
        (PEOPLE, ["Ottinger, Anna", "Öttinger, Anna"]),
        (PEOPLE, ["Saint-Just, Louis", "St. John, Ann", "Stalin, Joseph"]),
        (PEOPLE, ["Smirnov", "Smirnov (?)", "Smirnov (Ivan)", "Smirnov, Ivan"]),
        (PEOPLE, ["Smith", "Smith, !", "Smith (Zoë)", "Smith, John", "Smith John"]),
        (PEOPLE, ["Abdu, A.", "ʿAbduh, Muhammad", "Abdul, B.", "Oki, A.", "ʻOkina, B.", "Zoltan"]),
        (PEOPLE, ["Łapiński, Jan", "Lazarev, Ivan", "Lód, A.", "Łódka, B."]),
        (PEOPLE, ["Hook, Ben", "al-Husseini, Amin", "Husson, Zoe"]),
        (Order(), ["2nd Army", "10th Army", "1905", "1,000,000 dead", "Army"]),
        (Order(), ["Year 9" + 5_000 * "0", "Year 10" + 5_000 * "0"]),
        (Order(), ["No. 7 (A)", "No. 007 (B)", "No. 7a", "No. 8"]),
        (Order(), ["2,000 dead", "10\u202f000 dead", "11.000 dead"]),
        (Order(), ["World War I", "World War II", "World War IX", "World Wars"]),
        (Order(), ["Vitamin B", "Vitamin C", "Vitamin D"]),
    ],
)
def test_headings_stand_in_this_order(order: Order, expected: list[str]) -> None:
    assert ordered(expected, order) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (PEOPLE, ["Macadam, A.", "Macy, B.", "Mazur, C.", "McBride, D.", "Meyer, E."]),
        (Order(people=True, mac="as-mac"), ["Macadam, A.", "McBride, D.", "M’Cabe, F.", "Macy, B."]),
    ],
)
def test_mc_sorts_as_spelled_or_as_mac(order: Order, expected: list[str]) -> None:
    assert ordered(expected, order) == expected


@pytest.mark.parametrize(
    ("heading", "counted", "passed"),
    [
        ("von Bülow, Bernhard", "V", "B"),
        ("van der Berg, Vincent", "V", "B"),
        ("d’Alembert, Jean", "D", "A"),
        ("De Gaulle, Charles", "D", "D"),
        ("bin Laden, Osama", "B", "B"),
        ("al-Husseini, Amin", "H", "H"),
    ],
)
def test_a_particle_counts_or_is_passed_over(heading: str, counted: str, passed: str) -> None:
    assert PEOPLE.group(heading) == counted
    assert Order(people=True, particles="passed-over").group(heading) == passed


@pytest.mark.parametrize(
    ("articles", "heading", "letter"),
    [
        ("passed-over", "The Red Book", "R"),
        ("passed-over", "A Tale", "T"),
        ("passed-over", "Der Spiegel", "S"),
        ("passed-over", "Le Havre", "L"),
        ("passed-over", "The", "T"),
        ("passed-over", "Theatre", "T"),
        ("passed-over", "Andante", "A"),
        ("all", "Le Monde", "M"),
        ("all", "L’Humanité", "H"),
        ("all", "Los pasos", "P"),
        ("counted", "The Red Book", "T"),
    ],
)
def test_an_article_at_the_head_of_a_title_is_passed_over(
    articles: Literal["passed-over", "all", "counted"], heading: str, letter: str
) -> None:
    assert Order(articles=articles).group(heading) == letter


def test_an_article_of_the_language_of_the_book_is_passed_over_and_none_of_a_name() -> None:
    assert Order(language="fr").group("La Vérité") == "V"
    assert PEOPLE.group("A, B.") == "A"
    assert PEOPLE.group("An Lushan") == "A"


@pytest.mark.parametrize(
    ("heading", "letter"),
    [
        ("anders", "A"),
        ("Ånders", "A"),
        ("“Koba”", "K"),
        ("’t Hooft", "T"),
        ("1905", "0–9"),
        ("ßen", "S"),
        ("Ørsted, Hans", "O"),
        ("Łódź", "L"),
        ("Æthelred", "A"),
        ("ʿAbduh, Muhammad", "A"),
        ("ʻOkina", "O"),
        ("al-ʿAbbas", "A"),
        ("ʿ", "*"),
        ("…", "*"),
        ("Ежов", "Cyrillic"),
        ("Ωμέγα", "Greek"),
        ("毛泽东", "Chinese"),
        ("三国演义", "Chinese"),
    ],
)
def test_a_heading_stands_under_its_first_letter_without_marks(heading: str, letter: str) -> None:
    assert Order(people=True).group(heading) == letter


def test_another_script_stands_behind_in_a_group_of_its_own() -> None:
    headings = ["Ω", "Ежов", "Zoltan", "Anders", "1905", "Берия"]

    assert sorted(headings, key=PEOPLE.key) == ["1905", "Anders", "Zoltan", "Берия", "Ежов", "Ω"]


def test_a_book_in_cyrillic_has_letters_for_cyrillic_and_a_group_for_latin() -> None:
    order = Order(people=True, language="ru")
    headings = ["Zoltan", "Ёлкин", "Ежов", "Йоффе", "Иванов", "Абрамов"]

    assert sorted(headings, key=order.key) == ["Абрамов", "Ежов", "Ёлкин", "Иванов", "Йоффе", "Zoltan"]
    assert [order.group(h) for h in ("Ёлкин", "Йоффе", "Zoltan")] == ["Е", "Й", "Latin"]
    assert Order(language="sr-Latn").group("Zoltan") == "Z"


def test_a_heading_with_very_many_spaces_is_sorted_at_once() -> None:
    assert ordered(["A" + 100_000 * " " + "B", "A (b)"], PEOPLE)[0] == "A (b)"


#: Any signs; a few of those that matter; a word with a comma or parenthesis and something or nothing behind.
HEADINGS = (
    st.text(max_size=12)
    | st.text(alphabet="Ab,() ?!1ʿ", max_size=8)
    | st.text(alphabet="Ab,( ?!1", max_size=3).map("A (".__add__)
    | st.text(alphabet="Ab,( ?!1", max_size=3).map("A, ".__add__)
)


@given(st.lists(HEADINGS, max_size=8))
def test_any_headings_have_one_order_and_their_groups_are_in_one_piece(headings: list[str]) -> None:
    for order in (Order(), PEOPLE, Order(order="letter-by-letter", people=True, particles="passed-over")):
        found = sorted(headings, key=order.key)
        assert found == ordered(headings, order)
        groups = [order.group(h) for h in found]
        pieces = [g for n, g in enumerate(groups) if not n or groups[n - 1] != g]
        assert len(pieces) == len(set(pieces))
