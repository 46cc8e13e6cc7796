"""A small book by hand: three texts with everything the sheets style, from words that a seed draws."""

import random
from pathlib import Path

from lxml import html as lxml_html

from chresto.book import Contributor, Kind, Matter, Metadata
from chresto.forms import Division, TypesetJob
from chresto.typeset import job_of

SHEETS = Path(__file__).parents[2] / "layouts" / "print"
WORDS = (
    "in the spring of that year commission heard long row witnesses whose evidence contradicted what",
    "had asserted about meeting Copenhagen and correspondence nobody was able to produce although it quoted",
    "everywhere as if lay upon table before court which after short deliberation pronounced sentence",
    "present including accused expected since indictment appeared newspapers revolutionary responsibility",
)

METADATA = Metadata(
    id="sample",
    title="The Trials",
    subtitle="A reader",
    identifier="urn:uuid:0e4c5a50-0000-4000-8000-000000000000",
    language="en-GB",
    date="2026-11-01",
    rights="CC BY-SA 4.0",
    contributors=(Contributor("A. N. Editor", "Editor, A. N."), Contributor("Зоя Ω", "Ω, Зоя", "trl")),
    publisher="A Press",
    description="Texts & questions",
    subjects=("History", "Law"),
)


def css() -> tuple[str, ...]:
    """The style sheets of the A5 layout, in the order in which the press hands them on."""
    return tuple((SHEETS / f"{name}.css").read_text(encoding="utf-8") for name in ("book", "a5"))


def division(
    name: str, html: str, *, kind: Kind = "reading", matter: Matter = "body", title: str = "", part: str = ""
) -> Division:
    tree = lxml_html.fragment_fromstring(f'<section class="division {kind}" id="{name}">{html}</section>')
    title = title or f"The title of {name}"
    return Division(name, kind, matter, title, f"Short {name}", tree, part=part)


def job(one: Division, *sheets: str, images: dict[str, bytes] | None = None) -> TypesetJob:
    """The job of a division with the book's sheets and further ones."""
    return job_of(one, css=(*css(), *sheets), metadata=METADATA, images=images or {})


def note(name: str, text: str, *, mark: str = "1", more: str = "") -> str:
    """A note of the editor's, of one paragraph or two."""
    second = f'<span class="para" id="{name}-p2" data-b="1">{more}</span>' if more else ""
    first = f'<span class="para" id="{name}-p1" data-b="1">{text}</span>'
    marks = f'data-voice="editor" data-mark="{mark}" data-label=""'
    return f'<span class="note" id="{name}" {marks}>{first}{second}</span>'


class Writer:
    """Writes a text: the same one for the same seed."""

    def __init__(self, name: str, seed: int) -> None:
        self.name, self.paragraphs, self.notes = name, 0, 0
        self._chance = random.Random(seed)

    def words(self, number: int) -> list[str]:
        """Words in sentences, some in italics."""
        known = " ".join(WORDS).split()
        found = [self._chance.choice(known) for _ in range(number)]
        for k in range(0, number, 13):
            found[k] = found[k].capitalize()
            if k:
                found[k - 1] += "."
        for k in range(5, number, 29):
            found[k] = f"<em>{found[k]}</em>"
        return [*found[:-1], found[-1] + "."]

    def paragraph(self, notes: int = 0, words: int = 90, end: str = "") -> str:
        """A paragraph with notes, one in four of which has two paragraphs."""
        self.paragraphs += 1
        found = self.words(words)
        for k in sorted(self._chance.sample(range(words), notes)):
            self.notes += 1
            text, more = " ".join(self.words(30)), " ".join(self.words(20)) if self.notes % 4 == 0 else ""
            found[k] += note(f"{self.name}-n{self.notes}", text, mark=str(self.notes), more=more)
        return f'<p id="{self.name}-p{self.paragraphs}" data-b="1">{" ".join(found)}{end}</p>'


def reading(name: str, *, seed: int, paragraphs: int = 8, notes: int = 2, link: str = "") -> Division:
    """A reading with headnote, epigraph, headings, quotation, verse, list, table and questions."""
    write = Writer(name, seed)

    def block(tag: str, key: str, text: str, more: str = "") -> str:
        return f'<{tag} {more} id="{name}-{key}" data-b="1">{text}</{tag}>'

    place = f'<a href="#{link}">there</a> and <a class="page" href="#{link}" data-folio="17">page</a>'
    quoted = write.paragraph(0, 40) + block("p", "a", "K.", 'class="attribution"')
    lines = block("p", "v1", "We live", 'class="line"')
    lines += block("p", "v2", " ".join(write.words(18)), 'class="line indent1"')
    heads = block("th", "th1", "Trial", 'scope="col"') + block("th", "th2", "Date", 'scope="col"')
    cells = block("th", "r", "Sixteen", 'scope="row"') + block("td", "d", "August")
    rows = f"<thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody>"
    parts = [
        f'<header class="opening"><p class="number">№</p>{block("h1", "t", "The Red Book")}</header>',
        f'<section class="headnote" id="{name}-headnote">{write.paragraph(0, 40)}</section>',
        f'<section class="epigraph"><blockquote>{block("p", "e", "We live.")}</blockquote></section>',
        write.paragraph(notes, end=f" See {place}." if link else ""),
        block("h2", "h", "A heading"),
        *(write.paragraph(notes if k % 2 else 0) for k in range(paragraphs - 2)),
        f'<blockquote class="quotation">{quoted}</blockquote>',
        f'<div class="verse">{lines}</div>',
        f"<ul><li>{block('p', 'l1', 'First')}</li><li>{write.paragraph(1, 30)}</li></ul>",
        f'<table id="{name}-tab">{block("caption", "c", "Trials")}{rows}</table>',
        write.paragraph(notes),
        f'<section class="questions" id="{name}-q">{block("h2", "qh", "Questions")}',
        f"<ol><li>{block('p', 'q1', 'Why?')}</li></ol></section>",
    ]
    return division(name, "".join(parts), title="The Red Book", part="one")
