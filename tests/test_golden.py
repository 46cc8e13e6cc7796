"""The forms of steps 1 to 5 of tiny books, as `chresto show` prints them, held against tests/books/*/golden.

`CHRESTO_GOLDEN=write` writes them anew; read the difference before you keep it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from chresto.commands import shop_of
from chresto.commands.show import _html, _json
from chresto.press import prepare
from chresto.queries import Queries
from tests.helpers import BOOKS

WRITE = os.environ.get("CHRESTO_GOLDEN") == "write"
NAMES = sorted(p.parent.name for p in BOOKS.glob("*/golden"))


def forms(name: str, queries: Queries) -> Iterator[tuple[str, str]]:
    """File name and text of each form of a book."""
    shop = shop_of(BOOKS / name, jobs=1, cached=False, report=lambda _step, _what: None)
    book = prepare(shop, "", queries)
    data = {"outline": book.outline, "registers": book.registers.entries}
    records = {name: getattr(book.registers, name) for name in ("disagreements", "chronology", "emendations")}
    yield "outline.json", _json({**data, **records})
    yield "index.json", _json(book.indexes)
    for division in book.divisions:
        if division.tree is not None:
            yield f"{division.id}.html", _html(division.tree)


@pytest.mark.parametrize("name", NAMES)
def test_the_forms_of_a_book_are_those_of_its_golden_folder(name: str, queries: Queries) -> None:
    folder = BOOKS / name / "golden"
    made = {file: text + "\n" for file, text in forms(name, queries)}
    if WRITE:
        rewrite(folder, made)

    kept = {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.iterdir())}
    assert sorted(kept) == sorted(made)  # one that no form has is a failure, too
    for file, text in made.items():
        assert kept[file] == text, f"{file}: make golden, and read the difference"


def rewrite(folder: Path, made: dict[str, str]) -> None:
    for path in folder.iterdir():
        path.unlink()
    for file, text in made.items():
        (folder / file).write_text(text, encoding="utf-8")


def test_there_are_golden_books() -> None:
    assert NAMES == ["aids", "tiny"]
