"""Step 3: who is mentioned, found by the register's variants or said by a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.apparatus.find import THINGS, Finder, find
from chresto.apparatus.marks import Marked
from chresto.book import Item, RegisterFile
from chresto.forms import Spot, Text
from chresto.letters import count, text_of
from chresto.queries import Queries
from chresto.registers import Entry, Person
from chresto.tree import inside_of, new
from tests.helpers import Book, claim, division_from, mentions_of, person

PEOPLE = {
    "stalin": person("Stalin, Joseph", "Joseph Stalin", "Stalin", "Koba"),
    "lenin": person("Lenin, Vladimir", "Vladimir Lenin", "Lenin", never=["Lenin Boys"]),
    "borgia": person("Borgia, Cesare", "Cesare Borgia", "Borgia"),
    "ivanov": person("Ivanov, Ivan", "Ivan Ivanov", "Ivan", "Ivanov"),
    "ivan": person("Ivan IV", "Ivan the Terrible", "Ivan IV"),
    "hood": person("O’Hara-Smith, Ann", "Ann O’Hara-Smith", "O’Hara-Smith"),
    "smirnov-ivan": person("Smirnov, Ivan", "Ivan Smirnov", "Smirnov"),
    "smirnov-vladimir": person("Smirnov, Vladimir", "Vladimir Smirnov", "Smirnov"),
}
SPEC = RegisterFile(file="people.yaml", mark="person", kind="people")


def named(
    html: str,
    *,
    means: dict[str, str] | None = None,
    spec: RegisterFile = SPEC,
    queries: Queries | None = None,
) -> list[str]:
    """Who a paragraph mentions, each with the words: “stalin:Koba”."""
    tree = inside_of("section", f'<p data-b="1" id="p">{html}</p>')
    text = Text("a", "manuscript/a.md", text_of(tree[0]), tree)
    finder = Finder.of("people", spec, PEOPLE)
    found = find(
        text,
        Item(piece="a", means=means or {}),
        finder,
        Marked(),
        queries if queries is not None else Queries(),
    )
    blocks = {
        str(e.get("id")): "".join(c for c in text_of(e) if c.isalnum())
        for e in tree.iter()
        if e.get("data-b")
    }
    return [f"{m.entry}:{blocks[m.start.block][m.start.letter : m.end.letter]}" for m in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Joseph Stalin came, and Stalin went.", ["stalin:JosephStalin", "stalin:Stalin"]),
        ("Ivan the Terrible, Ivan IV and Ivan", ["ivan:IvantheTerrible", "ivan:IvanIV", "ivanov:Ivan"]),
        ("Stalin’s, Stalin's and Stalinʼs", ["stalin:Stalin"] * 3),
        (
            "The Borgia-Stalin and Stalin‑Lenin",
            ["borgia:Borgia", "stalin:Stalin", "stalin:Stalin", "lenin:Lenin"],
        ),
        ("Stalinist, Leningrad, antiStalin, Stalin1, 1Stalin, STALIN, stalin", []),
        ("(Stalin), “Stalin”, Stalin—Stalin/Stalin", ["stalin:Stalin"] * 5),
        ("the Lenin Library, Lenin Library’s and the Lenin Prize.", []),
        ("the Lenin\nLibrary and the Lenin Library", []),
        ("Lenin library, Lenin, Library", ["lenin:Lenin", "lenin:Lenin"]),
        ("Lenin Boys and Lenin", ["lenin:Lenin"]),
        ("Joseph Stalin and Joseph\nStalin", ["stalin:JosephStalin"] * 2),
        ("Ann O'Hara‐Smith", ["hood:AnnOHaraSmith"]),
        ("Jo<em>seph Sta</em>lin and <em>Koba</em>’s", ["stalin:JosephStalin", "stalin:Koba"]),
        ("Sta<span class='note'>x</span>lin", ["stalin:Stalin"]),
        ("Joseph<br>\nStalin", ["stalin:JosephStalin"]),
        ("", []),
    ],
)
def test_names_are_whole_words_and_the_longest_wins(words: str, expected: list[str]) -> None:
    assert named(words) == expected


def test_a_mention_in_a_note_has_the_mark_of_the_note() -> None:
    tree = inside_of(
        "section",
        '<p data-b="1" id="p">Word<span class="note" data-mark="7">'
        '<span class="para" data-b="1" id="n">So Koba.</span></span></p>',
    )
    found = list(
        find(
            Text("a", "a.md", "", tree),
            Item(piece="a"),
            Finder.of("people", SPEC, PEOPLE),
            Marked(),
            Queries(),
        )
    )

    assert [(m.start, m.end, m.note) for m in found] == [(Spot("n", 2), Spot("n", 6), "7")]


def test_a_citation_in_parentheses_mentions_nobody_and_one_in_the_text_does() -> None:
    assert named('Then <span class="citation">(Stalin 1936)</span>.') == []
    assert named('Then <span class="citation">Stalin (1936)</span>.') == ["stalin:Stalin"]
    assert named('Stalin <span class="citation">(see Stalin 1936)</span> Stalin') == ["stalin:Stalin"] * 2


def test_things_of_a_register_replace_those_of_the_house() -> None:
    spec = RegisterFile(file="a", mark="person", things=("Cup",))

    assert named("Lenin Cup, Lenin Library", spec=spec) == ["lenin:Lenin"]
    assert "Library" in THINGS


def test_a_name_of_two_people_is_a_query_and_nobody_is_mentioned(queries: Queries) -> None:
    assert named("Then Smirnov spoke.", queries=queries) == []

    query = claim(queries, "mention-ambiguous", hint="[Smirnov]{person=smirnov-ivan}")
    assert query.message == "“Smirnov” may be Smirnov, Ivan or Smirnov, Vladimir"
    assert (query.place.line, query.place.column, query.place.text) == (1, 6, "Then Smirnov spoke.")


def test_the_outline_says_who_a_name_means_in_a_text(queries: Queries) -> None:
    assert named("Smirnov", means={"Smirnov": "smirnov-vladimir"}, queries=queries) == [
        "smirnov-vladimir:Smirnov"
    ]
    assert named("Smirnov", means={"Smirnov": "none"}, queries=queries) == []
    assert named("O’Hara-Smith", means={"O'Hara-Smith": "borgia"}, queries=queries) == ["borgia:OHaraSmith"]
    assert named("Koba", means={"Koba": "lenin"}, queries=queries) == ["lenin:Koba"]


NAMES = ["A", "AB", "A B", "B", "BA", "A-B", "C"]


@given(st.lists(st.sampled_from(["A", "B", "C", " ", "-", ".", "x", "AB"]), max_size=14).map("".join))
def test_what_is_found_is_what_a_naive_search_finds(words: str) -> None:
    entries: dict[str, Entry] = {f"e{n}": Person(name, (name,)) for n, name in enumerate(NAMES)}
    paragraph = new("p", text=words)
    paragraph.set("data-b", "1")
    paragraph.set("id", "p")
    tree = new("section")
    tree.append(paragraph)

    found = find(
        Text("a", "a.md", "", tree), Item(piece="a"), Finder.of("people", SPEC, entries), Marked(), Queries()
    )

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


def test_twenty_thousand_variants_are_found_in_two_hundred_thousand_words_in_one_pass() -> None:
    entries: dict[str, Entry] = {
        f"e{n}": Person(f"Name{n}", (f"Name{n}", f"First Name{n}")) for n in range(10_000)
    }
    tree = new("section")
    for n in range(2_000):
        paragraph = new("p", text="word " * 96 + f"First Name{n} and Name{n + 1}, Name{n}x.")
        paragraph.set("data-b", "1")
        paragraph.set("id", f"p{n}")
        tree.append(paragraph)

    found = list(
        find(
            Text("a", "a.md", "", tree),
            Item(piece="a"),
            Finder.of("people", SPEC, entries),
            Marked(),
            Queries(),
        )
    )

    assert len(found) == 4_000
    assert [m.entry for m in found[:4]] == ["e0", "e1", "e1", "e2"]


class TestMarks:
    """Marks in the text, in a book."""

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("The [man]{person=anders} came.", ["people/anders"]),
            ('The [two]{person="anders mirov-anna"} came.', ["people/anders", "people/mirov-anna"]),
            ("[Anders]{person=none} came.", []),
            ("[Boris Mirov, Anders]{person=none} and Anders came.", ["people/anders"]),
            ("[Boris *Mirov*]{person=anders} came.", ["people/anders"]),
            ("It was []{person=judge}so.", ["people/judge"]),
            ("The [first]{trial=printers} and Anders.", ["trials/printers", "people/anders"]),
            ("[Anders]{trial=printers} came.", ["people/anders", "trials/printers"]),
            ("Word.[^1]\n\n[^1]: The [man]{person=anders}.", ["people/anders note 1"]),
            ("Word.[^1]\n\n[^1]: {author} So Anders.", ["people/anders note a"]),
            ("## To Anders\n\nWords.", ["people/anders"]),
            ("| of Anders\n|  and Koba", ["people/anders", "people/mirov-boris"]),
            ("> Words.\n>\n> — Anders", ["people/anders"]),
            ("So [@mirov1901].", []),
            ("As @mirov1901 [p. 3] says.", ["people/mirov-boris"]),
            ('The [word]{gloss="said of Anders"}.', ["people/anders note °"]),
            ("::: {.passage person=anders}\nShe.\n\nAnders.\n:::", ["people/anders", "people/anders"]),
        ],
    )
    def test_a_mark_has_the_last_word(self, book: Book, source: str, expected: list[str]) -> None:
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")

        assert mentions_of(division_from(book, source)) == expected

    def test_a_passage_reaches_from_its_first_block_to_the_end_of_its_last(self, book: Book) -> None:
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")
        passage = "::: {.passage person=anders}\nShe went[^1].\n\n- one\n- two\n:::\n\nMore.\n\n[^1]: A note."
        division = division_from(book, passage)

        assert [(m.passage, m.start, m.end) for m in division.mentions] == [
            (True, Spot("speech-2"), Spot("speech-4", 3))
        ]

    def test_titles_and_bylines_mention_people(self, book: Book) -> None:
        book.replace("outline.yaml", "title: A speech", "title: To Zoë Anders")

        assert mentions_of(division_from(book, "Words."))[:2] == ["people/anders", "people/mirov-boris"]

    def test_a_mark_with_none_beside_a_name_mentions_that_name_only(self, book: Book) -> None:
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")

        assert mentions_of(division_from(book, 'The [two]{person="none anders"}.')) == ["people/anders"]
