"""A division's copy → one sheet, or two of the title pages: without what only print or another edition needs.

Page marks inside something that goes stay, before what follows.
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from chresto.forms import Division
from chresto.package.sheet import Sheet, remove
from chresto.tree import classes_of, new

#: Where a page mark may not stand directly: it goes before the whole.
LISTS = ("ul", "ol", "dl", "table", "thead", "tbody", "tr")
#: Sections of the title pages that are sheets of the e-book, with their names in it.
TITLES = {"title-page": "Title page", "copyright-page": "Copyright"}


def sheets(division: Division, tree: Element) -> Iterator[Sheet]:
    """The sheets of a division with text."""
    for element in list(
        tree.iter("span", "section", "p", "div", "li", "blockquote", "table", "figure", "tr", "ul", "ol")
    ):
        if "absent" in classes_of(element) and element is not tree:
            leave_out(element)
    if division.kind == "titles":
        yield from _titles(division, tree)
    else:
        label = division.title if division.kind == "part" else division.short
        number = tree.find(".//p[@class='number']")
        if division.kind == "part" and number is not None:
            label = f"{''.join(number.itertext()).strip()}. {label}"
        yield Sheet(
            f"{division.id}.xhtml", division.id, division.kind, division.matter, division.title, label, tree
        )


def leave_out(element: Element) -> None:
    """Take an element out; page marks in it stay before it."""
    place = element
    parent = place.getparent()
    while parent is not None and parent.tag in LISTS:
        place, parent = parent, parent.getparent()
    if parent is None:
        return
    for mark in [e for e in element.iter("span") if "pagebreak" in classes_of(e)]:
        remove(mark)
        parent.insert(parent.index(place), mark)
    remove(element)


def _titles(division: Division, tree: Element) -> Iterator[Sheet]:
    """Title page and copyright page, each a sheet; the half-title and the blank page are print's."""
    for section in list(tree):
        if "half-title" in classes_of(section):
            leave_out(section)
    waiting: list[Element] = []
    for child in list(tree):
        name = next((n for n in TITLES if n in classes_of(child)), "")
        if not name:
            waiting.append(child)
            continue
        sheet: Element = new("section")
        sheet.set("class", f"division {name}")
        sheet.set("id", child.get("id") or name)
        sheet.text = child.text
        sheet.extend((*waiting, *child))
        waiting = []
        yield Sheet(f"{name}.xhtml", division.id, name, division.matter, TITLES[name], TITLES[name], sheet)
