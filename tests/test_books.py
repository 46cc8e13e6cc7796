"""The finished files of tiny books as a reader sees them, held against tests/books/*/read.

`CHRESTO_GOLDEN=write` writes them anew; read the difference before you keep it.
"""

import os
import zipfile
from pathlib import Path

import pytest

from chresto.doors import pdfium
from tests.helpers import BOOKS, made

WRITE = os.environ.get("CHRESTO_GOLDEN") == "write"
HYPHEN = "\u2010 "  # at the end of a line
PICTURES = (".png", ".ttf", ".jpg")


def printed(root: Path) -> str:
    """The words of each page with its folio; where lines break may differ by the version of Pango."""
    built = made(root)
    texts = pdfium.texts((root / "build" / "tiny.pdf").read_bytes())
    folios = [p.folio for p in built.made.parts.folios.pages]
    pages = [" ".join(t.split()).replace(HYPHEN, "") for t in texts]
    return "\n\n".join(f"[{folio}]\n{page}" for folio, page in zip(folios, pages, strict=True)) + "\n"


def packaged(root: Path) -> str:
    """The members of the e-book, and the text of those that are text."""
    parts = []
    with zipfile.ZipFile(root / "build" / "tiny.epub") as archive:
        for name in archive.namelist():
            text = "" if name.endswith(PICTURES) else archive.read(name).decode()
            parts.append(f"===== {name}\n{text.rstrip()}")
    return "\n".join(parts) + "\n"


@pytest.mark.slow
def test_the_files_read_as_their_golden_ones(tiny: Path) -> None:
    folder = BOOKS / "tiny" / "read"
    found = {"print.txt": printed(tiny), "ebook.txt": packaged(tiny)}
    if WRITE:
        folder.mkdir(exist_ok=True)
        for name, text in found.items():
            (folder / name).write_text(text, encoding="utf-8")

    assert sorted(p.name for p in folder.iterdir()) == sorted(found)
    for name, text in found.items():
        assert (folder / name).read_text(encoding="utf-8") == text, (
            f"{name}: make golden, read the difference"
        )
