"""A text → the same in fewer signs, so that what a reader takes for one name is one; places in it stay.

Only signs that are no letters are added or taken away, so a place that is counted in letters stays.
"""

import unicodedata
from functools import cache

#: What stands for what: apostrophes, hyphens, spaces; letters with a stroke, which have no mark to take off.
SIGNS = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\n": " ",
        "\t": " ",
    }
    | {"‑": "-", "‐": "-", "\u00ad": None, "\u200b": None, "\u2060": None}
)
STROKES = str.maketrans("łŁøØđĐıħ", "lLoOdDih")


def fold(text: str) -> str:
    """The text without marks on letters and with one shape of apostrophes, hyphens and spaces.

    >>> fold("Slánský’s"), fold("Ovseen\u00adko")
    ("Slansky's", 'Ovseenko')
    """
    text = text.translate(SIGNS)
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    if sum(map(str.isalnum, composed)) == sum(map(str.isalnum, text)):
        text = composed
    return "".join(map(_base, text)).translate(STROKES)


@cache
def _base(letter: str) -> str:
    """A letter without its marks; itself where it is more than a letter with marks."""
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if all(unicodedata.combining(c) for c in parts[1:]) else letter


def lower(text: str) -> str:
    """The text in small letters, as long as it was.

    >>> lower("İÇ")
    'İç'
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(s if len(s := c.lower()) == 1 else c for c in text)
