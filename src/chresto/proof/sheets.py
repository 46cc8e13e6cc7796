"""The PDF as a file → queries for faces not embedded, links to nowhere, missing tags, missing letters."""

from chresto.doors import fonts
from chresto.doors.pdf import inspect
from chresto.letters import blocks, text_of
from chresto.parts import Parts
from chresto.queries import Place, Queries

#: Characters that are no letters to draw: what breaks, joins or hyphenates.
INVISIBLE = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")


def proof_sheets(pdf: bytes, parts: Parts, queries: Queries) -> dict[str, int]:
    """What was looked at: faces and links."""
    found = inspect(pdf)
    for name, embedded in found.faces:
        if not embedded:
            queries.add("font-missing", f"the face {name} is not embedded", Place("PDF"))
    for words in found.lost:
        queries.add("link-broken", f"the link “{words}” leads nowhere", Place("PDF"))
    if not found.tagged or not found.language or not found.title:
        missing = "structure" if not found.tagged else "language" if not found.language else "title"
        queries.add("tags-wrong", f"the PDF has no {missing}", Place("PDF"))
    for page in found.untagged:
        queries.add(
            "tags-wrong", f"the text of page {parts.folios.pages[page - 1].folio} has no tags", Place("PDF")
        )
    _glyphs(parts, queries)
    return {"faces": len(found.faces), "links": found.links}


def _glyphs(parts: Parts, queries: Queries) -> None:
    """A character that the book's face does not have would be a box, or somebody else's letter."""
    known = fonts.characters("regular")
    for division in parts.divisions:
        if division.tree is None:
            continue
        missing: dict[str, str] = {}
        for block in blocks(division.tree):
            words = text_of(block)
            for c in words:
                if ord(c) not in known and c not in INVISIBLE:
                    at = words.index(c)
                    missing.setdefault(c, words[max(0, at - 20) : at + 20].strip())
        for c, around in missing.items():
            place = Place(division.id, text=around)
            queries.add(
                "glyph-missing",
                f"no embedded face has “{c}” (U+{ord(c):04X})",
                place,
                hint="write it in letters that the face has",
            )
