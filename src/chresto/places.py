"""A place in a text's tree → the place in its file, found again by its letters.

Pandoc's Markdown reader keeps no positions.  The letters of the words in question, with as many of those
before them as it takes, are looked for in the letters of the raw text; where several places fit, the one that
is as far into the file as the words are into the tree.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.forms import Text
from chresto.letters import blocks, count, pieces, text_of
from chresto.queries import Place

CONTEXTS = (60, 30, 15, 8, 0)  # letters before the words that are tried, longest first


@dataclass(frozen=True, slots=True)
class Places:
    """A text ready to be asked for many places: the letters of its file and of its tree, counted once."""

    text: Text
    offsets: list[int]  # of each letter in the file
    stream: str
    before: dict[int, int]  # by the identity of a block; the text holds the tree
    total: int

    @classmethod
    def of(cls, text: Text) -> "Places":
        """Read the letters of file and tree once."""
        offsets = [i for i, c in enumerate(text.raw) if c.isalnum()]
        before, total = {}, 0
        for block in blocks(text.tree):
            before[id(block)] = total
            total += sum(count(p.text) for p in pieces(block))
        return cls(text, offsets, "".join(text.raw[i] for i in offsets), before, total)

    def of_words(self, block: Element, start: int, end: int) -> Place:
        """The place of the letters [start, end) of a block."""
        letters = "".join(c for c in text_of(block) if c.isalnum())
        share = (self.before.get(id(block), -start) + start) / max(1, self.total)
        for before in CONTEXTS:
            key = letters[max(0, start - before) : max(end, start + 1)]
            lead = min(before, start)
            found = [found_at + lead for found_at in _all(key, self.stream)] if key else []
            if found:
                best = min(found, key=lambda i: abs(i / max(1, len(self.stream)) - share))
                return at(self.text, self.offsets[best])
        return Place(self.text.file)


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
    starts = [0, *(m.end() for m in re.finditer("\n", text.raw))]
    line = bisect_left(starts, offset + 1)
    column = offset - starts[line - 1] + 1
    return Place(text.file, line, column, text.raw.split("\n")[line - 1])


def _all(part: str, whole: str) -> Iterator[int]:
    """Every place of a string in another, overlapping ones too."""
    found = whole.find(part)
    while found >= 0:
        yield found
        found = whole.find(part, found + 1)
