"""An index as first laid out → laid out with the headings that columns carry over repeated.

Where columns should break is reckoned from the rows of the first layout.  How high a heading is when it is
repeated is guessed at first and then read from the layout with it, so one to three more layouts are enough.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from math import ceil
from typing import Final, TypeAlias

from lxml.etree import _Element as Element

from chresto.doors.weasy import Laid
from chresto.letters import blocks, count, text_of
from chresto.typeset.columns import Columns, beginnings, columns_of, entries_of
from chresto.typeset.divide import Divider
from chresto.typeset.look import Look
from chresto.typeset.repeat import letters_of, repeat

Layout: TypeAlias = tuple[Laid, Look, tuple[str, ...]]

ROUNDS: Final = 8  # layouts at most
CLOSE: Final = 0.05  # points: rounding
FULL: Final = 0.85  # of the letters of the longest row: what has more may need another row


def carry(tree: Element, first: Layout, lay_out: Callable[[Element], Layout]) -> Layout:
    """The layout with its headings repeated; the first one if no column begins under a heading.

    `tree` is left as it is.  A layout whose columns begin elsewhere than was wanted says so in its messages.
    """
    entries = entries_of(tree)
    columns = columns_of(entries, first[1], first[0].pages) if entries is not None else None
    if entries is None or columns is None or not columns.carried:
        return first
    repeated = _guess(entries, columns)
    for _ in range(ROUNDS):
        starts = Divider(columns, repeated).divide()
        copied = deepcopy(tree)
        inside = entries_of(copied)
        if inside is None or not repeat(inside, columns.rows, starts):
            break
        found = lay_out(copied)
        heights, wanted = _heights(inside, columns, starts, found)
        known = all(abs(repeated[owner] - height) < CLOSE for owner, height in heights.items())
        if wanted and known:
            return found
        if known:  # less went into a column than was reckoned
            columns = replace(columns, first=columns.first - columns.line, more=columns.more - columns.line)
        repeated |= heights
    laid, looked, messages = first
    return laid, looked, (*messages, "a heading that goes over to another column is not repeated there")


def _heights(
    entries: Element, columns: Columns, starts: Sequence[int], found: Layout
) -> tuple[dict[str, float], bool]:
    """How high the repeated headings are, as far as columns begin where they should; and whether all do."""
    seen = beginnings(entries, found[1], found[0].pages)[1:]
    heights: dict[str, float] = {}
    for n, (start, height) in zip(starts, seen, strict=False):
        if columns.rows[n].start != start:
            return heights, False
        if columns.rows[n].owner:
            heights[columns.rows[n].owner] = height
    return heights, len(seen) == len(starts)


def _guess(entries: Element, columns: Columns) -> dict[str, float]:
    """How high each heading may be when it is repeated, by its letters and those of the longest row."""
    letters = {str(b.get("id")): count(text_of(b)) for b in blocks(entries)}
    starts = [row.start for row in columns.rows]
    ends = [*starts[1:], None]
    longest = max(
        (end.letter if end is not None and end.block == start.block else letters[start.block]) - start.letter
        for start, end in zip(starts, ends, strict=True)
    )
    return {
        owner: columns.line * ceil(number / max(1.0, FULL * longest))
        for owner, number in letters_of(entries).items()
    }
