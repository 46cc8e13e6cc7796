"""A place in a text's tree → the place in its file, found again by its letters.

Pandoc's Markdown reader keeps no positions.  The letters of the words in question, with as many of those
before them as it takes, are looked for in the letters of the raw text; where several places fit, the one that
is as far into the file as the words are into the tree.
"""

import re
from bisect import bisect_left

from lxml.etree import _Element as Element

from chresto.forms import Text
from chresto.letters import blocks, count, pieces, text_of
from chresto.queries import Place

CONTEXTS = (60, 30, 15, 8, 0)  # letters before the words that are tried, longest first


def of_words(text: Text, block: Element, start: int, end: int) -> Place:
    """The place of the letters [start, end) of a block."""
    if not text.raw:
        return Place(text.file)
    offsets = [i for i, c in enumerate(text.raw) if c.isalnum()]
    stream = "".join(text.raw[i] for i in offsets)
    letters = "".join(c for c in text_of(block) if c.isalnum())
    share = _share(text, block, start)
    for before in CONTEXTS:
        key = letters[max(0, start - before) : max(end, start + 1)]
        lead = min(before, start)
        found = [m.start() + lead for m in re.finditer(f"(?={re.escape(key)})", stream)] if key else []
        if found:
            best = min(found, key=lambda i: abs(i / max(1, len(stream)) - share))
            return at(text, offsets[best])
    return Place(text.file)


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


def _share(text: Text, block: Element, start: int) -> float:
    """How far into the tree's letters a letter of a block stands, from 0 to 1."""
    before = total = 0
    for other in blocks(text.tree):
        if other is block:
            before = total + start
        total += sum(count(p.text) for p in pieces(other))
    return before / max(1, total)
