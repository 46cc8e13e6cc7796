"""What the review tells of a book: its remarks on single places, on names and on entries.  Types only."""

from dataclasses import dataclass
from typing import Literal

from chresto.queries import Place

#: What a place is: a query; linked by inference; left alone; linked for sure.
Kind = Literal["asked", "inferred", "doubt", "sure"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, parted at the words that it is about."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A place of a text where words name an entry, or may."""

    register: str
    kind: Kind
    entries: tuple[str, ...]  # whom they name, or may name
    others: tuple[str, ...]  # whom they could also have named
    why: str
    text: str  # its id
    place: Place
    sentence: Sentence
    near: str  # words with those around them that no other place of the text has
    note: str = ""  # the mark of the note it stands in
    passage: bool = False
    marked: bool = False  # a mark or a decision says so already
    left_out: bool = False  # the edition does not have it


@dataclass(frozen=True, slots=True)
class Seen:
    """A place where a name stands that no register knows."""

    text: str
    place: Place
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name that no register knows, in all its forms."""

    forms: tuple[tuple[str, int], ...]  # full names first, how often each stands
    seen: tuple[Seen, ...]  # the first places
    entry: str  # a register entry as YAML
    close: str = ""  # the heading whose other spelling it may be
    variants: str = ""  # that entry's variants with this one, as YAML

    @property
    def count(self) -> int:
        """How often it stands in the texts."""
        return sum(n for _, n in self.forms)


@dataclass(frozen=True, slots=True)
class OfEntry:
    """An entry with every place that names it, in the order of the book."""

    entry: str
    heading: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class OfRegister:
    """The review of one register, or of an index by marks, which has nothing but its mentions."""

    id: str
    title: str
    headings: dict[str, str]  # by entry; the words of a mark are both
    mentioned: tuple[OfEntry, ...]
    asked: tuple[Remark, ...] = ()
    inferred: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    unmentioned: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many mentions there are."""
        return sum(len(m.remarks) for m in self.mentioned)


@dataclass(frozen=True, slots=True)
class Review:
    """All of it."""

    title: str
    edition: str
    language: str
    decisions: str  # the file of decisions as the outline names it; empty if it names none
    texts: dict[str, str]  # titles by id, in the order of the book
    unread: tuple[str, ...]  # titles of divisions whose names are no mentions
    registers: tuple[OfRegister, ...]  # indexes by marks behind them
