"""The tree of an index and the rows before which its columns break → the tree with these breaks.

A column that begins under a divided heading repeats it first: “Stalin, Joseph (*continued*)”.  That line has
no id and is no block: no place in the text moves by it.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from chresto.letters import blocks, count, text_of
from chresto.tree import classes_of
from chresto.typeset.columns import CONTINUED, Row
from chresto.typeset.mend import cut

#: What the classes mean that are set here; goes after the style sheets of the book.
CSS: Final = """
.columns-set { column-fill: auto !important }
.column-start { break-before: column !important }
.went-on { text-indent: 0 !important }
"""


def repeat(entries: Element, rows: Sequence[Row], starts: Sequence[int]) -> bool:
    """Break the columns of the entries, in place, before these rows; False if there is no such place."""
    entries.set("class", " ".join([*classes_of(entries), "columns-set"]))
    terms = {str(e.get("id")): e for e in blocks(entries)}
    for row in (rows[n] for n in sorted(starts, reverse=True)):  # what stands before a cut stays as it was
        target = _begin(entries, row)
        if target is None:
            return False
        if row.owner:
            line = _continued(terms[row.owner], str(entries.get(CONTINUED)))
            target.addprevious(line)
            target = line
        target.set("class", " ".join([*classes_of(target), "column-start"]))
    return True


def letters_of(entries: Element) -> dict[str, int]:
    """How many letters each divided heading has when it is repeated."""
    more = count(str(entries.get(CONTINUED)))
    return {
        str(e.get("id")): count("".join(_term(e).itertext())) + more
        for e in blocks(entries)
        if "divided" in classes_of(e)
    }


def _begin(entries: Element, row: Row) -> Element | None:
    """The element with which a column begins: a paragraph, or its second part."""
    found = next(e for e in blocks(entries) if e.get("id") == row.start.block)
    around = [e for e in found.iterancestors() if e.get("data-b") is not None]
    paragraph = around[-1] if around else found
    if row.number == 0:
        return paragraph
    tail = cut(paragraph, row.start, row.lead)
    if tail is not None:
        tail.set("class", " ".join([*classes_of(tail), "went-on"]))
    return tail


def _continued(heading: Element, word: str) -> Element:
    line = etree.Element("p", {"class": "continued"})
    term = deepcopy(_term(heading))
    for element in term.iter():
        element.attrib.pop("id", None)
        element.attrib.pop("href", None)
    term.tail = " ("
    line.append(term)
    said = etree.SubElement(line, "em")
    said.text, said.tail = word, ")"
    return line


def _term(heading: Element) -> Element:
    """The words of a heading without its locators."""
    found = heading.find("span[@class='term']")
    if found is None:
        raise ValueError(f"“{text_of(heading)}” has no words of its own")
    return found
