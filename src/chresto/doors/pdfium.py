"""A PDF as bytes → the text of its pages, or pictures of them, as a reading program shows them.

Through pypdfium2, which knows nothing of how the file was made.
"""

import io

import pypdfium2


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
