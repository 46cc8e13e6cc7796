"""The proof of the e-book: each fault that the standard's checker does not see is seeded and found."""

import io
import zipfile

import pytest
from lxml import etree

from chresto.doors import epubcheck
from chresto.parts import Parts
from chresto.proof.ebook import proof_ebook
from chresto.proof.epub_lints import languages
from chresto.proof.epub_read import Ebook, X
from chresto.queries import Queries
from tests.helpers import claim
from tests.package.conftest import Make, make
from tests.package.sample import parts as sample_parts

__all__ = ["make"]

ROAD, RED_BOOK = "EPUB/text/road.xhtml", "EPUB/text/red-book.xhtml"
NAV, INDEX = "EPUB/text/contents.xhtml", "EPUB/text/index-people.xhtml"

MARK = '<span class="pagebreak" id="page-4" epub:type="pagebreak" role="doc-pagebreak" aria-label="4"></span>'


@pytest.fixture(scope="module")
def parts() -> Parts:
    return sample_parts()


@pytest.fixture(scope="module")
def epub(make: Make, parts: Parts) -> bytes:
    return make(parts)


def changed(epub: bytes, file: str, *pairs: tuple[str, str]) -> bytes:
    """The e-book with words of one of its files replaced, once each."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(epub)) as source, zipfile.ZipFile(held, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == file:
                text = data.decode()
                for old, new in pairs:
                    assert old in text, old
                    text = text.replace(old, new, 1)
                data = text.encode()
            target.writestr(info, data)
    return held.getvalue()


def test_a_sound_e_book_passes(epub: bytes, parts: Parts) -> None:
    queries = Queries()
    figures = proof_ebook(epub, parts, queries)
    assert queries.found == []
    assert figures["page marks"] == len(parts.folios.pages)
    assert figures["e-book notes"] == 3
    assert figures["e-book locators"] == 12
    assert figures["links back to an index"] == 8


FAULTS = {
    "page list out of order": (NAV, "page-list-wrong", ((">4</a>", ">5!</a>"), (">5</a>", ">4</a>"))),
    "page list leads elsewhere": (NAV, "page-list-wrong", (("road.xhtml#page-4", "road.xhtml#page-5"),)),
    "a mark without label": (ROAD, "page-list-wrong", (('aria-label="4"', 'aria-label=""'),)),
    "a mark at other words": (
        ROAD,
        "page-list-wrong",
        ((f"{MARK}and within hours", "and within hours"), ("was shot", f"was {MARK}shot")),
    ),
    "a note at another call": (ROAD, "note-astray", (('href="#road-n1"', 'href="#road-n2"'),)),
    "a note that leads to another call": (
        ROAD,
        "note-astray",
        (('href="#road-n1-call"', 'href="#road-n2-call"'),),
    ),
    "a note with another mark": (
        ROAD,
        "note-astray",
        (('by the editors">1</a> The', 'by the editors">2</a> The'),),
    ),
    "a locator of another page": (
        INDEX,
        "locator-wrong",
        (("road.xhtml#road-4-at-24", "red-book.xhtml#red-book-4"),),
    ),
    "a locator that shows another page": (
        INDEX,
        "locator-wrong",
        (("<em>11</em>", "<em>9</em>"),),
    ),
    "a range that ends on another page": (
        INDEX,
        "locator-wrong",
        (
            (
                '–<a epub:type="index-locator" href="road.xhtml#road-6',
                '–<a href="road.xhtml#road-4-at-24" title="',
            ),
        ),
    ),
    "words that do not lead back": (
        ROAD,
        "locator-wrong",
        (('<a id="road-4-at-24" class="indexed"', '<span id="road-4-at-24"/><a class="indexed"'),),
    ),
    "words that lead back to somebody else's text": (
        ROAD,
        "locator-wrong",
        (("index-people.xhtml#ix-people-kirov", "red-book.xhtml#red-book-4"),),
    ),
    "a link in a link": (
        ROAD,
        "ebook-wrong",
        (("Sergei Kirov</a>", 'Sergei <a href="red-book.xhtml">Kirov</a></a>'),),
    ),
    "an entry that is gone": (INDEX, "locator-wrong", (('id="ix-people-kirov"', 'id="ix-people-kirow"'),)),
    "a link that leads nowhere": (
        ROAD,
        "link-broken",
        (("red-book.xhtml#red-book", "red-book.xhtml#green-book"),),
    ),
    "a picture that is gone": (RED_BOOK, "link-broken", (("../images/map.svg", "../images/mop.svg"),)),
    "a picture without words": (RED_BOOK, "ebook-wrong", (('alt="A square"', 'alt=""'),)),
    "a heading that leaves out a level": (
        ROAD,
        "ebook-wrong",
        (('<h2 id="road-5">The decree</h2>', '<h3 id="road-5">The decree</h3>'),),
    ),
    "two headings of the first level": (
        ROAD,
        "ebook-wrong",
        (('<h2 id="road-5">The decree</h2>', '<h1 id="road-5">The decree</h1>'),),
    ),
    "a mark in a heading": (
        ROAD,
        "page-list-wrong",
        (('<h2 id="road-5">', '<h2 id="road-5"><span role="doc-pagebreak" aria-label="x"></span>'),),
    ),
    "a language said once": (ROAD, "ebook-wrong", ((' xml:lang="ru"', ""),)),
    "Russian as English": (ROAD, "ebook-wrong", (('lang="ru" xml:lang="ru"', 'lang="en" xml:lang="en"'),)),
    "a word that is lost": (ROAD, "ebook-wrong", (("within hours", "within"),)),
    "a block that is lost": (ROAD, "ebook-wrong", (('id="road-9"', 'id="road-99"'),)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(epub: bytes, parts: Parts, name: str) -> None:
    file, code, pairs = FAULTS[name]
    queries = Queries()
    proof_ebook(changed(epub, file, *pairs), parts, queries)
    assert code in {q.code for q in queries.found}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Коба", "ru"),
        ("Сталін", "uk"),
        ("漢字", "zh"),
        ("漢字", "ja"),
        ("スターリン", "ja"),
        ("스탈린", "ko"),
        ("Երևան", "hy"),
    ],
)
def test_words_in_another_script_need_a_language_that_has_it(
    words: str, language: str, queries: Queries
) -> None:
    said = f'lang="{language}" xml:lang="{language}"'
    held = f'<p>A.</p><p {said}>{words}</p><p lang="und" xml:lang="und">{words}</p><p>{words}</p>'
    root = etree.fromstring(f'<html xmlns="{X[1:-1]}" lang="en" xml:lang="en"><body>{held}</body></html>')
    languages(Ebook({}, {"a.xhtml": root}), queries)
    claim(queries, "ebook-wrong", says=f"“{words}” is not marked", hint=f"[{words}]{{lang=")


def test_a_file_that_is_no_e_book_is_a_query(parts: Parts) -> None:
    queries = Queries()
    assert proof_ebook(b"no zip", parts, queries) == {}
    assert [q.code for q in queries.found] == ["ebook-wrong"]


def test_messages_of_the_standards_checker_are_queries(
    epub: bytes, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors and warnings are; remarks on usage are not."""
    told = (
        epubcheck.Remark("ERROR", "RSC-005", "wrong", "EPUB/text/road.xhtml", 4, 2),
        epubcheck.Remark("WARNING", "NAV-011", "out of order"),
        epubcheck.Remark("USAGE", "CSS-028", "faces"),
    )
    monkeypatch.setattr("chresto.proof.ebook.check", lambda _: told)
    queries = Queries()
    assert proof_ebook(epub, parts, queries, thorough=True)["EPUBCheck messages"] == 2
    assert [(q.severity, q.message) for q in queries.found] == [
        ("error", "RSC-005: wrong"),
        ("warning", "NAV-011: out of order"),
    ]


def test_without_java_the_check_is_missed_and_told(
    epub: bytes, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epubcheck, "java", lambda: None)
    queries = Queries()
    proof_ebook(epub, parts, queries, thorough=True)
    assert [(q.code, q.severity) for q in queries.found] == [("setup-missing", "warning")]
