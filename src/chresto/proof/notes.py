"""The letters of each page of the PDF, the page maps → queries for notes not under their call, once."""

from lxml.etree import _Element as Element

from chresto.letters import blocks, is_note, only, pieces
from chresto.parts import Parts
from chresto.queries import Place, Queries

HEAD = 24  # letters at the head of a note that are looked for on its page


def proof_notes(pages: list[str], parts: Parts, queries: Queries) -> int:
    """Each note has one call, begins on its page, and its first words are on that page of the file."""
    looked = 0
    for division in parts.divisions:
        if division.tree is None:
            continue
        one = parts.sets[division.id].map
        for note in (e for e in division.tree.iter("span") if is_note(e)):
            if "absent" in (note.get("class") or "").split() or any(
                "absent" in (a.get("class") or "").split() for a in note.iterancestors()
            ):
                continue  # an edition leaves it out and keeps its room
            looked += 1
            key = str(note.get("id"))
            call, bodies = one.calls.get(key), one.bodies.get(key, ())
            page = parts.folios.first[division.id] + (call or 0)
            mark, folio = note.get("data-mark"), ""
            if call is not None:
                folio = parts.folios.pages[page].folio
            place = Place(f"{division.id}{', page ' + folio if folio else ''}")
            if call is None or not bodies:
                queries.add(
                    "note-astray",
                    f"note {mark} has {'no call' if call is None else 'no text'} in the book",
                    place,
                )
            elif bodies[0] != call:
                queries.add(
                    "note-astray",
                    f"note {mark} stands on another page than its call",
                    place,
                    hint="put its call a few words earlier or later",
                )
            elif _head(note) not in pages[page]:
                queries.add("note-astray", f"note {mark} cannot be read on the page of its call", place)
    return looked


def _head(note: Element) -> str:
    """The first letters of a note, as far as no folio that print adds stands among them."""
    letters = ""
    for block in blocks(note):
        for piece in pieces(block):
            letters += only(piece.text)
            if len(letters) >= HEAD or (piece.element.get("data-folio") and not piece.is_tail):
                return letters[:HEAD]
    return letters
