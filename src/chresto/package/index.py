"""A printed index and the e-book's targets → the file of the index, in the vocabulary of EPUB Indexes 1.0."""

from dataclasses import dataclass

from chresto.doors.templates import Templates
from chresto.forms import Division, PrintedHeading, PrintedIndex, PrintedLocator
from chresto.package.document import parsed, written
from chresto.package.links import Targets
from chresto.package.places import place_id
from chresto.package.sheet import Marks, page_id
from chresto.queries import Place, Queries


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the template writes it."""

    words: str
    href: str
    spoken: str = ""
    ranged: bool = False
    principal: bool = False


@dataclass(frozen=True, slots=True)
class Sub:
    """A sub-heading as the template writes it; `marks` are the pages that start at it."""

    id: str
    term: str
    locators: tuple[Link, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the template writes it; `marks` are the pages that start at it, `after` behind its subs."""

    id: str
    term: str
    locators: tuple[Link, ...]
    subs: tuple[Sub, ...]
    see: tuple[Link, ...]
    see_also: tuple[Link, ...]
    marks: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one letter; `marks` are the pages that start with the letter."""

    letter: str
    lines: tuple[Line, ...]
    marks: tuple[str, ...]


def index_of(division: Division, indexes: dict[str, PrintedIndex]) -> PrintedIndex | None:
    """The printed index of a division, by the id that the outline gives it."""
    name = (
        division.item.index if division.item and division.item.index else division.id.removeprefix("index-")
    )
    return indexes.get(name) or indexes.get(division.id)


def index_ids(division: Division, index: PrintedIndex | None, marks: Marks) -> list[str]:
    """Every id that the file of the index will have."""
    headings = index.headings if index else ()
    entries = [name for h in headings for name in (h.heading.id, *(sub.id for sub in h.subs))]
    return [division.id, *entries, *(page_id(folio) for folios in marks.at.values() for folio in folios)]


def index_file(
    division: Division,
    index: PrintedIndex,
    marks: Marks,
    targets: Targets,
    language: str,
    templates: Templates,
    queries: Queries,
) -> bytes:
    """The file's bytes."""
    writer = _Writer(division, f"{division.id}.xhtml", targets, queries)
    groups: list[Group] = []
    for heading in index.headings:
        line = writer.line(heading, marks)
        if groups and groups[-1].letter == heading.heading.group:
            groups[-1] = Group(groups[-1].letter, (*groups[-1].lines, line), groups[-1].marks)
        else:
            before = tuple(marks.at.get(f"{division.id}-letter-{len(groups) + 1}", ()))
            groups.append(Group(heading.heading.group, (line,), before))
    text = templates.fill(
        "index.xhtml.j2",
        id=division.id,
        title=division.title,
        language=language,
        headnote=index.index.headnote,
        groups=groups,
        marks=[
            *marks.at.get("", ()),
            *marks.at.get(f"{division.id}-title", ()),
            *marks.at.get(f"{division.id}-headnote", ()),
        ],
        end=marks.at.get("end", ()),
    )
    return written(parsed(text, "index.xhtml.j2", queries))


@dataclass(frozen=True, slots=True)
class _Writer:
    division: Division
    file: str
    targets: Targets
    queries: Queries

    def line(self, heading: PrintedHeading, marks: Marks) -> Line:
        one = heading.heading
        see = tuple(
            Link(r.heading, href) for r in one.see if (href := self.targets.href(r.target, file=self.file))
        )
        also = tuple(
            Link(r.heading, href)
            for r in one.see_also
            if (href := self.targets.href(r.target, file=self.file))
        )
        if len(see) + len(also) < len(one.see) + len(one.see_also):
            self.queries.add(
                "link-unknown", f"a cross-reference of “{one.heading}” leads nowhere", Place(self.division.id)
            )
        links = tuple(self.link(one.heading, locator) for locator in heading.locators)
        subs = tuple(
            Sub(
                sub.id,
                sub.words,
                tuple(self.link(one.heading, locator) for locator in sub.locators),
                tuple(marks.at.get(sub.id, ())),
            )
            for sub in heading.subs
        )
        begins, ends = (tuple(marks.at.get(name, ())) for name in (one.id, f"{one.id}-also"))
        return Line(one.id, one.heading, links, subs, see, also, begins, ends)

    def link(self, heading: str, locator: PrintedLocator) -> Link:
        """To the very word; to the page if the edition hides the passage."""
        folio = locator.label.split("–")[0].rstrip("n")
        found = self.targets.href(place_id(locator.target), file=self.file) or self.targets.href(
            page_id(folio), file=self.file
        )
        if found is None:
            self.queries.add(
                "link-unknown",
                f"the locator {locator.label} of “{heading}” leads nowhere",
                Place(self.division.id),
            )
        return Link(
            locator.label, found or self.file, locator.spoken, "–" in locator.label, locator.principal
        )
