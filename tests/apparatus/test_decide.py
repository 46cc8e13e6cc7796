"""Step 3: what the editor decided about single places outweighs what is found, and marks outweigh it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.apparatus.decide import Letters, decide
from chresto.apparatus.marks import Marked
from chresto.forms import Text
from chresto.letters import blocks, only, text_of
from chresto.queries import Queries
from chresto.registers import Decision, Decisions, Entry, Registers
from chresto.tree import inside_of
from tests.helpers import Book, claim, person

PEOPLE: dict[str, Entry] = {
    "smirnov-ivan": person("Smirnov, Ivan", "Smirnov"),
    "smirnov-vladimir": person("Smirnov, Vladimir", "Smirnov"),
}
ILYA = "mirov-ilya: {heading: 'Mirov, Ilya', variants: [Mirov]}\n"
TRIALS = {"sixteen": Entry("Trial of the Sixteen")}
TEXT = "Smirnov came. Then <em>Smirnov</em>\nspoke of “Smirnov’s” case, Smirnovism and the old man."


def decided(
    *decisions: Decision, html: str = TEXT, marked: Marked | None = None, queries: Queries | None = None
) -> list[str]:
    """What decisions make of a text: “people/smirnov-ivan:Smirnov@0”, and “people/-:…” for nobody."""
    tree = inside_of("section", f'<p data-b="1" id="a-1">{html}</p>')
    text = Text("a", "manuscript/a.md", "".join(tree.itertext()), tree)
    registers = Registers({"people": PEOPLE, "trials": TRIALS}, {}, {}, decisions=Decisions(decisions))
    marked = marked if marked is not None else Marked()
    before = {r: {b: list(s) for b, s in spans.items()} for r, spans in marked.settled.items()}
    decide(text, blocks(tree), registers, marked, queries if queries is not None else Queries())
    letters = only(text_of(tree[0]))
    named = {(m.register, m.start.letter): m.entry for m in marked.mentions}
    return [
        f"{register}/{named.get((register, start), '-')}:{letters[start:end]}@{start}"
        for register, spans in marked.settled.items()
        for start, end in spans.get("a-1", ())
        if (start, end) not in before.get(register, {}).get("a-1", ())
    ]


def test_a_decision_without_words_around_is_about_every_place() -> None:
    assert decided(Decision("a", "Smirnov", "smirnov-ivan")) == [
        "people/smirnov-ivan:Smirnov@0",
        "people/smirnov-ivan:Smirnov@15",
        "people/smirnov-ivan:Smirnov@29",
    ]


@pytest.mark.parametrize("around", ["Then Smirnov spoke", "then “Smirnov” spoke"[5:], "Smirnov-spoke"])
def test_words_around_are_compared_by_their_letters(around: str) -> None:
    assert decided(Decision("a", "Smirnov", "smirnov-ivan", around)) == ["people/smirnov-ivan:Smirnov@15"]


@given(
    st.text(alphabet="ab ", max_size=24),
    st.text(alphabet="ab", min_size=1, max_size=3),
    st.text("ab", max_size=5),
)
def test_words_are_found_inside_those_around_them(words: str, name: str, around: str) -> None:
    """Overlapping places of either, too."""
    letters = Letters.of("a", words)
    whole = letters.letters
    nears = [n for n in range(len(whole)) if around and whole.startswith(around, n)]
    expected = [
        (n, n + len(name))
        for n in range(len(whole))
        if whole.startswith(name, n)
        and n in letters.starts
        and n + len(name) in letters.ends
        and (not around or any(a <= n and n + len(name) <= a + len(around) for a in nears))
    ]
    assert list(letters.places(name, around)) == expected


def test_accents_do_not_matter() -> None:
    decision = Decision("a", "Slansky", "smirnov-ivan")
    assert decided(decision, html="Rudolf Slánský") == ["people/smirnov-ivan:Slánský@6"]


def test_a_decision_makes_a_mention_of_words_that_no_variant_has() -> None:
    assert decided(Decision("a", "old man", "smirnov-ivan")) == ["people/smirnov-ivan:oldman@57"]


def test_a_decision_with_words_around_comes_before_one_without() -> None:
    found = decided(
        Decision("a", "Smirnov", "smirnov-ivan"),
        Decision("a", "Smirnov", "smirnov-vladimir", "Then Smirnov"),
    )
    assert sorted(found) == [
        "people/smirnov-ivan:Smirnov@0",
        "people/smirnov-ivan:Smirnov@29",
        "people/smirnov-vladimir:Smirnov@15",
    ]


def test_nobody_is_settled_for_every_register_or_for_one() -> None:
    near = "Then Smirnov"
    assert decided(Decision("a", "Smirnov", "none", near)) == ["people/-:Smirnov@15", "trials/-:Smirnov@15"]
    assert decided(Decision("a", "Smirnov", "none", near, register="trials")) == ["trials/-:Smirnov@15"]


def test_the_reason_is_told_in_the_review() -> None:
    marked = Marked()
    decided(Decision("a", "old man", "smirnov-ivan", because="his friends called him so"), marked=marked)
    assert [(m.by, m.why) for m in marked.mentions] == [("decision", "a decision: his friends called him so")]


def test_a_mark_has_the_last_word(queries: Queries) -> None:
    marked = Marked(settled={"people": {"a-1": [(15, 22)]}})
    assert decided(Decision("a", "Smirnov", "smirnov-ivan"), marked=marked) == [
        "people/smirnov-ivan:Smirnov@0",
        "people/smirnov-ivan:Smirnov@29",
    ]
    near = Decision("a", "Smirnov", "smirnov-ivan", "Then Smirnov")
    assert decided(near, marked=marked, queries=queries) == []
    claim(queries, "decision-unused", says="a mark or another decision", hint="take the decision out")


@pytest.mark.parametrize(
    ("decision", "says", "hint"),
    [
        (Decision("a", "Pyatakov", "smirnov-ivan"), "does not have the words", "correct “words”"),
        (Decision("a", "Smirnov", "smirnov-ivan", "x Smirnov"), "among these words", "correct “near”"),
        (Decision("a", "mirnov", "smirnov-ivan"), "does not have the words", "did the text change?"),
    ],
)
def test_a_decision_about_no_place_is_a_query(
    decision: Decision, says: str, hint: str, queries: Queries
) -> None:
    assert decided(decision, queries=queries) == []
    claim(queries, "decision-unused", says=says, hint=hint)


def test_a_decision_about_another_text_is_not_ours() -> None:
    assert decided(Decision("b", "Smirnov", "smirnov-ivan")) == []


@given(st.text(alphabet="aA bé-’\n.", max_size=30))
def test_the_letters_of_a_block_keep_their_places(words: str) -> None:
    """Letter n of the folded block is letter n of the block; every word begins and ends at a letter."""
    letters = Letters.of("a", words)
    assert len(letters.letters) == sum(c.isalnum() for c in words)
    assert all(0 <= n <= len(letters.letters) for n in (*letters.starts, *letters.ends))


def decide_in(book: Book, *lines: str) -> None:
    """Put a file of decisions into the tiny book."""
    disagreements = "disagreements: disagreements.yaml"
    book.replace("outline.yaml", disagreements, f"{disagreements}\ndecisions: decisions.yaml")
    book.write("decisions.yaml", "\n".join(("mentions:", *(f"  - {{{line}}}" for line in lines))) + "\n")


def test_a_decision_in_its_file_settles_what_was_a_query(book: Book) -> None:
    book.write("readings/speech.md", "Then Mirov spoke, and Anders.\n")
    book.replace("outline.yaml", "        means: {Mirov: mirov-boris}\n", "")
    book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")
    book.replace("registers/people.yaml", "judge:", f"{ILYA}judge:")
    book.fails(book.attach)
    book.claim("mention-ambiguous", at=book.at("readings/speech.md", "‸Mirov"))

    decide_in(book, "text: speech, words: Mirov, near: Then Mirov spoke, entry: mirov-anna")
    found = book.attach()["speech"].mentions

    ours = [(m.entry, m.by, m.why) for m in found if m.entry != "anders"]
    assert ours == [("mirov-anna", "decision", "a decision")]
    assert {m.by for m in found if m.entry == "anders"} == {"found"}


def test_a_decision_keeps_the_finder_from_a_place(book: Book) -> None:
    book.write("readings/speech.md", "Anders wrote. Then Anders spoke.\n")
    decide_in(book, "text: speech, words: Anders, near: Then Anders, entry: none")
    starts = [m.start.letter for m in book.attach()["speech"].mentions if m.entry == "anders"]
    assert starts == [0]
