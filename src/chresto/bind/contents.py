"""Divisions and their places → the outline beside the pages: parts, divisions, their headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from chresto.bind.address import Addresses, Target
from chresto.forms import Division, Folios
from chresto.letters import text_of


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline."""

    title: str
    target: Target
    inside: tuple["Bookmark", ...] = ()


def bookmarks(divisions: Sequence[Division], folios: Folios, addresses: Addresses) -> tuple[Bookmark, ...]:
    """Front and back matter and parts at the top, then what stands in a part, then headings of the text."""
    set_ones = [d for d in divisions if d.id in folios.first]
    return tuple(
        _bookmark(
            d,
            folios,
            addresses,
            [c for c in set_ones if c.part == d.id and c is not d] if d.kind == "part" else [],
        )
        for d in set_ones
        if not d.part
    )


def _bookmark(
    division: Division, folios: Folios, addresses: Addresses, inside: Sequence[Division]
) -> Bookmark:
    below = [_bookmark(d, folios, addresses, []) for d in inside] or _headings(division, addresses)
    number = f"{division.number}. " if division.number else ""
    return Bookmark(f"{number}{division.title}", Target(folios.first[division.id], 0.0, 0.0), tuple(below))


def _headings(division: Division, addresses: Addresses) -> list[Bookmark]:
    """The second-rank headings of a text; the letters of an index are too many and too small."""
    if division.tree is None or division.kind in ("titles", "contents", "index"):
        return []
    found = []
    for heading in division.tree.iter("h2"):
        title = " ".join(text_of(heading).split())
        target = addresses.of_id(heading.get("id") or "")
        if title and target is not None and "absent" not in (heading.get("class") or "").split():
            found.append(Bookmark(title, target))
    return found
