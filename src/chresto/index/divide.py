"""What an index, the registers and a division say of mentions → the sub-heading that they stand under.

The ways (`divide` in the outline) are tried in their order: what a mark says, what the registers know of a
person and a trial that one paragraph names, who wrote the reading, what the text is called.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chresto.book import Divided, IndexSpec
from chresto.forms import Division, Mention
from chresto.letters import blocks, is_note, text_of
from chresto.registers import Entry, Registers, Trial
from chresto.tree import classes_of

ROLES = {
    "defendant": "defendant in {}",
    "defendant in absence": "defendant in absence in {}",
    "witness": "witness at {}",
}
AUTHOR = "as author"
#: Sections of a reading and voices of its notes in which the editors speak, and not its author.
EDITORS = ("headnote", "questions")
VOICES = ("editor", "gloss", "disagreement", "")
TWO = 2


def roles(trials: Mapping[str, Trial]) -> dict[tuple[str, str], str]:
    """What each person was in each trial, as a sub-heading says it: “defendant in the Shakhty trial”."""
    found: dict[tuple[str, str], str] = {}
    for key, trial in trials.items():
        name = _called(trial.heading)
        for one in trial.accused:
            found.setdefault((one.person, key), ROLES[one.role].format(name))
        for person in trial.prosecutors:
            found.setdefault((person, key), f"prosecutor in {name}")
        for person in trial.bench:
            found.setdefault((person, key), f"judge in {name}")
    return found


def _called(heading: str) -> str:
    """A trial's heading in a sentence.

    >>> _called("Trial of the Sixteen (August 1936)"), _called("Sixteen, Trial of the")
    ('the Trial of the Sixteen', 'the Trial of the Sixteen')
    """
    name = heading.partition(" (")[0].strip()
    before, comma, behind = name.partition(", ")
    name = f"{behind} {before}" if comma else name
    if name.lower().startswith("the "):
        return f"t{name[1:]}"
    return name if name.partition(" ")[0].endswith("’s") else f"the {name}"


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of one index in one division."""

    ways: tuple[Divided, ...]
    title: str = ""
    themes: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[tuple[str, str], str] = field(default_factory=dict)  # block (or any), person → which
    author: str = ""
    own: frozenset[str] = frozenset()  # entries that are the author
    edited: frozenset[str] = frozenset()  # blocks in which the editors speak

    def words(self, mentions: Sequence[Mention]) -> tuple[str, str, str]:
        """The sub-heading of mentions that are one locator: that of a mark, or what the next two ways say."""
        said = [(way, next((s for m in mentions if (s := self._said(way, m))), "")) for way in self.ways]
        told = [(way, words) for way, words in said if words]
        if told and told[0][0] == "marks":
            return told[0][1], "", ""
        others = [words for way, words in told if way != "marks"]
        return "", others[0] if others else "", others[1] if len(others) > 1 else ""

    def _said(self, way: Divided, mention: Mention) -> str:
        block = mention.start.block
        if way == "marks":
            return mention.under
        if way == "relations":
            said = self.relations.get((block, mention.entry), "")
            return said or self.relations.get(("", mention.entry), "")
        if way == "authors":
            if not self.author or block in self.edited:
                return ""
            return AUTHOR if mention.entry in self.own else f"mentioned by {self.author}"
        return self.title + self.themes.get(block, "")


def ways_of(
    spec: IndexSpec,
    division: Division,
    registers: Registers,
    entries: Mapping[str, Entry],
    known: Mapping[tuple[str, str], str],
    trials: frozenset[str],
) -> Ways:
    """The ways of an index in a division.

    `entries`: those of the index; `known`: what people were in trials, none if the index is not of people;
    `trials`: the names of the registers of trials.
    """
    author, names = _author(division, registers) if "authors" in spec.divide else ("", ())
    return Ways(
        spec.divide,
        (division.item.indexed if division.item else "") or division.short,
        _themes(division),
        _relations(division, known, trials) if known and "relations" in spec.divide else {},
        author,
        frozenset(key for key, entry in entries.items() if _is_one_of(entry, names))
        if names
        else frozenset(),
        frozenset(_edited(division)) if author else frozenset(),
    )


def _themes(division: Division) -> dict[str, str]:
    """What is added to the title for each question of the record of disagreements: its theme."""
    themes: dict[str, str] = {}
    named = {m.start.block for m in division.mentions if not m.start.letter}  # “Kirov’s death”
    theme = ""
    if division.kind == "disagreements" and division.tree is not None:
        for heading in division.tree.iter("h2", "h3"):
            if heading.tag == "h2":
                theme = " ".join(text_of(heading).split())
                if heading.get("id") not in named:
                    theme = f"{theme[:1].lower()}{theme[1:]}"
            if theme:
                themes[str(heading.get("id"))] = f": {theme}"
    return themes


def _relations(
    division: Division, known: Mapping[tuple[str, str], str], trials: frozenset[str]
) -> dict[tuple[str, str], str]:
    """For each paragraph and person: what that person was in the first trial of theirs that it names.

    A text whose title names a trial, or that the outline says to be about it, is about it: there the relation
    holds in every paragraph (block "").
    """
    found: dict[tuple[str, str], str] = {}
    by_block: dict[str, list[Mention]] = {}
    for mention in division.mentions:
        if mention.register in trials and not mention.passage:
            by_block.setdefault(mention.start.block, []).append(mention)
    titles = [str(h.get("id")) for h in division.tree.iter("h1")] if division.tree is not None else []
    named = [m.entry for title in titles for m in by_block.get(title, ())]
    for about in dict.fromkeys((*(division.item.about if division.item else ()), *named)):
        for (person, trial), said in known.items():
            if trial == about:
                found.setdefault(("", person), said)
    people = {person for person, _ in known}
    for mention in division.mentions:
        if mention.entry in people and mention.register not in trials:
            for one in sorted(by_block.get(mention.start.block, ()), key=lambda m: m.start.letter):
                relation = known.get((mention.entry, one.entry))
                if relation:
                    found.setdefault((mention.start.block, mention.entry), relation)
    return found


Name = tuple[str, str]  # family and given name


def _author(division: Division, registers: Registers) -> tuple[str, tuple[Name, ...]]:
    """Who wrote the source of a reading, as a sub-heading says it, and the names."""
    source = registers.sources.get(division.item.source) if division.item and division.item.source else None
    listed = source.get("author") if source is not None and division.kind == "reading" else None
    if not isinstance(listed, list):
        return "", ()
    names: list[Name] = []
    for one in listed:
        if isinstance(one, dict):
            particle = str(one.get("non-dropping-particle") or "")
            family = " ".join(f"{particle} {one.get('family') or one.get('literal') or ''}".split())
            if family:
                names.append((family, str(one.get("given") or "")))
    families = [family for family, _ in names]
    if len(families) > TWO:
        return f"{families[0]} and others", tuple(names)
    return " and ".join(families), tuple(names)


def _is_one_of(entry: Entry, names: Sequence[Name]) -> bool:
    """Whether an entry is the person of a name: the same surname, and no other initial."""
    family, _, given = entry.heading.partition(" (")[0].partition(", ")
    return any(
        family.casefold() == name.casefold() and (not given or not first or given[0] == first[0])
        for name, first in names
    )


def _edited(division: Division) -> list[str]:
    """The blocks of a reading in which the editors speak: headnote, questions, their notes."""
    found = []
    for block in blocks(division.tree) if division.tree is not None else ():
        around = list(block.iterancestors())
        note = next((a for a in around if is_note(a)), None)
        if (note is not None and note.get("data-voice", "") in VOICES) or any(
            set(EDITORS) & set(classes_of(a)) for a in around
        ):
            found.append(str(block.get("id")))
    return found
