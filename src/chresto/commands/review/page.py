"""A review → one HTML page that needs nothing but itself: style, script and typeface are in it."""

import base64
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from chresto.commands.review import paste
from chresto.commands.review.plain import SECTIONS, counts
from chresto.commands.review.remarks import Remark, Review, Seen
from chresto.doors.fonts import FAMILY, Face, subset
from chresto.doors.templates import Templates
from chresto.queries import Place, Queries
from chresto.registers import NOBODY

FACES: tuple[tuple[Face, str], ...] = (("regular", "normal"), ("italic", "italic"))
ASCII = "".join(map(chr, range(0x20, 0x7F)))


def page(review: Review, layouts: Path, queries: Queries, *, faces: Path | None) -> str:
    """The page.  `layouts`: the folder with its template, style and script; `faces`: where faces are kept.

    The rules of the page allow its own style and script by their hashes, and nothing else: a manuscript
    cannot bring in another.
    """
    css = _faces(review, faces) + _read(layouts / "review.css", queries)
    script = _read(layouts / "review.js", queries)
    return Templates(layouts, queries).fill(
        "review.html.j2",
        review=review,
        css=css,
        script=script,
        css_hash=_hash(css),
        script_hash=_hash(script),
        sections=SECTIONS,
        nobody=NOBODY,
        counts=counts,
        decision=paste.decision,
        quoted=paste.quoted,
    )


def _read(path: Path, queries: Queries) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        shown = Place(f"layouts/{path.parent.name}/{path.name}")
        queries.add("layout-broken", "there is no such file", shown, hint="restore the file")
        return ""


def _hash(text: str) -> str:
    """As a Content Security Policy names what it allows."""
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"


def _faces(review: Review, kept: Path | None) -> str:
    """The faces with the letters of the page, as rules."""
    text = "".join(sorted({*ASCII, *"–—’‘“”…·×→↑✓", *(c for words in _words(review) for c in words)}))
    rules = []
    for face, style in FACES:
        data = base64.b64encode(subset(face, text, kept=kept)).decode()
        rules.append(
            f'@font-face {{ font-family: "{FAMILY}"; font-style: {style}; '
            f"src: url(data:font/ttf;base64,{data}) }}\n"
        )
    return "".join(rules)


def _words(review: Review) -> Iterator[str]:
    """All words that the page has of the book."""
    yield from (review.title, *review.texts.values(), *review.unread)
    for register in review.registers:
        yield from (register.title, *register.headings.values())
        remarks = (r for m in register.mentioned for r in m.remarks)
        for remark in (*remarks, *register.asked, *register.doubts):
            yield from (remark.why, remark.near)
            yield from _sentence(remark)
        for stranger in register.strangers:
            for seen in stranger.seen:
                yield from _sentence(seen)


def _sentence(seen: Seen | Remark) -> Iterator[str]:
    yield from (seen.sentence.before, seen.sentence.words, seen.sentence.after)
