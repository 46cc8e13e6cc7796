"""The registers and indexes of the outline → queries for marks, ids and references that cannot be."""

import re

from chresto.book import IndexSpec, Outline
from chresto.doors.yaml import Data
from chresto.outline.ids import check_id
from chresto.queries import Place, Queries, did_you_mean

#: What has a meaning of its own as an attribute in a text.
TAKEN = ("gloss", "sic", "why", "disagreement", "lang", "under", "id", "class")
#: What has one as a class, as the mark of an index may stand: `[Leningrad]{.place}`.
CLASSES = (
    "smallcaps",
    "page",
    "citation",
    "speaker",
    "underline",
    "passage",
    "note",
    "line",
    "para",
    "entry",
)


def check_indexes(outline: Outline, data: Data, queries: Queries) -> None:
    """No two of them have a mark; each index has what it lists, and refers to others that are there."""
    marks: dict[str, str] = {}
    for name, spec in outline.registers.items():
        check_id(name, data.place("registers", name, key=True), queries)
        _check_mark(spec.mark, name, marks, data.place("registers", name, "mark"), queries)
    for name, index in outline.indexes.items():
        check_id(name, data.place("indexes", name, key=True), queries)
        _check_listed(name, index, outline, data, queries)
        if index.mark:
            place = data.place("indexes", name, "mark")
            _check_mark(index.mark, name, marks, place, queries, taken=(*TAKEN, *CLASSES))
        _check_refer(name, index, outline, data, queries)
        if index.undivided < 1:
            place = data.place("indexes", name, "undivided")
            queries.add("value-wrong", f"“{index.undivided}” locators are none", place, hint="like 8")


def _check_mark(
    mark: str,
    owner: str,
    marks: dict[str, str],
    place: Place,
    queries: Queries,
    *,
    taken: tuple[str, ...] = TAKEN,
) -> None:
    if not re.fullmatch(r"[a-z]+", mark) or mark in taken:
        hint = "a word in lower-case letters that no other mark has"
        queries.add("value-wrong", f"“{mark}” cannot be a mark", place, hint=hint)
    elif mark in marks:
        message = f"the mark “{mark}” is already that of “{marks[mark]}”"
        queries.add("id-twice", message, place, hint="take another word")
    marks.setdefault(mark, owner)


def _check_listed(name: str, index: IndexSpec, outline: Outline, data: Data, queries: Queries) -> None:
    """Either a register or a mark."""
    if index.register and index.mark:
        place = data.place("indexes", name, "mark")
        message = f"the index “{name}” has both a register and a mark"
        queries.add("value-wrong", message, place, hint="an index lists either: take one of them out")
    elif index.mark and name in outline.registers:
        place = data.place("indexes", name, key=True)
        message = f"a register and an index by marks have the id “{name}”"
        queries.add("id-twice", message, place, hint="give the index another id, or say “register:”")
    elif not index.register and not index.mark:
        place = data.place("indexes", name, key=True)
        hint = "add “register: …”, or “mark: …” for an index by marks alone"
        queries.add("key-missing", f"the index “{name}” has no “register” and no “mark”", place, hint=hint)
    elif index.register and index.register not in outline.registers:
        place = data.place("indexes", name, "register")
        hint = did_you_mean(index.register, list(outline.registers))
        queries.add("id-unknown", f"there is no register “{index.register}”", place, hint=hint)


def _check_refer(name: str, index: IndexSpec, outline: Outline, data: Data, queries: Queries) -> None:
    """Other indexes that are in the book."""
    placed = {item.index for _, item in outline.items()}
    others = [key for key in outline.indexes if key != name]
    for i, other in enumerate(index.refer):
        place = data.place("indexes", name, "refer", i)
        if other not in others:
            itself = other == name
            message = "an index cannot refer to itself" if itself else f"there is no index “{other}”"
            queries.add("id-unknown", message, place, hint=did_you_mean(other, others))
        elif other not in placed:
            message = f"the index “{other}” stands nowhere in the book"
            queries.add("id-unknown", message, place, hint=f"add “- index: {other}” to the back")
