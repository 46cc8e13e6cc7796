"""Divisions, an index of theirs → the mentions that stand behind its headings; what the index passes over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from chresto.book import SECTIONS, VOICES, IndexSpec
from chresto.entries import Index
from chresto.forms import Division, Mention, Spot
from chresto.letters import blocks
from chresto.tree import classes_of

ALL = 10**9  # letters of a block: its end


def indexed(division: Division, name: str, spec: IndexSpec) -> list[Mention]:
    """The mentions of a register, or of an index's own marks, in what the edition shows and the index reads.

    A passage whose end is not shown ends with its last block that is.
    """
    if division.tree is None:
        return []
    sections = {SECTIONS[w] for w in spec.without if w in SECTIONS} | {"absent"}
    voices = {VOICES[w] for w in spec.without if w in VOICES}
    shown: dict[str, int] = {}
    order: dict[str, int] = {}
    for block in blocks(division.tree):
        around = (block, *block.iterancestors())
        order[str(block.get("id"))] = len(order)
        if not any(sections & set(classes_of(a)) or a.get("data-voice") in voices for a in around):
            shown[str(block.get("id"))] = len(order) - 1
    found = [m for m in division.mentions if m.register == name and m.start.block in shown]
    return [m if m.end.block in shown else _shortened(m, shown, order) for m in found]


def _shortened(mention: Mention, shown: Mapping[str, int], order: Mapping[str, int]) -> Mention:
    first, last = order[mention.start.block], order.get(mention.end.block, len(order))
    end = max((b for b, n in shown.items() if first <= n <= last), key=lambda b: shown[b])
    return replace(mention, end=Spot(end, ALL))


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The mentions of an index: by entry in the order of the divisions, and by where they begin."""

    by_entry: dict[str, list[Mention]] = field(default_factory=dict)
    by_start: dict[Spot, list[Mention]] = field(default_factory=dict)

    @classmethod
    def of(cls, index: Index, divisions: Iterable[Division]) -> "Mentioned":
        """All mentions of the register that an index lists, or of the marks that are its own."""
        found = cls()
        name = index.spec.register or index.id
        for division in divisions:
            for mention in indexed(division, name, index.spec):
                found.by_entry.setdefault(mention.entry, []).append(mention)
                found.by_start.setdefault(mention.start, []).append(mention)
        return found

    def at(self, spot: Spot, entry: str) -> Mention | None:
        """The mention of an entry that begins at a spot, rather a name than a passage."""
        found = [m for m in self.by_start.get(spot, ()) if m.entry == entry]
        return min(found, key=lambda m: m.passage) if found else None
