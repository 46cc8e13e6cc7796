"""The outline, an edition and what the e-book truly has → the statements of its package document."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from chresto import __version__
from chresto.book import Contributor, Outline
from chresto.doors.ebook import Statement

#: Roles of those who made the text; the others helped.
CREATORS = ("aut", "edt", "trl", "ann")
ARTICLES = ("The ", "A ", "An ")


@dataclass(frozen=True, slots=True)
class Has:
    """What the e-book has, as far as it matters to somebody who reads it by ear or hand."""

    pages: bool
    index: bool
    pictures: bool
    described: bool  # every picture has an alternative text
    notes: bool


def identifier(outline: Outline, edition: str) -> str:
    """The book's own identifier for the first edition of the outline; one derived from it for each other."""
    book = outline.book
    if edition == next(iter(outline.editions), edition):
        return book.identifier
    return uuid5(NAMESPACE_URL, f"{book.identifier}#{edition}").urn


def statements(outline: Outline, edition: str, has: Has) -> tuple[Statement, ...]:
    """All of them, in order.  The identifier is not among them."""
    book = outline.book
    one = outline.editions.get(edition)
    result = [
        Statement(
            "dc:title",
            book.title,
            "title",
            (("title-type", "main"), ("file-as", filed(book.title)), ("display-seq", "1")),
        )
    ]
    if book.subtitle:
        result.append(
            Statement(
                "dc:title", book.subtitle, "subtitle", (("title-type", "subtitle"), ("display-seq", "2"))
            )
        )
    if one and one.title:
        result.append(
            Statement("dc:title", one.title, "edition", (("title-type", "edition"), ("display-seq", "3")))
        )
    result.append(Statement("dc:language", book.language))
    result += _people(book.contributors)
    result.append(Statement("dc:contributor", f"chresto {__version__}", "maker", (("role", "bkp"),)))
    if book.publisher:
        result.append(Statement("dc:publisher", book.publisher))
    result.append(Statement("dc:date", book.date))
    if book.description:
        result.append(Statement("dc:description", " ".join(book.description.split())))
    result += [Statement("dc:subject", subject) for subject in book.subjects]
    result.append(Statement("dc:rights", book.rights))
    if has.pages:
        result.append(Statement("pageBreakSource", book.identifier))
    return (*result, *_access(has))


def filed(title: str) -> str:
    """A title as a catalogue sorts it.

    >>> filed("The Moscow Trials"), filed("Moscow")
    ('Moscow Trials, The', 'Moscow')
    """
    article = next((a for a in ARTICLES if title.startswith(a)), "")
    return f"{title.removeprefix(article)}, {article.strip()}" if article else title


def _people(contributors: Sequence[Contributor]) -> list[Statement]:
    result = []
    for number, person in enumerate(contributors, 1):
        name = "dc:creator" if person.role in CREATORS else "dc:contributor"
        refines = (("role", person.role), ("file-as", person.file_as), ("display-seq", str(number)))
        result.append(Statement(name, person.name, f"person-{number}", refines))
    return result


def _access(has: Has) -> list[Statement]:
    """Accessibility metadata.  Never that the book conforms to a standard: that is for a person to say."""
    modes = ["textual", "visual"] if has.pictures else ["textual"]
    sufficient = ["textual"] if has.described or not has.pictures else ["textual,visual"]
    features = {
        "alternativeText": has.pictures and has.described,
        "ARIA": True,
        "displayTransformability": True,
        "index": has.index,
        "pageBreakMarkers": has.pages,
        "pageNavigation": has.pages,
        "readingOrder": True,
        "structuralNavigation": True,
        "tableOfContents": True,
    }
    result = [Statement("schema:accessMode", mode) for mode in modes]
    result += [Statement("schema:accessModeSufficient", mode) for mode in sufficient]
    result += [Statement("schema:accessibilityFeature", name) for name, there in features.items() if there]
    result.append(Statement("schema:accessibilityHazard", "none"))
    result.append(Statement("schema:accessibilitySummary", summary(has)))
    return result


def summary(has: Has) -> str:
    """What the book offers, in words."""
    lists = ["headings", "a table of contents"]
    if has.index:
        lists.append("an index")
    if has.pages:
        lists.append("the page numbers of the printed book")
    told = f"The text is reached through {', '.join(lists[:-1])} and {lists[-1]}."
    if has.index:
        told += " Words to which an index leads are links that lead back to it."
    if has.notes:
        told += " Notes are links that lead back."
    if has.pictures:
        told += (
            " Every picture has a text alternative."
            if has.described
            else " Some pictures have no text alternative."
        )
    return told
