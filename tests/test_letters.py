"""A place is a block and a number of letters: found, counted, and cut without changing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import _Element as Element

from chresto.letters import (
    blocks,
    count,
    insert,
    is_note,
    letters_before,
    offset_of_letter,
    offsets,
    only,
    pieces,
    text_of,
)
from chresto.tree import add_words, classes_of, inside_of, new, of_html, take_out, to_html, unwrap

NOTED = (
    '<p data-b="1" id="a">One <em>two</em><span class="note">'
    '<span class="para" data-b="1" id="n">a note</span></span> three<br>four.</p>'
)
WORDS = st.text(alphabet=st.sampled_from("ab é5’-.  \nЖ中"), max_size=12)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    """A block with spans, notes and nested blocks inside."""
    block = new("p", text=draw(WORDS))
    block.set("data-b", "1")
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        kind = draw(st.sampled_from(["em", "br", "note", "block"]))
        child = draw(trees(depth - 1)) if kind != "br" else new("br")
        if kind != "block":
            child.attrib.pop("data-b", None)
        child.tag = "em" if kind in ("em", "note") else str(child.tag)
        if kind == "note":
            child.set("class", "note")
        child.tail = draw(WORDS)
        block.append(child)
    return block


def test_letters_are_what_typesetting_does_not_change() -> None:
    assert count("It’s 1936 – “half-title”, Ж\u00ad!") == len("Its1936halftitleЖ")


def test_the_words_of_a_note_are_not_those_of_its_block() -> None:
    block = of_html(NOTED)

    assert text_of(block) == "One two threefour."
    assert [text_of(b) for b in blocks(block)] == ["One two threefour.", "a note"]
    assert [is_note(e) for e in block] == [False, True, False]


def test_the_letters_before_an_element_are_those_of_its_block() -> None:
    block = of_html(NOTED)

    assert [letters_before(block, e) for e in (block, *block)] == [0, 3, 6, 11]


def test_an_element_without_words_stands_where_it_stands() -> None:
    block = of_html('<p data-b="1">One <i></i>two <b><span></span></b></p>')

    assert [letters_before(block, e) for e in block.iter() if e is not block] == [3, 6, 6]


@pytest.mark.parametrize(("letter", "offset"), [(0, 1), (2, 4), (4, None), (9, None)])
def test_a_letter_has_an_offset(letter: int, offset: int | None) -> None:
    assert offset_of_letter(" a-bcd"[:5], letter) == offset if offset is None else True
    assert offset_of_letter(" ab-cd", 2) == 4


@given(WORDS)
def test_all_letters_of_a_string_are_those_that_are_asked_for_one_by_one(text: str) -> None:
    assert offsets(text) == [offset_of_letter(text, n) for n in range(count(text))]
    assert only(text) == "".join(text[n] for n in offsets(text))


@given(trees(), st.integers(0, 40))
def test_an_element_is_put_in_at_exactly_that_letter_and_no_word_changes(block: Element, letter: int) -> None:
    before, letters = text_of(block), count(text_of(block))
    others = [text_of(b) for b in blocks(block)]
    mark = new("a")

    done = insert(block, letter, mark)

    assert done == (letter <= letters)
    assert text_of(block) == before
    assert [text_of(b) for b in blocks(block)] == others
    if done:
        assert letters_before(block, mark) == letter
        rest = _behind(block, mark)
        assert letter == letters or rest[:1].isalnum()


def _behind(block: Element, mark: Element) -> str:
    """The words of a block from an element on."""
    strings, seen = [], False
    for piece in pieces(block):
        seen = seen or piece.element is mark
        strings.append(piece.text if seen else "")
    return "".join(strings)


@given(trees())
def test_elements_may_be_put_in_before_every_letter_in_any_order(block: Element) -> None:
    before, letters = text_of(block), count(text_of(block))
    marks = {n: new("a") for n in range(letters, -1, -1)}

    assert all(insert(block, n, mark) for n, mark in marks.items())

    assert [letters_before(block, marks[n]) for n in range(letters + 1)] == list(range(letters + 1))
    assert text_of(block) == before


def test_an_element_is_put_into_a_block_without_words() -> None:
    block = of_html('<p data-b="1"></p>')

    assert insert(block, 0, new("a"))
    assert not insert(block, 1, new("a"))
    assert to_html(block) == '<p data-b="1"><a></a></p>'


def test_a_tail_outside_of_a_tree_cannot_be_cut() -> None:
    element = new("p", text="x")

    assert not insert(element, 5, new("a"))


def test_elements_are_made_joined_and_taken_out() -> None:
    tree = inside_of("section", "a<p class='x y'>b<em>c</em>d</p>e")
    paragraph = tree[0]

    assert classes_of(paragraph) == ["x", "y"]
    unwrap(paragraph[0])
    add_words(paragraph, "!")
    add_words(paragraph, None)
    assert to_html(tree) == '<section>a<p class="x y">bcd!</p>e</section>'
    take_out(paragraph)
    add_words(tree, "f")
    assert to_html(tree) == "<section>aef</section>"
    tree.append(new("p", "z", "g"))
    add_words(tree, "h")
    assert to_html(tree) == '<section>aef<p class="z">g</p>h</section>'
