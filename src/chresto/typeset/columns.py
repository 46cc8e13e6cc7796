"""An index as laid out → its lines as rows, with what they belong to; and where its columns begin.

A row is what can begin a column: a line of a letter, of a heading, of a sub-heading.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

from lxml.etree import _Element as Element

from chresto.doors.boxes import SeenPage
from chresto.forms import Spot
from chresto.letters import blocks
from chresto.tree import classes_of
from chresto.typeset.look import Look, LookedLine

CONTINUED: Final = (
    "data-continued"  # the attribute of an element whose columns repeat headings, with its word
)

Rank = Literal["letter", "heading", "divided", "sub", "run-in"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an index: its first letter, its height and the space above it, in points."""

    start: Spot
    lead: str
    height: float
    above: float
    rank: Rank
    number: int  # of the line in its paragraph, from 0
    of: int  # lines of the paragraph
    owner: str  # the divided heading that a column beginning here continues; empty if it continues none
    last: bool  # whether its paragraph is the last under its heading


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of an index: how many a page has, how high they are, which row each begins with."""

    rows: tuple[Row, ...]
    count: int  # columns of a page
    first: float  # height of the columns on the first page
    more: float  # height of those on further pages
    starts: tuple[int, ...]
    line: float  # the usual height of a row

    @property
    def carried(self) -> bool:
        """Whether a column begins under a heading that stands in an earlier one."""
        return any(self.rows[n].owner for n in self.starts)


def entries_of(tree: Element) -> Element | None:
    """The element of a tree that asks for headings to be repeated."""
    return next((e for e in tree.iter() if isinstance(e.tag, str) and e.get(CONTINUED)), None)


def columns_of(entries: Element, looked: Look, seen: Sequence[SeenPage]) -> Columns | None:
    """The rows and columns of entries in which nothing was cut; None if nothing of them was laid out."""
    places = list(_lines(entries, looked))
    if not places:
        return None
    starts = _starts(places)
    rows = tuple(_rows(entries, [line for _, line in places], set(starts)))
    pages = [places[n][0] for n in starts]
    usual = Counter(round(row.height, 2) for row in rows).most_common(1)[0][0]
    first = seen[pages[0]].foot - places[0][1].box.top
    more = seen[pages[0]].foot - seen[pages[0]].head
    return Columns(rows, max(Counter(pages).values()), first, more, tuple(starts), usual)


def beginnings(entries: Element, looked: Look, seen: Sequence[SeenPage]) -> list[tuple[Spot, float]]:
    """The first row of each column, and how far below the column's head it stands.

    That is the height of the heading that the column repeats; the very first column repeats none.
    """
    places = list(_lines(entries, looked))
    heads = {page: seen[page].head for page, _ in places}
    heads[places[0][0]] = places[0][1].box.top
    return [(line.start, line.box.top - heads[page]) for page, line in (places[n] for n in _starts(places))]


def _starts(places: Sequence[tuple[int, LookedLine]]) -> list[int]:
    """Which lines begin a column: one on another page, or not below the line before it."""
    return [
        0,
        *(
            n
            for n, (one, other) in enumerate(pairwise(places), 1)
            if one[0] != other[0] or other[1].box.top <= one[1].box.top
        ),
    ]


def _lines(entries: Element, looked: Look) -> Iterator[tuple[int, LookedLine]]:
    """Page and line of all that stands in the entries."""
    inside = {e.get("data-of") or e.get("id") for e in blocks(entries)}
    for number, page in enumerate(looked.pages):
        for line in page.lines:
            if line is not None and line.start.block in inside:
                yield number, line


def _rows(entries: Element, lines: Sequence[LookedLine], starts: set[int]) -> Iterator[Row]:
    paragraphs = {str(e.get("id")): _paragraph(e) for e in blocks(entries)}
    owners, last = _owners(entries)
    usual: dict[tuple[object, ...], float] = {}
    known: list[tuple[LookedLine, Element, int, int, tuple[object, ...]]] = []
    number = 0
    before: Rank | None = None
    for paragraph, found in groupby(lines, key=lambda x: paragraphs[x.start.block]):
        group = list(found)
        rank = _rank(paragraph)
        for n, line in enumerate(group):
            kind: tuple[object, ...] = (before, rank) if n == 0 else (rank,)
            if number not in starts:
                usual[kind] = line.box.top - known[-1][0].box.bottom
            known.append((line, paragraph, n, len(group), kind))
            number += 1
        before = rank
    for line, paragraph, n, of, kind in known:
        yield Row(
            line.start,
            line.lead,
            line.box.bottom - line.box.top,
            usual.get(kind, 0.0),
            _rank(paragraph),
            n,
            of,
            owners.get(paragraph, "") if n or _rank(paragraph) == "sub" else "",
            paragraph in last,
        )


def _paragraph(block: Element) -> Element:
    """The block that has lines of its own: the block, or the one around it."""
    around = [e for e in block.iterancestors() if e.get("data-b") is not None]
    return around[-1] if around else block


def _rank(paragraph: Element) -> Rank:
    ranks: tuple[Rank, ...] = ("letter", "divided", "sub")
    rank: Rank = next((r for r in ranks if r in classes_of(paragraph)), "heading")
    if rank == "divided" and any(_paragraph(b) is not b for b in blocks(paragraph)):
        return "run-in"
    return rank


def _owners(entries: Element) -> tuple[dict[Element, str], set[Element]]:
    """The divided heading of each paragraph under one; and which paragraphs are the last under theirs."""
    owners: dict[Element, str] = {}
    last: dict[str, Element] = {}
    owner = ""
    for block in blocks(entries):
        if _paragraph(block) is not block:
            continue
        rank = _rank(block)
        if rank != "sub":
            owner = str(block.get("id")) if rank in ("divided", "run-in") else ""
        if owner and rank != "divided":
            owners[block] = owner
            last[owner] = block
    return owners, set(last.values())
