"""An e-book as read → queries for what the standard's checker does not see: it knows files, not meanings.

Some lints return how many things they looked at.
"""

from collections.abc import Iterator
from itertools import pairwise

from lxml.etree import _Element as Element

from chresto.proof.epub_read import LANG, TYPE, Ebook, X
from chresto.queries import Place, Queries
from chresto.scripts import MIXED, SCRIPTS, script_of

OUTSIDE = ("https:", "http:", "mailto:")
#: Languages by script, where a wrong one makes a screen reader spell letter by letter.
LANGUAGES = {
    script: tuple(k for k, v in SCRIPTS.items() if v == script or (script == "Chinese" and v in MIXED))
    for script in SCRIPTS.values()
}
WITHOUT_HEADING = ("cover", "copyright-page")


def links(book: Ebook, queries: Queries) -> int:
    """Every link and every source inside the e-book leads to something that is there."""
    looked = 0
    for file, root in book.documents.items():
        for element in root.iter():
            for attribute in ("href", "src"):
                address = element.get(attribute)
                if address is None or address.startswith(OUTSIDE):
                    continue
                looked += 1
                path, name = book.target(file, address)
                if path not in book.files or (name and (path, name) not in book.at):
                    queries.add("link-broken", f"the link “{address}” leads nowhere", Place(file))
    return looked


def notes(book: Ebook, queries: Queries) -> int:
    """Each call leads to its note, each note back to its call, with the same mark, in the same order."""
    looked = 0
    for file, root in book.documents.items():
        calls = [a for a in root.iter(f"{X}a") if a.get("role") == "doc-noteref"]
        asides = [a for a in root.iter(f"{X}aside") if a.get("role") == "doc-footnote"]
        looked += len(asides)
        wanted = [(a.get("href") or "").removeprefix("#") for a in calls]
        if wanted != [a.get("id") for a in asides]:
            queries.add("note-astray", "calls and notes are not one to one, in one order", Place(file))
            continue
        for call, aside in zip(calls, asides, strict=True):
            back = next((a for a in aside.iter(f"{X}a") if a.get("role") == "doc-backlink"), None)
            place = Place(f"{file}#{aside.get('id')}")
            if back is None or back.get("href") != f"#{call.get('id')}":
                queries.add("note-astray", "the note does not lead back to its call", place)
            elif _words(back) != _words(call):
                queries.add(
                    "note-astray", f"the note is marked “{_words(back)}”, its call “{_words(call)}”", place
                )
    return looked


def headings(book: Ebook, queries: Queries) -> None:
    """One h1 in each document of text, no level left out, nothing empty."""
    for file, root in book.documents.items():
        types = {kind for e in root.iter() for kind in (e.get(TYPE) or "").split()}
        found = [(int(str(e.tag)[-1]), e) for e in root.iter(*(f"{X}h{n}" for n in range(1, 7)))]
        if types & set(WITHOUT_HEADING) and not found:
            continue
        if [level for level, _ in found].count(1) != 1:
            queries.add("ebook-wrong", "there is not exactly one heading of the first level", Place(file))
        for (above, _), (level, element) in pairwise(found):
            if level > above + 1:
                queries.add("ebook-wrong", f"the heading “{_words(element)}” leaves out a level", Place(file))
        for _, element in found:
            if not _words(element):
                queries.add("ebook-wrong", "a heading without words", Place(file))
            if any(e.get("role") == "doc-pagebreak" for e in element.iter()):
                queries.add(
                    "page-list-wrong", f"a page mark stands in the heading “{_words(element)}”", Place(file)
                )


def pictures(book: Ebook, queries: Queries) -> None:
    """Each picture says what it shows."""
    for file, root in book.documents.items():
        for picture in root.iter(f"{X}img"):
            if not (picture.get("alt") or "").strip() and picture.get("role") != "presentation":
                queries.add(
                    "ebook-wrong", f"the picture {picture.get('src')} has no alternative text", Place(file)
                )


def languages(book: Ebook, queries: Queries) -> None:
    """Each document has its language, said alike in both ways; words in another script are marked."""
    for file, root in book.documents.items():
        if not root.get("lang"):
            queries.add("ebook-wrong", "the document has no language", Place(file))
        for element in root.iter():
            if isinstance(element.tag, str) and element.get("lang") != element.get(LANG):
                queries.add(
                    "ebook-wrong",
                    f"lang and xml:lang of <{element.tag[len(X) :]}> are not the same",
                    Place(file),
                )
        for words, language in _spoken(root, ""):
            script = next((s for c in words if c.isalpha() and (s := script_of(c)) in LANGUAGES), "")
            if script and language.split("-")[0] not in (*LANGUAGES[script], "und"):
                shown = " ".join(words.split())[:40]
                hint = f"[{shown}]{{lang={LANGUAGES[script][0]}}}, or whichever it is"
                queries.add(
                    "ebook-wrong",
                    f"“{shown}” is not marked as another language",
                    Place(file),
                    hint=hint,
                    severity="warning",
                )


def _spoken(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """Every string with its language."""
    if not isinstance(element.tag, str):
        return
    own = element.get("lang") or language
    if element.text:
        yield element.text, own
    for child in element:
        yield from _spoken(child, own)
        if child.tail:
            yield child.tail, own


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
