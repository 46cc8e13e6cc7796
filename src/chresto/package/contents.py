"""The lines of the contents and the pages → the navigation document, which is the contents, and the NCX."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from chresto.doors.templates import Templates
from chresto.forms import Division
from chresto.package.document import parsed, written
from chresto.package.links import Targets
from chresto.package.sheet import Marks, page_id
from chresto.queries import Queries

NAME = "contents.xhtml"
TITLE = "Contents"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents with those below it."""

    label: str
    href: str
    language: str = ""
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that every reader wants to find: its kind in EPUB's vocabulary, its name."""

    kind: str
    href: str
    label: str
    letter: str = ""  # of a group of an index, in its script
    script: str = ""


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A line of the page list."""

    folio: str
    href: str
    kind: str  # "front" or "normal", for the NCX


@dataclass(frozen=True, slots=True)
class Navigation:
    """All that the navigation document and the NCX list."""

    entries: tuple[Entry, ...]
    landmarks: tuple[Landmark, ...]
    pages: tuple[PageTarget, ...]


def entries(lines: Sequence[tuple[Division, str, str]], book_language: str) -> tuple[Entry, ...]:
    """Two levels: what stands in a part below it, the rest above.  `lines`: division, label, file."""
    result: list[Entry] = []
    held: dict[str, int] = {}
    for division, label, href in lines:
        language = (division.tree.get("lang") or "") if division.tree is not None else ""
        entry = Entry(label, href, "" if language == book_language else language)
        if division.part in held:
            above = result[held[division.part]]
            result[held[division.part]] = replace(above, below=(*above.below, entry))
        else:
            if division.kind == "part":
                held[division.id] = len(result)
            result.append(entry)
    return tuple(result)


def page_targets(folios: Sequence[str], targets: Targets) -> tuple[PageTarget, ...]:
    """The page list: every folio in the order of the book."""
    found = ((folio, targets.href(page_id(folio))) for folio in folios)
    return tuple(PageTarget(f, href, "normal" if f.isdecimal() else "front") for f, href in found if href)


def contents_file(
    division: Division | None,
    navigation: Navigation,
    marks: Marks,
    language: str,
    templates: Templates,
    queries: Queries,
) -> bytes:
    """The navigation document's bytes."""
    text = templates.fill(
        "contents.xhtml.j2",
        id=division.id if division else "contents",
        title=division.title if division else TITLE,
        language=language,
        navigation=navigation,
        marks=marks.at.get("", ()),
        end=marks.at.get("end", ()),
    )
    return written(parsed(text, "contents.xhtml.j2", queries))


def ncx_file(
    values: Mapping[str, object], navigation: Navigation, templates: Templates, queries: Queries
) -> bytes:
    """The NCX's bytes, for readers of EPUB 2; `values`: title, identifier, language."""
    figures = [int(p.folio) for p in navigation.pages if p.folio.isdecimal()]
    depth = 2 if any(e.below for e in navigation.entries) else 1
    count = len(navigation.entries) + sum(len(e.below) for e in navigation.entries)
    text = templates.fill(
        "toc.ncx.j2",
        **values,
        navigation=navigation,
        depth=depth,
        count=count,
        greatest=max(figures, default=0),
    )
    root = parsed(text, "toc.ncx.j2", queries)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
