"""Laid out pages → which letters of a block stand on which page and line; where notes are.

Letters are counted as `letters` counts them in the tree, so a place on a page is a place in the manuscript.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chresto.doors.boxes import SeenLine, SeenPage, SeenText
from chresto.forms import Line, PageMap, Run, SetPage, Spot
from chresto.letters import count

HYPHEN: Final = "\u2010"  # what hyphenation puts at the end of a line; a hyphen of the text is U+002D
JOINING: Final = ("-", "\u2013", "\u2014", "/", "\u2060")  # after these a line may end without a space
FIRST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class LookedLine:
    """A line of a block: where its text starts, what stands before its first letter, its box."""

    start: Spot
    lead: str
    box: SeenLine
    note: str
    absent: bool


@dataclass(frozen=True, slots=True)
class LookedPage:
    """A page with its letters counted."""

    runs: tuple[Run, ...]
    shown: tuple[Run, ...]  # those that are not left out
    lines: tuple[LookedLine | None, ...]  # as SeenPage.lines; None where only generated text stands


@dataclass(frozen=True, slots=True)
class Calling:
    """The call of a note: page, and index into that page's lines."""

    page: int
    block: str
    line: int


@dataclass(frozen=True, slots=True)
class Look:
    """All pages of a division, and its notes, those left out included: they decide where pages break."""

    pages: tuple[LookedPage, ...]
    calls: dict[str, Calling]
    bodies: dict[str, tuple[int, ...]]
    twice: tuple[str, ...]  # notes of which more letters were set than they have

    def astray(self) -> list[str]:
        """The notes that do not begin on the page of their call, or stand twice; in their order."""
        wrong = [
            n for n, c in self.calls.items() if self.bodies.get(n, (-1,))[0] != c.page or n in self.twice
        ]
        return sorted(wrong, key=lambda n: (self.calls[n].page, self.calls[n].line))


def look(seen: Sequence[SeenPage], totals: Mapping[str, int]) -> Look:
    """Count the letters of laid out pages.  `totals`: how many letters each block of the division has."""
    counts: dict[str, int] = {}
    pages = tuple(_page(page, counts, totals) for page in seen)
    calls: dict[str, Calling] = {}
    bodies: dict[str, list[int]] = {}
    owners: dict[str, str] = {}
    for n, page in enumerate(seen):
        for call in page.calls:
            calls.setdefault(call.note, Calling(n, call.block, call.line))
        for note in page.notes:
            bodies.setdefault(note, []).append(n)
        owners.update({block: note for block, note in page.blocks if note})
    twice = tuple(dict.fromkeys(owners[b] for b, c in counts.items() if b in owners and c > totals.get(b, 0)))
    return Look(pages, calls, {k: tuple(v) for k, v in bodies.items()}, twice)


def page_map(seen: Sequence[SeenPage], looked: Look, *, size: tuple[float, float], mended: int) -> PageMap:
    """What the other stages need to know of the pages; what an edition leaves out is on no page."""
    absent = {note for page in seen for note, hidden in page.notes.items() if hidden}
    absent |= {call.note for page in seen for call in page.calls if call.absent}
    met: dict[str, int] = {}
    for n, page in enumerate(seen):
        for name in page.places:
            met.setdefault(name, n)
    pages = tuple(
        SetPage(
            runs=known.shown,
            lines=tuple(
                Line(x.start, x.box.top, x.box.bottom, bool(x.note), x.absent)
                for x in known.lines
                if x is not None
            ),
            anchors={name: place for name, place in page.places.items() if met[name] == n},
            first_words=first_words([t for t in page.texts if not t.absent]),
        )
        for n, (page, known) in enumerate(zip(seen, looked.pages, strict=True))
    )
    calls = {note: c.page for note, c in looked.calls.items() if note not in absent}
    bodies = {note: where for note, where in looked.bodies.items() if note not in absent}
    return PageMap(*size, pages, calls, bodies, mended)


def first_words(texts: Sequence[SeenText]) -> str:
    """The words a page begins with, words that were broken at a line's end made whole."""
    words = ""
    before: SeenText | None = None
    for text in texts:
        if before is not None and (before.line, before.block) != (text.line, text.block):
            if words.endswith(HYPHEN):
                words = words[:-1]
            elif not words.endswith(JOINING):
                words += " "
        words += text.text
        before = text
        if len(words.split()) > FIRST_WORDS:
            break
    return " ".join(words.replace("\u2060", "").split()[:FIRST_WORDS])


def _page(page: SeenPage, counts: dict[str, int], totals: Mapping[str, int]) -> LookedPage:
    """Count on through a page; a heading of a table that is repeated on it counts once."""
    first: dict[str, int] = {}
    hidden: dict[str, bool] = {}
    lines: list[LookedLine | None] = [None] * len(page.lines)
    leads: dict[int, str] = {}
    for text in page.texts:
        letters, at = count(text.text), counts.get(text.block, 0)
        if letters and not text.note and at >= totals.get(text.block, 0):
            continue
        first.setdefault(text.block, at)
        hidden[text.block] = hidden.get(text.block, False) or text.absent
        counts[text.block] = at + letters
        if text.line < 0:
            continue
        if lines[text.line] is None:
            lines[text.line] = LookedLine(
                Spot(text.block, at), "", page.lines[text.line], text.note, text.absent
            )
            leads[text.line] = ""
        line = lines[text.line]
        if line is not None and line.start.letter == at and count(leads[text.line]) == 0:
            leads[text.line] += text.text
    lines = [_with_lead(line, leads[i]) if line is not None else None for i, line in enumerate(lines)]
    runs = [
        Run(b, start, counts[b]) for b, start in first.items() if counts[b] > start or totals.get(b, 0) == 0
    ]
    return LookedPage(tuple(runs), tuple(r for r in runs if not hidden[r.block]), tuple(lines))


def _with_lead(line: LookedLine, text: str) -> LookedLine:
    letter = next((i for i, c in enumerate(text) if c.isalnum()), len(text))
    return LookedLine(line.start, text[:letter].lstrip(), line.box, line.note, line.absent)
