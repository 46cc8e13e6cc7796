"""A number from 1 → roman figures, lower case: folios of the front matter, marks of notes."""

FIGURES = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """A number from 1 in lower-case roman figures.

    >>> roman(4), roman(1936)
    ('iv', 'mcmxxxvi')
    """
    result = ""
    for worth, figure in FIGURES:
        times, number = divmod(number, worth)
        result += figure * times
    return result
