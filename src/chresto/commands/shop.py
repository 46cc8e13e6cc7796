"""A book's folder and the options of the command line → where the work is done (`press.Shop`)."""

from pathlib import Path

import chresto
from chresto.press import Report, Shop

#: The layouts that come with chresto, for a book that has none of its own.
OWN_LAYOUTS = Path(chresto.__file__).resolve().parents[2] / "layouts"


def shop_of(book: Path, *, jobs: int, cached: bool, report: Report) -> Shop:
    """The book's own `layouts/` outweigh those of chresto; the cache is `build/.cache/`."""
    root = book.resolve()
    layouts = root / "layouts"
    return Shop(
        root,
        layouts if layouts.is_dir() else OWN_LAYOUTS,
        root / "build" / ".cache" if cached else None,
        max(1, jobs),
        report,
    )
