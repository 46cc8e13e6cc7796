"""A book after steps 1 to 5 → its review: every mention and doubt with its sentence, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from chresto.apparatus.mentions.fold import fold, lower
from chresto.apparatus.mentions.read import Block
from chresto.commands.review.names import Looked
from chresto.commands.review.remarks import Kind, OfEntry, OfRegister, Remark, Review, Seen, Stranger
from chresto.commands.review.sentences import Prose
from chresto.commands.review.spans import Spans
from chresto.commands.review.strangers import strangers
from chresto.doors.folder import Folder
from chresto.forms import Doubt, Mention, Text
from chresto.letters import blocks, only
from chresto.outline.read import OUTLINE
from chresto.places import Places
from chresto.press import Prepared
from chresto.queries import Place, Queries
from chresto.tree import classes_of, new

BEGINNING = 8  # letters by which a place is known if not all of it stands together in the file


@dataclass(slots=True)
class OfText:
    """A text as the review looks at it: its blocks, and where they stand in the file."""

    text: Text
    read: tuple[Block, ...]  # in which a name is a mention
    outline: Places  # where titles stand
    places: Places = field(init=False)
    order: dict[str, int] = field(init=False)
    letters: str = field(init=False)
    prose: dict[str, Prose] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What is asked for many times."""
        self.places = Places.of(self.text)
        self.order = {b.id: n for n, b in enumerate(self.read)}
        self.letters = "\0".join(only(b.plain) for b in self.read)

    def place(self, block: Block, start: int, end: int) -> Place:
        """Where letters of a block stand; those of an opening stand in the outline."""
        around = block.element.iterancestors("header")
        opening = any("opening" in classes_of(a) for a in around)
        places = self.outline if opening or not self.text.raw else self.places
        for until in (end, start + BEGINNING, start + 1):  # a citation in the file may part the words
            found = places.of_words(block.element, start, min(end, until))
            if found.line:
                return found
        return Place(self.text.file or places.text.file)

    def of_block(self, block: Block) -> Prose:
        """The words of a block."""
        if block.id not in self.prose:
            self.prose[block.id] = Prose.of(block.words)
        return self.prose[block.id]

    def shown(self, block: Block, start: int, end: int) -> str:
        """Letters of a block as they stand."""
        first, last = self.of_block(block).cut(start, end)
        return block.words[first:last]

    def seen(self, block: Block, start: int, end: int) -> Seen:
        """Letters of a block with their sentence."""
        prose = self.of_block(block)
        return Seen(self.text.id, self.place(block, start, end), prose.sentence(*prose.cut(start, end)))

    def around(self, block: Block, start: int, end: int) -> str:
        """Words that tell the place from all others of the text."""
        prose = self.of_block(block)
        return prose.near(*prose.cut(start, end), self.letters)


def gather(prepared: Prepared, folder: Folder, queries: Queries) -> Review:
    """All remarks, in the order of the book."""
    outline = prepared.outline
    items = {item.id: item for _, item in outline.items()}
    texts = _texts(prepared, folder, queries)
    shown = {e.get("id") for d in prepared.divisions if d.tree is not None for e in blocks(d.tree)}
    remarks = [r for key, one in texts.items() for r in _remarks(prepared, key, one, shown)]
    titles = {key: _title(prepared, key) for key in texts}
    unread = [_title(prepared, key) for key in prepared.attached if key in items and key not in texts]
    kinds = {name: spec.kind for name, spec in outline.registers.items()}
    known = next((name for name, kind in kinds.items() if kind == "people"), next(iter(kinds), ""))
    looked = list(_looked(prepared, texts))
    registers = []
    for name, kind in kinds.items():
        found = strangers(looked, prepared.registers, name, people=kind == "people") if name == known else ()
        registers.append(_register(prepared, name, remarks, found))
    registers += [_of_marks(prepared, name, remarks) for name, spec in outline.indexes.items() if spec.mark]
    return Review(
        outline.book.title,
        prepared.edition,
        outline.book.language,
        outline.decisions and folder.shown(outline.decisions),
        titles,
        tuple(unread),
        tuple(registers),
    )


def _title(prepared: Prepared, key: str) -> str:
    """The title of a text, or of a division that the compiler makes."""
    return next((d.title for d in prepared.divisions if d.id == key), "") or key.replace("-", " ")


def _texts(prepared: Prepared, folder: Folder, queries: Queries) -> dict[str, OfText]:
    """The texts that are read for names, in the order of the book."""
    shown = folder.shown(OUTLINE)
    raw = folder.read(OUTLINE, queries, Place(shown)) or ""
    titles = Places.of(Text(OUTLINE, shown, raw, new("section")))
    order = [item.id for _, item in prepared.outline.items()]
    keys = sorted(prepared.attached, key=lambda k: order.index(k) if k in order else len(order))
    known = {key: prepared.attached[key] for key in keys}
    return {key: OfText(one.text, one.read, titles) for key, one in known.items() if one.read}


def _remarks(prepared: Prepared, key: str, of_text: OfText, shown: set[str | None]) -> Iterator[Remark]:
    """Those of a text, in its order."""
    one = prepared.attached[key]
    found: list[Mention | Doubt] = [*one.mentions, *one.doubts]
    placed = ((of_text.order[f.start.block], f.start.letter, f.register, f) for f in found)
    for number, start, _, one_found in sorted(placed, key=lambda p: p[:3]):
        block = of_text.read[number]
        within = one_found.end.block == block.id
        end = one_found.end.letter if within else max(start + 1, len(only(block.words)))
        yield _remark(of_text, block, (start, end), one_found, left_out=block.id not in shown)


def _remark(
    of_text: OfText, block: Block, letters: tuple[int, int], found: Mention | Doubt, *, left_out: bool
) -> Remark:
    """What is told of a mention or a doubt that has these letters of a block."""
    start, end = letters
    passage = isinstance(found, Mention) and found.passage
    marked = isinstance(found, Mention) and found.by != "found"
    seen = of_text.seen(block, start, min(end, start + 60) if passage else end)
    return Remark(
        found.register,
        _kind(found),
        found.entries if isinstance(found, Doubt) else (found.entry,),
        () if isinstance(found, Doubt) else found.others,
        found.why or ("a passage" if passage else "a mark"),
        of_text.text.id,
        seen.place,
        seen.sentence,
        "" if marked else of_text.around(block, start, end),
        note=found.note if isinstance(found, Mention) else "",
        passage=passage,
        marked=marked,
        left_out=left_out,
    )


def _kind(found: Mention | Doubt) -> Kind:
    """How sure it is whom a place names."""
    if isinstance(found, Doubt):
        return "asked" if found.asked else "doubt"
    return "sure" if found.sure else "inferred"


def _register(
    prepared: Prepared, name: str, remarks: Iterable[Remark], found: tuple[Stranger, ...]
) -> OfRegister:
    entries = prepared.registers.entries[name]
    ours = [r for r in remarks if r.register == name]
    by_entry = _by_entry(ours)
    headings = {key: e.heading for key, e in entries.items()}
    order = _sorted(headings)
    return OfRegister(
        name,
        next((i.title for i in prepared.outline.indexes.values() if i.register == name), name),
        headings,
        tuple(OfEntry(k, headings[k], tuple(by_entry[k])) for k in order if k in by_entry),
        tuple(r for r in ours if r.kind == "asked"),
        tuple(r for r in ours if r.kind == "inferred"),
        tuple(r for r in ours if r.kind == "doubt"),
        found,
        tuple(k for k in order if k not in by_entry and not entries[k].see),
    )


def _of_marks(prepared: Prepared, name: str, remarks: Iterable[Remark]) -> OfRegister:
    """An index by marks alone: its entries are what the marks say."""
    by_entry = _by_entry(r for r in remarks if r.register == name)
    headings = {words: words for words in by_entry}
    mentioned = tuple(OfEntry(k, k, tuple(by_entry[k])) for k in _sorted(headings))
    return OfRegister(name, prepared.outline.indexes[name].title, headings, mentioned)


def _by_entry(remarks: Iterable[Remark]) -> dict[str, list[Remark]]:
    """The mentions of each entry."""
    found: dict[str, list[Remark]] = {}
    for remark in remarks:
        if remark.kind in ("sure", "inferred"):
            found.setdefault(remark.entries[0], []).append(remark)
    return found


def _sorted(headings: Mapping[str, str]) -> list[str]:
    """Entries by their headings."""
    return sorted(headings, key=lambda k: (lower(fold(headings[k])), k))


def _looked(prepared: Prepared, texts: Mapping[str, OfText]) -> Iterator[Looked]:
    """Blocks of texts with the letters that are settled: mentions, doubts that ask, citations."""
    for key, of_text in texts.items():
        taken: dict[str, list[tuple[int, int]]] = {}
        one = prepared.attached[key]
        settled: list[Mention | Doubt] = [m for m in one.mentions if not m.passage]
        for found in (*settled, *(d for d in one.doubts if d.asked)):
            taken.setdefault(found.start.block, []).append((found.start.letter, found.end.letter))
        for block in of_text.read:
            spans = Spans.of((*taken.get(block.id, ()), *block.cited))
            yield Looked(block, spans, partial(of_text.shown, block), partial(of_text.seen, block))
