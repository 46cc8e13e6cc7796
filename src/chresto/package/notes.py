"""A sheet with notes at their calls → calls that are links, the notes at its end, each with a link back."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from chresto.book import Voice
from chresto.letters import is_note
from chresto.package.sheet import TYPE, remove
from chresto.tree import classes_of, new

#: How notes of the compiler's own voices are spoken of.
GLOSS, DISAGREEMENT = "gloss", "disagreement"


def gather(tree: Element, voices: Mapping[str, Voice]) -> None:
    """Rewrite the notes of a sheet, in place.  A note keeps its id; its call has the same with “-call”."""
    found = [e for e in tree.iter("span") if is_note(e)]
    if not found:
        return
    section = new("section", "notes")
    section.set(TYPE, "footnotes")
    section.set("role", "group")
    section.set("aria-label", "Notes")
    for note in found:
        spoken = told(note, voices)
        call = _call(note, spoken)
        section.append(_aside(note, spoken))
        call.tail = note.tail
        parent = note.getparent()
        if parent is not None:
            parent.replace(note, call)
        _out_of_link(call)
    tree.append(section)


def told(note: Element, voices: Mapping[str, Voice]) -> str:
    """How a screen reader names a note: its mark and whose it is."""
    voice, mark = note.get("data-voice") or "", note.get("data-mark") or ""
    if voice == GLOSS:
        term = note.getprevious()
        of = "".join(term.itertext()).strip() if term is not None and "term" in classes_of(term) else ""
        return f"Gloss: {of}" if of else "Gloss"
    if voice == DISAGREEMENT:
        return "Note: where the sources disagree"
    who = voices[voice].title if voice in voices else voice
    name = f"Note {mark}" if mark.isalnum() else "Note"
    return f"{name}, by {who}" if who else name


def _call(note: Element, spoken: str) -> Element:
    name = note.get("id") or ""
    call = new("a", f"call {note.get('data-voice') or ''}".strip(), note.get("data-mark") or "*")
    call.set("id", f"{name}-call")
    call.set(TYPE, "noteref")
    call.set("role", "doc-noteref")
    call.set("href", f"#{name}")
    call.set("aria-label", spoken)
    return call


def _aside(note: Element, spoken: str) -> Element:
    aside = new("aside", f"note {note.get('data-voice') or ''}".strip())
    aside.set("id", note.get("id") or "")
    aside.set(TYPE, "footnote")
    aside.set("role", "doc-footnote")
    aside.set("aria-label", spoken)
    if note.get("lang"):
        aside.set("lang", note.get("lang") or "")
    for paragraph in list(note):
        paragraph.tail = None
        if "para" in classes_of(paragraph):
            paragraph.tag = "p"
            del paragraph.attrib["class"]
        aside.append(paragraph)
    if not len(aside) or aside[0].tag != "p":
        aside.insert(0, new("p", text=note.text or ""))
    _lead(aside[0], note, spoken)
    return aside


def _lead(paragraph: Element, note: Element, spoken: str) -> None:
    """Put the mark, as a link back to the call, and the voice's label before a note's first words."""
    back = new("a", "back", note.get("data-mark") or "*")
    back.set(TYPE, "backlink")
    back.set("role", "doc-backlink")
    back.set("href", f"#{note.get('id')}-call")
    back.set("aria-label", f"Back to the text: {spoken[0].lower()}{spoken[1:]}")
    lead = [back, new("span", "voice", note.get("data-label") or "")] if note.get("data-label") else [back]
    words, paragraph.text = (paragraph.text or "").lstrip(), None
    for at, element in enumerate(lead):
        paragraph.insert(at, element)
        element.tail = " "
    lead[-1].tail = f" {words}"


def _out_of_link(call: Element) -> None:
    """A link holds no link: a call inside one goes behind it."""
    link = next((e for e in call.iterancestors("a")), None)
    parent = link.getparent() if link is not None else None
    if link is None or parent is None:
        return
    remove(call)
    call.tail, link.tail = link.tail, None
    parent.insert(parent.index(link) + 1, call)
