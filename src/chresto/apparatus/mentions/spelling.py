"""A surname → what its transliterations have in common: “Pyatakov”, “Piatakov” and “Pjatakow” are one.

For names with an ending that Slavic, Georgian and Armenian surnames have, in the ways in which English,
French and German have spelled them: Library of Congress, British Standard 2979, newspapers of the time.
"""

import re
from functools import cache

#: Tried in this order, on small letters without marks.
STEPS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(tsch|tch|tsh|cz|sch|sh|ch|kh)", "h"),
        (r"(ff|w)", "v"),
        (r"f$", "v"),
        (r"(tz|ts|tc|z(?=k)|c(?=k))", "ts"),
        (r"x", "ks"),
        (r"zh", "j"),
        (r"^(ye|ie|je)", "e"),
        (r"[yj]", "i"),
        (r"ii+", "i"),
        (r"(?<=[aeou])ie", "e"),
        (r"ie", "e"),
        (r"(.)\1", r"\1"),
    )
)
ENDINGS = re.compile(
    r"(ov|ev|off|eff|ow|ew|in|yn|in[ae]|ov[ae]|ev[ae]|[stzc]k[iy]j?|sk(ii|iy|aya|aia)|dze|shvili|[iy]an|"
    r"[vw]i(ch|cz|tch|tsch|c)|enko|chuk|goda)$"
)
SHORTEST = 5  # letters: of shorter names too many look like one another


@cache
def skeleton(word: str) -> str:
    """What the spellings of a name have in common; empty if it is no name of which that can be said.

    >>> skeleton("pyatakov") == skeleton("piatakov") == skeleton("pjatakow"), skeleton("smith")
    (True, '')
    """
    if len(word) < SHORTEST or not word.isalpha() or not ENDINGS.search(word):
        return ""
    for pattern, by in STEPS:
        word = pattern.sub(by, word)
    return word
