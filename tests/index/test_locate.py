"""What is printed once folios are known: pages, ranges, notes, lines; and what is left out, and why."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.entries import CrossReference, Heading, Index, Locator, PrintedLocator
from chresto.forms import BookPage, Folios, Line, PageMap, Run, SetPage, Spot
from chresto.index import ask, locate
from chresto.index.label import of_notes, shortened
from chresto.queries import Queries, render
from tests.helpers import folios_of
from tests.index.sample import SPEC, at, outline_of, printed

FOLIOS = folios_of(
    ("iv", "a", (("a-1", 0, 10), ("n-1", 0, 10), ("n-2", 0, 10))),
    ("5", "b", (("b-1", 0, 10), ("b-2", 0, 5))),
    ("6", "b", (("b-2", 5, 10), ("b-3", 0, 10))),
    ("7", "b", (("b-4", 0, 10), ("m-1-1", 0, 9), ("m-1-2", 0, 9), ("m-2-1", 0, 9))),
    ("8", "b", (("b-5", 0, 10),)),
)


def labels(*locators: Locator) -> list[str]:
    found = printed(FOLIOS, *locators).locators
    return [f"{p.label} ({p.spoken})" if p.spoken != p.label else p.label for p in found]


def test_a_locator_is_the_folio_of_its_page() -> None:
    assert labels(at("a-1"), at("b-1"), at("b-4", 9)) == ["iv", "5", "7"]


def test_a_run_over_pages_is_a_range() -> None:
    assert labels(at("b-1", last="b-3", to=3)) == ["5–6 (5 to 6)"]


def test_a_letter_after_the_break_stands_on_the_second_page() -> None:
    assert labels(at("b-2", 0), at("b-2", 5)) == ["5", "6"]


def test_no_page_is_named_twice() -> None:
    assert labels(at("b-1"), at("b-1", 4), at("b-2")) == ["5"]
    assert labels(at("b-1", last="b-3", to=3), at("b-3")) == ["5–6 (5 to 6)"]
    assert labels(at("b-1", last="b-3"), at("b-3", last="b-4")) == ["5–7 (5 to 7)"]


def test_pages_that_only_follow_one_another_are_no_range() -> None:
    assert labels(at("b-1"), at("b-3"), at("b-4")) == ["5", "6", "7"]


def test_a_note_is_n_and_several_are_nn() -> None:
    assert labels(at("m-1-1", note="1")) == ["7n (7, note)"]
    assert labels(at("m-1-1", note="1"), at("m-1-2", note="1")) == ["7n (7, note)"]
    assert labels(at("m-1-1", note="1"), at("m-2-1", note="2")) == ["7nn (7, notes)"]


def test_a_sign_for_a_note_stands_apart_from_a_roman_folio() -> None:
    assert labels(at("n-1", note="1")) == ["iv\u00a0n (iv, note)"]


def test_a_page_that_the_text_names_is_not_named_for_a_note_and_the_reason_is_told() -> None:
    found = printed(FOLIOS, at("m-1-1", note="1"), at("b-4"))

    assert [p.label for p in found.locators] == ["7"]
    assert found.suppressed == ((3, "the text of the page is named"),)
    assert labels(at("b-1", last="b-5", to=1), at("m-1-1", note="1")) == ["5–8 (5 to 8)"]


def test_a_note_that_another_sub_heading_names_is_not_left_out() -> None:
    locators = (at("b-4", within="A"), at("m-1-1", note="1", within="A"), at("m-2-1", note="2", within="B"))
    found = printed(FOLIOS, *locators, spec=replace(SPEC, undivided=0))

    assert [[p.label for p in sub.locators] for sub in found.subs] == [["7"], ["7n"]]
    assert found.suppressed == ()


def test_locators_are_in_the_order_of_the_pages() -> None:
    assert labels(at("b-5"), at("m-1-1", note="1"), at("a-1"), at("b-1")) == ["iv", "5", "7n (7, note)", "8"]


def test_a_place_that_no_page_has_is_left_out() -> None:
    assert labels(at("z-1"), at("b-1")) == ["5"]


def test_a_locator_knows_its_pages() -> None:
    assert printed(FOLIOS, at("b-1", last="b-4")).locators[0].pages == (1, 3)


@pytest.mark.parametrize(("style", "label"), [("italic", "7"), ("lettered", "7\u00a0fig.")])
def test_a_picture_is_marked_and_not_where_the_text_names_its_page(
    style: Literal["italic", "lettered"], label: str
) -> None:
    spec, picture = replace(SPEC, pictures=style), replace(at("b-4"), kind="figure")
    alone = printed(FOLIOS, picture, spec=spec).locators
    beside = printed(FOLIOS, picture, at("b-4", 4), at("m-1-1", note="1"), spec=spec).locators

    assert [(p.label, p.kind, p.spoken) for p in alone] == [(label, "figure", "7, figure")]
    assert [(p.label, p.kind) for p in beside] == [("7", "")]


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 5), st.booleans()), max_size=12))
def test_ranges_expanded_give_back_the_pages(spans: list[tuple[int, int, bool]]) -> None:
    """Every page of a locator is printed once, and no other; what is not printed has a reason."""
    folios = folios_of(*((str(n + 1), "a", ((f"a-{n}", 0, 9),)) for n in range(25)))
    found = printed(
        folios, *(at(f"a-{s}", last=f"a-{s + n}", note="1" if note else "") for s, n, note in spans)
    )

    pages = {p for s, length, note in spans if not note for p in range(s + 1, s + length + 2)}
    notes = {s + 1 for s, _, note in spans if note}
    expanded = [page for p in found.locators for page in _expand(p)]
    assert expanded == sorted(pages | notes)
    assert {p for one in found.locators if "n" in one.label for p in _expand(one)} == notes - pages
    assert {page + 1 for page, _ in found.suppressed} == notes & pages


def _expand(locator: PrintedLocator) -> list[int]:
    first, _, last = locator.label.rstrip("n").partition("–")
    return list(range(int(first), int(last or first) + 1))


@pytest.mark.parametrize(
    ("pages", "chicago", "minimal"),
    [
        *(("3–10", "10", "10"), ("71–72", "72", "2"), ("96–117", "117", "117"), ("100–104", "104", "4")),
        *(
            ("1100–1113", "1113", "13"),
            ("101–108", "8", "8"),
            ("808–833", "33", "33"),
            ("1103–1104", "4", "4"),
        ),
        *(("321–328", "28", "8"), ("498–532", "532", "532"), ("1087–1089", "89", "9")),
        *(("1496–1500", "500", "500"), ("11564–11615", "615", "615"), ("12991–13001", "3001", "3001")),
        *(("111–115", "15", "15"), ("110–112", "12", "12"), ("12–14", "14", "14"), ("132–136", "36", "6")),
        *(("xi–xii", "xii", "xii"), ("99–101", "101", "101"), ("123–133", "33", "33")),
    ],
)
def test_the_second_number_of_a_range_is_cut_by_rule(pages: str, chicago: str, minimal: str) -> None:
    first, _, last = pages.partition("–")

    assert shortened(first, last, "full") == last
    assert shortened(first, last, "chicago") == chicago
    assert shortened(first, last, "minimal") == minimal


@given(st.integers(1, 3000), st.integers(1, 400), st.sampled_from(["chicago", "minimal"]))
def test_a_range_that_is_cut_can_be_read_again(
    first: int, more: int, style: Literal["chicago", "minimal"]
) -> None:
    last = str(first + more)
    short = shortened(str(first), last, style)

    read = short if len(short) >= len(str(first)) else str(first)[: -len(short)] + short
    assert read == last


@pytest.mark.parametrize(
    ("marks", "label"),
    [
        *(
            (["3"], "45n3"),
            (["3", "4"], "45nn3–4"),
            (["3", "7"], "45nn3, 7"),
            (["3", "4", "5", "9"], "45nn3–5, 9"),
        ),
        *((["b"], "45n\u00a0b"), (["b", "c"], "45nn\u00a0b–c"), (["*"], "45n"), (["3", "°"], "45nn")),
    ],
)
def test_notes_are_numbered_unless_a_sign_is_the_same_for_all(marks: list[str], label: str) -> None:
    assert of_notes(replace(SPEC, notes="numbered"), "45", marks).printed == label


def test_numbered_notes_are_spoken() -> None:
    spec = replace(SPEC, notes="numbered")

    assert of_notes(spec, "45", ["3"]).spoken == "45, note 3"
    assert of_notes(spec, "45", ["3", "4", "7"]).spoken == "45, notes 3, 4 and 7"


class TestLines:
    """Where an edition numbers lines, an index may name them: 45.12."""

    SPEC = replace(SPEC, lines=True)

    @staticmethod
    def folios() -> Folios:
        """Two pages with a block of three lines each, twenty letters a line; then a table."""
        pages = []
        for name in ("a", "b"):
            lines = tuple(Line(Spot(name, 20 * n), 50 + 12.0 * n, 60 + 12.0 * n) for n in range(3))
            pages.append(SetPage((Run(name, 0, 60),), lines, {}))
        bound = tuple(BookPage(str(45 + n), "d", n, "body") for n in range(2))
        blocks: dict[str, tuple[str, tuple[tuple[int, int, int], ...]]] = {
            "a": ("d", ((0, 0, 60),)),
            "b": ("d", ((1, 0, 60),)),
        }
        return Folios(bound, {"d": PageMap(420.0, 595.0, tuple(pages), {}, {})}, {"d": 0}, blocks)

    def labels(self, *locators: Locator, lines: bool = True) -> list[str]:
        found = printed(self.folios(), *locators, spec=self.SPEC, lines=lines).locators
        return [p.label for p in found]

    def test_a_locator_names_page_and_line(self) -> None:
        assert self.labels(at("a", 25)) == ["45.2"]

    def test_a_range_names_the_line_of_either_end(self) -> None:
        assert self.labels(at("a", 25, last="b", to=3)) == ["45.2–46.1"]
        assert self.labels(at("a", 5, last="a", to=45)) == ["45.1–3"]

    def test_two_lines_of_a_page_are_both_named_and_one_line_once(self) -> None:
        assert self.labels(at("a", 1), at("a", 5), at("a", 45)) == ["45.1", "45.3"]

    def test_an_edition_without_numbers_of_lines_has_pages(self) -> None:
        assert self.labels(at("a", 1), at("a", 45), lines=False) == ["45"]


class TestSubHeadings:
    """A heading with many locators is divided: by what marks say, else by the divisions."""

    FOLIOS = folios_of(
        *(
            (f"{n}", f"d{n}", ((f"d{n}-1", 0, 10), (f"d{n}-2", 0, 10), (f"n{n}-1", 0, 10)))
            for n in range(1, 11)
        )
    )

    def divided(self, *locators: Locator, undivided: int = 2) -> list[str]:
        found = printed(self.FOLIOS, *locators, spec=replace(SPEC, undivided=undivided))
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

    def test_what_would_be_too_many_under_one_stands_under_what_it_has_instead(self) -> None:
        many = [replace(at(f"d{n}-1", within="defendant"), instead=f"Text {n}") for n in (1, 2, 3)]
        few = replace(at("d4-1", within="witness"), instead="Text 4")

        assert self.divided(*many, few) == ["witness: 4", "Text 1: 1", "Text 2: 2", "Text 3: 3"]

    def test_one_sub_heading_alone_is_none(self) -> None:
        assert self.divided(*(at(f"d{n}-1", within="One") for n in (1, 2, 3))) == ["1", "2", "3"]

    def test_what_has_no_sub_heading_stays_with_the_heading(self) -> None:
        many = [at("d1-1"), at("d2-1", within="Two"), at("d3-1", within="Three")]

        assert self.divided(*many) == ["1", "Two: 2", "Three: 3"]

    def test_every_locator_stands_under_the_heading_once(self) -> None:
        found = printed(self.FOLIOS, *(at(f"d{n}-1", within=f"Text {n}") for n in range(1, 8)))

        assert found.subs == ()
        assert [p.label for p in found.all] == [str(n) for n in range(1, 8)]

    def test_sub_headings_have_ids_of_their_own(self) -> None:
        found = printed(self.FOLIOS, *(at(f"d{n}-1", within=f"Text {n}") for n in range(1, 10)))

        assert [sub.id for sub in found.subs] == [f"h-sub-{n}" for n in range(1, 10)]


class TestDoublePosting:
    """A reference to a single locator is that locator."""

    @staticmethod
    def posted(*locators: Locator) -> str:
        heading = Heading("ix-i-a", "Adams, Ann", "A", "a", locators)
        other = Heading("ix-i-a-see-2", "Smith, Ann", "S", see=(CrossReference("Adams, Ann", "ix-i-a"),))
        found = locate(Index("i", "I", "", (heading, other), SPEC), FOLIOS).headings[1]
        assert (found.heading.id, found.heading.heading, found.heading.group) == (
            other.id,
            other.heading,
            "S",
        )
        see = "".join(f" see {r.heading}" for r in found.heading.see)
        return found.heading.entry + see + "".join(f" {p.label}" for p in found.locators)

    def test_one_locator_is_printed_in_both_places(self) -> None:
        assert self.posted(at("b-1")) == "a 5"
        assert self.posted(at("b-1", last="b-4")) == "a 5–7"

    def test_two_are_referred_to(self) -> None:
        assert self.posted(at("b-1"), at("b-4")) == " see Adams, Ann"

    @staticmethod
    def emel(*locators: Locator, people: bool = True, also: tuple[CrossReference, ...] = ()) -> str:
        """What stands under E, of a person with a pseudonym and of the one who bore it."""
        lurye = Heading("ix-i-l", "Lurye, Moisei (Emel)", "L", "lurye", locators, see_also=also)
        emel = Heading("ix-i-l-see-2", "Emel, Alexander", "E", see=(CrossReference("Lurye", "ix-i-l"),))
        emel = replace(emel, see=(CrossReference(lurye.heading, lurye.id),))
        zoe = Heading("ix-i-z", "Zoe", "Z", "zoe", (at("b-1"),))
        index = Index("i", "I", "", (emel, lurye, zoe), SPEC, people=people)
        found = locate(index, FOLIOS).headings[0]
        see = "".join(f" see {r.heading}" for r in found.heading.see)
        return found.heading.heading + see + "".join(f", {p.label}" for p in found.locators)

    def test_a_person_is_named_with_the_name_that_leads_to_them(self) -> None:
        note = at("m-1-1", note="1")

        assert self.emel(note) == "Emel, Alexander (Lurye, Moisei), 7n"
        assert self.emel(note, people=False) == "Emel, Alexander, 7n"

    def test_a_heading_that_leads_on_is_referred_to(self) -> None:
        also = (CrossReference("Zoe", "ix-i-z"),)

        assert self.emel(at("b-1"), also=also) == "Emel, Alexander see Lurye, Moisei (Emel)"
        assert self.emel() == "Emel, Alexander see Lurye, Moisei (Emel)"


def test_a_string_of_too_many_locators_is_a_query(queries: Queries) -> None:
    folios = folios_of(*((str(n + 1), f"d{n}", ((f"d{n}-1", 0, 9),)) for n in range(6)))
    locators = [at(f"d{n}-1", within="Text" if n else "First") for n in range(6)]
    heading = Heading("ix-people-a", "Adams, Ann", "A", "a", tuple(locators))

    def told(undivided: int) -> list[str]:
        spec = replace(SPEC, undivided=undivided)
        index = Index("people", "Index of people", "", (heading,), spec)
        ask([locate(index, folios)], outline_of({"people": spec}), queries)
        found = [line for q in queries.found for line in render(q).split("\n")]
        queries.found.clear()
        return found

    assert told(undivided=6) == []
    assert told(undivided=5) == []
    assert told(undivided=4) == [
        (
            "Index of people, Adams, Ann: warning: "
            "“Adams, Ann”, “Text”, has 5 locators in one string [index-undivided]"
        ),
        '  try: mark some with a sub-heading: [words]{person=a under="…"}; or divide in more ways',
    ]
