"""Step 3: who is mentioned, found by the phrases of a register."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.apparatus.mentions.things import THINGS
from chresto.book import RegisterFile
from chresto.forms import Spot
from chresto.letters import count
from chresto.registers import Entry, Person, Variant
from tests.apparatus.mentions.reading import PLAIN, paragraphs, read
from tests.helpers import Book, person

PEOPLE: dict[str, Entry] = {
    "stalin": person("Stalin, Joseph", "Joseph Stalin", "Stalin", "Koba"),
    "lenin": person("Lenin, Vladimir", "Vladimir Lenin", "Lenin", never=["Lenin Boys"]),
    "borgia": person("Borgia, Cesare", "Cesare Borgia", "Borgia"),
    "ivanov": person("Ivanov, Ivan", "Ivan Ivanov", "Ivan", "Ivanov"),
    "ivan": person("Ivan IV", "Ivan the Terrible", "Ivan IV"),
    "hood": person("O’Hara-Smith, Ann", "Ann O’Hara-Smith", "O’Hara-Smith"),
    "slansky": person("Slánský, Rudolf", "Rudolf Slánský", "Slánský"),
    "papen": person("Papen, Franz von", "Franz von Papen", "von Papen"),
}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Joseph Stalin came, and Stalin went.", ["stalin:JosephStalin", "stalin:Stalin"]),
        ("Ivan the Terrible, Ivan IV and Ivan", ["ivan:IvantheTerrible", "ivan:IvanIV", "ivanov:Ivan"]),
        ("Stalin’s, Stalin's and Stalinʼs", ["stalin:Stalin"] * 3),
        ("The Borgia-Stalin, Stalin‑Lenin", ["borgia:Borgia", *["stalin:Stalin"] * 2, "lenin:Lenin"]),
        ("Stalinist, Leningrad, antiStalin, Stalin1, 1Stalin, stalin", []),
        ("STALIN: No. JOSEPH STALIN", ["stalin:STALIN", "stalin:JOSEPHSTALIN"]),
        ("Joseph STALIN", ["stalin:JosephSTALIN"]),
        ("(Stalin), “Stalin”, Stalin—Stalin/Stalin", ["stalin:Stalin"] * 5),
        ("the Lenin Library, Lenin Library’s and the Lenin Prize.", []),
        ("the Lenin\nLibrary and the Lenin State Library", []),
        ("the Marx-Lenin Institute, the Order of Lenin, the cruiser Lenin", []),
        ("the Lenin mausoleum", []),
        ("Lenin library, Lenin, Library", ["lenin:Lenin", "lenin:Lenin"]),
        ("Lenin Boys and Lenin", ["lenin:Lenin"]),
        ("Joseph Stalin and Joseph\nStalin", ["stalin:JosephStalin"] * 2),
        ("Ann O'Hara‐Smith", ["hood:AnnOHaraSmith"]),
        ("Sta\u00adlin", ["stalin:Stalin"]),
        ("Slansky and Rudolf Slánsky", ["slansky:Slansky", "slansky:RudolfSlánsky"]),
        ("Sla\u0301nsky\u0301", ["slansky:Sla\u0301nsky\u0301".replace("\u0301", "")]),
        ("Jo<em>seph Sta</em>lin and <em>Koba</em>’s", ["stalin:JosephStalin", "stalin:Koba"]),
        ("Sta<span class='note'>x</span>lin", ["stalin:Stalin"]),
        ("Joseph<br>\nStalin", ["stalin:JosephStalin"]),
        ("Franz von Papen, Von Papen", ["papen:FranzvonPapen", "papen:VonPapen"]),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_whole_words_and_the_longest_wins(words: str, expected: list[str]) -> None:
    assert read(words, PEOPLE).named() == expected


def test_a_mention_in_a_note_has_the_mark_of_the_note() -> None:
    html = (
        '<p data-b="1" id="p">Word<span class="note" data-mark="7">'
        '<span class="para" data-b="1" id="n">So Koba.</span></span></p>'
    )

    assert [(m.start, m.end, m.note) for m in read(html, PEOPLE).mentions] == [
        (Spot("n", 2), Spot("n", 6), "7")
    ]


def test_a_citation_in_parentheses_mentions_nobody_and_one_in_the_text_does() -> None:
    assert read('Then <span class="citation">(Stalin 1936)</span>.', PEOPLE).named() == []
    assert read('Then <span class="citation">Stalin (1936)</span>.', PEOPLE).named() == ["stalin:Stalin"]
    words = 'Stalin <span class="citation">(see Stalin 1936)</span> Stalin'
    assert read(words, PEOPLE).named() == ["stalin:Stalin"] * 2


def test_addresses_and_code_mention_nobody() -> None:
    address = '<a href="https://a.org/Stalin">https://a.org/Stalin</a>'
    html = f'{address}, <code>Stalin</code>, <a href="#s">Stalin</a>'

    assert read(html, PEOPLE).named() == ["stalin:Stalin"]


def test_things_of_a_register_replace_those_of_the_house() -> None:
    spec = RegisterFile(file="a", mark="person", kind="people", things=("Cup",))

    assert read("Lenin Cup, Lenin Library", PEOPLE, spec=spec).named() == ["lenin:Lenin"]
    assert "Library" in THINGS


class TestConditions:
    """A variant that names its entry only under conditions."""

    @staticmethod
    def named(variant: Variant, *words: str, key: str = "a") -> list[str]:
        people: dict[str, Entry] = {"stone": Person("Stone, Isidor", ("I. F. Stone", variant))}
        return read(paragraphs(*words), people, key=key).named()

    def test_only_in_some_texts(self) -> None:
        variant = Variant("Izzy", within=("b",))

        assert self.named(variant, "So Izzy.") == []
        assert self.named(variant, "So Izzy.", key="b") == ["stone:Izzy"]

    def test_only_near_some_words(self) -> None:
        variant = Variant("Izzy", near=("his weekly", "Washington"))

        assert self.named(variant, "So Izzy.", "In Washington they knew Izzy.") == ["stone:Izzy"]
        assert self.named(variant, "So Izzy of the Washingtonian.") == []

    def test_never_as_a_part_of_some_phrases(self) -> None:
        variant = Variant("Izzy", never=("Izzy Bar", "the old Izzy"))

        assert self.named(variant, "The Izzy Bar and the old Izzy, and Izzy.") == ["stone:Izzy"]

    def test_only_after_the_full_name(self) -> None:
        variant = Variant("Izzy", after_full=True)

        assert self.named(variant, "So Izzy. I. F. Stone came. Izzy went.") == [
            "stone:I.F.Stone".replace(".", ""),
            "stone:Izzy",
        ]

    def test_marks_on_letters_do_not_matter_in_conditions(self) -> None:
        assert self.named(Variant("Izzy", near=("Café Slánský",)), "In the Cafe Slansky Izzy sat.") != []
        assert self.named(Variant("Izzy", never=("L’Izzy Café",)), "In L'Izzy Cafe.") == []

    def test_two_conditions_must_both_hold(self) -> None:
        variant = Variant("Izzy", within=("b",), near=("Washington",))

        assert self.named(variant, "In Washington Izzy.", key="a") == []
        assert self.named(variant, "In London Izzy.", key="b") == []
        assert self.named(variant, "In Washington Izzy.", key="b") == ["stone:Izzy"]

    def test_an_epithet_may_wait_for_the_full_name(self) -> None:
        variant = Variant("the old Fox", after_full=True)

        assert self.named(variant, "So the old Fox.") == []
        assert self.named(variant, "I. F. Stone came.", "So the old Fox.") == [
            "stone:IFStone",
            "stone:theoldFox",
        ]

    def test_a_variant_that_does_not_hold_leaves_its_place_to_a_shorter_one(self) -> None:
        people: dict[str, Entry] = {
            "stone": Person("Stone, Isidor", ("Stone", Variant("Stone of Scone", within=("b",)))),
        }

        assert read("The Stone of Scone", people).named() == ["stone:Stone"]

    def test_any_ending_may_follow_a_stem(self) -> None:
        assert self.named(Variant("Сталин*"), "Речь Сталина и сталинская") == ["stone:Сталина"]


def test_phrases_of_other_registers_may_begin_a_sentence_and_stand_in_a_title() -> None:
    entries: dict[str, Entry] = {
        "purge": Entry("Great Purge", ("great purge", "the Terror")),
        "press": Entry("Press", ("press",)),
    }

    words = "Great Purge. Press reports; the great purge, THE TERROR"

    assert read(words, entries, spec=PLAIN).named() == [
        *("purge:GreatPurge", "press:Press", "purge:greatpurge", "purge:THETERROR")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Lenin" + "-a" * 50_000 + "!",
        "A. " * 30_000 + "Lenin",
        "Lenin and " * 3_000,
        "(" * 50_000,
        "A" * 90_000,
    ],
)
def test_a_line_that_somebody_meant_to_be_hard_is_read(words: str) -> None:
    assert all(name.startswith("lenin:") for name in read(words, PEOPLE).named())


def test_a_heading_without_words_names_nobody() -> None:
    assert read("Zed", {"z": person("(Zed)")}).named() == []


class TestInABook:
    """What the editor is asked, and how it is settled."""

    def ambiguous(self, book: Book) -> None:
        book.append(
            "registers/people.yaml",
            "\nsmirnov-ivan: {heading: 'Smirnov, Ivan', variants: [Smirnov]}\n"
            "smirnov-vladimir: {heading: 'Smirnov, Vladimir', variants: [Smirnov]}\n",
        )
        book.write("readings/speech.md", "Then Smirnov spoke.\n")

    def test_a_name_of_two_people_is_a_query_and_nobody_is_mentioned(self, book: Book) -> None:
        self.ambiguous(book)

        book.fails(book.attach)

        query = book.claim("mention-ambiguous", hint="[Smirnov]{person=smirnov-ivan}")
        assert query.message == "“Smirnov” may be Smirnov, Ivan or Smirnov, Vladimir"
        assert query.place == book.at("readings/speech.md", "Smirnov spoke")

    def test_the_outline_says_who_a_name_means_in_a_text(self, book: Book) -> None:
        self.ambiguous(book)
        book.replace("outline.yaml", "means: {Mirov: mirov-boris}", "means: {Smirnov: smirnov-vladimir}")

        found = book.attach()["speech"].mentions

        assert [m.entry for m in found if m.start.block.startswith("speech-")][-1] == "smirnov-vladimir"


def test_the_outline_overrules_the_register() -> None:
    assert read("Stalin", PEOPLE, means={"Stalin": "none"}).named() == []
    assert read("O’Hara-Smith", PEOPLE, means={"O'Hara-Smith": "borgia"}).named() == ["borgia:OHaraSmith"]
    assert read("Koba", PEOPLE, means={"Koba": "lenin"}).named() == ["lenin:Koba"]


NAMES = ["Ax", "Axby", "Ax By", "By", "Byax", "Ax-By", "Cy"]


@given(st.lists(st.sampled_from(["Ax", "By", "Cy", " ", "-", ".", "x", "Axby"]), max_size=14).map("".join))
def test_what_is_found_is_what_a_naive_search_finds(words: str) -> None:
    entries: dict[str, Entry] = {f"e{n}": Entry(name, (name,)) for n, name in enumerate(NAMES)}
    html = f'<p data-b="1" id="p">{words}</p>'

    found = read(html, entries, spec=RegisterFile(file="a", mark="a", forms="listed")).mentions

    assert [(m.start.letter, m.end.letter, m.entry) for m in found] == _naive(words)


def _naive(words: str) -> list[tuple[int, int, str]]:
    """From the left, the longest name that is no part of a word."""
    result, at = [], 0
    while at < len(words):
        for n, name in sorted(enumerate(NAMES), key=lambda x: -len(x[1])):
            end = at + len(name)
            whole = not (words[max(0, at - 1) : at].isalnum() or words[end : end + 1].isalnum())
            if words.startswith(name, at) and whole:
                result.append((count(words[:at]), count(words[:end]), f"e{n}"))
                at = end
                break
        else:
            at += 1
    return result
