"""What a PDF shows, read back as lines of characters with their places."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class Seen:
    """A line: words, left and right edge, baseline; in points from the sheet's upper left corner."""

    words: str
    left: float
    right: float
    base: float


def lines_of(pdf: bytes, *, gap: float = 12.0) -> list[list[Seen]]:
    """The lines of each page; what stands `gap` points or more to the right of a line is another line."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        height, text = page.get_height(), page.get_textpage()
        found: list[tuple[str, float, float, float]] = []
        for n in range(text.count_chars()):
            left, bottom, right, _ = text.get_charbox(n, loose=True)
            character = text.get_text_range(n, 1)
            if character.strip() and right > left:
                found.append((character, left, right, height - bottom))
        pages.append(_joined(found, gap))
    document.close()
    return pages


def _joined(characters: list[tuple[str, float, float, float]], gap: float) -> list[Seen]:
    lines: list[Seen] = []
    for character, left, right, base in characters:
        last = lines[-1] if lines else None
        if last is not None and abs(last.base - base) < 4 and -1 < left - last.right < gap:
            space = " " if left - last.right > 1 else ""
            lines[-1] = Seen(last.words + space + character, last.left, right, last.base)
        else:
            lines.append(Seen(character, left, right, base))
    return lines
