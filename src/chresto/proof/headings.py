"""The printed indexes → queries for headings out of order or twice, for blind and circular references."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from chresto.entries import CrossReference, PrintedHeading, PrintedIndex
from chresto.order import Order
from chresto.parts import Parts
from chresto.queries import Place, Queries

Known = dict[str, tuple[PrintedIndex, PrintedHeading]]


def proof_headings(parts: Parts, queries: Queries) -> dict[str, int]:
    """How many headings and references were looked at, and how many strings of locators are too long."""
    known: Known = {h.heading.id: (printed, h) for printed in parts.indexes for h in printed.headings}
    references = too_long = 0
    for printed in parts.indexes:
        _order(printed, queries)
        for heading in printed.headings:
            strings = (heading.locators, *(sub.locators for sub in heading.subs))
            too_long += sum(len(found) > printed.index.spec.undivided for found in strings)
            place = _place(printed, heading)
            for reference in (*heading.heading.see, *heading.heading.see_also):
                references += 1
                fault = _fault(printed, heading, reference, known)
                if fault:
                    queries.add("index-wrong", f"the reference to “{reference.heading}” {fault}", place)
            if not (heading.all or heading.heading.see or heading.heading.see_also):
                queries.add("index-wrong", "a heading with no locator and no reference", place)
    return {
        "headings": len(known),
        "cross-references": references,
        "strings of locators too long": too_long,
    }


def _place(printed: PrintedIndex, heading: PrintedHeading) -> Place:
    return Place(f"{printed.index.title}, {heading.heading.heading}")


def _order(printed: PrintedIndex, queries: Queries) -> None:
    """The headings stand in the order of the collation, their groups each in one piece, none twice."""
    index = printed.index
    key = Order.of(index.spec, index.language, people=index.people).key
    for one, other in pairwise(printed.headings):
        if key(other.heading.heading) < key(one.heading.heading):
            message = f"“{other.heading.heading}” stands behind “{one.heading.heading}”"
            queries.add("index-wrong", message, _place(printed, other))
    seen: set[str] = set()
    groups: list[str] = []
    for heading in printed.headings:
        words = unicodedata.normalize("NFC", " ".join(heading.heading.heading.split()))
        if words in seen:
            queries.add("index-wrong", f"“{words}” is two headings", _place(printed, heading))
        seen.add(words)
        group = heading.heading.group
        if group in groups and group != groups[-1]:
            queries.add("index-wrong", f"the group “{group}” begins twice", _place(printed, heading))
        groups.append(group)


def _fault(printed: PrintedIndex, heading: PrintedHeading, reference: CrossReference, known: Known) -> str:
    """What is wrong with a reference: it is blind, circular, or says another heading or index than it has."""
    if reference.target not in known:
        return "leads to no heading"
    held, target = known[reference.target]
    if any(end.heading.id == heading.heading.id for end in _chain(target, known)):
        return "leads back to where it stands"
    if not target.all:
        return "leads to a heading without locators"
    if reference.heading != target.heading.heading:
        return f"leads to “{target.heading.heading}”"
    if held is not printed and reference.index != held.index.title:
        return "does not say in which index it is"
    return ""


def _chain(target: PrintedHeading, known: Known) -> Iterator[PrintedHeading]:
    """A heading and those to which it sends on, as long as it has no locators of its own."""
    waiting, seen = [target], set[str]()
    while waiting:
        one = waiting.pop()
        if one.heading.id in seen:
            continue
        seen.add(one.heading.id)
        yield one
        if not one.all:
            waiting += [known[r.target][1] for r in one.heading.see if r.target in known]
