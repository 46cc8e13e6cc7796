"""The entries of an index, and those that have locators → its headings with see and see also.

A reference is never blind: its target has a heading in this index.  It is never circular: a see leads to
where the locators are.  None is given where it would stand beside its target.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chresto.entries import CrossReference, Heading, Locator
from chresto.index.invert import inverted
from chresto.order import Key, Order
from chresto.registers import Entry, Person

NEAR = 12  # so many headings between two of the same first letters are a glance
ALIKE = 4  # so many first letters


def headings(
    entries: Mapping[str, Entry], found: Mapping[str, Sequence[Locator]], ids: Mapping[str, str], order: Order
) -> list[Heading]:
    """The headings of an index in its order: those with locators, those that only refer.

    `ids`: what the heading of each entry has as its id.
    """
    maker = _Maker(
        entries,
        found,
        ids,
        order,
        sorted(order.key(entries[e].heading) for e in found),
        frozenset(_surname(entries[e].heading) for e in found),
    )
    own = [maker.own(entry) for entry in found]
    taken = {_folded(h.heading) for h in own}
    referring: dict[str, Heading] = {}
    for entry in entries:
        for one in (*maker.referring(entry), *maker.variants(entry)):
            words = _folded(one.heading)
            known = referring.get(words)
            if known is not None:  # two people of one pseudonym
                more = [r for r in one.see if r not in known.see]
                referring[words] = replace(known, see=maker.sorted([*known.see, *more]))
            elif words not in taken:
                referring[words] = one
    return sorted([*own, *referring.values()], key=lambda h: (order.key(h.heading), h.id))


@dataclass(frozen=True, slots=True)
class _Maker:
    entries: Mapping[str, Entry]
    found: Mapping[str, Sequence[Locator]]
    ids: Mapping[str, str]
    order: Order
    keys: Sequence[Key]  # of the headings with locators, sorted
    surnames: frozenset[str]  # theirs, or what stands before the first comma

    def sorted(self, references: Sequence[CrossReference]) -> tuple[CrossReference, ...]:
        return tuple(sorted(references, key=lambda r: (self.order.key(r.heading), r.target)))

    def own(self, entry: str) -> Heading:
        """The heading of an entry that has locators."""
        one = self.entries[entry]
        also = [o for other in (*one.see, *one.see_also) for o in self._ends(other) if o != entry]
        return Heading(
            self.ids[entry],
            one.heading,
            self.order.group(one.heading),
            entry,
            tuple(self.found[entry]),
            see_also=self._references(also),
        )

    def referring(self, entry: str) -> Iterator[Heading]:
        """The heading of an entry that is no more than a reference."""
        one = self.entries[entry]
        see = self._references([o for other in one.see for o in self._ends(other) if o != entry])
        if see and entry not in self.found:
            yield Heading(self.ids[entry], one.heading, self.order.group(one.heading), see=see)

    def variants(self, entry: str) -> Iterator[Heading]:
        """A reference from each name of an entry that stands elsewhere in the index."""
        if entry not in self.found:
            return
        one = self.entries[entry]
        target = self._references([entry])
        told: list[str] = []
        for variant in one.names:
            turned = _turned(variant, one)
            if (
                _is_looked_up(variant, one)
                and not self._is_beside(turned, one.heading)
                and not any(_first(turned) == _first(other) for other in told)
                and _folded(turned) not in self.surnames
            ):
                told.append(turned)
                number = len(told) + 1
                yield Heading(f"{self.ids[entry]}-see-{number}", turned, self.order.group(turned), see=target)

    def _references(self, ends: Sequence[str]) -> tuple[CrossReference, ...]:
        return self.sorted(
            [CrossReference(self.entries[o].heading, self.ids[o]) for o in dict.fromkeys(ends)]
        )

    def _ends(self, entry: str) -> list[str]:
        """Where the locators are to which an entry leads: itself, or what it refers to in the end."""
        ends: list[str] = []
        waiting, seen = [entry], set[str]()
        while waiting:
            one = waiting.pop(0)
            if one in seen or one not in self.entries:
                continue
            seen.add(one)
            if one in self.found:
                ends.append(one)
            else:
                waiting += self.entries[one].see
        return ends

    def _is_beside(self, name: str, heading: str) -> bool:
        """Whether a name would stand beside its heading: the next but one, or not far and spelled alike."""
        if self.order.group(name) != self.order.group(heading):
            return False
        first, last = sorted((self.order.key(name), self.order.key(heading)))
        between = bisect_left(self.keys, last) - bisect_right(self.keys, first)
        alike = _first(name) == _first(heading)
        return between <= (NEAR if alike else 1)


def _turned(variant: str, entry: Entry) -> str:
    """A variant as a heading."""
    if not isinstance(entry, Person):
        return variant
    heading = entry.heading.partition(" (")[0]
    whole = (
        "," not in heading and len(heading.split()) > 1
    )  # “Genghis Khan”, “Mao Zedong” have no other order
    return variant if whole else inverted(variant)


def _is_looked_up(variant: str, entry: Entry) -> bool:
    """Whether somebody may look a variant up: a name, not a description (“Rubin’s sister”) or a stem."""
    if variant.endswith("*"):
        return False
    if isinstance(entry, Person):
        if set(_folded(variant).split()) <= set(_folded(entry.heading.partition(" (")[0]).split()):
            return False  # a part of the heading, or its words in another order
        return not variant.rsplit(maxsplit=1)[-1][:1].islower()
    return not variant[:1].islower() or entry.heading[:1].islower()


def _folded(words: str) -> str:
    words = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _surname(heading: str) -> str:
    return _folded(heading.partition(",")[0].partition("(")[0])


def _first(heading: str) -> str:
    return _surname(heading)[:ALIKE]
