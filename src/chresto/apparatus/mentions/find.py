"""A text's blocks, a register → the places in them where phrases of entries stand, the longest of each place.

A phrase is found as whole words, from the left, all in one pass (`doors.automaton`).  A name in capitals is
the name; a name before a word for a thing (“Lenin Library”) names the thing.  Whom a surname names is
settled by `settle`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from chresto.apparatus.marks import Marked
from chresto.apparatus.mentions.docket import NUMBERS
from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.phrases import Form, Phrases, phrases
from chresto.apparatus.mentions.read import Block, overlaps
from chresto.apparatus.mentions.spelling import skeleton
from chresto.apparatus.mentions.things import THINGS, is_thing
from chresto.book import Item, RegisterFile
from chresto.doors.automaton import Automaton
from chresto.registers import Entry, Trial

#: A word with a capital, long enough to be another spelling of a surname; without the ’s behind it.
_CAPITALS = re.compile(r"(?<![\w'])[^\W\d_a-z](?:[^\W\d_]|'(?!s\b)){4,}(?!\w)")
#: The word right before a phrase that does not begin a sentence with it.
_LED = re.compile(r"(?<=[\w,] )([^\W\d_][\w-]+) \Z")
_AND_OTHERS = re.compile(
    r" and (?:his|her|their|the other|other|others|another|\d+|two|three|four|\w+teen|\w+ others)\b"
)
_ACRONYM = 3  # letters of the shortest name that may stand in capitals


@dataclass(frozen=True, slots=True)
class Finder:
    """A register ready to be looked for."""

    register: str
    spec: RegisterFile
    automaton: Automaton
    phrases: Phrases
    things: frozenset[str]
    entries: Mapping[str, Entry]
    #: words with a capital that the book has without another behind them
    standing: AbstractSet[str] = frozenset()

    @classmethod
    def of(cls, register: str, spec: RegisterFile, entries: Mapping[str, Entry]) -> "Finder":
        """Build the automaton of a register."""
        found = phrases(spec, entries)
        things = frozenset(spec.things or THINGS)
        return cls(register, spec, Automaton(found.forms), found, things, entries)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place [start, end) of a block's folded text where phrases of entries stand."""

    block: Block
    start: int
    end: int
    forms: tuple[Form, ...]
    spelled: bool = False  # only as a transliteration of them


def hits(blocks: Sequence[Block], finder: Finder, marked: Marked, item: Item) -> Iterator[Hit]:
    """Every place that may be a mention, in the order of the text."""
    for block in blocks:
        found = [*_phrases(block, finder), *_spelled(block, finder)]
        reached = 0
        for hit in sorted(found, key=lambda h: (h.start, -h.end)):
            if hit.start < reached:
                continue
            nobody = any(f.kind == "never" for f in hit.forms)
            forms = tuple(f for f in hit.forms if f.kind != "never" and _holds(f, hit, item))
            if not forms and not nobody:
                continue  # a shorter phrase may stand here
            reached = hit.end
            if finder.spec.kind == "trials":
                forms = tuple(f for f in forms if not _of_others(hit, f, finder.entries))
            first, last = block.letters(hit.start, hit.end)
            if (
                forms
                and not nobody
                and not marked.overrules(finder.register, block.id, first, last)
                and not overlaps(block.cited, first, last)
                and not is_thing(block.plain, hit.start, hit.end, finder.things)
            ):
                yield Hit(block, hit.start, hit.end, forms, hit.spelled)


def _phrases(block: Block, finder: Finder) -> Iterator[Hit]:
    """Whole words, written as a register has them."""
    low, plain = block.low, block.plain
    for start, end, known in finder.automaton.find(low):
        if low[start - 1 : start].isalnum():
            continue
        if low[end : end + 1].isalnum():
            stems = tuple(f for f in known if f.stem and _written(plain[start:end], f))
            while stems and low[end : end + 1].isalnum():
                end += 1  # noqa: PLW2901  -- the word as far as it goes
            if stems:
                yield Hit(block, start, end, stems)
            continue
        forms = tuple(f for f in known if _written(plain[start:end], f) and _plural(plain, start, f))
        if forms:
            yield Hit(block, start, end, forms)


def _written(found: str, form: Form) -> bool:
    """Whether the capitals are those of the form, or all of a word's letters are capitals."""
    if found == form.words or form.loose:
        return True
    if form.words[0].islower() and found[0].isupper() and found[1:] == form.words[1:]:
        return True  # at the beginning of a sentence
    pairs = zip(found.split(), form.words.split(), strict=True)
    return len(found) >= _ACRONYM and all(a == b or a == b.upper() for a, b in pairs)


def _plural(plain: str, start: int, form: Form) -> bool:
    return form.kind != "plural" or lower(plain[max(0, start - 4) : start]).endswith(("the ", "two ", "oth "))


def _holds(form: Form, hit: Hit, item: Item) -> bool:
    """Whether the conditions of a variant hold here, but for the one that `settle` looks after."""
    limits = form.limits
    if limits.within and item.id not in limits.within:
        return False
    if limits.near and not any(_stands(word, hit.block.low) for word in limits.near):
        return False
    for phrase in limits.never:
        at = max(0, hit.start - len(phrase)) - 1
        while 0 <= (at := hit.block.low.find(phrase, at + 1)) < hit.end:
            if hit.start < at + len(phrase):
                return False
    return True


def _of_others(hit: Hit, form: Form, entries: Mapping[str, Entry]) -> bool:
    """Whether a phrase is part of what another trial is called: “the Delmas treason trial”."""
    plain, entry = hit.block.plain, entries[form.entry]
    known = lower(f"{entry.heading} {' '.join(entry.names)}")
    before = _LED.search(plain[max(0, hit.start - 40) : hit.start])
    if before and lower(before[1]) in NUMBERS and form.loose:
        return True  # “the second Moscow trials”
    if (
        before
        and plain[hit.start : hit.end] != form.words
        and before[1][0].isupper()
        and lower(before[1]) not in known
    ):
        return True
    return is_of_more(plain, hit.end, form.entry, entries)


def is_of_more(plain: str, end: int, key: str, entries: Mapping[str, Entry]) -> bool:
    """Whether a phrase for the trial of one goes on with others, as “the trial of Mandela and his comrades”.

    If he had one trial only, its register may have named him alone for short.
    """
    entry = entries[key]
    if not isinstance(entry, Trial) or len(entry.accused) != 1 or (entry.count or 1) > 1:
        return False
    again = any(
        isinstance(e, Trial) and k != key and entry.accused[0].person in {a.person for a in e.accused}
        for k, e in entries.items()
    )
    return again and bool(_AND_OTHERS.match(plain, end))


def _stands(word: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _spelled(block: Block, finder: Finder) -> Iterator[Hit]:
    """Words with a capital that no phrase is, and that are another spelling of a surname."""
    table = finder.phrases.skeletons
    if not table:
        return
    for match in _CAPITALS.finditer(block.plain):
        low = lower(match[0])
        bones = skeleton(low.replace("'", ""))
        if bones and bones in table and low not in finder.phrases.forms:
            yield Hit(block, match.start(), match.end(), tuple(table[bones]), spelled=True)
