"""Divisions, registers, outline → the indexes (ISO 999), their locators still places in the text."""

from collections.abc import Sequence
from dataclasses import replace

from chresto.book import IndexSpec, Outline
from chresto.entries import CrossReference, Heading, Index, Locator
from chresto.forms import Division
from chresto.index.divide import roles, ways_of
from chresto.index.gather import gather
from chresto.index.refer import headings
from chresto.order import Order
from chresto.registers import Entry, Registers, Trial

#: More headings of another index than these are no reference but a list, and are left out.
MANY = 12


def collate(outline: Outline, registers: Registers, divisions: Sequence[Division]) -> dict[str, Index]:
    """Every index by its id.

    An index of a register has its entries that the divisions mention, and references to these; an index by
    marks has what the marks say.  Between indexes (`refer`) a person leads to the trials they were accused,
    judge or prosecutor in, a trial to its accused, as far as they have headings.
    """
    found = {key: _index(key, spec, outline, registers, divisions) for key, spec in outline.indexes.items()}
    placed = {item.index for _, item in outline.items()}
    return {
        key: _referred(index, [found[o] for o in index.spec.refer if {key, o} <= placed], registers)
        for key, index in found.items()
    }


def _index(
    key: str, spec: IndexSpec, outline: Outline, registers: Registers, divisions: Sequence[Division]
) -> Index:
    name = spec.register or key
    kind = outline.registers[name].kind if spec.register else "plain"
    entries = registers.entries.get(name, {}) if spec.register else _marked(key, divisions)
    known = roles(registers.of(Trial)) if kind == "people" else {}
    trials = frozenset(r for r, one in outline.registers.items() if one.kind == "trials")
    found: dict[str, list[Locator]] = {}
    for division in divisions:
        ways = ways_of(spec, division, registers, entries, known, trials)
        for entry, locators in gather(division, name, spec, ways):
            found.setdefault(entry, []).extend(locators)
    language = outline.book.language
    order = Order.of(spec, language, people=kind == "people")
    ids = {entry: f"ix-{key}-{entry if spec.register else _id(entry)}" for entry in entries}
    made = headings(entries, found, ids, order)
    return Index(key, spec.title, spec.headnote, tuple(made), spec, language, order.people)


def _marked(key: str, divisions: Sequence[Division]) -> dict[str, Entry]:
    """The entries of an index by marks: the words of the marks."""
    return {m.entry: Entry(m.entry) for d in divisions for m in d.mentions if m.register == key}


def _id(words: str) -> str:
    """Words as part of an id: other words, another id.

    >>> _id("Nizhny Novgorod"), _id("Łódź")
    ('Nizhny-Novgorod', '_141__f3_d_17a_')
    """
    return "".join(c if c.isascii() and c.isalnum() else "-" if c == " " else f"_{ord(c):x}_" for c in words)


def _referred(index: Index, others: Sequence[Index], registers: Registers) -> Index:
    """An index with the references that lead to headings of others."""
    if not others:
        return index
    result: list[Heading] = []
    for heading in index.headings:
        also = [r for o in others for r in _between(heading, index, o, registers)] if heading.entry else []
        result.append(replace(heading, see_also=(*heading.see_also, *also)))
    return replace(index, headings=tuple(result))


def _between(heading: Heading, index: Index, other: Index, registers: Registers) -> list[CrossReference]:
    """The headings of another index that have to do with a heading of an index, in their order."""
    wanted = _wanted(heading.entry, index, other, registers)
    found = [h for h in other.headings if h.entry in wanted]
    return [CrossReference(h.heading, h.id, other.title) for h in found] if len(found) <= MANY else []


def _wanted(one: str, index: Index, other: Index, registers: Registers) -> set[str]:
    """The entries of another index that have to do with an entry of an index.

    An id is that of one entry within its register only: a person and a trial may have the same.
    """
    trial = registers.entries.get(index.spec.register, {}).get(one)
    if isinstance(trial, Trial):
        return {a.person for a in trial.defendants} if other.people else set()
    if not index.people:
        return set()
    trials = registers.entries.get(other.spec.register, {})
    return {key for key, trial in trials.items() if isinstance(trial, Trial) and one in _of(trial)}


def _of(trial: Trial) -> set[str]:
    """Those whom a trial is about, and who led it."""
    return {*(a.person for a in trial.defendants), *trial.prosecutors, *trial.bench}
