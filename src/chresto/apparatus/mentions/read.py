"""A text's tree → its blocks as the finders read them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.apparatus.marks import note_of
from chresto.apparatus.mentions.fold import fold, lower
from chresto.letters import count, letters_before, offset_of_letter, text_of

#: Words that a short text may have with a capital only, and that are no names.
_FUNCTION_WORDS = """
a about above after again against all although am among an and another any are as at be because been
before being below between both but by can could did do does during each either else even ever every few first
for from had has have he hence her here him his how however i if in indeed instead into is it its just
later least less let like many may me might more most much must my never next no nor not nothing now of
off often on once one only or other our out over own perhaps rather said same says second several shall
she should since so some soon still such than that the their them then there these they third this those
though through thus to today together too toward under unless until up upon us very was we were what when
whence where whether which while who whom whose why will with within without would yes yet you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "th", "caption")
_STANDING = re.compile(r"(?<![\w'-])([^\W\d_a-z][\w-]*)(?!['\w-]| [^\W\d_a-z])")
_SMALL = re.compile(r"(?<![\w'-])[^\W\d_A-Z][\w'-]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its words, the same folded, the same in small letters."""

    element: Element
    id: str
    note: str
    words: str
    plain: str
    low: str
    heading: bool
    cited: tuple[tuple[int, int], ...]  # letters of citations, code and addresses, which mention nobody
    starts: tuple[int, ...]  # the offset of each letter in `plain`

    def letters(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into `plain` as letters of the block."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """The letters [first, last) of the block as offsets into `plain`."""
        if not first < last <= len(self.starts):
            return 0, 0
        return self.starts[first], self.starts[last - 1] + 1

    def shown(self, first: int, last: int) -> str:
        """The words at these letters as the text has them."""
        start, end = offset_of_letter(self.words, first), offset_of_letter(self.words, last - 1)
        return "" if start is None or end is None else self.words[start : end + 1]


def blocks_of(elements: Iterable[Element]) -> list[Block]:
    """The blocks in the order of the text."""
    found = []
    for element in elements:
        words = text_of(element)
        plain = fold(words)
        heading = element.tag in HEADINGS
        name = str(element.get("id"))
        cited = tuple(_citations(element))
        starts = tuple(i for i, c in enumerate(plain) if c.isalnum())
        low, note = lower(plain), note_of(element)
        found.append(Block(element, name, note, words, plain, low, heading, cited, starts))
    return found


def common_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words that a text also writes with a small letter."""
    return FUNCTION_WORDS.union(w for b in blocks for w in _SMALL.findall(b.plain) if w.islower())


def standing_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words with a capital that somewhere stand without another such word behind them."""
    return frozenset(w for b in blocks for w in _STANDING.findall(b.plain))


def _citations(block: Element) -> list[tuple[int, int]]:
    """The letters of what mentions nobody: of addresses, code, and citations.

    “(Mirov 1901)” mentions nobody; “Mirov (1901)” is text, and does.
    """
    found = []
    for span in block.iter("span", "code", "a"):
        words = "".join(span.itertext())
        cited = span.get("class") == "citation" and words.find("(") < 1
        if cited or span.tag == "code" or (span.tag == "a" and "://" in words):
            start = letters_before(block, span)
            found.append((start, start + count(words)))
    return found


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the spans has a part of [start, end)."""
    return any(a < end and start < b for a, b in spans)
