"""A book after steps 1 to 5 → its review: every mention and doubt with its sentence, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from lxml.etree import _Element as Element

from chresto.apparatus.attach import RECORD, UNREAD
from chresto.apparatus.decide import Letters
from chresto.apparatus.mentions.fold import fold, lower
from chresto.apparatus.mentions.read import blocks_of
from chresto.commands.review.names import Looked
from chresto.commands.review.remarks import Kind, Mentioned, Register, Remark, Review, Seen, Stranger
from chresto.commands.review.sentences import near, sentence
from chresto.commands.review.strangers import strangers
from chresto.doors.folder import Folder
from chresto.forms import Doubt, Mention, Spot, Text
from chresto.letters import blocks, count, offset_of_letter, text_of
from chresto.outline.read import OUTLINE
from chresto.places import Places
from chresto.press import Prepared
from chresto.queries import Place, Queries
from chresto.tree import classes_of

BEGINNING = 8  # letters by which a place is known if not all of it stands together in the file


@dataclass(slots=True)
class Reading:
    """A text as the review looks at it: its blocks, and where they stand in the file."""

    text: Text
    read: list[Element]  # in which a name is a mention
    outline: Places  # where titles stand
    places: Places = field(init=False)
    known: dict[str, Element] = field(init=False)
    letters: str = field(init=False)
    order: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """What is asked for many times."""
        self.places = Places.of(self.text)
        self.known = {str(b.get("id")): b for b in blocks(self.text.tree)}
        self.order = {key: n for n, key in enumerate(self.known)}
        self.letters = "\0".join(Letters.of("", text_of(b)).letters for b in self.read)

    def place(self, block: Element, start: int, end: int) -> Place:
        """Where letters of a block stand; those of an opening stand in the outline."""
        opening = any("opening" in classes_of(a) for a in block.iterancestors("header"))
        places = self.outline if opening or not self.text.raw else self.places
        for until in (end, start + BEGINNING, start + 1):  # a citation in the file may part the words
            found = places.of_words(block, start, min(end, until))
            if found.line:
                return found
        return Place(self.text.file or places.text.file)

    def seen(self, block: Element, start: int, end: int) -> Seen:
        """Letters of a block with their sentence."""
        words = text_of(block)
        first, last = _offsets(words, start, end)
        return Seen(self.text.id, self.place(block, start, end), sentence(words, first, last))

    def around(self, block: Element, start: int, end: int) -> str:
        """Words that tell the place from all others of the text."""
        words = text_of(block)
        return near(words, *_offsets(words, start, end), self.letters)

    def at(self, spot: Spot) -> tuple[int, int]:
        """A key to sort by."""
        return self.order.get(spot.block, 0), spot.letter


def gather(prepared: Prepared, folder: Folder, queries: Queries) -> Review:
    """All remarks, in the order of the book."""
    outline = prepared.outline
    items = {item.id: item for _, item in outline.items()}
    readings = _readings(prepared, folder, queries)
    shown = {e.get("id") for d in prepared.divisions if d.tree is not None for e in blocks(d.tree)}
    remarks = [r for key, one in readings.items() for r in _remarks(prepared, key, one, shown)]
    titles = {key: _title(prepared, key) for key in readings}
    unread = [_title(prepared, key) for key in prepared.attached if key in items and key not in readings]
    kinds = {name: spec.kind for name, spec in outline.registers.items()}
    known = next((name for name, kind in kinds.items() if kind == "people"), next(iter(kinds), ""))
    looked = list(_looked(prepared, readings))
    registers = []
    for name, kind in kinds.items():
        found = strangers(looked, prepared.registers, name, people=kind == "people") if name == known else ()
        registers.append(_register(prepared, name, remarks, found))
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


def _readings(prepared: Prepared, folder: Folder, queries: Queries) -> dict[str, Reading]:
    """The texts that are read for names, in the order of the book."""
    raw = folder.read(OUTLINE, queries, Place(folder.shown(OUTLINE))) or ""
    items = {item.id: item for _, item in prepared.outline.items()}
    found = {}
    for key in sorted(prepared.attached, key=lambda k: list(items).index(k) if k in items else len(items)):
        text = prepared.attached[key].text
        if key in UNREAD or (key in items and items[key].unindexed):
            continue
        read = [b for b in blocks(text.tree) if key != RECORD or b.tag in ("h2", "h3")]
        titles = Places.of(Text(OUTLINE, folder.shown(OUTLINE), raw, text.tree))
        found[key] = Reading(text, read, titles)
    return found


def _remarks(prepared: Prepared, key: str, reading: Reading, shown: set[str | None]) -> Iterator[Remark]:
    """Those of a text, in its order."""
    one = prepared.attached[key]
    everything: list[Mention | Doubt] = [*one.mentions, *one.doubts]
    for found in sorted(everything, key=lambda m: (reading.at(m.start), m.register)):
        block = reading.known.get(found.start.block)
        if block is None:
            continue
        start = found.start.letter
        within = found.end.block == found.start.block
        end = found.end.letter if within else max(start + 1, count(text_of(block)))
        entries, others, kind, marked = _told(found)
        passage = isinstance(found, Mention) and found.passage
        seen = reading.seen(block, start, min(end, start + 60) if passage else end)
        around = "" if marked else reading.around(block, start, end)
        yield Remark(
            found.register,
            kind,
            entries,
            others,
            found.why or ("a passage" if passage else "a mark"),
            key,
            seen.place,
            seen.sentence,
            around,
            note=found.note if isinstance(found, Mention) else "",
            passage=passage,
            marked=marked,
            left_out=found.start.block not in shown,
        )


def _told(found: Mention | Doubt) -> tuple[tuple[str, ...], tuple[str, ...], Kind, bool]:
    """Whom a place names, whom it could have named, how sure that is, whether a mark says so."""
    if isinstance(found, Doubt):
        return found.entries, (), "asked" if found.asked else "doubt", False
    marked = found.passage or found.why in ("", "a mark") or found.why.startswith("a decision")
    return (found.entry,), found.others, "sure" if found.sure else "inferred", marked


def _register(
    prepared: Prepared, name: str, remarks: Iterable[Remark], found: tuple[Stranger, ...]
) -> Register:
    entries = prepared.registers.entries[name]
    ours = [r for r in remarks if r.register == name]
    by_entry: dict[str, list[Remark]] = {}
    for remark in ours:
        if remark.kind in ("sure", "inferred"):
            by_entry.setdefault(remark.entries[0], []).append(remark)
    headings = {key: e.heading for key, e in entries.items()}
    order = sorted(headings, key=lambda k: (lower(fold(headings[k])), k))
    return Register(
        name,
        next((i.title for i in prepared.outline.indexes.values() if i.register == name), name),
        headings,
        tuple(r for r in ours if r.kind == "asked"),
        tuple(r for r in ours if r.kind == "inferred"),
        tuple(r for r in ours if r.kind == "doubt"),
        found,
        tuple(k for k in order if k not in by_entry and not entries[k].see),
        tuple(Mentioned(k, headings[k], tuple(by_entry[k])) for k in order if k in by_entry),
    )


def _looked(prepared: Prepared, readings: Mapping[str, Reading]) -> Iterator[Looked]:
    """Blocks of texts with the letters that are settled: mentions, and doubts that ask."""
    for key, reading in readings.items():
        taken: dict[str, list[tuple[int, int]]] = {}
        one = prepared.attached[key]
        settled: list[Mention | Doubt] = [m for m in one.mentions if not m.passage]
        for found in (*settled, *(d for d in one.doubts if d.asked)):
            taken.setdefault(found.start.block, []).append((found.start.letter, found.end.letter))
        for block in blocks_of(reading.read):
            see = partial(reading.seen, block.element)
            yield Looked(block, tuple(taken.get(block.id, ())), see)


def _offsets(words: str, start: int, end: int) -> tuple[int, int]:
    """Letters as offsets into the words of a block."""
    first = offset_of_letter(words, start) or 0
    last = offset_of_letter(words, max(start, end - 1))
    return first, len(words) if last is None else last + 1
