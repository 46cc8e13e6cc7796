"""Copies of the trees and the folios → the same trees with a mark where each printed page starts.

A mark stands before the very word with which its page starts: before the whole word where print breaks it,
before a heading, never in it. A page without words of its own (blank, a picture, the rest of a long note)
is marked right before what follows. Marks stand in the order of the pages.
"""

import unicodedata
from collections.abc import Mapping, Sequence

from lxml.etree import _Element as Element

from chresto.forms import BookPage, Division, Folios
from chresto.letters import count, insert, is_note, offset_of_letter, text_of
from chresto.package.sheet import HEADINGS, TYPE, Marks, page_id, remove
from chresto.tree import new

#: What joins letters to one word, beside combining marks.
JOINERS = "’'\u00ad\u2060"
#: Categories of what opens a word: brackets and quotation marks, which go with it.
OPENING = ("Ps", "Pi")

Position = tuple[int, int]


def mark_pages(
    divisions: Sequence[Division], trees: Mapping[str, Element], folios: Folios
) -> dict[str, Marks]:
    """Put the marks into `trees` (division → copy); return those of what is written from a template.

    A division in neither is not in the e-book; its pages are marked before what follows.
    """
    written: dict[str, Marks] = {d.id: Marks() for d in divisions if d.kind in ("contents", "index")}
    known = {d.id: d for d in divisions}
    waiting: list[str] = []
    last: Division | None = None
    starts = _Starts(folios)
    for page in folios.pages:
        division = known.get(page.division)
        waiting.append(page.folio)
        if page.blank or division is None or (division.id not in trees and division.id not in written):
            continue
        tree = trees.get(division.id, division.tree)
        block, letter = starts.of(page, tree)
        if block is None and page.number > 0:
            continue
        for folio in waiting:
            if division.id in written:
                _write(written[division.id], division, block, folio)
            else:
                put(trees[division.id], block, letter, mark(folio))
        waiting, last = [], division
    for folio in waiting:
        if last is not None and last.id in written:
            written[last.id].add("end", folio)
        elif last is not None:
            trees[last.id].append(mark(folio))
    return written


class _Starts:
    """Finds the first words of pages, each behind those of the last: a repeated table head starts none."""

    def __init__(self, folios: Folios) -> None:
        self._folios = folios
        self._last: dict[str, Position] = {}
        self._order: dict[str, dict[str, tuple[int, Element]]] = {}

    def of(self, page: BookPage, tree: Element | None) -> tuple[Element | None, int]:
        """The block and letter with which the page starts; no block at a division's head or without words."""
        found = self._folios.maps.get(page.division)
        if page.number == 0 or tree is None or found is None or page.number >= len(found.pages):
            return None, 0
        order = self._order.setdefault(page.division, _order(tree))
        last = self._last.get(page.division, (-1, 0))
        set_page = found.pages[page.number]
        for run in set_page.runs:
            if run.block in order and last < (order[run.block][0], run.first):
                self._last[page.division] = (order[run.block][0], run.first)
                block = order[run.block][1]
                return block, word_start(block, run.first)
        if not set_page.runs:  # a page with a picture only
            tops = sorted(
                (top, left, name) for name, (left, top) in set_page.anchors.items() if name in order
            )
            for _, _, name in tops:
                if last < (order[name][0], 0):
                    self._last[page.division] = (order[name][0], 0)
                    return order[name][1], 0
        return None, 0


def _order(tree: Element) -> dict[str, tuple[int, Element]]:
    """Every element of the text with an id, notes left out, with its number in the order of the text."""
    result: dict[str, tuple[int, Element]] = {}
    inside: set[Element] = set()
    for number, element in enumerate(tree.iter()):
        if isinstance(element.tag, str) and is_note(element):
            inside.update(element.iter())
        name = element.get("id")
        if name and element not in inside:
            result[name] = (number, element)
    return result


def word_start(block: Element, letter: int) -> int:
    """The number of the first letter of the word in which a letter stands."""
    text = text_of(block)
    at = offset_of_letter(text, letter)
    if at is None:
        return letter
    while at and (
        text[at - 1].isalnum() or text[at - 1] in JOINERS or unicodedata.category(text[at - 1])[0] == "M"
    ):
        at -= 1
    return count(text[:at])


def mark(folio: str) -> Element:
    """The mark of a page."""
    span = new("span", "pagebreak")
    span.set("id", page_id(folio))
    span.set(TYPE, "pagebreak")
    span.set("role", "doc-pagebreak")
    span.set("aria-label", folio)
    return span


def put(tree: Element, block: Element | None, letter: int, span: Element) -> None:
    """A mark before a letter of a block, or before the block if it is a heading; at the head without one."""
    if block is None:
        at = next((n for n, e in enumerate(tree) if "pagebreak" not in (e.get("class") or "")), len(tree))
        tree.insert(at, span)
    elif block.tag in HEADINGS or block.get("data-b") is None:
        parent = block.getparent()
        if parent is None:
            tree.insert(0, span)
        else:
            parent.insert(parent.index(block), span)
    elif insert(block, letter, span):
        _take_opening(span)
        _out_of_link(span)
    else:
        block.append(span)


def _take_opening(span: Element) -> None:
    """Move a quotation mark or bracket that opens the word behind the page mark, to its word."""
    before, parent = span.getprevious(), span.getparent()
    if parent is None:
        return
    words = (before.tail if before is not None else parent.text) or ""
    at = len(words)
    while at and unicodedata.category(words[at - 1]) in OPENING:
        at -= 1
    if at == len(words):
        return
    span.tail = words[at:] + (span.tail or "")
    if before is not None:
        before.tail = words[:at] or None
    else:
        parent.text = words[:at] or None


def _out_of_link(span: Element) -> None:
    """A mark at the head of a link goes before the link, whose words it is none of."""
    link = span.getparent()
    parent = link.getparent() if link is not None and link.tag == "a" else None
    if link is None or parent is None or span.getprevious() is not None or (link.text or "").strip():
        return
    remove(span)
    parent.insert(parent.index(link), span)


def _write(marks: Marks, division: Division, block: Element | None, folio: str) -> None:
    if block is None:
        marks.add("", folio)
    elif division.kind == "contents":
        marks.add("end", folio)  # the list of a navigation document holds links and nothing else
    else:
        marks.add(str(block.get("id")), folio)
