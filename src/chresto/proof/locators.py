"""The letters of each page of the PDF, the indexes → queries for locators whose page lacks their heading."""

from chresto.forms import Folios, Mention, Parts, Spot
from chresto.letters import blocks, text_of
from chresto.queries import Place, Queries


def proof_locators(pages: list[str], parts: Parts, queries: Queries) -> int:
    """Every locator's page, in the finished file, has the words by which the text names the entry there."""
    letters = {
        str(b.get("id")): "".join(c for c in text_of(b) if c.isalnum())
        for d in parts.divisions
        if d.tree is not None
        for b in blocks(d.tree)
    }
    mentions: dict[tuple[str, Spot], Mention] = {
        (m.entry, m.start): m for d in parts.divisions for m in d.mentions
    }
    looked = 0
    for printed in parts.indexes:
        for heading in printed.headings:
            for locator in heading.all:
                looked += 1
                entry = heading.heading.id.removeprefix(f"ix-{printed.index.id}-")
                mention = mentions.get((entry, locator.target))
                page = parts.folios.page_of(locator.target)
                folio = parts.folios.folio_of(locator.target)
                place = Place(f"{printed.index.title}, {heading.heading.heading}")
                if mention is None or page is None or folio is None:
                    queries.add("locator-wrong", f"the locator {locator.label} leads to no mention", place)
                elif not locator.label.startswith(folio):
                    queries.add("locator-wrong", f"the locator {locator.label} leads to page {folio}", place)
                elif not mention.passage:
                    words = _on_page(letters[mention.start.block], mention, page, parts.folios)
                    if words not in pages[page]:
                        queries.add(
                            "locator-wrong", f"page {folio} does not have the words of {locator.label}", place
                        )
    return looked


def _on_page(letters: str, mention: Mention, page: int, folios: Folios) -> str:
    """The letters of a mention, as far as they stand on the page: a name may be broken across two."""
    end = mention.end.letter if mention.end.block == mention.start.block else len(letters)
    while end > mention.start.letter + 1 and folios.page_of(Spot(mention.start.block, end - 1)) != page:
        end -= 1
    return letters[mention.start.letter : end]
