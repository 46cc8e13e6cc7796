"""A paragraph or more and a register → who is mentioned, each with the words: “stalin:Koba”."""

from collections.abc import Mapping
from dataclasses import dataclass

from chresto.apparatus.marks import Marked
from chresto.apparatus.mentions.find import Finder
from chresto.apparatus.mentions.mention import Source, mention
from chresto.book import Item, RegisterFile
from chresto.forms import Doubt, Mention
from chresto.letters import blocks, text_of
from chresto.registers import Entry
from chresto.tree import inside_of

PEOPLE = RegisterFile(file="people.yaml", mark="person", kind="people")
TRIALS = RegisterFile(file="trials.yaml", mark="trial", kind="trials")
PLAIN = RegisterFile(file="plain.yaml", mark="thing")


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in a text."""

    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...]
    letters: dict[str, str]

    def named(self, register: str = "people") -> list[str]:
        """Entries and words of a register's mentions, in the order of the text."""
        order = {name: n for n, name in enumerate(self.letters)}
        found = sorted(
            (m for m in self.mentions if m.register == register),
            key=lambda m: (order[m.start.block], m.start.letter),
        )
        return [f"{m.entry}:{self.letters[m.start.block][m.start.letter : m.end.letter]}" for m in found]

    def why(self) -> list[str]:
        """Why each doubt is one."""
        return [d.why for d in self.doubts]


def read(
    html: str,
    people: Mapping[str, Entry],
    *,
    spec: RegisterFile = PEOPLE,
    trials: Mapping[str, Entry] | None = None,
    means: dict[str, str] | None = None,
    marked: Marked | None = None,
    key: str = "a",
) -> Read:
    """Read a text: a paragraph, or HTML that begins with a tag of blocks of its own."""
    blocked = html if html.startswith(("<p", "<h")) else f'<p data-b="1" id="p">{html}</p>'
    tree = inside_of("section", blocked)
    finders = [Finder.of("people", spec, people)]
    if trials is not None:
        finders.append(Finder.of("trials", TRIALS, trials))
    source = Source(Item(piece=key, means=means or {}), list(blocks(tree)), marked or Marked())
    found = mention({key: source}, finders)[key]
    letters = {str(b.get("id")): "".join(c for c in text_of(b) if c.isalnum()) for b in blocks(tree)}
    return Read(found.mentions, found.doubts, letters)


def paragraphs(*words: str) -> str:
    """Paragraphs of their own, with ids p0, p1 …"""
    return "".join(f'<p data-b="1" id="p{n}">{w}</p>' for n, w in enumerate(words))
