"""Divisions, an index of theirs → the mentions that stand behind its headings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chresto.entries import Index
from chresto.forms import Division, Mention, Spot


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
        for mention in (m for division in divisions for m in division.mentions if m.register == name):
            found.by_entry.setdefault(mention.entry, []).append(mention)
            found.by_start.setdefault(mention.start, []).append(mention)
        return found

    def at(self, spot: Spot, entry: str) -> Mention | None:
        """The mention of an entry that begins at a spot, rather a name than a passage."""
        found = [m for m in self.by_start.get(spot, ()) if m.entry == entry]
        return min(found, key=lambda m: m.passage) if found else None
