"""A book's folder and an edition → the finished files as bytes: the stages, called in their order.

This is the one place where stages meet.  `prepare` goes as far as the divisions (steps 1 to 5); `make`
typesets, binds and packages (steps 6 to 8).  Nothing is written but the cache.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chresto.apparatus import Attached, attach
from chresto.bind import bind, number
from chresto.book import Outline
from chresto.compose import compose, draw, fill
from chresto.doors.folder import Folder
from chresto.doors.templates import Templates
from chresto.entries import Index
from chresto.forms import Division, Folios, SetDivision, Text
from chresto.index import ask, collate, locate
from chresto.manuscript import load
from chresto.outline import read
from chresto.package import package
from chresto.parts import Parts
from chresto.queries import Failed, Place, Queries
from chresto.registers import Registers
from chresto.tree import to_html
from chresto.typeset import job_of, typeset

#: How often divisions that need folios may be set anew.  Two rounds are usual: the first guess, then the true
#: folios; a third when the contents or an index grew by a page.  More means that page numbers chase one
#: another.
MAX_ROUNDS = 6

Report = Callable[[str, str], None]  # what is being done, to what: "typeset", "red-book"


@dataclass(frozen=True, slots=True)
class Shop:
    """Where the work is done: the book's folders, the cache, how many processes."""

    root: Path
    layouts: Path
    cache: Path | None
    workers: int
    report: Report

    @property
    def manuscript(self) -> Path:
        """The only folder that texts are read from."""
        return self.root / "manuscript"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A book after steps 1 to 5."""

    outline: Outline
    registers: Registers
    edition: str
    texts: dict[str, Text]
    loaded: dict[str, str]  # the texts as step 2 hands them on, before the apparatus changes their trees
    attached: dict[str, Attached]
    divisions: list[Division]
    indexes: dict[str, Index]
    templates: Templates
    images: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A finished book: its files, and the forms that the proof needs to check them."""

    prepared: Prepared
    parts: Parts
    pdf: bytes
    epub: bytes
    rounds: int
    typeset: list[str] = field(default_factory=list)  # divisions that were set, not taken from the cache


def prepare(shop: Shop, edition: str, queries: Queries, *, lenient: bool = False) -> Prepared:
    """Steps 1 to 5.  Raises `Failed` at the end of the first stage that has errors.

    `lenient`: names that may be several people's are no errors; the doubts of the texts tell of them.
    """
    folder = Folder(shop.manuscript)
    shop.report("outline", "")
    outline, registers = read(folder, queries)
    edition = edition or next(iter(outline.editions))
    if edition not in outline.editions:
        hint = f"one of: {', '.join(outline.editions)}"
        queries.add(
            "id-unknown", f"no edition is called “{edition}”", Place("manuscript/outline.yaml"), hint=hint
        )
        queries.stop()
    shop.report("manuscript", "")
    kept = shop.cache / "texts" if shop.cache else None
    texts = load(folder, outline, registers, queries, cache=kept, workers=shop.workers)
    loaded = {key: to_html(t.tree, pretty=True) for key, t in texts.items()}
    shop.report("apparatus", "")
    attached = attach(texts, outline, registers, queries, lenient=lenient)
    shop.report("compose", "")
    templates = Templates(shop.layouts / "book", queries)
    drawn = draw(outline, registers, kept=_faces(shop))
    trees = {k: (a.text.tree, a.mentions) for k, a in attached.items()}
    divisions = compose(outline, edition, trees, templates, drawn=drawn)
    shop.report("index", "")
    indexes = collate(outline, registers, divisions)
    images = _images(divisions, {name: one.svg for name, one in drawn.items()}, folder, queries)
    queries.stop()
    return Prepared(
        outline, registers, edition, texts, loaded, attached, divisions, indexes, templates, images
    )


def make(shop: Shop, prepared: Prepared, queries: Queries) -> Made:
    """Steps 6 to 8.  Raises `Failed` if the layouts cannot be used or page numbers do not settle."""
    outline, layout = prepared.outline, prepared.outline.editions[prepared.edition].layout
    css = _style_sheets(shop, layout, queries)
    queries.stop()
    shop.report("typeset", "")
    parts, rounds, really = _settle(shop, prepared, css, queries)
    ask(parts.indexes, outline, queries)
    faces = _faces(shop)
    shop.report("bind", "")
    pdf = bind(
        parts.divisions,
        parts.sets,
        parts.folios,
        outline.book,
        layouts=shop.layouts / "print",
        layout=layout,
        lines=outline.editions[prepared.edition].lines,
        faces=faces,
        queries=queries,
    )
    shop.report("package", "")
    epub = package(
        parts.divisions,
        outline=outline,
        edition=prepared.edition,
        folios=parts.folios,
        indexes=parts.indexes,
        layouts=shop.layouts / "ebook",
        images=prepared.images,
        queries=queries,
        faces=faces,
    )
    return Made(prepared, parts, pdf, epub, rounds, really)


def _settle(
    shop: Shop, prepared: Prepared, css: tuple[str, ...], queries: Queries
) -> tuple[Parts, int, list[str]]:
    """Set the divisions until no page number moves; with the rounds it took, and what was not in the cache.

    Contents, indexes and page references print folios, and may by their length change them: they are set with
    a guess, then with the folios that this gave, and so on.
    """
    folios = Folios((), {})
    sets: dict[str, SetDivision] = {}
    lines = prepared.outline.editions[prepared.edition].lines > 0
    really: list[str] = []

    def told(division: str, cached: bool) -> None:  # noqa: FBT001  -- the callback's form
        if not cached:
            really.append(division)
        shop.report("kept" if cached else "typeset", division)

    for rounds in range(1, MAX_ROUNDS + 1):
        printed = {key: locate(index, folios, lines=lines) for key, index in prepared.indexes.items()}
        divisions = fill(prepared.divisions, folios if sets else None, printed, prepared.templates)
        queries.stop()
        jobs = [
            job_of(d, css=css, metadata=prepared.outline.book, images=prepared.images)
            for d in divisions
            if d.needs_folios or not sets
        ]
        cache = shop.cache / "typeset" if shop.cache else None
        sets |= typeset(jobs, cache=cache, workers=shop.workers, report=told)
        known = number(divisions, {key: s.map for key, s in sets.items()})
        if known == folios:
            for division, one in sets.items():
                for message in one.messages:
                    queries.add("layout-broken", message, Place(division), severity="warning")
            return Parts(tuple(divisions), sets, known, tuple(printed.values())), rounds, really
        folios = known
    moving = ", ".join(d.id for d in prepared.divisions if d.needs_folios)
    hint = "look at page references near a page's end"
    queries.add(
        "folios-unsettled", f"page numbers still change after {MAX_ROUNDS} rounds in {moving}", hint=hint
    )
    raise Failed


def _style_sheets(shop: Shop, layout: str, queries: Queries) -> tuple[str, ...]:
    """The text of the base sheet and of the layout's own."""
    found = []
    for name in ("book", layout):
        path = shop.layouts / "print" / f"{name}.css"
        try:
            found.append(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            known = ", ".join(sorted(p.stem for p in path.parent.glob("*.css")))
            queries.add(
                "layout-broken", f"there is no style sheet layouts/print/{name}.css", hint=f"one of: {known}"
            )
    return tuple(found)


def _faces(shop: Shop) -> Path | None:
    """Where cut faces are remembered."""
    return shop.cache / "typeset" / "faces" if shop.cache else None


def _images(
    divisions: Sequence[Division], drawn: dict[str, bytes], folder: Folder, queries: Queries
) -> dict[str, bytes]:
    """The pictures that the book shows: drawn by the compiler, or files of the manuscript."""
    names = {
        str(e.get("src")).removeprefix("image:")
        for d in divisions
        if d.tree is not None
        for e in d.tree.iter("img")
    }
    found = {
        name: drawn.get(name) or folder.read_bytes(name, queries, Place(folder.shown(name)))
        for name in sorted(names)
    }
    return {name: data for name, data in found.items() if data is not None}
