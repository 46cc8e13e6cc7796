"""Step 5: divisions in order, numbered, cut to an edition, filled with folios."""

from dataclasses import asdict

import pytest

from chresto.compose import fill
from chresto.forms import Division
from chresto.index import locate
from chresto.letters import blocks, text_of
from chresto.tree import classes_of
from tests.helpers import Book, division_from, flat, folios_of


def find(divisions: list[Division], key: str) -> Division:
    return next(d for d in divisions if d.id == key)


def html(division: Division) -> str:
    assert division.tree is not None
    return flat(division.tree)


def test_divisions_are_in_the_order_of_the_outline_with_the_parts_before_their_texts(book: Book) -> None:
    divisions = book.compose()

    assert [(d.id, d.kind, d.matter, d.number, d.part) for d in divisions] == [
        ("titles", "titles", "front", "", ""),
        ("contents", "contents", "front", "", ""),
        ("one", "part", "body", "", ""),
        ("before", "chapter", "body", "1", "one"),
        ("speech", "reading", "body", "2", "one"),
        ("disagreements", "disagreements", "back", "", ""),
        ("bibliography", "bibliography", "back", "", ""),
        ("index-people", "index", "back", "", ""),
        ("index-trials", "index", "back", "", ""),
    ]


def test_a_text_opens_with_its_number_its_title_and_its_byline(book: Book) -> None:
    assert html(find(book.compose(), "speech")).startswith(
        '<section id="speech" class="division reading"><header class="opening">'
        '<p class="number">Reading 2</p>'
        '<h1 id="speech-1">A speech</h1><p class="byline" id="speech-2">Boris Mirov, 1901</p></header>'
    )


def test_the_number_is_no_text_and_the_title_is(book: Book) -> None:
    division = find(book.compose(), "speech")

    assert division.tree is not None
    assert [text_of(b) for b in blocks(division.tree)][:2] == ["A speech", "Boris Mirov, 1901"]


def test_a_division_of_data_has_a_title_of_the_house_or_of_the_outline(book: Book) -> None:
    book.replace("outline.yaml", "- make: bibliography", "- make: bibliography\n    title: What we read")
    divisions = book.compose()

    assert [find(divisions, k).title for k in ("disagreements", "bibliography")] == [
        "Where the sources disagree",
        "What we read",
    ]
    assert [html(find(divisions, k)).count("<h1") for k in ("disagreements", "bibliography")] == [1, 1]


def test_questions_have_a_heading(book: Book) -> None:
    assert '<h2 id="speech-questions-title">Questions</h2><ol' in html(find(book.compose(), "speech"))
    assert "Questions</h2>" not in html(division_from(book, "::: questions\n## Mine\n\n1. Why?\n:::"))


def test_only_contents_indexes_and_texts_with_page_references_need_folios(book: Book) -> None:
    needing = [d.id for d in book.compose() if d.needs_folios]

    assert needing == ["contents", "before", "index-people", "index-trials"]


def test_an_edition_without_something_has_nothing_of_it(book: Book) -> None:
    divisions = book.compose("plain")
    everything = " ".join(html(d) for d in divisions if d.tree is not None)

    assert "disagreements" not in [d.id for d in divisions]
    for word in ("A headnote", "who set type", "Who counts the letters", "On which day", "absent"):
        assert word not in everything
    assert "the printer slipped" in everything


def test_an_edition_on_another_s_pages_keeps_the_room_of_what_it_leaves_out(book: Book) -> None:
    teacher, student = book.compose("teacher"), book.compose("student")

    assert [d.id for d in teacher] == [d.id for d in student]
    for one, other in zip(teacher, student, strict=True):
        assert one.mentions == other.mentions
        if one.tree is not None and other.tree is not None and one.id != "titles":
            assert flat(one.tree) == flat(other.tree).replace(" absent", "")
    absent = [e for d in student if d.tree is not None for e in d.tree.iter() if "absent" in classes_of(e)]
    assert [(e.get("id"), e.get("data-voice")) for e in absent] == [
        ("before-n3", "author"),
        (absent[1].get("id"), None),
    ]
    assert "questions" in classes_of(absent[1])


def test_an_edition_leaves_the_texts_as_they_are(book: Book) -> None:
    first = [html(d) for d in book.compose("teacher") if d.tree is not None]
    book.compose("plain")

    assert [html(d) for d in book.compose("teacher") if d.tree is not None] == first


def test_the_title_pages_name_the_book_its_makers_and_the_edition(book: Book) -> None:
    book.replace("outline.yaml", "rights: Public domain.", "rights: <Public> & free.\n  publisher: A Press")
    titles = html(find(book.compose("student"), "titles"))

    for words in (
        "A Tiny Reader",
        "Edited by Ada Editor",
        "Student’s copy",
        "&lt;Public&gt; &amp; free.",
        "Printing of 2026-01-02, A Press",
    ):
        assert words in titles
    assert "Student’s copy" not in html(find(book.compose("teacher"), "titles"))


def test_the_contents_name_every_division_with_its_folio(book: Book) -> None:
    divisions = book.compose()
    folios = folios_of(
        ("i", "titles", ()), ("v", "contents", ()), ("1", "one", ()), ("3", "before", ()),
        ("5", "speech", ()), ("7", "disagreements", ()), ("9", "bibliography", ()),
        ("11", "index-people", ()), ("13", "index-trials", ()),
    )  # fmt: skip
    indexes = {k: locate(book.index(k), folios) for k in ("people", "trials")}
    contents = find(fill(divisions, folios, indexes, book.templates()), "contents")

    assert contents.tree is not None
    lines = [text_of(b) for b in blocks(contents.tree)][1:]
    assert lines == [
        "The only part1",
        "1 What went before3",
        "2 A speech Boris Mirov, 19015",
        "Where the sources disagree7",
        "Bibliography9",
        "Index of people11",
        "Index of trials13",
    ]


def test_a_page_reference_gets_the_folio_of_what_it_names_as_no_text(book: Book) -> None:
    book.append("before.md", "\n[page](#before){.page} [page](#here){.page}\n\n## Here {#here}\n\nWords.\n")
    divisions = book.compose()
    here = next(str(e.get("id")) for e in find(divisions, "before").tree.iter() if e.get("id") == "here")  # type: ignore[union-attr]
    folios = folios_of(
        ("3", "before", (("before-1", 0, 9),)), ("4", "before", ((here, 0, 4),)), ("5", "speech", ())
    )
    indexes = {k: locate(book.index(k), folios) for k in ("people", "trials")}
    before = divisions[3]
    filled = find(fill(divisions, folios, indexes, book.templates()), "before")

    assert filled.tree is not None
    assert before.tree is not None
    referring = [a.get("data-folio") for a in filled.tree.iter("a") if a.get("class") == "page"]
    assert (referring[0], referring[-2:]) == ("5", ["3", "4"])
    assert [text_of(b) for b in blocks(filled.tree)] == [text_of(b) for b in blocks(before.tree)]
    assert [a.get("data-folio") for a in before.tree.iter("a")] == [None] * len(list(before.tree.iter("a")))


def test_what_needs_no_folios_stays_the_very_same(book: Book) -> None:
    divisions = book.compose()
    nothing = folios_of()
    indexes = {k: locate(book.index(k), nothing) for k in ("people", "trials")}
    filled = fill(divisions, None, indexes, book.templates())

    assert [a is b for a, b in zip(divisions, filled, strict=True)] == [not d.needs_folios for d in divisions]
    assert '<span class="folio">000</span>' in html(find(filled, "contents"))


def test_an_index_is_set_with_its_letters_its_locators_and_its_references(book: Book) -> None:
    divisions = book.compose()
    folios = folios_of(
        ("3", "before", tuple((f"before-{n}", 0, 200) for n in range(1, 6))),
        ("4", "speech", tuple((f"speech-{n}", 0, 200) for n in range(1, 20))),
    )
    indexes = {k: locate(book.index(k), folios) for k in ("people", "trials")}
    index = find(fill(divisions, folios, indexes, book.templates()), "index-people")

    assert index.tree is not None
    lines = [text_of(b) for b in blocks(index.tree)]
    assert lines[:2] == ["Index of people", "Numbers are pages."]
    assert lines[2:4] == ["A", "Anders, Zoë, 3, 4. See also Mirov, Boris"]
    assert lines[4:8] == ["K", "Koba, see Mirov, Boris", "M", "Mirov, Boris, 3, 4"]
    assert all(a.get("data-letter", "").isdigit() for a in index.tree.iter("a") if "locator" in classes_of(a))


@pytest.mark.parametrize("parts", [2, 21])
def test_parts_are_numbered_and_a_part_alone_is_not(book: Book, parts: int) -> None:
    assert "Part" not in html(find(book.compose(), "one"))
    more = "".join(
        f"  - {{part: p{n}, title: P, contents: [{{piece: q{n}, file: before.md, title: Q}}]}}\n"
        for n in range(1, parts)
    )
    book.replace("outline.yaml", "\nback:\n", "\n" + more + "back:\n")
    numbers = [d.number for d in book.compose() if d.kind == "part"]

    assert numbers[:2] == ["I", "II"]
    assert len(set(numbers)) == parts


def test_a_template_that_is_not_there_is_a_query(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.helpers.LAYOUTS", book.root)
    book.fails(book.compose)

    assert {q.code for q in book.queries.found} == {"layout-broken"}
    book.queries.found.clear()


def test_a_division_is_a_value(book: Book) -> None:
    assert asdict(find(book.compose(), "speech"))["number"] == "2"


def test_a_page_reference_to_words_in_a_paragraph_means_their_page_not_its_first(book: Book) -> None:
    book.append("before.md", "\n[page](#late){.page} It begins here and goes on to [late words]{#late}.\n")
    divisions = book.compose()
    tree = find(divisions, "before").tree
    assert tree is not None
    block = next(str(b.get("id")) for b in blocks(tree) if b.find(".//span[@id='late']") is not None)
    folios = folios_of(("3", "before", ((block, 0, 20),)), ("4", "before", ((block, 20, 60),)))
    indexes = {k: locate(book.index(k), folios) for k in ("people", "trials")}
    filled = find(fill(divisions, folios, indexes, book.templates()), "before").tree

    assert filled is not None
    assert [a.get("data-folio") for a in filled.iter("a") if a.get("href") == "#late"] == ["4"]


def test_the_glossary_of_an_edition_leads_only_to_what_the_edition_has(book: Book) -> None:
    book.replace("outline.yaml", "back:\n", "back:\n  - make: glossary\n")
    book.write(
        "readings/speech.md",
        '::: headnote\nA [forme]{gloss="a page"} and [ink]{gloss="black"}.\n:::\n\nMore words.\n',
    )
    book.append("before.md", '\nOne [forme]{gloss="a page"}, one [press]{gloss="a machine"}.\n')

    def entries(edition: str) -> list[str]:
        found = next(d for d in book.compose(edition) if d.id == "glossary")
        assert found.tree is not None
        return [" ".join("".join(p.itertext()).split()) for p in found.tree.iter("p")]

    assert entries("teacher") == ["forme: a page, p.,.", "ink: black, p..", "press: a machine, p.."]
    assert entries("plain") == ["forme: a page, p..", "press: a machine, p.."]
    links = [
        a.get("href")
        for d in book.compose("plain")
        if d.id == "glossary" and d.tree is not None
        for a in d.tree.iter("a")
    ]
    assert links == ["#before-gloss-1", "#before-gloss-2"]
