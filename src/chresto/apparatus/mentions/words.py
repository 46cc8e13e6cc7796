"""A block, whom it names → its words as phrases about trials are read; a date among words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chresto.apparatus.mentions.docket import MONTHS, TOKEN, normal
from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.read import Block

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
DAY = 2  # figures that a day of a month has at most


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block: as it stands, normal (empty if it tells nothing), whom it is part of the name of."""

    start: int
    end: int
    text: str
    normal: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A trial that words [start, end) of a block name, and by what."""

    start: int
    end: int
    entries: tuple[str, ...]  # more than one: it may be any of them
    why: str
    sure: bool = True


def words_of(block: Block, people: Sequence[tuple[int, int, str]]) -> list[Word]:
    """The words of a block; `people`: offsets of the names in it, and whose they are."""
    found = []
    waiting = sorted(people, reverse=True)
    for match in TOKEN.finditer(block.plain):
        one = normal([match[0]])
        while waiting and waiting[-1][1] <= match.start():
            waiting.pop()
        whose = waiting[-1][2] if waiting and waiting[-1][0] <= match.start() else ""
        found.append(Word(match.start(), match.end(), match[0], one[0] if one else "", whose))
    return found


def date_of(words: list[Word]) -> tuple[tuple[int, int, int] | None, list[Word]]:
    """Year, month and day of a date among words (0: not said), and the other words."""
    year = month = day = 0
    rest = []
    for n, word in enumerate(words):
        small = lower(word.text)
        if YEAR.fullmatch(small) and not year:
            year = int(small)
        elif small in MONTHS and not month and word.text[0].isupper():
            month = MONTHS[small]
        elif (
            small.isdigit()
            and len(small) <= DAY
            and any(lower(w.text) in MONTHS for w in words[max(0, n - 2) : n + 4])
        ):
            day = day or int(small)
        else:
            rest.append(word)
    return ((year, month, day) if year or month else None), rest


def years_of(words: list[Word]) -> tuple[int, int] | None:
    """The years of “1963–65” at the end of some words."""
    if len(words) < 2 or not (YEAR.fullmatch(words[-2].text) and words[-1].text.isdigit()):  # noqa: PLR2004
        return None
    first, last = words[-2].text, words[-1].text
    return int(first), int(last if len(last) == len(first) else first[: -len(last)] + last)
