"""A PDF → one of its pages as a PNG picture, the same bytes for the same page.

Through pypdfium2, which draws independently of what wrote the PDF.
"""

import io

import pypdfium2

COLOURS = 128  # a typographic page has few; a palette makes the picture a third of the size


def png(pdf: bytes, *, width: int, page: int = 0, colours: int = COLOURS) -> bytes:
    """A page (from 0) as PNG, `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width())
        picture = bitmap.to_pil().convert("RGB").quantize(colors=colours, dither=0)
        held = io.BytesIO()
        picture.save(held, "PNG", optimize=True)
        bitmap.close()
        sheet.close()
        return held.getvalue()
    finally:
        document.close()
