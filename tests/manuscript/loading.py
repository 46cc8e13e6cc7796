"""One text, loaded without a folder of its own."""

import tempfile
from pathlib import Path

from chresto.book import Contributor, Item, Metadata, Outline, Part
from chresto.doors.folder import Folder
from chresto.forms import Text
from chresto.manuscript import load
from chresto.queries import Queries
from chresto.registers import Registers

BOOK = Metadata("b", "B", "urn:isbn:9780000000000", "en", "2026-01-01", "None.", (Contributor("A", "A"),))
OUTLINE = Outline(BOOK, (Part("p", "P", (Item(piece="a", file="a.md", title="A"),)),))


def load_one(source: str, queries: Queries, *, cache: Path | None = None) -> Text:
    """The text of a file with these words.  Raises `Failed`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text(source, encoding="utf-8", newline="")
        return load(Folder(Path(folder)), OUTLINE, Registers({}, {}, {}), queries, cache=cache)["a"]
