"""`chresto index review`: every name with its sentence and its reason; nothing is guessed silently."""

import base64
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.__main__ import DONE, QUERIES, main
from chresto.apparatus.decide import Letters
from chresto.commands import review, shop_of
from chresto.commands.review import Reviewed, in_short, paste
from chresto.commands.review.names import runs
from chresto.commands.review.remarks import OfRegister
from chresto.commands.review.sentences import LEAST, LONGEST, Prose
from chresto.commands.review.spans import Spans
from chresto.doors.schema import fit
from chresto.doors.yaml import read_yaml
from chresto.queries import Queries
from chresto.registers import Person
from tests.helpers import LAYOUTS, Book, person

ILYA = "mirov-ilya: {heading: 'Mirov, Ilya', variants: [Mirov]}\n"
PLACES = "  places: {mark: place, title: Index of places}\n"
#: Each has 100,000 signs.
HOSTILE = (
    "Anders " * 14_000,
    "Mr. Anders. " * 8_000,
    "Anders met Petrenko. " * 4_700,
    f"Anders. {'A. B. ' * 16_000}",
    f"Anders: {'word other ' * 9_000}",
    f"x.{'’' * 100_000} Anders",
    f"Anders {'von ' * 25_000}",
    f"Anders. A{'b' * 100_000}",
)
WORDS = st.text(alphabet="Aab é-’.“”\n", min_size=1, max_size=40)


def reviewed(book: Book, edition: str = "") -> Reviewed:
    """The review of a book, without a query."""
    shop = shop_of(book.root, jobs=1, cached=True, report=lambda _step, _what: None)
    return review(shop, edition, book.root / "build", book.queries)


def people(book: Book) -> OfRegister:
    """The review of the people."""
    return reviewed(book).review.registers[0]


def page_of(book: Book) -> str:
    """The page that the review put in place."""
    return (book.root / "build" / "review" / "teacher.html").read_text(encoding="utf-8")


def ids_of(html: str) -> list[str]:
    """Every id of a page."""
    return re.findall(r' id="([^"]*)"', html)


def speech(book: Book, markdown: str, *, decisions: str = "") -> None:
    """The tiny book with another text for its reading, in which nothing says who Mirov is."""
    book.write("readings/speech.md", markdown)
    book.replace("outline.yaml", "        means: {Mirov: mirov-boris}\n", "")
    book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")
    book.replace("registers/people.yaml", "judge:", f"{ILYA}judge:")
    if decisions:
        book.replace("outline.yaml", "sources: sources.yaml", "sources: sources.yaml\ndecisions: d.yaml")
        book.write("d.yaml", decisions)


# ------------------------------------------------------------------------------------------ sentences


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("He left. Then Mirov spoke. She came.", "Mirov", "Then |Mirov| spoke."),
        ("He left. Mr. Mirov spoke. She came.", "Mirov", "Mr. |Mirov| spoke."),
        ("He left. I. N. Mirov spoke, cf. Orlov.", "Mirov", "I. N. |Mirov| spoke, cf. Orlov."),
        ("He left. Yu. Mirov spoke? “No.” She", "Mirov", "Yu. |Mirov| spoke?"),
        ("He said: “Go!” Mirov went.", "Mirov", "|Mirov| went."),
        ("He left. Messrs. Mirov and Gen. Orlov spoke.", "Mirov", "Messrs. |Mirov| and Gen. Orlov spoke."),
        ("A lapp. Mirov spoke.", "Mirov", "|Mirov| spoke."),
        ("He left in vol. 3 of 1936. Mirov\n  spoke … of it", "Mirov", "|Mirov| spoke … of it"),
        ("Mirov", "Mirov", "|Mirov|"),
    ],
)
def test_a_sentence_ends_with_a_stop_but_not_with_an_abbreviation(
    words: str, name: str, expected: str
) -> None:
    start = words.index(name)
    found = Prose.of(words).sentence(start, start + len(name))
    assert f"{found.before}|{found.words}|{found.after}" == expected


@given(st.integers(0, 900), st.integers(0, 900))
def test_a_long_sentence_is_cut_around_the_words_at_spaces(before: int, after: int) -> None:
    words = f"{'abcd ' * (before // 5)}Mirov{' efgh' * (after // 5)}"
    start = words.index("Mirov")
    found = Prose.of(words).sentence(start, start + 5)
    shown = found.before + found.words + found.after
    assert found.words == "Mirov"
    assert len(shown) <= LONGEST + 8
    assert set(shown.split()) <= {"abcd", "Mirov", "efgh", "…"}


@given(WORDS, WORDS)
def test_words_around_a_name_are_about_that_place_and_no_other(before: str, after: str) -> None:
    """A decision made from them finds the place; it finds no other unless the paragraph repeats itself."""
    words = f"{before} Mirov {after} and Mirov came"
    start = words.index("Mirov")
    whole = Letters.of("a", words)
    around = Prose.of(words).near(start, start + 5, whole.letters)
    places = list(whole.places("Mirov", Letters.of("", around).letters))
    assert places[0][0] == Letters.of("", words[:start]).letters.__len__()
    assert len(places) == 1


@given(st.lists(st.sampled_from(["Mirov", "“Mirov’s”", "a", "b", "—"]), min_size=1, max_size=12), st.data())
def test_words_around_a_name_are_the_first_in_turns_that_suffice(
    words: list[str], data: st.DataObject
) -> None:
    """One more behind, one more before, until no other place has them, or another place of the name comes."""
    named = [n for n, word in enumerate(words) if "Mirov" in word]
    own = data.draw(st.sampled_from(named)) if named else 0
    words = words if named else ["Mirov"]
    text = "\0".join((letters_of(words), letters_of(data.draw(st.lists(st.sampled_from(words), max_size=9)))))
    left, right, steps = own, own + 1, 0
    while steps < LEAST or text.count(letters_of(words[left:right])) > 1:
        behind, before = (left, right + 1), (left - 1, right)
        turns = (behind, before) if right - own - 1 <= own - left else (before, behind)
        fits = (
            t
            for t in turns
            if t[0] >= 0 and t[1] <= len(words) and letters_of(words[t[0] : t[1]]).count("Mirov") == 1
        )
        left, right = next(fits, (left, right))
        if right - left == steps + 1:
            break
        steps += 1

    start = len(" ".join([*words[:own], ""])) + words[own].index("M")
    assert Prose.of(" ".join(words)).near(start, start + 5, text) == " ".join(words[left:right])


def letters_of(words: list[str]) -> str:
    return "".join(c for c in "".join(words) if c.isalnum())


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))), st.integers(0, 20), st.integers(1, 5))
def test_stretches_are_asked_as_if_each_was_looked_at(
    ends: list[tuple[int, int]], start: int, length: int
) -> None:
    pairs = [(min(pair), max(pair)) for pair in ends]
    end = start + length
    assert Spans.of(pairs).hold(start, end) == any(a <= start and end <= b for a, b in pairs)
    assert Spans.of(pairs).touch(start, end) == any(a < end and start < b for a, b in pairs)


# ---------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("So he met Vladimir Antonov-Ovseenko there.", ["So", "Vladimir Antonov-Ovseenko"]),
        ("with Joachim von Ribbentrop and I. N. Smirnov", ["Joachim von Ribbentrop", "I. N. Smirnov"]),
        ("in Stalin's Russia", ["Stalin", "Russia"]),
        ("of the GPU and O'Hara", ["O'Hara"]),
        ("the van der Lubbe case", ["Lubbe"]),
    ],
)
def test_a_name_is_a_run_of_words_with_capitals(words: str, expected: list[str]) -> None:
    assert [run.text for run in runs(words)] == expected


def test_names_that_no_register_knows_are_told_by_frequency_in_all_their_forms(book: Book) -> None:
    speech(
        book,
        "Then Vladimir Antonov-Ovseenko came. Perhaps Antonov-Ovseenko’s friends met Comrade Petrenko.\n\n"
        "They left in March. Perhaps so. He saw Antonov-Ovseenko, they said, and the Party; the party knew.\n"
        "The party of the party was a party.\n",
    )
    found = people(book).strangers
    assert [s.forms for s in found if s.count > 1] == [
        (("Vladimir Antonov-Ovseenko", 1), ("Antonov-Ovseenko", 2))
    ]
    names = {name for s in found for name, _ in s.forms}
    assert "Petrenko" in names
    assert not names & {"Then", "Perhaps", "March", "Party", "They", "He", "Comrade Petrenko"}
    assert next(s for s in found if s.count > 1).entry == (
        "antonov-ovseenko:\n  heading: Antonov-Ovseenko, Vladimir\n"
        "  variants: [Vladimir Antonov-Ovseenko, Antonov-Ovseenko]"
    )


def test_words_that_the_editor_calls_no_names_are_left_out(book: Book) -> None:
    speech(book, "They saw the Kremlin, and then Petrenko.\n", decisions="no_names: [Kremlin]\n")
    names = {name for s in people(book).strangers for name, _ in s.forms}
    assert "Petrenko" in names
    assert "Kremlin" not in names


def test_titles_of_the_bibliography_are_no_names(book: Book) -> None:
    titles = re.findall(r"title: (.+)", (book.manuscript / "sources.yaml").read_text(encoding="utf-8"))
    speech(book, f"They read *{titles[0].strip()}* aloud, and Petrenko.\n")
    names = [name for s in people(book).strangers for name, _ in s.forms]
    assert names.count("Petrenko") == 1
    assert not any(name in titles[0] for name in names)


def test_another_spelling_of_a_variant_is_told_with_that_entry_s_variants(book: Book) -> None:
    book.replace("registers/people.yaml", "Boris Mirov, Mirov, Koba", "Boris Mirovsson, Mirovsson, Koba")
    speech(book, "They said that Mirovson came.\n")
    one = next(s for s in people(book).strangers if s.forms[0][0] == "Mirovson")
    assert one.close == "Mirov, Boris"
    assert one.variants == "variants: [Boris Mirovsson, Mirovsson, Koba, Mirovson]"


# ---------------------------------------------------------------------------------------- what is pasted


def test_every_register_entry_to_paste_is_one(book: Book, queries: Queries) -> None:
    speech(book, "They saw “Petrenko”, Anna O’Hara, Anders’ friend Zoltán Ó Hara and E. T. A. Hoffmann.\n")
    found = people(book).strangers
    text = "\n".join(s.entry for s in found)
    data = read_yaml(text, "people.yaml", queries)
    assert data
    entries = fit(data, dict[str, Person], queries)
    assert entries
    assert len(entries) == len(found)
    for key, entry in entries.items():
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", key)
        assert entry.variants


@given(st.text(alphabet="aB é-.,:#[]{}'\"’“” \\~0n", min_size=1, max_size=20))
def test_words_are_the_same_after_they_are_pasted(words: str) -> None:
    queries = Queries()
    data = read_yaml(f"- {{a: {paste.quoted(words)}, b: [{paste.quoted(words)}]}}\n", "a.yaml", queries)
    assert queries.found == []
    assert data
    assert data.value == [{"a": words, "b": [words]}]


@pytest.mark.parametrize("words", ["true", "null", "12", "1.5", "no", "a ", "- a", "Null"])
def test_words_that_yaml_would_read_otherwise_are_quoted(words: str) -> None:
    data = read_yaml(f"a: {paste.quoted(words)}\n", "a.yaml", Queries())
    assert data
    assert data.value == {"a": words}


def test_the_variants_of_an_entry_keep_their_conditions() -> None:
    queries = Queries()
    text = "a:\n  heading: A\n  variants: [A b, {form: C, near: [d, e f], after_full: true}]\n"
    data = read_yaml(text, "a.yaml", queries)
    assert data
    entries = fit(data, dict[str, Person], queries)
    assert entries
    assert paste.variants(entries["a"], "New") == (
        "variants: [A b, {form: C, near: [d, e f], after_full: true}, New]"
    )
    assert paste.variants(person("B", "B c"), "D: e") == 'variants: [B c, "D: e"]'


def test_an_id_is_one_that_nothing_has() -> None:
    taken = {"petrenko", "petrenko-anna", *(f"petrenko-anna-{n}" for n in range(2, 2000))}
    assert paste.slug("Petrenko", "Anna", taken) == "petrenko-anna-2000"


def test_the_script_of_the_page_takes_the_same_words_as_they_are() -> None:
    """Its pattern is Python's, in the signs of JavaScript."""
    script = (LAYOUTS / "review" / "review.js").read_text(encoding="utf-8")
    (pattern, flags) = re.findall(r"const PLAIN = /(.*)/([a-z]*);", script)[0]
    for theirs, ours in (
        (r"[\p{L}\p{N}_’]", r"[\w’]"),
        (r"[\p{L}\p{N}_]", r"\w"),
        (r"\p{L}", r"[^\W\d_]"),
    ):
        pattern = pattern.replace(theirs, ours)
    assert pattern == f"^{paste.PLAIN.pattern}$"
    assert set(flags) == {"i", "u"}
    assert paste.PLAIN.flags == re.IGNORECASE | re.UNICODE


# ------------------------------------------------------------------------------------------- the review


def test_what_is_a_query_elsewhere_is_listed_with_a_decision_for_each_alternative(book: Book) -> None:
    speech(book, "It was late. Then Mirov spoke.\n")
    found = people(book)
    (one,) = found.asked
    assert one.place == book.at("readings/speech.md", "‸Mirov")
    assert one.entries == ("mirov-boris", "mirov-anna", "mirov-ilya")
    assert f"{one.sentence.before}|{one.sentence.words}|{one.sentence.after}" == "Then |Mirov| spoke."
    text = (book.root / "build" / "review" / "teacher.txt").read_text(encoding="utf-8")
    for entry in one.entries:
        line = f"- {{text: speech, words: Mirov, near: Then Mirov spoke., entry: {entry}}}"
        assert line.replace("Then Mirov spoke.", '"Then Mirov spoke."') in text


def test_a_decision_that_is_pasted_settles_its_place(book: Book) -> None:
    speech(book, "It was late. Then Mirov spoke.\n")
    before = people(book)
    decision = paste.decision(before.asked[0], "mirov-anna")
    book.replace("outline.yaml", "sources: sources.yaml", "sources: sources.yaml\ndecisions: d.yaml")
    book.write("d.yaml", f"mentions:\n  {decision}\n")
    after = people(book)
    assert after.asked == ()
    (one,) = next(m.remarks for m in after.mentioned if m.entry == "mirov-anna")[-1:]
    assert (one.text, one.why, one.marked) == ("speech", "a decision", True)


def test_what_a_mark_or_a_decision_says_is_settled_whatever_its_reason(book: Book) -> None:
    decided = "mentions: [{text: speech, words: the printer, entry: anders, because: she says so}]\n"
    speech(book, "Then [he]{person=mirov-boris} met the printer, and Anders spoke.\n", decisions=decided)
    ours = [r for m in people(book).mentioned for r in m.remarks if r.text == "speech"]
    assert {(r.sentence.words, r.why, r.marked, bool(r.near)) for r in ours} == {
        ("he", "a mark", True, False),
        ("the printer", "a decision: she says so", True, False),
        ("Anders", "the variant “Anders”", False, True),
    }


def test_an_index_by_marks_has_a_section_with_its_mentions(book: Book) -> None:
    book.replace("outline.yaml", "  trials: {register: trials,", f"{PLACES}  trials: {{register: trials,")
    speech(
        book, "In [Łódź]{.place} and [there]{place='Nizhny Novgorod'}, then [Tver]{.place}. [Tver]{.place}!\n"
    )
    found = reviewed(book)
    register = found.review.registers[-1]
    assert (register.id, register.title) == ("places", "Index of places")
    assert [(m.entry, len(m.remarks)) for m in register.mentioned] == [
        ("Łódź", 1),
        ("Nizhny Novgorod", 1),
        ("Tver", 2),
    ]
    assert f"{sum(r.count for r in found.review.registers)} mentions" in in_short(found)
    text = (book.root / "build" / "review" / "teacher.txt").read_text(encoding="utf-8")
    assert "places/Łódź  speech manuscript/readings/speech.md:1  a mark | In *Łódź* and there" in text
    assert all(re.fullmatch(r"\S+", name) for name in ids_of(page_of(book)))


def test_every_mention_is_a_line_that_can_be_searched(book: Book) -> None:
    found = reviewed(book)
    assert [p.name for p in found.files] == ["teacher.html", "teacher.txt"]
    text = (book.root / "build" / "review" / "teacher.txt").read_text(encoding="utf-8")
    expected = (
        "people/anders  before manuscript/before.md:1  the variant “Zoë Anders” | *Zoë Anders* printed;"
    )
    assert expected in text
    assert "Not read for names: Bibliography." in text
    mentions = text.split("people 6. Every mention")[1].split("==== trials")[0]
    lines = [line for line in mentions.split("\n") if line.startswith("people/")]
    assert len(lines) == found.review.registers[0].count
    assert all(re.match(r"people/\S+  \S+.* manuscript/\S+  .+ \| .*\*.+\*", line) for line in lines)


def test_entries_that_are_never_mentioned_are_told(book: Book) -> None:
    assert people(book).unmentioned == ("judge",)


def test_what_an_edition_leaves_out_is_told_to_be_so(book: Book) -> None:
    shop = shop_of(book.root, jobs=1, cached=True, report=lambda _step, _what: None)
    found = review(shop, "plain", book.root / "build", book.queries).review.registers[0]
    out = [r for m in found.mentioned for r in m.remarks if r.left_out]
    assert out
    assert "[not in this edition]" in (book.root / "build/review/plain.txt").read_text(encoding="utf-8")


def test_the_page_needs_nothing_but_itself(book: Book) -> None:
    reviewed(book)
    html = page_of(book)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(sha256(inside.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy.replace("&#43;", "+")
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', html) == []
    assert re.findall(r"url\((?!data:)", html) == []
    assert not re.search(r'\sstyle="|\son\w+="', html)


def test_what_a_manuscript_says_is_text_on_the_page(book: Book) -> None:
    speech(book, "They saw \\<script\\>alert(1)\\</script\\> & Petrenko “x” near Anders.\n")
    reviewed(book)
    html = page_of(book)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize("name", ["headings", "basket", "first"])
def test_a_register_may_be_called_like_anything_else(book: Book, name: str) -> None:
    """No id stands twice, and every link leads to one."""
    book.replace("outline.yaml", "  people: {file:", f"  {name}: {{file:")
    book.replace("outline.yaml", "{register: people,", f"{{register: {name},")
    reviewed(book)
    html = page_of(book)
    ids = ids_of(html)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


@pytest.mark.slow
def test_the_same_book_gives_the_same_review(book: Book, shelf: Path) -> None:
    """In another process and hash order, too."""
    shutil.copytree(shelf / "faces", book.root / "build" / ".cache" / "typeset" / "faces")
    speech(book, "It was late. Then Mirov spoke, and Petrenko. Perhaps the Kremlin.\n")
    command = [sys.executable, "-m", "chresto", "index", "review", "--book", str(book.root), "--quiet"]
    found = []
    for seed in ("1", "4242"):
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        found.append({p.name: p.read_bytes() for p in (book.root / "build" / "review").iterdir()})
    assert found[0] == found[1]
    assert set(found[0]) == {"teacher.html", "teacher.txt"}


@pytest.mark.slow
@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:12])
def test_a_line_without_end_is_reviewed(book: Book, line: str) -> None:
    """Nothing in the review costs as much as a paragraph's length times the names in it."""
    speech(book, f"{line}\n")
    found = people(book)
    told = (*found.doubts, *(r for m in found.mentioned for r in m.remarks))
    assert any(r.text == "speech" for r in told)


# ----------------------------------------------------------------------------------------- the command


def run(book: Book, *words: str) -> int:
    return main([*words, "--book", str(book.root), "--jobs", "1"])


def test_the_command_says_where_the_review_is_and_what_is_in_it(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(book, "index", "review") == DONE
    err = capsys.readouterr().err
    assert str(Path("build", "review", "teacher.html")) in err
    assert re.search(r"\d+ mentions: 0 ambiguous, \d+ inferred or left alone; \d+ names", err)


def test_another_error_fails_and_leaves_the_last_review(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewed(book)
    text = book.root / "build" / "review" / "teacher.txt"
    before = text.read_bytes()
    book.append("before.md", "\n[x]{person=nobody-known}\n")
    assert run(book, "index", "review", "-q") == QUERIES
    assert "[id-unknown]" in capsys.readouterr().err
    assert text.read_bytes() == before


def test_check_says_how_many_names_there_are_to_look_at(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(book, "check") == DONE
    assert "to look at" not in capsys.readouterr().err
    book.write("readings/speech.md", "Then Boris Mirov came, and Mirov spoke.\n")
    book.replace("outline.yaml", "        means: {Mirov: mirov-boris}\n", "")
    assert run(book, "check") == DONE
    assert re.search(r"^1 name to look at: make review$", capsys.readouterr().err, re.MULTILINE)
