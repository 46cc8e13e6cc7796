"""The letters of each page of the PDF, the indexes → queries for locators and mentions that do not agree.

Both ways: a locator's pages carry a mention of its heading, the first, the last, and those between without a
break; and a page with a mention is named under its heading, or left out for a reason that the index tells.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from chresto.entries import Heading, PrintedHeading, PrintedIndex, PrintedLocator
from chresto.forms import Division, Folios, Mention, Spot
from chresto.letters import blocks, only, text_of
from chresto.mentioned import Mentioned
from chresto.paragraphs import paragraphs
from chresto.parts import Parts
from chresto.proof.words import absent_blocks
from chresto.queries import Place, Queries

DASH = "–"
FOLIO = re.compile(r"[0-9]+|[ivxlcdm]+")


def proof_locators(pages: list[str], parts: Parts, queries: Queries) -> dict[str, int]:
    """What was looked at: locators, mentions, the pages that these give their entries, what became of those.

    A page on which an entry is named in the text and in a note counts twice, as an index may name it twice.
    """
    reader = _Reader.of(pages, parts, queries)
    for printed in parts.indexes:
        known = Mentioned.of(printed.index, parts.divisions)
        for heading in printed.headings:
            for locator in heading.all:
                reader.locator(printed, heading.heading, locator, known)
        by_entry: dict[str, list[PrintedHeading]] = {}
        for heading in printed.headings:
            by_entry.setdefault(heading.heading.entry, []).append(heading)
        for entry, mentions in known.by_entry.items():
            reader.mentions(printed, entry, mentions, by_entry.get(entry, []), known)
    told = {f"of them left out ({why})": n for why, n in sorted(reader.reasons.items())}
    return {
        "locators": reader.looked,
        "mentions": reader.found,
        "pages of entries": reader.named + sum(reader.reasons.values()) + reader.lost,
        "of them named": reader.named,
        **told,
    }


@dataclass(slots=True)
class _Reader:
    pages: list[str]
    folios: Folios
    queries: Queries
    letters: dict[str, str]  # block → its letters
    order: dict[str, tuple[str, int]]  # block of the text → division, number of its paragraph
    absent: set[str]
    looked: int = 0
    found: int = 0
    named: int = 0
    lost: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, pages: list[str], parts: Parts, queries: Queries) -> "_Reader":
        made = cls(pages, parts.folios, queries, {}, {}, set())
        for division in parts.divisions:
            made._read(division)
        return made

    def _read(self, division: Division) -> None:
        self.absent |= absent_blocks(division)
        if division.tree is None:
            return
        for block in blocks(division.tree):
            self.letters[str(block.get("id"))] = only(text_of(block))
        self.order |= {name: (division.id, n) for name, n in paragraphs(division.tree).items()}

    # ------------------------------------------------------------------- from the index to the text

    def locator(
        self,
        printed: PrintedIndex,
        heading: Heading,
        locator: PrintedLocator,
        known: Mentioned,
    ) -> None:
        """Every page that a locator names carries a mention of its heading."""
        self.looked += 1
        place = Place(f"{printed.index.title}, {heading.heading}")
        label, (start, end) = locator.label, locator.pages
        mention, page = known.at(locator.target, heading.entry), self.folios.page_of(locator.target)
        if mention is None or page is None:
            self.queries.add("locator-wrong", f"the locator {label} leads to no mention", place)
            return
        if page != start or not self._says(locator):
            folio = self.folios.pages[page].folio
            self.queries.add("locator-wrong", f"the locator {label} leads to page {folio}", place)
            return
        if not self._stands(mention, start):
            folio = self.folios.pages[start].folio
            self.queries.add("locator-wrong", f"page {folio} does not have the words of {label}", place)
        if end == start:
            return
        mentions = [m for m in known.by_entry[heading.entry] if not m.note and self._pages(m)]
        if not any(end in self._pages(m) and self._stands(m, end) for m in mentions):
            folio = self.folios.pages[end].folio
            self.queries.add("locator-wrong", f"page {folio}, where {label} ends, has no mention", place)
        for one in range(start, end):
            if not self._joined(mentions, one):
                folio, next_folio = (self.folios.pages[n].folio for n in (one, one + 1))
                self.queries.add(
                    "locator-wrong",
                    f"the range {label} has a break between pages {folio} and {next_folio}",
                    place,
                )

    def _says(self, locator: PrintedLocator) -> bool:
        """Whether the label names the first and the last of the locator's pages."""
        first, last = (self.folios.pages[page].folio for page in locator.pages)
        begins, _, stops = locator.label.partition(DASH)
        found = FOLIO.match(begins)
        if found is None or found[0] != first:
            return False
        if locator.pages[0] == locator.pages[1]:
            return not stops or "n" in begins or "." in begins  # a range of notes, of lines
        shown = FOLIO.match(stops)
        if shown is None:
            return False
        cut = len(last) - len(shown[0])
        return last.endswith(shown[0]) and (
            not cut or (len(first) == len(last) and first[:cut] == last[:cut])
        )

    def _pages(self, mention: Mention) -> range:
        """The pages on which a mention stands; none if the edition leaves it out."""
        start = self.folios.page_of(mention.start)
        end = self.folios.page_of(Spot(mention.end.block, max(0, mention.end.letter - 1)))
        return range(0) if start is None else range(start, max(start, start if end is None else end) + 1)

    def _stands(self, mention: Mention, page: int) -> bool:
        """Whether the words of a mention, as far as they belong there, are on a page of the finished file."""
        if mention.passage or mention.start.block in self.absent or mention.start == mention.end:
            return True
        letters = self.letters.get(mention.start.block, "")
        first = mention.start.letter
        last = mention.end.letter if mention.end.block == mention.start.block else len(letters)
        here = [n for n in range(first, last) if self.folios.page_of(Spot(mention.start.block, n)) == page]
        return bool(here) and letters[here[0] : here[-1] + 1] in self.pages[page]

    def _joined(self, mentions: list[Mention], page: int) -> bool:
        """Whether what is said of an entry goes on to the next page, in a passage or in unbroken paragraphs.

        Paragraphs are unbroken when each of them has a mention.
        """
        last: dict[str, int] = {}
        first: dict[str, int] = {}
        for mention in mentions:
            pages = self._pages(mention)
            if page in pages and page + 1 in pages:
                return True
            if mention.passage or mention.start.block not in self.order:
                continue
            division, number = self.order[mention.start.block]
            if pages[0] <= page:
                last[division] = max(number, last.get(division, number))
            else:
                first[division] = min(number, first.get(division, number))
        return any(division in first and first[division] - number <= 1 for division, number in last.items())

    # ------------------------------------------------------------------- from the text to the index

    def mentions(
        self,
        printed: PrintedIndex,
        entry: str,
        mentions: list[Mention],
        headings: list[PrintedHeading],
        known: Mentioned,
    ) -> None:
        """Every page with a mention is named under a heading of the entry, or left out for a reason."""
        held: dict[tuple[int, bool], Mention] = {}
        for mention in mentions:
            self.found += bool(self._pages(mention))
            for page in self._pages(mention) if mention.passage else self._pages(mention)[:1]:
                held.setdefault((page, bool(mention.note)), mention)
        named: set[tuple[int, bool]] = set()
        for locator in (locator for heading in headings for locator in heading.all):
            at = known.at(locator.target, entry)
            named |= {(page, bool(at and at.note)) for page in range(locator.pages[0], locator.pages[1] + 1)}
        reasons: dict[int, list[str]] = {}
        for page, why in dict.fromkeys(found for heading in headings for found in heading.suppressed):
            reasons.setdefault(page, []).append(why)
        # a reason is one note's or the text's: the notes come first, so that theirs does not excuse the text
        for (page, noted), mention in sorted(held.items(), key=lambda h: (h[0][0], not h[0][1])):
            if (page, noted) in named:
                self.named += 1
            elif reasons.get(page):
                self.reasons[reasons[page].pop(0)] += 1
            else:
                self.lost += 1
                words = self.letters.get(mention.start.block, "")[mention.start.letter :]
                where = f"{'a note on ' if noted else ''}page {self.folios.pages[page].folio}"
                self.queries.add(
                    "mention-lost",
                    f"{where} mentions “{entry}” and is not named",
                    Place(printed.index.title, text=words[:40]),
                    hint="this is a fault of the index: report it",
                )
