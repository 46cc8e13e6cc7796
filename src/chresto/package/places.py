"""Copies of the trees, the places that locators name → the same trees with an anchor or a link back there.

The words to which a locator leads are a link back to the entry of the index.  Where they cannot be one (in a
heading, in another link, where a passage begins) an empty span is the anchor.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.entries import PrintedHeading, PrintedIndex, PrintedLocator
from chresto.forms import Division, Folios, Mention, Spot
from chresto.letters import blocks, count, insert, is_note, offset_of_letter
from chresto.mentioned import Mentioned
from chresto.package.sheet import HEADINGS
from chresto.tree import classes_of, new

INDEXED = "indexed"


@dataclass(frozen=True, slots=True)
class Word:
    """A place to which something leads.  With an entry, its words up to `last` lead back to that."""

    spot: Spot
    last: int = 0  # the number of the letter behind its words
    entry: str = ""  # the id of the heading or sub-heading in the index
    title: str = ""  # what the link is for: “Index of people: Kamenev, Lev”


def place_id(spot: Spot) -> str:
    """The id of a place: the block's own, or the block's with the number of the letter."""
    return f"{spot.block}-at-{spot.letter}" if spot.letter else spot.block


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the locators of the indexes lead: to their words; of a range, to its first and its last."""

    folios: Folios
    mentioned: dict[str, Mentioned]
    order: dict[str, int]  # block → its number in the order of the book
    on_page: dict[tuple[str, str, str, int], Mention]  # index, entry, division, page → the last in its text

    @classmethod
    def of(
        cls,
        indexes: Iterable[PrintedIndex],
        divisions: Iterable[Division],
        trees: Mapping[str, Element],
        folios: Folios,
    ) -> "Ends":
        """`trees`: division → tree, in the order of the book."""
        divisions = tuple(divisions)
        order: dict[str, int] = {}
        for tree in trees.values():
            for block in blocks(tree):
                order.setdefault(str(block.get("id")), len(order))
        made = cls(folios, {i.index.id: Mentioned.of(i.index, divisions) for i in indexes}, order, {})
        for index, known in made.mentioned.items():
            for mention in (m for found in known.by_entry.values() for m in found):
                made._read(index, mention)
        return made

    def _read(self, index: str, mention: Mention) -> None:
        """Remember a mention, if it is the last one of its page so far."""
        page = self.folios.page_of(mention.start)
        if page is None or mention.note or mention.passage or mention.start.block not in self.order:
            return
        key = (index, mention.entry, self.folios.blocks[mention.start.block][0], page)
        if key not in self.on_page or self._at(self.on_page[key]) < self._at(mention):
            self.on_page[key] = mention

    def _at(self, mention: Mention) -> tuple[int, int]:
        """A key to sort by."""
        return self.order[mention.start.block], mention.start.letter

    def first(self, index: str, entry: str, locator: PrintedLocator) -> Mention | None:
        """The mention of an entry to which a locator leads."""
        return self.mentioned[index].at(locator.target, entry)

    def last(self, index: str, entry: str, locator: PrintedLocator) -> Mention | None:
        """The last mention of an entry in the text of the last page of a range; None of a passage."""
        (start, end), target = locator.pages, locator.target.block
        if start == end or target not in self.order:
            return None
        found = self.on_page.get((index, entry, self.folios.blocks[target][0], end))
        return found if found and self.order[found.start.block] >= self.order[target] else None


def words(indexes: Iterable[PrintedIndex], trees: Mapping[str, Element], ends: Ends) -> list[Word]:
    """Every place that an index or a link with `data-letter` leads to, in order, each once.

    A place that several indexes name leads back to the first of them.
    """
    found: dict[Spot, Word] = {}
    for printed in indexes:
        for heading in printed.headings:
            entry = heading.heading.entry
            title = f"{printed.index.title}: {heading.heading.heading}"
            for name, locator in _entries(heading):
                first = ends.first(printed.index.id, entry, locator)
                _add(found, locator.target, first, name, title)
                last = ends.last(printed.index.id, entry, locator)
                if last is not None:
                    _add(found, last.start, last, name, title)
    for tree in trees.values():
        for link in tree.iter("a"):
            if link.get("data-letter"):
                spot = Spot((link.get("href") or "").removeprefix("#"), int(link.get("data-letter") or 0))
                found.setdefault(spot, Word(spot))
    return sorted(found.values(), key=lambda word: word.spot)


def _entries(heading: PrintedHeading) -> Iterator[tuple[str, PrintedLocator]]:
    """Each locator with the id of the heading or sub-heading that it stands under."""
    for locator in heading.locators:
        yield heading.heading.id, locator
    for sub in heading.subs:
        for locator in sub.locators:
            yield sub.id, locator


def _add(found: dict[Spot, Word], spot: Spot, mention: Mention | None, entry: str, title: str) -> None:
    # a mark without words, as []{person=anders}, is a place and no link
    if (
        mention is None
        or mention.passage
        or mention.start.block != mention.end.block
        or mention.start == mention.end
    ):
        found.setdefault(spot, Word(spot))
    elif spot not in found or not found[spot].entry:
        found[spot] = Word(spot, mention.end.letter, entry, title)


def mark_places(wanted: Iterable[Word], trees: Mapping[str, Element]) -> None:
    """Put each place into its tree; a place that is not there gets none."""
    held = {str(block.get("id")): block for tree in trees.values() for block in blocks(tree)}
    for word in wanted:
        block = held.get(word.spot.block)
        if block is None or not (word.spot.letter or word.entry):
            continue
        span = new("span")
        if insert(block, word.spot.letter, span):
            if word.spot.letter:
                span.set("id", place_id(word.spot))
            if word.entry and not _in_other(span):
                _link(span, word)


def _in_other(span: Element) -> bool:
    """Whether a place stands where no link back may be: in a heading or in a link."""
    return any(e.tag == "a" or e.tag in HEADINGS for e in span.iterancestors())


def _link(span: Element, word: Word) -> None:
    """Make an anchor a link around its words, as far as no note, link or page mark stands among them."""
    span.tag = "a"
    span.set("class", INDEXED)
    span.set("href", f"#{word.entry}")
    span.set("title", word.title)
    span.set("tabindex", "-1")
    missing = word.last - word.spot.letter
    missing -= _take(span, missing)
    while missing > 0:
        behind = span.getnext()
        if behind is None or not _is_plain(behind) or count("".join(map(str, behind.itertext()))) > missing:
            break
        span.append(behind)  # with the words behind it, of which only some may belong here
        missing -= count("".join(map(str, behind.itertext())))
        tail, behind.tail = behind.tail or "", None
        at = _behind(tail, missing)
        behind.tail, span.tail = tail[:at] or None, tail[at:] or None
        missing -= count(tail[:at])
    _give_back_space(span)


def _take(span: Element, letters: int) -> int:
    """Move words from behind an empty element into it; how many letters they have."""
    tail = span.tail or ""
    at = _behind(tail, letters)
    span.text, span.tail = tail[:at] or None, tail[at:] or None
    return count(tail[:at])


def _behind(text: str, letters: int) -> int:
    """The index in a text behind so many letters; its end if it has fewer."""
    at = offset_of_letter(text, letters - 1) if letters > 0 else -1
    return len(text) if at is None else at + 1


def _is_plain(element: Element) -> bool:
    """Whether an element may stand in a link: emphasis and the like, without notes, links and anchors."""
    return isinstance(element.tag, str) and not any(
        e.tag == "a" or e.get("id") or e.get("data-b") or is_note(e) or "pagebreak" in classes_of(e)
        for e in element.iter()
    )


def _give_back_space(span: Element) -> None:
    """A space at the end of a link's words is none of them."""
    last = span[-1] if len(span) else None
    held = (span.text if last is None else last.tail) or ""
    space = held[len(held.rstrip()) :]
    if not space:
        return
    if last is None:
        span.text = held.rstrip() or None
    else:
        last.tail = held.rstrip() or None
    span.tail = space + (span.tail or "")
