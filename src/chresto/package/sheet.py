"""The nouns of the e-book while it is made (a file, page marks), and small changes to a tree.  No I/O."""

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from chresto.book import Matter
from chresto.tree import take_out

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
VOID = ("img", "br", "hr", "col", "meta", "link")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MATTER: dict[Matter, str] = {"front": "frontmatter", "body": "bodymatter", "back": "backmatter"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One XHTML file with text, before its links are resolved.  `tree` is a <section> of its own."""

    name: str  # "red-book.xhtml"
    division: str
    kind: str  # a division's kind, or "title-page", "copyright-page"
    matter: Matter
    title: str
    label: str  # in the contents; empty: not there
    tree: Element


@dataclass(frozen=True, slots=True)
class Marks:
    """Where page marks stand in what is written from a template: folios by the block they stand before.

    The key "" is the head of the file, "end" its end.
    """

    at: dict[str, list[str]] = field(default_factory=dict)

    def add(self, block: str, folio: str) -> None:
        """One more mark before a block."""
        self.at.setdefault(block, []).append(folio)


def page_id(folio: str) -> str:
    """The id of the mark of a page."""
    return f"page-{folio}"


def remove(element: Element) -> Element:
    """Take an element out of its tree, to stand elsewhere; the words behind it stay where they are."""
    take_out(element)
    element.tail = None
    return element
