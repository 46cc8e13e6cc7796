"""The bytes of an EPUB → its documents in reading order, and where in its letters everything stands.

Read with nothing of what wrote it: the zip, the package document, the files it names.
"""

import io
import zipfile
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree
from lxml.etree import _Element as Element

from chresto.letters import only

X = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
OPF = "{http://www.idpf.org/2007/opf}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: What is no text of the book: calls, links back, the names of voices.
SILENT = ("doc-noteref", "doc-backlink")


@dataclass(frozen=True, slots=True)
class Mark:
    """A page mark: its label, and how many letters of the e-book stand before it."""

    folio: str
    at: int


@dataclass(slots=True)
class Ebook:
    """An e-book as read."""

    files: dict[str, bytes]
    documents: dict[str, Element] = field(default_factory=dict)  # in reading order
    navigation: Element | None = None
    nav_name: str = ""
    letters: str = ""
    at: dict[tuple[str, str], int] = field(default_factory=dict)  # (file, id) → letters before it
    marks: list[Mark] = field(default_factory=list)
    elements: dict[tuple[str, str], Element] = field(default_factory=dict)

    def target(self, file: str, href: str) -> tuple[str, str]:
        """The file and the id to which a link in a file leads; no id for a file as a whole."""
        path, _, name = href.partition("#")
        return (normpath(join(dirname(file), path)) if path else file, name)


def read(epub: bytes) -> Ebook:
    """The e-book.  Raises what the parsers raise if it is none."""
    with zipfile.ZipFile(io.BytesIO(epub)) as held:
        book = Ebook({name: held.read(name) for name in held.namelist()})
    container = etree.fromstring(book.files["META-INF/container.xml"])
    package_name = str(container.xpath("string(//@full-path)"))
    package = etree.fromstring(book.files[package_name])
    items = {str(i.get("id")): i for i in package.iter(f"{OPF}item")}
    spine = [items[str(r.get("idref"))] for r in package.iter(f"{OPF}itemref")]
    nav = next((i for i in items.values() if "nav" in (i.get("properties") or "").split()), None)
    for item in (*spine, *([nav] if nav is not None and nav not in spine else [])):
        name = normpath(join(dirname(package_name), str(item.get("href"))))
        root = etree.fromstring(book.files[name])
        if item is nav:
            book.navigation, book.nav_name = root, name
        book.documents[name] = root
    stream = _Stream(book)
    for file, document in book.documents.items():
        for body in document.iter(f"{X}body"):
            stream.walk(file, body)
    book.letters = "".join(stream.parts)
    return book


class _Stream:
    """Walks the documents once and notes what stands where."""

    def __init__(self, book: Ebook) -> None:
        self.book = book
        self.parts: list[str] = []
        self.count = 0

    def words(self, text: str | None) -> None:
        """Text that counts."""
        letters = only(text or "")
        if letters:
            self.parts.append(letters)
            self.count += len(letters)

    def walk(self, file: str, element: Element, *, heard: bool = True) -> None:
        """An element with what it holds; its tail is its parent's."""
        if not isinstance(element.tag, str):
            return
        self._stands(file, element)
        if element.get("class") == "page":  # its folio is generated in print, no letters of the text
            self.words("".join(str(t) for t in element.itertext()).rpartition("\u00a0")[0])
            heard = False
        heard = heard and element.get("role") not in SILENT and element.get("class") != "voice"
        if heard:
            self.words(element.text)
        for child in element:
            self.walk(file, child, heard=heard)
            if heard:
                self.words(child.tail)

    def _stands(self, file: str, element: Element) -> None:
        book, name = self.book, element.get("id")
        if name:
            book.at[file, name] = self.count
            book.elements[file, name] = element
        if element.get("role") == "doc-pagebreak":
            folio = element.get("aria-label") or ""
            book.marks.append(Mark(folio, self.count))
