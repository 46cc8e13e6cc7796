"""Words of a tree are found again in their file by their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.forms import Text
from chresto.letters import blocks, text_of
from chresto.places import CONTEXTS, Places, at, of_literal, of_mark, of_words
from chresto.queries import Place
from chresto.tree import inside_of


def text_of_html(raw: str, html: str) -> Text:
    return Text("a", "manuscript/a.md", raw, inside_of("section", html))


RAW = "Kirov was\nshot. *Kirov* was\nmourned, said Kirov’s friends.\n"
HTML = '<p data-b="1">Kirov was shot. <em>Kirov</em> was mourned, said Kirov’s friends.</p>'


@pytest.mark.parametrize(("letter", "line", "column"), [(0, 1, 1), (12, 2, 8), (31, 3, 15)])
def test_the_place_of_words_is_theirs_and_not_another_s_with_the_same_words(
    letter: int, line: int, column: int
) -> None:
    text = text_of_html(RAW, HTML)

    place = of_words(text, next(blocks(text.tree)), letter, letter + 5)

    assert place == Place("manuscript/a.md", line, column, RAW.split("\n")[line - 1])


def test_of_two_equal_paragraphs_the_one_as_far_into_the_file_is_meant() -> None:
    raw = "Kirov.\n\n" + "Other words here.\n\n" * 3 + "Kirov.\n"
    html = '<p data-b="1">Kirov.</p>' + '<p data-b="1">Other words here.</p>' * 3 + '<p data-b="1">Kirov.</p>'
    text = text_of_html(raw, html)
    found = list(blocks(text.tree))

    assert of_words(text, found[0], 0, 5).line == 1
    assert of_words(text, found[-1], 0, 5).line == 9


@given(st.lists(st.sampled_from(["ab", "a", "b\nb"]), min_size=1, max_size=12), st.data())
def test_of_all_places_that_fit_the_nearest_is_taken(words: list[str], data: st.DataObject) -> None:
    raw = data.draw(st.text(alphabet="ab\n", max_size=40))
    text = text_of_html(raw, "".join(f'<p data-b="1">{word}</p>' for word in words))
    found = list(blocks(text.tree))
    number = data.draw(st.integers(0, len(found) - 1))
    letters = text_of(found[number]).replace("\n", "")
    stream = raw.replace("\n", "")
    before = len("".join(words[:number]).replace("\n", ""))
    wanted = before / len("".join(words).replace("\n", "")) * len(stream)
    fits = [n for n in range(len(stream)) if stream.startswith(letters, n)]

    place = Places.of(text).of_words(found[number], 0, len(letters))

    assert CONTEXTS[-1] == 0
    if not fits:
        assert place == Place("manuscript/a.md")
        return
    offset = sum(map(len, raw.split("\n")[: place.line - 1])) + place.column - 1  # letters before
    assert offset in fits
    assert abs(offset - wanted) <= min(abs(n - wanted) for n in fits) + 1e-9
    assert place == at(text, [i for i, c in enumerate(raw) if c.isalnum()][offset])


def test_words_of_another_tree_have_the_first_place_that_fits() -> None:
    """As titles have, which the outline holds and the text shows."""
    outline = text_of_html("title: Kirov\nbyline: Kirov\n", "")
    other = text_of_html("", '<p data-b="1">Words.</p><p data-b="1">Kirov</p>')

    assert Places.of(outline).of_words(list(blocks(other.tree))[-1], 0, 5).line == 1


def test_words_that_the_file_has_otherwise_have_the_place_of_the_file() -> None:
    text = text_of_html("something else", HTML)

    assert of_words(text, next(blocks(text.tree)), 0, 5) == Place("manuscript/a.md")


def test_a_text_without_raw_text_has_no_lines() -> None:
    text = text_of_html("", HTML)

    assert of_words(text, next(blocks(text.tree)), 0, 5) == Place("manuscript/a.md")
    assert of_literal(text, "Kirov") == Place("manuscript/a.md")


def test_the_nth_occurrence_of_a_string_is_found_or_the_last() -> None:
    text = text_of_html(RAW, HTML)

    assert [of_literal(text, "Kirov", n).line for n in (0, 1, 2, 9)] == [1, 2, 3, 3]


@pytest.mark.parametrize(
    "raw", ["[a]{person=b}", '[a]{person="x b"}', "[a]{person='b c'}", "[a]{person=bc person = b}"]
)
def test_a_value_of_a_mark_is_found_among_others(raw: str) -> None:
    place = of_mark(text_of_html(raw, ""), "person", "b")

    assert place.text[place.column - 1 :].startswith("person")
    assert "b" in place.text[place.column - 1 :].removeprefix("person=bc")


def test_a_value_that_only_begins_alike_is_not_found() -> None:
    assert of_mark(text_of_html("[a]{person=bc}", ""), "person", "b") == Place("manuscript/a.md")


def test_an_offset_has_a_line_and_a_column_from_one() -> None:
    text = text_of_html("ab\n\ncd\n", "")

    assert [(p.line, p.column, p.text) for p in (at(text, n) for n in (0, 1, 3, 4, 5))] == [
        (1, 1, "ab"),
        (1, 2, "ab"),
        (2, 1, ""),
        (3, 1, "cd"),
        (3, 2, "cd"),
    ]
