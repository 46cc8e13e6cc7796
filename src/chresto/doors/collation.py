"""A heading → its sort key by the Unicode Collation Algorithm (UTS #10), and its group letter.

Through pyuca, with the default table (DUCET).
"""

import unicodedata
from functools import cache

import pyuca


@cache
def _collator() -> pyuca.Collator:
    return pyuca.Collator()


def sort_key(heading: str) -> tuple[int, ...]:
    """What headings are ordered by: word by word, marks and case only where letters agree."""
    return tuple(_collator().sort_key(heading.lstrip("‘’“”\"'(")))


def group_letter(heading: str) -> str:
    """The letter that a heading stands under: its first one without marks, upper case; “0–9” for figures."""
    for c in unicodedata.normalize("NFD", heading):
        if c.isdigit():
            return "0–9"
        if c.isalpha():
            return c.upper()[:1]
    return "*"


def heading_key(heading: str) -> tuple[object, ...]:
    """What sorts a heading: the surname, then what stands behind its comma, each as `sort_key` has it.

    So “Tarasov, Ivan” comes before “Tarasov-Rodionov, Alexander”.
    """
    return tuple(sort_key(part) for part in heading.split(", "))
