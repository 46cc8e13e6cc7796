"""The forms a book takes between the stages: texts, mentions, divisions, page maps, folios.  Types only.

Two conventions hold all of it together.

*Blocks.*  An element that holds running text (a paragraph, a heading, a verse, a list item, a paragraph of a
note) is a block: it has an `id` that is unique in the book and the attribute `data-b`.

*Letters.*  A place in the text is a block and a number of letters: how many alphanumeric characters
(`str.isalnum`) of that block stand before it.  Text of nested blocks and of notes (`class="note"`) is not
counted with the block around it.  Typesetting changes spaces, hyphens and quotes but never letters, so the
same two values name the same place in the manuscript's tree, on the printed page and in the e-book.
"""

from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element as Element

from chresto.book import Item, Kind, Matter


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in the text: before the letter number `letter` (from 0) of the block."""

    block: str
    letter: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A source as loaded: its file as the editor knows it, its raw text for places of queries, its tree."""

    id: str
    file: str
    raw: str
    tree: Element  # <section>, HTML names without namespace


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an entry of a register."""

    register: str
    entry: str
    start: Spot
    end: Spot  # same block for a name; the last block for a passage
    note: str = ""  # the mark of the note it stands in ("3"), empty in the text
    passage: bool = False  # a marked passage about the entry
    under: str = ""  # the sub-heading that the mark gives it: “and Kirov”
    why: str = ""  # for the review: “named in full before: Ivan Smirnov”; empty of a mark, which says it all
    by: Literal["found", "mark", "decision"] = "found"  # what makes it
    sure: bool = True  # False: inferred, and listed first in the review
    others: tuple[str, ...] = ()  # the entries that the words could also have named


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may name an entry and are not linked to it; the review lists them with their reason."""

    register: str
    start: Spot
    end: Spot
    entries: tuple[str, ...]  # whom they may name
    why: str  # “another bearer of the name: Andrei Smirnov”
    asked: bool = False  # a query, until a mark, `means` or a decision settles it


@dataclass(frozen=True, slots=True)
class Division:
    """What starts on a new recto and is typeset by itself.

    `tree` is the one form both outputs are cut from: <section class="division …" id=…>, blocks and letters as
    above; notes stand at their calls as <span class="note" id data-voice data-mark data-label>, their
    paragraphs as <span class="para" id data-b> inside; links between divisions and pages references are <a
    href="#id"> and <a class="page" href="#id">.  A division without a tree is made at the end, when the
    folios are known.
    """

    id: str
    kind: Kind
    matter: Matter
    title: str
    short: str
    tree: Element | None
    item: Item | None = None
    number: str = ""  # "3" of a chapter or reading, "I" of a part
    part: str = ""  # id of the part it stands in
    mentions: tuple[Mention, ...] = ()
    needs_folios: bool = False  # contents, indexes, texts with page references: set again with folios


# ------------------------------------------------------------------------------------------------ typesetting


@dataclass(frozen=True, slots=True)
class TypesetJob:
    """All that goes into setting a division: a pure function of it (and of the library's version)."""

    division: str
    html: str
    css: tuple[str, ...]
    language: str
    title: str
    images: tuple[tuple[str, bytes], ...] = ()  # what <img src="image:NAME"> shows


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as set: the spot of its first letter, top and bottom in points from the page's top."""

    start: Spot
    top: float
    bottom: float
    in_note: bool = False
    absent: bool = False  # left out, but its room is kept


@dataclass(frozen=True, slots=True)
class Run:
    """The letters [first, last) of a block that stand on a page."""

    block: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SetPage:
    """One page of a division: its runs in reading order, its lines, the tops of its elements with an id."""

    runs: tuple[Run, ...]
    lines: tuple[Line, ...]
    anchors: dict[str, tuple[float, float]]  # id → (left, top) in points from the page's top left corner
    first_words: str = ""


@dataclass(frozen=True, slots=True)
class PageMap:
    """What typesetting a division tells: pages, and for each note those (from 0) of call and body."""

    width: float  # points
    height: float
    pages: tuple[SetPage, ...]
    calls: dict[str, int]
    bodies: dict[str, tuple[int, ...]]  # every page on which text of the note stands
    mended: int = 0  # how many pages were broken earlier so that a note stands under its call


@dataclass(frozen=True, slots=True)
class SetDivision:
    """A division as typeset."""

    division: str
    pdf: bytes
    map: PageMap
    messages: tuple[str, ...] = ()  # what the typesetting library had to say


@dataclass(frozen=True, slots=True)
class BookPage:
    """One page of the bound book.  `number` is the page within its division, -1 for a blank verso."""

    folio: str  # "iv", "45"
    division: str
    number: int
    matter: Matter

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return self.number < 0


@dataclass(frozen=True, slots=True)
class Folios:
    """The pages of the bound book, in order, with the maps that tell which words stand on them."""

    pages: tuple[BookPage, ...]
    maps: dict[str, PageMap]
    first: dict[str, int] = field(default_factory=dict)  # division → index into `pages` of its first page
    blocks: dict[str, tuple[str, tuple[tuple[int, int, int], ...]]] = field(default_factory=dict)
    # block → division, ((page in the division, first letter, last letter), …): derived from `maps`

    def page_of(self, spot: Spot) -> int | None:
        """The index into `pages` of the page on which the letter at `spot` stands; None if no page has it."""
        known = self.blocks.get(spot.block)
        if known is None:
            return None
        division, runs = known
        for page, _, last in runs:
            if spot.letter < last:
                return self.first[division] + page
        return self.first[division] + runs[-1][0] if runs else None

    def folio_of(self, spot: Spot) -> str | None:
        """The folio of the page on which the letter at `spot` stands."""
        page = self.page_of(spot)
        return None if page is None else self.pages[page].folio
