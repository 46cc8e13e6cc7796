"""Loaded texts, outline, registers → each text with its apparatus and its mentions; or queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.apparatus.anchor import anchor
from chresto.apparatus.decide import decide
from chresto.apparatus.expand import expand
from chresto.apparatus.gather import EMENDATIONS, GLOSSARY, emendations, glossary, mark_places
from chresto.apparatus.marks import read_marks
from chresto.apparatus.mentions.find import Finder
from chresto.apparatus.mentions.mention import Found, Source, mention
from chresto.apparatus.mentions.read import Block
from chresto.apparatus.voices import voices
from chresto.book import READ, Item, Outline
from chresto.forms import Doubt, Mention, Text
from chresto.letters import blocks
from chresto.places import of_literal, of_words
from chresto.queries import Place, Queries, did_you_mean
from chresto.registers import Registers
from chresto.tree import new, unwrap

#: The record of disagreements, of which only the questions are read: its claims tell what the texts tell.
RECORD = "disagreements"


@dataclass(frozen=True, slots=True)
class Attached:
    """A text whose tree carries its apparatus, and whom it mentions."""

    text: Text
    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...] = ()
    read: tuple[Block, ...] = ()  # the blocks in which a name is a mention


def attach(
    texts: Mapping[str, Text],
    outline: Outline,
    registers: Registers,
    queries: Queries,
    *,
    lenient: bool = False,
) -> dict[str, Attached]:
    """Every text with its apparatus; and the glossary, if the outline has one.

    Raises `Failed` when a mark means nothing or, unless `lenient`, a name is two people's.
    """
    finders = [Finder.of(name, spec, registers.entries[name]) for name, spec in outline.registers.items()]
    items = {item.id: item for _, item in outline.items()}
    texts = _gathered(texts, {item.make for item in items.values() if item.make})
    record = texts.get(RECORD)
    # the record of disagreements is copied from, so notes come before any id is given
    for text in texts.values():
        expand(text, record.tree if record and record is not text else None, registers, queries)
    sources: dict[str, Source] = {}
    for key, text in texts.items():
        item = items.get(key, Item(piece=key))
        _opening(text.tree, item)
        voices(text, item, outline, queries)
        anchor(text.tree, key)
        if item.kind in READ:
            marked = read_marks(text, outline, registers, queries)
            read = _read(text, item)
            decide(text, read, registers, marked, queries)
            sources[key] = Source(item, read, marked)
    found = mention(sources, finders)
    result = {key: _attached(text, sources.get(key), found.get(key)) for key, text in texts.items()}
    if not lenient:
        for key, one in found.items():
            _ask(one, texts[key], finders, queries)
    _check_ids(result, outline, queries)
    queries.stop()
    return result


def _attached(text: Text, source: Source | None, found: Found | None) -> Attached:
    """A text with the mentions of its marks, as far as it is read, and with those that were found."""
    if source is None or found is None:
        return Attached(text, ())
    there = {str(b.get("id")) for b in source.elements}
    marked = (m for m in source.marked.mentions if m.start.block in there)
    return Attached(text, (*marked, *found.mentions), found.doubts, found.blocks)


def _ask(found: Found, text: Text, finders: Sequence[Finder], queries: Queries) -> None:
    """A query for each name that several people have and nothing settles."""
    known = {f.register: f for f in finders}
    blocks = {b.id: b for b in found.blocks}
    for doubt in found.doubts:
        if not doubt.asked:
            continue
        finder, block = known[doubt.register], blocks[doubt.start.block]
        words = block.shown(doubt.start.letter, doubt.end.letter)
        shown = " or ".join(finder.entries[e].heading for e in doubt.entries)
        mark = f"[{words}]{{{finder.spec.mark}={doubt.entries[0]}}}"
        settle = f"settle it for the whole text in outline.yaml: means: {{{words}: {doubt.entries[0]}}}"
        hint = f"mark it: {mark}, or {settle}" if text.file.endswith((".md", ".markdown")) else settle
        place = of_words(text, block.element, doubt.start.letter, doubt.end.letter)
        queries.add("mention-ambiguous", f"“{words}” may be {shown}", place, hint=hint)


def _read(text: Text, item: Item) -> list[Element]:
    """The blocks in which a name is a mention."""
    if item.unindexed:
        return []
    found = list(blocks(text.tree))
    return [b for b in found if b.tag in ("h2", "h3")] if text.id == RECORD else found


def _gathered(texts: Mapping[str, Text], wanted: set[str]) -> dict[str, Text]:
    """The texts in the order of the book, with what is gathered from them."""
    result = dict(texts)
    if not wanted & {GLOSSARY, EMENDATIONS}:
        return result
    mark_places(texts)
    words = glossary(texts) if GLOSSARY in wanted else None
    if words is not None:
        result[GLOSSARY] = Text(GLOSSARY, "", "", words)
    if EMENDATIONS in wanted:
        made = list(emendations(texts))
        known = result.get(EMENDATIONS)
        if made and known is None:
            known = result[EMENDATIONS] = Text(EMENDATIONS, "", "", new("section"))
        if known is not None:
            known.tree.extend(made)
    return result


def _opening(tree: Element, item: Item) -> None:
    """Put title, byline and headnote of the outline at the head: they are text, and may mention somebody."""
    if not item.title and not item.headnote:
        return
    header = new("header", "opening")
    for tag, classes, words in (
        ("h1", "", item.title),
        ("p", "byline", item.byline),
        ("p", "headnote", item.headnote),
    ):
        if words:
            header.append(new(tag, classes, words))
    tree.insert(0, header)
    header.tail, tree.text = tree.text, None


def _check_ids(attached: Mapping[str, Attached], outline: Outline, queries: Queries) -> None:
    """Every id once in the book; every link inside leads somewhere."""
    owner: dict[str, str] = {item.id: item.id for _, item in outline.items()} | {
        p.part: p.part for p in outline.body
    }
    for key, one in attached.items():
        for element in one.text.tree.iter():
            name = element.get("id")
            if not name:
                continue
            if name in owner and (owner[name] != key or element is not one.text.tree):
                queries.add(
                    "id-twice",
                    f"two things have the id “{name}”",
                    of_literal(one.text, f"#{name}"),
                    hint="give one of them another id",
                )
            owner.setdefault(name, key)
    for one in attached.values():
        for link in list(one.text.tree.iter("a")):
            target = link.get("href") or ""
            if target.startswith("#ref-") and "bibliography" not in attached:
                unwrap(link)
            elif target.startswith("#") and target[1:] not in owner:
                known = [k for k in owner if not k.startswith("ref-")]
                queries.add(
                    "link-unknown",
                    f"“{target}” leads nowhere in the book",
                    _place(one.text, target),
                    hint=did_you_mean(target[1:], known),
                )
            elif not target.startswith(("#", "https://", "http://", "mailto:")):
                queries.add(
                    "link-unknown",
                    f"“{target}” is not a link that a book can hold",
                    _place(one.text, target),
                    hint="[words](#id), or an address with https://",
                )


def _place(text: Text, target: str) -> Place:
    return of_literal(text, f"]({target}")
