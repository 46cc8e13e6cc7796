"""A place in a text's tree → the place in its file, found again by its letters.

Pandoc's Markdown reader keeps no positions.  The letters of the words in question, with as many of those
before them as it takes, are looked for in the letters of the raw text; where several places fit, the one that
is as far into the file as the words are into the tree.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from math import ceil

from lxml.etree import _Element as Element

from chresto.forms import Text
from chresto.letters import blocks, offsets, only, text_of
from chresto.queries import Place

CONTEXTS = (60, 30, 15, 8, 0)  # letters before the words that are tried, longest first


@dataclass(frozen=True, slots=True)
class Places:
    """A text ready to be asked for many places: the letters of its file and of its tree, counted once."""

    text: Text
    lines: list[str]
    starts: list[int]  # of each line in the file
    offsets: list[int]  # of each letter in the file
    stream: str
    blocks: dict[int, tuple[int, str]]  # by their identity: letters before, letters; the text holds the tree
    total: int

    @classmethod
    def of(cls, text: Text) -> "Places":
        """Read the letters of file and tree once."""
        starts = [0, *(m.end() for m in re.finditer("\n", text.raw))]
        known, total = {}, 0
        for block in blocks(text.tree):
            letters = only(text_of(block))
            known[id(block)] = total, letters
            total += len(letters)
        return cls(text, text.raw.split("\n"), starts, offsets(text.raw), only(text.raw), known, total)

    def of_words(self, block: Element, start: int, end: int) -> Place:
        """The place of the letters [start, end) of a block; of one of another tree, the first that fits."""
        known = self.blocks.get(id(block))
        before, letters = known or (0, only(text_of(block)))
        wanted = (before + start) / max(1, self.total) * len(self.stream) if known else 0.0
        for context in CONTEXTS:
            lead = min(context, start)
            found = self._nearest(letters[start - lead : max(end, start + 1)], wanted - lead)
            if found is not None:
                return self._at(self.offsets[found + lead])
        return Place(self.text.file)

    def _at(self, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(self.text.file, line, offset - self.starts[line - 1] + 1, self.lines[line - 1])

    def _nearest(self, key: str, wanted: float) -> int | None:
        """Where in the stream a key stands that is nearest to a place there."""
        behind = max(0, ceil(wanted))
        found = (self.stream.rfind(key, 0, max(0, behind - 1 + len(key))), self.stream.find(key, behind))
        return min((n for n in found if n >= 0), key=lambda n: abs(n - wanted), default=None) if key else None


def of_words(text: Text, block: Element, start: int, end: int) -> Place:
    """The place of the letters [start, end) of a block."""
    return Places.of(text).of_words(block, start, end) if text.raw else Place(text.file)


def of_literal(text: Text, literal: str, nth: int = 0) -> Place:
    """The place of the nth occurrence of a string, as whole words; of the last one if there are fewer."""
    edges = (r"(?<!\w)" if literal[:1].isalnum() else "", r"(?!\w)" if literal[-1:].isalnum() else "")
    found = [m.start() for m in re.finditer(re.escape(literal).join(edges), text.raw)]
    return at(text, found[min(nth, len(found) - 1)]) if found else Place(text.file)


def of_mark(text: Text, name: str, value: str) -> Place:
    """The place of an attribute with a value among others: `person=a`, `person="a b"`."""
    found = re.search(rf"""\b{re.escape(name)}\s*=\s*(["'][^"'\n]*)?{re.escape(value)}(?![\w-])""", text.raw)
    return at(text, found.start()) if found else Place(text.file)


def at(text: Text, offset: int) -> Place:
    """The place of an offset into the raw text."""
    start = text.raw.rfind("\n", 0, offset) + 1
    line = text.raw[start:].partition("\n")[0]
    return Place(text.file, text.raw.count("\n", 0, offset) + 1, offset - start + 1, line)
