"""Divisions and folios → the document of the furniture: heads, folios, numbers of lines, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from chresto.book import Metadata
from chresto.doors.templates import Templates
from chresto.forms import BookPage, Division, Folios, SetPage
from chresto.lines import UNNUMBERED, counted
from chresto.queries import Place, Queries

TEMPLATE = "furniture.html.j2"
SHEET = "furniture.css"
BARE = ("titles", "part")  # kinds of divisions without any furniture


@dataclass(frozen=True, slots=True)
class LineNumber:
    """The number of a line, with the line's top and height in points from the sheet's upper edge."""

    number: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the furniture of one page shows; a bare page shows nothing."""

    side: Literal["recto", "verso"]
    form: Literal["bare", "opening", "plain"]
    folio: str
    head: str
    lines: tuple[LineNumber, ...] = ()


def leaves(
    divisions: Sequence[Division], folios: Folios, metadata: Metadata, *, lines: int = 0
) -> list[Leaf]:
    """The furniture of every page, in the book's order; with `lines`, one line in so many has its number."""
    known = {d.id: d for d in divisions}
    found = [_leaf(n, page, known, folios, metadata) for n, page in enumerate(folios.pages)]
    if not lines:
        return found
    return [
        leaf
        if leaf.form == "bare" or known[page.division].kind in UNNUMBERED
        else replace(leaf, lines=_numbers(folios.maps[page.division].pages[page.number], lines))
        for leaf, page in zip(found, folios.pages, strict=True)
    ]


def _numbers(page: SetPage, every: int) -> tuple[LineNumber, ...]:
    """Those that are printed; a line that is left out is counted but has none."""
    return tuple(
        LineNumber(n, line.top, round(line.bottom - line.top, 3))
        for n, line in enumerate(counted(page), 1)
        if n % every == 0 and not line.absent
    )


def furniture(
    pages: Sequence[Leaf], metadata: Metadata, *, layouts: Path, layout: str, queries: Queries
) -> tuple[str, tuple[str, ...]]:
    """The furniture's HTML and its style sheets; what cannot be used in `layouts` becomes queries."""
    html = Templates(layouts, queries).fill(
        TEMPLATE, leaves=pages, language=metadata.language, title=metadata.title
    )
    sheets = [_read(layouts / name, queries) for name in (f"{layout}.css", SHEET)]
    queries.stop()
    return html, tuple(sheets)


def _read(path: Path, queries: Queries) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        queries.add(
            "layout-broken",
            "there is no such style sheet",
            Place(f"layouts/print/{path.name}"),
            hint="restore the file",
        )
        return ""


def _leaf(n: int, page: BookPage, known: dict[str, Division], folios: Folios, metadata: Metadata) -> Leaf:
    division = known[page.division]
    side: Literal["recto", "verso"] = "verso" if n % 2 else "recto"
    if page.blank or division.kind in BARE or _is_empty(page, folios):
        return Leaf(side, "bare", "", "")
    if page.number == 0:
        return Leaf(side, "opening", page.folio, "")
    part = known.get(division.part)
    above = part.title if part is not None and page.matter == "body" else metadata.title
    return Leaf(side, "plain", page.folio, above if side == "verso" else division.short)


def _is_empty(page: BookPage, folios: Folios) -> bool:
    """Whether a page of a division has nothing on it: one that only keeps the next on its side."""
    one = folios.maps[page.division].pages[page.number]
    return not one.runs and all(line.absent for line in one.lines) and not one.anchors
