"""What a division becomes: notes, links, what goes and what comes."""

# ruff: noqa: E501  -- HTML is easier to read unbroken

import re

import pytest
from lxml.etree import tostring

from chresto.forms import Parts
from chresto.proof.epub_read import Ebook, read
from chresto.queries import Failed, Queries
from tests.helpers import claim
from tests.package import sample
from tests.package.conftest import Make


def test_a_note_is_a_link_to_the_end_of_its_file_and_back(road: str) -> None:
    call = re.search(r'<a [^>]*id="road-n1-call"[^>]*>1</a>', road)
    aside = re.search(r'<aside [^>]*id="road-n1" .*?</aside>', road, re.DOTALL)
    assert call is not None
    assert aside is not None
    assert 'epub:type="noteref" role="doc-noteref" href="#road-n1"' in call[0]
    assert 'epub:type="footnote" role="doc-footnote"' in aside[0]
    assert 'href="#road-n1-call"' in aside[0]
    assert aside[0].count("<p ") == 2


def test_a_note_says_whose_it_is(road: str, red_book: str) -> None:
    """To the ear always; to the eye where the voice has a label."""
    assert 'aria-label="Note 1, by the editors"' in road
    assert 'aria-label="Note a, by Lev Sedov"' in red_book
    assert '<span class="voice">L.S.</span> Three times' in red_book


def test_a_gloss_is_a_note_that_names_its_word(road: str) -> None:
    assert 'aria-label="Gloss: kolkhoznik">°</a>' in road


def test_what_an_edition_hides_is_not_in_its_e_book(red_book: str) -> None:
    assert "seminar only" not in red_book
    assert "This is hidden" not in red_book
    assert "red-book-n2" not in red_book


def test_title_page_and_copyright_page_are_files_and_the_half_title_is_none(book: Ebook) -> None:
    assert [n.rsplit("/", 1)[1] for n in book.documents] == [
        "cover.xhtml",
        "title-page.xhtml",
        "copyright-page.xhtml",
        "contents.xhtml",
        "part-one.xhtml",
        "road.xhtml",
        "red-book.xhtml",
        "bibliography.xhtml",
        "index-people.xhtml",
    ]
    assert "titles-half" not in book.files["EPUB/text/title-page.xhtml"].decode()


def test_a_link_leads_to_the_file_of_its_target(road: str) -> None:
    assert '<a href="red-book.xhtml#red-book">the Red Book</a>' in road


def test_a_page_reference_shows_its_folio(road: str) -> None:
    assert 'href="red-book.xhtml#red-book">page\u00a07</a>' in road


def test_a_link_that_leads_nowhere_is_words_and_a_query(make: Make, queries: Queries) -> None:
    parts = sample.parts()
    road = next(d for d in parts.divisions if d.id == "road")
    assert road.tree is not None
    link = next(a for a in road.tree.iter("a") if a.get("class") is None)
    link.set("href", "#nowhere")
    text = read(make(parts, queries=queries)).files["EPUB/text/road.xhtml"].decode()
    claim(queries, "link-unknown", says="#nowhere")
    assert "and the Red Book." in " ".join(text.split())


def test_a_script_is_no_link(make: Make, queries: Queries) -> None:
    parts = sample.parts()
    road = next(d for d in parts.divisions if d.id == "road")
    assert road.tree is not None
    next(a for a in road.tree.iter("a") if a.get("class") is None).set("href", "javascript:alert(1)")
    with pytest.raises(Failed):
        make(parts, queries=queries)
    claim(queries, "link-unknown", says="javascript")


def test_languages_are_said_twice_and_our_own_attributes_not_at_all(road: str) -> None:
    assert '<span lang="ru" xml:lang="ru">Советский Союз</span>' in road
    assert "data-" not in road


def test_every_id_of_the_text_is_kept(book: Ebook, parts: Parts) -> None:
    kept = {name for _, name in book.elements}
    for division in parts.divisions:
        if division.id in ("road", "bibliography") and division.tree is not None:
            assert {str(e.get("id")) for e in division.tree.iter() if e.get("id")} <= kept


def test_the_trees_stay_as_they_are(make: Make) -> None:
    """Print is cut from the same trees, before or after."""
    parts = sample.parts()
    before = [tostring(d.tree) for d in parts.divisions if d.tree is not None]
    make(parts)
    assert [tostring(d.tree) for d in parts.divisions if d.tree is not None] == before


def test_an_index_has_the_structure_that_the_standard_checks(book: Ebook) -> None:
    index = book.files["EPUB/text/index-people.xhtml"].decode()
    assert (
        '<item href="text/index-people.xhtml" id="text-index-people" media-type="application/xhtml+xml" properties="index"/>'
        in (book.files["EPUB/content.opf"].decode())
    )
    assert (
        '<li id="ix-people-zinoviev-see-2" epub:type="index-entry"><span class="term" epub:type="index-term">'
        in index
    )
    assert '<span class="reference" epub:type="index-xref-preferred"><em>see</em>' in index
    assert re.search(
        r'<a epub:type="index-locator" href="road.xhtml#road-4-at-24"><strong>\d+</strong></a>', index
    )


def test_a_locator_of_something_hidden_leads_to_its_page(book: Ebook) -> None:
    assert 'href="red-book.xhtml#page-' in book.files["EPUB/text/index-people.xhtml"].decode()


def test_contents_have_two_levels(book: Ebook) -> None:
    nav = re.sub(r"\s+", " ", book.files["EPUB/text/contents.xhtml"].decode())
    assert '<a href="part-one.xhtml">Part I. Before the Court</a> <ol> <li><a href="road.xhtml">' in nav
    for kind in ("cover", "titlepage", "toc", "bodymatter", "bibliography", "index"):
        assert f'epub:type="{kind}"' in nav
