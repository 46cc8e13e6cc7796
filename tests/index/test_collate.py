"""Step 5: mentions become headings in order, with locators: of runs, of passages, of pictures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.book import Cuttable
from chresto.entries import Locator
from chresto.forms import Mention, Spot
from chresto.mentioned import Mentioned
from tests.helpers import Book, person
from tests.index.sample import SPEC, division, everybody, index_of, mention, of_html, shown

#: The blocks of a reading with all that an index may pass over, in their order.
KEYS = ("head", "text", "gloss", "dispute", "note", "quest")


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


def test_a_sub_heading_that_the_index_does_not_have_parts_no_mentions() -> None:
    marked = replace(mention("a", "a-2"), under="and B")
    passage = Mention("people", "a", Spot("a-4"), Spot("a-6", 10), passage=True)
    inside = replace(mention("a", "a-5"), under="and B")
    spec = replace(SPEC, divide=("texts",))
    found = index_of({"a": person("A")}, division(mention("a", "a-1"), marked, passage, inside), spec=spec)

    assert found.headings[0].locators == (
        Locator(Spot("a-1"), Spot("a-2"), within="A"),
        Locator(Spot("a-4"), Spot("a-6", 9), principal=True, within="A"),
    )


@pytest.mark.parametrize(
    ("without", "left"),
    [
        ((), "head text gloss dispute note quest"),
        (("headnotes",), "text gloss dispute note quest"),
        (("questions",), "head text gloss dispute note"),
        (("glosses",), "head text dispute note quest"),
        (("disagreements",), "head text gloss note quest"),
        (("headnotes", "questions", "glosses", "disagreements"), "text note"),
    ],
)
def test_an_index_passes_over_what_it_is_told_to(without: tuple[Cuttable, ...], left: str) -> None:
    def note(key: str, voice: str) -> str:
        return f'<span class="note" data-voice="{voice}"><span data-b="1" id="{key}">abc</span></span>'

    def block(key: str, more: str = "") -> str:
        return f'<p data-b="1" id="{key}">abc{more}</p>'

    notes = note("gloss", "gloss") + note("dispute", "disagreement") + note("note", "editor")
    html = (
        f'<section class="headnote">{block("head")}</section>{block("x")}{block("text", notes)}{block("y")}'
        f'<section class="questions">{block("quest")}</section>'
    )
    spec = replace(SPEC, without=without)
    mentions = [mention("a", key, note="1" if key in ("gloss", "dispute", "note") else "") for key in KEYS]
    division = of_html(html, *mentions)
    found = index_of({"a": person("A")}, division, spec=spec)

    assert " ".join(loc.start.block for loc in found.headings[0].locators) == left
    assert " ".join(m.start.block for m in Mentioned.of(found, [division]).by_entry["a"]) == left


def test_an_entry_that_is_named_only_where_the_index_passes_over_has_no_heading(book: Book) -> None:
    book.append("registers/people.yaml", "weiss: {heading: 'Weiss, Eva', variants: [Eva Weiss]}\n")
    book.append("readings/speech.md", "\n::: questions\n1. Who was Eva Weiss?\n:::\n")

    assert "Weiss, Eva" in [h.heading for h in book.index().headings]
    book.replace("outline.yaml", "headnote: Numbers", "without: [questions], headnote: Numbers")
    assert "Weiss, Eva" not in [h.heading for h in book.index().headings]


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


def test_what_an_edition_hides_is_mentioned_nowhere() -> None:
    hidden = '<section class="questions absent"><p data-b="1" id="a-2">abcde</p></section>'
    html = f'<p data-b="1" id="a-1">abcde</p>{hidden}'
    passage = Mention("people", "b", Spot("a-1"), Spot("a-2", 5), passage=True)
    found = index_of(
        {"a": person("A"), "b": person("B")}, of_html(html, mention("a", "a-2"), mention("a", "a-1"), passage)
    )

    assert [h.heading for h in found.headings] == ["A", "B"]
    assert [(loc.start.block, loc.end.block) for h in found.headings for loc in h.locators] == [
        ("a-1", "a-1"),
        ("a-1", "a-1"),
    ]
