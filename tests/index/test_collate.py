"""Step 5: mentions become headings in order, with locators: of runs, of passages, of pictures."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chresto.entries import Locator
from chresto.forms import Mention, Spot
from tests.helpers import Book, person
from tests.index.sample import division, everybody, index_of, mention, of_html, shown


def test_headings_are_in_the_order_of_the_alphabet_whatever_their_marks() -> None:
    entries = {
        f"e{n}": person(heading)
        for n, heading in enumerate(["Zoltan", "Öttinger", "Otto", "émile", "1905", "Åberg", "Abe"])
    }

    assert shown(index_of(entries, everybody(entries))) == [
        *("0–9: 1905 1", "A: Abe 1", "A: Åberg 1", "E: émile 1", "O: Öttinger 1", "O: Otto 1", "Z: Zoltan 1")
    ]


def test_an_entry_that_nobody_mentions_has_no_heading() -> None:
    entries = {"a": person("A", "A"), "b": person("B", "B", "Bee", "Cee")}

    assert shown(index_of(entries, division(mention("a", "a-1")))) == ["A: A 1"]


def test_mentions_in_unbroken_paragraphs_are_one_locator() -> None:
    entries = {"a": person("A")}
    found = index_of(entries, division(*(mention("a", f"a-{n}") for n in (1, 2, 3, 5))))

    assert found.headings[0].locators == (
        Locator(Spot("a-1"), Spot("a-3"), within="A"),
        Locator(Spot("a-5"), Spot("a-5"), within="A"),
    )


def test_mentions_in_two_divisions_are_two_locators() -> None:
    entries = {"a": person("A")}
    found = index_of(
        entries,
        division(mention("a", "a-1"), paragraphs=1),
        division(mention("a", "b-1"), paragraphs=1, key="b"),
    )

    assert len(found.headings[0].locators) == 2


def test_a_passage_takes_up_the_mentions_inside_and_not_those_of_others_or_of_notes() -> None:
    entries = {"a": person("A"), "b": person("B")}
    passage = Mention("people", "a", Spot("a-2"), Spot("a-4", 10), passage=True)
    note = mention("a", "a-3", 5, note="1")
    found = index_of(
        entries, division(passage, mention("a", "a-3"), note, mention("b", "a-3"), mention("a", "a-6"))
    )

    assert found.headings[0].locators == (
        Locator(Spot("a-2"), Spot("a-4", 9), principal=True, within="A"),
        Locator(Spot("a-3", 5), Spot("a-3", 5), note="1", within="A"),
        Locator(Spot("a-6"), Spot("a-6"), within="A"),
    )
    assert len(found.headings[1].locators) == 1


def test_mentions_under_two_sub_headings_are_two_locators() -> None:
    other = replace(mention("a", "a-2"), under="and B")
    found = index_of({"a": person("A")}, division(mention("a", "a-1"), other, mention("a", "a-3")))

    assert [loc.under for loc in found.headings[0].locators] == ["", "and B", ""]


def test_the_lines_of_a_poem_are_one_paragraph() -> None:
    lines = "".join(f'<p class="line" data-b="1" id="v-{n}">abc</p>' for n in range(4))
    poem = f'<div class="verse">{lines}</div>'
    html = f'<p data-b="1" id="p">abc</p>{poem}<p data-b="1" id="q">abc</p>'
    found = index_of({"a": person("A")}, of_html(html, mention("a", "v-0"), mention("a", "q")))
    apart = index_of({"a": person("A")}, of_html(html, mention("a", "p"), mention("a", "q")))

    assert found.headings[0].locators == (Locator(Spot("v-0"), Spot("q"), within="A"),)
    assert len(apart.headings[0].locators) == 2


def test_pictures_and_tables_have_locators_of_their_own() -> None:
    html = (
        '<p data-b="1" id="p">abc</p><figure><img/><figcaption data-b="1" id="f">abc</figcaption></figure>'
        '<table><caption data-b="1" id="c">abc</caption><tr><td data-b="1" id="t">abc</td></tr></table>'
    )
    found = index_of({"a": person("A")}, of_html(html, *(mention("a", b) for b in "pfct")))

    assert [(loc.start.block, loc.end.block, loc.kind) for loc in found.headings[0].locators] == [
        *(("p", "p", ""), ("f", "f", "figure"), ("c", "t", "table"))
    ]


def test_verse_captions_and_cells_of_a_text_are_indexed(book: Book) -> None:
    book.write("images/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    book.write(
        "before.md",
        "Words.\n\n| Roses\n| for Zoë Anders\n\n![To John Judge](images/a.svg){alt='A'}\n\n"
        "| one | two |\n|---|---|\n| Boris Mirov | none |\n\nTable: Of Anna Mirova\n",
    )
    found = {h.heading: h.locators for h in book.index().headings if h.locators}
    kinds = {
        name: [loc.kind for loc in locs if loc.start.block.startswith("before")]
        for name, locs in found.items()
    }

    assert kinds == {
        "Anders, Zoë": [""],
        "Judge, John": ["figure"],
        "Mirov, Boris": ["table"],
        "Mirova, Anna": ["table"],
    }


def test_a_mention_that_the_edition_leaves_out_is_no_locator(book: Book) -> None:
    teacher = {h.heading: len(h.locators) for h in book.index("people", "teacher").headings if h.locators}
    plain = {h.heading: len(h.locators) for h in book.index("people", "plain").headings if h.locators}

    assert teacher.keys() == plain.keys()
    assert plain["Mirov, Boris"] <= teacher["Mirov, Boris"]


def test_mentions_of_another_register_are_in_another_index() -> None:
    entries = {"a": person("A")}
    other = replace(mention("a", "a-1"), register="things")

    assert index_of(entries, division(other)).headings == ()


@given(
    st.permutations(
        [
            mention("a", "a-1"),
            mention("b", "a-1", 4),
            mention("a", "a-3"),
            mention("a", "a-4"),
            mention("b", "a-6"),
        ]
    )
)
def test_the_order_of_the_mentions_changes_nothing(mentions: list[Mention]) -> None:
    entries = {"a": person("A", "Cee"), "b": person("B", see_also=["a"])}
    ordered = sorted(mentions, key=lambda m: (m.start.block, m.start.letter))

    assert index_of(entries, division(*mentions)) == index_of(entries, division(*ordered))
