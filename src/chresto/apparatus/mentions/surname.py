"""A surname alone, what a reader of the text knows so far → whom it means, or why that is open."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from chresto.apparatus.mentions.find import Finder, Hit
from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.naming import begins_sentence
from chresto.apparatus.mentions.readings import Reading

#: What a person does, behind a name that may be a common word: “Stone said”, “Stone, Parsons and”.
_ACTS = re.compile(
    r"'s\b|:|, [A-Z]\w+(?:,| and)| (?:was|is|had|has|did|said|says|told|wrote|writes|could|would|went|came|"
    r"and [A-Z]\w+|himself|herself|\w+ed)\b"
)
_HER = re.compile(r"(?:,? who)? herself\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whom words mean and why.  For nobody, `sure` says that there is nothing to ask the editor."""

    entries: tuple[str, ...]
    why: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Last:
    """Who of a surname was last named in full."""

    entry: str  # empty: somebody whom the register does not know
    said: str
    block: int


@dataclass(slots=True)
class Memory:
    """What a reader of a text knows where he stands."""

    ever: frozenset[str]  # who is named in full anywhere in the text
    named: set[str] = field(default_factory=set)  # in full, up to here
    met: set[str] = field(default_factory=set)  # by whatever words, up to here
    last: dict[str, Last] = field(default_factory=dict)  # by surname, small letters


def of_surname(
    reading: Reading, at: int, memory: Memory, finder: Finder, common: AbstractSet[str]
) -> Verdict:
    """Whom a surname in block number `at` means."""
    hit = reading.hit
    words = hit.block.plain[hit.start : hit.end]
    forms = [f for f in reading.bare if not f.limits.after_full or f.entry in memory.named]
    listed = _entries(f.entry for f in forms if f.kind == "bare")
    known = _entries(f.entry for f in forms if f.kind == "surname" and f.entry in memory.named)
    may = _entries((*listed, *known))
    if _is_common(hit, words, common) and not (
        memory.met & set(may) and _ACTS.match(hit.block.plain, hit.end)
    ):
        return Verdict((), "a common word, where every word may have a capital")
    if not forms and reading.bare:
        return Verdict((), "the full name has not stood before, as the variant asks")
    last = next((memory.last[w] for f in hit.forms if (w := lower(f.words)) in memory.last), None)
    if not may:
        return _of_unnamed(reading, words, last, memory)
    # a stranger, or one whom the condition of a variant rules out, holds the name where he has just come in
    other = last is not None and last.entry not in may
    if last is not None and other and (last.block == at or not memory.met & set(may)):
        return Verdict((), f"perhaps {last.said}, named last")
    return _of_known(reading, (listed, known), None if other else last, memory, finder)


def of_several(people: tuple[str, ...], words: str, memory: Memory, finder: Finder) -> Verdict:
    """One of several whom the same words name, or a query."""
    if finder.spec.surnames == "last-named" and finder.spec.kind == "people":
        last = memory.last.get(words)
        if last is not None and last.entry in people:
            return Verdict((last.entry,), f"named in full before: {last.said}", sure=False)
        ever = tuple(p for p in people if p in memory.ever)
        if len(ever) == 1:
            return Verdict(ever, "the only bearer of the name whom this text names in full", sure=False)
    return Verdict((), "it may name several", sure=False)


def _of_known(
    reading: Reading,
    people: tuple[tuple[str, ...], tuple[str, ...]],
    last: Last | None,
    memory: Memory,
    finder: Finder,
) -> Verdict:
    """Among those whom the register lists for the surname, and those who have been named in full."""
    hit = reading.hit
    asked = finder.spec.surnames == "ask"
    listed = people[0] if asked else _of_one_gender(people[0], hit, finder)
    known = people[1] if asked or listed else _of_one_gender(people[1], hit, finder)
    may = _entries((*listed, *known))
    if len(may) == 1:
        sure = not (hit.spelled or reading.unknown or len(reading.people) > 1)
        return Verdict(may, "", sure=sure)
    goes_before = not listed or (last is not None and last.entry in listed) or not memory.met & set(listed)
    if last is not None and last.entry in may and not asked and goes_before:
        return Verdict((last.entry,), f"named in full before: {last.said}", sure=False)
    if len(listed) == 1:
        return Verdict(listed, "", sure=False)
    return of_several(listed or may, lower(hit.block.plain[hit.start : hit.end]), memory, finder)


def _of_unnamed(reading: Reading, words: str, last: Last | None, memory: Memory) -> Verdict:
    """A surname that the register does not list, before its bearer has been named in full."""
    people = _entries(f.entry for f in reading.bare)
    later = tuple(p for p in people if p in memory.ever) or people
    patronymic = " " in words
    if len(later) == 1 and (last is None or patronymic):
        if later[0] in memory.ever:
            return Verdict(later, "the only bearer of the name whom this text names in full", sure=False)
        if reading.titled or patronymic:
            return Verdict(later, "a title or a patronymic", sure=False)
    return Verdict((), "nobody of this name has been named in full")


def _entries(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _of_one_gender(people: tuple[str, ...], hit: Hit, finder: Finder) -> tuple[str, ...]:
    """Where a man and a woman have a surname, prose means him where no title stands before it."""
    bearers = finder.phrases.bearers
    wanted = "female" if _HER.match(hit.block.low, hit.end) else "male"
    found = tuple(p for p in people if bearers[p].likely == wanted)
    rest = [p for p in people if p not in found]
    return found if found and rest and all(bearers[p].likely for p in rest) else people


def _is_common(hit: Hit, words: str, common: AbstractSet[str]) -> bool:
    """Whether the name may be a word: “Stone” at the beginning of a sentence or in a title."""
    if lower(words) not in common:
        return False
    return hit.block.heading or words.isupper() or begins_sentence(hit.block.plain, hit.start)
