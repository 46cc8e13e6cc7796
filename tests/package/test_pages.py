"""Page marks: where each printed page starts."""

# ruff: noqa: E501  -- HTML is easier to read unbroken

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from chresto.forms import BookPage, Division, Folios, PageMap, Run, SetPage
from chresto.package.pages import mark_pages, word_start
from chresto.parts import Parts
from chresto.proof.ebook import proof_ebook
from chresto.proof.epub_read import Ebook
from chresto.queries import Queries
from chresto.tree import unwrap
from tests.package import sample
from tests.package.conftest import Make


def marked(text: str, *pages: tuple[tuple[str, int, int], ...]) -> str:
    """A division of these pages after its first, which holds nothing that matters, with its marks as “|folio|”."""
    tree = html.fragment_fromstring(f'<section class="division" id="d">{text}</section>')
    held = tuple(SetPage(tuple(Run(*r) for r in runs), (), {}) for runs in ((), *pages))
    bound = tuple(BookPage(str(n + 1), "d", n, "body") for n in range(len(held)))
    division = Division("d", "piece", "body", "D", "D", tree)
    copy = deepcopy(tree)
    mark_pages([division], {"d": copy}, Folios(bound, {"d": PageMap(1, 1, held, {}, {})}))
    for span in list(copy.iter("span")):
        if span.get("class") == "pagebreak":
            span.tail = f"|{span.get('aria-label')}|{span.tail or ''}"
            unwrap(span)
    return (
        html.tostring(copy, encoding="unicode")
        .removeprefix('<section class="division" id="d">')
        .removesuffix("</section>")
    )


def test_a_mark_stands_before_the_word_with_which_the_page_starts() -> None:
    told = marked('<p data-b="1" id="p">One two <em>three</em> four</p>', (("p", 6, 15),))
    assert told == '|1|<p data-b="1" id="p">One two <em>|2|three</em> four</p>'


def test_a_word_broken_across_pages_is_kept_whole() -> None:
    assert "see |2|the Kol<em>khoz</em>" not in marked(
        '<p data-b="1" id="p">see the Kol<em>khoz</em></p>', (("p", 9, 13),)
    )
    assert "see the |2|Kol<em>khoz</em>" in marked(
        '<p data-b="1" id="p">see the Kol<em>khoz</em></p>', (("p", 9, 13),)
    )


def test_a_hyphen_of_the_text_parts_words() -> None:
    assert "well-|2|known" in marked('<p data-b="1" id="p">a well-known man</p>', (("p", 5, 13),))


def test_quotation_marks_and_brackets_go_with_their_word() -> None:
    assert "he said |2|“(nobody" in marked(
        '<p data-b="1" id="p">he said “(nobody here)”</p>', (("p", 6, 16),)
    )


def test_a_mark_stands_before_a_heading_never_in_it() -> None:
    assert '|2|<h2 data-b="1" id="h">Head</h2>' in marked('<h2 data-b="1" id="h">Head</h2>', (("h", 0, 4),))


def test_a_page_that_holds_only_a_note_is_marked_before_what_follows() -> None:
    text = '<p data-b="1" id="p">ab<span class="note" id="n"><span class="para" data-b="1" id="q">xyz</span></span> cd ef</p>'
    assert " cd |2||3|ef" in marked(text, (("q", 1, 3),), (("p", 4, 6), ("q", 2, 3)))


def test_a_repeated_table_head_starts_no_page() -> None:
    text = '<table><tr><th data-b="1" id="h">Head</th></tr><tr><td data-b="1" id="c">one</td></tr></table>'
    assert '<td data-b="1" id="c">|2|one</td>' in marked(text, (("h", 0, 4), ("c", 0, 3))) or "|2|" in marked(
        text, (("h", 0, 4), ("c", 0, 3))
    )
    pages = ((("h", 0, 4),), (("h", 0, 4), ("c", 0, 3)))
    assert '<td data-b="1" id="c">|3|one</td>' in marked(text, *pages)


def test_a_page_with_a_picture_only_is_marked_before_what_follows() -> None:
    told = marked(
        '<p data-b="1" id="p">ab</p><figure><img src="x"></figure><p data-b="1" id="q">cd</p>',
        (),
        (("q", 0, 2),),
    )
    assert '<p data-b="1" id="q">|2||3|cd</p>' in told


def test_pages_after_the_last_words_stand_at_the_end() -> None:
    assert marked('<p data-b="1" id="p">ab</p>', ()).endswith("|2|")


def test_a_mark_at_the_head_of_a_link_stands_before_the_link() -> None:
    assert 'see |2|<a href="#x">page</a>' in marked(
        '<p data-b="1" id="p">see <a href="#x">page</a></p>', (("p", 3, 7),)
    )


@given(st.text("ab ’-“é\u0301", min_size=1, max_size=30), st.integers(0, 29))
def test_a_word_starts_at_or_before_each_of_its_letters(text: str, letter: int) -> None:
    block = html.fragment_fromstring('<p data-b="1" id="p"></p>')
    block.text = text
    letters = sum(c.isalnum() for c in text)
    if letter < letters:
        start = word_start(block, letter)
        assert 0 <= start <= letter
        assert word_start(block, start) == start


@pytest.mark.parametrize("room", [7, 13, 29, 60])
def test_wherever_pages_break_every_mark_agrees_with_print(make: Make, room: int) -> None:
    """The proof, which counts letters in the finished file, finds nothing, however small the pages are."""
    parts, queries = sample.parts(room), Queries()
    figures = proof_ebook(make(parts), parts, queries)
    assert queries.found == []
    assert figures["page marks"] == len(parts.folios.pages)


def test_the_page_list_has_every_folio_in_the_order_of_the_book(book: Ebook, parts: Parts) -> None:
    assert [m.folio for m in book.marks] == [p.folio for p in parts.folios.pages]
    ncx = book.files["EPUB/toc.ncx"].decode()
    assert ncx.count("<pageTarget ") == len(parts.folios.pages)
    assert 'type="front" playOrder' in ncx
