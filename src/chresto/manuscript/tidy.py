"""Pandoc's HTML of a text → the one vocabulary of all later stages: sections, verse, quotations, notes."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from lxml.etree import _Element as Element
from lxml.etree import strip_tags

from chresto.book import DRAWN
from chresto.doors.folder import Folder
from chresto.forms import Text
from chresto.manuscript.notes import notes_to_calls
from chresto.places import of_literal
from chresto.queries import Queries, did_you_mean
from chresto.tree import add_words, classes_of, new

#: Blocks with a meaning of their own: `::: name`.
SECTIONS = ("headnote", "questions", "epigraph", "passage", "disagreement")
#: Classes of spans and links that stay.
CLASSES = ("smallcaps", "page", "citation", "speaker", "underline")
#: Classes that this stage itself gives.
OWN = ("note", "para", "line", "stanza-break", "attribution", "entry")
KEPT = ("id", "href", "src", "alt", "lang", "start", "type", "colspan", "rowspan", "scope")
SCHEME = "picture:"  # what a text writes before the id of a picture of the outline
PICTURES = (".svg", ".png", ".jpg", ".jpeg")
BLOCKS = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "hr", "table", "figure"),
    *("section", "div", "blockquote", "header"),
)
INDENT = "\u00a0"
ATTRIBUTION = ("—", "–", "―")


def tidy(
    text: Text,
    folder: Folder,
    queries: Queries,
    *,
    keep_references: bool = False,
    drawn: Sequence[str] = (),
    marks: Sequence[str] = (),
) -> None:
    """Rewrite the tree in place.

    `drawn`: the pictures that the outline lets the compiler draw; `marks`: those of indexes by marks alone.
    """
    tree = text.tree
    references = tree.get_element_by_id("refs", None)  # type: ignore[attr-defined]
    if references is not None and not keep_references:
        references.getparent().remove(references)
    notes_to_calls(tree)
    _headings(tree)
    for block in list(tree.iter("div")):
        _div(text, block, queries)
    for quotation in list(tree.iter("blockquote")):
        _quotation(quotation)
    for holder in list(tree.iter("section", "div", "blockquote")):
        if "verse" not in classes_of(holder):
            _loose(holder)
    for picture in list(tree.iter("img")):
        if (picture.get("src") or "").startswith(SCHEME):
            _drawn(text, picture, drawn, queries)
        else:
            _picture(text, picture, folder, queries)
    for element in list(tree.iter()):
        _named(element, marks)
        _attributes(text, element, queries)
    strip_tags(tree, "font", "center")
    if not any(c.isalnum() for c in "".join(tree.itertext())) and tree.find(".//img") is None:
        queries.add(
            "text-empty",
            "there are no words in it",
            of_literal(text, ""),
            hint="write it, or take it out of the outline",
        )


def _headings(tree: Element) -> None:
    """The title is the outline's, so the highest heading of a text is h2."""
    levels = {f"h{n}": n for n in range(1, 7)}
    found = [(e, levels[str(e.tag)]) for e in tree.iter(*levels)]
    shift = 2 - min((level for _, level in found), default=2)
    for heading, level in found:
        heading.tag = f"h{min(6, level + shift)}"


def _loose(holder: Element) -> None:
    """Words that stand in no paragraph, as HTML and tables of word processors have them, become one."""
    paragraph: Element | None = None
    if (holder.text or "").strip():
        paragraph = new("p", text=(holder.text or "").lstrip())
        holder.text = None
        holder.insert(0, paragraph)
    for child in [c for c in holder if c is not paragraph]:
        if child.tag not in BLOCKS:
            if paragraph is None:
                paragraph = new("p")
                holder.insert(holder.index(child), paragraph)
            paragraph.append(child)
            continue
        paragraph = None
        if (child.tail or "").strip():
            paragraph = new("p", text=(child.tail or "").lstrip())
            child.tail = None
            holder.insert(holder.index(child) + 1, paragraph)


def _div(text: Text, block: Element, queries: Queries) -> None:
    classes = classes_of(block)
    if "line-block" in classes:
        _verse(block)
    elif "references" in classes:
        block.set("class", "bibliography")
    elif "csl-entry" in classes:
        block.tag = "p"
        block.set("class", "entry")
        block.text = (block.text or "").lstrip()
    elif classes and classes[0] in SECTIONS:
        block.tag = "section"
        block.set("class", classes[0])
    elif classes:
        name = classes[0]
        queries.add(
            "mark-unknown",
            f"“::: {name}” has no meaning",
            of_literal(text, name),
            hint=did_you_mean(name, SECTIONS),
        )


def _verse(block: Element) -> None:
    """Pandoc's line block, lines parted by <br>, as one paragraph a line."""
    lines = [new("p")]
    add_words(lines[-1], block.text)
    for child in list(block):
        tail, child.tail = child.tail, None
        if child.tag == "br":
            lines.append(new("p"))
        else:
            lines[-1].append(child)
        add_words(lines[-1], tail)
    block.text = None
    for child in list(block):
        block.remove(child)
    block.set("class", "verse")
    for line in lines:
        start = line.text or ""
        indent = len(start) - len(start.lstrip(INDENT + "\n "))
        spaces = start[:indent].count(INDENT)
        line.text = start[indent:]
        empty = not "".join(line.itertext()).strip()
        line.set(
            "class",
            "stanza-break" if empty else f"line indent{min(4, (spaces + 1) // 2)}" if spaces else "line",
        )
        block.append(line)


def _quotation(quotation: Element) -> None:
    parent = quotation.getparent()
    if parent is None or parent.get("class") != "epigraph":
        quotation.set("class", "quotation")
    last = quotation[-1] if len(quotation) else None
    if last is not None and last.tag == "p" and (last.text or "").lstrip().startswith(ATTRIBUTION):
        last.text = (last.text or "").lstrip("".join(ATTRIBUTION) + " \u00a0")
        last.set("class", "attribution")


def _drawn(text: Text, picture: Element, known: Sequence[str], queries: Queries) -> None:
    """A picture that the compiler draws; what it shows, `compose` puts into words."""
    name = (picture.get("src") or "").removeprefix(SCHEME)
    if name not in known:
        place = of_literal(text, f"{SCHEME}{name}")
        hint = did_you_mean(name, list(known)) or "describe it under “pictures” in outline.yaml"
        queries.add("id-unknown", f"no picture has the id “{name}”", place, hint=hint)
    picture.set("src", f"image:{DRAWN}/{name}.svg")


def _picture(text: Text, picture: Element, folder: Folder, queries: Queries) -> None:
    source = picture.get("src") or ""
    place = of_literal(text, source)
    if re.match(r"[a-z][a-z0-9+.-]*:", source, re.IGNORECASE):
        queries.add(
            "image-refused",
            f"the picture “{source}” is not a file of the book",
            place,
            hint="put it into manuscript/images/",
        )
    elif PurePosixPath(source).suffix.lower() not in PICTURES:
        queries.add(
            "image-refused",
            f"“{source}” is not a kind of picture that can be set",
            place,
            hint=f"one of: {', '.join(PICTURES)}",
        )
    elif folder.check(source, queries, place):
        picture.set("src", f"image:{source}")
        if not (picture.get("alt") or "").strip():
            queries.add(
                "image-refused",
                f"the picture “{source}” has no alternative text",
                place,
                hint="![what it shows](…)",
            )


def _named(element: Element, marks: Sequence[str]) -> None:
    """`[Leningrad]{.place}` is the mark `place` that says nothing but its words."""
    for name in [c for c in classes_of(element) if c in marks] if element.tag == "span" else ():
        element.set("class", " ".join(c for c in classes_of(element) if c != name))
        if f"data-{name}" not in element.attrib:
            element.set(f"data-{name}", "")


def _attributes(text: Text, element: Element, queries: Queries) -> None:
    """Only attributes that later stages know are kept; classes only where they have a meaning."""
    if not isinstance(element.tag, str):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
        return
    ours = (
        element.tag in ("section", "div", "blockquote") or (element.get("class") or "").split(" ")[0] in OWN
    )
    if not ours and element.get("class"):
        kept = [c for c in classes_of(element) if c in CLASSES]
        unknown = [c for c in classes_of(element) if c not in CLASSES and element.tag == "span"]
        for name in unknown:
            queries.add(
                "mark-unknown",
                f"the mark “.{name}” has no meaning",
                of_literal(text, f".{name}"),
                hint=did_you_mean(name, CLASSES),
                severity="warning",
            )
        element.set("class", " ".join(kept))
    for name in list(element.keys()):
        if name not in (*KEPT, "class") and not name.startswith("data-"):
            del element.attrib[name]
    if element.get("class") == "":
        del element.attrib["class"]
