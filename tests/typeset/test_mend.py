"""Cutting a paragraph loses no letter, wherever it is cut."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from chresto.forms import Spot
from chresto.letters import count, text_of
from chresto.typeset.mend import cut

WORDS = st.text(alphabet="abcÄß9 -(“ю", min_size=1, max_size=12)


@given(parts=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), where=st.integers(1, 60))
def test_a_cut_keeps_every_letter_in_its_order(parts: list[tuple[str, str, str]], where: int) -> None:
    """Head and tail together are the paragraph; the tail says how many letters stand before it."""
    root = etree.fromstring('<body><p id="p" data-b="1"/></body>')
    block = root[0]
    for plain, inner, tail in parts:
        mark = etree.SubElement(block, "em")
        mark.text = inner
        note = etree.SubElement(mark, "span", {"class": "note"})
        note.text, note.tail = "a note", plain
        mark.tail = tail
    letters = [c for c in text_of(block) if c.isalnum()]

    done = cut(block, Spot("p", where), "") is not None

    assert done == (0 < where < len(letters))
    if done:
        head, rest = root
        assert count(text_of(head)) == where == int(rest.get("data-from") or 0)
        assert rest.get("data-of") == "p"
        assert [c for c in text_of(head) + text_of(rest) if c.isalnum()] == letters
        assert len(root.xpath("//span[@class='note']")) == len(parts)


def test_signs_before_a_word_move_with_it() -> None:
    """An opening quotation mark stands with its word on the next page."""
    root = etree.fromstring('<body><p id="p" data-b="1">He said: “<em>Never</em> again”.</p></body>')

    assert cut(root[0], Spot("p", 6), "“") is not None
    assert ["".join(p.itertext()) for p in root] == ["He said:", "“Never again”."]


def test_a_word_cut_in_two_keeps_its_hyphen() -> None:
    """The hyphen of the line's end is printed, but it is no letter."""
    root = etree.fromstring('<body><p id="p" data-b="1">a commission</p></body>')

    assert cut(root[0], Spot("p", 4), "") is not None
    assert ["".join(p.itertext()) for p in root] == ["a com\u2010", "mission"]


def test_a_cut_goes_through_a_block_inside_the_paragraph() -> None:
    """Both halves of it count as one block, and those behind it keep their ids."""
    inner = '<span id="b" data-b="1">bb cc</span>; <span id="d" data-b="1">dd</span>'
    whole = f'<body><p id="p" data-b="1">A: <span id="a" data-b="1">aa</span>; {inner}</p></body>'
    root = etree.fromstring(whole)
    assert cut(root[0], Spot("b", 2), "") is not None
    again = etree.fromstring(whole)
    assert cut(again[0], Spot("d", 0), "") is not None

    assert ["".join(p.itertext()) for p in root] == ["A: aa; bb", "cc; dd"]
    assert [(e.get("id"), e.get("data-of"), e.get("data-from")) for e in root[1].iter()] == [
        (None, "p", "1"),
        (None, "b", "2"),
        ("d", None, None),
    ]
    assert ["".join(p.itertext()) for p in again] == ["A: aa; bb cc;", "dd"]
