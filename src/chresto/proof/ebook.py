"""The finished EPUB and the parts it was made from → queries for what does not hold, and figures."""

import zipfile

from lxml import etree

from chresto.doors.epubcheck import Unavailable, check
from chresto.parts import Parts
from chresto.proof.epub_index import indexes
from chresto.proof.epub_lints import headings, languages, links, notes, pictures
from chresto.proof.epub_pages import page_list, page_starts, words
from chresto.proof.epub_read import read
from chresto.queries import Place, Queries, Severity

ERRORS = ("FATAL", "ERROR")
WARNINGS = ("WARNING",)


def proof_ebook(epub: bytes, parts: Parts, queries: Queries, *, thorough: bool = False) -> dict[str, int]:
    """What was looked at and how many of each; `thorough` adds EPUBCheck, which takes some seconds."""
    try:
        book = read(epub)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        queries.add("ebook-wrong", f"the e-book cannot be read: {error}", Place("EPUB"))
        return {}
    headings(book, queries)
    pictures(book, queries)
    languages(book, queries)
    figures = {
        "page marks": page_list(book, parts, queries),
        "page starts": page_starts(book, parts, queries),
        "e-book blocks": words(book, parts, queries),
        "e-book notes": notes(book, queries),
        **indexes(book, parts, queries),
        "e-book links": links(book, queries),
    }
    if thorough:
        figures["EPUBCheck messages"] = _standard(epub, queries)
    return figures


def _standard(epub: bytes, queries: Queries) -> int:
    """EPUBCheck's errors and warnings as queries; its remarks on usage are none."""
    try:
        remarks = check(epub)
    except Unavailable as missing:
        queries.add("setup-missing", str(missing), hint="make set-up brings both", severity="warning")
        return 0
    found = [r for r in remarks if r.severity in (*ERRORS, *WARNINGS)]
    for remark in found:
        where = Place(remark.path or "EPUB", remark.line, remark.column)
        severity: Severity = "error" if remark.severity in ERRORS else "warning"
        queries.add("epubcheck", f"{remark.id}: {remark.message}", where, severity=severity)
    return len(found)
