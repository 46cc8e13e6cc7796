"""What stands around a surname → the given names and titles that it has there: “Marshal I. N. Smirnov”."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.given import is_initial
from chresto.apparatus.mentions.phrases import PATRONYMIC
from chresto.apparatus.mentions.read import FUNCTION_WORDS
from chresto.doors.names import Gender, gender_of_title, is_given, is_particle, is_title

#: The word right before a place, with the space behind it.
_LAST = re.compile(r"(?<![\w'])([^\W\d_][\w'-]*\.?)-?( ?)\Z")
#: What ends in a letter with a full stop and is no initial: “the U.S. Stalin …”, “R. v. Smirnov”.
_ABBREVIATED = re.compile(r"(?:U\.S|U\.K|U\.N|a\.m|p\.m|i\.e|e\.g|cf|vs|\b[a-z])\.\Z")
_INITIALS = re.compile(r"[^\W\d_]{1,2}\.")
#: A pet name between given name and surname: Grigory (Sergo) Ordzhonikidze.
_PET = re.compile(r"([(\"“'][^()\"“”]{2,20}[)\"”'] )\Z")
_BEHIND = re.compile(r", ((?:[^\W\d_]{1,2}\. ?-?)+)(?! ?[^\W\d_]{2})")
_PLACE = re.compile(r"\b(?:in|at|near|outside|In|At|Near|Outside|From) \Z")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST = 4  # words before a surname that may belong to it
LOOK = 64  # how far back they may stand


@dataclass(frozen=True, slots=True)
class Naming:
    """How a surname is led up to."""

    given: tuple[str, ...]  # given names and initials, in small letters
    start: int  # where they begin
    said: str = ""  # the given names as they stand
    gender: Gender = ""  # of a title
    unknown: str = ""  # a word with a capital of which nobody knows what it is
    titled: bool = False


def before(plain: str, start: int, fits: Callable[[str], bool], common: AbstractSet[str]) -> Naming:
    """Read backwards from a surname in a folded text.

    `fits`: whether a word in small letters is a given name that the register knows, or another form of one;
    `common`: words that the book also writes with a small letter.
    """
    words, title = _leading(plain, start)
    names = [w for w in words if not w[1].islower()]  # without particles
    if names and plain.endswith(("the ", "The "), 0, names[0][0]):
        return Naming((), start)  # “in the Red Book Stalin …”
    for n, (at, word) in enumerate(names):
        if _is_name(word, plain, at, fits, common):
            given = tuple(lower(w) for _, w in names[n:])
            return Naming(given, at, plain[at:start].strip(), gender_of_title(title), titled=bool(title))
    unknown = names[-1][1] if names and not title else ""
    if unknown and (
        lower(unknown) in common
        or lower(unknown) in DAYS
        or unknown.isupper() != plain[start : start + 2].isupper()
        or begins_sentence(plain, names[-1][0])
        or _is_place(plain, names[-1][0])
    ):
        unknown = ""
    return Naming((), start, gender=gender_of_title(title), unknown=unknown, titled=bool(title))


def _leading(plain: str, start: int) -> tuple[list[tuple[int, str]], str]:
    """The words with capitals, initials and particles right before a place, and the title before them."""
    words: list[tuple[int, str]] = []
    position = start
    while len(words) < MOST:
        pet = _PET.search(plain, max(0, position - 24), position) if not words else None
        position = pet.start() if pet else position
        match = _LAST.search(plain, max(0, position - LOOK), position)
        if not match:
            break
        word = match[1]
        if word.endswith("'s"):
            break
        if not match[2] and not word.endswith("."):
            break
        if is_title(word) and not (words and len(word) == len("M.")):  # an initial before others
            return words, word
        particle = word[0].islower() and is_particle(word)
        if not particle and (not word[0].isupper() or (word.endswith(".") and not is_initial(word))):
            break
        if is_initial(word) and _ABBREVIATED.search(plain, max(0, match.end(1) - 5), match.end(1)):
            break
        position = match.start(1)
        words.insert(0, (position, word))
    while words and words[0][1].islower():
        words.pop(0)
    return words, ""


def _is_name(word: str, plain: str, at: int, fits: Callable[[str], bool], common: AbstractSet[str]) -> bool:
    """Whether a word with a capital is a given name or an initial."""
    low = lower(word)
    if is_initial(word):
        return True
    if low in FUNCTION_WORDS or (begins_sentence(plain, at) and low in common):
        return False
    known = (
        fits(low) or is_given(word if not word.isupper() else word.title()) or bool(PATRONYMIC.fullmatch(low))
    )
    return known and not _is_place(plain, at)


def _is_place(plain: str, at: int) -> bool:
    """Whether the word names a place: “In Paris Trotsky …”."""
    return bool(_PLACE.search(plain, max(0, at - 8), at))


def begins_sentence(plain: str, at: int) -> bool:
    """Whether a sentence begins at a place of a folded text."""
    left = plain[max(0, at - 12) : at].rstrip(" \"'“‘([*¹²³⁴⁵⁶⁷⁸⁹⁰")
    return not left or left[-1] in ".!?:…—–"


def behind(plain: str, end: int) -> tuple[str, ...]:
    """Initials behind a surname as lists have them, “Smirnov, I. N.”; in small letters."""
    match = _BEHIND.match(plain, end)
    found = _INITIALS.findall(match[1]) if match else []
    return tuple(lower(i) for i in found if not is_title(i) or len(i) == len("M."))
