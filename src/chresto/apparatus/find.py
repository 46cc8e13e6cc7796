"""A text, a register → every mention in it: the longest variant, whole words, found in one pass; or a query.

A word ends where no letter or digit follows, so “Stalin’s” and “Borgia-Stalin” name Stalin, “Stalinist” names
nobody.  Variants are matched exactly, but for the shape of apostrophes, hyphens and spaces.  A name before a
word for a thing (“Lenin Library”) names the thing.  Phrases of an entry's `never` outweigh its variants.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.apparatus.marks import NOBODY, Marked, note_of
from chresto.book import Item, RegisterFile
from chresto.doors.automaton import Automaton
from chresto.forms import Mention, Spot, Text
from chresto.letters import blocks, count, letters_before, text_of
from chresto.places import of_words
from chresto.queries import Queries
from chresto.registers import Entry

#: One character for another, so that offsets stay.
FOLDED = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "‑": "-", "‐": "-"}
)

#: Words that make a thing of a name that stands before them, unless the outline's register names others.
THINGS = [
    "Academy",
    "Archive",
    "Archives",
    "Avenue",
    "Ballet",
    "Bridge",
    "Canal",
    "Circle",
    "City",
    "Club",
    "Collection",
    "Constitution",
    "Factory",
    "Foundation",
    "Hall",
    "Highway",
    "Hill",
    "Hills",
    "House",
    "Institute",
    "Island",
    "Library",
    "Line",
    "Mausoleum",
    "Medal",
    "Mountains",
    "Museum",
    "Oblast",
    "Order",
    "Palace",
    "Park",
    "Peak",
    "Plant",
    "Prize",
    "Prospekt",
    "School",
    "Shipyard",
    "Square",
    "Stadium",
    "Station",
    "Street",
    "Theatre",
    "Tower",
    "Tractor",
    "University",
    "Works",
]


@dataclass(frozen=True, slots=True)
class Finder:
    """A register ready to be looked for: folded phrases → the entries they name, none if they name nobody."""

    register: str
    mark: str
    automaton: Automaton
    things: frozenset[str]
    entries: Mapping[str, Entry]

    @classmethod
    def of(cls, register: str, spec: RegisterFile, entries: Mapping[str, Entry]) -> "Finder":
        """Build the automaton of a register."""
        phrases: dict[str, tuple[str, ...]] = {}
        for key, entry in entries.items():
            for variant in entry.variants:
                phrase = variant.translate(FOLDED)
                phrases[phrase] = (*phrases.get(phrase, ()), key)
        for entry in entries.values():
            for phrase in entry.never:
                phrases[phrase.translate(FOLDED)] = ()
        return cls(register, spec.mark, Automaton(phrases), frozenset(spec.things or THINGS), entries)


def find(
    text: Text,
    item: Item,
    finder: Finder,
    marked: Marked,
    queries: Queries,
    *,
    read: Iterable[Element] | None = None,
) -> Iterator[Mention]:
    """Mentions in document order, those that marks settle left out; a name of several people is a query.

    `read`: the blocks of the text that are looked through; all of them by default.
    """
    for block in blocks(text.tree) if read is None else read:
        words = text_of(block)
        note = note_of(block)
        key = str(block.get("id"))
        cited = _citations(block)
        for start, end, names in _longest(words.translate(FOLDED), finder):
            first, last = count(words[:start]), count(words[:end])
            if marked.overrules(finder.register, key, first, last) or any(
                a < last and first < b for a, b in cited
            ):
                continue
            entry = _settle(words[start:end], names, item, finder, (text, block, first, last), queries)
            if entry:
                yield Mention(finder.register, entry, Spot(key, first), Spot(key, last), note)


def _citations(block: Element) -> list[tuple[int, int]]:
    """The letters of citations: “(Mirov 1901)” mentions nobody; “Mirov (1901)” is text, and does."""
    found = []
    for span in block.iter("span"):
        words = "".join(span.itertext())
        if span.get("class") == "citation" and words.find("(") < 1:
            start = letters_before(block, span)
            found.append((start, start + count(words)))
    return found


def _longest(words: str, finder: Finder) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Whole-word occurrences, from the left, the longest first, none overlapping."""
    found = [f for f in finder.automaton.find(words) if _whole(words, f[0], f[1])]
    reached = 0
    for start, end, names in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < reached:
            continue
        reached = end
        if names and not _is_thing(words, end, finder.things):
            yield start, end, names


def _whole(words: str, start: int, end: int) -> bool:
    """Whether no letter or digit stands right before or behind."""
    before, behind = words[start - 1 : start], words[end : end + 1]
    return not (before.isalnum() or behind.isalnum())


def _is_thing(words: str, end: int, things: frozenset[str]) -> bool:
    if words[end : end + 1] != " ":
        return False
    follower = words[end + 1 :].split(" ", 1)[0].strip(",.;:!?)]”\"'")
    return follower.removesuffix("'s") in things


def _settle(
    words: str,
    names: tuple[str, ...],
    item: Item,
    finder: Finder,
    where: tuple[Text, Element, int, int],
    queries: Queries,
) -> str | None:
    """The one entry that the words name; None for nobody, and when it is a query."""
    said = item.means.get(words) or item.means.get(words.translate(FOLDED))
    if said == NOBODY:
        return None
    if said in finder.entries:
        return said
    if len(names) == 1:
        return names[0]
    shown = " or ".join(finder.entries[n].heading for n in names)
    mark = f"[{words}]{{{finder.mark}={names[0]}}}"
    settle = f"settle it for the whole text in outline.yaml: means: {{{words}: {names[0]}}}"
    hint = f"mark it: {mark}, or {settle}" if where[0].file.endswith((".md", ".markdown")) else settle
    queries.add("mention-ambiguous", f"“{words}” may be {shown}", of_words(*where), hint=hint)
    return None
