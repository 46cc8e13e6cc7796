"""Step 3: marks in the text say who is mentioned, and overrule what is found."""

import pytest

from chresto.forms import Spot
from tests.helpers import Book, division_from, mentions_of


class TestMarks:
    """Marks in the text, in a book."""

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("The [man]{person=anders} came.", ["people/anders"]),
            ('The [two]{person="anders mirov-anna"} came.', ["people/anders", "people/mirov-anna"]),
            ("[Anders]{person=none} came.", []),
            ("[Boris Mirov, Anders]{person=none} and Anders came.", ["people/anders"]),
            ("[Boris *Mirov*]{person=anders} came.", ["people/anders"]),
            ("It was []{person=judge}so.", ["people/judge"]),
            ("The [first]{trial=printers} and Anders.", ["trials/printers", "people/anders"]),
            ("[Anders]{trial=printers} came.", ["people/anders", "trials/printers"]),
            ("Word.[^1]\n\n[^1]: The [man]{person=anders}.", ["people/anders note 1"]),
            ("Word.[^1]\n\n[^1]: {author} So Anders.", ["people/anders note a"]),
            ("## To Anders\n\nWords.", ["people/anders"]),
            ("| of Anders\n|  and Koba", ["people/anders", "people/mirov-boris"]),
            ("> Words.\n>\n> — Anders", ["people/anders"]),
            ("So [@mirov1901].", []),
            ("As @mirov1901 [p. 3] says.", ["people/mirov-boris"]),
            ('The [word]{gloss="said of Anders"}.', ["people/anders note °"]),
            ("::: {.passage person=anders}\nShe.\n\nAnders.\n:::", ["people/anders", "people/anders"]),
        ],
    )
    def test_a_mark_has_the_last_word(self, book: Book, source: str, expected: list[str]) -> None:
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")

        assert mentions_of(division_from(book, source)) == expected

    def test_a_passage_reaches_from_its_first_block_to_the_end_of_its_last(self, book: Book) -> None:
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")
        passage = "::: {.passage person=anders}\nShe went[^1].\n\n- one\n- two\n:::\n\nMore.\n\n[^1]: A note."
        division = division_from(book, passage)

        assert [(m.passage, m.start, m.end) for m in division.mentions] == [
            (True, Spot("speech-2"), Spot("speech-4", 3))
        ]

    def test_titles_and_bylines_mention_people(self, book: Book) -> None:
        book.replace("outline.yaml", "title: A speech", "title: To Zoë Anders")

        assert mentions_of(division_from(book, "Words."))[:2] == ["people/anders", "people/mirov-boris"]

    def test_a_mark_with_none_beside_a_name_mentions_that_name_only(self, book: Book) -> None:
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")

        assert mentions_of(division_from(book, 'The [two]{person="none anders"}.')) == ["people/anders"]

    def test_a_passage_may_begin_where_another_does(self, book: Book) -> None:
        nested = ":::: {.passage person=anders}\n::: {.passage person=mirov-boris}\nShe.\n:::\n\nHe.\n::::"
        division = division_from(book, nested)

        assert [m.entry for m in division.mentions if m.passage] == ["anders", "mirov-boris"]

    def test_a_heading_is_one_however_a_mark_writes_it(self, book: Book) -> None:
        book.replace("outline.yaml", "indexes:\n", "indexes:\n  places: {title: Places, mark: place}\n")
        book.replace("outline.yaml", "  - index: people\n", "  - index: people\n  - index: places\n")
        division = division_from(
            book, """[a]{place="Zoe\u0308"} [b]{place="Zoë"} [c]{place="O'Hara"} [O’Hara]{.place}"""
        )

        places = [m.entry for m in division.mentions if m.register == "places"]

        assert places == ["Zoë", "Zoë", "O’Hara", "O’Hara"]
