"""A letter → the script that it is of; what a language and a tag say of it."""

import unicodedata
from typing import Final

#: Languages that are written in another script than the Latin one, unless their tag names the script.
SCRIPTS: Final = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "cu", "kk", "ky", "mn", "tg"), "Cyrillic"),
    **dict.fromkeys(("el", "grc"), "Greek"),
    **dict.fromkeys(("he", "yi"), "Hebrew"),
    **dict.fromkeys(("ar", "fa", "ur"), "Arabic"),
    "hy": "Armenian",
    "ka": "Georgian",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
}
#: The codes of ISO 15924 in small letters; the first one of a script is the one that chresto writes.
TAGS: Final = {
    "latn": "Latin",
    "cyrl": "Cyrillic",
    "grek": "Greek",
    "hebr": "Hebrew",
    "arab": "Arabic",
    "armn": "Armenian",
    "geor": "Georgian",
    **dict.fromkeys(("hani", "hans", "hant"), "Chinese"),
    **dict.fromkeys(("jpan", "hira", "kana"), "Japanese"),
    **dict.fromkeys(("kore", "hang"), "Korean"),
}
#: What Unicode calls the letters of a script, where that is not its name.
CALLED: Final = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
#: Scripts whose words may have Chinese letters among their own.
MIXED: Final = ("Japanese", "Korean")


def script_of(letter: str) -> str:
    """The script of a letter; another word if it is of none of these.

    >>> script_of("Ж"), script_of("漢"), script_of("é")
    ('Cyrillic', 'Chinese', 'Latin')
    """
    name = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
    return CALLED.get(name, name.capitalize())
