"""The entries of a register → queries for headings, variants and references that cannot be."""

from collections.abc import Mapping, Sequence

from chresto.doors.schema import GUESS
from chresto.doors.yaml import Data
from chresto.queries import Queries, did_you_mean
from chresto.registers import Entry, Person, Variant


def check_entries(entries: Mapping[str, Entry], texts: Sequence[str], file: Data, queries: Queries) -> None:
    """`texts`: the ids of the texts that are read for names, to which variants may be limited."""
    headings: dict[str, str] = {}
    for key, entry in entries.items():
        _check_heading(key, entry, headings, file, queries)
        for i, variant in enumerate(entry.variants):
            _check_variant(key, entry, i, file, queries)
            if isinstance(variant, Variant):
                _check_limits(key, i, variant, texts, file, queries)
        for name, others in (("see", entry.see), ("see_also", entry.see_also)):
            _check_references(key, name, others, entries, file, queries)
        if key in _round(key, entries):
            message = f"the references of “{key}” lead back to it"
            hint = "let one of the entries have no “see”"
            queries.add("value-wrong", message, file.place(key, "see"), hint=hint)


def _check_heading(key: str, entry: Entry, headings: dict[str, str], file: Data, queries: Queries) -> None:
    words = " ".join(entry.heading.split())
    place = file.place(key, "heading")
    if not words and (key, "heading") in file.marks:
        queries.add("value-wrong", f"the heading of “{key}” is empty", place, hint="like “Zinoviev, Grigory”")
    elif words and words in headings:
        message = f"“{headings[words]}” has the same heading, “{words}”"
        hint = "tell them apart: the years of a life, an office, in parentheses"
        queries.add("id-twice", message, place, hint=hint)
    elif words and words != GUESS and not any(c.isalnum() for c in words.partition("(")[0]):
        message = f"the heading “{words}” has no letters before a parenthesis"
        queries.add("value-wrong", message, place, hint="the name first, like “Lurye, Moisei (Emel)”")
    headings.setdefault(words, key)


def _check_variant(key: str, entry: Entry, i: int, file: Data, queries: Queries) -> None:
    variant = entry.names[i]
    place = file.place(key, "variants", i)
    if "*" in variant[:-1]:
        hint = "at the end it stands for any ending: “Сталин*”"
        queries.add("value-wrong", f"a * inside of the variant “{variant}”", place, hint=hint)
    if not any(c.isalnum() for c in variant):
        queries.add("value-wrong", f"the variant “{variant}” has no letters", place, hint="take it out")
    if variant in entry.names[:i]:
        queries.add("value-wrong", f"the variant “{variant}” stands twice", place, hint="keep one of them")
    if entry.limited[i].after_full and not isinstance(entry, Person):
        place = file.place(key, "variants", i, "after_full")
        hint = "take it out, or limit the variant by “near” or “within”"
        queries.add("value-wrong", "only people have a full name", place, hint=hint)


def _check_limits(
    key: str, i: int, variant: Variant, texts: Sequence[str], file: Data, queries: Queries
) -> None:
    for j, text in enumerate(variant.within):
        if text not in texts:
            place = file.place(key, "variants", i, "within", j)
            message = f"no text that is read for names has the id “{text}”"
            queries.add("id-unknown", message, place, hint=did_you_mean(text, list(texts)))
    for name, phrases in (("near", variant.near), ("never", variant.never)):
        for j, phrase in enumerate(phrases):
            if not any(c.isalnum() for c in phrase):
                place = file.place(key, "variants", i, name, j)
                queries.add("value-wrong", f"“{phrase}” has no letters", place, hint="take it out")


def _check_references(
    key: str, name: str, others: Sequence[str], entries: Mapping[str, Entry], file: Data, queries: Queries
) -> None:
    for i, other in enumerate(others):
        place = file.place(key, name, i)
        if other == key:
            queries.add("id-unknown", f"“{key}” leads to itself", place, hint="name another entry")
        elif other not in entries:
            words = name.replace("_", " ")
            hint = did_you_mean(other, list(entries))
            queries.add("id-unknown", f"{words} “{other}” leads nowhere", place, hint=hint)


def _round(key: str, entries: Mapping[str, Entry]) -> set[str]:
    """Every entry that the see-references of an entry lead to, but for one that leads to itself at once."""
    found: set[str] = set()
    waiting = [other for other in entries[key].see if other != key]
    while waiting:
        one = waiting.pop()
        if one not in found and one in entries:
            found.add(one)
            waiting += entries[one].see
    return found
