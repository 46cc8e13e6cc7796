"""A printed index and the e-book's targets → the file of the index, in the vocabulary of EPUB Indexes 1.0.

The standard: https://idpf.org/epub/idx.  Run-in or indented, the e-book has a list in a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chresto.doors.templates import Templates
from chresto.entries import CrossReference, Heading, PrintedHeading, PrintedIndex, PrintedLocator
from chresto.forms import Division
from chresto.letters import blocks
from chresto.package.document import parsed, written
from chresto.package.legend import Row, legend
from chresto.package.links import Targets
from chresto.package.places import Ends, place_id
from chresto.package.script import script_tag
from chresto.package.sheet import Marks, page_id
from chresto.queries import Place, Queries

#: What a screen reader hears beside the number, where the eye sees bold.
PRINCIPAL = "principal passage"
DASH = "–"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the template writes it."""

    words: str
    href: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A locator: one link, or the two ends of a range.

    `kind` is in EPUB's vocabulary of structure; "figure" and "table" are not used, which the standard has for
    locators and EPUBCheck remarks on.
    """

    links: tuple[Link, ...]
    ranged: bool = False
    principal: bool = False
    italic: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference: a link, and the title of the index that it leads to if that is another one."""

    words: str
    href: str
    index: str = ""


@dataclass(frozen=True, slots=True)
class Sub:
    """A sub-heading as the template writes it; `marks` are the pages that start at it."""

    id: str
    term: str
    locators: tuple[Located, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the template writes it; `marks` are the pages that start at it, `after` behind its subs."""

    id: str
    term: str
    locators: tuple[Located, ...]
    subs: tuple[Sub, ...]
    see: tuple[Reference, ...]
    see_also: tuple[Reference, ...]
    marks: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one letter; `marks` are the pages that start with the letter."""

    id: str
    letter: str
    lines: tuple[Line, ...]
    marks: tuple[str, ...]


def index_of(division: Division, indexes: dict[str, PrintedIndex]) -> PrintedIndex | None:
    """The printed index of a division, by the id that the outline gives it."""
    name = (
        division.item.index if division.item and division.item.index else division.id.removeprefix("index-")
    )
    return indexes.get(name) or indexes.get(division.id)


def letters_of(index: PrintedIndex | None) -> list[str]:
    """The letters of the groups of an index, in order."""
    found: list[str] = []
    for heading in index.headings if index else ():
        if not found or found[-1] != heading.heading.group:
            found.append(heading.heading.group)
    return found


def letter_id(division: Division, number: int) -> str:
    """The id of the heading of a group, by its number from 1."""
    return f"{division.id}-letter-{number}"


def index_ids(division: Division, index: PrintedIndex | None, marks: Marks) -> list[str]:
    """Every id that the file of the index will have."""
    headings = index.headings if index else ()
    entries = [name for h in headings for name in (h.heading.id, *(sub.id for sub in h.subs))]
    letters = [letter_id(division, n) for n, _ in enumerate(letters_of(index), 1)]
    pages = [page_id(folio) for folios in marks.at.values() for folio in folios]
    return [division.id, *letters, *entries, *pages]


def index_file(  # noqa: PLR0913  -- what a file of an index is made of
    division: Division,
    index: PrintedIndex,
    marks: Marks,
    targets: Targets,
    ends: Ends,
    *,
    language: str,
    templates: Templates,
    queries: Queries,
) -> bytes:
    """The file's bytes."""
    writer = _Writer(division, index, f"{division.id}.xhtml", targets, ends, queries)
    names = [f"{division.id}-title", f"{division.id}-headnote", *index_ids(division, index, Marks())[1:]]
    names += [f"{h.heading.id}-also" for h in index.headings if h.subs]
    at = _settled(marks, division, names)
    groups: list[Group] = []
    for heading in index.headings:
        line = writer.line(heading, at)
        if groups and groups[-1].letter == heading.heading.group:
            groups[-1] = replace(groups[-1], lines=(*groups[-1].lines, line))
        else:
            name = letter_id(division, len(groups) + 1)
            groups.append(Group(name, heading.heading.group, (line,), tuple(at.get(name, ()))))
    rows: tuple[Row, ...] = legend(index, ends)
    text = templates.fill(
        "index.xhtml.j2",
        id=division.id,
        title=division.title,
        language=language,
        headnote=index.index.headnote,
        legend=rows,
        groups=groups,
        script=script_tag,
        marks=[*at.get("", ()), *at.get(names[0], ()), *at.get(names[1], ())],
        end=at.get("end", ()),
    )
    return written(parsed(text, "index.xhtml.j2", queries))


def _settled(marks: Marks, division: Division, names: Sequence[str]) -> dict[str, list[str]]:
    """The page marks at ids that the file has; one at another block stands before what follows."""
    known = {"", *names}
    result = {name: list(folios) for name, folios in marks.at.items() if name in known}
    waiting: list[str] = []
    for block in blocks(division.tree) if division.tree is not None else ():
        name = str(block.get("id"))
        if name not in known:
            waiting += marks.at.get(name, ())
        elif waiting:
            result[name] = [*waiting, *result.get(name, ())]
            waiting = []
    result["end"] = [*waiting, *marks.at.get("end", ())]
    return result


@dataclass(frozen=True, slots=True)
class _Writer:
    division: Division
    index: PrintedIndex
    file: str
    targets: Targets
    ends: Ends
    queries: Queries

    def line(self, heading: PrintedHeading, at: dict[str, list[str]]) -> Line:
        one = heading.heading

        def located(found: Sequence[PrintedLocator]) -> tuple[Located, ...]:
            return tuple(self.located(one, locator) for locator in found)

        subs = tuple(
            Sub(sub.id, sub.words, located(sub.locators), tuple(at.get(sub.id, ()))) for sub in heading.subs
        )
        see, also = self.references(one.heading, one.see), self.references(one.heading, one.see_also)
        begins, ends = (tuple(at.get(name, ())) for name in (one.id, f"{one.id}-also"))
        return Line(one.id, one.heading, located(heading.locators), subs, see, also, begins, ends)

    def references(self, heading: str, found: Sequence[CrossReference]) -> tuple[Reference, ...]:
        result: list[Reference] = []
        for one in found:
            href = self.targets.href(one.target, file=self.file)
            if href is None:
                self.queries.add(
                    "link-unknown", f"a cross-reference of “{heading}” leads nowhere", Place(self.division.id)
                )
            else:
                result.append(Reference(one.heading, href, one.index))
        return tuple(result)

    def located(self, heading: Heading, locator: PrintedLocator) -> Located:
        """To the very word; to the page if the edition hides the passage."""
        pages = self.ends.folios.pages
        first, last = (pages[number].folio for number in locator.pages)
        mention = self.ends.first(self.index.index.id, heading.entry, locator)
        kind = "footnote" if mention is not None and mention.note else ""
        begins, dash, stops = locator.label.partition(DASH)
        to_first = self.href(heading.heading, locator.label, place_id(locator.target), first)
        more = f", {PRINCIPAL}" if locator.principal else ""
        links: tuple[Link, ...]
        if locator.pages[0] == locator.pages[1] or not dash:
            links = (Link(locator.label, to_first, locator.spoken + more),)
        else:
            final = self.ends.last(self.index.index.id, heading.entry, locator)
            name = place_id(final.start) if final else page_id(last)
            to_last = self.href(heading.heading, locator.label, name, last)
            said, _, until = locator.spoken.partition(" to ")
            links = (
                Link(begins, to_first, f"from {said if until else begins}"),
                Link(stops, to_last, f"to {until or last}{more}"),
            )
        italic = bool(locator.kind) and self.index.index.spec.pictures == "italic"
        return Located(links, len(links) > 1, locator.principal, italic, kind)

    def href(self, heading: str, label: str, name: str, folio: str) -> str:
        found = self.targets.href(name, file=self.file) or self.targets.href(page_id(folio), file=self.file)
        if found is None:
            self.queries.add(
                "link-unknown", f"the locator {label} of “{heading}” leads nowhere", Place(self.division.id)
            )
        return found or self.file
