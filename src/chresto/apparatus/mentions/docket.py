"""A register of trials → what phrases are looked up in: words before and behind “trial”, dates, accused."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chresto import edtf
from chresto.apparatus.mentions.fold import fold, lower
from chresto.registers import Entry, Trial

#: Words for a trial, in the singular; those in the second line need a name before them to be one.
NOUNS = frozenset(("trial", "process", "proceeding", "hearing", "tribunal", "court-martial"))
WEAK = frozenset(("case", "affair", "prosecution", "inquiry", "impeachment"))
PLURALS = {f"{n}s": n for n in (*NOUNS, *WEAK)} | {"processes": "process", "inquiries": "inquiry"}
ONE = frozenset(("proceedings", "hearings"))  # plurals that mean one trial
LONG = (
    150  # days from which a trial of one date is more likely a shorter one: “the Moscow trials (1936–1938)”
)
#: Words between that tell nothing of which trial it is.
_FILLERS_WORDS = """
the a an so-called show great big public open famous notorious celebrated infamous political secret
closed first-ever main subsequent later earlier previous following recent actual whole entire big
major grand spectacular criminal same new joint
"""
FILLERS = frozenset(_FILLERS_WORDS.split())
_UNITS_WORDS = """
one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_UNITS = _UNITS_WORDS.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
NUMBERS = {w: str(n) for n, w in enumerate(_UNITS, 1)}
NUMBERS |= {w: str(n * 10) for n, w in enumerate(_TENS, 2)}
NUMBERS |= {f"{t}-{u}": str(n * 10 + m) for n, t in enumerate(_TENS, 2) for m, u in enumerate(_UNITS[:9], 1)}
SUFFIXES = ("st", "nd", "rd", "th")
NUMBERS |= {w: f"{n}{SUFFIXES[min(n, 4) - 1]}" for n, w in enumerate(_ORDINALS, 1)}
TOKEN = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+(?:['-][^\W\d_]+)*\.?|[^\s\w]")
MONTHS = {lower(m): n for n, m in enumerate(edtf.MONTHS, 1)}
MONTHS |= {m[:3] + ".": n for m, n in MONTHS.items()} | {"sept.": 9}

Words = tuple[str, ...]


@dataclass(slots=True)
class Docket:
    """The tables of a register of trials."""

    before: dict[Words, set[str]] = field(default_factory=dict)  # “(shakhty,) trial”
    behind: dict[Words, set[str]] = field(default_factory=dict)  # “trial of (16,)”
    all_before: dict[Words, set[str]] = field(default_factory=dict)  # “(moscow,) trials”, as one entry
    ordinals: dict[Words, set[str]] = field(default_factory=dict)  # “(2nd,) trial” of “second Moscow trial”
    dates: dict[str, tuple[date, date]] = field(default_factory=dict)
    accused: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[Words, set[str]] = field(default_factory=dict)  # (“budapest”,) → the trials held there
    words: dict[str, set[str]] = field(
        default_factory=dict
    )  # what else may be said of it: the place, the charges

    def in_time(self, year: int, month: int, day: int = 0) -> set[str]:
        """The trials of a year, of a month (year 0: of any year), of a day; of several the short ones."""
        found = {key for key, span in self.dates.items() if _meets(span, year, month, day)}
        short = {key for key in found if (self.dates[key][1] - self.dates[key][0]).days <= LONG}
        return short or found

    @property
    def series(self) -> set[str]:
        """The trials that the register counts."""
        return {e for found in self.ordinals.values() for e in found}

    def from_to(self, first: int, last: int) -> set[str]:
        """The trials, or series of them, that began in a year and ended in another."""
        return {k for k, (a, b) in self.dates.items() if (a.year, b.year) == (first, last)}


def _meets(span: tuple[date, date], year: int, month: int, day: int) -> bool:
    first, last = span
    years = range(first.year, last.year + 1) if not year else [year]
    for y in years:
        begin, end = (y, month or 1, day or 1), (y, month or 12, day or 31)
        if begin <= (last.year, last.month, last.day) and (first.year, first.month, first.day) <= end:
            return True
    return False


def docket(entries: Mapping[str, Entry]) -> Docket:
    """The tables of all entries."""
    found = Docket()
    for key, entry in entries.items():
        heading = entry.heading.partition(" (")[0]
        told = [heading, *entry.names]
        for phrase in told:
            _phrase(key, [m[0] for m in TOKEN.finditer(fold(phrase))], found)
        if not isinstance(entry, Trial):
            continue
        span = edtf.parse(entry.dates) if entry.dates is not None else None
        if span:
            found.dates[key] = span
        for place in re.split(r",| and | \(", entry.place):
            words = normal([m[0] for m in TOKEN.finditer(fold(place))])
            if words and place[:1].strip():
                found.places.setdefault(words, set()).add(key)
        found.accused[key] = frozenset(a.person for a in entry.defendants)
        about = [entry.heading, *entry.names, entry.place, entry.court, entry.charges, entry.short]
        found.words[key] = set(normal([m[0] for m in TOKEN.finditer(fold(" ".join(about)))]))
    for words, keys in list(found.before.items()):
        if len(words) > 1 and words[0].endswith(SUFFIXES) and words[0][0].isdigit():
            found.ordinals.setdefault(words[:1], set()).update(keys)
    return found


def _phrase(key: str, tokens: list[str], found: Docket) -> None:
    words = normal(tokens)
    at = next((n for n, w in enumerate(words) if w in NOUNS or w in WEAK), None)
    if at is None:
        return
    said = next(lower(t) for t in tokens if normal([t]) == (words[at],))
    table = found.all_before if said in PLURALS and said not in ONE else found.before
    rest = words[at + 1 :]
    if words[:at] and not rest:
        table.setdefault(words[:at], set()).add(key)
    if len(rest) > 1 and rest[0] in ("of", "against"):
        found.behind.setdefault(rest[1:], set()).add(key)


def normal(tokens: Sequence[str]) -> Words:
    """Words in small letters and the singular of “trials”, numbers in figures, without what tells nothing."""
    small = [lower(t).removesuffix("'s").removesuffix("'") for t in tokens]
    small = [w if w in MONTHS else w.rstrip(".") for w in small]
    return tuple(NUMBERS.get(w, PLURALS.get(w, w)) for w in small if w not in FILLERS and w[:1].isalnum())
