"""Step 4: mentions become headings in order, with locators and cross-references that lead somewhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.book import IndexSpec, Item
from chresto.forms import Division, Heading, Index, Locator, Mention, Spot
from chresto.index import collate, locate
from chresto.index.collate import inverted
from chresto.registers import Entry
from chresto.tree import inside_of
from tests.helpers import Book, folios_of, person

SPEC = IndexSpec("people", "Index of people", "A note.")


def division(*mentions: Mention, paragraphs: int = 6, key: str = "a") -> Division:
    """A division of paragraphs “a-1”, “a-2” …, each of ten letters."""
    html = "".join(f'<p data-b="1" id="{key}-{n}">abcde fghij</p>' for n in range(1, paragraphs + 1))
    tree = inside_of("section", html)
    return Division(key, "chapter", "body", "A", "A", tree, mentions=mentions)


def mention(entry: str, block: str, letter: int = 0, *, note: str = "") -> Mention:
    return Mention("people", entry, Spot(block, letter), Spot(block, letter + 3), note)


def index_of(entries: dict[str, Entry], *divisions: Division) -> Index:
    return collate("people", SPEC, entries, divisions)


def shown(index: Index) -> list[str]:
    """Headings as lines: “Anders, Zoë 2”, “Koba see Mirov, Boris”, by the number of locators."""
    lines = []
    for h in index.headings:
        see = "".join(f" see {r.heading}" for r in h.see) + "".join(f" also {r.heading}" for r in h.see_also)
        lines.append(f"{h.group}: {h.heading}{f' {len(h.locators)}' if h.locators else ''}{see}")
    return lines


def everybody(entries: dict[str, Entry]) -> Division:
    return division(*(mention(key, "a-1") for key in entries))


def test_headings_are_in_the_order_of_the_alphabet_whatever_their_marks() -> None:
    entries: dict[str, Entry] = {
        f"e{n}": person(heading)
        for n, heading in enumerate(["Zoltan", "Öttinger", "Otto", "émile", "1905", "Åberg", "Abe"])
    }

    assert shown(index_of(entries, everybody(entries))) == [
        *("0–9: 1905 1", "A: Abe 1", "A: Åberg 1", "E: émile 1", "O: Öttinger 1", "O: Otto 1", "Z: Zoltan 1")
    ]


def test_surnames_are_compared_before_what_stands_behind_the_comma() -> None:
    entries: dict[str, Entry] = {
        f"e{n}": person(heading)
        for n, heading in enumerate(
            ["Tarasov-Rodionov, Alexander", "Tarasov, Ivan", "Taras, Zeno", "Taraso, A."]
        )
    }

    assert [h.heading for h in index_of(entries, everybody(entries)).headings] == [
        *("Taras, Zeno", "Taraso, A.", "Tarasov, Ivan", "Tarasov-Rodionov, Alexander")
    ]


def test_see_also_names_headings_in_the_order_of_the_index() -> None:
    entries: dict[str, Entry] = {
        "a": person("A", see_also=["z", "o", "b"]),
        **{key: person(heading) for key, heading in (("z", "Zoltan"), ("o", "Öttinger"), ("b", "Bee"))},
    }

    assert shown(index_of(entries, everybody(entries)))[0] == "A: A 1 also Bee also Öttinger also Zoltan"


def test_a_name_that_is_its_own_heading_is_not_inverted() -> None:
    entries: dict[str, Entry] = {"khan": person("Genghis Khan", "Genghis Khan", "Temujin")}

    assert shown(index_of(entries, everybody(entries))) == [
        "G: Genghis Khan 1",
        "T: Temujin see Genghis Khan",
    ]


def test_an_entry_that_nobody_mentions_has_no_heading() -> None:
    entries: dict[str, Entry] = {"a": person("A", "A"), "b": person("B", "B", "Bee", "Cee")}

    assert shown(index_of(entries, division(mention("a", "a-1")))) == ["A: A 1"]


def test_see_also_leads_only_to_headings_that_are_there() -> None:
    entries: dict[str, Entry] = {"a": person("A", see_also=["b", "c"]), "b": person("B"), "c": person("C")}

    assert shown(index_of(entries, division(mention("a", "a-1"), mention("c", "a-2")))) == [
        "A: A 1 also C",
        "C: C 1",
    ]


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


def test_see_does_not_stand_where_another_entry_has_its_heading() -> None:
    entries: dict[str, Entry] = {
        "a": person("Adams, Ann", "Ann Smith"),
        "b": person("Smith, Ben", "Ben Smith"),
    }

    assert shown(index_of(entries, everybody(entries))) == ["A: Adams, Ann 1", "S: Smith, Ben 1"]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Gregory Zinoviev", "Zinoviev, Gregory"),
        ("Koba", "Koba"),
        ("Joachim von Ribbentrop", "von Ribbentrop, Joachim"),
        ("Vincent van der Berg", "van der Berg, Vincent"),
        ("trial of the printers", "trial of the printers"),
        ("", ""),
    ],
)
def test_a_name_is_inverted_for_the_index(name: str, heading: str) -> None:
    assert inverted(name) == heading if name else True


def test_mentions_in_unbroken_paragraphs_are_one_locator() -> None:
    entries: dict[str, Entry] = {"a": person("A")}
    found = index_of(entries, division(*(mention("a", f"a-{n}") for n in (1, 2, 3, 5))))

    assert found.headings[0].locators == (
        Locator(Spot("a-1"), Spot("a-3", 3), within="A"),
        Locator(Spot("a-5"), Spot("a-5", 3), within="A"),
    )


def test_mentions_in_two_divisions_are_two_locators() -> None:
    entries: dict[str, Entry] = {"a": person("A")}
    found = index_of(
        entries,
        division(mention("a", "a-1"), paragraphs=1),
        division(mention("a", "b-1"), paragraphs=1, key="b"),
    )

    assert len(found.headings[0].locators) == 2


def test_a_passage_takes_up_the_mentions_inside_and_not_those_of_others_or_of_notes() -> None:
    entries: dict[str, Entry] = {"a": person("A"), "b": person("B")}
    passage = Mention("people", "a", Spot("a-2"), Spot("a-4", 10), passage=True)
    found = index_of(
        entries, division(passage, mention("a", "a-3"), mention("b", "a-3"), mention("a", "a-6"))
    )

    assert found.headings[0].locators == (
        Locator(Spot("a-2"), Spot("a-4", 10), principal=True, within="A"),
        Locator(Spot("a-6"), Spot("a-6", 3), within="A"),
    )
    assert len(found.headings[1].locators) == 1


def test_a_mention_that_the_edition_leaves_out_is_no_locator(book: Book) -> None:
    teacher = {h.heading: len(h.locators) for h in book.index("people", "teacher").headings if h.locators}
    plain = {h.heading: len(h.locators) for h in book.index("people", "plain").headings if h.locators}

    assert teacher.keys() == plain.keys()
    assert plain["Mirov, Boris"] <= teacher["Mirov, Boris"]


def test_mentions_of_another_register_are_in_another_index() -> None:
    entries: dict[str, Entry] = {"a": person("A")}
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
    entries: dict[str, Entry] = {"a": person("A", "Cee"), "b": person("B", see_also=["a"])}
    ordered = sorted(mentions, key=lambda m: (m.start.block, m.start.letter))

    assert index_of(entries, division(*mentions)) == index_of(entries, division(*ordered))


class TestLocators:
    """What is printed once folios are known."""

    FOLIOS = folios_of(
        ("iv", "a", (("a-1", 0, 10), ("n-1", 0, 10), ("n-2", 0, 10))),
        ("5", "b", (("b-1", 0, 10), ("b-2", 0, 5))),
        ("6", "b", (("b-2", 5, 10), ("b-3", 0, 10))),
        ("7", "b", (("b-4", 0, 10), ("m-1-1", 0, 9), ("m-1-2", 0, 9), ("m-2-1", 0, 9))),
        ("8", "b", (("b-5", 0, 10),)),
    )

    def printed(self, *locators: Locator) -> list[str]:
        heading = Heading("h", "H", "H", locators)
        found = locate(Index("i", "I", "", (heading,)), self.FOLIOS).headings[0].locators
        return [f"{p.label} ({p.spoken})" if p.spoken != p.label else p.label for p in found]

    def test_a_locator_is_the_folio_of_its_page(self) -> None:
        assert self.printed(at("a-1"), at("b-1"), at("b-4", 9)) == ["iv", "5", "7"]

    def test_a_run_over_pages_is_a_range(self) -> None:
        assert self.printed(Locator(Spot("b-1"), Spot("b-3", 3))) == ["5–6 (5 to 6)"]

    def test_a_letter_after_the_break_stands_on_the_second_page(self) -> None:
        assert self.printed(at("b-2", 0), at("b-2", 5)) == ["5", "6"]

    def test_no_page_is_named_twice(self) -> None:
        assert self.printed(at("b-1"), at("b-1", 4), at("b-2")) == ["5"]
        assert self.printed(Locator(Spot("b-1"), Spot("b-3", 3)), at("b-3")) == ["5–6 (5 to 6)"]
        assert self.printed(Locator(Spot("b-1"), Spot("b-3", 3)), Locator(Spot("b-3"), Spot("b-4", 1))) == [
            "5–7 (5 to 7)"
        ]

    def test_pages_that_only_follow_one_another_are_no_range(self) -> None:
        assert self.printed(at("b-1"), at("b-3"), at("b-4")) == ["5", "6", "7"]

    def test_a_note_is_n_and_several_are_nn(self) -> None:
        assert self.printed(at("m-1-1", note="1")) == ["7n (7, note)"]
        assert self.printed(at("m-1-1", note="1"), at("m-1-2", note="1")) == ["7n (7, note)"]
        assert self.printed(at("m-1-1", note="1"), at("m-2-1", note="2")) == ["7nn (7, notes)"]

    def test_a_page_that_the_text_names_is_not_named_for_a_note(self) -> None:
        assert self.printed(at("m-1-1", note="1"), at("b-4")) == ["7"]
        assert self.printed(Locator(Spot("b-1"), Spot("b-5", 1)), at("m-1-1", note="1")) == ["5–8 (5 to 8)"]

    def test_locators_are_in_the_order_of_the_pages(self) -> None:
        assert self.printed(at("b-5"), at("m-1-1", note="1"), at("a-1"), at("b-1")) == [
            "iv",
            "5",
            "7n (7, note)",
            "8",
        ]

    def test_a_place_that_no_page_has_is_left_out(self) -> None:
        assert self.printed(at("z-1"), at("b-1")) == ["5"]

    @given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 5), st.booleans()), max_size=12))
    def test_ranges_expanded_give_back_the_pages(self, spans: list[tuple[int, int, bool]]) -> None:
        """Every page of a locator is printed once, and no other."""
        folios = folios_of(*((str(n + 1), "a", ((f"a-{n}", 0, 9),)) for n in range(25)))
        locators = [
            Locator(Spot(f"a-{s}"), Spot(f"a-{s + length}", 1), note="1" if note else "")
            for s, length, note in spans
        ]
        heading = Heading("h", "H", "H", tuple(locators))

        printed = [p.label for p in locate(Index("i", "I", "", (heading,)), folios).headings[0].locators]

        pages = {p for s, length, note in spans if not note for p in range(s + 1, s + length + 2)}
        notes = {s + 1 for s, _, note in spans if note} - pages
        expanded = [page for label in printed for page in _expand(label)]
        assert expanded == sorted(pages | notes)
        assert {p for label in printed if "n" in label for p in _expand(label)} == notes


def at(block: str, letter: int = 0, *, note: str = "", within: str = "") -> Locator:
    return Locator(Spot(block, letter), Spot(block, letter), note=note, within=within)


def _expand(label: str) -> list[int]:
    first, _, last = label.rstrip("n").partition("–")
    return list(range(int(first), int(last or first) + 1))


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


class TestSubHeadings:
    """A heading with many locators is divided: by what marks say, else by the divisions."""

    FOLIOS = folios_of(
        *(
            (f"{n}", f"d{n}", ((f"d{n}-1", 0, 10), (f"d{n}-2", 0, 10), (f"n{n}-1", 0, 10)))
            for n in range(1, 11)
        )
    )

    def divided(self, *locators: Locator, undivided: int = 2) -> list[str]:
        heading = Heading("h", "H", "H", locators)
        found = locate(Index("i", "I", "", (heading,), undivided), self.FOLIOS).headings[0]
        flat = [p.label for p in found.locators]
        return flat + [f"{sub.words}: {', '.join(p.label for p in sub.locators)}" for sub in found.subs]

    def test_few_locators_stay_one_string(self) -> None:
        assert self.divided(at("d1-1", within="One"), at("d2-1", within="Two")) == ["1", "2"]

    def test_many_are_divided_by_the_divisions_in_their_order(self) -> None:
        many = [at(f"d{n}-1", within=f"Text {n}") for n in (9, 1, 3)]

        assert self.divided(*sorted(many, key=lambda m: m.start)) == ["Text 1: 1", "Text 3: 3", "Text 9: 9"]

    def test_what_is_one_page_counts_once(self) -> None:
        same = [at("d1-1", within="One"), at("d1-2", within="One"), at("n1-1", note="1", within="One")]

        assert self.divided(*same, at("d2-1", within="Two")) == ["1", "2"]

    def test_a_mark_divides_whatever_their_number(self) -> None:
        marked = replace(at("d2-1", within="Two"), under="and Stalin")

        assert self.divided(at("d1-1", within="One"), marked) == ["One: 1", "and Stalin: 2"]

    def test_marks_of_one_wording_are_one_sub_heading(self) -> None:
        marked = [replace(at(f"d{n}-1", within=f"Text {n}"), under="and Stalin") for n in (1, 2)]

        assert self.divided(*marked, at("d3-1", within="Text 3")) == ["and Stalin: 1, 2", "Text 3: 3"]

    def test_every_locator_stands_under_the_heading_once(self) -> None:
        many = [at(f"d{n}-1", within=f"Text {n}") for n in range(1, 8)]
        heading = Heading("h", "H", "H", tuple(many))
        found = locate(Index("i", "I", "", (heading,)), self.FOLIOS).headings[0]

        assert found.subs == ()
        assert [p.label for p in found.all] == [str(n) for n in range(1, 8)]

    def test_sub_headings_have_ids_of_their_own(self) -> None:
        many = [at(f"d{n}-1", within=f"Text {n}") for n in range(1, 10)]
        found = locate(Index("i", "I", "", (Heading("h", "H", "H", tuple(many)),)), self.FOLIOS).headings[0]

        assert [sub.id for sub in found.subs] == [f"h-sub-{n}" for n in range(1, 10)]


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
    mentions = (mention("a", "d-2"), mention("a", "d-4"))
    record = Division(
        "disagreements", "disagreements", "back", "R", "Record", inside_of("section", html), mentions=mentions
    )
    found = index_of({"a": person("A")}, record).headings[0].locators

    assert [loc.within for loc in found] == ["Record: the dates", "Record: who"]


def test_mentions_under_two_sub_headings_are_two_locators() -> None:
    other = replace(mention("a", "a-2"), under="and B")
    found = index_of({"a": person("A")}, division(mention("a", "a-1"), other, mention("a", "a-3")))

    assert [loc.under for loc in found.headings[0].locators] == ["", "and B", ""]
