"""An index and the folios of a bound book → the locators as printed: “45”, “45–47”, “45n”, each page once.

A heading with more locators than `Index.undivided`, or with one that a mark gives a sub-heading, is divided:
by what the marks say, else by the divisions of the book, in the order in which these come.
"""

from collections.abc import Sequence
from dataclasses import replace

from chresto.forms import (
    Folios,
    Heading,
    Index,
    Locator,
    PrintedHeading,
    PrintedIndex,
    PrintedLocator,
    SubHeading,
)


def locate(index: Index, folios: Folios) -> PrintedIndex:
    """The index with its folios.  A page that a mention in the text names is not named again for a note."""
    return PrintedIndex(index, tuple(_heading(h, index.undivided, folios) for h in index.headings))


def _heading(heading: Heading, undivided: int, folios: Folios) -> PrintedHeading:
    together = _printed(heading.locators, folios)
    if len(together) <= undivided and not any(loc.under for loc in heading.locators):
        return PrintedHeading(heading, together)
    groups: dict[str, list[Locator]] = {}
    for loc in heading.locators:
        groups.setdefault(loc.under or loc.within, []).append(loc)
    subs = tuple(
        SubHeading(f"{heading.id}-sub-{n}", words, _printed(locators, folios))
        for n, (words, locators) in enumerate(groups.items(), 1)
    )
    return PrintedHeading(heading, (), tuple(sub for sub in subs if sub.locators))


def _printed(locators: Sequence[Locator], folios: Folios) -> tuple[PrintedLocator, ...]:
    spans = [
        (s, e, loc)
        for loc in locators
        if (s := folios.page_of(loc.start)) is not None and (e := folios.page_of(loc.end)) is not None
    ]
    texts = _merged(sorted((x for x in spans if not x[2].note), key=lambda x: (x[0], -x[1])))
    covered = {page for start, end, _ in texts for page in range(start, end + 1)}
    notes: dict[int, list[Locator]] = {}
    for start, _, loc in spans:
        if loc.note and start not in covered:
            notes.setdefault(start, []).append(loc)
    found = [(start, _of_text(start, end, loc, folios)) for start, end, loc in texts]
    found += [(page, _of_notes(page, locs, folios)) for page, locs in notes.items()]
    return tuple(locator for _, locator in sorted(found, key=lambda f: f[0]))


def _merged(spans: list[tuple[int, int, Locator]]) -> list[tuple[int, int, Locator]]:
    """Spans of pages that overlap are one; pages that merely follow one another stay apart."""
    result: list[tuple[int, int, Locator]] = []
    for start, end, loc in spans:
        if result and start <= result[-1][1]:
            first, last, known = result[-1]
            result[-1] = (first, max(last, end), replace(known, principal=known.principal or loc.principal))
        else:
            result.append((start, end, loc))
    return result


def _of_text(start: int, end: int, locator: Locator, folios: Folios) -> PrintedLocator:
    first, last = folios.pages[start].folio, folios.pages[end].folio
    if start == end:
        return PrintedLocator(first, first, locator.start, locator.principal)
    return PrintedLocator(f"{first}–{last}", f"{first} to {last}", locator.start, locator.principal)


def _of_notes(page: int, locators: list[Locator], folios: Folios) -> PrintedLocator:
    """Notes of one page are one locator: `n`, or `nn` for several (Chicago Manual of Style, 15.33)."""
    folio = folios.pages[page].folio
    several = len({loc.start.block.rsplit("-", 1)[0] for loc in locators}) > 1
    return PrintedLocator(
        folio + ("nn" if several else "n"), f"{folio}, {'notes' if several else 'note'}", locators[0].start
    )
