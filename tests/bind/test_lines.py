"""The numbers of lines, read back from the pages on which they stand."""

import io
from pathlib import Path

import pdfua
import pypdfium2
import pytest

from chresto.bind import bind, number
from chresto.forms import Division, Folios, Line, SetDivision, SetPage, Spot
from chresto.lines import counted, line_of
from chresto.typeset import typeset
from tests.typeset.read_back import Seen, lines_of
from tests.typeset.sample import METADATA, SHEETS, division, job

TEXT_LEFT, TEXT_RIGHT = (48.0, 56.0), (362.0, 372.0)  # of the type area on recto, verso, in points


@pytest.fixture(scope="module")
def numbered(readings: list[Division], sets: dict[str, SetDivision], shelf: Path) -> tuple[Folios, bytes]:
    """A part's opening, an index and a reading, every third line numbered."""
    opener = division("part", '<h1 id="part-t" data-b="1">Part</h1>', kind="part")
    index = division("ix", "".join(f'<p id="ix-{n}" data-b="1">A</p>' for n in range(9)), kind="index")
    ones = [opener, readings[0], index]
    done = sets | typeset([job(opener), job(index)], cache=shelf, workers=1, report=lambda *_: None)
    folios = number(ones, {d.id: done[d.id].map for d in ones})
    pdf = bind(ones, done, folios, METADATA, layouts=SHEETS, layout="a5", lines=3, faces=shelf / "faces")
    return folios, pdf


def split(page: list[Seen], index: int) -> tuple[list[Seen], list[Seen]]:
    """The numbers in the outer margin of a page, and what stands in the type area."""
    verso = index % 2
    margin = [x for x in page if (x.right < TEXT_LEFT[1] if verso else x.left > TEXT_RIGHT[0])]
    return margin, [x for x in page if x not in margin and 53 < x.base < 535 and x.words != "№"]


def test_every_third_line_has_its_number_in_the_outer_margin(numbered: tuple[Folios, bytes]) -> None:
    """On its baseline; notes, heads and the number above a title are not counted; each page from 1."""
    folios, pdf = numbered
    pages = lines_of(pdf)
    looked = 0
    for index, known in enumerate(folios.pages):
        if known.division != "first":
            continue
        margin, text = split(pages[index], index)
        page = folios.maps["first"].pages[known.number]
        notes = min((line.top for line in page.lines if line.in_note), default=1000.0)
        bases = [x.base for x in sorted(text, key=lambda x: x.base) if x.base < notes + 2]
        bases = [b for n, b in enumerate(bases) if n == 0 or b - bases[n - 1] > 6]

        assert [x.words for x in margin] == [str(n) for n in range(3, len(bases) + 1, 3)]
        for one in margin:
            assert one.base == pytest.approx(bases[int(one.words) - 1], abs=4)
        looked += len(margin)
    assert looked > 20


def test_an_index_and_an_opening_have_no_numbers(numbered: tuple[Folios, bytes]) -> None:
    folios, pdf = numbered
    for name in ("part", "ix"):
        index = folios.first[name]
        assert split(lines_of(pdf)[index], index)[0] == []


def test_numbers_are_no_part_of_the_text(numbered: tuple[Folios, bytes], tmp_path: Path) -> None:
    """They are artifacts, and a checker of PDF/UA finds nothing."""
    _, pdf = numbered
    (tmp_path / "book.pdf").write_bytes(pdf)
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))

    assert list(pdfua.validate(str(tmp_path / "book.pdf")).findings) == []
    assert len(document) > 4
    document.close()


def test_a_place_has_the_number_of_its_line(numbered: tuple[Folios, bytes]) -> None:
    """That which the margin counts; a place in a note has none."""
    folios, _ = numbered
    page = folios.maps["first"].pages[1]
    lines = counted(page)

    assert [line_of(folios, line.start) for line in lines] == list(range(1, len(lines) + 1))
    noted = next(line for p in folios.maps["first"].pages for line in p.lines if line.in_note)
    assert line_of(folios, noted.start) is None
    assert line_of(folios, Spot("nowhere")) is None


def test_lines_side_by_side_are_one_and_what_is_left_out_is_counted() -> None:
    lines = (
        Line(Spot("a"), 10, 20),
        Line(Spot("b"), 20, 30, absent=True),
        Line(Spot("c"), 30, 40),
        Line(Spot("c", 5), 40, 50),
        Line(Spot("d"), 31, 41),
        Line(Spot("n"), 60, 68, in_note=True),
    )

    assert [x.start.block for x in counted(SetPage((), lines, {}))] == ["a", "b", "c", "c"]
