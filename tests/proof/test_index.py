"""The proof of an index, both ways: one thing after another is broken in a sound index, and found."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chresto.book import IndexSpec
from chresto.entries import (
    CrossReference,
    Heading,
    Index,
    PrintedHeading,
    PrintedIndex,
    PrintedLocator,
    SubHeading,
)
from chresto.forms import Division, Folios, Mention, Spot
from chresto.parts import Parts
from chresto.proof.headings import proof_headings
from chresto.proof.locators import proof_locators
from chresto.queries import Queries
from chresto.tree import of_html
from tests.helpers import folios_of

TEXT = """<section id="d"><p id="p1" data-b="1">Adam came first.</p><p id="p2" data-b="1">Then Adam met Bella
and<span class="note" id="n1"><span class="para" id="n1-1" data-b="1">So Bella says.</span></span> went.</p>
<p id="p3" data-b="1">Nobody was here.</p><p id="p4" data-b="1">Adam slept, Bella woke.</p>
<p id="p5" data-b="1">A passage on Dora</p><p id="p6" data-b="1">that goes on.</p></section>"""

#: Pages 1 to 5; the note stands on the page of its call.
FOLIOS = folios_of(
    ("1", "d", (("p1", 0, 13),)),
    ("2", "d", (("p2", 0, 23), ("n1-1", 0, 11))),
    ("3", "d", (("p3", 0, 13), ("p4", 0, 18))),
    ("4", "d", (("p5", 0, 14),)),
    ("5", "d", (("p6", 0, 10),)),
)
PAGES = ["1Adamcamefirst", "2ThenAdammetBellaandwent1SoBellasays", "3NobodywashereAdamsleptBellawoke"]
PAGES += ["4ApassageonDora", "5thatgoeson"]
SPEC = IndexSpec("Index of people", "people")
WHY = "a note on a page named for its text"


def mention(entry: str, block: str, first: int, last: int, note: str = "") -> Mention:
    return Mention("people", entry, Spot(block, first), Spot(block, last), note)


MENTIONS = (
    mention("adam", "p1", 0, 4),
    mention("adam", "p2", 4, 8),
    mention("adam", "p4", 0, 4),
    mention("bella", "p2", 11, 16),
    mention("bella", "n1-1", 2, 7, "1"),
    mention("bella", "p4", 9, 14),
    Mention("people", "dora", Spot("p5"), Spot("p6", 10), passage=True),
    Mention("trials", "other", Spot("p3"), Spot("p3", 6)),
)


def at(label: str, block: str, letter: int, *pages: int) -> PrintedLocator:
    return PrintedLocator(label, label, Spot(block, letter), (pages[0], pages[-1]))


def heading(name: str, words: str, *locators: PrintedLocator, **more: object) -> PrintedHeading:
    refers = {key: more.pop(key) for key in ("see", "see_also") if key in more}
    entry = name.partition("-see")[0] if locators or more else ""
    one = replace(Heading(f"ix-people-{name}", words, words[0], entry), **refers)  # type: ignore[arg-type]
    return replace(PrintedHeading(one, locators), **more)  # type: ignore[arg-type]


BELLA = CrossReference("Bella", "ix-people-bella")
ADAM = heading("adam", "Adam", at("1–2", "p1", 0, 0, 1), at("3", "p4", 0, 2), see_also=(BELLA,))
BEA = heading("bella-see-1", "Bea", see=(BELLA,))
BELLA_TWICE = SubHeading("ix-people-bella-sub-1", "awake", (at("3", "p4", 9, 2),))
BOTH = (SubHeading("ix-people-bella-sub-2", "met", (at("2", "p2", 11, 1),)), BELLA_TWICE)
BELLAS = heading("bella", "Bella", subs=BOTH, suppressed=((1, WHY),))
DORA = heading("dora", "Dora", at("4–5", "p5", 0, 3, 4))
SOUND = (ADAM, BEA, BELLAS, DORA)


def proofread(
    *headings: PrintedHeading,
    mentions: tuple[Mention, ...] = MENTIONS,
    pages: list[str] = PAGES,
    folios: Folios = FOLIOS,
    spec: IndexSpec = SPEC,
) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """The figures, and the queries as code and message."""
    tree = of_html(TEXT)
    division = Division("d", "chapter", "body", "D", "D", tree, mentions=mentions)
    index = Index("people", spec.title, "", tuple(h.heading for h in headings), spec)
    parts = Parts((division,), {}, folios, (PrintedIndex(index, headings),))
    queries = Queries()
    figures = proof_locators(pages, parts, queries) | proof_headings(parts, queries)
    return figures, [(q.code, q.message) for q in queries.found]


def test_a_sound_index_passes_and_is_told_in_figures() -> None:
    """Adam's two pages of a range and another; Bella's two, and a note that is left out; Dora's two."""
    figures, found = proofread(*SOUND)
    assert found == []
    assert figures == {
        "locators": 5,
        "mentions": 7,
        "pages of entries": 8,
        "of them named": 7,
        f"of them left out ({WHY})": 1,
        "headings": 4,
        "cross-references": 2,
        "strings of locators too long": 0,
    }


Change = Callable[[], tuple[PrintedHeading, ...]]


def adam(*locators: PrintedLocator) -> Change:
    return lambda: (replace(ADAM, locators=locators), *SOUND[1:])


FAULTS: dict[str, tuple[Change, str, str]] = {
    "a label of another page": (
        adam(at("1–2", "p1", 0, 0, 1), at("4", "p4", 0, 2)),
        "locator-wrong",
        "the locator 4 leads to page 3",
    ),
    "a range whose label ends elsewhere": (
        adam(at("1–3", "p1", 0, 0, 1), at("3", "p4", 0, 2)),
        "locator-wrong",
        "the locator 1–3 leads to page 1",
    ),
    "a locator to words that name nobody": (
        adam(at("1–2", "p1", 0, 0, 1), at("3", "p4", 0, 2), at("3", "p3", 0, 2)),
        "locator-wrong",
        "leads to no mention",
    ),
    "a range over pages that merely follow": (
        adam(at("1–3", "p1", 0, 0, 2)),
        "locator-wrong",
        "the range 1–3 has a break between pages 2 and 3",
    ),
    "a range that ends where nobody is named": (
        adam(at("1–2", "p1", 0, 0, 1), at("3–4", "p4", 0, 2, 3)),
        "locator-wrong",
        "page 4, where 3–4 ends, has no mention",
    ),
    "a mention that no locator names": (
        adam(at("1–2", "p1", 0, 0, 1)),
        "mention-lost",
        "page 3 mentions “adam” and is not named",
    ),
    "an entry without a heading": (
        lambda: SOUND[:3],
        "mention-lost",
        "page 5 mentions “dora” and is not named",
    ),
    "a note left out without a reason": (
        lambda: (ADAM, BEA, replace(BELLAS, suppressed=()), DORA),
        "mention-lost",
        "a note on page 2 mentions “bella” and is not named",
    ),
    "a sub-heading that is left out": (
        lambda: (ADAM, BEA, replace(BELLAS, subs=BOTH[1:]), DORA),
        "mention-lost",
        "page 2 mentions “bella” and is not named",
    ),
    "a blind reference": (
        lambda: (ADAM, heading("x-see-1", "Bea", see=(CrossReference("Zoe", "ix-people-zoe"),)), *SOUND[2:]),
        "index-wrong",
        "the reference to “Zoe” leads to no heading",
    ),
    "a reference to a heading without locators": (
        lambda: (
            ADAM,
            BEA,
            BELLAS,
            DORA,
            heading("x-see-1", "Eva", see=(CrossReference("Bea", BEA.heading.id),)),
        ),
        "index-wrong",
        "leads to a heading without locators",
    ),
    "a circle": (
        lambda: (
            ADAM,
            heading("a-see-1", "Bea", see=(CrossReference("Dea", "ix-people-b-see-1"),)),
            BELLAS,
            heading("b-see-1", "Dea", see=(CrossReference("Bea", "ix-people-a-see-1"),)),
            DORA,
        ),
        "index-wrong",
        "leads back to where it stands",
    ),
    "a reference to itself": (
        lambda: (
            *SOUND[:2],
            replace(BELLAS, heading=replace(BELLAS.heading, see_also=(BELLA,))),
            DORA,
        ),
        "index-wrong",
        "leads back to where it stands",
    ),
    "a reference that says another heading": (
        lambda: (
            ADAM,
            heading("bella-see-1", "Bea", see=(replace(BELLA, heading="Isabella"),)),
            BELLAS,
            DORA,
        ),
        "index-wrong",
        "leads to “Bella”",
    ),
    "headings out of order": (lambda: (BEA, ADAM, BELLAS, DORA), "index-wrong", "“Adam” stands behind “Bea”"),
    "a heading twice": (
        lambda: (ADAM, BEA, BELLAS, DORA, heading("x", "Dora", see_also=(BELLA,))),
        "index-wrong",
        "“Dora” is two headings",
    ),
    "a heading that says nothing": (
        lambda: (*SOUND, heading("x", "Eva")),
        "index-wrong",
        "a heading with no locator and no reference",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_index_is_found(name: str) -> None:
    change, code, says = FAULTS[name]
    _, found = proofread(*change())
    assert any(c == code and says in message for c, message in found), found


def test_words_that_are_not_on_the_page_are_found() -> None:
    """Of the file as it is, whatever the map says."""
    _, found = proofread(*SOUND, pages=[PAGES[0], PAGES[1].replace("Adam", "Odom"), *PAGES[2:]])
    assert found == [("locator-wrong", "page 2, where 1–2 ends, has no mention")]


def test_a_mention_more_than_the_index_knows_is_found() -> None:
    _, found = proofread(*SOUND, mentions=(*MENTIONS, mention("adam", "p6", 0, 4)))
    assert found == [("mention-lost", "page 5 mentions “adam” and is not named")]


def test_what_an_edition_leaves_out_is_no_mention_of_it() -> None:
    figures, found = proofread(*SOUND, mentions=(*MENTIONS, mention("adam", "p9", 0, 4)))
    assert found == []
    assert figures["mentions"] == 7


def test_strings_of_locators_that_are_too_long_are_counted() -> None:
    figures, _ = proofread(*SOUND, spec=IndexSpec("Index of people", "people", undivided=1))
    assert figures["strings of locators too long"] == 1


@pytest.mark.parametrize(
    ("label", "holds"),
    [
        ("123–126", True),
        ("123–26", True),
        ("123–6", True),
        ("123–25", False),
        ("123–7", False),
        ("123", False),
    ],
)
def test_a_range_is_read_in_every_style(label: str, *, holds: bool) -> None:
    folios = folios_of(
        *((str(n), "d", ((f"p{n - 122}", 0, 13 if n == 123 else 23),)) for n in range(123, 127))
    )
    mentions = (mention("adam", "p1", 0, 4), mention("adam", "p2", 4, 8), mention("adam", "p4", 0, 4))
    wide = heading("adam", "Adam", at(label, "p1", 0, 0, 3))
    _, found = proofread(wide, mentions=mentions, folios=folios, pages=["Adam", "Adam", "", "Adam"])
    assert (f"the locator {label} leads to page 123" in [m for _, m in found]) is not holds


@pytest.mark.parametrize("label", ["3n", "3nn", "3n2", "3nn2–4", "3.12", "3.12–14", "3\u00a0fig."])
def test_what_follows_a_folio_is_no_part_of_it(label: str) -> None:
    _, found = proofread(replace(ADAM, locators=(ADAM.locators[0], at(label, "p4", 0, 2))), *SOUND[1:])
    assert found == []


def test_a_name_posted_twice_names_its_pages_under_both() -> None:
    twice = heading("dora-see-1", "Dolly", at("4–5", "p5", 0, 3, 4))
    _, found = proofread(ADAM, BEA, BELLAS, twice, DORA)
    assert found == []
