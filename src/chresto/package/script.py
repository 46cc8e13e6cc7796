"""Words → the tag for a language that only their script tells, or none: “und-Cyrl” (BCP 47)."""

import unicodedata

#: The first word of a letter's name in Unicode, with the code of the script (ISO 15924).
SCRIPTS = {"CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr", "ARABIC": "Arab", "CJK": "Hani"}


def script_tag(words: str) -> str:
    """The tag of words that are all of one script other than Latin.

    >>> script_tag("Коба"), script_tag("Koba (Коба)")
    ('und-Cyrl', '')
    """
    found = {unicodedata.name(c, "").split(" ")[0].split("-")[0] for c in words if c.isalpha()}
    return f"und-{SCRIPTS[found.pop()]}" if len(found) == 1 and found <= set(SCRIPTS) else ""
