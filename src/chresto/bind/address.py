"""Folios → the place that a link, a heading or a division leads to: page, left and top in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from chresto.forms import Folios, PageMap, Spot

SCHEME: Final = "chresto:"  # as the typeset division writes links into the book
AIR: Final = 6.0  # points above the place, so that a viewer does not cut the line's ascenders


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the bound book: index of the page, points from its left and from its top edge."""

    page: int
    left: float
    top: float


class Addresses:
    """Every place of a book that something can lead to."""

    def __init__(self, folios: Folios) -> None:
        """Gather the ids of all divisions; the first page that has an id counts."""
        self._folios = folios
        self._ids: dict[str, Target] = {}
        for division, first in folios.first.items():
            self._ids.setdefault(division, Target(first, 0.0, 0.0))
        for division, one in folios.maps.items():
            for n, page in enumerate(one.pages):
                for name, (left, top) in page.anchors.items():
                    self._ids.setdefault(name, Target(folios.first[division] + n, left, max(0.0, top - AIR)))

    def of_uri(self, uri: str) -> Target | None:
        """Where a link of our own scheme leads; None if it is another link or leads nowhere."""
        if not uri.startswith(SCHEME):
            return None
        name, _, letter = uri.removeprefix(SCHEME).partition("@")
        name = unquote(name)
        return self.of_spot(Spot(name, int(letter))) if letter.isdecimal() else self.of_id(name)

    def of_id(self, name: str) -> Target | None:
        """Where an element of the book stands; one that is left out stands nowhere."""
        return self._ids.get(name)

    def of_spot(self, spot: Spot) -> Target | None:
        """Where a letter of a block stands: the page, and the line with it."""
        page = self._folios.page_of(spot)
        if page is None:
            return self.of_id(spot.block)
        known = self._folios.pages[page]
        top = _line_top(self._folios.maps, known.division, known.number, spot)
        place = self._folios.maps[known.division].pages[known.number].anchors.get(spot.block)
        left = place[0] if place else 0.0
        return Target(page, left, max(0.0, (place[1] if place and top is None else top or 0.0) - AIR))


def _line_top(maps: Mapping[str, PageMap], division: str, page: int, spot: Spot) -> float | None:
    """The top of the line on a page in which a letter of a block stands."""
    lines = [x for x in maps[division].pages[page].lines if x.start.block == spot.block]
    before = [x for x in lines if x.start.letter <= spot.letter]
    return (before or lines)[-1 if before else 0].top if lines else None
