"""Typeset parts as PDF → one PDF: pages joined with their tags, links, labels, outline, names, metadata.

Through pikepdf.  Places come in as objects with `page`, `left` and `top` (points from the top left corner).
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, OutlineItem, Pdf, Stream, String

STAMP: Final = "/Furniture"
NOTE_AS_SET: Final = "/Part"  # see doors.weasy: how a typeset part marks its notes


class Place(Protocol):
    """A place in the bound book."""

    @property
    def page(self) -> int:
        """Index of the page, from 0."""

    @property
    def left(self) -> float:
        """Points from the page's left edge."""

    @property
    def top(self) -> float:
        """Points from the page's top edge."""


class Mark(Protocol):
    """A line of the outline."""

    @property
    def title(self) -> str:
        """What the line says."""

    @property
    def target(self) -> Place:
        """Where it leads."""

    @property
    def inside(self) -> "tuple[Mark, ...]":
        """The lines below it."""


class Binding:
    """A book being bound.  Parts first, in their order; then the rest in any order; `bytes` at the end."""

    def __init__(self, *, language: str) -> None:
        """An empty book in a language (BCP 47)."""
        self._pdf = Pdf.new()
        self._sources: list[Pdf] = []  # what is copied lazily needs its source until it is written
        self._key = 0
        self._notes = 0
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array())
        )
        self._parents = NumberTree.new(self._pdf)
        tree.K = Array([self._document])
        tree.ParentTree = self._parents.obj
        root = self._pdf.Root
        root.StructTreeRoot = tree
        root.Lang = String(language)
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageLayout = Name.TwoPageRight
        root.PageMode = Name.UseOutlines

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return len(self._pdf.pages)

    def add(self, data: bytes) -> None:
        """Put a typeset part at the end: its structure moves under our Document, its numbers after ours."""
        source = Pdf.open(io.BytesIO(data))
        self._sources.append(source)
        self._name(source)
        begin = len(self._pdf.pages)
        self._pdf.pages.extend(source.pages)
        root = source.Root.StructTreeRoot
        part = self._pdf.copy_foreign(root.K[0] if isinstance(root.K, Array) else root.K)
        for element in part.K:
            element.P = self._document
            self._document.K.append(element)
        numbers = NumberTree(self._pdf.copy_foreign(root.ParentTree))
        last = -1
        for number, value in numbers.items():
            self._parents[self._key + number] = value
            last = max(last, number)
        for page in self._pdf.pages[begin:]:
            if "/StructParents" in page:
                page.obj.StructParents = int(page.obj.StructParents) + self._key
            for annotation in page.get("/Annots", Array()):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self._key
        self._key += last + 1

    def blank(self) -> None:
        """Put an empty page of the book's size at the end."""
        box = self._pdf.pages[-1].mediabox
        self._pdf.add_blank_page(page_size=(float(box[2]), float(box[3])))

    def stamp(self, data: bytes, wanted: Sequence[bool]) -> None:
        """Lay the pages of another document over ours, where wanted, as artifacts: no part of the text."""
        source = Pdf.open(io.BytesIO(data))
        self._sources.append(source)
        for page, over, want in zip(self._pdf.pages, source.pages, wanted, strict=True):
            if not want:
                continue
            form = self._pdf.copy_foreign(over.as_form_xobject())
            shared = page.obj.get("/Resources", Dictionary())
            own = Dictionary({key: shared[key] for key in shared.keys()})  # noqa: SIM118  -- not a dict
            pictures = shared.get("/XObject", Dictionary())
            own.XObject = Dictionary({key: pictures[key] for key in pictures.keys()} | {STAMP: form})  # noqa: SIM118
            page.obj.Resources = own
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(f"Q\n/Artifact <</Type /Pagination>> BDC q {STAMP} Do Q EMC\n".encode("ascii"))

    def link(
        self, resolve: Callable[[str], Place | None], *, ours: str, spoken: Callable[[Place], str]
    ) -> None:
        """Turn links whose URI begins with `ours` into places; one that leads nowhere becomes plain text.

        `spoken`: what a screen reader says of the link.
        """
        for page in self._pdf.pages:
            kept = []
            for annotation in page.get("/Annots", Array()):
                action = annotation.get("/A")
                uri = str(action.get("/URI", "")) if action is not None else ""
                if uri.startswith(ours):
                    target = resolve(uri)
                    if target is None:
                        self._unlink(annotation)
                        continue
                    del annotation["/A"]
                    annotation.Dest = self._destination(target)
                    annotation.Contents = String(spoken(target))
                kept.append(annotation)
            if "/Annots" in page:
                page.obj.Annots = Array(kept)

    def label(self, folios: Iterable[tuple[str, bool]]) -> None:
        """Give the pages their labels: roman ones where the second value says so, each series from 1."""
        numbers = Array()
        before: bool | None = None
        for n, (_, is_roman) in enumerate(folios):
            if is_roman is not before:
                numbers.append(n)
                numbers.append(Dictionary(S=Name.r if is_roman else Name.D, St=1))
                before = is_roman
        self._pdf.Root.PageLabels = Dictionary(Nums=numbers)

    def outline(self, marks: Sequence[Mark]) -> None:
        """Write the outline."""
        with self._pdf.open_outline() as outline:
            outline.root.extend(self._item(mark) for mark in marks)

    def names(self, targets: Mapping[str, Place]) -> None:
        """Write the named destinations, by which others may link into the book."""
        tree = NameTree.new(self._pdf)
        for name in sorted(targets):
            tree[name] = self._destination(targets[name])
        self._pdf.Root.Names = Dictionary(Dests=tree.obj)

    def describe(self, information: Mapping[str, str], xmp: bytes) -> None:
        """Write the metadata twice, as the standard has it: the information dictionary and an XMP packet."""
        for key, value in information.items():
            self._pdf.docinfo[f"/{key}"] = String(value)
        packet = Stream(self._pdf, xmp)
        packet.Type, packet.Subtype = Name.Metadata, Name.XML
        self._pdf.Root.Metadata = self._pdf.make_indirect(packet)

    def bytes(self) -> bytes:
        """The bound book; the same bytes for the same book."""
        self._pdf.Root.StructTreeRoot.ParentTreeNextKey = self._key
        held = io.BytesIO()
        self._pdf.save(
            held,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        for source in self._sources:
            source.close()
        return held.getvalue()

    def _name(self, source: Pdf) -> None:
        """Say of elements what typesetting could not: which are notes, each with an ID; scopes of headers."""
        for thing in source.objects:
            kind = thing.get("/S") if isinstance(thing, Dictionary) else None
            if kind == NOTE_AS_SET:
                self._notes += 1
                thing.S = Name.Note
                thing.ID = String(f"note-{self._notes}")
            elif kind == Name.TH and "/P" in thing:
                above = thing.P.get("/P")
                attributes = thing.get("/A", Dictionary(O=Name.Table))
                attributes.Scope = (
                    Name.Column if above is not None and above.get("/S") == Name.THead else Name.Row
                )
                thing.A = attributes

    def _unlink(self, annotation: pikepdf.Object) -> None:
        """Take a link out of the structure: what it stands on becomes a span."""
        number = int(annotation.StructParent)
        element = self._parents[number]
        element.S = Name.Span
        kids = element.K if isinstance(element.K, Array) else Array([element.K])
        element.K = Array(
            [k for k in kids if not (isinstance(k, Dictionary) and k.get("/Type") == Name.OBJR)]
        )
        del self._parents[number]

    def _destination(self, place: Place) -> Array:
        page = self._pdf.pages[place.page]
        height = float(page.mediabox[3])
        return Array([page.obj, Name.XYZ, round(place.left, 2), round(height - place.top, 2), 0])

    def _item(self, mark: Mark) -> OutlineItem:
        item = OutlineItem(mark.title, self._destination(mark.target))
        item.is_closed = False
        item.children.extend(self._item(m) for m in mark.inside)
        return item


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a finished PDF says of itself."""

    faces: tuple[tuple[str, bool], ...]  # name without the subset's prefix, and whether the face is embedded
    language: str
    title: str
    tagged: bool
    labels: int  # ranges of page labels
    links: int
    lost: tuple[str, ...]  # links that have neither a place nor an address
    untagged: tuple[
        int, ...
    ]  # pages (from 1) whose content is not tied to the structure tree, blank ones left out


def inspect(data: bytes) -> Inspection:
    """Read a finished PDF anew, as a program that did not make it would."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root
        faces = {(str(f.BaseFont).lstrip("/").split("+")[-1], _is_embedded(f)) for f in _fonts(pdf)}
        annotations = [a for page in pdf.pages for a in page.get("/Annots", Array())]
        lost = [str(a.get("/Contents", "")) for a in annotations if not _leads(a)]
        untagged = [
            n
            for n, page in enumerate(pdf.pages, 1)
            if "/StructParents" not in page and "/Contents" in page and page.Contents.read_bytes().strip()
        ]
        marked = bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)) and "/StructTreeRoot" in root
        return Inspection(
            tuple(sorted(faces)),
            str(root.get("/Lang", "")),
            str(pdf.docinfo.get("/Title", "")),
            marked,
            len(root.get("/PageLabels", Dictionary()).get("/Nums", Array())) // 2,
            len(annotations),
            tuple(lost),
            tuple(untagged),
        )


def _fonts(pdf: Pdf) -> list[pikepdf.Object]:
    return [
        o
        for o in pdf.objects
        if isinstance(o, Dictionary) and o.get("/Type") == Name.Font and "/BaseFont" in o
    ]


def _is_embedded(font: pikepdf.Object) -> bool:
    held = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = held.get("/FontDescriptor", Dictionary())
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _leads(annotation: pikepdf.Object) -> bool:
    action = annotation.get("/A", Dictionary())
    return "/Dest" in annotation or str(action.get("/URI", "")).startswith(("http://", "https://", "mailto:"))
