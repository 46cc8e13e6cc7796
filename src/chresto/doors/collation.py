"""Words → weights by the Unicode Collation Algorithm (UTS #10), to sort by.

Through pyuca, with the default table (DUCET).
"""

from functools import cache

import pyuca


@cache
def _collator() -> pyuca.Collator:
    return pyuca.Collator()


@cache
def sort_key(words: str) -> tuple[int, ...]:
    """The weights of all levels: letters first, then marks, then case."""
    return tuple(_collator().sort_key(words.lstrip("‘’“”\"'(")))


@cache
def letter_weights(words: str) -> tuple[int, ...]:
    """The weights of the letters alone: the same for “Öre” and “ore”, “ø” and “o”, “æ” and “ae”."""
    weights = _collator().sort_key(words)
    return tuple(weights[: weights.index(0)] if 0 in weights else weights)
