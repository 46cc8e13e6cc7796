"""Pandoc's list of footnotes at the end → each note at its call, as span.note with span.para inside."""

from lxml.etree import _Element as Element

from chresto.tree import add_words, classes_of, new, take_out

#: What holds paragraphs, or is one: in a note each becomes a paragraph of its own.
HOLDERS = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "li", "dl", "dt", "dd", "div", "section"),
    *("blockquote", "hr", "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th"),
    *("figure", "figcaption"),
)


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
    found: list[Element] = []
    _gather(body, found)
    return found or [new("span", "para")]


def _gather(holder: Element, found: list[Element]) -> None:
    """Words and inline elements in a row are a paragraph; what holds paragraphs is looked into."""
    row: Element | None = None
    words, holder.text = holder.text, None
    for child in (None, *holder):
        if child is not None:
            words, child.tail = child.tail, None
            if child.tag in HOLDERS:
                row, before = None, len(found)
                _gather(child, found)
                if child.tag == "li" and holder.tag == "ol" and len(found) > before:
                    found[before].text = f"{_number(holder, child)}. {found[before].text or ''}"
            elif child.tag == "br" and "line-block" in classes_of(holder):
                row, words = None, (words or "").lstrip("\n")
            else:
                row = _row(row, found)
                row.append(child)
        if row is not None or (words or "").strip():
            row = _row(row, found)
            add_words(row, words)


def _row(row: Element | None, found: list[Element]) -> Element:
    """The paragraph that is being filled, or a new one."""
    if row is None:
        row = new("span", "para")
        found.append(row)
    return row


def _number(numbered: Element, entry: Element) -> int:
    """The number of an entry of a list: a note shows no list, so the number becomes words."""
    return int(numbered.get("start") or 1) + [e for e in numbered if e.tag == "li"].index(entry)
