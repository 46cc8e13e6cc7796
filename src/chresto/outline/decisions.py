"""The file of decisions that the outline names → what the editor decided about single places; or queries.

Whether the words stand in their text is not known before the text is read: `apparatus.decide` looks for them.
"""

import unicodedata
from collections.abc import Mapping

from chresto.book import Outline
from chresto.doors.folder import Folder
from chresto.doors.schema import GUESS, fit
from chresto.doors.yaml import Data, read_yaml
from chresto.letters import only
from chresto.queries import Place, Queries, did_you_mean
from chresto.registers import NOBODY, Decision, Decisions, Entry

#: Letters with a stroke, which have no mark to take off, as `apparatus` reads them.
STROKES = str.maketrans("łŁøØđĐıħ", "lLoOdDih")


def read_decisions(
    folder: Folder, outline: Outline, data: Data, entries: Mapping[str, dict[str, Entry]], queries: Queries
) -> tuple[Decisions, tuple[Place, ...]]:
    """The decisions, with the place of each that is about a mention.  `entries`: those that could be read."""
    named = outline.decisions
    text = folder.read(named, queries, data.place("decisions")) if named else None
    file = read_yaml(text, folder.shown(named), queries) if text is not None else None
    found = fit(file, Decisions, queries) if file else None
    if file is None or found is None:
        return Decisions(), ()
    places = tuple(file.place("mentions", i) for i in range(len(found.mentions)))
    known = entries if entries.keys() >= outline.registers.keys() else None  # one fault is one query
    seen: dict[tuple[str, ...], int] = {}
    for i, decision in enumerate(found.mentions):
        _check_names(i, decision, outline, known, file, queries)
        _check_words(i, decision, file, queries)
        _check_once(i, decision, known or {}, seen, (file, places), queries)
    for i, word in enumerate(found.no_names):
        place = file.place("no_names", i)
        if word != GUESS and not letters(word):
            queries.add("value-wrong", f"“{word}” has no letters", place, hint="take it out")
        elif word in found.no_names[:i]:
            queries.add("value-wrong", f"“{word}” stands twice", place, hint="keep one of them")
    return found, places


def _check_names(
    i: int,
    decision: Decision,
    outline: Outline,
    entries: Mapping[str, dict[str, Entry]] | None,
    file: Data,
    queries: Queries,
) -> None:
    """The text and the entry are there."""
    texts = outline.named_in()
    if decision.text not in (*texts, GUESS):
        place = file.place("mentions", i, "text")
        hint = did_you_mean(decision.text, texts)
        message = f"no text that is read for names has the id “{decision.text}”"
        queries.add("id-unknown", message, place, hint=hint)
    if entries is None:
        return
    if decision.register and decision.register not in entries:
        place = file.place("mentions", i, "register")
        hint = did_you_mean(decision.register, list(entries))
        queries.add("id-unknown", f"there is no register “{decision.register}”", place, hint=hint)
        return
    ids = [k for name, one in entries.items() for k in one if decision.register in ("", name)]
    if decision.entry not in (*ids, NOBODY, GUESS):
        place = file.place("mentions", i, "entry")
        which = f"the register “{decision.register}” has no" if decision.register else "no register has an"
        hint = did_you_mean(decision.entry, [*ids, NOBODY])
        queries.add("id-unknown", f"{which} entry “{decision.entry}”", place, hint=hint)


def _check_words(i: int, decision: Decision, file: Data, queries: Queries) -> None:
    """There are words, and those around them hold them."""
    words, near = letters(decision.words), letters(decision.near)
    if GUESS in (decision.words, decision.near):
        return
    for key, said, found in (("words", decision.words, words), ("near", decision.near, near)):
        if not found and (said or key == "words"):
            hint = "the words as they stand in the text"
            place = file.place("mentions", i, key)
            queries.add("value-wrong", f"“{said}” has no letters", place, hint=hint)
    if near and words not in near:
        place = file.place("mentions", i, "near")
        message = f"the words around “{decision.words}” do not hold it"
        hint = "some words of the paragraph, those in question among them"
        queries.add("value-wrong", message, place, hint=hint)


def _check_once(
    i: int,
    decision: Decision,
    entries: Mapping[str, dict[str, Entry]],
    seen: dict[tuple[str, ...], int],
    where: tuple[Data, tuple[Place, ...]],
    queries: Queries,
) -> None:
    """The same words of the same place are decided once in each register."""
    file, places = where
    ours = [r for r in entries if decision.register in ("", r)]
    registers = [r for r in ours if decision.entry in entries[r]] or ours
    keys = [(decision.text, letters(decision.words), letters(decision.near), r) for r in registers]
    first = next((seen[key] for key in keys if key in seen), None)
    if first is not None:
        message = f"“{decision.words}” is decided twice here, first in line {places[first].line}"
        queries.add("value-wrong", message, file.place("mentions", i), hint="keep one of the two")
    for key in keys:
        seen.setdefault(key, i)


def letters(words: str) -> str:
    """What is compared of words: spaces, hyphens, quotation marks and accents are not.

    >>> letters("Łódź") == letters("Lo-dz")
    True
    """
    return only(unicodedata.normalize("NFD", words.translate(STROKES)))
