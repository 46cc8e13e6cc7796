"""The outline, its registers and the folder → queries for what the one promises and another does not keep."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath
from typing import get_args

from chresto.book import Item, Made, Outline
from chresto.doors.folder import Folder
from chresto.doors.yaml import Data, Path
from chresto.outline.editions import check_editions
from chresto.outline.ids import check_id, check_source
from chresto.outline.indexes import check_indexes
from chresto.outline.registers import Known
from chresto.queries import Place, Queries, did_you_mean
from chresto.registers import Trial

#: Files of a manuscript that the outline need not name, and folders that hold no texts of the book.
COMPANIONS = ("outline.yaml", "STYLE.md", "README.md", "LICENSE.md")
ASIDE = ("private/", "images/")

FORMATS = (".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf", ".txt")

#: Ids that the compiler gives out itself.
RESERVED = ("cover", "nav", "toc", "title-page", "copyright-page", "refs", "notes", "none", *get_args(Made))
TEXTS = ("chapter", "reading", "piece")


def check(
    folder: Folder, outline: Outline, data: Data, known: Known, queries: Queries, *, guessed: bool = False
) -> None:
    """Everything about the outline that its types do not say.

    `guessed`: keys or values were wrong, and the outline is what a reader would guess; what it leaves out may
    be in them.
    """
    _check_metadata(folder, outline, data, queries)
    check_editions(outline, data, queries)
    _check_voices(outline, data, queries)
    check_indexes(outline, data, queries)
    seen: dict[str, Path] = {}
    for path, item in _items(outline):
        _check_item(path, item, outline, known, data, folder, queries)
        _check_unique(path, item, seen, data, queries)
    for i, part in enumerate(outline.body):
        _check_free(part.part, data.place("body", i, "part"), queries)
        if part.part in seen:
            place = data.place("body", i, "part")
            queries.add(
                "id-twice", f"two things have the id “{part.part}”", place, hint="give one another id"
            )
        seen[part.part] = ("body", i, "part")
        if not part.contents:
            place = data.place("body", i, "contents")
            queries.add("value-wrong", f"the part “{part.part}” is empty", place, hint="put a text into it")
    if not guessed:
        _check_record(outline, data, queries)
        _check_unnamed(folder, outline, queries)


def _check_record(outline: Outline, data: Data, queries: Queries) -> None:
    """Notes about disagreements lead to the record, so it must stand somewhere."""
    if outline.disagreements and not any(item.make == "disagreements" for _, item in outline.items()):
        hint = "a division “- make: disagreements” in the back: the notes refer to it"
        place = data.place("disagreements")
        queries.add("key-missing", "the record of disagreements is in no division", place, hint=hint)


def _items(outline: Outline) -> Iterable[tuple[Path, Item]]:
    yield from ((("front", i), item) for i, item in enumerate(outline.front))
    for p, part in enumerate(outline.body):
        yield from ((("body", p, "contents", i), item) for i, item in enumerate(part.contents))
    yield from ((("back", i), item) for i, item in enumerate(outline.back))


def _check_metadata(folder: Folder, outline: Outline, data: Data, queries: Queries) -> None:
    book = outline.book
    check_id(book.id, data.place("book", "id"), queries)
    if book.copyright_page:
        _check_file(book.copyright_page, data.place("book", "copyright_page"), folder, queries)
    try:
        date.fromisoformat(book.date)
    except ValueError:
        queries.add(
            "date-form", f"“{book.date}” is not a day", data.place("book", "date"), hint="like 2026-11-23"
        )
    for key, tag in (("language", book.language), ("citations", book.citations)):
        if (tag or key == "language") and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
            place = data.place("book", key)
            queries.add("value-wrong", f"“{tag}” is not a language", place, hint="a BCP 47 tag: en-GB")
    if not re.fullmatch(
        r"urn:(uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|isbn:[0-9]{12}[0-9])", book.identifier
    ):
        made = "urn:uuid:" + "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
        queries.add(
            "value-wrong",
            f"“{book.identifier}” is no identifier",
            data.place("book", "identifier"),
            hint=f"{made}, or urn:isbn: and 13 digits",
        )
    if not book.contributors:
        queries.add(
            "value-wrong", "nobody made the book", data.place("book", "contributors"), hint="name an editor"
        )
    for i, person in enumerate(book.contributors):
        if not re.fullmatch(r"[a-z]{3}", person.role):
            queries.add(
                "value-wrong",
                f"“{person.role}” is not a role",
                data.place("book", "contributors", i, "role"),
                hint="a MARC relator code: edt, aut, trl, ann",
            )


def _check_voices(outline: Outline, data: Data, queries: Queries) -> None:
    for name in outline.voices:
        check_id(name, data.place("voices", name, key=True), queries)


def _check_item(
    path: Path,
    item: Item,
    outline: Outline,
    known: Known,
    data: Data,
    folder: Folder,
    queries: Queries,
) -> None:
    said = [k for k in ("chapter", "reading", "piece", "index", "make") if getattr(item, k)]
    place = data.place(*path)
    if len(said) != 1:
        what = "says not what it is" if not said else f"says twice what it is: {' and '.join(said)}"
        queries.add(
            "value-wrong", f"this entry {what}", place, hint="one of: chapter, reading, piece, index, make"
        )
        return
    if said[0] in TEXTS:
        _check_free(item.id, data.place(*path, said[0]), queries)
    _check_text(path, item, data, folder, queries)
    _check_names(path, item, outline, known, data, queries)


def _check_free(key: str, place: Place, queries: Queries) -> None:
    """An id that the editor gives."""
    check_id(key, place, queries)
    if key in RESERVED:
        queries.add("id-form", f"the compiler uses the id “{key}” itself", place, hint="take another word")


def _check_text(path: Path, item: Item, data: Data, folder: Folder, queries: Queries) -> None:
    """What is a text has a title and a file that can be read; nothing else has a file."""
    text = item.kind in TEXTS
    for key in ("file", "title"):
        if text and not getattr(item, key):
            queries.add("key-missing", f"“{key}” is missing", data.place(*path), hint=f"add “{key}: …”")
    if item.file and not text:
        message = f"“{item.id}” is made by the compiler and has no file"
        queries.add("value-wrong", message, data.place(*path, "file"), hint="take the key out")
    elif item.file:
        _check_file(item.file, data.place(*path, "file"), folder, queries)


def _check_file(name: str, place: Place, folder: Folder, queries: Queries) -> None:
    if not folder.check(name, queries, place):
        return
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in FORMATS:
        message = f"“{suffix}” is not a kind of text that can be read"
        queries.add("value-wrong", message, place, hint=f"one of: {', '.join(FORMATS)}")


def _check_names(
    path: Path, item: Item, outline: Outline, known: Known, data: Data, queries: Queries
) -> None:
    """The other things that an item names are there."""
    if item.index and item.index not in outline.indexes:
        queries.add(
            "id-unknown",
            f"there is no index “{item.index}”",
            data.place(*path, "index"),
            hint=did_you_mean(item.index, list(outline.indexes)),
        )
    check_source(item.source, data.place(*path, "source"), known.sources, queries)
    if item.voice not in outline.voices:
        queries.add(
            "id-unknown",
            f"no voice is called “{item.voice}”",
            data.place(*path, "voice"),
            hint=did_you_mean(item.voice, list(outline.voices)),
        )
    if not known.entries.keys() >= outline.registers.keys():
        return
    ids = [k for entries in known.entries.values() for k in entries]
    for variant, entry in item.means.items():
        if entry not in ids and entry != "none":
            queries.add(
                "id-unknown",
                f"no register has an entry “{entry}”",
                data.place(*path, "means", variant),
                hint=did_you_mean(entry, ids),
            )
    trials = [k for entries in known.entries.values() for k, e in entries.items() if isinstance(e, Trial)]
    for i, trial in enumerate(item.about):
        if trial not in trials:
            place = data.place(*path, "about", i)
            hint = did_you_mean(trial, trials)
            queries.add("id-unknown", f"no register of trials has “{trial}”", place, hint=hint)


def _check_unique(path: Path, item: Item, seen: dict[str, Path], data: Data, queries: Queries) -> None:
    if item.id in seen:
        line = data.place(*seen[item.id]).line
        queries.add(
            "id-twice",
            f"two things have the id “{item.id}”, the first in line {line}",
            data.place(*path),
            hint="give one of them another id",
        )
    else:
        seen[item.id] = path


def _check_unnamed(folder: Folder, outline: Outline, queries: Queries) -> None:
    """A text that nothing names is most often a misspelt name or a forgotten line."""
    named = {i.file for _, i in outline.items()}
    named |= {spec.file for spec in outline.registers.values()}
    named |= {outline.sources, outline.disagreements, outline.chronology, outline.emendations}
    named |= {outline.decisions, outline.book.copyright_page, *COMPANIONS}
    for name in folder.files():
        if name not in named and not name.startswith(ASIDE):
            queries.add(
                "file-unnamed",
                "nothing names this file",
                Place(folder.shown(name)),
                hint="name it in outline.yaml, or move it to private/",
            )
