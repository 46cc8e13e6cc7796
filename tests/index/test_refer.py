"""See and see also: from variants, from entries, between indexes; never blind, never circular."""

from dataclasses import replace
from typing import ClassVar

import pytest

from chresto.book import IndexSpec, Item
from chresto.index import collate
from chresto.index.invert import inverted
from chresto.registers import Accused, Entry, Person, Registers, Trial, Variant
from tests.helpers import Book, person
from tests.index.sample import SPEC, division, everybody, index_of, mention, outline_of, shown


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Gregory Zinoviev", "Zinoviev, Gregory"),
        ("Koba", "Koba"),
        ("Joachim von Ribbentrop", "von Ribbentrop, Joachim"),
        ("Vincent van der Berg", "van der Berg, Vincent"),
        ("Martin Van Buren", "Van Buren, Martin"),
        ("trial of the printers", "trial of the printers"),
        ("J. V. Dzhugashvili", "Dzhugashvili, J. V."),
        ("Marshal Tukhachevsky", "Tukhachevsky"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("Ivan IV", "Ivan IV"),
        ("Catherine the Great", "Catherine the Great"),
        ("Joan of Arc", "Joan of Arc"),
        ("the Boss", "Boss, the"),
        ("", ""),
    ],
)
def test_a_name_is_inverted_for_the_index(name: str, heading: str) -> None:
    assert inverted(name) == heading


def test_see_also_names_headings_in_the_order_of_the_index() -> None:
    entries: dict[str, Entry] = {
        "a": person("A", see_also=["z", "o", "b"]),
        **{key: person(heading) for key, heading in (("z", "Zoltan"), ("o", "Öttinger"), ("b", "Bee"))},
    }

    assert shown(index_of(entries, everybody(entries)))[0] == "A: A 1 also Bee also Öttinger also Zoltan"


def test_see_also_leads_only_to_headings_that_are_there() -> None:
    entries: dict[str, Entry] = {"a": person("A", see_also=["b", "c"]), "b": person("B"), "c": person("C")}

    assert shown(index_of(entries, division(mention("a", "a-1"), mention("c", "a-2")))) == [
        "A: A 1 also C",
        "C: C 1",
    ]


@pytest.mark.parametrize(
    ("heading", "variants", "lines"),
    [
        ("Genghis Khan", ["Genghis Khan", "Temujin"], ["G: Genghis Khan 1", "T: Temujin see Genghis Khan"]),
        (
            "Mao Zedong",
            ["Tse-tung Mao", "Mao Tse-tung"],
            ["M: Mao Zedong 1", "T: Tse-tung Mao see Mao Zedong"],
        ),
        ("Nagy Imre", ["Imre Nagy"], ["N: Nagy Imre 1"]),
        ("Lenin", ["Vladimir Ulyanov"], ["L: Lenin 1", "U: Ulyanov, Vladimir see Lenin"]),
    ],
)
def test_a_name_whose_heading_is_not_inverted_keeps_its_order(
    heading: str, variants: list[str], lines: list[str]
) -> None:
    entries: dict[str, Entry] = {"a": person(heading, *variants)}

    assert shown(index_of(entries, everybody(entries))) == lines


def test_see_leads_from_a_variant_that_stands_elsewhere() -> None:
    entries: dict[str, Entry] = {
        "stalin": person("Stalin, Joseph", "Joseph Stalin", "Stalin", "Koba", "Joseph Dzhugashvili"),
        "bronstein": person("Trotsky, Leon", "Lev Bronstein", "Leon Trotsky", "Trotskij"),
    }

    assert shown(index_of(entries, everybody(entries))) == [
        "B: Bronstein, Lev see Trotsky, Leon",
        "D: Dzhugashvili, Joseph see Stalin, Joseph",
        "K: Koba see Stalin, Joseph",
        "S: Stalin, Joseph 1",
        "T: Trotsky, Leon 1",
    ]


def test_a_description_is_not_referred_from() -> None:
    entries: dict[str, Entry] = {
        "stalin": replace(
            person("Stalin, Joseph", "the old man", "Rubin’s brother", "the Boss"),
            variants=(
                "the old man",
                Variant("Rubin’s brother", within=("a",)),
                Variant("the Boss", near=("b",)),
            ),
        )
    }

    assert shown(index_of(entries, everybody(entries))) == [
        "B: Boss, the see Stalin, Joseph",
        "S: Stalin, Joseph 1",
    ]


def test_names_of_things_are_referred_from_as_they_stand() -> None:
    entries: dict[str, Entry] = {
        "congress": Entry("Seventeenth Congress", ("17th Congress", "Congress of Victors", "the congress"))
    }
    found = index_of(entries, everybody(entries, "things"), spec=IndexSpec("I", "things"))

    assert shown(found) == [
        "0–9: 17th Congress see Seventeenth Congress",
        "C: Congress of Victors see Seventeenth Congress",
        "S: Seventeenth Congress 1",
    ]


def test_a_spelling_far_from_its_heading_is_referred_from_though_its_first_letters_are_the_same() -> None:
    others = {f"s{n}": person(f"Smirnov, A{chr(97 + n)}") for n in range(14)}
    entries: dict[str, Entry] = {"smirin": person("Smira, Zoe", "Zoe Smirnowa"), **others}

    assert "S: Smirnowa, Zoe see Smira, Zoe" in shown(index_of(entries, everybody(entries)))
    assert (
        len(index_of(dict(list(entries.items())[:5]), everybody(dict(list(entries.items())[:5]))).headings)
        == 5
    )


def test_see_does_not_stand_where_another_entry_has_its_heading() -> None:
    entries: dict[str, Entry] = {
        "a": person("Adams, Ann", "Ben Smith", "Smith", "Zoe Smith"),
        "b": person("Smith, Ben", "Ben Smith"),
    }

    assert shown(index_of(entries, everybody(entries))) == [*("A: Adams, Ann 1", "S: Smith, Ben 1")]


def test_a_pseudonym_of_two_people_is_one_heading_that_leads_to_both() -> None:
    entries: dict[str, Entry] = {"b": person("Bell, Ben", "Koba"), "a": person("Adams, Ann", "Koba")}

    assert "K: Koba see Adams, Ann see Bell, Ben" in shown(index_of(entries, everybody(entries)))


def test_an_entry_may_be_no_more_than_a_reference_and_lead_on() -> None:
    entries: dict[str, Entry] = {
        "first": replace(person("First"), see=("second",)),
        "second": replace(person("Second"), see=("third", "gone")),
        "third": person("Third", see_also=["first"]),
        "gone": person("Gone"),
        "blind": replace(person("Blind"), see=("gone",)),
    }

    assert shown(index_of(entries, division(mention("third", "a-1")))) == [
        "F: First see Third",
        "S: Second see Third",
        "T: Third 1",
    ]


def test_an_entry_with_see_that_is_mentioned_has_see_also() -> None:
    entries: dict[str, Entry] = {"a": replace(person("A"), see=("b",)), "b": person("B")}

    assert shown(index_of(entries, everybody(entries))) == ["A: A 1 also B", "B: B 1"]


class TestBetweenIndexes:
    """A person leads to their trials, a trial to its accused."""

    SPECS: ClassVar = {
        "people": replace(SPEC, refer=("trials",)),
        "trials": IndexSpec("Index of trials", "trials", refer=("people",)),
    }

    def referred(self, *, placed: bool = True, accused: int = 2) -> dict[str, list[str]]:
        people: dict[str, Entry] = {f"p{n:02}": Person(f"P{n:02}") for n in range(accused)}
        people |= {"judge": Person("Judge"), "nobody": Person("Nobody"), "witness": Person("Witness")}
        trial = Trial(
            "Trial of All (1936)",
            bench=("judge",),
            accused=(
                *(Accused(f"p{n:02}") for n in range(accused)),
                Accused("witness", "witness"),
                Accused("absent"),
            ),
        )
        other = Trial("Unmentioned trial", bench=("judge",))
        registers = Registers({"people": people, "trials": {"all": trial, "other": other}}, {}, {})
        outline = outline_of(self.SPECS)
        if placed:
            outline = replace(outline, back=(Item(index="people"), Item(index="trials")))
        mentions = [*(mention(key, "a-1") for key in people), mention("all", "a-2", register="trials")]
        found = collate(outline, registers, [division(*mentions)])
        return {
            h.heading: [f"{r.heading}, {r.index}, {r.target}" for r in h.see_also]
            for index in found.values()
            for h in index.headings
        }

    def test_references_name_the_other_index(self) -> None:
        found = self.referred()
        trial = ["Trial of All (1936), Index of trials, ix-trials-all"]

        assert found["P00"] == found["P01"] == found["Judge"] == trial
        assert found["Nobody"] == found["Witness"] == []
        assert found["Trial of All (1936)"] == [
            "P00, Index of people, ix-people-p00",
            "P01, Index of people, ix-people-p01",
        ]

    def test_many_accused_are_not_listed(self) -> None:
        assert self.referred(accused=13)["Trial of All (1936)"] == []

    def test_an_id_of_two_registers_is_two_things(self) -> None:
        kirov, zoe = "kirov", "zoe"
        people: dict[str, Entry] = {kirov: Person("Kirov, Sergei"), zoe: Person("Zoe")}
        trials: dict[str, Entry] = {
            kirov: Trial("Kirov trial", bench=(zoe,)),
            zoe: Trial("Trial of Zoe", accused=(Accused(kirov),)),
        }
        places: dict[str, Entry] = {kirov: Entry("Kirov, town of"), zoe: Entry("Zoe, village of")}
        registers = Registers({"people": people, "trials": trials, "things": places}, {}, {})
        specs = {
            "people": replace(SPEC, refer=("trials", "things", "marks")),
            "trials": IndexSpec("Index of trials", "trials", refer=("people", "things", "marks")),
            "things": IndexSpec("Index of places", "things", refer=("people", "trials")),
            "marks": IndexSpec("Index of words", mark="word", refer=("people", "trials")),
        }
        outline = replace(outline_of(specs), back=tuple(Item(index=key) for key in specs))
        names = ("people", "trials", "things", "marks")
        mentions = [mention(key, "a-1", register=name) for name in names for key in (kirov, zoe)]
        found = collate(outline, registers, [division(*mentions)])

        assert {h.heading: [r.heading for r in h.see_also] for i in found.values() for h in i.headings} == {
            "Kirov, Sergei": ["Trial of Zoe"],
            "Zoe": ["Kirov trial"],
            "Kirov trial": [],
            "Trial of Zoe": ["Kirov, Sergei"],
            "Kirov, town of": [],
            "Zoe, village of": [],
            "kirov": [],
            "zoe": [],
        }

    def test_an_index_that_is_not_in_the_book_is_not_referred_to(self) -> None:
        assert not any(self.referred(placed=False).values())


def test_every_reference_of_the_tiny_book_leads_to_a_heading_with_locators(book: Book) -> None:
    for name in ("people", "trials"):
        index = book.index(name)
        targets = {h.id: h for h in index.headings}
        for heading in index.headings:
            assert bool(heading.locators) != bool(heading.see)
            for reference in (*heading.see, *heading.see_also):
                assert targets[reference.target].locators
                assert targets[reference.target].heading == reference.heading
        assert len(targets) == len(index.headings)
