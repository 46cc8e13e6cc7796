"""Divisions, an index of theirs → the mentions that stand behind its headings; what the index passes over."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chresto.book import IndexSpec
from chresto.entries import Index
from chresto.forms import Division, Mention, Spot
from chresto.letters import blocks
from chresto.tree import classes_of

#: What stands in a section of this class, or in a note of this voice.
SECTIONS = {"headnotes": "headnote", "questions": "questions"}
VOICES = {"glosses": "gloss", "disagreements": "disagreement"}


def passed_over(division: Division, spec: IndexSpec) -> frozenset[str]:
    """The blocks of a division in which an index looks for no mention (`without`)."""
    if division.tree is None or not spec.without:
        return frozenset()
    sections = {SECTIONS[w] for w in spec.without if w in SECTIONS}
    voices = {VOICES[w] for w in spec.without if w in VOICES}
    return frozenset(
        str(block.get("id"))
        for block in blocks(division.tree)
        if any(sections & set(classes_of(a)) or a.get("data-voice") in voices for a in block.iterancestors())
    )


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
            over = passed_over(division, index.spec)
            for mention in (m for m in division.mentions if m.register == name and m.start.block not in over):
                found.by_entry.setdefault(mention.entry, []).append(mention)
                found.by_start.setdefault(mention.start, []).append(mention)
        return found

    def at(self, spot: Spot, entry: str) -> Mention | None:
        """The mention of an entry that begins at a spot, rather a name than a passage."""
        found = [m for m in self.by_start.get(spot, ()) if m.entry == entry]
        return min(found, key=lambda m: m.passage) if found else None
