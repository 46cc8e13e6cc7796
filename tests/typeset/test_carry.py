"""When headings cannot be repeated: the index stays as it was laid out at first, and the editor is told."""

import shutil
from pathlib import Path

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from chresto.commands import build, shop_of
from chresto.forms import Spot, TypesetJob
from chresto.letters import blocks, count, text_of
from chresto.typeset.carry import ROUNDS, Layout, carry
from chresto.typeset.columns import Columns, Row
from chresto.typeset.divide import Divider
from chresto.typeset.set import _lay_out
from tests.helpers import LAYOUTS, Book
from tests.typeset.sample import job
from tests.typeset.test_index import SMALL, Styles, entry, index_of, set_index

NOT_REPEATED = "a heading that goes over to another column is not repeated there"
#: More words than a column of the small sheet has room for, so that nothing could stand under them.
TOO_LONG = "Alpha " + "long " * 60
SUBS = tuple(f"point p{n}" for n in range(30))
#: A sheet that has columns begin where they will.
UNRULY = "p.column-start.continued { break-before: auto !important }"


def trial(one: TypesetJob, faces: Path) -> tuple[Layout, Layout, list[bytes]]:
    """An index as first laid out, as carried, and every tree that was laid out for that."""
    tree = etree.fromstring(one.html)
    totals = {str(b.get("id")): count(text_of(b)) for b in blocks(tree)}
    before = etree.tostring(tree)
    tried = []

    def lay_out(changed: Element) -> Layout:
        tried.append(etree.tostring(changed))
        return _lay_out(one, changed, totals, faces)

    first = _lay_out(one, tree, totals, faces)
    carried = carry(tree, first, lay_out)
    assert etree.tostring(tree) == before
    return first, carried, tried


@Styles
def test_the_first_layout_stands_if_a_repeated_heading_is_higher_than_a_column(
    style: str, shelf: Path
) -> None:
    one = job(index_of(entry(TOO_LONG, *SUBS), style=style), SMALL)
    (laid, looked, messages), carried, _ = trial(one, shelf / "faces")

    assert carried == (laid, looked, (*messages, NOT_REPEATED))


def test_the_first_layout_stands_if_columns_never_begin_where_they_should(shelf: Path) -> None:
    """It is tried ROUNDS times, and not once more."""
    one = job(index_of(entry("Alpha", *SUBS, *SUBS)), SMALL, UNRULY)
    (laid, looked, messages), carried, tried = trial(one, shelf / "faces")

    assert carried == (laid, looked, (*messages, NOT_REPEATED))
    assert len(tried) == ROUNDS
    assert all(b'class="continued' in tree for tree in tried)


def test_an_index_whose_headings_are_not_repeated_has_every_letter_once(shelf: Path) -> None:
    division = index_of(entry(TOO_LONG, *SUBS))
    done = set_index(division, shelf, SMALL)
    assert division.tree is not None

    assert done.messages == (NOT_REPEATED,)
    ends: dict[str, int] = {}
    for run in (r for page in done.map.pages for r in page.runs):
        assert run.first == ends.get(run.block, 0)
        ends[run.block] = run.last
    found = {b.get("id"): count(text_of(b)) for b in blocks(division.tree)}
    assert ends == {name: n for name, n in found.items() if name != "index-p-title"}  # which the sheet hides


def rows(*lines: tuple[str, int, float]) -> tuple[Row, ...]:
    """Paragraphs of some lines: “divided”, 6 lines of 10 points."""
    return tuple(
        Row(Spot("b", n), "", height, 0, rank, n, of, "h" if rank == "sub" else "", last=False)  # type: ignore[arg-type]
        for rank, of, height in lines
        for n in range(of)
    )


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        (
            (("divided", 7, 10), ("sub", 1, 10)),
            (3, 6),
        ),  # no break is allowed in a heading, and it has no room
        ((("heading", 1, 10), ("heading", 1, 50), ("heading", 1, 10)), (1, 2)),  # a row higher than a column
        ((("heading", 3, 50),), ()),  # rows that no column has room for are left as they are
    ],
    ids=["heading", "row", "rows"],
)
def test_a_column_breaks_where_it_must_not_if_nothing_else_is_left(
    lines: tuple[tuple[str, int, float], ...], starts: tuple[int, ...]
) -> None:
    columns = Columns(rows(*lines), 1, 30, 30, (0,), 10)

    assert Divider(columns, {"h": 10}).divide() == starts


@pytest.mark.slow
def test_the_editor_is_warned_and_the_book_is_made(book: Book, shelf: Path) -> None:
    shutil.copytree(shelf / "faces", book.root / "build" / ".cache" / "typeset" / "faces")
    shutil.copytree(LAYOUTS, book.root / "layouts")
    with (book.root / "layouts" / "print" / "a5.css").open("a", encoding="utf-8") as sheet:
        sheet.write(UNRULY)
    marks = (f'[she]{{person=anders under="point {n} {"words " * 30}"}}' for n in range(40))
    book.append("before.md", "\n" + "\n\n".join(f"So {mark} came." for mark in marks) + "\n")

    shop = shop_of(book.root, jobs=1, cached=True, report=lambda _step, _what: None)
    built = build(shop, "", book.root / "build", book.queries)

    told = book.claim("layout-broken", says=NOT_REPEATED)
    assert (told.severity, told.place.file) == ("warning", "index-people")
    assert all(path.is_file() for path in built.files)
