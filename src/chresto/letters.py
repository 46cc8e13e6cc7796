"""A block of the tree and a number of letters → the place in the tree; and the way back.

A letter is an alphanumeric character; see `forms` for why places are counted so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.tree import classes_of


def count(text: str) -> int:
    """How many letters a string has."""
    return sum(c.isalnum() for c in text)


@dataclass(frozen=True, slots=True)
class Piece:
    """One string of a block: the text of `element`, or its tail."""

    element: Element
    is_tail: bool
    text: str


def is_note(element: Element) -> bool:
    """Whether the element is a note at its call."""
    return "note" in classes_of(element)


def pieces(block: Element) -> Iterator[Piece]:
    """The strings of a block in reading order, without those of nested blocks and of notes."""
    if block.text:
        yield Piece(block, is_tail=False, text=block.text)
    for child in block:
        if isinstance(child.tag, str) and child.get("data-b") is None and not is_note(child):
            yield from pieces(child)
        if child.tail:
            yield Piece(child, is_tail=True, text=child.tail)


def text_of(block: Element) -> str:
    """The running text of a block."""
    return "".join(p.text for p in pieces(block))


def only(text: str) -> str:
    """The letters of a string and nothing else.

    >>> only("It’s 1936")
    'Its1936'
    """
    return "".join(filter(str.isalnum, text))


def offsets(text: str) -> list[int]:
    """The index of each letter: for whoever asks `offset_of_letter` of one text many times.

    >>> offsets("(a b)")
    [1, 3]
    """
    return [i for i, c in enumerate(text) if c.isalnum()]


def offset_of_letter(text: str, letter: int) -> int | None:
    """The index in `text` of letter number `letter` (from 0); None if the text has fewer letters."""
    seen = 0
    for i, c in enumerate(text):
        if c.isalnum():
            if seen == letter:
                return i
            seen += 1
    return None


def blocks(tree: Element) -> Iterator[Element]:
    """Every block of a tree in document order, paragraphs of notes included at their calls."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("data-b") is not None:
            yield element


def letters_before(block: Element, element: Element) -> int:
    """How many letters of the block stand before an element inside it."""
    seen = 0
    for piece in pieces(block):
        if element is not block and (
            piece.element is element or any(a is element for a in piece.element.iterancestors())
        ):
            return seen  # the first string inside the element, or its tail if nothing stands inside
        seen += count(piece.text)
    return 0 if element is block else seen


def insert(block: Element, letter: int, new: Element) -> bool:
    """Put an empty element before a letter of a block, or after its last; False if it has fewer letters."""
    seen = 0
    last: Piece | None = None
    for piece in pieces(block):
        here = offset_of_letter(piece.text, letter - seen)
        if here is not None:
            _split(piece, here, new)
            return True
        seen += count(piece.text)
        last = piece
    if seen != letter:
        return False
    if last is None:
        block.append(new)
    else:
        _split(last, len(last.text), new)
    return True


def _split(piece: Piece, at: int, new: Element) -> None:
    """Cut one string in two and put the element between."""
    head, tail = piece.text[:at], piece.text[at:]
    new.tail = tail or None
    if piece.is_tail:
        parent = piece.element.getparent()
        if parent is None:
            raise ValueError("a tail outside the tree")
        piece.element.tail = head or None
        new_tail = new.tail
        parent.insert(parent.index(piece.element) + 1, new)
        new.tail = new_tail
    else:
        piece.element.text = head or None
        piece.element.insert(0, new)
