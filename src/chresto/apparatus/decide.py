"""A text, the editor's decisions about it → marks that stand outside of the text; or queries.

A decision says of words of a text whom they name.  It is kept beside the texts, so it may be about a text in
HTML or DOCX, which has no marks, and about words that no variant has.  Words are compared by their letters:
line breaks, quotation marks and accents do not matter.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.apparatus.marks import Marked, note_of
from chresto.apparatus.mentions.fold import fold
from chresto.forms import Mention, Spot, Text
from chresto.letters import only, text_of
from chresto.places import of_literal
from chresto.queries import Place, Queries
from chresto.registers import NOBODY, Decision, Registers


@dataclass(frozen=True, slots=True)
class Letters:
    """The folded letters of a block, and which of them begin and end a word."""

    block: str
    note: str
    letters: str
    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, block: str, words: str, note: str = "") -> "Letters":
        """Those of a block's words.

        >>> Letters.of("a-1", "So Smirnov’s").letters
        'SoSmirnovs'
        """
        starts, ends, letters = [], [], 0
        within = False
        folded = fold(words)
        for sign in folded:
            if sign.isalnum():
                if not within:
                    starts.append(letters)
                letters += 1
            elif within:
                ends.append(letters)
            within = sign.isalnum()
        return cls(block, note, only(folded), frozenset(starts), frozenset((*ends, letters)))

    def places(self, words: str, near: str) -> Iterator[tuple[int, int]]:
        """Where whole words stand, if not empty within `near`; both folded letters."""
        around = list(_all(near, self.letters)) if near else []
        for at in _all(words, self.letters):
            end = at + len(words)
            if at in self.starts and end in self.ends:
                first = bisect_left(around, end - len(near))  # of those that reach as far
                if not near or (first < len(around) and around[first] <= at):
                    yield at, end


def decide(
    text: Text, read: Iterable[Element], registers: Registers, marked: Marked, queries: Queries
) -> None:
    """Add what is decided about a text to what its marks say; marks have the last word.

    `read`: the blocks of the text in which a name is a mention.  A decision with words around it is nearer to
    its place than one without, and comes first.  A query for each that is about no place.
    """
    ours = [
        (decision, place)
        for decision, place in zip(registers.decisions.mentions, _places(registers), strict=True)
        if decision.text == text.id
    ]
    if not ours:
        return
    blocks = [Letters.of(str(b.get("id")), text_of(b), note_of(b)) for b in read]
    for decision, place in sorted(ours, key=lambda one: not one[0].near):
        found = _found(decision, blocks)
        open_places = [_apply(decision, at, registers, marked) for at in found]
        if not any(open_places):
            _unused(decision, place, text, queries, marked=bool(found))


def _places(registers: Registers) -> Sequence[Place]:
    """Where the decisions stand; nowhere, if they were made without a file."""
    return registers.decided_at or [Place()] * len(registers.decisions.mentions)


def _found(decision: Decision, blocks: Iterable[Letters]) -> list[tuple[Letters, int, int]]:
    words, near = (only(fold(w)) for w in (decision.words, decision.near))
    return [(b, *at) for b in blocks for at in b.places(words, near)] if words else []


def _apply(decision: Decision, at: tuple[Letters, int, int], registers: Registers, marked: Marked) -> bool:
    """Settle one place; False if a mark or another decision has settled it."""
    block, start, end = at
    nobody = decision.entry == NOBODY
    names = [
        name
        for name, entries in registers.entries.items()
        if decision.register in ("", name) and (nobody or decision.entry in entries)
    ]
    free = [r for r in names if not marked.overrules(r, block.block, start, end)]
    for register in free:
        marked.settled.setdefault(register, {}).setdefault(block.block, []).append((start, end))
        if not nobody:
            why = f"a decision: {decision.because}" if decision.because else "a decision"
            spots = Spot(block.block, start), Spot(block.block, end)
            marked.mentions.append(
                Mention(register, decision.entry, *spots, block.note, why=why, by="decision")
            )
    return bool(free)


def _unused(decision: Decision, place: Place, text: Text, queries: Queries, *, marked: bool) -> None:
    """Say what may have become of the place."""
    if marked:
        message = f"a mark or another decision says already whom “{decision.words}” names here"
        hint = "take the decision out"
    elif of_literal(text, decision.words).line and decision.near:
        message = f"“{decision.words}” does not stand among these words of “{text.id}”"
        hint = "did the text change? correct “near”, or take the decision out"
    else:
        message = f"“{text.id}” does not have the words “{decision.words}”"
        hint = "did the text change? correct “words”, or take the decision out"
    queries.add("decision-unused", message, place, hint=hint)


def _all(part: str, whole: str) -> Iterator[int]:
    """Every place of a string in another, overlapping ones too."""
    at = whole.find(part)
    while at >= 0:
        yield at
        at = whole.find(part, at + 1)
