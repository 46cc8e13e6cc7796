"""`chresto pages`: the book's folder → every page of the PDF as a picture, for the eye."""

from pathlib import Path

from chresto.commands.build import file_name
from chresto.commands.outputs import replace
from chresto.doors import pdfium
from chresto.press import Shop, make, prepare
from chresto.queries import Queries


def pages(shop: Shop, edition: str, output: Path, queries: Queries, *, dpi: int) -> list[Path]:
    """Pictures named by book, page and folio, in `output/pages/`; older ones are taken away."""
    made = make(shop, prepare(shop, edition, queries), queries)
    name = file_name(made)
    folder = output / "pages"
    pictures = pdfium.pictures(made.pdf, dpi=dpi)
    files = {
        f"{name}-{n:03d}-{made.parts.folios.pages[n - 1].folio}.png": data
        for n, data in enumerate(pictures, 1)
    }
    for old in folder.glob(f"{name}-*.png"):
        if old.name not in files:
            old.unlink()
    return replace(folder, files)
