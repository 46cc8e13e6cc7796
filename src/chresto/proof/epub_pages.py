"""An e-book as read and its parts → queries where its pages or words are not those of the printed book."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from chresto.forms import Division, Run
from chresto.letters import blocks, is_note, offset_of_letter, only, text_of
from chresto.parts import Parts
from chresto.proof.epub_read import TYPE, Ebook, Mark, X
from chresto.queries import Place, Queries

#: The first letters of an opening stand at most so far behind its mark (its number comes before the title),
#: as do those of a page of an index, where an entry may begin on the page before.
OPENING = 300
LETTERS = 16
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")  # a mark stands before the whole of them


def page_list(book: Ebook, parts: Parts, queries: Queries) -> int:
    """Marks, page list and printed pages are the same, in the same order."""
    printed = [page.folio for page in parts.folios.pages]
    marked = [mark.folio for mark in book.marks]
    listed: list[str] = []
    nav = (
        next((n for n in book.navigation.iter(f"{X}nav") if n.get(TYPE) == "page-list"), None)
        if book.navigation is not None
        else None
    )
    for link in nav.iter(f"{X}a") if nav is not None else ():
        listed.append("".join(link.itertext()))
        target = book.elements.get(book.target(book.nav_name, link.get("href") or ""))
        if target is None or target.get("aria-label") != listed[-1]:
            queries.add(
                "page-list-wrong",
                f"page {listed[-1]} of the page list leads to another place",
                Place(book.nav_name),
            )
    if marked != printed:
        queries.add("page-list-wrong", f"marks: {_first_difference(marked, printed)}", Place("EPUB"))
    if listed != printed:
        queries.add(
            "page-list-wrong", f"page list: {_first_difference(listed, printed)}", Place(book.nav_name)
        )
    return len(marked)


def _first_difference(found: list[str], wanted: list[str]) -> str:
    for n, (one, other) in enumerate(zip(found, wanted, strict=False)):
        if one != other:
            return f"number {n + 1} is {one}, not {other}"
    return f"there are {len(found)}, not {len(wanted)}"


def page_starts(book: Ebook, parts: Parts, queries: Queries) -> int:
    """Right behind each mark stand the words with which the printed page starts."""
    marks: dict[str, Mark] = {mark.folio: mark for mark in book.marks}
    texts = {d.id: _texts(d) for d in parts.divisions if d.tree is not None and d.kind != "contents"}
    indexes = {d.id for d in parts.divisions if d.kind == "index"}
    headings = {
        str(h.get("id")) for d in parts.divisions if d.tree is not None for h in d.tree.iter(*HEADINGS)
    }
    looked = 0
    for page in parts.folios.pages:
        if page.blank or page.division not in texts or page.folio not in marks:
            continue
        text = texts[page.division]
        runs = [r for r in parts.folios.maps[page.division].pages[page.number].runs if r.block in text]
        if not runs:
            continue
        looked += 1
        loose = page.number == 0 or page.division in indexes or runs[0].block in headings
        found = book.letters[marks[page.folio].at :][: OPENING + LETTERS]
        if not any(_stands(found, text[run.block], run, loose=loose) for run in runs[:3]):
            words = only(text[runs[0].block])[runs[0].first :][:LETTERS]
            place = Place(f"{page.division}, page {page.folio}")
            queries.add(
                "page-list-wrong", f"page {page.folio} does not start at “{words}” as in print", place
            )
    return looked


def _stands(found: str, text: str, run: Run, *, loose: bool) -> bool:
    """Whether the run begins where `found` does, or, if it begins inside a word, with that word."""
    letters = only(text)
    wanted = letters[run.first : run.last][:LETTERS]
    if loose:
        return bool(wanted) and wanted.casefold() in found.casefold()
    at = offset_of_letter(text, run.first) or 0
    word = only(re.split(r"[^\w’']", text[:at])[-1])
    return bool(wanted) and found.startswith(word + wanted)


def _texts(division: Division) -> dict[str, str]:
    """The text of each block that the e-book has, notes left out."""
    return {
        str(b.get("id")): text_of(b)
        for b in _shown(division)
        if not any(is_note(a) for a in b.iterancestors())
    }


def _shown(division: Division) -> Iterator[Element]:
    for block in blocks(division.tree) if division.tree is not None else ():
        held = (block, *block.iterancestors())
        if not any({"absent", "half-title"} & set((e.get("class") or "").split()) for e in held):
            yield block


def words(book: Ebook, parts: Parts, queries: Queries) -> int:
    """Every block of the text stands in the e-book, letter for letter."""
    held = {name: element for (_, name), element in book.elements.items()}
    looked = 0
    for division in parts.divisions:
        if division.kind in ("contents", "index"):
            continue
        shown = list(_shown(division))
        names = {str(b.get("id")) for b in shown}
        for block in shown:
            name = str(block.get("id"))
            looked += 1
            found = only(_own_text(held[name], names)) if name in held else None
            if found != only(text_of(block)):
                what = "is not in the e-book" if found is None else "has other words in the e-book"
                queries.add("ebook-wrong", f"“{name}” {what}", Place(division.id))
    return looked


def _own_text(element: Element, names: set[str]) -> str:
    """The text of an element without blocks in it, calls, links back, voices, folios of page references."""
    parts = [element.text or ""]
    for child in element:
        silent = child.get("role") in ("doc-noteref", "doc-backlink") or child.get("class") == "voice"
        if child.get("class") == "page":
            parts.append("".join(child.itertext()).rpartition("\u00a0")[0])
        elif not silent and child.get("id") not in names:
            parts.append(_own_text(child, names))
        parts.append(child.tail or "")
    return "".join(parts)
