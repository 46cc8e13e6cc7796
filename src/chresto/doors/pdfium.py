"""A PDF as bytes → the text of its pages, or pictures of them, as a reading program shows them.

Through pypdfium2, which knows nothing of how the file was made.
"""

import io

import pypdfium2

COLOURS = 128  # a typographic page has few; a palette makes the picture a third of the size


def texts(pdf: bytes) -> list[str]:
    """The text of each page, in the order of the page's content."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for sheet in document:
            page = sheet.get_textpage()
            found.append(str(page.get_text_range()))
            page.close()
            sheet.close()
        return found
    finally:
        document.close()


def picture(pdf: bytes, *, width: int, page: int = 0, colours: int = COLOURS) -> bytes:
    """A page (from 0) as a PNG picture in colour, `width` pixels wide; the same bytes for the same page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width())
        held = io.BytesIO()
        bitmap.to_pil().convert("RGB").quantize(colors=colours, dither=0).save(held, "PNG", optimize=True)
        bitmap.close()
        sheet.close()
        return held.getvalue()
    finally:
        document.close()


def pictures(pdf: bytes, *, dpi: int) -> list[bytes]:
    """Every page as a PNG picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for sheet in document:
            bitmap = sheet.render(scale=dpi / 72)
            held = io.BytesIO()
            bitmap.to_pil().convert("L").save(held, "PNG")
            bitmap.close()
            sheet.close()
            found.append(held.getvalue())
        return found
    finally:
        document.close()
