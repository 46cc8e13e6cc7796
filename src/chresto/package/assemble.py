"""Divisions, folios, indexes, layouts, pictures → the bytes of an edition's EPUB."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element as Element

from chresto.book import Outline
from chresto.doors.ebook import Collection, File, Publication, write
from chresto.doors.fonts import licence
from chresto.doors.templates import Templates
from chresto.entries import PrintedIndex
from chresto.forms import Division, Folios
from chresto.package import contents
from chresto.package.cover import cover
from chresto.package.cut import sheets
from chresto.package.document import document, parsed, written
from chresto.package.dress import dress
from chresto.package.fonts import font_files, rules, used
from chresto.package.index import index_file, index_ids, index_of
from chresto.package.links import Targets, resolve
from chresto.package.metadata import Has, identifier, statements
from chresto.package.navigate import navigate
from chresto.package.notes import gather
from chresto.package.pages import mark_pages
from chresto.package.pictures import picture_files, picture_names
from chresto.package.places import Ends, mark_places, words
from chresto.package.sheet import Marks, Sheet, page_id
from chresto.queries import Queries
from chresto.tree import classes_of

PAGE = "application/xhtml+xml"


def package(  # noqa: PLR0913  -- what an e-book is made of
    divisions: Sequence[Division],
    *,
    outline: Outline,
    edition: str,
    folios: Folios,
    indexes: Sequence[PrintedIndex],
    layouts: Path,
    images: Mapping[str, bytes],
    queries: Queries,
    faces: Path | None = None,
) -> bytes:
    """The EPUB.  `layouts`: the folder `layouts/ebook`; `images`: bytes by the name in `image:NAME`.

    `faces`: a folder that remembers the cut faces of the typeface.  Raises `Failed` if a layout, a picture or
    a link cannot be used.
    """
    there = [d for d in divisions if d.tree is None or "absent" not in classes_of(d.tree)]
    maker = _Maker(
        outline,
        edition,
        folios,
        {i.index.id: i for i in indexes},
        Templates(layouts, queries),
        layouts,
        images,
        queries,
        faces,
    )
    epub = maker.make(there)
    queries.stop()
    return epub


@dataclass(frozen=True, slots=True)
class _Maker:
    outline: Outline
    edition: str
    folios: Folios
    indexes: dict[str, PrintedIndex]
    templates: Templates
    layouts: Path
    images: Mapping[str, bytes]
    queries: Queries
    faces: Path | None

    def make(self, divisions: Sequence[Division]) -> bytes:
        """All files, and the e-book of them."""
        trees = {
            d.id: deepcopy(d.tree)
            for d in divisions
            if d.tree is not None and d.kind not in ("contents", "index")
        }
        marks = mark_pages(divisions, trees, self.folios)
        ends = Ends.of(self.indexes.values(), divisions, trees, self.folios)
        mark_places(words(self.indexes.values(), trees, ends), trees)
        texts = {d.id: self._sheets(d, trees[d.id]) for d in divisions if d.id in trees}
        targets = self._targets(divisions, texts, marks)
        pictures = picture_names(sheet for held in texts.values() for sheet in held)
        for held in texts.values():
            for sheet in held:
                resolve(sheet, targets, pictures, self.queries)
        has = self._has(texts)
        folios = [page.folio for page in self.folios.pages]
        navigation = navigate(divisions, texts, self.indexes, folios, targets, self._language)
        pages = [self._cover_page()]
        for division in divisions:
            pages += self._pages(division, texts, marks, targets, navigation, ends)
        if not any("nav" in p.properties for p in pages):
            nav = contents.contents_file(
                None, navigation, Marks(), self._language, self.templates, self.queries
            )
            pages.append(File("contents", f"text/{contents.NAME}", PAGE, nav, ("nav",)))
        return write(self._publication(pages, navigation, pictures, has, divisions))

    @property
    def _language(self) -> str:
        return self.outline.book.language

    def _sheets(self, division: Division, tree: Element) -> list[Sheet]:
        made = list(sheets(division, tree))
        for sheet in made:
            gather(sheet.tree, self.outline.voices)
            dress(sheet)
        return made

    def _targets(
        self, divisions: Sequence[Division], texts: Mapping[str, list[Sheet]], marks: Mapping[str, Marks]
    ) -> Targets:
        targets = Targets()
        for division in divisions:
            for sheet in texts.get(division.id, ()):
                targets.add(sheet.name, [division.id])
                targets.add_tree(sheet.name, sheet.tree)
            if division.kind == "index":
                index = index_of(division, self.indexes)
                targets.add(f"{division.id}.xhtml", index_ids(division, index, marks[division.id]))
            if division.kind == "contents":
                held = (page_id(f) for folios in marks[division.id].at.values() for f in folios)
                targets.add(contents.NAME, [division.id, *held])
        return targets

    def _has(self, texts: Mapping[str, list[Sheet]]) -> Has:
        trees = [sheet.tree for held in texts.values() for sheet in held]
        pictures = [p for tree in trees for p in tree.iter("img")]
        return Has(
            pages=bool(self.folios.pages),
            index=bool(self.indexes),
            pictures=bool(pictures),
            described=all((p.get("alt") or "").strip() for p in pictures),
            notes=any(tree.find(".//aside") is not None for tree in trees),
        )

    def _cover_page(self) -> File:
        text = self.templates.fill("cover.xhtml.j2", title=self.outline.book.title, language=self._language)
        return File(
            "cover",
            "text/cover.xhtml",
            PAGE,
            written(parsed(text, "cover.xhtml.j2", self.queries)),
            (),
            read=True,
        )

    def _pages(
        self,
        division: Division,
        texts: Mapping[str, list[Sheet]],
        marks: Mapping[str, Marks],
        targets: Targets,
        navigation: contents.Navigation,
        ends: Ends,
    ) -> list[File]:
        if division.kind == "contents":
            data = contents.contents_file(
                division, navigation, marks[division.id], self._language, self.templates, self.queries
            )
            return [File("contents", f"text/{contents.NAME}", PAGE, data, ("nav",), read=True)]
        index = index_of(division, self.indexes) if division.kind == "index" else None
        if index is not None:
            data = index_file(
                division,
                index,
                marks[division.id],
                targets,
                ends,
                language=self._language,
                templates=self.templates,
                queries=self.queries,
            )
            properties = ("index",) if index.headings else ()
            return [
                File(f"text-{division.id}", f"text/{division.id}.xhtml", PAGE, data, properties, read=True)
            ]
        return [
            File(
                f"text-{s.name.removesuffix('.xhtml')}",
                f"text/{s.name}",
                PAGE,
                self._document(s),
                (),
                read=True,
            )
            for s in texts.get(division.id, ())
        ]

    def _document(self, sheet: Sheet) -> bytes:
        return document(sheet, self._language, self.templates, self.queries)

    def _publication(
        self,
        pages: list[File],
        navigation: contents.Navigation,
        pictures: Mapping[str, str],
        has: Has,
        divisions: Sequence[Division],
    ) -> Publication:
        book, name = self.outline.book, identifier(self.outline, self.edition)
        values = {"title": book.title, "identifier": name, "language": book.language}
        ncx = contents.ncx_file(values, navigation, self.templates, self.queries)
        faces = list(used(pages))
        style = rules(faces) + (self.layouts / "reader.css").read_text(encoding="utf-8")
        others = [
            File("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx),
            File("style", "styles/reader.css", "text/css", style.encode()),
            File(
                "cover-image",
                "images/cover.png",
                "image/png",
                cover(self.outline, self.edition, self.layouts, self.templates, self.faces),
                ("cover-image",),
            ),
        ]
        return Publication(
            name,
            book.title,
            book.language,
            book.date,
            statements(self.outline, self.edition, has),
            (*pages, *others, *picture_files(pictures, self.images), *font_files(faces, pages, self.faces)),
            cover="cover-image",
            besides=(("META-INF/licenses/OFL.txt", licence().encode()),),
            collections=tuple(
                Collection("index", d.title, (f"text/{d.id}.xhtml",))
                for d in divisions
                if d.kind == "index" and (index := index_of(d, self.indexes)) and index.headings
            ),
        )
