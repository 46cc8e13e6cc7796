"""Words behind or before a name → whether it is the name of a thing: “Lenin Library”, “Order of Lenin”."""

import re

#: Words that make a thing of a name that stands before them, unless the outline's register names others.
_THINGS_WORDS = """
Academy Act Airport Amendment Archive Archives Avenue Award Ballet Barracks Battalion Bay Boulevard
Bridge Brigade Building Bursary Camp Canal Chair Circle City Close Club Collection College
Constitution Cup Dam Decree Doctrine Drive Factory Farm Fellowship Foundation Fund Gallery Gardens
Gate Glacier Hall Highway Hill Hills Hospital House Institute Island Kolkhoz Lane Law Laws Library
Line Mausoleum Medal Memorial Metro Mill Mine Mines Monument Mountain Mountains Museum Oblast Order
Palace Park Peak Plant Plaza Prize Prospekt Quay Raion Railway Road Room Scholarship School Shipyard
Square Stadium State Station Street Terrace Theater Theatre Tower Tractor Trust University Village
Ward Works Opera Infirmary Lecture Lectures International Center Committee Class Clause
"""
THINGS = tuple(_THINGS_WORDS.split())
#: How many words with capitals may stand between: “Frunze Military Academy”.
BETWEEN = 2
_FOLLOWING = re.compile(
    r"((?:(?:[-–]| and )[^\W\d_][\w']*){0,6}) ((?:[^\W\d_][\w'-]*)(?: [^\W\d_][\w'-]*){0,2})"
)
#: Such words in small letters, behind a name with an article: “the Molotov districts”.
_COMMON = re.compile(
    r" (?:mausoleum|library|factory|factories|works|plants?|yards?|shipyards?|districts?|street|square|prize|"
    r"museum|stadium|metro|mines?|clause|act|laws?|amendment|constitution|theatre|theater|academy|institute|"
    r"station|canal|monument|bridge|tower|quarter|boulevard|kolkhoz|tractors?|thaw|medal|scholarship|"
    r"foundation)\b"
)
_POSSESSED = re.compile(
    r"'s (?:Island|Ledge|Hill|Creek|Point|Landing|Ferry|Bay|Peak|Mountain|Square|Street)\b"
)
_BEFORE = re.compile(
    r"(?:\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Uu]lica|[Pp]iazza) (?:du |de )?"
    r"(?:\w+ )?|"
    r"(?:Order|Medal|Cross|City|Port|Mount|Cape|Lake) of|(?i:\bcruiser|battleship|destroyer|icebreaker|"
    r"ice-breaker|steamer|steamship|liner|submarine|tanker|frigate|\bSS|\bHMS|\bUSS)) (?:the )?[\"“”']?$"
)


def is_thing(plain: str, start: int, end: int, things: frozenset[str]) -> bool:
    """Whether a name at [start, end) of a folded text is part of the name of a thing."""
    match = _FOLLOWING.match(plain, end)
    if match:
        words = match[2].split(" ")
        for n, word in enumerate(words[: BETWEEN + 1]):
            if word.removesuffix("'s") in things or word in things:
                return True
            if not word[:1].isupper() or n == BETWEEN:
                break
    if _POSSESSED.match(plain, end):
        return True
    if _COMMON.match(plain, end) and plain[max(0, start - 4) : start].lower() == "the ":
        return True
    return bool(_BEFORE.search(plain, max(0, start - 30), start))
