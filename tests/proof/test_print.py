"""The proof of the printed book: each fault is seeded into a sound book and found."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from chresto.doors import pdfium
from chresto.doors.pdf import inspect
from chresto.forms import Run, SetDivision, SetPage
from chresto.parts import Parts
from chresto.proof.headings import proof_headings
from chresto.proof.locators import proof_locators
from chresto.proof.notes import proof_notes
from chresto.proof.sheets import proof_sheets
from chresto.proof.words import is_within, proof_words
from chresto.queries import Queries
from chresto.tree import new
from tests.helpers import made


@pytest.fixture(scope="module")
def parts(tiny: Path) -> Parts:
    return made(tiny).made.parts


@pytest.fixture(scope="module")
def pdf(tiny: Path) -> bytes:
    return (tiny / "build" / "tiny.pdf").read_bytes()


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    return ["".join(c for c in text if c.isalnum()) for text in pdfium.texts(pdf)]


def with_map(parts: Parts, division: str, **changes: object) -> Parts:
    """The parts with other values in one division's page map."""
    one = parts.sets[division]
    found = SetDivision(division, one.pdf, replace(one.map, **changes))  # type: ignore[arg-type]
    return replace(parts, sets={**parts.sets, division: found})


def codes(queries: Queries) -> list[str]:
    return [q.code for q in queries.found]


def test_a_sound_book_passes(pdf: bytes, pages: list[str], parts: Parts) -> None:
    queries = Queries()
    assert proof_words(pages, parts, queries) == sum(len(s.map.pages) for s in parts.sets.values())
    assert proof_notes(pages, parts, queries) == 5
    assert proof_locators(pages, parts, queries)["locators"] > 5
    assert proof_headings(parts, queries)["headings"] > 3
    assert proof_sheets(pdf, parts, queries)["links"] > 10
    assert queries.found == []


def test_a_page_without_its_words_is_found(pages: list[str], parts: Parts) -> None:
    queries = Queries()
    page = parts.folios.first["speech"]
    proof_words([*pages[:page], pages[page][:-40], *pages[page + 1 :]], parts, queries)
    assert codes(queries) == ["words-lost"]


def test_a_paragraph_that_is_set_twice_or_not_to_its_end_is_found(pages: list[str], parts: Parts) -> None:
    page = parts.sets["before"].map.pages[0]
    short = tuple(Run(r.block, r.first, r.last - 3) if r.block == "before-2" else r for r in page.runs)
    twice = (*page.runs, Run("before-3", 0, 5))
    for runs in (short, twice):
        queries = Queries()
        broken = with_map(parts, "before", pages=(replace(page, runs=runs),))
        proof_words(pages, broken, queries)
        assert set(codes(queries)) == {"words-lost"}


def test_a_note_on_the_page_after_its_call_is_found(pages: list[str], parts: Parts) -> None:
    queries = Queries()
    bodies = {**parts.sets["before"].map.bodies, "before-n1": (1,)}
    proof_notes(pages, with_map(parts, "before", bodies=bodies), queries)
    assert codes(queries) == ["note-astray"]


@pytest.mark.parametrize("gone", ["calls", "bodies"])
def test_a_note_without_call_or_text_is_found(pages: list[str], parts: Parts, gone: str) -> None:
    queries = Queries()
    known = getattr(parts.sets["before"].map, gone)
    proof_notes(
        pages,
        with_map(parts, "before", **{gone: {k: v for k, v in known.items() if k != "before-n1"}}),
        queries,
    )
    assert codes(queries) == ["note-astray"]


def test_a_note_that_cannot_be_read_on_its_page_is_found(pages: list[str], parts: Parts) -> None:
    queries = Queries()
    page = parts.folios.first["before"]
    blank = [p if n != page else p.replace("AnoteaboutKoba", "AnotesboutKoba") for n, p in enumerate(pages)]
    proof_notes(blank, parts, queries)
    assert codes(queries) == ["note-astray"]


def test_a_note_that_begins_with_a_page_reference_is_read_as_far_as_the_folio(
    pages: list[str], parts: Parts
) -> None:
    """Print adds the folio to the words of a reference, so that what follows it stands further on."""
    division = next(d for d in parts.divisions if d.id == "before")
    assert division.tree is not None
    para = division.tree.find(".//span[@id='before-n1-1']")
    assert para is not None
    words, para.text = para.text, None
    link = new("a", "page", "A note")
    link.set("data-folio", "5")
    link.tail = " about Koba"
    para.insert(0, link)
    page = parts.folios.first["before"]
    shown = [p if n != page else p.replace("AnoteaboutKoba", "Anote5aboutKoba") for n, p in enumerate(pages)]
    queries = Queries()
    proof_notes(shown, parts, queries)
    para.remove(link)
    para.text = words

    assert queries.found == []


def test_a_locator_with_another_page_is_found(pages: list[str], parts: Parts) -> None:
    index = parts.indexes[0]
    heading = next(h for h in index.headings if h.locators)
    first, *rest = heading.locators
    wrong = replace(heading, locators=(replace(first, label="999"), *rest))
    queries = Queries()
    headings = tuple(wrong if h is heading else h for h in index.headings)
    proof_locators(
        pages, replace(parts, indexes=(replace(index, headings=headings), *parts.indexes[1:])), queries
    )
    assert codes(queries) == ["locator-wrong"]


def test_a_locator_whose_page_has_not_the_name_is_found(pages: list[str], parts: Parts) -> None:
    queries = Queries()
    page = parts.folios.first["before"]
    proof_locators(
        [p if n != page else p.replace("Anders", "Onders") for n, p in enumerate(pages)], parts, queries
    )
    assert set(codes(queries)) == {"locator-wrong"}


def test_letters_may_have_others_between_but_not_another_order() -> None:
    assert is_within("", "")
    assert is_within("abc", "a1b2c")
    assert not is_within("abc", "acb")
    assert not is_within("aa", "a")


def changed(pdf: bytes, change: str) -> bytes:
    """The PDF with one of its promises broken."""
    with pikepdf.open(io.BytesIO(pdf)) as book:
        if change == "tags":
            del book.Root.StructTreeRoot
        elif change == "language":
            del book.Root.Lang
        elif change == "title":
            del book.docinfo["/Title"]
        elif change == "link":
            annotation = next(a for p in book.pages for a in p.get("/Annots", []))
            del annotation["/Dest"]
        elif change == "page":
            del next(p for p in book.pages if "/StructParents" in p).obj["/StructParents"]
        elif change == "face":
            found = next(o for o in book.objects if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o)
            del found["/FontFile2"]
        held = io.BytesIO()
        book.save(held)
        return held.getvalue()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("tags", "tags-wrong"),
        ("language", "tags-wrong"),
        ("title", "tags-wrong"),
        ("page", "tags-wrong"),
        ("link", "link-broken"),
        ("face", "font-missing"),
    ],
)
def test_a_fault_of_the_file_is_found(pdf: bytes, parts: Parts, change: str, code: str) -> None:
    queries = Queries()
    proof_sheets(changed(pdf, change), parts, queries)
    assert codes(queries) == [code]


def test_a_letter_that_no_face_has_is_found(pdf: bytes, parts: Parts) -> None:
    division = next(d for d in parts.divisions if d.id == "one")
    assert division.tree is not None
    heading = division.tree.find(".//h1")
    assert heading is not None
    words, heading.text = heading.text, "中"
    queries = Queries()
    proof_sheets(pdf, parts, queries)
    heading.text = words
    assert codes(queries) == ["glyph-missing"]


def test_a_finished_book_says_what_it_is(pdf: bytes) -> None:
    found = inspect(pdf)
    assert found.title == "A Tiny Reader: Two texts and a trial"
    assert found.language == "en-GB"
    assert found.tagged
    assert found.labels == 2  # roman, then arabic
    assert all(embedded for _, embedded in found.faces)
    assert all(name.startswith("EB-Garamond") for name, _ in found.faces)


def test_a_page_of_the_map_is_a_value() -> None:
    """Pages are compared with those of the round before: two that say the same are the same."""
    assert SetPage((), (), {}) == SetPage((), (), {})
