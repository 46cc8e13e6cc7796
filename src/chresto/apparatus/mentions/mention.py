"""The texts of a book, their marks, the registers' finders → each text's mentions and doubts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from chresto.apparatus.marks import Marked
from chresto.apparatus.mentions.docket import Docket, docket
from chresto.apparatus.mentions.find import Finder, hits, is_of_more
from chresto.apparatus.mentions.read import Block, blocks_of, common_words, overlaps, standing_words
from chresto.apparatus.mentions.settle import settle
from chresto.apparatus.mentions.things import is_thing
from chresto.apparatus.mentions.trials import settled, trials
from chresto.book import Item
from chresto.forms import Doubt, Mention, Spot


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be read: which item it is, the blocks in which a name is a mention, its marks."""

    item: Item
    elements: Sequence[Element]
    marked: Marked


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text, in the order of the registers and of the text."""

    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...]
    blocks: tuple[Block, ...]


def mention(sources: Mapping[str, Source], finders: Sequence[Finder]) -> dict[str, Found]:
    """Read every text; what is a common word is asked of all of them together."""
    read = {key: blocks_of(source.elements) for key, source in sources.items()}
    everything = [b for blocks in read.values() for b in blocks]
    common, standing = common_words(everything), standing_words(everything)
    finders = [replace(f, standing=standing) for f in finders]
    # who is accused is known by who is mentioned, so registers of people come first
    ordered = sorted(finders, key=lambda f: f.spec.kind != "people")
    registers = {f.register for f in finders if f.spec.kind == "people"}
    dockets = {
        f.register: docket(f.entries)
        for f in finders
        if f.spec.kind == "trials" and f.spec.forms == "derived"
    }
    result = {}
    for key, source in sources.items():
        blocks = read[key]
        found: list[Mention | Doubt] = []
        for finder in ordered:
            own = list(
                settle(
                    hits(blocks, finder, source.marked, source.item),
                    finder,
                    source.item,
                    source.marked,
                    blocks,
                    common,
                )
            )
            found += own
            if finder.register in dockets:
                listed = [m for m in own if isinstance(m, Mention)]
                people = [
                    m
                    for m in (*source.marked.mentions, *found)
                    if isinstance(m, Mention) and m.register in registers
                ]
                found += _trials(blocks, finder, dockets[finder.register], (listed, people), source)
        result[key] = Found(
            tuple(f for f in found if isinstance(f, Mention)),
            tuple(f for f in found if isinstance(f, Doubt)),
            tuple(blocks),
        )
    return result


def _trials(
    blocks: list[Block],
    finder: Finder,
    table: Docket,
    known: tuple[list[Mention], list[Mention]],
    source: Source,
) -> Iterator[Mention | Doubt]:
    """Trials that no variant names.  `known`: what variants found of this register; everybody mentioned."""
    register = finder.register
    listed: dict[str, list[Mention]] = {}
    people: dict[str, list[Mention]] = {}
    for by_block, mentions in zip((listed, people), known, strict=True):
        for m in mentions:
            by_block.setdefault(m.start.block, []).append(m)
    met: dict[str, int] = {}
    for n, block in enumerate(blocks):
        here = list(listed.get(block.id, ()))
        names = [
            (*block.offsets(m.start.letter, m.end.letter), m.entry)
            for m in people.get(block.id, [])
            if not m.passage
        ]
        for one in trials(block, names, table):
            first, last = block.letters(one.start, one.end)
            same = [m for m in here if m.start.letter < last and first < m.end.letter]
            if (
                source.marked.overrules(register, block.id, first, last)
                or overlaps(block.cited, first, last)
                or is_thing(block.plain, one.start, one.end, finder.things)
            ):
                continue
            entries = settled(one, met, source.item.about, block, table)
            entries = tuple(e for e in entries if not is_of_more(block.plain, one.end, e, finder.entries))
            spots = (Spot(block.id, first), Spot(block.id, last))
            if len(entries) == 1:
                if all(m.entry != entries[0] for m in same):
                    why, sure = f"named by {one.why}", one.sure and len(one.entries) == 1
                    others = tuple(e for e in one.entries if e != entries[0])
                    here.append(
                        Mention(register, entries[0], *spots, block.note, why=why, sure=sure, others=others)
                    )
                    yield here[-1]
                met[entries[0]] = n
            elif entries and not same:
                yield Doubt(register, *spots, entries, f"several have this in common: {one.why}")
        met |= {m.entry: n for m in here}
