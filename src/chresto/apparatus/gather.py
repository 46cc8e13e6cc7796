"""Texts with their glosses and emendations → the glossary, and the emendations of the texts as a list."""

import re
from collections.abc import Iterable, Mapping

from lxml.etree import _Element as Element

from chresto.doors.collation import sort_key
from chresto.forms import Text
from chresto.tree import add_words, new

GLOSSARY, EMENDATIONS = "glossary", "emendations"


def mark_places(texts: Mapping[str, Text]) -> None:
    """Give every word with a gloss, and every emended one, an id: what gathers them leads to it."""
    for key, text in texts.items():
        for name in ("data-gloss", "data-sic"):
            for n, span in enumerate(text.tree.xpath(f".//span[@{name}]"), 1):
                if not span.get("id"):
                    span.set("id", f"{key}-{name.removeprefix('data-')}-{n}")


def glossary(texts: Mapping[str, Text]) -> Element | None:
    """Each word that is glossed, with its explanations and where in each text they stand first; None if none.

    Words that differ in capitals or in a plural's s are one; so are explanations that differ in nothing but
    capitals and the full stop.
    """
    found: dict[str, tuple[str, dict[str, tuple[str, dict[str, str]]]]] = {}
    for text in texts.values():
        for span in text.tree.xpath(".//span[@data-gloss]"):
            word = " ".join("".join(span.itertext()).split())
            head, senses = found.setdefault(_same(word), (word, {}))
            found[_same(word)] = (min(head, word, key=lambda w: (not w[:1].islower(), len(w))), senses)
            words = " ".join(str(span.get("data-gloss")).split()).rstrip(".")
            places = senses.setdefault(words.casefold(), (words, {}))[1]
            places.setdefault(text.id, str(span.get("id")))
    if not found:
        return None
    section = new("section")
    for word, senses in sorted(found.values(), key=lambda f: sort_key(f[0])):
        section.append(_entry(word, [(words, list(places.values())) for words, places in senses.values()]))
    return section


def emendations(texts: Mapping[str, Text]) -> Iterable[Element]:
    """A list of what was emended in the words that the book quotes, with pages; nothing if nothing was."""
    items = []
    for text in texts.values():
        for span in text.tree.xpath(".//span[@data-sic]"):
            item = new("li")
            item.append(new("em", text=" ".join("".join(span.itertext()).split())))
            stood = str(span.get("data-sic"))
            add_words(item, f"] {f'the source has “{stood}”' if stood else 'not in the source'}, ")
            _pages(item, [str(span.get("id"))])
            add_words(item, ".")
            items.append(item)
    if not items:
        return
    yield new("h2", text="Emended in quotations")
    lines = new("ul")
    lines.extend(items)
    yield lines


def _entry(word: str, senses: list[tuple[str, list[str]]]) -> Element:
    entry = new("p", "entry")
    entry.append(new("strong", text=word))
    for n, (words, ids) in enumerate(senses):
        add_words(entry, f"; also: {words}, " if n else f": {words}, ")
        _pages(entry, ids)
    add_words(entry, ".")
    return entry


def _pages(entry: Element, ids: list[str]) -> None:
    for n, name in enumerate(ids):
        link = new("a", "page", "p." if n == 0 else "")
        link.set("href", f"#{name}")
        if n:
            add_words(entry, ",")
        entry.append(link)


def _same(word: str) -> str:
    return re.sub(r"(?<=[a-z]{3})s$", "", word.casefold().strip("“”‘’'"))
