"""The bound book as a reader's viewer, a screen reader and a printer see it."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2
import pytest

from chresto.bind import bind, number
from chresto.bind.address import Addresses
from chresto.bind.describe import xmp
from chresto.forms import Division, Folios, SetDivision, Spot
from chresto.queries import Failed, Queries
from chresto.typeset import typeset
from tests.typeset.sample import METADATA, SHEETS, division, job

HOUSE = Path(__file__).parents[2]
Bound = tuple[list[Division], Folios, bytes]


def front() -> list[Division]:
    """Title pages, a piece of front matter and a part's opening."""
    titles = (
        '<section class="half-title"><p id="titles-half" data-b="1">The Trials</p></section>'
        '<section class="title-page"><h1 id="titles-t" data-b="1">The Trials</h1></section>'
        '<section class="copyright-page"><p id="titles-c" data-b="1">Rights.</p></section>'
    )
    opener = '<section class="part-opener"><h1 id="one-t" data-b="1">Part one</h1></section>'
    absent = '<p class="absent"><a href="#first">gone</a></p>'
    links = '<a class="locator" href="#first-p3" data-letter="300">it</a>, <a href="#nowhere">nowhere</a>'
    preface = f'<h1 id="pre-t" data-b="1">Preface</h1><p id="pre-p" data-b="1">To {links}.</p>{absent}'
    return [
        division("titles", titles, kind="titles", matter="front"),
        division("preface", preface, kind="piece", matter="front"),
        division("one", opener, kind="part", title="The part"),
    ]


@pytest.fixture(scope="module")
def bound(readings: list[Division], sets: dict[str, SetDivision], shelf: Path) -> Bound:
    ones = [*front(), *readings]
    done = sets | typeset([job(d) for d in ones[:3]], cache=shelf, workers=1, report=lambda *_: None)
    folios = number(ones, {name: s.map for name, s in done.items()})
    pdf = bind(ones, done, folios, METADATA, layouts=SHEETS, layout="a5", faces=shelf / "faces")
    return ones, folios, pdf


def test_the_pages_are_those_of_the_folios(bound: Bound) -> None:
    """Blank ones included, all of one size, labelled i… and 1…"""
    _, folios, pdf = bound
    document = pypdfium2.PdfDocument(pdf)

    assert [document.get_page_label(n) for n in range(len(document))] == [p.folio for p in folios.pages]
    assert len({document[n].get_size() for n in range(len(document))}) == 1
    document.close()


def test_furniture_stands_where_the_house_wants_it(bound: Bound) -> None:
    """None on titles, part openings and blanks; the folio alone on openings; head and folio elsewhere."""
    _, folios, pdf = bound
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    first = folios.first["first"]

    for n, page in enumerate(folios.pages):
        if page.blank:
            assert texts[n].strip() == ""
    assert texts[folios.first["one"]].split() == ["Part", "one"]
    assert "Rights." in texts[3]
    assert "iv" not in texts[3].split()
    assert texts[folios.first["preface"]].split()[-1] == "v"
    assert texts[first].split()[-1] == folios.pages[first].folio
    assert "Short first" not in texts[first]
    assert "The part" in texts[first + 1]
    assert "Short first" in texts[first + 2]


def test_links_lead_to_the_line_of_their_letter(bound: Bound) -> None:
    """Within the book as places; one that leads nowhere is no link any more; others stay as they are."""
    _, folios, pdf = bound
    document = pikepdf.open(io.BytesIO(pdf))
    page = document.pages[folios.first["preface"]]
    target = Addresses(folios).of_spot(Spot("first-p3", 300))
    (link,) = page.Annots

    assert target is not None
    assert link.Dest[0] == document.pages[target.page].obj
    assert float(link.Dest[3]) == pytest.approx(595.276 - target.top, abs=0.1)
    assert "/A" not in link
    known = folios.pages[target.page]
    lines = folios.maps[known.division].pages[known.number].lines
    line = max(
        (x for x in lines if x.start.block == "first-p3" and x.start.letter <= 300),
        key=lambda x: x.start.letter,
    )
    assert 0 < line.top - target.top < 10
    assert b"chresto:" not in pdf


def test_outline_and_names_lead_to_the_divisions(bound: Bound) -> None:
    """Parts hold their texts, texts their headings."""
    ones, folios, pdf = bound
    document = pikepdf.open(io.BytesIO(pdf))
    with document.open_outline() as outline:
        top = [item.title for item in outline.root]
        below = [item.title for item in outline.root[-1].children]
        headings = [item.title for item in outline.root[-1].children[0].children]
    names = pikepdf.NameTree(document.Root.Names.Dests)

    assert top == ["The title of titles", "The title of preface", "The part"]
    assert below == ["The Red Book", "The Red Book"]
    assert headings == ["A heading", "Questions"]
    assert sorted(names) == sorted(d.id for d in ones)
    assert names["second"][0] == document.pages[folios.first["second"]].obj


def test_the_tags_are_what_a_screen_reader_needs(bound: Bound, tmp_path: Path) -> None:
    """A checker of PDF/UA finds nothing; notes are notes, each with an ID of its own."""
    *_, pdf = bound
    file = tmp_path / "book.pdf"
    file.write_bytes(pdf)
    report = pdfua.validate(str(file))
    document = pikepdf.open(io.BytesIO(pdf))
    kinds = [
        o
        for o in document.objects
        if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == pikepdf.Name.StructElem
    ]
    notes = [str(o.ID) for o in kinds if pikepdf.Name.Note == o.S]
    numbers = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)

    assert list(report.findings) == []
    assert len(notes) == len(set(notes)) > 10
    assert not [o for o in kinds if pikepdf.Name.Part == o.S]
    assert sum(pikepdf.Name.Document == o.S for o in kinds) == 1
    for page in document.pages:
        assert "/StructParents" not in page or int(page.obj.StructParents) in numbers


def test_metadata_is_the_book_s(bound: Bound) -> None:
    """In the information dictionary and as XMP, with the book's own date and no clock's."""
    *_, pdf = bound
    document = pikepdf.open(io.BytesIO(pdf))
    meta = document.open_metadata()

    assert str(document.docinfo["/Title"]) == meta["dc:title"] == "The Trials: A reader"
    assert meta["dc:creator"] == ["A. N. Editor", "Зоя Ω"]
    assert meta["pdfuaid:part"] == "1"
    assert str(document.docinfo["/CreationDate"]) == "D:20261101000000Z"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert document.Root.PageLayout == pikepdf.Name.TwoPageRight
    assert "Texts &amp; questions" in xmp(METADATA).decode()


def test_every_face_is_embedded(bound: Bound) -> None:
    """A printer needs no font of its own."""
    *_, pdf = bound
    document = pikepdf.open(io.BytesIO(pdf))
    faces = [
        o
        for o in document.objects
        if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == pikepdf.Name.FontDescriptor
    ]

    assert faces
    assert all("/FontFile2" in o or "/FontFile3" in o for o in faces)
    assert all("Garamond" in str(o.FontName) for o in faces)


def test_a_missing_layout_is_a_query(tmp_path: Path, bound: Bound, queries: Queries) -> None:
    """All that is missing is named, then the run ends."""
    ones, folios, _ = bound
    with pytest.raises(Failed):
        bind(ones, {}, folios, METADATA, layouts=tmp_path, layout="a5", queries=queries)

    assert [q.code for q in queries.found] == ["layout-broken"] * 3
    queries.found.clear()


SCRIPT = """
import hashlib, sys
from pathlib import Path
from chresto.bind import bind, number
from chresto.typeset import typeset
from tests.bind.test_bind import front
from tests.typeset.sample import METADATA, SHEETS, job, reading
if __name__ == "__main__":
    ones = [*front(), reading("first", seed=1, paragraphs=3)]
    faces = Path(sys.argv[1])
    done = typeset([job(d) for d in ones], cache=Path(sys.argv[2]), workers=1, report=lambda *_: None)
    folios = number(ones, {k: s.map for k, s in done.items()})
    pdf = bind(ones, done, folios, METADATA, layouts=SHEETS, layout="a5", faces=faces)
    print(hashlib.sha256(pdf).hexdigest())
"""


def test_same_book_same_bytes(tmp_path: Path, shelf: Path, sets: dict[str, SetDivision]) -> None:
    """Whatever the order of hashes and the clock's zone."""
    del sets  # so that the faces are cut
    hashes = []
    for seed, zone in (("1", "UTC"), ("77", "Pacific/Auckland")):
        cache = tmp_path / seed
        cache.mkdir()
        (cache / "faces").symlink_to(shelf / "faces")
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": f"{HOUSE / 'src'}{os.pathsep}{HOUSE}",
        }
        command = [sys.executable, "-c", SCRIPT, str(shelf / "faces"), str(cache)]
        done = subprocess.run(command, env=environment, cwd=HOUSE, capture_output=True, text=True, check=True)
        hashes.append(done.stdout.strip())

    assert hashes[0] == hashes[1]
    assert len(hashes[0]) == hashlib.sha256().digest_size * 2
