"""The outline and the attached texts → an edition's divisions, in order, numbered, with openings."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml.etree import _Element as Element

from chresto.book import Edition, Item, Kind, Matter, Outline
from chresto.compose.cut import Cut, cut
from chresto.compose.pictures.draw import Drawn, describe
from chresto.compose.prune import prune
from chresto.doors.templates import Templates
from chresto.forms import Division, Mention
from chresto.tree import new, of_html, to_html

COPYRIGHT = "copyright-page"
LABELS: dict[Kind, str] = {"chapter": "Chapter", "reading": "Reading"}
#: Divisions that are gathered from the texts, and lead to them.
GATHERED = ("glossary", "emendations")
MADE_TITLES: dict[str, str] = {
    "titles": "Title pages",
    "contents": "Contents",
    "chronology": "Chronology",
    "who-was-who": "Who was who",
    "trials": "The trials",
    "glossary": "Glossary",
    "disagreements": "Where the sources disagree",
    "emendations": "Emendations",
    "bibliography": "Bibliography",
    "rights": "Sources and rights",
}

Texts = Mapping[str, tuple[Element, tuple[Mention, ...]]]


def compose(
    outline: Outline,
    edition: str,
    texts: Texts,
    templates: Templates,
    *,
    drawn: Mapping[str, Drawn] | None = None,
) -> list[Division]:
    """Divisions in order; those that need folios have no tree yet, or one that `fill` completes.

    `texts` stay as they are.  `drawn`: the pictures that the compiler draws, whose descriptions trees show.
    """
    rules = Cut.of(outline, edition)
    result = [
        d for d in _divisions(outline, outline.editions[edition], texts, templates, rules) if d is not None
    ]
    known = {str(e.get("id")) for d in result if d.tree is not None for e in d.tree.iter() if e.get("id")}
    for division in result:
        if division.tree is not None:
            describe(division.tree, drawn or {})
            if division.kind in GATHERED:
                prune(division.tree, known)
    return [d for d in result if not (d.kind == "disagreements" and rules.drops("disagreements"))]


def _divisions(
    outline: Outline, edition: Edition, texts: Texts, templates: Templates, rules: Cut
) -> Iterator[Division | None]:
    count = 0  # chapters and readings are counted together, so that “number 7” is one text

    def division(matter: Matter, item: Item, part: str = "") -> Division | None:
        nonlocal count
        if item.kind == "titles":
            return _titles(outline, edition, texts, templates)
        if item.kind in ("contents", "index"):
            title = item.title or (
                outline.indexes[item.index].title if item.index else MADE_TITLES["contents"]
            )
            return Division(
                item.id,
                item.kind,
                matter,
                title,
                item.short or title,
                None,
                item,
                part=part,
                needs_folios=True,
            )
        if item.id not in texts:  # made from data that the book does not have
            return None
        number = ""
        if item.kind in LABELS:
            count += 1
            number = str(count)
        return _text(matter, item, number, part, texts, rules)

    for item in outline.front:
        yield division("front", item)
    for n, one in enumerate(outline.body, 1):
        yield _part(n, one.part, one.title, len(outline.body), templates)
        for item in one.contents:
            yield division("body", item, one.part)
    for item in outline.back:
        yield division("back", item)


def _text(matter: Matter, item: Item, number: str, part: str, texts: Texts, rules: Cut) -> Division:
    source, mentions = texts[item.id]
    tree = deepcopy(source)
    title = item.title or MADE_TITLES.get(item.id, item.id)
    tree.set("class", f"division {item.kind}")
    if item.language:
        tree.set("lang", item.language)
    header = tree.find("header")
    if header is None:
        header = new("header", "opening")
        tree.insert(0, header)
    if header.find("h1") is None:
        header.insert(0, _block("h1", f"{item.id}-title", title))
    if number:
        header.insert(0, new("p", "number", f"{LABELS[item.kind]} {number}"))
    questions = tree.find("section[@class='questions']")
    if questions is not None and questions.find("h2") is None:
        questions.insert(0, _block("h2", f"{item.id}-questions-title", "Questions"))
    cut(tree, rules)
    pages = tree.find(".//a[@class='page']") is not None
    return Division(
        item.id,
        item.kind,
        matter,
        title,
        item.short or title,
        tree,
        item,
        number,
        part,
        mentions,
        needs_folios=pages,
    )


def _block(tag: str, name: str, words: str) -> Element:
    block = new(tag, text=words)
    block.set("data-b", "1")
    block.set("id", name)
    return block


def _titles(outline: Outline, edition: Edition, texts: Texts, templates: Templates) -> Division:
    """Half-title, title page and copyright page: pages i, iii and iv."""
    note = texts.get(COPYRIGHT)
    inner = [to_html(e) for e in note[0]] if note is not None else []
    html = templates.fill("titles.html.j2", book=outline.book, edition=edition, copyright="".join(inner))
    return Division("titles", "titles", "front", MADE_TITLES["titles"], outline.book.title, tree_of(html))


def _part(number: int, key: str, title: str, of: int, templates: Templates) -> Division:
    figures = (
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
    )
    label = figures[number - 1] if number <= len(figures) else str(number)
    html = templates.fill("part.html.j2", id=key, number=label, title=title, of=of)
    return Division(key, "part", "body", title, title, tree_of(html), number=label if of > 1 else "")


def tree_of(html: str) -> Element:
    """The one element of a filled template; an empty section if the template could not be used."""
    return of_html(html.strip() or "<section></section>")
