"""The hits of a text → mentions and doubts: whom each name means where it stands.

The rules are those by which a reader understands a name.  A full name means its bearer.  A surname means the
one last named in full, of those that it may mean.  Given names, initials or a title that fit nobody mean
somebody whom the register does not know, and so does the surname right after them.  A surname that the
register lists for one entry means that entry in all other places.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from chresto.apparatus.marks import Marked
from chresto.apparatus.mentions.find import Finder, Hit
from chresto.apparatus.mentions.fold import fold, lower
from chresto.apparatus.mentions.given import may_stand_for
from chresto.apparatus.mentions.read import Block
from chresto.apparatus.mentions.readings import Reading, read
from chresto.apparatus.mentions.surname import Last, Memory, Verdict, of_several, of_surname
from chresto.book import Item
from chresto.forms import Doubt, Mention, Spot
from chresto.registers import NOBODY

Found = Mention | Doubt
NEAR = 40  # signs before a name in which another given name may stand
_AND_GIVEN = re.compile(r"(?<![\w'-])([^\W\d_a-z][\w-]+) and \Z")


def settle(
    hits: Iterable[Hit],
    finder: Finder,
    item: Item,
    marked: Marked,
    blocks: list[Block],
    common: AbstractSet[str],
) -> Iterator[Found]:
    """Every hit of a text, in its order, is a mention, a doubt, or nothing."""
    order = {b.id: n for n, b in enumerate(blocks)}
    marks = sorted(
        ((order[m.start.block], m.start.letter), m.entry)
        for m in marked.mentions
        if m.register == finder.register and m.start.block in order
    )
    readings = [read(hit, finder, common) for hit in hits]
    ever = {r.full[0] for r in readings if len(r.full) == 1 and not r.as_wife} | {entry for _, entry in marks}
    settler = _Settler(finder, common, {fold(k): v for k, v in item.means.items()}, Memory(frozenset(ever)))
    marks.reverse()
    for reading in readings:
        at = order[reading.hit.block.id]
        letters = reading.hit.block.letters(reading.start, reading.hit.end)
        while marks and marks[-1][0] <= (at, letters[0]):
            settler.hear(marks.pop()[1], at)
        yield from settler.one(reading, at, letters)


@dataclass(slots=True)
class _Settler:
    finder: Finder
    common: AbstractSet[str]
    means: dict[str, str]
    memory: Memory

    def hear(self, entry: str, at: int) -> None:
        """Somebody is named in full."""
        self.memory.named.add(entry)
        self.memory.met.add(entry)
        for surname in self.finder.phrases.surnames.get(entry, ()):
            self.memory.last[surname] = Last(entry, self.finder.entries[entry].heading, at)

    def one(self, reading: Reading, at: int, letters: tuple[int, int]) -> Iterator[Found]:
        hit, memory = reading.hit, self.memory
        verdict = self._whom(reading, at)
        spots = (Spot(hit.block.id, letters[0]), Spot(hit.block.id, letters[1]))
        register, people = self.finder.register, reading.people
        others = tuple(p for p in people if p not in verdict.entries)
        yield from self._shared(reading, verdict)
        for entry in verdict.entries:
            if reading.full and not reading.as_wife:
                self.hear(entry, at)
            memory.met.add(entry)
            why = verdict.why or self._variant(reading, entry)
            yield Mention(register, entry, *spots, hit.block.note, why=why, sure=verdict.sure, others=others)
        if not verdict.entries and verdict.why:
            yield Doubt(register, *spots, people, verdict.why, asked=not verdict.sure)

    def _shared(self, reading: Reading, verdict: Verdict) -> Iterator[Mention]:
        """“Julius and Ethel Rosenberg”: a given name before “and” that has its surname behind it."""
        hit = reading.hit
        before = _AND_GIVEN.search(hit.block.plain, max(0, reading.start - NEAR), reading.start)
        if before is None or not reading.full or len(verdict.entries) != 1:
            return
        surnames, bearers = self.finder.phrases.surnames, self.finder.phrases.bearers
        name = (lower(before[1]),)
        own = surnames.get(verdict.entries[0], set())
        kin = [k for k, s in surnames.items() if k not in verdict.entries and s & own]
        found = [k for k in kin if may_stand_for(name, bearers[k].givens)]
        if len(found) == 1:
            first, last = hit.block.letters(before.start(1), before.end(1))
            spots = (Spot(hit.block.id, first), Spot(hit.block.id, last))
            why = "a given name that shares the surname behind it"
            yield Mention(self.finder.register, found[0], *spots, hit.block.note, why=why, sure=False)

    def _whom(self, reading: Reading, at: int) -> Verdict:
        hit = reading.hit
        words = hit.block.plain[hit.start : hit.end]
        if reading.stranger:
            for form in () if reading.passing else hit.forms:
                self.memory.last[lower(form.words)] = Last("", reading.stranger, at)
            return Verdict((), f"another bearer of the name: {reading.stranger}")
        said = self.means.get(words)
        if said is not None and (said == NOBODY or said in self.finder.entries):
            return Verdict((said,), "the outline says whom it means") if said != NOBODY else Verdict((), "")
        if reading.aside:
            return Verdict((), f"one of the family: {reading.aside}")
        if reading.full:
            one = len(reading.full) == 1
            several = None if one else of_several(reading.full, lower(words), self.memory, self.finder)
            return several or Verdict(reading.full, "", sure=not hit.spelled)
        if any(f.kind == "plural" for f in reading.bare):
            return self._of_all(reading, words)
        return of_surname(reading, at, self.memory, self.finder, self.common)

    def _of_all(self, reading: Reading, words: str) -> Verdict:
        """“the Rosenbergs”: those whom the register lists by the surname or the text names in full."""
        table = self.finder.phrases.forms
        singular = {f.limits.form for f in reading.bare}
        listed = {f.entry for w in singular for f in table.get(lower(w), ()) if f.kind == "bare"}
        known = tuple(p for p in reading.people if p in self.memory.ever or p in listed)
        return Verdict(known, f"all of the name: “{words}”" if known else "", sure=len(known) < 2)  # noqa: PLR2004

    def _variant(self, reading: Reading, entry: str) -> str:
        hit = reading.hit
        form = next(f for f in hit.forms if f.entry == entry)
        if hit.spelled:
            return f"read as a spelling of “{form.words}”"
        if form.kind == "surname":
            return f"“{form.words}” with given names that fit" if reading.full else "named in full before"
        listed = form.limits.form in self.finder.entries[entry].names
        return f"the variant “{form.limits.form}”" if listed else "its heading"
