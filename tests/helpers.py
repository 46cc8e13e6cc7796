"""What tests share: a book that a test may change, texts from a few lines of Markdown, claims on queries."""

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml.etree import _Element as Element

from chresto.apparatus import Attached, attach
from chresto.book import Outline
from chresto.commands import build, shop_of
from chresto.commands.build import Built
from chresto.compose import compose
from chresto.doors.folder import Folder
from chresto.doors.templates import Templates
from chresto.entries import Index
from chresto.forms import BookPage, Division, Folios, Line, PageMap, Run, SetPage, Text
from chresto.index import collate
from chresto.manuscript import load
from chresto.outline import read
from chresto.queries import Failed, Place, Queries, Query
from chresto.registers import Entry, Person, Registers
from chresto.tree import to_html

HOUSE = Path(__file__).resolve().parent.parent
SOURCE = HOUSE / "src" / "chresto"
BOOKS = HOUSE / "tests" / "books"
LAYOUTS = HOUSE / "layouts"
CARET = "‸"  # in a needle: the character behind it is what a query points to


def place_in(path: Path, needle: str, *, shown: str) -> Place:
    """Where a needle stands in a file as it is on disk: that behind the caret, or its first."""
    text = path.read_text(encoding="utf-8-sig")
    offset = text.index(needle.replace(CARET, "")) + max(0, needle.find(CARET))
    line = text.count("\n", 0, offset) + 1
    start = text.rfind("\n", 0, offset) + 1
    return Place(shown, line, offset - start + 1, text.split("\n")[line - 1])


def claim(queries: Queries, code: str, *, at: Place | None = None, hint: str = "", says: str = "") -> Query:
    """Take a query with a code (and message) away; it must stand at the place and give the hint."""
    found = [q for q in queries.found if q.code == code and says in q.message]
    assert found, f"no {code} saying “{says}” among {queries.found}"
    query = next((q for q in found if q.place == at), found[0])
    if at is not None:
        assert query.place == at
    assert hint in query.hint, query
    queries.found.remove(query)
    return query


@dataclass(slots=True)
class Book:
    """A copy of the tiny book, its queries, and the stages it may be led through."""

    root: Path
    queries: Queries
    cache: Path
    kept: dict[str, Text] = field(default_factory=dict)

    @property
    def manuscript(self) -> Path:
        return self.root / "manuscript"

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the manuscript, whether it was there or not."""
        path = self.manuscript / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def replace(self, name: str, old: str, new: str) -> None:
        """Change words of a file, which must be there."""
        text = (self.manuscript / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no “{old}”"
        self.write(name, text.replace(old, new, 1))

    def append(self, name: str, words: str) -> None:
        """Put words at the end of a file."""
        self.write(name, (self.manuscript / name).read_text(encoding="utf-8") + words)

    def delete(self, name: str) -> None:
        """Take a file away."""
        (self.manuscript / name).unlink()

    def at(self, name: str, needle: str) -> Place:
        """The place of a needle in a file of the manuscript."""
        return place_in(self.manuscript / name, needle, shown=f"manuscript/{name}")

    def folder(self) -> Folder:
        return Folder(self.manuscript)

    def read(self) -> tuple[Outline, Registers]:
        return read(self.folder(), self.queries)

    def load(self) -> dict[str, Text]:
        outline, registers = self.read()
        return load(self.folder(), outline, registers, self.queries, cache=self.cache)

    def attach(self) -> dict[str, Attached]:
        outline, registers = self.read()
        texts = load(self.folder(), outline, registers, self.queries, cache=self.cache)
        return attach(texts, outline, registers, self.queries)

    def templates(self) -> Templates:
        return Templates(LAYOUTS / "book", self.queries)

    def compose(self, edition: str = "teacher") -> list[Division]:
        outline, registers = self.read()
        texts = load(self.folder(), outline, registers, self.queries, cache=self.cache)
        attached = attach(texts, outline, registers, self.queries)
        trees = {k: (a.text.tree, a.mentions) for k, a in attached.items()}
        divisions = compose(outline, edition, trees, self.templates())
        self.queries.stop()
        return divisions

    def index(self, name: str = "people", edition: str = "teacher") -> Index:
        outline, registers = self.read()
        return collate(outline, registers, self.compose(edition))[name]

    def fails(self, stage: Callable[[], object]) -> None:
        """The stage ends the run."""
        with pytest.raises(Failed):
            stage()

    def claim(self, code: str, *, at: Place | None = None, hint: str = "", says: str = "") -> Query:
        return claim(self.queries, code, at=at, hint=hint, says=says)


def book_from(name: str, root: Path, queries: Queries, cache: Path) -> Book:
    """A copy of one of tests/books, without what was built there."""
    shutil.copytree(BOOKS / name / "manuscript", root / name / "manuscript")
    return Book(root / name, queries, cache)


def division_from(book: Book, markdown: str, key: str = "speech") -> Division:
    """The tiny book with another text for its reading, composed: that division."""
    book.write("readings/speech.md", markdown)
    return next(d for d in book.compose() if d.id == key)


def html_of(book: Book, markdown: str) -> str:
    """The tree of a reading made from Markdown, as HTML on one line."""
    tree = division_from(book, markdown).tree
    assert tree is not None
    return flat(tree)


def flat(tree: Element) -> str:
    """HTML without line breaks and without the ids and marks of blocks, which other tests look at."""
    html = to_html(tree).replace(' data-b="1"', "")
    html = re.sub(r"\s*\n\s*(?=<(?!em|strong|span|a|u|br))|(?<=>)\s*\n\s*(?=<)", "", html)
    return " ".join(html.split())


def mentions_of(division: Division) -> list[str]:
    """Mentions in short, in the order of the text: “people/anders 2@0–9”, the block by its last number."""
    assert division.tree is not None
    order = {str(e.get("id")): n for n, e in enumerate(division.tree.iter())}
    found = sorted(division.mentions, key=lambda m: (order[m.start.block], m.start.letter, m.register))
    return [f"{m.register}/{m.entry}{' note ' + m.note if m.note else ''}" for m in found]


def registers_of(*entries: tuple[str, Entry]) -> Registers:
    """A register of people and nothing else."""
    return Registers({"people": dict(entries)}, {}, {})


def person(heading: str, *variants: str, never: Iterable[str] = (), see_also: Iterable[str] = ()) -> Person:
    """A person with variants."""
    return Person(heading, tuple(variants), tuple(never), see_also=tuple(see_also))


def folios_of(*pages: tuple[str, str, tuple[tuple[str, int, int], ...]]) -> Folios:
    """Folios from pages written as (folio, division, ((block, first letter, last letter), …))."""
    divisions: dict[str, list[SetPage]] = {}
    bound: list[BookPage] = []
    first: dict[str, int] = {}
    blocks: dict[str, tuple[str, tuple[tuple[int, int, int], ...]]] = {}
    for n, (folio, division, runs) in enumerate(pages):
        page = len(divisions.setdefault(division, []))
        first.setdefault(division, n)
        divisions[division].append(SetPage(tuple(Run(*r) for r in runs), _no_lines(), {}))
        bound.append(BookPage(folio, division, page, "body"))
        for block, start, end in runs:
            known = blocks.get(block, (division, ()))[1]
            blocks[block] = (division, (*known, (page, start, end)))
    maps = {key: PageMap(420.0, 595.0, tuple(found), {}, {}) for key, found in divisions.items()}
    return Folios(tuple(bound), maps, first, blocks)


def _no_lines() -> tuple[Line, ...]:
    return ()


def made(root: Path, edition: str = "", *, jobs: int = 1) -> Built:
    """A book made in its folder, without errors."""
    queries = Queries()
    shop = shop_of(root, jobs=jobs, cached=True, report=lambda _step, _what: None)
    built = build(shop, edition, root / "build", queries)
    assert queries.errors == []
    return built
