"""Copies of the trees and the places that locators name → the same trees with an empty span at each place."""

from collections.abc import Iterable, Mapping

from lxml.etree import _Element as Element

from chresto.forms import PrintedIndex, Spot
from chresto.letters import blocks, insert
from chresto.tree import new


def place_id(spot: Spot) -> str:
    """The id of a place: the block's own, or the block's with the number of the letter."""
    return f"{spot.block}-at-{spot.letter}" if spot.letter else spot.block


def spots(indexes: Iterable[PrintedIndex], trees: Mapping[str, Element]) -> list[Spot]:
    """Every place that an index or a link with `data-letter` leads to, in order, each once."""
    found = {locator.target for index in indexes for heading in index.headings for locator in heading.all}
    for tree in trees.values():
        for link in tree.iter("a"):
            if link.get("data-letter"):
                found.add(Spot((link.get("href") or "").removeprefix("#"), int(link.get("data-letter") or 0)))
    return sorted(found)


def mark_places(wanted: Iterable[Spot], trees: Mapping[str, Element]) -> None:
    """Put a span with the place's id before each letter wanted; a place that is not there gets none."""
    held = {str(block.get("id")): block for tree in trees.values() for block in blocks(tree)}
    for spot in wanted:
        if spot.letter and spot.block in held:
            span = new("span")
            span.set("id", place_id(spot))
            insert(held[spot.block], spot.letter, span)
