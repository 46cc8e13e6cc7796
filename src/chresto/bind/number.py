"""Divisions and their page maps → the pages of the bound book with their folios.

Front matter counts in roman figures from i, body and back matter in arabic ones from 1.  Every division
begins on a recto; where the one before it ends on a recto, a blank verso is put between.
"""

from collections.abc import Mapping, Sequence

from chresto.book import Matter
from chresto.forms import BookPage, Division, Folios, PageMap
from chresto.numerals import roman


def number(divisions: Sequence[Division], maps: Mapping[str, PageMap]) -> Folios:
    """Folios of all pages; `maps` has the page map of every division that has been set."""
    pages: list[BookPage] = []
    first: dict[str, int] = {}
    body_begins: int | None = None

    def put(division: Division, page: int, matter: Matter) -> None:
        begins = 0 if matter == "front" or body_begins is None else body_begins
        here = len(pages) - begins + 1
        folio = roman(here) if matter == "front" else str(here)
        pages.append(BookPage(folio, division.id, page, matter))

    before: Division | None = None
    for division in divisions:
        if division.id not in maps:
            continue
        if before is not None and len(pages) % 2:
            put(before, -1, pages[-1].matter)
        if division.matter != "front" and body_begins is None:
            body_begins = len(pages)
        first[division.id] = len(pages)
        for page in range(len(maps[division.id].pages)):
            put(division, page, division.matter)
        before = division
    known = {d.id: maps[d.id] for d in divisions if d.id in maps}
    return Folios(tuple(pages), known, first, _blocks(known))


def _blocks(maps: Mapping[str, PageMap]) -> dict[str, tuple[str, tuple[tuple[int, int, int], ...]]]:
    """Block → the division it stands in and its letters by page."""
    found: dict[str, tuple[str, list[tuple[int, int, int]]]] = {}
    for division, one in maps.items():
        for n, page in enumerate(one.pages):
            for run in page.runs:
                found.setdefault(run.block, (division, []))[1].append((n, run.first, run.last))
    return {block: (division, tuple(runs)) for block, (division, runs) in found.items()}
