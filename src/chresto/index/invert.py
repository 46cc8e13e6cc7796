"""A name as it stands in a text → the name as an index has it: the surname first."""

from chresto.doors.names import is_particle, is_title

#: Words within a name that say it has no surname: “Catherine the Great”, “Joan of Arc”.
EPITHETS = ("of", "the", "du", "d’")
SUFFIXES = ("jr", "sr", "junior", "senior", "esq")
#: Particles that belong to the surname though they have a capital: “Martin Van Buren”.
CAPITAL = ("De", "Del", "Della", "Der", "Di", "La", "Le", "Van", "Vander", "Von")


def inverted(name: str) -> str:
    """A name with its surname first, particles included (Chicago Manual of Style, 16.71 and 16.84).

    >>> inverted("Gregory Zinoviev"), inverted("Koba"), inverted("Joachim von Ribbentrop")
    ('Zinoviev, Gregory', 'Koba', 'von Ribbentrop, Joachim')
    >>> inverted("Ivan IV"), inverted("Catherine the Great"), inverted("Martin Luther King Jr.")
    ('Ivan IV', 'Catherine the Great', 'King, Martin Luther, Jr.')
    """
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        return f"{' '.join(words[1:])}, the"  # “Boss, the”
    suffix = ""
    if len(words) > 2 and words[-1].rstrip(".").lower() in SUFFIXES:  # noqa: PLR2004  -- given name, surname
        suffix = f", {words.pop()}"
        words[-1] = words[-1].rstrip(",")
    if len(words) > 1 and words[0][:1].isupper() and is_title(words[0]) and not words[1][:1].islower():
        del words[0]
    if len(words) == 1 or not words or words[0].islower() or "," in " ".join(words) or _is_whole(words):
        return name if not suffix and "," in name else " ".join(words) + suffix
    cut = len(words) - 1
    while cut > 1 and (
        words[cut - 1] in CAPITAL or (words[cut - 1].islower() and is_particle(words[cut - 1]))
    ):
        cut -= 1
    return f"{' '.join(words[cut:])}, {' '.join(words[:cut])}{suffix}"


def _is_whole(words: list[str]) -> bool:
    """Whether a name is that of a king or of somebody without a surname."""
    return any(w in EPITHETS for w in words[1:-1]) or (
        words[-1].isupper() and not set(words[-1]) - set("IVX") and len(words) > 1
    )
