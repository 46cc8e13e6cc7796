"""What the editor writes in the outline, read and checked.  Types only, no I/O.

Every class is frozen.  Field names are the keys of the YAML files, so this file is also the list of the keys;
the manual (`docs/outline.md`) explains each.  Words are the field's: see `docs/architecture.md`, section 1.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

#: How a class is read from YAML: keys it does not know and values of another type are queries.
STRICT: dict[str, object] = {"extra": "forbid", "strict": True}

Matter = Literal["front", "body", "back"]
#: What the compiler makes: from the outline, from data beside it, or from the texts (`glossary`).
Made = Literal[
    "titles",
    "contents",
    "chronology",
    "who-was-who",
    "trials",
    "glossary",
    "disagreements",
    "emendations",
    "bibliography",
    "rights",
]
Kind = Made | Literal["part", "chapter", "reading", "piece", "index"]
#: In which of them a name is a mention; of the record of disagreements, in its questions.  The others tell
#: again, from data, what these tell, or name who wrote a book.
READ: Final[tuple[Kind, ...]] = ("chapter", "reading", "piece", "disagreements")
Marks = Literal["arabic", "alpha", "roman", "*", "°", "‡", "†", "§"]


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who made the book, with a MARC relator code as role: `edt`, `aut`, `trl`, `ann`."""

    __pydantic_config__: ClassVar = STRICT
    name: str
    file_as: str
    role: str = "edt"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Of the book as a whole, as the title page, the PDF and the EPUB name it."""

    __pydantic_config__: ClassVar = STRICT
    id: str  # the name of the output files, lower-case ASCII: "moscow-trials"
    title: str
    identifier: str  # "urn:uuid:…" or "urn:isbn:…", the same for every printing
    language: str  # BCP 47: "en-GB"
    date: str  # of this printing, YYYY-MM-DD; the only clock the compiler knows
    rights: str
    contributors: tuple[Contributor, ...]
    subtitle: str = ""
    publisher: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    copyright_page: str = ""  # a Markdown file
    citations: str = ""  # BCP 47: whose quotation marks and words citations use; that of the text if empty


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a note, and how such notes are marked."""

    __pydantic_config__: ClassVar = STRICT
    title: str  # "the editors"
    marks: Marks = "arabic"  # a sign is the same for every note; the others count within a division
    label: str = ""  # printed at the head of each note: "L.S."


#: What of the texts an edition may leave out, and an index may pass over.
Cuttable = Literal["headnotes", "questions", "glosses", "disagreements"]
#: What these are in a text: sections of a class, or notes of a voice.
SECTIONS = {"headnotes": "headnote", "questions": "questions"}
VOICES = {"glosses": "gloss", "disagreements": "disagreement"}


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of cutting the book."""

    __pydantic_config__: ClassVar = STRICT
    title: str = ""
    without_voices: tuple[str, ...] = ()
    without: tuple[Cuttable, ...] = ()
    pages: str = ""  # "as seminar": page and line breaks are that edition's; what is left out keeps its room
    lines: int = 0  # number every so manieth line in the margin; 0: none
    layout: str = "a5"  # a style sheet layouts/print/<layout>.css


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """Where a register stands and how the text marks its entries."""

    __pydantic_config__: ClassVar = STRICT
    file: str
    mark: str  # the attribute in the text: [words]{person=id}
    kind: Literal["people", "trials", "plain"] = "plain"
    things: tuple[str, ...] = ()  # words that turn a name into a thing's: "Library" in "Lenin Library"
    #: whether forms follow from heading and variants: whole names, initials
    forms: Literal["derived", "listed"] = "derived"
    surnames: Literal["last-named", "ask"] = "last-named"  # whom a surname that several people have names


#: How the sub-headings of an index come about; the outline says in which order.
Divided = Literal["marks", "relations", "authors", "texts"]


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """An index of the back matter, made from one register, or by marks alone."""

    __pydantic_config__: ClassVar = STRICT
    title: str
    register: str = ""
    mark: str = ""  # instead of a register: the attribute in the text, [in Gorky]{place="Nizhny Novgorod"}
    headnote: str = ""
    undivided: int = 8  # a heading with more locators than these is divided by sub-headings
    divide: tuple[Divided, ...] = ("marks", "texts")
    style: Literal["indented", "run-in"] = "indented"
    order: Literal["word-by-word", "letter-by-letter"] = "word-by-word"
    mac: Literal["as-spelled", "as-mac"] = "as-spelled"  # where “McCarthy” sorts
    particles: Literal["counted", "passed-over"] = "counted"  # whether “von Bülow” sorts under V
    articles: Literal["passed-over", "all", "counted"] = "passed-over"  # whether “The Red Book” sorts under R
    ranges: Literal["full", "chicago", "minimal"] = "full"  # 123–126, 123–26, 123–6
    notes: Literal["n", "numbered"] = "n"  # 45n, or 45n3
    pictures: Literal["italic", "lettered"] = "italic"  # a figure's or table's page: italic, or 45 fig.
    without: tuple[Cuttable, ...] = ()  # in what of the texts nothing is mentioned for this index
    lines: bool = False  # 45.12, where the edition numbers lines
    refer: tuple[str, ...] = ()  # ids of indexes to whose headings these lead by what the registers know


#: Where the pictures that the compiler draws stand among the names of pictures: "drawn/ID.svg".
DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the compiler draws from data, shown by `![caption](picture:id)`."""

    __pydantic_config__: ClassVar = STRICT
    draw: Literal["timeline", "sentences", "counts"]
    of: tuple[str, ...] = ()  # ids of trials, or of disagreements; all that fit if empty


@dataclass(frozen=True, slots=True)
class Item:
    """One division as the outline names it.  One of the first five keys says what it is and gives its id."""

    __pydantic_config__: ClassVar = STRICT
    chapter: str = ""  # the editors' own narrative
    reading: str = ""  # one text for study
    piece: str = ""  # any other text: a preface, a note
    index: str = ""  # an id of `indexes`
    make: Literal["", Made] = ""  # made by the compiler
    file: str = ""
    title: str = ""
    short: str = ""  # for running heads and the e-book's contents; the title if empty
    indexed: str = ""  # as a sub-heading in an index; `short` if empty
    unindexed: bool = False  # its names are no mentions
    about: tuple[str, ...] = ()  # trials that the whole text is about, for sub-headings by relations
    byline: str = ""  # who wrote the original, when
    headnote: str = ""  # a sentence under the title, for a made division
    source: str = ""  # a key of sources.yaml: what a reading is a reading of
    voice: str = "editor"  # who speaks in a note that names nobody
    means: dict[str, str] = field(
        default_factory=dict
    )  # variant → entry, for this text: {Smirnov: smirnov-ivan}
    language: str = ""

    @property
    def kind(self) -> Kind:
        """What the item is."""
        if self.make:
            return self.make
        kinds: tuple[Kind, ...] = ("chapter", "reading", "piece", "index")
        return next((k for k in kinds if getattr(self, k)), "piece")

    @property
    def id(self) -> str:
        """Its id: unique in the book, the target of links."""
        return (
            self.chapter or self.reading or self.piece or (f"index-{self.index}" if self.index else self.make)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body: an opening page, then its divisions."""

    __pydantic_config__: ClassVar = STRICT
    part: str
    title: str
    contents: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """`manuscript/outline.yaml`: what the book holds, in which order."""

    __pydantic_config__: ClassVar = STRICT
    book: Metadata
    body: tuple[Part, ...]
    front: tuple[Item, ...] = ()
    back: tuple[Item, ...] = ()
    editions: dict[str, Edition] = field(default_factory=lambda: {"public": Edition()})
    voices: dict[str, Voice] = field(default_factory=lambda: {"editor": Voice(title="the editors")})
    registers: dict[str, RegisterFile] = field(default_factory=dict)
    indexes: dict[str, IndexSpec] = field(default_factory=dict)
    sources: str = ""
    disagreements: str = ""
    chronology: str = ""
    emendations: str = ""
    decisions: str = ""  # what the editor decided about single mentions
    pictures: dict[str, Picture] = field(default_factory=dict)

    def items(self) -> tuple[tuple[Matter, Item], ...]:
        """Every item with the matter it stands in, in the book's order; part openings are not items."""
        body = tuple(i for p in self.body for i in p.contents)
        return (
            *(("front", i) for i in self.front),
            *(("body", i) for i in body),
            *(("back", i) for i in self.back),
        )

    def named_in(self) -> tuple[str, ...]:
        """The ids of the divisions in which a name is a mention."""
        return tuple(item.id for _, item in self.items() if item.kind in READ and not item.unindexed)
