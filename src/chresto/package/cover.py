"""The outline and an edition → the cover, a picture, set from a template like a printed page."""

from pathlib import Path

from chresto.book import Outline
from chresto.doors.pdfium import picture
from chresto.doors.templates import Templates
from chresto.doors.weasy import lay_out

WIDTH = 1400  # pixels; the sheet's proportions give 2100 in height
TEMPLATE, STYLE = "cover.html.j2", "cover.css"


def cover(outline: Outline, edition: str, layouts: Path, templates: Templates, faces: Path | None) -> bytes:
    """The picture as PNG, 1400 by 2100 pixels."""
    html = templates.fill(TEMPLATE, book=outline.book, edition=outline.editions.get(edition))
    laid, _ = lay_out(html, [(layouts / STYLE).read_text(encoding="utf-8")], images={}, kept=faces)
    return picture(laid.pdf(tagged=False), width=WIDTH)
