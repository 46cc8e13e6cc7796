"""Pandoc's list of footnotes at the end → each note at its call, as span.note with span.para inside."""

from lxml.etree import _Element as Element

from chresto.tree import classes_of, new, take_out

#: What in a note becomes a paragraph of its own.
PARAGRAPHS = ("p", "li", "h2", "h3", "h4", "pre", "td", "th")


def notes_to_calls(tree: Element) -> None:
    """Move every note to its call; the list and the links back are gone afterwards."""
    section = tree.find(".//section[@id='footnotes']")
    if section is None:
        return
    bodies = {li.get("id"): li for li in section.iter("li") if (li.get("id") or "").startswith("fn")}
    for call in list(tree.iter("a")):
        if "footnote-ref" not in classes_of(call):
            continue
        body = bodies.get((call.get("href") or "").removeprefix("#"))
        note = new("span", "note")
        for paragraph in _paragraphs(body) if body is not None else []:
            note.append(paragraph)
        note.tail = call.tail
        parent = call.getparent()
        if parent is not None:
            parent.replace(call, note)
    parent = section.getparent()
    if parent is not None:
        parent.remove(section)


def _paragraphs(body: Element) -> list[Element]:
    for back in list(body.iter("a")):
        if "footnote-back" in classes_of(back):
            take_out(back)
    found = [
        e
        for e in body.iter(*PARAGRAPHS)
        if e is not body and not any(True for _ in e.iterdescendants(*PARAGRAPHS))
    ]
    result = []
    for element in found or [body]:
        paragraph = new("span", "para", element.text or "")
        for child in list(element):
            paragraph.append(child)
        result.append(paragraph)
    return result
