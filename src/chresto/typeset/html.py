"""A division's tree → the XHTML that is typeset.

Links into the book get a scheme of our own, `chresto:id` or `chresto:id@letter`, which binding turns into
places on pages; WeasyPrint, which sees one division only, takes them for links to elsewhere.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Final
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from chresto import edtf
from chresto.book import Metadata
from chresto.forms import Division, TypesetJob
from chresto.letters import is_note
from chresto.tree import classes_of

SCHEME: Final = "chresto:"
RANGE: Final = re.compile(r"(?<=\w)[–-](?=\w)")
YEAR: Final = re.compile(r" (?=\d{4}|n\.d\.)")  # before the year of a citation
FIXED: Final = "\u00a0"
MONTHS: Final = "|".join(edtf.MONTHS)
MONTH_YEAR: Final = re.compile(r"(?<=[a-z]{2}) (?=\d{4}\b)")
#: The space after a day before its month, after an initial, after “p.”.
KEPT: Final = re.compile(rf"(?<=\d) (?=(?:{MONTHS})\b)|(?<=\b[A-Z]\.) (?=[A-Z])|(?<=\bp\.) (?=\d)")
INITIAL: Final = re.compile(r"(?<=[a-z]) (?=[A-Z]\.)")  # at the end of a name in an index: “Taylor, Sally J.”
WORD_JOINER: Final = "\u2060"  # before a call, so that it never stands on another line than its word


def job_of(
    division: Division, *, css: Sequence[str], metadata: Metadata, images: Mapping[str, bytes]
) -> TypesetJob:
    """The job that sets a division; of the pictures it takes only those that the division shows."""
    if division.tree is None:
        message = f"{division.id} has no text yet"
        raise ValueError(message)
    tree = deepcopy(division.tree)
    tree.tail = None
    language = tree.get("lang") or metadata.language
    for note in [e for e in tree.iter("span") if is_note(e)]:
        _hold(note)
        if note.get("data-label") and len(note):
            note[0].set(
                "data-label", str(note.get("data-label"))
            )  # CSS reads attributes of its own element only
    for link in list(tree.iter("a")):
        _address(link)
    _in_text(tree, _keep)
    for heading in tree.iter("h1"):
        _in_text(heading, _hold_title)
    for element in tree.iter("span", "p"):
        if element.get("class") == "citation":
            _in_text(element, lambda t: YEAR.sub(FIXED, t))
        if {"see", "see-also"}.intersection(classes_of(element)):
            _in_text(element, lambda t: MONTH_YEAR.sub(FIXED, INITIAL.sub(FIXED, t)))
    for br in tree.iter("br"):  # a newline behind it would be a line of its own in a note
        br.tail = (br.tail or "").lstrip() or None
    for numbered in tree.iter("ol"):
        if (numbered.get("start") or "1").isdigit():  # WeasyPrint does not look at the attribute
            numbered.set("style", f"counter-reset: list-item {int(numbered.get('start') or 1) - 1}")
    _hide(tree)
    title = division.title or metadata.title
    html = etree.tostring(_page(tree, language, title), encoding="unicode", with_tail=False)
    names = sorted({str(e.get("src")).removeprefix("image:") for e in tree.iter("img")})
    shown = tuple((name, images[name]) for name in names if name in images)
    return TypesetJob(division.id, html, tuple(css), language, title, shown)


def _page(tree: Element, language: str, title: str) -> Element:
    page = etree.Element("html", lang=language)
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "title").text = title
    etree.SubElement(page, "body").append(tree)
    return page


def _hold(note: Element) -> None:
    """Join a note's call to the word before it."""
    before = note.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + WORD_JOINER
        return
    parent = note.getparent()
    if parent is not None:
        parent.text = (parent.text or "") + WORD_JOINER


def _in_text(root: Element, change: Callable[[str], str]) -> None:
    """Change every string of an element, in place; what follows it stays."""
    for element in root.iter():
        element.text = change(element.text) if element.text else element.text
        if element is not root and element.tail:
            element.tail = change(element.tail)


def _keep(text: str) -> str:
    """Fixed spaces where a line should not break: “19 August”, “p. 45”, “B. I. Ievlev”."""
    return KEPT.sub(FIXED, text)


def _hold_title(text: str) -> str:
    """Keep “1923–1934”, “Twenty-One” and “March 1938” on one line of a title."""
    return MONTH_YEAR.sub(FIXED, RANGE.sub(lambda m: m.group() + WORD_JOINER, text))


def _address(link: Element) -> None:
    """Give a link into the book the scheme of our own; one that is left out leads nowhere."""
    href = link.get("href") or ""
    if _absent(link):
        link.attrib.pop("href", None)
    elif href.startswith("#"):
        letter = link.get("data-letter")
        link.set("href", SCHEME + quote(href[1:]) + (f"@{letter}" if letter else ""))


def _hide(tree: Element) -> None:
    """Say of every note in what is left out that it is left out too: a page keeps notes apart from text."""
    for note in tree.iter("span"):
        if is_note(note) and _absent(note) and "absent" not in (note.get("class") or "").split():
            note.set("class", f"{note.get('class')} absent")


def _absent(element: Element) -> bool:
    around = (element, *element.iterancestors())
    return any("absent" in (e.get("class") or "").split() for e in around)
