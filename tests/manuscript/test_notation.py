"""Step 2: what an editor writes becomes the one vocabulary of all later stages."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import _Element as Element

from chresto.book import Outline
from chresto.forms import Text
from chresto.letters import text_of
from chresto.queries import Failed, Queries
from chresto.registers import Registers
from chresto.tree import classes_of
from tests.helpers import Book, flat
from tests.manuscript.loading import load_one

WORDS = "<p>Words.</p>"
EPIGRAPH = '<section class="epigraph">'
ONE = '<ol type="1">'
QUOTED = '<blockquote class="quotation">'
INDENTED = (
    '<p class="line indent2"><em>three</em></p><p class="stanza-break"></p><p class="line">four</p></div>'
)


def loaded(book: Book, source: str | bytes, name: str = "readings/speech.md") -> str:
    """A reading as loaded, as HTML on one line."""
    if name != "readings/speech.md":
        book.delete("readings/speech.md")
        book.replace("outline.yaml", "readings/speech.md", name)
    book.write(name, source)
    return flat(book.load()["speech"].tree).removeprefix("<section>").removesuffix("</section>").strip()


def book_tree(book: Book, source: str) -> Element:
    """The first paragraph of a reading as loaded."""
    book.write("readings/speech.md", source)
    return book.load()["speech"].tree[0]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("One *two* **three**.", "<p>One <em>two</em> <strong>three</strong>.</p>"),
        ("It's \"1936\" -- or --- so...", "<p>It’s “1936” – or — so…</p>"),
        ("# One\n\n## Two\n\n###### Six", "<h2>One</h2><h3>Two</h3><h6>Six</h6>"),
        ("## One\n\n#### Three", "<h2>One</h2><h4>Three</h4>"),
        ("#### Deep", "<h2>Deep</h2>"),
        ("## One {#here}", '<h2 id="here">One</h2>'),
        ("::: headnote\nWords.\n:::", '<section class="headnote"><p>Words.</p></section>'),
        ("::: questions\n1. Who?\n:::", f'<section class="questions">{ONE}<li>Who?</li></ol></section>'),
        ("::: epigraph\n> Words.\n:::", f"{EPIGRAPH}<blockquote>{WORDS}</blockquote></section>"),
        (
            "> Words.\n>\n> — Who, *Where*",
            f'{QUOTED}{WORDS}<p class="attribution">Who, <em>Where</em></p></blockquote>',
        ),
        (
            "> Words.\n>\n> -- Who",
            '<blockquote class="quotation"><p>Words.</p><p class="attribution">Who</p></blockquote>',
        ),
        ("> Words — so.", '<blockquote class="quotation"><p>Words — so.</p></blockquote>'),
        (
            "| One\n|   two\n|     *three*\n|\n| four",
            '<div class="verse"><p class="line">One</p><p class="line indent1">two</p>' + INDENTED,
        ),
        ("[gpu]{.smallcaps} [x]{.underline}", '<p><span class="smallcaps">gpu</span> <u>x</u></p>'),
        ("[volte-face]{lang=fr}", '<p><span lang="fr">volte-face</span></p>'),
        ("[page](#before){.page}", '<p><a href="#before" class="page">page</a></p>'),
        ("<https://a.org/?b&c>", '<p><a href="https://a.org/?b&amp;c">https://a.org/?b&amp;c</a></p>'),
        ("H~2~O x^2^", "<p>H<sub>2</sub>O x<sup>2</sup></p>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("5. five", '<ol start="5" type="1"><li>five</li></ol>'),
        ("a\\\nb", "<p>a<br> b</p>"),
        ("{author} Words.", "<p>{author} Words.</p>"),
    ],
)  # fmt: skip
def test_a_mark_has_one_form(book: Book, source: str, html: str) -> None:
    assert loaded(book, source) == html


@pytest.mark.parametrize(
    "source",
    [
        '<b onclick="x">a</b>',
        "<script>alert(1)</script>",
        '<div class="headnote">',
        "<!-- a -->",
        "\\textbf{a}",
        "`<b>`{=html}",
        "```{=html}\n<b>x</b>\n```",
        '<img src="https://a.org/b.png">',
    ],
)
def test_raw_html_and_tex_stay_text(book: Book, source: str) -> None:
    html = loaded(book, f"Words {source} words.\n\n{source}")

    for tag in ("<b", "<script", "<div", "<img", "<!--", 'onclick="x">a</b>'):
        assert tag not in html


def test_a_table_keeps_its_parts(book: Book) -> None:
    html = loaded(book, "| who | when |\n|-----|-----:|\n| A | 1902 |\n\n: Who when")

    assert "<caption>Who when</caption>" in html
    assert "<th>who</th>" in html
    assert "style" not in html


def test_a_picture_of_the_folder_is_kept_with_its_words(book: Book) -> None:
    book.write("images/a.png", b"\x89PNG")

    assert '<img src="image:images/a.png" alt="a man">' in loaded(book, "![a man](images/a.png)")
    assert '<img src="image:images/a.png" alt="a man">' in loaded(book, "Words ![a man](images/a.png) words.")


class TestNotes:
    def test_a_note_stands_at_its_call(self, book: Book) -> None:
        assert loaded(book, "One[^1] two.\n\n[^1]: A *note*.\n\n    More.") == (
            '<p>One<span class="note"><span class="para">A <em>note</em>.</span>'
            '<span class="para">More.</span></span> two.</p>'
        )

    def test_a_note_may_be_written_where_it_is_called(self, book: Book) -> None:
        assert (
            loaded(book, "One^[A note.] two.")
            == '<p>One<span class="note"><span class="para">A note.</span></span> two.</p>'
        )

    def test_a_note_of_a_heading_stands_in_the_heading(self, book: Book) -> None:
        assert "<h2>One<span" in loaded(book, "## One[^1]\n\nWords.\n\n[^1]: A note.")

    def test_a_list_or_a_quotation_in_a_note_is_paragraphs(self, book: Book) -> None:
        html = loaded(book, "One[^1].\n\n[^1]: Note.\n\n    - b\n    - c\n\n    > d")

        assert [w in html for w in (">Note.</span>", ">b</span>", ">c</span>", ">d</span>")] == [True] * 4
        assert "<ul" not in html

    def test_a_numbered_list_in_a_note_keeps_its_numbers(self, book: Book) -> None:
        html = loaded(book, "One[^1].\n\n[^1]: Note.\n\n    3. b\n    4. c *d*")

        assert [w in html for w in (">3. b</span>", ">4. c <em>d</em></span>")] == [True] * 2

    def test_words_beside_a_list_in_a_note_are_not_lost(self, book: Book) -> None:
        html = loaded(book, "One[^1].\n\n[^1]: - b\n        - c\n\n    Last.")

        assert [w in html for w in (">b</span>", ">c</span>", ">Last.</span>")] == [True] * 3

    def test_a_note_called_twice_is_two_notes(self, book: Book) -> None:
        assert loaded(book, "One[^1] two[^1].\n\n[^1]: A note.").count(">A note.</span>") == 2

    def test_a_call_inside_of_code_is_no_call(self, book: Book) -> None:
        assert loaded(book, "One.").startswith("<p>")


class TestCitations:
    def test_a_citation_is_set_and_leads_to_the_bibliography(self, book: Book) -> None:
        assert loaded(book, "So [@smith1950, p. 7].") == (
            '<p>So <span class="citation" data-cites="smith1950">'
            '(<a href="#ref-smith1950">Smith 1950, 7</a>)</span>.</p>'
        )

    def test_citations_use_the_quotation_marks_that_the_outline_asks_for(self, book: Book) -> None:
        book.replace("sources.yaml", "    author: [{family: Smith, given: Ann}]\n", "")
        book.replace(
            "sources.yaml", "type: book\n    title: A History", "type: article\n    title: A History"
        )

        assert "(‘A History’ 1950)" in text_of(book_tree(book, "So [@smith1950]."))
        book.replace("outline.yaml", "language: en-GB\n", "language: en-GB\n  citations: en-US\n")
        assert "(“A History” 1950)" in text_of(book_tree(book, "So [@smith1950]."))

    def test_a_citation_of_two_names_both(self, book: Book) -> None:
        html = loaded(book, "So [@smith1950; @mirov1901].")

        assert "Mirov 1901" in html
        assert "Smith 1950" in html

    def test_the_list_of_sources_stands_in_the_bibliography_only(self, book: Book) -> None:
        assert "A History" not in loaded(book, "So [@smith1950].")
        html = flat(book.load()["bibliography"].tree)
        assert '<p id="ref-smith1950" class="entry">Smith, Ann. 1950. <em>A History</em>.' in html

    def test_an_address_of_the_post_is_no_citation(self, book: Book) -> None:
        assert "data-cites" not in loaded(book, "ann@smith1950.org")


class TestFormats:
    def test_html_is_read_and_its_programs_are_not(self, book: Book) -> None:
        html = loaded(
            book,
            "<html><head><title>t</title><style>p{}</style></head>"
            '<body><p onclick="x" class="c">One <b>two</b></p>'
            '<script>y()</script><div><p style="color:red">three</p></div></body></html>',
            "readings/speech.html",
        )

        assert html == "<p>One <strong>two</strong></p><p>three</p>"

    def test_words_of_html_outside_of_paragraphs_are_paragraphs(self, book: Book) -> None:
        assert loaded(book, "<div>One</div>two<blockquote>three</blockquote>", "readings/speech.html") == (
            '<p>One</p><p>two</p><blockquote class="quotation"><p>three</p></blockquote>'
        )

    def test_plain_text_is_paragraphs_and_every_character_stands_for_itself(self, book: Book) -> None:
        source = "*One* <two>\nthree & [x](y).\n\n\n  # four\n \n- five"

        assert loaded(book, source, "readings/speech.txt") == (
            "<p>*One* &lt;two&gt; three &amp; [x](y).</p><p># four</p><p>- five</p>"
        )

    @pytest.mark.parametrize("kind", ["docx", "odt"])
    def test_a_text_of_a_word_processor_is_read(
        self, book: Book, kind: str, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        source = "# A head\n\nOne *two*[^1] **three**.\n\n> quoted\n\n[^1]: A note."
        path = tmp_path_factory.mktemp("made") / f"a.{kind}"
        convert(source, kind, str(path))

        html = loaded(book, path.read_bytes(), f"readings/speech.{kind}")

        assert "One <em>two</em><span" in html
        assert '<span class="para">A note.</span>' in html
        assert "<strong>three</strong>" in html
        assert "style" not in html

    def test_a_rich_text_is_read(self, book: Book) -> None:
        source = r"{\rtf1\ansi One {\i two}{\super\chftn}{\footnote\chftn A note.} Zo\'eb.\par}"

        html = loaded(book, source, "readings/speech.rtf")

        assert html.startswith('<p>One <em>two</em><span class="note"><span class="para">A note.')
        assert "Zoë." in html

    def test_a_text_in_a_language_of_its_own_has_its_quotation_marks(self, book: Book) -> None:
        book.replace("outline.yaml", "byline:", "language: fr\n        byline:")
        assert loaded(book, 'Un "mot".').startswith("<p>Un ")


def convert(source: str, kind: str, path: str) -> None:
    import pypandoc  # noqa: PLC0415  -- as a word processor would

    pypandoc.convert_text(source, kind, format="markdown", outputfile=path, extra_args=["--standalone"])


class TestCache:
    def test_a_text_that_has_not_changed_is_not_read_again(
        self, book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = flat(book.load()["speech"].tree)
        monkeypatch.setattr("chresto.doors.pandoc.convert", _refuse)

        assert flat(book.load()["speech"].tree) == first

    def test_a_damaged_entry_is_as_good_as_none(self, tmp_path: Path) -> None:
        first = flat(load_one("Words.", Queries(), cache=tmp_path).tree)
        (kept,) = tmp_path.iterdir()
        for damage in (b"", b"{", b"[]", b'{"html": 1}', b'{"html": 1, "warnings": []}', b"\xff"):
            kept.write_bytes(damage)

            assert flat(load_one("Words.", Queries(), cache=tmp_path).tree) == first
            assert kept.read_bytes() != damage

    def test_another_bibliography_is_another_text(self, book: Book) -> None:
        book.load()
        book.replace("sources.yaml", "family: Smith", "family: Smythe")

        assert "Smythe 1950" in flat(book.load()["before"].tree)


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError


def test_a_division_of_data_that_is_not_there_is_left_out(book: Book) -> None:
    book.replace("outline.yaml", "\ndisagreements: disagreements.yaml", "")
    book.delete("disagreements.yaml")
    book.replace("before.md", "[in February]{disagreement=day}", "in February")

    assert "disagreements" not in [d.id for d in book.compose()]


def test_marks_in_the_words_of_a_claim_are_marks(book: Book) -> None:
    book.replace("disagreements.yaml", "On 1 March.", "'On *1* March, [so].'")

    html = flat(book.load()["disagreements"].tree)

    assert "On <em>1</em> March, [so]." in html


@pytest.mark.parametrize(
    "where", ["p. 3; ch. 2", "the table [3]", "a {b} *c*", "“quoted”, p. 9", "@smith1950"]
)
def test_where_a_claim_stands_may_be_said_in_any_words(book: Book, where: str) -> None:
    book.replace("disagreements.yaml", "where: p. 3", f"where: '{where}'")
    texts = book.load()

    assert "Mirov 1901" in "".join(texts["disagreements"].tree.itertext())


def test_a_copyright_page_is_a_text(book: Book) -> None:
    book.write("copyright.md", "Printed with *love*.")
    book.replace("outline.yaml", "  rights:", "  copyright_page: copyright.md\n  rights:")

    titles = book.compose()[0]

    assert titles.tree is not None
    assert "Printed with <em>love</em>." in flat(titles.tree)


@settings(max_examples=15)
@given(st.text(max_size=80) | st.text(alphabet="ab *_[]{}()^:@#|>-`~$\\\n.=\"'<&!1", max_size=120))
def test_no_text_is_too_odd_to_be_loaded(source: str) -> None:
    """Any text survives without a traceback; its letters, but for marks, are there."""
    found = Queries()
    try:
        text = load_one(source, found)
    except Failed:
        assert found.errors
    else:
        assert isinstance(text, Text)
        assert all(not classes_of(e) or e.get("class") == " ".join(classes_of(e)) for e in text.tree.iter())
        assert isinstance(text_of(text.tree), str)


def test_types_are_those_of_the_book(book: Book) -> None:
    outline, registers = book.read()

    assert isinstance(outline, Outline)
    assert isinstance(registers, Registers)
