"""Folios: roman in front, arabic from the body on, every division on a recto."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from chresto.bind import number
from chresto.book import Matter
from chresto.forms import Division, PageMap, Run, SetPage, Spot
from chresto.numerals import roman

VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def page_map(name: str, pages: int) -> PageMap:
    """A division of one block with ten letters on each page."""
    return PageMap(
        420,
        595,
        tuple(SetPage((Run(f"{name}-p", 10 * n, 10 * n + 10),), (), {}) for n in range(pages)),
        {},
        {},
    )


def book(*lengths: tuple[Matter, int]) -> tuple[list[Division], dict[str, PageMap]]:
    ones = [Division(f"d{n}", "piece", matter, "T", "T", None) for n, (matter, _) in enumerate(lengths)]
    return ones, {f"d{n}": page_map(f"d{n}", pages) for n, (_, pages) in enumerate(lengths)}


def test_front_matter_is_roman_and_the_body_begins_at_1() -> None:
    """The blank verso before a division counts, and belongs to the division before it."""
    folios = number(*book(("front", 3), ("front", 1), ("body", 2), ("back", 1)))

    assert [p.folio for p in folios.pages] == ["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3"]
    assert [n for n, p in enumerate(folios.pages) if p.blank] == [3, 5]
    assert [p.division for p in folios.pages if p.blank] == ["d0", "d1"]
    assert folios.first == {"d0": 0, "d1": 4, "d2": 6, "d3": 8}


def test_a_letter_has_the_folio_of_its_page() -> None:
    """Found through the blocks that numbering fills in."""
    folios = number(*book(("front", 1), ("body", 3)))

    assert [folios.folio_of(Spot("d1-p", letter)) for letter in (0, 9, 10, 29, 99)] == [
        "1",
        "1",
        "2",
        "3",
        "3",
    ]
    assert folios.folio_of(Spot("d0-p")) == "i"
    assert folios.folio_of(Spot("nothing")) is None


def test_a_division_that_is_not_set_yet_has_no_page() -> None:
    """The first guess of the folios may lack the contents."""
    ones, maps = book(("front", 1), ("body", 1))
    del maps["d0"]

    assert number(ones, maps).first == {"d1": 0}


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(0, 8))
def test_every_division_begins_on_a_recto(lengths: list[int], fronts: int) -> None:
    """Whatever their lengths; no blank page stands first, last or beside another."""
    folios = number(*book(*(("front" if n < fronts else "body", pages) for n, pages in enumerate(lengths))))
    blank = [p.blank for p in folios.pages]

    assert all(first % 2 == 0 for first in folios.first.values())
    assert not blank[0]
    assert not blank[-1]
    assert not any(a and b for a, b in itertools.pairwise(blank))
    assert sum(not b for b in blank) == sum(lengths)


@given(st.integers(1, 3999))
def test_roman_figures_are_read_back(value: int) -> None:
    """A smaller figure before a larger one is taken off."""
    figures = [VALUES[c] for c in roman(value)]

    assert sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True)) == value
