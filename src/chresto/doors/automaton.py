"""Phrases and a text → every place where one of them stands, in one pass whatever their number.

The algorithm is Aho and Corasick's (1975).  Through pyahocorasick.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import ahocorasick


class Automaton:
    """A set of phrases, each with a value."""

    def __init__(self, phrases: Mapping[str, Any]) -> None:
        """Build it once; building costs as much as the phrases are long."""
        self._empty = not phrases
        self._automaton = ahocorasick.Automaton()
        for phrase in sorted(phrases):
            self._automaton.add_word(phrase, (len(phrase), phrases[phrase]))
        if phrases:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, Any]]:
        """Start, end and value of every occurrence, overlapping ones too, by their ends."""
        if self._empty:
            return
        found: Iterable[tuple[int, tuple[int, Any]]] = self._automaton.iter(text)
        for last, (length, value) in found:
            yield last + 1 - length, last + 1, value
