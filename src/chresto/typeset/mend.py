"""A tree and a note that drifted from the page of its call → the tree with a break before that line.

WeasyPrint keeps a note on the page of its call as long as the line with the call can still be moved; where it
cannot, the note drifts.  A page that ends a line or two earlier is better than a note that must be looked
for.

A paragraph that is broken so becomes two: the first justified to its end, the second with `data-of`, the id
of the first, so that both count as one block, and `data-from`, the letters that stand before it.  The same
holds for a block inside the paragraph that the break goes through.
"""

from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from chresto.forms import Spot
from chresto.letters import Piece, count, pieces, text_of
from chresto.tree import classes_of
from chresto.typeset.look import HYPHEN, Look

#: What the classes mean that mending sets; goes after the style sheets of the book.
CSS: Final = """
.cut-head { text-align-last: justify !important; margin-bottom: 0 !important; orphans: 1; widows: 1 }
.cut-tail { break-before: page !important; text-indent: 0 !important; margin-top: 0 !important }
.cut-tail { orphans: 1; widows: 1 }
.turned { break-before: page !important }
"""
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
RULE: Final = 14.0  # points that the rule above the notes takes with the air around it
LONE: Final = 2  # lines of a paragraph that a page should at least have


def mend(tree: Element, looked: Look, note: str, *, gently: bool) -> bool:
    """Break a page so that a note gets the room it needs; False if there is no place to break.

    `gently`: as far down as the note's own height allows, so that the page stays as full as it can; else
    right before the line of the call, which then moves on with its note.
    """
    call = looked.calls[note]
    if gently and looked.bodies.get(note, (-1,))[0] > call.page:
        page, line = _room(looked, note)
        if (page, line) != (call.page, call.line) and _break(tree, looked, page, line):
            return True
    return call.line >= 0 and _break(tree, looked, call.page, call.line)


def _room(looked: Look, note: str) -> tuple[int, int]:
    """Page and line before which to break, so that the note still finds room below the lines that stay."""
    call = looked.calls[note]
    lines = looked.pages[call.page].lines
    own = [x.box for page in looked.pages for x in page.lines if x is not None and x.note == note]
    foot = max((x.box.bottom for page in looked.pages for x in page.lines if x is not None), default=0.0)
    below = min((x.box.top for x in lines if x is not None and x.note), default=foot)
    room = below - RULE - sum(box.bottom - box.top for box in own)
    for i, line in enumerate(lines):
        if line is not None and not line.note and line.box.bottom > room:
            return call.page, max(i, call.line)
    return call.page + 1, 0  # it has the room already: nothing need move but what made the note drift


def _break(tree: Element, looked: Look, page: int, index: int) -> bool:
    """Break a page before one of its lines, or a line or two earlier where one would stand alone."""
    if page >= len(looked.pages) or index >= len(looked.pages[page].lines):
        return False
    wanted = looked.pages[page].lines[index]
    block = _element(tree, wanted.start.block) if wanted is not None else None
    if wanted is None or block is None:
        return False
    name = wanted.start.block
    lines = [
        (i, x) for i, x in enumerate(looked.pages[page].lines) if x is not None and x.start.block == name
    ]
    at = next(k for k, (i, _) in enumerate(lines) if i == index)
    begins = lines[0][1].start.letter == 0
    ends = page + 1 == len(looked.pages) or all(r.block != name for r in looked.pages[page + 1].runs)
    if ends and at == len(lines) - 1 and at > LONE:
        at -= 1
    if (begins and at < LONE) or block.tag != "p" or block.get("class") or _in_table(block) is not None:
        return _turn(block)
    tail = cut(block, lines[at][1].start, lines[at][1].lead)
    if tail is None:
        return False
    block.set("class", " ".join([*classes_of(block), "cut-head"]))
    tail.set("class", "cut-tail")
    return True


def _element(tree: Element, name: str) -> Element | None:
    """The element of a block in which its last part stands."""
    found = [e for e in tree.iter() if isinstance(e.tag, str) and name in (e.get("id"), e.get("data-of"))]
    return found[-1] if found else None


def _in_table(block: Element) -> Element | None:
    return next(block.iterancestors("tr", "table"), None)


def _turn(block: Element) -> bool:
    """Begin a page with the block, together with the headings right above it."""
    row = _in_table(block)
    target = block if row is None else row
    while True:
        before, parent = target.getprevious(), target.getparent()
        if parent is None or parent.tag == "body" or "turned" in (target.get("class") or "").split():
            return False
        if before is None:
            target = parent
        elif before.tag in HEADINGS:
            target = before
        elif before.tag == "header":
            return False  # nothing but the title would stay on the page
        else:
            target.set("class", f"{target.get('class') or ''} turned".strip())
            return True


def cut(block: Element, start: Spot, lead: str) -> Element | None:
    """Make two of a paragraph before a letter of it or of a block in it; the second, or None.

    `lead` are the signs that stand right before the letter in its line: they go with it.
    """
    named = [e for e in block.iter() if start.block in (e.get("id"), e.get("data-of"))]
    if not named:
        return None
    inner, marker = named[-1], etree.Element("cut")
    begun, letter = int(block.get("data-from") or 0), start.letter - int(inner.get("data-from") or 0)
    broken = False
    if inner is not block and letter == 0:
        inner.addprevious(marker)
    else:
        place = _place(inner, letter, lead)
        if place is None:
            return None
        piece, at = place
        broken = at > 0 and piece.text[at - 1].isalnum() and piece.text[at].isalnum()
        _put(piece, at, marker)
    tail = deepcopy(block)
    tail.tail = block.tail
    block.tail = None
    _keep_before(block, marker, HYPHEN if broken else "")
    copied = tail.find(".//cut")
    if copied is None:
        raise ValueError("the mark of a cut was not copied with its paragraph")
    _keep_after(tail, copied, start)
    tail.set("data-of", block.get("data-of") or block.get("id") or "")
    tail.set("data-from", str(begun + count(text_of(block))))
    tail.attrib.pop("id", None)
    block.addnext(tail)
    return tail


def _place(block: Element, letter: int, lead: str) -> tuple[Piece, int] | None:
    """The string and the index in it of a letter, moved back over the signs before it."""
    signs = [(piece, i, c) for piece in pieces(block) for i, c in enumerate(piece.text)]
    places = [n for n, (_, _, c) in enumerate(signs) if c.isalnum()]
    if not 0 < letter < len(places):
        return None
    at = places[letter]
    for sign in reversed(lead):
        if signs[at - 1][2] != sign:
            break
        at -= 1
    return signs[at][0], signs[at][1]


def _put(piece: Piece, at: int, marker: Element) -> None:
    head, marker.tail = piece.text[:at], piece.text[at:]
    if piece.is_tail:
        piece.element.tail = head
        rest = marker.tail
        piece.element.addnext(marker)  # lxml moves the tail of what it is added to along
        marker.tail, piece.element.tail = rest, head
    else:
        piece.element.text = head
        piece.element.insert(0, marker)


def _keep_before(block: Element, marker: Element, end: str) -> None:
    node = marker
    while node is not block:
        for later in list(node.itersiblings()):
            node.getparent().remove(later)  # type: ignore[union-attr]  # it has siblings
        node.tail = None
        parent = node.getparent()
        if parent is None:
            raise ValueError("a mark outside its paragraph")
        node = parent
    parent, before = marker.getparent(), marker.getprevious()
    if parent is None:
        raise ValueError("a mark outside its paragraph")
    if before is None:
        parent.text = (parent.text or "").rstrip() + end
    else:
        before.tail = (before.tail or "").rstrip() + end
    parent.remove(marker)


def _keep_after(block: Element, marker: Element, start: Spot) -> None:
    node = marker
    while node is not block:
        parent = node.getparent()
        if parent is None:
            raise ValueError("a mark outside its paragraph")
        for earlier in list(node.itersiblings(preceding=True)):
            parent.remove(earlier)
        parent.text = None
        if parent is not block:
            if parent.get("data-b") is not None:
                parent.set("data-of", start.block)
                parent.set("data-from", str(start.letter))
            parent.attrib.pop("id", None)
        node = parent
    parent = marker.getparent()
    if parent is not None:
        parent.text = marker.tail
        marker.tail = None
        parent.remove(marker)
