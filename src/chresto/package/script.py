"""Words → the tag for a language that only their script tells, or none: “und-Cyrl” (BCP 47)."""

from chresto.scripts import MIXED, TAGS, script_of

#: The code of each script but the Latin one (ISO 15924).
CODES = {name: code.capitalize() for code, name in reversed(TAGS.items()) if name != "Latin"}


def script_tag(words: str) -> str:
    """The tag of words that are all of one script other than Latin.

    >>> script_tag("Коба"), script_tag("Koba (Коба)"), script_tag("日本の")
    ('und-Cyrl', '', 'und-Jpan')
    """
    found = {script_of(c) for c in words if c.isalpha()}
    if found & set(MIXED):
        found -= {"Chinese"}
    return f"und-{CODES[found.pop()]}" if len(found) == 1 and found <= set(CODES) else ""
