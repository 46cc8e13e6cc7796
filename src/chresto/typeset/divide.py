"""The rows of an index → before which of them columns should break.

As a compositor would: no letter and no heading alone at a column's foot, no sub-heading alone under a
repeated heading, columns as full as that lets them be, and those of the last page of one length.  All ways
to break are weighed against one another, page by page; what each is worth is said in the constants.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from chresto.typeset.columns import Columns, Row

#: What a break is worth avoiding for.  A column that ends n lines early costs SHORT × n².
SHORT: Final = 3.0
REPEATS: Final = 12.0  # a heading must be repeated
IN_HEADING: Final = 40.0  # in an entry of at least four lines
IN_SUB: Final = 120.0
IN_RUN: Final = 5.0  # in a sub-heading of a run-in entry
LAST_ALONE: Final = 80.0  # nothing but the last sub-heading stands under the repeated heading
ONE_ABOVE: Final = 15.0  # nothing but the first sub-heading stands under the heading at the foot
ONE_ENTRY: Final = 10.0  # nothing but one entry stands under the letter at the foot
FORCED: Final = 1000.0  # a place that is none
LONE: Final = 2  # lines of a paragraph that a column should at least have
EARLY: Final = 6.0  # lines that a column may end early by choice
KEPT: Final = 80  # ways to begin a column that are followed up
CLOSE: Final = 0.05  # points by which a column may be longer than its room: rounding


@dataclass(frozen=True)
class Divider:
    """Weighs breaks.  `repeated`: the height of each heading as it is repeated, in points."""

    columns: Columns
    repeated: Mapping[str, float]
    _ends: dict[tuple[int, float], tuple[float, tuple[int, ...]] | None] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are divided among columns."""
        return self.columns.rows

    @cached_property
    def _tops(self) -> list[float]:
        """Where each row would begin in one endless column, and where the last ends."""
        return list(accumulate((row.above + row.height for row in self.rows), initial=0.0))

    def divide(self) -> tuple[int, ...]:
        """The rows before which a column begins, the first row of all left out."""
        best: tuple[float, tuple[int, ...]] | None = None
        ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        column = 0
        while ways:
            room = self.columns.first if column < self.columns.count else self.columns.more
            if column % self.columns.count == 0:
                for begin, (cost, breaks) in ways.items():
                    end = self._end(begin, room)
                    if end is not None and (best is None or cost + end[0] < best[0]):
                        best = (cost + end[0], (*breaks, *end[1]))
            following: dict[int, tuple[float, tuple[int, ...]]] = {}
            for begin, (cost, breaks) in ways.items():
                for at, more in self._column(begin, room):
                    if at not in following or cost + more < following[at][0]:
                        following[at] = (cost + more, (*breaks, at))
            if best is not None:  # what costs more by now will not come out better
                following = {at: way for at, way in following.items() if way[0] < best[0]}
            ways = dict(sorted(following.items(), key=lambda way: (way[1][0], way[0]))[:KEPT])
            column += 1
        return best[1] if best is not None else ()

    def _length(self, begin: int, end: int) -> float:
        """How long a column of the rows [begin, end) is."""
        length = self._tops[end] - self._tops[begin] - self.rows[begin].above
        return length + self._repeat(begin)

    def _repeat(self, begin: int) -> float:
        owner = self.rows[begin].owner
        return self.repeated.get(owner, self.columns.line) if owner else 0.0

    def _column(self, begin: int, room: float) -> Iterator[tuple[int, float]]:
        """Where a column that is followed by another one may end, and what that costs."""
        found = False
        fits = begin
        for at in self._within(begin, room):
            fits = fits if fits > begin else at
            early = max(0.0, room - self._length(begin, at)) / self.columns.line
            if found and early > EARLY:
                return
            cost = self._break(at)
            if cost is not None:
                found = True
                yield at, cost + SHORT * early**2
        if not found and begin < fits:
            yield fits, FORCED
        elif not found and begin + 1 < len(self.rows):
            yield begin + 1, FORCED  # a row that is higher than a column

    def _within(self, begin: int, room: float) -> Iterator[int]:
        """The rows before which a column that fits its room could end, the longest first; never the end."""
        at = begin + 1
        while at < len(self.rows) and self._length(begin, at) <= room + CLOSE:
            at += 1
        if at < len(self.rows) or self._length(begin, len(self.rows)) > room + CLOSE:
            at -= 1
        yield from range(min(at, len(self.rows) - 1), begin, -1)

    def _end(self, begin: int, room: float) -> tuple[float, tuple[int, ...]] | None:
        """The rest on one page, its columns balanced: the cost and the breaks; None if it has no room."""
        key = (begin, room)
        if key not in self._ends:
            total = self._length(begin, len(self.rows))
            ways = self._split(begin, room, self.columns.count) if total <= room * self.columns.count else ()
            weighed = [(cost + self._uneven(begin, breaks), breaks) for cost, breaks in ways]
            self._ends[key] = min(weighed, default=None)
        return self._ends[key]

    def _split(self, begin: int, room: float, count: int) -> Iterator[tuple[float, tuple[int, ...]]]:
        if self._length(begin, len(self.rows)) <= room + CLOSE:
            yield 0.0, ()
        if count > 1:
            for at in self._within(begin, room):
                cost = self._break(at)
                if cost is not None:
                    for more, breaks in self._split(at, room, count - 1):
                        yield cost + more, (at, *breaks)

    def _uneven(self, begin: int, breaks: tuple[int, ...]) -> float:
        """What columns of unequal length cost; those on the right should not be the longer ones."""
        edges = (begin, *breaks, len(self.rows))
        lengths = [self._length(a, b) / self.columns.line for a, b in pairwise(edges)]
        lengths += [0.0] * (self.columns.count - len(lengths))
        longer = sum(max(0.0, b - a) for a, b in pairwise(lengths))
        return sum(SHORT * (max(lengths) - length) ** 2 for length in lengths) + SHORT * longer

    def _break(self, at: int) -> float | None:
        """What a break before a row costs; None where there must be none."""
        row, before = self.rows[at], self.rows[at - 1]
        cost = REPEATS if row.owner else 0.0
        if row.number:
            inside = {"heading": IN_HEADING, "sub": IN_SUB, "run-in": IN_RUN}.get(row.rank)
            if inside is None or row.number < LONE or row.of - row.number < LONE:
                return None
            return cost + (0.0 if row.rank == "run-in" and row.start.letter == 0 else inside)
        if before.rank in ("letter", "divided") and row.rank != "letter":
            return None if before.rank == "letter" or row.rank == "sub" else cost
        if row.owner and row.last:
            cost += LAST_ALONE / row.of
        start = at - before.number - 1  # the paragraph above
        above = self.rows[start - 1] if start > 0 else None
        if above is not None and above.rank == "divided" and before.rank == "sub":
            cost += ONE_ABOVE / before.of
        if above is not None and above.rank == "letter":
            cost += ONE_ENTRY / before.of
        return cost
