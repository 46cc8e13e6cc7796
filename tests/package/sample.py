"""A small book made by hand, as compose, typeset and bind would hand it on: divisions, folios, a printed index."""

# ruff: noqa: E501  -- HTML is easier to read unbroken

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from lxml import html
from lxml.etree import _Element as Element

from chresto.book import Contributor, Edition, IndexSpec, Item, Kind, Matter, Metadata, Outline, Part, Voice
from chresto.entries import (
    CrossReference,
    Heading,
    Index,
    Locator,
    PrintedHeading,
    PrintedIndex,
    PrintedLocator,
    SubHeading,
)
from chresto.forms import BookPage, Division, Folios, Mention, PageMap, Run, SetDivision, SetPage, Spot
from chresto.letters import blocks, count, is_note, pieces, text_of
from chresto.parts import Parts

UUID = "urn:uuid:5b1c1c5e-7d0b-4d4e-9a39-0d9f3a1f7c11"

TITLES = """<section class="division titles" id="titles">
<section class="half-title"><p id="titles-half" data-b="1">The Moscow Trials</p></section>
<section class="title-page" id="title-page"><h1 id="titles-title" data-b="1">The Moscow Trials, 1936–1938</h1>
<p class="subtitle" id="titles-subtitle" data-b="1">An annotated reader</p>
<p class="contributor" id="titles-c1" data-b="1">Edited by Anna Example</p></section>
<section class="copyright-page" id="copyright-page"><p id="titles-rights" data-b="1">CC BY-SA 4.0</p></section>
</section>"""

CONTENTS = """<section class="division contents" id="contents">
<header class="opening"><h1 id="contents-title" data-b="1">Contents</h1></header>
<nav class="contents"><ol><li id="contents-1" data-b="1"><a href="#road">The Road</a></li></ol></nav></section>"""

PART = """<section class="division part" id="part-one"><section class="part-opener"><p class="number">Part I</p>
<h1 id="part-one-title" data-b="1">Before the Court</h1></section></section>"""

ROAD = """<section class="division chapter" id="road">
<header class="opening"><p class="number">Chapter 1</p><h1 id="road-1" data-b="1">The Road to the Courtroom</h1></header>
<section class="epigraph" id="road-epigraph-1"><blockquote><p id="road-2" data-b="1">We live, deaf to the land beneath us.</p>
<p class="attribution" id="road-3" data-b="1">Osip Mandelstam, 1933</p></blockquote></section>
<p id="road-4" data-b="1">On the first of December 1934 Sergei Kirov was shot in a corridor of the
Smolny,<span class="note" id="road-n1" data-voice="editor" data-mark="1" data-label=""><span class="para" id="road-n1-1" data-b="1">The
Smolny Institute was the seat of the <em>Leningrad</em> party.</span><span class="para" id="road-n1-2" data-b="1">It had been
a school for girls.</span></span> and within hours a decree cut short the procedure in cases of terror. The
<span class="term">kolkhoznik</span><span class="note" id="road-n2" data-voice="gloss" data-mark="°" data-label=""><span class="para"
id="road-n2-1" data-b="1"><em>kolkhoznik</em>: a worker on a collective farm</span></span> in the next village heard of it by
wireless, the <span lang="ru">Советский Союз</span> at large from the papers; see <a class="page" data-folio="7" href="#red-book">page</a>
and <a href="#red-book">the Red Book</a>.</p>
<h2 id="road-5" data-b="1">The decree</h2>
<p id="road-6" data-b="1">Investigations were to be finished in ten days, and neither appeals nor petitions were received. Lev Kamenev
and Grigory Zinoviev were arrested in the same month; “nobody”, said one observer, “believed a word of it”.</p>
<blockquote class="quotation"><p id="road-7" data-b="1">The confessions were not the whole evidence; they were the evidence.</p>
<p class="attribution" id="road-8" data-b="1">an unsigned chapter</p></blockquote>
<ul><li><p id="road-9" data-b="1">first, the murder in the corridor;</p></li><li><p id="road-10" data-b="1">then, the decree.</p></li></ul>
</section>"""

RED_BOOK = """<section class="division reading" id="red-book" lang="en-GB">
<header class="opening"><p class="number">Reading 1</p><h1 id="red-book-1" data-b="1">The Red Book</h1>
<p class="byline" id="red-book-2" data-b="1">Lev Sedov, 1936</p></header>
<section class="headnote" id="red-book-headnote-2"><p id="red-book-3" data-b="1">Sedov wrote in Paris, in haste, within weeks of the
verdict.</p></section>
<p id="red-book-4" data-b="1">In Stalin’s Russia the accused confess because nothing else is left to them; Grigory Zinoviev had
capitulated so often<span class="note" id="red-book-n1" data-voice="author" data-mark="a" data-label="L.S."><span class="para"
id="red-book-n1-1" data-b="1">Three times, by his own count; Kamenev as often.</span></span> that one more time seemed to cost nothing.<span
class="note absent" id="red-book-n2" data-voice="seminar" data-mark="*" data-label=""><span class="para" id="red-book-n2-1"
data-b="1">For the seminar only.</span></span></p>
<div class="verse"><p class="line" id="red-book-5" data-b="1">We live, deaf to the land,</p>
<p class="line indent2" id="red-book-6" data-b="1">at ten steps no one hears,</p><p class="stanza-break" id="red-book-7" data-b="1"></p>
<p class="line" id="red-book-8" data-b="1">and where there’s half a talk</p></div>
<table><caption id="red-book-9" data-b="1">Three trials</caption><thead><tr><th scope="col" id="red-book-10" data-b="1">When</th>
<th scope="col" id="red-book-11" data-b="1">How many</th></tr></thead><tbody><tr><td id="red-book-12" data-b="1">August 1936</td>
<td id="red-book-13" data-b="1">16</td></tr></tbody></table>
<figure><img src="image:images/Map.svg" alt="A square"><figcaption id="red-book-map" data-b="1">Where Kamenev was
judged</figcaption></figure>
<section class="questions" id="red-book-questions-20"><h2 id="red-book-questions-title" data-b="1">Questions</h2>
<ol><li><p id="red-book-14" data-b="1">Why does Sedov begin with politics and not with evidence?</p></li></ol></section>
<section class="questions absent" id="red-book-questions-21"><h2 id="red-book-q2" data-b="1">More</h2><p id="red-book-15"
data-b="1">This is hidden, Kamenev.</p></section>
</section>"""

BIBLIOGRAPHY = """<section class="division bibliography" id="bibliography"><header class="opening"><h1 id="bibliography-title"
data-b="1">Bibliography</h1></header><div class="bibliography"><p class="entry" id="ref-sedov1936" data-b="1">Sedov, Lev. <em>The Red
Book</em>. <a href="https://example.org/red">example.org/red</a>.</p></div></section>"""

INDEX = """<section class="division index" id="index-people"><header class="opening"><h1 id="index-people-title" data-b="1">Index of
People</h1></header><div class="entries"><section class="group"><h2 class="letter" id="index-people-letter-1" data-b="1">K</h2>
<p class="heading" id="ix-people-kamenev" data-b="1">Kamenev, Lev</p><p class="heading" id="ix-people-kirov" data-b="1">Kirov,
Sergei</p></section><section class="group"><h2 class="letter" id="index-people-letter-2" data-b="1">R</h2><p class="heading"
id="ix-people-zinoviev-see-2" data-b="1">Radomyslsky, Ovsei-Gershon</p></section><section class="group"><h2 class="letter"
id="index-people-letter-3" data-b="1">Z</h2><p class="heading" id="ix-people-zinoviev" data-b="1">Zinoviev, Grigory</p><p class="sub"
id="ix-people-zinoviev-sub-1" data-b="1">and the decree</p><p class="sub" id="ix-people-zinoviev-sub-2" data-b="1">and his
confession</p></section></div></section>"""

INDEX_OF_TRIALS = """<section class="division index" id="index-trials"><header class="opening"><h1 id="index-trials-title" data-b="1">Index
of Trials</h1></header><div class="entries"><section class="group"><h2 class="letter" id="index-trials-letter-1" data-b="1">T</h2>
<p class="heading" id="ix-trials-sixteen" data-b="1">Trial of the Sixteen</p></section></div></section>"""

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A square</title><path d="M1 1h7v7h-7z"/></svg>'


def outline() -> Outline:
    book = Metadata(
        id="sample",
        title="The Moscow Trials, 1936–1938",
        subtitle="An annotated reader",
        identifier=UUID,
        language="en-GB",
        date="2026-11-23",
        rights="CC BY-SA 4.0",
        publisher="Example Press",
        description="A reader\nfor trials of this compiler.",
        subjects=("Moscow trials", "Soviet Union -- History"),
        contributors=(
            Contributor("Anna Example", "Example, Anna"),
            Contributor("Lev Sedov", "Sedov, Lev", "aut"),
        ),
    )
    return Outline(
        book,
        body=(Part("part-one", "Before the Court", (Item(chapter="road"), Item(reading="red-book"))),),
        editions={"public": Edition(), "seminar": Edition(title="Seminar edition")},
        voices={"editor": Voice("the editors"), "author": Voice("Lev Sedov", "alpha", "L.S.")},
    )


def tree(text: str) -> Element:
    return html.fragment_fromstring(text)


def divisions() -> list[Division]:
    def one(name: str, kind: Kind, matter: Matter, title: str, text: str, part: str = "") -> Division:
        return Division(name, kind, matter, title, title, tree(text), part=part)

    made = [
        one("titles", "titles", "front", "Title pages", TITLES),
        one("contents", "contents", "front", "Contents", CONTENTS),
        one("part-one", "part", "body", "Before the Court", PART),
        one("road", "chapter", "body", "The Road to the Courtroom", ROAD, "part-one"),
        one("red-book", "reading", "body", "The Red Book", RED_BOOK, "part-one"),
        one("bibliography", "bibliography", "back", "Bibliography", BIBLIOGRAPHY),
        one("index-people", "index", "back", "Index of People", INDEX),
        one("index-trials", "index", "back", "Index of Trials", INDEX_OF_TRIALS),
    ]
    return [
        replace(d, mentions=tuple(m for m in mentions(made) if m.start.block.startswith(d.id))) for d in made
    ]


#: Who is named where: register, entry, block, words.
NAMED = (
    ("people", "kamenev", "road-6", "Lev Kamenev"),
    ("people", "kamenev", "red-book-n1-1", "Kamenev"),
    ("people", "kamenev", "red-book-map", "Kamenev"),
    ("people", "kamenev", "red-book-15", "Kamenev"),
    ("people", "kirov", "road-4", "Sergei Kirov"),
    ("people", "kirov", "road-6", "nobody”, said"),
    ("people", "zinoviev", "road-6", "Grigory Zinoviev"),
    ("people", "zinoviev", "red-book-4", "Grigory Zinoviev"),
    ("trials", "sixteen", "road-4", "Red"),
    ("trials", "sixteen", "red-book-1", "Red Book"),
    ("trials", "sixteen", "red-book-4", "Grigory"),
    ("trials", "sixteen", "red-book-10", "When"),
)


def mentions(made: Iterable[Division]) -> Iterator[Mention]:
    """All mentions, and a passage about Kirov."""
    made = tuple(made)
    for register, entry, block, words in NAMED:
        start = spot(made, words, block)
        note = "a" if "-n1-" in block else ""
        yield Mention(register, entry, start, Spot(block, start.letter + count(words)), note)
    yield Mention("people", "kirov", Spot("road-9"), Spot("road-10", 14), passage=True)


def set_pages(root: Element, room: int) -> tuple[SetPage, ...]:
    """Pages of `room` letters, broken wherever they are full, words too; notes stand on the page of their call."""
    pages: list[list[Run]] = [[]]
    words: list[str] = [""]
    free = room
    for block in _texts(root):
        first, letters = 0, [c for c in text_of(block) if c.isalnum()]
        while first < len(letters):
            if not free:
                pages.append([])
                words.append("")
                free = room
            last = min(len(letters), first + free)
            pages[-1].append(Run(str(block.get("id")), first, last))
            words[-1] += "".join(letters[first:last])
            free -= last - first
            first = last
    for note in [e for e in root.iter("span") if is_note(e)]:
        caller, letter = _call(note)
        at = next(
            n
            for n, runs in enumerate(pages)
            for r in runs
            if r.block == caller and r.first < letter <= r.last
        )
        pages[at] += [Run(str(b.get("id")), 0, count(text_of(b))) for b in blocks(note)]
    return tuple(SetPage(tuple(runs), (), {}, w[:40]) for runs, w in zip(pages, words, strict=True))


def _call(note: Element) -> tuple[str, int]:
    """The block in which a note is called, and how many letters stand before the call."""
    block = next(a for a in note.iterancestors() if a.get("data-b"))
    seen = 0
    for piece in pieces(block):
        if piece.element is note:
            break
        seen += count(piece.text)
    return str(block.get("id")), seen


def _texts(root: Element) -> Iterator[Element]:
    return (b for b in blocks(root) if not any(is_note(a) for a in b.iterancestors()))


def folios(made: Iterable[Division], room: int = 131) -> Folios:
    """Pages as bind numbers them: each division starts on a recto, the title pages are four."""
    maps: dict[str, PageMap] = {}
    pages: list[BookPage] = []
    first: dict[str, int] = {}
    known: dict[str, tuple[str, tuple[tuple[int, int, int], ...]]] = {}
    numbers = {"front": 0, "body": 0}
    for division in made:
        assert division.tree is not None
        if division.kind == "titles":
            runs = [(Run(str(b.get("id")), 0, count(text_of(b))),) for b in _texts(division.tree)]
            held = tuple(SetPage(r, (), {}) for r in (runs[0], (), sum(runs[1:-1], ()), runs[-1]))
        else:
            held = set_pages(division.tree, room)
        maps[division.id] = PageMap(300, 400, held, {}, {})
        counter = "front" if division.matter == "front" else "body"
        if numbers[counter] % 2:
            numbers[counter] += 1
            pages.append(BookPage(folio(numbers[counter], counter), division.id, -1, division.matter))
        first[division.id] = len(pages)
        for number in range(len(held)):
            numbers[counter] += 1
            pages.append(BookPage(folio(numbers[counter], counter), division.id, number, division.matter))
        found: dict[str, list[tuple[int, int, int]]] = {}
        for number, page in enumerate(held):
            for run in page.runs:
                found.setdefault(run.block, []).append((number, run.first, run.last))
        known |= {block: (division.id, tuple(runs)) for block, runs in found.items()}
    return Folios(tuple(pages), maps, first, known)


def folio(number: int, counter: str) -> str:
    return (
        ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii")[number] if counter == "front" else str(number)
    )


def spot(made: Iterable[Division], words: str, block: str) -> Spot:
    """The place of words in a block."""
    for division in made:
        for one in blocks(division.tree) if division.tree is not None else ():
            if one.get("id") == block:
                text = " ".join(text_of(one).split())
                return Spot(block, count(text[: text.index(words)]))
    raise KeyError(block)


def indexes(made: list[Division], known: Folios) -> tuple[PrintedIndex, PrintedIndex]:
    """Two indexes: with notes, a passage, a range, a figure, a table, sub-headings and references."""

    def page(spot: Spot) -> int:
        found = known.page_of(spot)
        assert found is not None
        return found

    def at(block: str, words: str, kind: Literal["", "figure", "table"] = "") -> PrintedLocator:
        place = spot(made, words, block)
        label = known.pages[page(place)].folio
        noted = "-n1-" in block
        spoken = f"{label}, note" if noted else f"{label}, {kind}" if kind else label
        return PrintedLocator(label + "n" * noted, spoken, place, (page(place), page(place)), kind=kind)

    def span(block: str, words: str, last_block: str, last_words: str) -> PrintedLocator:
        place = spot(made, words, block)
        pages = (page(place), page(spot(made, last_words, last_block)))
        first, last = (known.pages[p].folio for p in pages)
        if first == last:
            return PrintedLocator(first, first, place, pages)
        return PrintedLocator(f"{first}–{last}", f"{first} to {last}", place, pages)

    def heading(
        name: str, words: str, *locators: PrintedLocator, subs: tuple[SubHeading, ...] = (), **refers: object
    ) -> PrintedHeading:
        held = (*locators, *(loc for sub in subs for loc in sub.locators))
        spots = tuple(Locator(loc.target, loc.target) for loc in held)
        entry = name.partition("-")[2] if held else ""
        one = Heading(f"ix-{name}", words, words[0], entry, spots)
        return PrintedHeading(replace(one, **refers), locators, subs)  # type: ignore[arg-type]

    zinoviev = CrossReference("Zinoviev, Grigory", "ix-people-zinoviev")
    passage = PrintedLocator(
        known.pages[page(Spot("road-9"))].folio,
        "",
        Spot("road-9"),
        (page(Spot("road-9")),) * 2,
        principal=True,
    )
    people = (
        heading(
            "people-kamenev",
            "Kamenev, Lev",
            at("road-6", "Lev Kamenev"),
            at("red-book-n1-1", "Kamenev"),
            at("red-book-map", "Kamenev", "figure"),
            at("red-book-15", "Kamenev"),
            see_also=(zinoviev,),
        ),
        heading(
            "people-kirov",
            "Kirov, Sergei",
            span("road-4", "Sergei", "road-6", "nobody"),
            replace(passage, spoken=passage.label),
        ),
        heading("people-zinoviev-see-2", "Radomyslsky, Ovsei-Gershon", see=(zinoviev,)),
        heading(
            "people-zinoviev",
            "Zinoviev, Grigory",
            subs=(
                SubHeading("ix-people-zinoviev-sub-1", "and the decree", (at("road-6", "Grigory"),)),
                SubHeading("ix-people-zinoviev-sub-2", "and his confession", (at("red-book-4", "Grigory"),)),
            ),
        ),
    )
    sixteen = (
        heading(
            "trials-sixteen",
            "Trial of the Sixteen",
            at("road-4", "Red"),
            at("red-book-1", "Red Book"),
            at("red-book-4", "Grigory"),
            at("red-book-10", "When", "table"),
            see_also=(replace(zinoviev, index="Index of People"),),
        ),
    )
    return (
        printed("people", "Index of People", "Numbers are pages.", people),
        printed("trials", "Index of Trials", "", sixteen),
    )


def printed(name: str, title: str, headnote: str, headings: tuple[PrintedHeading, ...]) -> PrintedIndex:
    """Headings as an index."""
    spec = IndexSpec(title, name, headnote=headnote)
    return PrintedIndex(Index(name, title, headnote, tuple(h.heading for h in headings), spec), headings)


def parts(room: int = 131) -> Parts:
    """The whole book."""
    made = divisions()
    known = folios(made, room)
    sets = {name: SetDivision(name, b"", one) for name, one in known.maps.items()}
    return Parts(tuple(made), sets, known, indexes(made, known))
