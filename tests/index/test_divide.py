"""Under which sub-heading a locator stands: marks, relations, authors, texts, in the order of the outline."""

from dataclasses import replace

import pytest

from chresto.book import Divided, IndexSpec, Item
from chresto.forms import Division
from chresto.index import collate
from chresto.index.divide import roles
from chresto.registers import Accused, Registers, Trial
from tests.helpers import person
from tests.index.sample import SPEC, division, index_of, mention, of_html, outline_of

TRIAL = Trial(
    "Trial of the Seventeen (January 1937)",
    prosecutors=("vera",),
    bench=("ulf",),
    accused=(Accused("pya"), Accused("abs", "defendant in absence"), Accused("wit", "witness")),
)
OTHER = Trial("Other Trial", accused=(Accused("pya", "witness"),))
SOURCES: dict[str, dict[str, object]] = {
    "arnot": {"author": [{"family": "Arnot", "given": "Robin Page"}]},
    "two": {"author": [{"family": "Kahn"}, {"family": "Beer", "non-dropping-particle": "de"}]},
    "three": {"author": [{"family": "A"}, {"family": "B"}, {"family": "C"}]},
    "one-name": {"author": [{"literal": "Sylvestre"}]},
    "unsigned": {},
}


def test_a_locator_knows_the_division_it_stands_in_as_the_outline_wants_it_called() -> None:
    one = division(mention("a", "a-1"))
    named = replace(one, item=Item(chapter="a", indexed="his plea"))

    assert index_of({"a": person("A")}, one).headings[0].locators[0].within == "A"
    assert index_of({"a": person("A")}, named).headings[0].locators[0].within == "his plea"


def test_a_locator_into_the_record_of_disagreements_knows_its_theme() -> None:
    html = (
        '<h2 id="d-1" data-b="1">The dates</h2><section><h3 id="d-2" data-b="1">abc</h3></section>'
        '<h2 id="d-3" data-b="1">Who</h2><section><h3 id="d-4" data-b="1">abc</h3></section>'
    )
    record = replace(
        of_html(html, mention("a", "d-2"), mention("a", "d-4")), kind="disagreements", short="Record"
    )
    found = index_of({"a": person("A")}, record).headings[0].locators

    assert [loc.within for loc in found] == ["Record: the dates", "Record: who"]


def test_a_mention_in_the_heading_of_a_theme_belongs_to_the_theme() -> None:
    html = (
        '<h1 id="d-0" data-b="1">The record</h1><section><h3 id="d-1" data-b="1">abc</h3></section>'
        '<p id="x" data-b="1">abc</p><h2 id="d-2" data-b="1">The death of Kirov</h2>'
        '<p id="y" data-b="1">abc</p><h2 id="d-3" data-b="1">Kirov’s death</h2>'
    )
    record = replace(
        of_html(html, mention("a", "d-1"), mention("a", "d-2", 10), mention("a", "d-3")),
        kind="disagreements",
        short="Record",
    )
    found = index_of({"a": person("A")}, record).headings[0].locators

    assert [(loc.start.block, loc.within) for loc in found] == [
        *(("d-1", "Record"), ("d-2", "Record: the death of Kirov"), ("d-3", "Record: Kirov’s death"))
    ]


def test_a_person_is_what_the_register_of_trials_says() -> None:
    assert roles({"t": TRIAL}) == {
        ("pya", "t"): "defendant in the Trial of the Seventeen",
        ("abs", "t"): "defendant in absence in the Trial of the Seventeen",
        ("wit", "t"): "witness at the Trial of the Seventeen",
        ("vera", "t"): "prosecutor in the Trial of the Seventeen",
        ("ulf", "t"): "judge in the Trial of the Seventeen",
    }


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Shakhty trial (1928)", "judge in the Shakhty trial"),
        ("Seventeen, Trial of the (1937)", "judge in the Trial of the Seventeen"),
        ("The Great Trial", "judge in the Great Trial"),
        ("Bukharin’s trial", "judge in Bukharin’s trial"),
    ],
)
def test_a_trial_stands_in_a_sentence(heading: str, words: str) -> None:
    assert roles({"t": Trial(heading, bench=("j",))}) == {("j", "t"): words}


def words_of(one: Division, *ways: Divided, entry: str = "pya") -> list[str]:
    spec = replace(SPEC, divide=ways)
    people = {key: person(f"{key.title()}, A") for key in ("pya", "other")} | {
        "arnot": person("Arnot, R. Page")
    }
    registers = Registers({"people": dict(people), "trials": {"t": TRIAL, "u": OTHER}}, {}, SOURCES)
    specs = {"people": spec, "trials": IndexSpec("T", "trials", divide=ways)}
    index = collate(outline_of(specs), registers, [one])["people"]
    found = next(h for h in index.headings if h.entry == entry)
    return [loc.under or loc.within for loc in found.locators]


def test_a_paragraph_that_names_a_person_and_their_trial_tells_the_relation() -> None:
    one = division(
        mention("pya", "a-1"),
        mention("t", "a-1", 5, register="trials"),
        mention("pya", "a-3"),
        mention("other", "a-1"),
    )
    ways: tuple[Divided, ...] = ("marks", "relations", "texts")

    assert words_of(one, *ways) == ["defendant in the Trial of the Seventeen", "A"]
    assert words_of(one, *ways, entry="other") == ["A"]
    assert words_of(one, "texts", "relations") == ["A", "A"]


TITLED = '<h1 data-b="1" id="a-1">abcde fghij</h1>' + "".join(
    f'<p data-b="1" id="a-{n}">abcde fghij</p>' for n in range(2, 7)
)


@pytest.mark.parametrize("way", ["title", "outline"])
def test_in_a_text_about_a_trial_the_relation_holds_in_every_paragraph(way: str) -> None:
    title = [mention("t", "a-1", register="trials")] if way == "title" else []
    item = Item(chapter="a", about=() if way == "title" else ("t",))
    one = replace(
        of_html(TITLED, *title, mention("pya", "a-3"), mention("pya", "a-6"), mention("other", "a-3")),
        item=item,
    )
    defendant = "defendant in the Trial of the Seventeen"

    assert words_of(one, "relations", "texts") == [defendant, defendant]
    assert words_of(one, "relations", "texts", entry="other") == ["A"]
    assert words_of(one, "texts") == ["A", "A"]


def test_a_trial_that_a_paragraph_names_comes_before_the_one_that_the_text_is_about() -> None:
    one = of_html(
        TITLED,
        mention("t", "a-1", register="trials"),
        mention("pya", "a-3"),
        mention("u", "a-5", register="trials"),
        mention("pya", "a-5", 4),
    )

    assert words_of(one, "relations") == [
        "defendant in the Trial of the Seventeen",
        "witness at the Other Trial",
    ]


def test_a_mark_comes_first_and_only_if_it_is_asked() -> None:
    one = division(replace(mention("pya", "a-1"), under="and B"), mention("t", "a-1", 5, register="trials"))

    assert words_of(one, "marks", "relations") == ["and B"]
    assert words_of(one, "relations", "marks") == ["defendant in the Trial of the Seventeen"]
    assert words_of(one, "texts") == ["A"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("arnot", "mentioned by Arnot"),
        ("two", "mentioned by Kahn and de Beer"),
        ("three", "mentioned by A and others"),
        ("one-name", "mentioned by Sylvestre"),
        ("unsigned", "A"),
        ("", "A"),
    ],
)
def test_a_mention_in_a_reading_is_that_of_its_author(source: str, words: str) -> None:
    one = replace(division(mention("pya", "a-1")), kind="reading", item=Item(reading="a", source=source))

    assert words_of(one, "authors", "texts") == [words]


def test_authors_mention_themselves_otherwise_and_not_in_what_the_editors_say() -> None:
    html = (
        '<section class="headnote"><p data-b="1" id="h">abc</p></section><p data-b="1" id="p">abc'
        '<span class="note" id="n" data-voice="editor"><span data-b="1" id="n-1">abc</span></span>'
        '<span class="note" id="m" data-voice="author"><span data-b="1" id="m-1">abc</span></span></p>'
    )
    places = [
        mention(e, b, note=n)
        for e in ("pya", "arnot")
        for b, n in (("h", ""), ("p", ""), ("n-1", "1"), ("m-1", "a"))
    ]
    # a paragraph with a mention between headnote and text keeps them apart
    html = html.replace("</section>", '</section><p data-b="1" id="x">abc</p>')
    one = replace(of_html(html, *places), kind="reading", item=Item(reading="a", source="arnot"))

    assert words_of(one, "authors", "texts") == ["A", "mentioned by Arnot", "A", "mentioned by Arnot"]
    assert words_of(one, "authors", "texts", entry="arnot") == ["A", "as author", "A", "as author"]
