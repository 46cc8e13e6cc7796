"""Small divisions, registers and indexes for the tests of step 5."""

from collections.abc import Mapping
from dataclasses import replace

from chresto.book import IndexSpec, Metadata, Outline, RegisterFile
from chresto.entries import Heading, Index, Locator, PrintedHeading
from chresto.forms import Division, Folios, Mention, Spot
from chresto.index import collate, locate
from chresto.registers import Entry, Registers
from chresto.tree import inside_of

SPEC = IndexSpec("Index of people", "people", headnote="A note.")
BOOK = Metadata("b", "B", "urn:uuid:0", "en-GB", "2026-01-02", "", ())
FILES = {
    "people": RegisterFile("p.yaml", "person", "people"),
    "trials": RegisterFile("t.yaml", "trial", "trials"),
    "things": RegisterFile("w.yaml", "thing", "plain"),
}


def division(*mentions: Mention, paragraphs: int = 6, key: str = "a") -> Division:
    """A division of paragraphs “a-1”, “a-2” …, each of ten letters."""
    html = "".join(f'<p data-b="1" id="{key}-{n}">abcde fghij</p>' for n in range(1, paragraphs + 1))
    return of_html(html, *mentions, key=key)


def of_html(html: str, *mentions: Mention, key: str = "a") -> Division:
    tree = inside_of("section", html)
    return Division(key, "chapter", "body", "A", "A", tree, mentions=mentions)


def mention(entry: str, block: str, letter: int = 0, *, note: str = "", register: str = "people") -> Mention:
    return Mention(register, entry, Spot(block, letter), Spot(block, letter + 3), note)


def outline_of(specs: Mapping[str, IndexSpec], language: str = "en-GB") -> Outline:
    """An outline with indexes and nothing else."""
    return Outline(replace(BOOK, language=language), (), registers=FILES, indexes=dict(specs))


def index_of(entries: Mapping[str, Entry], *divisions: Division, spec: IndexSpec = SPEC) -> Index:
    """An index of one register, which has these entries."""
    outline = outline_of({"people": spec})
    return collate(outline, Registers({spec.register: dict(entries)}, {}, {}), divisions)["people"]


def everybody(entries: Mapping[str, Entry], register: str = "people") -> Division:
    return division(*(mention(key, "a-1", register=register) for key in entries))


def shown(index: Index) -> list[str]:
    """Headings as lines: “Anders, Zoë 2”, “Koba see Mirov, Boris”, by the number of locators."""
    lines = []
    for h in index.headings:
        see = "".join(f" see {r.heading}" for r in h.see) + "".join(f" also {r.heading}" for r in h.see_also)
        lines.append(f"{h.group}: {h.heading}{f' {len(h.locators)}' if h.locators else ''}{see}")
    return lines


def at(
    block: str, letter: int = 0, *, note: str = "", within: str = "", last: str = "", to: int = 0
) -> Locator:
    return Locator(Spot(block, letter), Spot(last or block, to if last else letter), note=note, within=within)


def printed(
    folios: Folios, *locators: Locator, spec: IndexSpec = SPEC, lines: bool = False
) -> PrintedHeading:
    """What becomes of a heading with these locators."""
    heading = Heading("h", "H", "H", "h", locators)
    return locate(Index("i", "I", "", (heading,), spec), folios, lines=lines).headings[0]
