"""A text with marks for mentions → these mentions, and where marks overrule what is found.

The marks are `[words]{person=id}` and `::: {.passage person=id}`; either may say under which sub-heading of
the index it belongs: `under="and Kirov"`.  An index by marks alone is a register whose entries are what the
marks say: `[in Gorky]{place="Nizhny Novgorod"}`; or the words themselves, `[Leningrad]{.place}`.
"""

import unicodedata
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from chresto.book import Outline
from chresto.forms import Mention, Spot, Text
from chresto.letters import blocks, count, is_note, letters_before, pieces, text_of
from chresto.places import of_literal, of_mark
from chresto.queries import Queries, did_you_mean
from chresto.registers import NOBODY, Registers
from chresto.tree import unwrap

UNDER = "data-under"
#: As print has them, so that a heading is one however a mark writes it.
_PRINTED = str.maketrans({"'": "’", "\u00ad": None, "‑": "-"})


@dataclass(slots=True)
class Marked:
    """Mentions that marks make, and letters in which marks have the last word: register → block → spans."""

    mentions: list[Mention] = field(default_factory=list)
    settled: dict[str, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)

    def overrules(self, register: str, block: str, start: int, end: int) -> bool:
        """Whether a mark of the register covers any of these letters."""
        spans = self.settled.get(register, {}).get(block, ())
        return any(a < end and start < b for a, b in spans)


def read_marks(text: Text, outline: Outline, registers: Registers, queries: Queries) -> Marked:
    """All marks of a text; they are taken off the tree."""
    marked = Marked()
    names_of = {register: f"data-{spec.mark}" for register, spec in outline.registers.items()}
    free = {key: f"data-{spec.mark}" for key, spec in outline.indexes.items() if spec.mark}
    names = {name: register for register, name in (names_of | free).items()}
    for element in list(text.tree.iter()):
        found = {r: str(element.attrib.pop(n)) for n, r in names.items() if n in element.attrib}
        under = " ".join(str(element.attrib.pop(UNDER, "")).split()) if found else ""
        before = len(marked.mentions)
        for register, ids in found.items():
            if register in free:
                known = _headings(ids, element, text, outline.indexes[register].mark, queries)
            else:
                known = _known(ids, register, registers, text, names_of[register], queries)
            if element.tag == "section":
                _passage(element, register, known, marked)
            else:
                _words(element, register, known, marked, text, queries)
        marked.mentions[before:] = [replace(m, under=under) for m in marked.mentions[before:]]
        if element.tag == "span":
            _unknown_attributes(element, text, outline, queries)
    for span in list(text.tree.iter("span")):
        if not span.attrib and span.getparent() is not None:
            unwrap(span)
    return marked


def _known(
    ids: str, register: str, registers: Registers, text: Text, name: str, queries: Queries
) -> list[str]:
    entries = registers.entries[register]
    known = []
    for key in ids.split():
        if key in entries:
            known.append(key)
        elif key != NOBODY:
            place = of_mark(text, name.removeprefix("data-"), key)
            queries.add(
                "id-unknown",
                f"the register “{register}” has no “{key}”",
                place,
                hint=did_you_mean(key, [*entries, NOBODY]),
            )
    return known


def _headings(said: str, element: Element, text: Text, mark: str, queries: Queries) -> list[str]:
    """What a mark of an index by marks says, parted by “; ”; the marked words if it says nothing."""
    found = [" ".join(words.split()) for words in said.split(";")]
    found = [words for words in found if words]
    if not found and element.tag != "section":
        words = " ".join(text_of(element).split()).strip(",.;:!?“”‘’\"'()")
        found = [words.removesuffix("’s").removesuffix("'s")] if words else []
    if not any(c.isalnum() for words in found for c in words):
        hint = f'say which heading of the index: {mark}="…"'
        place = of_literal(text, f"{mark}=" if f"{mark}=" in text.raw else f".{mark}")
        queries.add("value-wrong", f"the mark “{mark}” names nothing", place, hint=hint)
        return []
    return list(dict.fromkeys(unicodedata.normalize("NFC", words).translate(_PRINTED) for words in found))


def _words(
    element: Element, register: str, known: list[str], marked: Marked, text: Text, queries: Queries
) -> None:
    block = next((e for e in (element, *element.iterancestors()) if e.get("data-b") is not None), None)
    if block is None:
        place = of_literal(text, "".join(element.itertext()).strip().split("\n", 1)[0])
        hint = "mark words of one paragraph, or make the block a passage: ::: {.passage …}"
        queries.add("mark-crossed", "a mark for a mention outside of a paragraph", place, hint=hint)
        return
    start = letters_before(block, element)
    end = (
        start + sum(count(p.text) for p in pieces(element)) if element is not block else count(text_of(block))
    )
    key = str(block.get("id"))
    marked.settled.setdefault(register, {}).setdefault(key, []).append((start, max(end, start + 1)))
    note = note_of(block)
    spots = Spot(key, start), Spot(key, end)
    marked.mentions += [Mention(register, entry, *spots, note, by="mark") for entry in known]


def _passage(section: Element, register: str, known: list[str], marked: Marked) -> None:
    inside = [b for b in blocks(section) if not note_of(b) and count(text_of(b))]
    if not inside:
        return
    spots = Spot(str(inside[0].get("id"))), Spot(str(inside[-1].get("id")), count(text_of(inside[-1])))
    marked.mentions += [Mention(register, entry, *spots, passage=True, by="mark") for entry in known]


def note_of(block: Element) -> str:
    """The mark of the note that a block stands in; empty in the text."""
    for ancestor in block.iterancestors():
        if is_note(ancestor):
            return ancestor.get("data-mark") or "*"
    return ""


def _unknown_attributes(element: Element, text: Text, outline: Outline, queries: Queries) -> None:
    own = ("data-voice", "data-mark", "data-label", "data-b", "data-cites")
    words = [
        "gloss",
        "sic",
        "why",
        "disagreement",
        "lang",
        "under",
        *(s.mark for s in outline.registers.values()),
        *(i.mark for i in outline.indexes.values() if i.mark),
    ]
    for name in list(element.keys()):
        if name.startswith("data-") and name not in own:
            word = name.removeprefix("data-")
            queries.add(
                "mark-unknown",
                f"the mark “{word}=” has no meaning",
                of_literal(text, f"{word}="),
                hint=did_you_mean(word, words),
            )
            del element.attrib[name]
