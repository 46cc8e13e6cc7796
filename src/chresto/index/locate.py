"""An index and the folios of a bound book → the locators as printed, each page once under a heading.

A heading with more locators than `undivided`, or with one that a mark gives a sub-heading, is divided by the
words that its locators have, in the order of the text; into one alone it is not divided.  A reference that
would lead to a single locator is printed with this locator instead (double posting, ISO 999, 7.5.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chresto.book import IndexSpec
from chresto.entries import Heading, Index, Locator, PrintedHeading, PrintedIndex, PrintedLocator, SubHeading
from chresto.forms import Folios
from chresto.index.label import of_notes, of_text
from chresto.lines import line_of

#: Why a page with a mention is not named.
TEXT = "the text of the page is named"
PICTURE = {"": TEXT, "figure": "a figure of the page is named", "table": "a table of the page is named"}


def locate(index: Index, folios: Folios, *, lines: bool = False) -> PrintedIndex:
    """The index with its folios.  `lines`: whether the edition numbers them, and an index may name them."""
    printer = _Printer(index.spec, folios, lines and index.spec.lines)
    printed = [_heading(h, printer) for h in index.headings]
    known = {p.heading.id: p for p in printed}
    return PrintedIndex(index, tuple(_posted(p, known, people=index.people) for p in printed))


def _posted(printed: PrintedHeading, known: dict[str, PrintedHeading], *, people: bool) -> PrintedHeading:
    """A reference to a single locator is that locator; of a person, with the name that leads to it.

    Where it would be longer than the reference, by a see also, the reference stays.
    """
    own = printed.heading
    target = known.get(own.see[0].target) if len(own.see) == 1 and not own.see[0].index else None
    if target is None or target.subs or len(target.locators) != 1 or target.heading.see_also:
        return printed
    words = f"{own.heading} ({own.see[0].heading.partition(' (')[0]})" if people else own.heading
    return replace(target, heading=replace(target.heading, id=own.id, heading=words, group=own.group))


def _heading(heading: Heading, printer: "_Printer") -> PrintedHeading:
    together = printer.print(heading.locators)
    groups = _groups(heading.locators, printer)
    divided = len(together.locators) > printer.spec.undivided or any(loc.under for loc in heading.locators)
    parts = {words: printer.print(found) for words, found in groups.items()} if divided else {}
    parts = {words: part for words, part in parts.items() if part.locators}
    if len(parts) <= 1:
        return PrintedHeading(heading, together.locators, (), _left_out([together]))
    subs = [
        SubHeading(f"{heading.id}-sub-{n}", words, part.locators)
        for n, (words, part) in enumerate(((w, p) for w, p in parts.items() if w), 1)
    ]
    own = parts[""].locators if "" in parts else ()
    return PrintedHeading(heading, own, tuple(subs), _left_out(list(parts.values())))


def _groups(locators: Sequence[Locator], printer: "_Printer") -> dict[str, list[Locator]]:
    """The locators of each sub-heading, those that say what somebody was or who speaks of him first.

    Where one of these grows too long, its locators go to the sub-headings that they have instead.
    """
    groups: dict[str, list[Locator]] = {}
    for loc in locators:
        groups.setdefault(loc.under or loc.within, []).append(loc)
    most = printer.spec.undivided
    long = {w for w, found in groups.items() if len(printer.print(found).locators) > most}
    groups = {loc.within: [] for loc in locators if loc.instead and loc.within not in long}
    for loc in locators:
        within = loc.instead if loc.within in long and loc.instead else loc.within
        groups.setdefault(loc.under or within, []).append(loc)
    return groups


@dataclass(slots=True)
class _Part:
    """What is printed for some locators; the pages whose notes are named, and those whose notes are not."""

    locators: tuple[PrintedLocator, ...] = ()
    noted: set[int] = field(default_factory=set)
    left: dict[int, str] = field(default_factory=dict)


def _left_out(parts: Sequence[_Part]) -> tuple[tuple[int, str], ...]:
    """The pages that no part names for their notes, and why."""
    noted = {page for part in parts for page in part.noted}
    left = {page: why for part in parts for page, why in part.left.items() if page not in noted}
    return tuple(sorted(left.items()))


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """From a page and line to another; lines are 0 if they are not named."""

    start: tuple[int, int]
    end: tuple[int, int]
    locator: Locator = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Printer:
    spec: IndexSpec
    folios: Folios
    lines: bool

    def print(self, locators: Sequence[Locator]) -> _Part:
        """Text before pictures, pictures before notes: what names a page keeps the next from naming it."""
        spans = [s for loc in locators if (s := self._span(loc)) is not None]
        covered: dict[int, str] = {}
        found: list[tuple[_Span, PrintedLocator]] = []
        for kind in ("", "figure", "table"):
            of_kind = [s for s in spans if not s.locator.note and s.locator.kind == kind]
            merged = _merged(sorted(of_kind, key=lambda s: (s.start, -s.end[0], -s.end[1])))
            kept = [s for s in merged if not all(page in covered for page in _pages(s))] if kind else merged
            found += [(s, self._of_text(s)) for s in kept]
            for span in kept:
                for page in _pages(span):
                    covered.setdefault(page, PICTURE[kind])
        notes: dict[int, list[_Span]] = {}
        part = _Part()
        for span in spans:
            page = span.start[0]
            if span.locator.note and page in covered:
                part.left[page] = covered[page]
            elif span.locator.note:
                notes.setdefault(page, []).append(span)
        found += [(of_page[0], self._of_notes(page, of_page)) for page, of_page in notes.items()]
        part.noted = set(notes)
        part.locators = tuple(locator for _, locator in sorted(found, key=lambda f: f[0].start))
        return part

    def _span(self, locator: Locator) -> _Span | None:
        start, end = self.folios.page_of(locator.start), self.folios.page_of(locator.end)
        if start is None or end is None:
            return None
        if not self.lines or locator.note:
            return _Span((start, 0), (end, 0), locator)
        return _Span(
            (start, line_of(self.folios, locator.start) or 0),
            (end, line_of(self.folios, locator.end) or 0),
            locator,
        )

    def _of_text(self, span: _Span) -> PrintedLocator:
        pages, locator = (span.start[0], span.end[0]), span.locator
        folios = self.folios.pages[pages[0]].folio, self.folios.pages[pages[1]].folio
        label = of_text(self.spec, folios, (span.start[1], span.end[1]), locator.kind)
        return PrintedLocator(
            label.printed, label.spoken, locator.start, pages, locator.principal, locator.kind
        )

    def _of_notes(self, page: int, spans: Sequence[_Span]) -> PrintedLocator:
        """Notes of one page are one locator; a note has several paragraphs, and is one."""
        marks = {s.locator.start.block.rsplit("-", 1)[0]: s.locator.note for s in spans}
        label = of_notes(self.spec, self.folios.pages[page].folio, list(marks.values()))
        return PrintedLocator(label.printed, label.spoken, spans[0].locator.start, (page, page))


def _pages(span: _Span) -> range:
    return range(span.start[0], span.end[0] + 1)


def _merged(spans: Sequence[_Span]) -> list[_Span]:
    """Spans that overlap are one; pages that merely follow one another stay apart."""
    result: list[_Span] = []
    for span in spans:
        if result and span.start <= result[-1].end:
            last = result[-1]
            principal = last.locator.principal or span.locator.principal
            result[-1] = _Span(
                last.start, max(last.end, span.end), replace(last.locator, principal=principal)
            )
        else:
            result.append(span)
    return result
