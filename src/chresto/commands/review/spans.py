"""Stretches of letters, put in once → whether any of them holds, or touches, another stretch."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches [start, end), which may overlap: asked many times, they are not gone through each time."""

    starts: list[int]
    reach: list[int]  # the furthest end of this one and those before

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> "Spans":
        """In any order."""
        found = sorted(spans)
        return cls([start for start, _ in found], list(accumulate((end for _, end in found), max)))

    def hold(self, start: int, end: int) -> bool:
        """Whether all of [start, end) is in one of them.

        >>> Spans.of([(2, 5), (4, 9)]).hold(3, 5), Spans.of([(2, 5), (4, 9)]).hold(3, 6)
        (True, False)
        """
        n = bisect_right(self.starts, start)
        return n > 0 and self.reach[n - 1] >= end

    def touch(self, start: int, end: int) -> bool:
        """Whether a part of [start, end) is in one of them.

        >>> Spans.of([(2, 5)]).touch(4, 9), Spans.of([(2, 5)]).touch(5, 9)
        (True, False)
        """
        n = bisect_left(self.starts, end)
        return n > 0 and self.reach[n - 1] > start
