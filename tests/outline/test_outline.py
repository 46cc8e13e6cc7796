"""Step 1: the outline, the registers and the disagreements, as frozen values."""

import os
from pathlib import Path

import pytest

from chresto.book import Item
from chresto.queries import Place
from chresto.registers import Accused, Disagreement, Person, Trial
from tests.helpers import Book


def test_the_tiny_book_has_no_queries(book: Book) -> None:
    outline, registers = book.read()

    assert [item.id for _, item in outline.items()] == [
        *(
            "titles",
            "contents",
            "before",
            "speech",
            "disagreements",
            "bibliography",
            "index-people",
            "index-trials",
        )
    ]
    assert [matter for matter, _ in outline.items()] == ["front"] * 2 + ["body"] * 2 + ["back"] * 4
    assert list(registers.entries) == ["people", "trials"]
    assert list(registers.sources) == ["mirov1901", "smith1950"]


def test_values_are_of_their_classes(book: Book) -> None:
    outline, registers = book.read()
    anders, printers = registers.entries["people"]["anders"], registers.entries["trials"]["printers"]

    assert isinstance(anders, Person)
    assert (anders.born, anders.died, anders.never) == (1870, "1902-03-04", ("Anders Club",))
    assert isinstance(printers, Trial)
    assert printers.accused[1] == Accused("mirov-boris", "defendant in absence")
    assert isinstance(registers.disagreements["day"], Disagreement)
    assert outline.editions["student"].without_voices == ("author",)
    assert outline.book.date == "2026-01-02"


def test_values_cannot_be_changed(book: Book) -> None:
    outline, _ = book.read()

    with pytest.raises(AttributeError):
        outline.book.title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("item", "kind", "key"),
    [
        (Item(chapter="a"), "chapter", "a"),
        (Item(reading="b"), "reading", "b"),
        (Item(piece="c"), "piece", "c"),
        (Item(index="people"), "index", "index-people"),
        (Item(make="contents"), "contents", "contents"),
    ],
)
def test_an_item_has_a_kind_and_an_id(item: Item, kind: str, key: str) -> None:
    assert (item.kind, item.id) == (kind, key)


def test_an_outline_needs_no_registers_sources_or_editions(book: Book) -> None:
    for name in (
        "registers/people.yaml",
        "registers/trials.yaml",
        "sources.yaml",
        "disagreements.yaml",
        "readings/speech.md",
    ):
        book.delete(name)
    text = (book.manuscript / "outline.yaml").read_text(encoding="utf-8")
    head = text[: text.index("voices:")]
    book.write(
        "outline.yaml",
        head
        + "body:\n  - part: one\n    title: P\n    contents: [{piece: before, file: before.md, title: B}]\n",
    )
    outline, registers = book.read()

    assert list(outline.editions) == ["public"]
    assert list(outline.voices) == ["editor"]
    assert (registers.entries, registers.disagreements, registers.sources) == ({}, {}, {})


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("\n", "\r")])
def test_line_ends_of_another_system_change_nothing(book: Book, change: tuple[str, str]) -> None:
    before = book.read()
    for path in sorted(book.manuscript.rglob("*.yaml")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_text(encoding="utf-8").replace(*change).encode())

    assert book.read() == before


def test_a_word_that_yaml_takes_for_a_boolean_is_a_word(book: Book) -> None:
    book.replace("registers/people.yaml", "who: A printer.", "who: no")
    person = book.read()[1].entries["people"]["anders"]

    assert isinstance(person, Person)
    assert person.who == "no"


def test_entries_of_plain_registers_have_neither_life_nor_trial(book: Book) -> None:
    book.write("registers/things.yaml", "press: {heading: Press, variants: [press]}\n")
    book.replace(
        "outline.yaml", "indexes:\n", "  things: {file: registers/things.yaml, mark: thing}\nindexes:\n"
    )

    assert book.read()[1].entries["things"]["press"].heading == "Press"
    book.write("registers/things.yaml", "press: {heading: Press, born: 1900}\n")
    book.fails(book.read)
    book.claim("key-unknown", at=book.at("registers/things.yaml", "‸born"), hint="one of: heading")


def test_a_witness_is_not_counted_among_the_accused(book: Book) -> None:
    book.replace(
        "registers/trials.yaml", "  accused:\n", "  accused:\n    - {person: mirov-anna, role: witness}\n"
    )
    book.read()


def test_a_list_that_is_not_complete_may_be_short_but_not_long(book: Book) -> None:
    book.replace("registers/trials.yaml", "count: 2\n  complete: true", "count: 3\n  complete: false")
    book.read()
    book.replace("registers/trials.yaml", "count: 3", "count: 1")
    book.fails(book.read)
    book.claim("count-wrong", at=book.at("registers/trials.yaml", "count: ‸1"), hint="correct the count")


def test_a_trial_without_a_count_counts_nobody(book: Book) -> None:
    book.replace("registers/trials.yaml", "  count: 2\n", "")
    book.read()


def test_a_person_may_live_on_the_day_of_death_only(book: Book) -> None:
    book.replace("registers/people.yaml", "born: 1870", "born: 1902-03-04")
    book.read()


def test_a_file_in_the_private_folder_or_of_the_house_needs_no_name(book: Book) -> None:
    for name in ("private/notes.md", "images/a.png", "README.md", "STYLE.md", ".hidden", "before.md~"):
        book.write(name, "x")
    book.read()


def test_an_edition_may_show_less_than_the_one_whose_pages_it_has(book: Book) -> None:
    book.replace(
        "outline.yaml",
        "pages: as teacher, without: [questions]",
        "pages: as plain, without: [headnotes, glosses, disagreements, questions]",
    )
    book.read()


def test_a_register_that_cannot_be_read_gives_one_query_and_not_one_for_each_of_its_names(book: Book) -> None:
    book.write("registers/people.yaml", "anders: [\n")
    book.fails(book.read)
    book.claim("yaml-broken")


def test_every_wrong_entry_of_a_register_is_told(book: Book) -> None:
    book.replace("registers/people.yaml", "born: 1870", "birth: 1870")
    book.replace("registers/people.yaml", "heading: Judge, John", "heading: 7")
    book.replace("registers/people.yaml", "born: 1865~", "born: [1865]")
    book.fails(book.read)
    book.claim("key-unknown")
    book.claim("value-wrong", at=book.at("registers/people.yaml", "heading: ‸7"))
    book.claim("value-wrong", at=book.at("registers/people.yaml", "born: ‸[1865]"))
    book.queries.found.clear()  # what may follow from a guess


def test_a_folder_without_an_outline_is_told(tmp_path: Path, book: Book) -> None:
    book.delete("outline.yaml")
    book.fails(book.read)
    book.claim("file-missing", at=Place("manuscript/outline.yaml"), hint="--book")


def test_a_file_that_may_not_be_read_is_told(book: Book) -> None:
    book.delete("sources.yaml")
    os.mkfifo(book.manuscript / "sources.yaml")
    book.fails(book.read)
    book.claim("file-unreadable", at=book.at("outline.yaml", "sources: ‸sources.yaml"))


@pytest.mark.parametrize("heading", ["(Zed)", " (Foo)", "“(Un)named”", "…"])
def test_a_heading_begins_with_a_name_and_not_with_a_parenthesis(book: Book, heading: str) -> None:
    book.replace("registers/people.yaml", "heading: Judge, John", f'heading: "{heading}"')
    book.fails(book.read)
    at = book.at("registers/people.yaml", f'heading: ‸"{heading}"')
    book.claim("value-wrong", at=at, hint="the name first", says="no letters before a parenthesis")


@pytest.mark.parametrize("heading", ["1905 (year)", "Zed (Foo)", "“Koba”", "?"])
def test_a_heading_may_have_a_parenthesis_figures_and_signs(book: Book, heading: str) -> None:
    book.replace("registers/people.yaml", "heading: Judge, John", f'heading: "{heading}"')
    book.read()


@pytest.mark.parametrize("text", ["bibliography", "index-people", "titles", "contents"])
def test_a_variant_is_limited_to_texts_that_are_read_for_names(book: Book, text: str) -> None:
    book.replace("registers/people.yaml", "[John Judge]", f"[{{form: John Judge, within: [{text}]}}]")
    book.fails(book.read)
    book.claim("id-unknown", at=book.at("registers/people.yaml", f"[‸{text}]"), hint="one of: before, speech")


def test_a_variant_may_be_limited_to_the_record_of_disagreements(book: Book) -> None:
    book.replace("registers/people.yaml", "[John Judge]", "[{form: Judge, within: [disagreements, speech]}]")
    book.read()


def test_neither_a_variant_nor_a_decision_is_about_a_text_that_is_not_indexed(book: Book) -> None:
    book.replace("outline.yaml", "file: before.md,", "file: before.md, unindexed: true,")
    book.replace("registers/people.yaml", "[John Judge]", "[{form: John Judge, within: [before]}]")
    book.replace("outline.yaml", "sources: sources.yaml", "sources: sources.yaml\ndecisions: decisions.yaml")
    book.write("decisions.yaml", "mentions:\n  - {text: before, words: Koba, entry: none}\n")
    book.fails(book.read)
    book.claim("id-unknown", at=book.at("registers/people.yaml", "[‸before]"), says="read for names")
    book.claim("id-unknown", at=book.at("decisions.yaml", "‸before"), says="read for names")


def test_only_people_have_a_full_name_to_stand_before(book: Book) -> None:
    book.replace("registers/people.yaml", "[John Judge]", "[John Judge, {form: Judge, after_full: true}]")
    book.read()
    variants = "[Printers’ Trial, {form: Trial, after_full: true}]"
    book.replace("registers/trials.yaml", "[Printers’ Trial, trial of the printers]", variants)
    book.fails(book.read)
    at = book.at("registers/trials.yaml", "after_full: ‸true")
    book.claim("value-wrong", at=at, hint="“near”", says="only people")


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Slansky", "Then Slánský spoke"),
        ("Slánský", "Then Slansky spoke"),
        ("Lodz", "In Łódź"),
        ("Ordzhonikidze", "Ordzho\u00adnikidze, he"),
    ],
)
def test_accents_do_not_matter_in_the_words_around_a_decision(book: Book, words: str, near: str) -> None:
    book.replace("outline.yaml", "sources: sources.yaml", "sources: sources.yaml\ndecisions: decisions.yaml")
    book.write("readings/speech.md", f"{near}.\n")
    book.replace("outline.yaml", "        means: {Mirov: mirov-boris}\n", "")
    book.write(
        "decisions.yaml", f'mentions:\n  - {{text: speech, words: {words}, near: "{near}", entry: judge}}\n'
    )

    assert [m.entry for m in book.attach()["speech"].mentions if m.start.block == "speech-3"] == ["judge"]


def test_words_around_a_decision_have_letters(book: Book) -> None:
    book.replace("outline.yaml", "sources: sources.yaml", "sources: sources.yaml\ndecisions: decisions.yaml")
    book.write("decisions.yaml", 'mentions:\n  - {text: before, words: Koba, near: "…", entry: none}\n')
    book.fails(book.read)
    book.claim("value-wrong", at=book.at("decisions.yaml", 'near: ‸"…"'), says="has no letters")


def test_one_place_is_decided_once_whatever_the_accents(book: Book) -> None:
    book.replace("outline.yaml", "sources: sources.yaml", "sources: sources.yaml\ndecisions: decisions.yaml")
    one, two = ("{text: before, words: " + words + ", entry: judge}" for words in ("Slánský", "Slansky"))
    book.write("decisions.yaml", f"mentions:\n  - {one}\n  - {two}\n")
    book.fails(book.read)
    book.claim("value-wrong", at=book.at("decisions.yaml", f"‸{two}"), says="twice here, first in line 2")
