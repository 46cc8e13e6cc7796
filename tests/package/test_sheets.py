"""What a division becomes: notes, links, what goes and what comes."""

# ruff: noqa: E501  -- HTML is easier to read unbroken

import re
from dataclasses import replace
from itertools import product

import pytest
from lxml.etree import tostring

from chresto.entries import PrintedLocator
from chresto.letters import blocks
from chresto.package.places import Ends
from chresto.package.script import CODES, script_tag
from chresto.parts import Parts
from chresto.proof.epub_lints import languages
from chresto.proof.epub_read import Ebook, X, read
from chresto.queries import Failed, Queries
from chresto.scripts import SCRIPTS
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
        "index-trials.xhtml",
    ]
    assert "titles-half" not in book.files["EPUB/text/title-page.xhtml"].decode()


def test_a_link_leads_to_the_file_of_its_target(road: str) -> None:
    assert re.search(r'<a href="red-book.xhtml#red-book">the (<span [^>]*></span>)?Red Book</a>', road)


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
    assert "and the Red Book." in re.sub("<[^>]*>", "", " ".join(text.split()))


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


def entry(book: Ebook, file: str, name: str) -> str:
    """An entry of an index, as written."""
    return tostring(book.elements[f"EPUB/text/{file}.xhtml", name], encoding="unicode", with_tail=False)


def test_an_index_has_the_structure_that_the_standard_checks(book: Ebook) -> None:
    index = book.files["EPUB/text/index-people.xhtml"].decode()
    assert (
        '<item href="text/index-people.xhtml" id="text-index-people" media-type="application/xhtml+xml" properties="index"/>'
        in (book.files["EPUB/content.opf"].decode())
    )
    assert '<body epub:type="index">' in index
    assert 'role="doc-index"' in index
    assert (
        '<li id="ix-people-zinoviev-see-2" epub:type="index-entry"><span class="term" epub:type="index-term">'
        in index
    )
    assert '<span class="reference" epub:type="index-xref-preferred"><em>see</em>' in index
    assert re.search(r'<a epub:type="index-locator" href="road.xhtml#road-6-at-\d+">\d+</a>', index)


def test_a_locator_says_of_what_kind_its_place_is(book: Ebook) -> None:
    kamenev = entry(book, "index-people", "ix-people-kamenev")
    assert re.search(r'<a epub:type="index-locator footnote" [^>]*aria-label="\d+, note">\d+n</a>', kamenev)
    assert re.search(r'<a epub:type="index-locator" [^>]*aria-label="\d+, figure"><em>\d+</em></a>', kamenev)
    sixteen = entry(book, "index-trials", "ix-trials-sixteen")
    assert re.search(r'<a epub:type="index-locator" [^>]*aria-label="\d+, table"><em>\d+</em></a>', sixteen)


def test_a_principal_passage_is_bold_to_the_eye_and_told_to_the_ear(book: Ebook) -> None:
    kirov = entry(book, "index-people", "ix-people-kirov")
    assert re.search(
        r'href="road.xhtml#road-9" aria-label="(\d+), principal passage"><strong>\1</strong></a>', kirov
    )


def test_a_range_leads_to_both_of_its_ends(book: Ebook) -> None:
    kirov = entry(book, "index-people", "ix-people-kirov")
    found = re.search(
        r'<li epub:type="index-locator-range"><a [^>]*href="road.xhtml#road-4-at-24" aria-label="from (\d+)">\1</a>'
        r'–<a [^>]*href="road.xhtml#road-6-at-\d+" aria-label="to (\d+)">\2</a></li>',
        kirov,
    )
    assert found is not None
    assert int(found[1]) < int(found[2])


def test_a_range_without_words_on_its_last_page_ends_at_the_mark_of_that_page(make: Make) -> None:
    parts = sample.parts()
    road = next(d for d in parts.divisions if d.id == "road")
    without = replace(
        road, mentions=tuple(m for m in road.mentions if (m.entry, m.start.block) != ("kirov", "road-6"))
    )
    assert len(without.mentions) < len(road.mentions)
    held = tuple(without if d is road else d for d in parts.divisions)
    kirov = entry(read(make(replace(parts, divisions=held))), "index-people", "ix-people-kirov")
    assert re.search(r'–<a [^>]*href="road.xhtml#page-(\d+)" aria-label="to \1">', kirov)


def test_the_end_of_a_range_is_the_last_mention_of_its_page_in_the_text() -> None:
    """Of its division, not before its start; notes and passages are no ends: asked of every place and page."""
    parts = sample.parts()
    folios, divisions = parts.folios, parts.divisions
    trees = {d.id: d.tree for d in divisions if d.tree is not None}
    ends = Ends.of(parts.indexes, divisions, trees, folios)
    order = [str(b.get("id")) for tree in trees.values() for b in blocks(tree)]
    everything = sorted(
        (m for d in divisions for m in d.mentions), key=lambda m: (order.index(m.start.block), m.start.letter)
    )
    asked = []
    for start, page in product({m.start for m in everything}, range(len(folios.pages))):
        first = folios.page_of(start)
        assert first is not None
        for entry in ("kirov", "sixteen"):
            name = "people" if entry == "kirov" else "trials"
            found = [
                m
                for m in everything
                if m.entry == entry
                and not (m.note or m.passage)
                and folios.page_of(m.start) == page != first
                and folios.blocks[m.start.block][0] == folios.blocks[start.block][0]
                and order.index(m.start.block) >= order.index(start.block)
            ]
            locator = PrintedLocator("", "", start, (first, page))
            assert ends.last(name, entry, locator) == (found[-1] if found else None)
            asked.append(bool(found))
    assert any(asked)
    assert not all(asked)


def test_sub_headings_are_entries_in_the_entry(book: Ebook) -> None:
    zinoviev = entry(book, "index-people", "ix-people-zinoviev")
    assert re.search(
        r'<ul class="subs" epub:type="index-entry-list"><li id="ix-people-zinoviev-sub-1" epub:type="index-entry">'
        r'<span class="term" epub:type="index-term">and the decree</span><ul epub:type="index-locator-list">',
        zinoviev,
    )


def test_a_reference_to_another_index_leads_to_its_file_and_names_it(book: Ebook) -> None:
    assert (
        '<span class="reference also" epub:type="index-xref-related"><em>See also</em> in the Index of People: '
        '<a epub:type="index-term" href="index-people.xhtml#ix-people-zinoviev">Zinoviev, Grigory</a></span>'
    ) in book.files["EPUB/text/index-trials.xhtml"].decode()


def test_the_legend_says_what_occurs_and_nothing_else(book: Ebook) -> None:
    def legend(file: str) -> list[str]:
        root = book.documents[f"EPUB/text/{file}.xhtml"]
        return ["".join(row.itertext()) for row in root.iter(f"{X}div") if row[0].tag == f"{X}dt"]

    assert legend("index-people") == ["bold a principal passage", "n a note on the page", "italic a figure"]
    assert legend("index-trials") == ["italic a table"]


def test_the_legend_explains_other_ways_of_marking_notes_pictures_and_lines(make: Make) -> None:
    parts = sample.parts()
    people, trials = parts.indexes
    labels = {"10n": "10n3", "11": "11\u00a0fig.", "7": "7.12"}
    kamenev, kirov, *rest = people.headings
    changed = [
        replace(h, locators=tuple(replace(loc, label=labels.get(loc.label, loc.label)) for loc in h.locators))
        for h in (kamenev, kirov)
    ]
    spec = replace(people.index.spec, pictures="lettered", notes="numbered", lines=True)
    one = replace(people, index=replace(people.index, spec=spec), headings=(*changed, *rest))
    root = read(make(replace(parts, indexes=(one, trials)))).documents["EPUB/text/index-people.xhtml"]
    rows = ["".join(row.itertext()) for row in root.iter(f"{X}div") if row[0].tag == f"{X}dt"]
    assert rows[1:] == ["n3 note 3 on the page", "fig. a figure", "45.12 page 45, line 12"]


def test_what_the_headnote_explains_the_legend_does_not(make: Make) -> None:
    parts = sample.parts()
    people, trials = parts.indexes
    told = replace(people.index, headnote="Bold numbers lead to passages; n is a note.")
    book = read(make(replace(parts, indexes=(replace(people, index=told), trials))))
    text = book.files["EPUB/text/index-people.xhtml"].decode()
    assert text.count("<dt>") == 1
    assert "<dt><em>italic</em></dt>" in text


def test_a_heading_in_another_script_says_so(make: Make, queries: Queries) -> None:
    """Which language it is only the editor knows; a screen reader needs the script."""
    parts = sample.parts()
    people, trials = parts.indexes
    koba = replace(people.headings[1].heading, heading="Коба", group="К")
    last = replace(
        people,
        headings=(*people.headings[:1], *people.headings[2:], replace(people.headings[1], heading=koba)),
    )
    changed = replace(parts, indexes=(last, trials))
    epub = make(changed)
    index = read(epub).files["EPUB/text/index-people.xhtml"].decode()
    assert (
        '<span class="term" epub:type="index-term" lang="und-Cyrl" xml:lang="und-Cyrl">Коба</span>' in index
    )
    assert 'lang="und-Cyrl" xml:lang="und-Cyrl">К</h2>' in index
    languages(read(epub), queries)
    assert queries.found == []


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Коба", "und-Cyrl"),
        ("Ἀθῆναι", "und-Grek"),
        ("כהן", "und-Hebr"),
        ("Երևան", "und-Armn"),
        ("ბერია", "und-Geor"),
        ("史達林", "und-Hani"),
        ("スターリン", "und-Jpan"),
        ("日本の本", "und-Jpan"),
        ("스탈린", "und-Kore"),
        ("Коба 1936", "und-Cyrl"),
        ("Stalin (Коба)", ""),
        ("Коба και", ""),
        ("Stalin", ""),
        ("1936", ""),
    ],
)
def test_a_script_has_its_code(words: str, tag: str) -> None:
    """Every script that an index has a group for."""
    assert script_tag(words) == tag
    assert {SCRIPTS[language] for language in SCRIPTS} == set(CODES)


def test_the_words_of_a_locator_lead_back_to_their_entry(road: str, red_book: str) -> None:
    """To the sub-heading under which the locator stands; of two indexes, to the first."""
    assert (
        '<a class="indexed" href="index-people.xhtml#ix-people-kirov" title="Index of People: Kirov, Sergei" '
        'tabindex="-1" id="road-4-at-24">Sergei Kirov</a>'
    ) in red_sorted(road)
    assert 'href="index-people.xhtml#ix-people-zinoviev-sub-2"' in red_book
    assert 'title="Index of Trials: Trial of the Sixteen"' in red_book
    assert 'href="index-trials.xhtml#ix-trials-sixteen" title' in red_book


def red_sorted(text: str) -> str:
    """The attributes of links back in one order."""
    return re.sub(r'<a id="([^"]*)" (class="indexed" [^>]*)>', r'<a \2 id="\1">', text)


def test_no_link_back_stands_in_a_heading_in_a_link_or_at_a_passage(road: str, red_book: str) -> None:
    assert re.search(r'<h1 id="red-book-1">The <span id="red-book-1-at-3"></span>Red Book</h1>', red_book)
    assert re.search(
        r'<a href="red-book.xhtml#red-book">the <span id="road-4-at-\d+"></span>Red Book</a>', road
    )
    assert '<p id="road-9">first' in road


def test_the_index_has_its_groups_among_the_landmarks(book: Ebook) -> None:
    nav = book.files["EPUB/text/contents.xhtml"].decode()
    assert (
        '<a epub:type="index-group" href="index-people.xhtml#index-people-letter-3">Index of People: Z</a>'
        in nav
    )


def test_a_locator_of_something_hidden_leads_to_its_page(book: Ebook) -> None:
    assert 'href="red-book.xhtml#page-' in book.files["EPUB/text/index-people.xhtml"].decode()


def test_contents_have_two_levels(book: Ebook) -> None:
    nav = re.sub(r"\s+", " ", book.files["EPUB/text/contents.xhtml"].decode())
    assert '<a href="part-one.xhtml">Part I. Before the Court</a> <ol> <li><a href="road.xhtml">' in nav
    for kind in ("cover", "titlepage", "toc", "bodymatter", "bibliography", "index"):
        assert f'epub:type="{kind}"' in nav
