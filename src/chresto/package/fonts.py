"""The finished files → the faces that their text uses, with all characters of the book, and their rules."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from chresto.doors.ebook import File
from chresto.doors.fonts import FAMILY, Face, subset
from chresto.package.sheet import XHTML

ASCII = "".join(map(chr, range(0x20, 0x7F)))  # what a reading program itself may add
BOLD = tuple(f"{{{XHTML}}}{name}" for name in ("strong", "b", "th"))
SLANTED = tuple(f"{{{XHTML}}}{name}" for name in ("em", "i", "cite"))


def used(pages: Iterable[File]) -> Iterator[Face]:
    """Regular and italic always (the style sheet has both), bold and bold italic where the text has them."""
    trees = [etree.fromstring(page.data) for page in pages]
    strong = [e for tree in trees for e in tree.iter(*BOLD)]
    yield "regular"
    yield "italic"
    if strong:
        yield "bold"
    if any(True for e in strong for _ in (*e.iter(*SLANTED), *e.iterancestors(*SLANTED))):
        yield "bold-italic"


def font_files(faces: Iterable[Face], pages: Sequence[File], kept: Path | None) -> list[File]:
    """The subsets, as files of the e-book."""
    text = "".join(sorted({*b"".join(page.data for page in pages).decode(), *ASCII}))
    return [File(f"font-{face}", _name(face), "font/ttf", subset(face, text, kept=kept)) for face in faces]


def rules(faces: Iterable[Face]) -> str:
    """The rules that name the faces, for a style sheet one folder below."""
    made = []
    for face in faces:
        weight, style = "bold" if "bold" in face else "normal", "italic" if "italic" in face else "normal"
        made.append(
            f'@font-face {{ font-family: "{FAMILY}"; src: url(../{_name(face)}); '
            f"font-weight: {weight}; font-style: {style}; }}\n"
        )
    return "".join(made)


def _name(face: Face) -> str:
    return f"fonts/{FAMILY.lower().replace(' ', '-')}-{face}.ttf"
