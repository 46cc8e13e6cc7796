"""The PDF, the EPUB and their parts → every check of both, as queries and figures."""

from chresto.doors import pdfium
from chresto.letters import only
from chresto.parts import Parts
from chresto.proof.ebook import proof_ebook
from chresto.proof.headings import proof_headings
from chresto.proof.locators import proof_locators
from chresto.proof.notes import proof_notes
from chresto.proof.sheets import proof_sheets
from chresto.proof.words import proof_words
from chresto.queries import Queries


def proof(pdf: bytes, epub: bytes, parts: Parts, queries: Queries, *, thorough: bool) -> dict[str, int]:
    """What was looked at and how many of each: {"pages": 96, …}.  Whatever is wrong is a query."""
    pages = [only(text) for text in pdfium.texts(pdf)]
    figures = {
        "pages": proof_words(pages, parts, queries),
        "notes": proof_notes(pages, parts, queries),
    }
    figures |= proof_locators(pages, parts, queries)
    figures |= proof_headings(parts, queries)
    figures |= proof_sheets(pdf, parts, queries)
    figures |= proof_ebook(epub, parts, queries, thorough=thorough)
    return figures
