"""An e-book as read, the printed indexes → queries where its locators are not theirs, or do not lead back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.entries import PrintedHeading, PrintedIndex, PrintedLocator
from chresto.forms import Mention
from chresto.letters import blocks, only, text_of
from chresto.mentioned import Mentioned
from chresto.parts import Parts
from chresto.proof.epub_read import TYPE, Ebook, X
from chresto.queries import Place, Queries

ENDS = (1, 2)  # how many links a locator has
HEADINGS = tuple(f"{X}h{n}" for n in range(1, 7))


def indexes(book: Ebook, parts: Parts, queries: Queries) -> dict[str, int]:
    """How many locators and links back were looked at.

    Each locator shows what print shows, and leads to its page, of a range to both; at the words that name the
    entry; and these words lead back to an entry of an index.
    """
    reader = _Reader.of(book, parts, queries)
    for printed in parts.indexes:
        known = Mentioned.of(printed.index, parts.divisions)
        for heading in printed.headings:
            reader.heading(printed, heading, known)
    reader.links()
    return {"e-book locators": reader.looked, "links back to an index": reader.back}


@dataclass(slots=True)
class _Reader:
    book: Ebook
    parts: Parts
    queries: Queries
    held: dict[str, str]  # id → file
    texts: dict[str, str]  # block → its letters
    entries: frozenset[str]  # ids of headings and sub-headings
    marks: list[int]  # letters before each page mark
    numbers: dict[str, int]  # folio → the number of its page
    looked: int = 0
    back: int = 0

    @classmethod
    def of(cls, book: Ebook, parts: Parts, queries: Queries) -> "_Reader":
        trees = [d.tree for d in parts.divisions if d.tree is not None]
        texts = {str(b.get("id")): only(text_of(b)) for tree in trees for b in blocks(tree)}
        headings = [h for printed in parts.indexes for h in printed.headings]
        names = {name for h in headings for name in (h.heading.id, *(sub.id for sub in h.subs))}
        return cls(
            book,
            parts,
            queries,
            {name: file for file, name in book.elements},
            texts,
            frozenset(names),
            [mark.at for mark in book.marks],
            {page.folio: n for n, page in enumerate(parts.folios.pages)},
        )

    def heading(self, printed: PrintedIndex, heading: PrintedHeading, known: Mentioned) -> None:
        name = heading.heading.id
        place = Place(f"{printed.index.title}, {heading.heading.heading}")
        element = self.book.elements.get((self.held.get(name, ""), name))
        if element is None:
            self.queries.add("locator-wrong", "the entry is not in the e-book", place)
            return
        shown = list(_shown(element))
        if [_text(item) for item in shown] != [locator.label for locator in heading.all]:
            self.queries.add("locator-wrong", "the locators are not those of the printed index", place)
            return
        for item, locator in zip(shown, heading.all, strict=True):
            self.looked += 1
            links = list(item.iter(f"{X}a"))
            targets = [self.book.target(self.held[name], link.get("href") or "") for link in links]
            if len(targets) not in ENDS:
                self.queries.add("locator-wrong", f"the locator {locator.label} leads nowhere", place)
                continue
            self._page(targets[0], locator.pages[0], locator, place)
            if len(targets) > 1:
                self._page(targets[1], locator.pages[1], locator, place)
            mention = known.at(locator.target, heading.heading.entry)
            if mention is not None and targets[0][1].startswith(locator.target.block):
                self._words(targets[0], mention, place)
                self._back(targets[0], mention, place)

    def _page(self, target: tuple[str, str], page: int, locator: PrintedLocator, place: Place) -> None:
        """The target's page is the one named; a note stands on its call's page or runs over from it."""
        book, pages = self.book, self.parts.folios.pages
        folio = pages[page].folio
        element = book.elements.get(target)
        if element is None:
            self.queries.add("locator-wrong", f"the locator {locator.label} leads nowhere", place)
            return
        around = (element, *element.iterancestors())
        aside = next((e for e in around if e.get("role") == "doc-footnote"), None)
        whole = next((e for e in around if e.tag in HEADINGS and e.get("id")), None)
        where = (target[0], f"{aside.get('id')}-call") if aside is not None else target
        at = book.at.get(where, -1)
        before = bisect_right(self.marks, at)  # so many marks stand before
        found = book.marks[before - 1].folio if before else ""
        if found == folio:
            return
        after = self.numbers.get(found, len(pages)) + 1
        runs_over = aside is not None and after < len(pages) and pages[after].folio == folio
        # all marks of a heading stand before it, and those of a broken word before the word
        start = book.at.get((target[0], str(whole.get("id"))), at) if whole is not None else at
        first = bisect_left(self.marks, start)
        there = first < before and self.marks[first] == start
        beside = {m.folio for m in book.marks[max(0, first - 1) : before]} if there else set()
        if folio not in beside and not runs_over:
            self.queries.add(
                "locator-wrong", f"the locator {locator.label} leads to page {found} of the e-book", place
            )

    def _words(self, target: tuple[str, str], mention: Mention, place: Place) -> None:
        """The letters at the target are those of the mention."""
        if target not in self.book.at or mention.passage or mention.start.block not in self.texts:
            return
        end = mention.end.letter if mention.end.block == mention.start.block else mention.start.letter + 1
        wanted = self.texts[mention.start.block][mention.start.letter : end]
        at = self.book.at[target]
        if self.book.letters[at : at + len(wanted)] != wanted:
            self.queries.add("locator-wrong", f"the words at {target[1]} are not “{wanted}”", place)

    def _back(self, target: tuple[str, str], mention: Mention, place: Place) -> None:
        """The words at the target are a link to an index, but in a heading, in a link, or of a passage.

        A mark without words has none that could be one.
        """
        element = self.book.elements.get(target)
        if element is None or mention.passage or mention.start == mention.end:
            return
        around = {e.tag for e in (element, *element.iterancestors())}
        if around & set(HEADINGS):
            return
        links = (element, *element.iterancestors(f"{X}a"), *element.iter(f"{X}a"))
        if not any(link.tag == f"{X}a" for link in links):
            self.queries.add("locator-wrong", f"the words at {target[1]} do not lead back", place)

    def links(self) -> None:
        """Every link back leads to an entry of an index; no link stands in another."""
        for file, root in self.book.documents.items():
            for link in root.iter(f"{X}a"):
                words = _text(link)
                if next(link.iterancestors(f"{X}a"), None) is not None:
                    self.queries.add("ebook-wrong", f"the link “{words}” stands in another", Place(file))
                if "indexed" not in (link.get("class") or "").split():
                    continue
                self.back += 1
                if self.book.target(file, link.get("href") or "")[1] not in self.entries:
                    self.queries.add(
                        "locator-wrong", f"the words “{words}” lead back to no entry of an index", Place(file)
                    )
                if not words:
                    self.queries.add("locator-wrong", "a link back to an index has no words", Place(file))


def _shown(entry: Element) -> Iterator[Element]:
    """The locators of an entry and of its sub-headings, in their order."""
    for found in entry.iter(f"{X}ul"):
        if found.get(TYPE) == "index-locator-list":
            yield from found


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext())).strip()
