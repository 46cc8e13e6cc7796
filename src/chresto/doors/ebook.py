"""Files, their order and statements about the book → the bytes of an EPUB: container, package document, zip.

Through EbookLib, used thinly: every file is written byte for byte as given (its own classes for XHTML,
navigation and covers re-parse and rewrite what they are given), the package document is finished in its
hook, and the zip carries one fixed stamp, so that the same book is the same bytes.
"""

import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ebooklib import epub
from lxml import etree
from lxml.etree import _Element as Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
FOLDER = "EPUB"
SCHEMA = "schema: http://schema.org/"
FILE_MODE = 0o644 << 16
UNIX = 3


@dataclass(frozen=True, slots=True)
class File:
    """One file.  `name` is its path below the package document; `read`: it stands in the reading order."""

    id: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One element of the metadata: Dublin Core ("dc:title") or a property of a meta ("schema:accessMode")."""

    name: str
    value: str
    id: str = ""
    refines: tuple[tuple[str, str], ...] = ()  # properties that refine it; it needs an id then


@dataclass(frozen=True, slots=True)
class Collection:
    """Files that belong together.  `role` as the standard names it: "index"; `files` by their names."""

    role: str
    title: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """All that goes into an EPUB."""

    identifier: str
    title: str
    language: str
    modified: str  # YYYY-MM-DD, read as 00:00:00Z
    statements: tuple[Statement, ...]
    files: tuple[File, ...]
    cover: str = ""  # id of the cover picture, said again for readers of EPUB 2
    besides: tuple[tuple[str, bytes], ...] = field(default=())  # files outside the package: "META-INF/…"
    collections: tuple[Collection, ...] = ()


class _Item(epub.EpubItem):  # type: ignore[misc]  # EbookLib carries no types
    """Any file, written as it is."""

    def __init__(self, file: File, *, manifest: bool = True) -> None:
        super().__init__(uid=file.id, file_name=file.name, media_type=file.media_type, content=file.data)
        self.properties = list(file.properties)
        self.is_linear = True
        self.manifest = manifest


class _StableZip(zipfile.ZipFile):
    """A zip whose entries carry one stamp and one mode."""

    stamp = (1980, 1, 1, 0, 0, 0)

    def writestr(
        self,
        zinfo_or_arcname: Any,  # noqa: ANN401  -- as zipfile has it
        data: Any,  # noqa: ANN401
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        info = zipfile.ZipInfo(str(zinfo_or_arcname), date_time=self.stamp)
        info.create_system, info.external_attr = UNIX, FILE_MODE
        chosen = self.compression if compress_type is None else compress_type
        super().writestr(info, data, chosen, compresslevel or self.compresslevel)


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib carries no types
    """EbookLib's writer with collections, a language on the package, and a stable zip in memory."""

    def __init__(self, book: epub.EpubBook, publication: Publication, modified: datetime) -> None:
        super().__init__("", book, {"mtime": modified, "raise_exceptions": True})
        self.language, self.collections = publication.language, publication.collections
        self.modified, self.held = modified, io.BytesIO()

    def _write_opf_file(self, root: Element) -> None:
        root.set(LANG, self.language)
        root.set("prefix", SCHEMA)  # EbookLib declares another one, which nothing uses
        for one in self.collections:
            made = etree.SubElement(root, "collection", {"role": one.role})
            etree.SubElement(etree.SubElement(made, "metadata"), DC_TITLE).text = one.title
            for name in one.files:
                etree.SubElement(made, "link", {"href": name})
        super()._write_opf_file(root)

    def write(self) -> None:
        with _StableZip(self.held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as self.out:
            self.out.stamp = self.modified.timetuple()[:6]
            self.out.writestr("mimetype", "application/epub+zip", compress_type=zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()


def write(publication: Publication) -> bytes:
    """The EPUB.  The NCX has to have the id "ncx"."""
    modified = datetime.strptime(publication.modified, "%Y-%m-%d").replace(tzinfo=UTC)
    book = epub.EpubBook()
    book.metadata.clear()  # a generator and a random identifier
    book.prefixes = []
    book.FOLDER_NAME = FOLDER
    book.IDENTIFIER_ID = "identifier"
    book.title, book.language = publication.title, publication.language
    book.set_identifier(publication.identifier)
    for statement in publication.statements:
        _state(book, statement)
    if publication.cover:
        book.add_metadata(None, "meta", "", {"name": "cover", "content": publication.cover})
    items = {file.id: _Item(file) for file in publication.files}
    for item in items.values():
        book.add_item(item)
    for name, data in publication.besides:
        book.add_item(_Item(File(name.replace("/", "-"), name, "text/plain", data), manifest=False))
    book.spine = [items[file.id] for file in publication.files if file.read]
    writer = _Writer(book, publication, modified)
    writer.write()
    return writer.held.getvalue()


def _state(book: epub.EpubBook, statement: Statement) -> None:
    attributes = {"id": statement.id} if statement.id else {}
    if statement.name.startswith("dc:"):
        book.add_metadata("DC", statement.name.removeprefix("dc:"), statement.value, attributes)
    else:
        book.add_metadata(None, "meta", statement.value, {"property": statement.name, **attributes})
    for name, value in statement.refines:
        refining = {"property": name, "refines": f"#{statement.id}"}
        if name == "role":
            refining["scheme"] = "marc:relators"
        book.add_metadata(None, "meta", value, refining)
