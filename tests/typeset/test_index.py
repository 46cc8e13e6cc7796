"""The columns of a printed index: headings are repeated, nothing stands alone or is lost."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.book import IndexSpec
from chresto.compose import fill
from chresto.doors.templates import Templates
from chresto.entries import (
    CrossReference,
    Heading,
    Index,
    PrintedHeading,
    PrintedIndex,
    PrintedLocator,
    SubHeading,
)
from chresto.forms import Division, Folios, SetDivision, Spot
from chresto.letters import blocks, count, text_of
from chresto.queries import Queries
from chresto.typeset import typeset
from chresto.typeset.columns import Columns, Row
from chresto.typeset.divide import CLOSE, Divider
from tests.helpers import LAYOUTS
from tests.typeset.read_back import lines_of
from tests.typeset.sample import job

#: A sheet with columns of eleven lines, for tests that look at every line.
SMALL = "@page { size: 110mm 66mm !important; margin: 10mm 10mm !important } .opening { display: none }"
Styles = pytest.mark.parametrize("style", ["indented", "run-in"])


def locator(page: int, **more: object) -> PrintedLocator:
    return PrintedLocator(str(page), str(page), Spot("text-1", page), (page, page), **more)  # type: ignore[arg-type]


def entry(term: str, *subs: str, also: str = "", see: str = "", locators: int = 0) -> PrintedHeading:
    """A heading with its letter; the name of a sub-heading is followed by one locator."""
    name = "ix-" + "".join(c for c in term if c.isalnum())
    references = (CrossReference(also, "ix-other"),) if also else ()
    heading = Heading(
        name,
        term,
        term[0],
        see=(CrossReference(see, "ix-other"),) if see else (),
        see_also=references,
    )
    parts = tuple(SubHeading(f"{name}-sub-{n}", w, (locator(n),)) for n, w in enumerate(subs, 1))
    return PrintedHeading(heading, tuple(locator(n) for n in range(1, locators + 1)), parts)


def index_of(*headings: PrintedHeading, style: str = "indented", pictures: str = "italic") -> Division:
    """The division of an index, as the press fills it."""
    spec = IndexSpec("Index", "people", style=style, pictures=pictures)  # type: ignore[arg-type]
    printed = PrintedIndex(Index("p", "Index", "", tuple(h.heading for h in headings), spec), headings)
    empty = Division("index-p", "index", "back", "Index", "Index", None, needs_folios=True)
    queries = Queries()
    (filled,) = fill([empty], Folios((), {}), {"p": printed}, Templates(LAYOUTS / "book", queries))
    queries.stop()
    return filled


def many(seed: int) -> list[PrintedHeading]:
    """Some thirty headings, half of them divided by up to thirty sub-headings."""
    chance = random.Random(seed)
    found = []
    for n in range(30):
        term = f"{'ABCDEFGH'[n // 4]}name {n}, {'Given ' * chance.randint(1, 7)}{n}"
        subs = [
            f"point {n}.{k} {'words ' * chance.randint(0, 12)}" for k in range(chance.choice((0, 0, 3, 30)))
        ]
        also = "Somebody, Else" if chance.random() < 0.4 else ""
        found.append(entry(term, *subs, also=also, locators=0 if subs else chance.randint(1, 30)))
    return found


def set_index(division: Division, shelf: Path, *sheets: str) -> SetDivision:
    return typeset([job(division, *sheets)], cache=shelf, workers=1, report=lambda *_: None)[division.id]


def columns_of(done: SetDivision) -> list[str]:
    """The first line of each column, as printed."""
    found = []
    for page in lines_of(done.pdf):
        middle = done.map.width / 2
        columns = [x for x in page if x.left < middle], [x for x in page if x.left >= middle]
        found += [min(column, key=lambda x: x.base).words for column in columns if column]
    return found


@Styles
@pytest.mark.parametrize("seed", [1, 2])
def test_a_column_that_goes_on_with_a_divided_heading_repeats_it_and_no_other_does(
    seed: int, style: str, shelf: Path
) -> None:
    """Whatever the page, the last one included; what is printed beside that is every block, once."""
    headings = many(seed)
    division = index_of(*headings, style=style)
    done = set_index(division, shelf)
    assert division.tree is not None
    owners = {s.id: h.heading.heading for h in headings for s in h.subs}
    owners |= {f"{h.heading.id}-also": h.heading.heading for h in headings if h.subs}
    if style == "run-in":
        owners |= {h.heading.id: h.heading.heading for h in headings if h.subs}
    starts, wanted = [], []
    before = None
    for number, page in enumerate(done.map.pages):
        for line in page.lines:
            if line.start.block.startswith("index-p") and "letter" not in line.start.block:
                continue
            if before is None or before[0] != number or line.top <= before[1]:
                starts.append(line.start)
            before = (number, line.top)
    for start in starts:
        begins = start.letter == 0 and any(h.heading.id == start.block for h in headings)
        wanted.append("" if begins else owners.get(start.block, ""))

    assert done.messages == ()
    assert len(starts) > 4
    assert any(wanted)
    text = " ".join(" ".join(x.words for x in page) for page in lines_of(done.pdf))
    assert text.count("(continued)") == sum(map(bool, wanted))
    columns = columns_of(done)[1:]  # on the first page the title stands above
    for first, owner in zip(columns, wanted[1:], strict=True):
        assert (owner.startswith(first.split(" (")[0])) if owner else "(continued" not in first
    ends: dict[str, int] = {}
    for run in (r for page in done.map.pages for r in page.runs):
        assert run.first == ends.get(run.block, 0)
        ends[run.block] = run.last
    assert ends == {b.get("id"): count(text_of(b)) for b in blocks(division.tree)}


def test_columns_break_where_a_compositor_would_break_them(shelf: Path) -> None:
    """The heading is not left alone at the foot, nor the last sub-heading under the repeated heading."""
    betas = [entry(f"Beta b{n}", locators=1) for n in range(6)]
    division = index_of(entry("Alpha", *(f"point p{n}" for n in range(10))), *betas)
    done = set_index(division, shelf, SMALL)
    left, right = (
        [line.words for line in lines_of(done.pdf)[0] if (line.left > done.map.width / 2) == second]
        for second in (False, True)
    )

    assert left[:3] == ["A", "Alpha", "point p0: 1"]
    assert right[:4] == ["Alpha (continued)", "point p8: 9", "point p9: 10", "B"]
    assert len(done.map.pages) == 1
    assert done.messages == ()


def test_an_undivided_heading_is_not_repeated(shelf: Path) -> None:
    """However long its locators are."""
    done = set_index(index_of(entry("Alpha", locators=200)), shelf, SMALL)

    assert len(done.map.pages) > 1
    assert "continued" not in str(lines_of(done.pdf))


ENTRY = st.tuples(st.integers(1, 3), st.lists(st.integers(1, 3), max_size=25))


@given(groups=st.lists(st.lists(ENTRY, min_size=1, max_size=6), min_size=1, max_size=8), run_in=st.booleans())
def test_no_column_is_overfull_and_nothing_stands_alone(
    groups: list[list[tuple[int, list[int]]]], run_in: bool
) -> None:
    rows: list[Row] = []
    for group in groups:
        rows.append(Row(Spot("l"), "", 10, 10, "letter", 0, 1, "", False))
        for size, subs in group:
            if run_in and subs:
                of, rank = size + sum(subs), "run-in"
                parts = [(rank, of)]
            else:
                parts = [("divided" if subs else "heading", size), *(("sub", n) for n in subs)]
            for part, (rank, of) in enumerate(parts):
                owned = rank == "sub"
                rows += [
                    Row(
                        Spot("b", n),
                        "",
                        10,
                        0,
                        rank,  # type: ignore[arg-type]
                        n,
                        of,
                        "h" if owned or (rank == "run-in" and n) else "",
                        part == len(parts) - 1,
                    )
                    for n in range(of)
                ]
    columns = Columns(tuple(rows), 2, 120, 200, (0,), 10)
    starts = Divider(columns, {"h": 10}).divide()

    assert list(starts) == sorted(set(starts))
    for number, (begin, end) in enumerate(pairwise((0, *starts, len(rows)))):
        room = columns.first if number < 2 else columns.more
        length = sum(r.height for r in rows[begin:end]) + sum(r.above for r in rows[begin + 1 : end])
        assert length + (10 if rows[begin].owner else 0) <= room + CLOSE
        if begin:
            assert rows[begin - 1].rank != "letter"
            assert rows[begin - 1].rank != "divided" or rows[begin].rank != "sub"


@Styles
def test_both_styles_have_the_same_blocks(style: str) -> None:
    """So the e-book's page marks and links find the same ids."""
    tree = index_of(entry("Stalin, Joseph", "and Kirov", "and 1936", also="Beria"), style=style).tree
    assert tree is not None

    assert [b.get("id") for b in blocks(tree)] == [
        "index-p-title",
        "index-p-letter-1",
        "ix-StalinJoseph",
        "ix-StalinJoseph-sub-1",
        "ix-StalinJoseph-sub-2",
        "ix-StalinJoseph-also",
    ]


def words(*headings: PrintedHeading, style: str = "indented") -> list[str]:
    """The entries as read, a paragraph each."""
    tree = index_of(*headings, style=style).tree
    assert tree is not None
    return [" ".join("".join(p.itertext()).split()) for p in tree.iter("p")]


def test_a_run_in_entry_is_one_paragraph() -> None:
    """A colon after the heading, semicolons between sub-headings, a full stop before See also (CMOS 16)."""
    divided = entry("Stalin, Joseph", "and Kirov", "in 1936", also="Beria")
    with_own = entry("Stalin", "and Kirov", locators=2)

    assert words(divided, with_own, style="run-in") == [
        "Stalin, Joseph: and Kirov, 1; in 1936: 2. See also Beria",
        "Stalin, 1, 2; and Kirov, 1",
    ]


def test_cross_references_stand_as_the_chicago_manual_has_them() -> None:
    """See after a comma; See also after a full stop, or in small letters as the last sub-heading."""
    assert words(
        entry("Koba", see="Stalin"),
        entry("Lenin, V. I.", also="Beria"),
        entry("Beria", locators=1, also="Stalin"),
        entry("Stalin", "and Kirov", also="Beria", see="Party"),
    ) == [
        "Koba, see Stalin",
        "Lenin, V. I. See also Beria",
        "Beria, 1. See also Stalin",
        "Stalin",
        "and Kirov, 1",
        "see Party; see also Beria",
    ]


def test_a_reference_into_another_index_says_which() -> None:
    """Once behind the last of those that stand in it."""
    references = (
        CrossReference("Beria", "ix-b"),
        CrossReference("Trial A", "ix-a", "Index of trials"),
        CrossReference("Trial B", "ix-c", "Index of trials"),
        CrossReference("Moscow", "ix-m", "Places"),
    )
    heading = Heading("ix-s", "Stalin", "S", see_also=references)

    assert words(PrintedHeading(heading, (locator(1),))) == [
        "Stalin, 1. See also Beria; in the Index of trials: Trial A; Trial B; in “Places”: Moscow"
    ]


def test_pages_of_figures_are_marked_unless_a_letter_marks_them() -> None:
    """`lettered` has the letter in the label."""
    heading = Heading("ix-s", "Stalin", "S")
    one = PrintedHeading(heading, (locator(1, kind="figure"), locator(2, principal=True, kind="table")))
    italic, lettered = (index_of(one, pictures=p).tree for p in ("italic", "lettered"))
    assert italic is not None
    assert lettered is not None

    assert [a.get("class") for a in italic.iter("a")] == ["locator figure", "locator principal table"]
    assert [a.get("class") for a in lettered.iter("a")] == ["locator", "locator principal"]


def test_a_name_and_a_date_are_not_broken_in_a_reference() -> None:
    """“Taylor, Sally J.” keeps its initial, “May 1937” its year."""
    html = job(index_of(entry("Anders", locators=1, also="Taylor, Sally J. (May 1937)"))).html

    assert "Taylor, Sally\u00a0J. (May\u00a01937)" in html
