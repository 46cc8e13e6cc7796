"""The forms of an index between the stages: headings, locators, cross-references; then as printed.  Types."""

from dataclasses import dataclass
from typing import Literal

from chresto.book import IndexSpec
from chresto.forms import Spot

#: What a mention stands in, if it is not running text.
Kind = Literal["", "figure", "table"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where an index entry leads, before pages are known."""

    start: Spot  # the first letter of the first mention
    end: Spot  # the first letter of the last mention; the last letter of a passage
    note: str = ""
    principal: bool = False
    under: str = ""  # the sub-heading that a mark gives it
    within: str = ""  # the sub-heading it has otherwise: a relation, an author, the title of its text
    instead: str = ""  # the sub-heading it has where too many stand under that
    kind: Kind = ""  # what its caption or cells belong to


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A see or see also: the heading it leads to and that entry's id in the index."""

    heading: str
    target: str
    index: str = ""  # the title of the index that has the heading, if it is another one


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of an index, with the letter (or script) that it stands under."""

    id: str  # "ix-people-zinoviev"; a see-reference has "ix-people-zinoviev-see-2"
    heading: str
    group: str
    entry: str = ""  # the id that its mentions have; empty of a see-reference
    locators: tuple[Locator, ...] = ()
    see: tuple[CrossReference, ...] = ()
    see_also: tuple[CrossReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """A collated index: headings in order."""

    id: str
    title: str
    headnote: str
    headings: tuple[Heading, ...]
    spec: IndexSpec
    language: str = "en"  # that of the book
    people: bool = False  # whether its headings are those of people


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A sub-heading with its locators as printed."""

    id: str  # "ix-people-zinoviev-sub-2"
    words: str
    locators: tuple["PrintedLocator", ...]


@dataclass(frozen=True, slots=True)
class PrintedHeading:
    """A heading with its locators as printed, or with sub-headings that have them."""

    heading: Heading
    locators: tuple["PrintedLocator", ...]
    subs: tuple[SubHeading, ...] = ()
    suppressed: tuple[tuple[int, str], ...] = ()  # pages with a mention that are not named, and why

    @property
    def all(self) -> tuple["PrintedLocator", ...]:
        """Every locator under the heading, in the order in which it is printed."""
        return (*self.locators, *(locator for sub in self.subs for locator in sub.locators))


@dataclass(frozen=True, slots=True)
class PrintedIndex:
    """An index with its folios."""

    index: Index
    headings: tuple[PrintedHeading, ...]


@dataclass(frozen=True, slots=True)
class PrintedLocator:
    """A locator with its folios: what is printed ("45", "45–47", "45n") and where it leads."""

    label: str
    spoken: str  # "45 to 47", "45, note 3"
    target: Spot
    pages: tuple[int, int]  # the first and the last of its pages, as indexes into `Folios.pages`
    principal: bool = False
    kind: Kind = ""
