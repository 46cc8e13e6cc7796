"""An index by marks alone: places, works, subjects, in two lines of the outline."""

from chresto.index import collate
from tests.helpers import Book
from tests.index.sample import shown


def places(book: Book, markdown: str) -> list[str]:
    """The index of places of the tiny book with this chapter."""
    book.replace(
        "outline.yaml",
        "  trials: {register: trials,",
        "  places: {title: Places, mark: place}\n  trials: {register: trials,",
    )
    book.replace("outline.yaml", "  - index: people\n", "  - index: people\n  - index: places\n")
    book.write("before.md", markdown)
    return shown(book.index("places"))


def test_a_mark_says_the_heading_or_leaves_it_to_its_words(book: Book) -> None:
    assert places(
        book,
        'He was [in Gorky]{place="Nizhny Novgorod"}, then in [Leningrad’s]{.place}, in [Łódź]{place=""} and '
        '[on the way]{place="Tver; The Hague"}.\n\nNothing.\n\nIn [Tver]{.place} again.\n',
    ) == ["H: The Hague 1", "L: Leningrad 1", "L: Łódź 1", "N: Nizhny Novgorod 1", "T: Tver 2"]


def test_a_passage_and_a_sub_heading_are_marked_as_with_registers(book: Book) -> None:
    book_lines = places(
        book,
        '::: {.passage place="Tver"}\nOne.\n\nTwo.\n:::\n\nAnd [there]{place="Tver" under="its port"}.\n',
    )
    found = book.index("places").headings[0].locators

    assert book_lines == ["T: Tver 2"]
    assert [(loc.principal, loc.under) for loc in found] == [(True, ""), (False, "its port")]


def test_headings_have_ids_that_are_theirs_alone(book: Book) -> None:
    places(book, "[a]{place='A b'} [b]{place='A-b'} [c]{place='a b'} [d]{place='Á b'}\n")

    ids = [h.id for h in book.index("places").headings]
    assert len(set(ids)) == 4
    assert "ix-places-A-b" in ids


def test_a_mark_of_an_index_and_one_of_a_register_may_stand_together(book: Book) -> None:
    assert places(book, "[Anders’s shop]{person=anders place='Anytown'}, of Boris Mirov.\n") == [
        "A: Anytown 1"
    ]
    assert {h.heading for h in book.index("people").headings if h.locators} >= {"Anders, Zoë", "Mirov, Boris"}


def test_a_register_of_places_is_in_its_own_index_only(book: Book) -> None:
    places(book, "[Tver]{.place}\n")
    outline, registers = book.read()

    found = collate(outline, registers, book.compose())
    assert [h.heading for h in found["places"].headings] == ["Tver"]
    assert "Tver" not in [h.heading for h in found["people"].headings]


def test_a_mark_that_names_nothing_is_a_query(book: Book) -> None:
    book.fails(lambda: places(book, "Words of a place, and [–]{.place} no more.\n"))

    book.claim("value-wrong", at=book.at("before.md", "‸.place"), hint='place="…"', says="names nothing")
