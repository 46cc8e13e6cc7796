"""What registers and records hold, read and checked: people, trials, disagreements, events.  Types only.

Field names are the keys of the YAML files; the manual (`docs/notation.md`) explains each.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeVar

from chresto.book import STRICT
from chresto.queries import Place

#: What a mark or a decision says instead of an entry: the words name none.
NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a name that names its entry only under conditions; those that are given must all hold."""

    __pydantic_config__: ClassVar = STRICT
    form: str
    within: tuple[str, ...] = ()  # only in these texts, by their ids
    near: tuple[str, ...] = ()  # only where one of these words or phrases stands in the same paragraph
    never: tuple[str, ...] = ()  # not as a part of these phrases
    after_full: bool = False  # only after the full name has stood in the same text


@dataclass(frozen=True, slots=True)
class Entry:
    """What every register entry has: a heading, the words that name it, its facts."""

    __pydantic_config__: ClassVar = STRICT
    heading: str  # as in the index, inverted: "Zinoviev, Grigory"
    variants: tuple[str | Variant, ...] = ()  # as they stand in running text; whole words
    never: tuple[str, ...] = ()  # phrases in which a variant does not name this entry: "Lenin Library"
    see: tuple[str, ...] = ()  # the entry is no more than a reference to these
    see_also: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The words of every variant, whatever its conditions."""
        return tuple(v if isinstance(v, str) else v.form for v in self.variants)

    @property
    def limited(self) -> tuple[Variant, ...]:
        """Every variant with its conditions."""
        return tuple(Variant(v) if isinstance(v, str) else v for v in self.variants)


EntryKind = TypeVar("EntryKind", bound=Entry)


@dataclass(frozen=True, slots=True)
class Person(Entry):
    """An entry of a register of people."""

    __pydantic_config__: ClassVar = STRICT
    born: str | int | None = None  # EDTF
    died: str | int | None = None
    who: str = ""
    printed: dict[str, tuple[str, ...]] = field(default_factory=dict)  # source → the name as it has it


@dataclass(frozen=True, slots=True)
class Accused:
    """One person's part in one trial."""

    __pydantic_config__: ClassVar = STRICT
    person: str
    role: Literal["defendant", "defendant in absence", "witness"] = "defendant"
    sentence: str = ""
    outcome: str = ""
    rehabilitated: str | int | None = None

    @property
    def to_death(self) -> bool:
        """Whether the sentence was death, whatever became of it."""
        return self.sentence.startswith("death")

    @property
    def confined(self) -> bool:
        """Whether the sentence took away freedom: years in prison, a camp or exile."""
        return any(w in self.sentence for w in ("prison", "camp", "exile", "banish", "years"))


@dataclass(frozen=True, slots=True)
class Trial(Entry):
    """An entry of a register of trials."""

    __pydantic_config__: ClassVar = STRICT
    short: str = ""  # a few letters, for pictures: "The Sixteen"
    dates: str | int | None = None  # EDTF: a date or an interval
    place: str = ""
    court: str = ""
    bench: tuple[str, ...] = ()
    prosecutors: tuple[str, ...] = ()
    charges: str = ""
    count: int | None = None
    complete: bool = False
    accused: tuple[Accused, ...] = ()

    @property
    def label(self) -> str:
        """What a picture or a table calls it."""
        return self.short or self.heading.partition(" (")[0]

    @property
    def defendants(self) -> tuple[Accused, ...]:
        """The accused of the register without the witnesses."""
        return tuple(a for a in self.accused if a.role != "witness")

    @property
    def number(self) -> int | None:
        """How many were accused; None if the register does not know."""
        return self.count if self.count is not None else len(self.defendants) if self.complete else None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says in a disagreement."""

    __pydantic_config__: ClassVar = STRICT
    says: str
    source: str = ""
    where: str = ""
    short: str = ""  # the answer in a few words, for the note beside the text: "eighteen"
    counts: str = ""  # what a figure counts: "executed, 1936–1939"
    low: int | None = None  # the figure, or the least of a range
    high: int | None = None  # the greatest of a range


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A recorded place where sources contradict one another."""

    __pydantic_config__: ClassVar = STRICT
    about: str
    claims: tuple[Claim, ...]
    editor: str = ""
    theme: str = ""  # a heading above this and what follows, up to the next theme


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the chronology."""

    __pydantic_config__: ClassVar = STRICT
    date: str | int  # EDTF
    event: str
    sources: tuple[str, ...] = ()  # none: the editors add it
    disagreement: str = ""


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where a source, as transmitted, is damaged, and what the book does about it."""

    __pydantic_config__: ClassVar = STRICT
    source: str
    where: str
    stood: str  # what stands there
    why: str
    mended: bool
    printed: str = ""  # what the book reads instead


@dataclass(frozen=True, slots=True)
class Decision:
    """What the editor decided about words of a text: whom they name."""

    __pydantic_config__: ClassVar = STRICT
    text: str  # the id of the text
    words: str
    entry: str  # an id of a register, or `NOBODY`
    near: str = ""  # words around and with them, as many as it takes to find the place; all places if empty
    register: str = ""  # with “none”: whose entries they do not name; those of all registers if empty
    because: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The file of decisions."""

    __pydantic_config__: ClassVar = STRICT
    mentions: tuple[Decision, ...] = ()
    no_names: tuple[str, ...] = ()  # capitalised words that are no names for a register: “Politburo”


@dataclass(frozen=True, slots=True)
class Registers:
    """All data beside the outline: registers by name; disagreements, bibliography and records by id."""

    entries: dict[str, dict[str, Entry]]
    disagreements: dict[str, Disagreement]
    sources: dict[str, dict[str, object]]
    chronology: dict[str, Event] = field(default_factory=dict)
    emendations: dict[str, Damage] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    decided_at: tuple[Place, ...] = ()  # where each decision about a mention stands

    def of(self, kind: type[EntryKind]) -> dict[str, EntryKind]:
        """Every entry of a kind (`Person`, `Trial`), of whichever register."""
        return {k: e for entries in self.entries.values() for k, e in entries.items() if isinstance(e, kind)}
