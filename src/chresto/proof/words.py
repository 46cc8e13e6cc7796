"""The letters of each page of the PDF, the trees → queries for words that are lost, doubled or elsewhere."""

from collections.abc import Iterator

from chresto.forms import Division, PageMap
from chresto.letters import blocks, count, only, text_of
from chresto.parts import Parts
from chresto.queries import Place, Queries


def proof_words(pages: list[str], parts: Parts, queries: Queries) -> int:
    """Every block stands in the book once, and each page of the file has the words that its map gives it."""
    looked = 0
    for division in parts.divisions:
        if division.tree is None:
            continue
        one = parts.sets[division.id].map
        absent = absent_blocks(division)
        _whole(division, one, absent, queries)
        letters = {str(b.get("id")): only(text_of(b)) for b in blocks(division.tree)}
        for number, sheet in enumerate(one.pages):
            index = parts.folios.first[division.id] + number
            notes = {line.start.block for line in sheet.lines if line.in_note}
            for kind in (False, True):
                runs = [r for r in sheet.runs if (r.block in notes) is kind and r.block not in absent]
                wanted = "".join(letters.get(r.block, "")[r.first : r.last] for r in runs)
                if not is_within(wanted, pages[index]):
                    folio = parts.folios.pages[index].folio
                    queries.add(
                        "words-lost",
                        f"page {folio} does not have the words that were set on it",
                        Place(f"{division.id}, page {folio}"),
                        hint="this is a fault of the typesetting: report it",
                    )
            looked += 1
    return looked


def is_within(wanted: str, found: str) -> bool:
    """Whether the letters of `wanted` stand in `found` in their order; others may stand between.

    >>> is_within("abc", "1a2bc"), is_within("abc", "acb")
    (True, False)
    """
    position = 0
    for letter in wanted:
        position = found.find(letter, position) + 1
        if position == 0:
            return False
    return True


def _whole(division: Division, one: PageMap, absent: set[str], queries: Queries) -> None:
    runs: dict[str, list[tuple[int, int]]] = {}
    for sheet in one.pages:
        for run in sheet.runs:
            runs.setdefault(run.block, []).append((run.first, run.last))
    for block, length in _lengths(division):
        reached = 0
        for first, last in sorted(runs.get(block, [])):
            if first != reached:
                break
            reached = last
        if reached != length and block not in absent:
            queries.add(
                "words-lost",
                f"of {length} letters of “{block}” only {reached} stand in the book once",
                Place(division.id),
                hint="this is a fault of the typesetting: report it",
            )


def _lengths(division: Division) -> Iterator[tuple[str, int]]:
    if division.tree is not None:
        for block in blocks(division.tree):
            yield str(block.get("id")), count(text_of(block))


def absent_blocks(division: Division) -> set[str]:
    """Blocks that an edition leaves out and only keeps the room of."""
    found: set[str] = set()
    if division.tree is not None:
        for element in division.tree.iter():
            if "absent" in (element.get("class") or "").split():
                found |= {str(b.get("id")) for b in blocks(element)}
    return found
