"""Step 3: notes with their voices and marks, glosses, emendations, disagreements; every block with an id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.apparatus.voices import mark
from chresto.forms import Division
from chresto.letters import blocks, is_note, text_of
from chresto.numerals import roman
from tests.helpers import Book, division_from, html_of


def notes_of(division: Division) -> list[tuple[str, str, str, str]]:
    """Voice, mark, label and words of every note."""
    assert division.tree is not None
    return [
        (
            str(n.get("data-voice")),
            str(n.get("data-mark")),
            str(n.get("data-label")),
            " | ".join(text_of(p) for p in n),
        )
        for n in division.tree.iter("span")
        if is_note(n)
    ]


def test_a_gloss_is_a_note_in_a_voice_of_its_own(book: Book) -> None:
    division = division_from(book, 'A [kolkhoznik]{gloss="a worker"} came.')

    assert notes_of(division) == [("gloss", "°", "", "kolkhoznik: a worker")]
    assert '<span class="term">kolkhoznik</span><span class="note"' in html_of(
        book, 'A [kolkhoznik]{gloss="a worker"}.'
    )


def test_an_emendation_says_what_stood_there_and_why(book: Book) -> None:
    division = division_from(
        book, 'In [Breda]{sic="Brede" why="the town is Breda."} [he]{sic="" why="missing"} lived.'
    )

    assert notes_of(division) == [
        ("editor", "1", "", "Breda] the source has “Brede”; the town is Breda."),
        ("editor", "2", "", "he] not in the source; missing."),
    ]


def test_a_disagreement_is_a_note_that_leads_to_the_record(book: Book) -> None:
    division = division_from(book, "Then [so]{disagreement=day}, and [so]{disagreement=day} again.")
    words = "On which day did it begin? Compare Mirov 1901; Smith 1950; the record is on page."
    again = "On which day did it begin? The record is on page."

    assert [note[3] for note in notes_of(division)] == [words, again]
    assert division.needs_folios
    assert 'href="#disagreement-day" class="page"' in html_of(book, "Then [so]{disagreement=day}.")


def test_a_disagreement_s_note_says_who_answers_what_if_every_claim_has_a_short_answer(book: Book) -> None:
    book.replace("disagreements.yaml", "where: p. 3}", "where: p. 3, short: 28 February}")
    book.replace("disagreements.yaml", "source: smith1950}", "source: smith1950, short: 1 March}")
    book.replace(
        "disagreements.yaml", "  editor:", "    - {says: The record has neither., short: neither}\n  editor:"
    )
    book.replace(
        "disagreements.yaml",
        "  claims:\n",
        "  claims:\n    - {says: Or 3 March., source: smith1950, short: 3 March}\n",
    )
    division = division_from(book, "Then [so]{disagreement=day}.")
    words = (
        "On which day did it begin? Smith 1950: 3 March, 1 March; Mirov 1901: 28 February; "
        "established: neither. The record is on page."
    )

    assert notes_of(division) == [
        (
            "disagreement",
            "‡",
            "",
            words,
        )
    ]


def test_a_mark_may_say_under_which_sub_heading_of_the_index_it_belongs(book: Book) -> None:
    words = 'The [man]{person=anders under="as a  printer"}.'
    passage = '::: {.passage person=anders under="her end"}\nShe died.\n:::'
    division = division_from(book, f"{words}\n\n{passage}")

    assert {(m.under, m.passage) for m in division.mentions if m.under} == {
        ("as a printer", False),
        ("her end", True),
    }


def test_a_voice_speaks_at_the_head_of_a_note_and_counts_by_itself(book: Book) -> None:
    division = division_from(
        book, "A[^1] b[^2] c[^3] d.\n\n[^1]: {author} One.\n\n[^2]: Two.\n\n[^3]: {author} *Three*."
    )

    assert notes_of(division) == [
        ("author", "a", "Author", "One."),
        ("editor", "1", "", "Two."),
        ("author", "b", "Author", "Three."),
    ]


def test_a_note_without_a_voice_is_in_that_of_its_text(book: Book) -> None:
    book.replace("outline.yaml", "byline:", "voice: author\n        byline:")

    assert notes_of(division_from(book, "A[^1].\n\n[^1]: One."))[0][:2] == ("author", "a")


def test_braces_inside_of_a_note_are_words(book: Book) -> None:
    assert notes_of(division_from(book, "A[^1].\n\n[^1]: See {author}."))[0][3] == "See {author}."


def test_every_block_has_an_id_and_none_has_that_of_another(book: Book) -> None:
    seen = [str(b.get("id")) for d in book.compose() if d.tree is not None for b in blocks(d.tree)]

    assert "None" not in seen
    assert len(seen) == len(set(seen))


def test_an_id_that_the_editor_gave_stays(book: Book) -> None:
    division = division_from(book, "## Head {#here}\n\n[Go](#here)")

    assert division.tree is not None
    assert [b.get("id") for b in blocks(division.tree)] == ["speech-1", "speech-2", "here", "speech-4"]


def test_a_list_item_of_paragraphs_is_no_block_itself(book: Book) -> None:
    division = division_from(book, "- a\n\n  b\n- c\n\n> d")

    assert division.tree is not None
    words = [text_of(b) for b in blocks(division.tree)]
    assert words == ["A speech", "Boris Mirov, 1901", "a", "b", "c", "d"]


def test_words_of_an_item_with_a_list_inside_are_a_block(book: Book) -> None:
    division = division_from(book, "- a\n    - b\n    - c")

    assert division.tree is not None
    assert [text_of(b).strip() for b in blocks(division.tree)] == [
        "A speech",
        "Boris Mirov, 1901",
        "a",
        "b",
        "c",
    ]


def test_an_empty_line_of_verse_is_no_block(book: Book) -> None:
    division = division_from(book, "| a\n|\n| b")

    assert division.tree is not None
    assert [text_of(b) for b in blocks(division.tree)] == ["A speech", "Boris Mirov, 1901", "a", "b"]


def test_marks_leave_no_trace_in_the_tree(book: Book) -> None:
    html = html_of(
        book, "The [man]{person=anders} and [one]{person=none}.\n\n::: {.passage person=anders}\nShe.\n:::"
    )

    assert "data-person" not in html
    assert '<p id="speech-3">The man and one.</p>' in html


def test_a_link_to_another_text_a_heading_a_source_or_the_net_is_kept(book: Book) -> None:
    html = html_of(
        book, "[a](#before) [b](#ref-mirov1901) [c](https://a.org) [d](mailto:a@b.org) [e](#disagreement-day)"
    )

    assert html.count("<a href=") == 5


def test_a_citation_leads_nowhere_in_a_book_without_a_bibliography(book: Book) -> None:
    book.replace("outline.yaml", "  - make: bibliography\n", "")

    assert '<span class="citation" data-cites="mirov1901">(Mirov 1901)</span>' in html_of(
        book, "So [@mirov1901]."
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [("arabic", "1 2 27"), ("alpha", "a b aa"), ("roman", "i ii xxvii"), ("*", "* * *"), ("†", "† † †")],
)
def test_the_marks_of_a_voice_count_or_are_a_sign(marks: str, expected: str) -> None:
    assert " ".join(mark(marks, n) for n in (1, 2, 27)) == expected  # type: ignore[arg-type]


@given(st.integers(1, 3999))
def test_a_roman_number_can_be_read_back(number: int) -> None:
    values = dict(zip("mdclxvi", (1000, 500, 100, 50, 10, 5, 1), strict=True))
    figures = [values[c] for c in roman(number)]
    total = sum(-v if v < max(figures[i:]) else v for i, v in enumerate(figures))

    assert total == number


@given(st.integers(1, 20000))
def test_a_mark_in_letters_can_be_read_back(number: int) -> None:
    total = 0
    for c in mark("alpha", number):
        total = total * 26 + ord(c) - ord("a") + 1

    assert total == number
