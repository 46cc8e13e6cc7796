"""HTML, style sheets and pictures → pages as WeasyPrint lays them out: what stands where, and the PDF.

Nothing is read from disk or network: `font:NAME` is a face of `doors.fonts`, `image:NAME` a picture that came
with the job, anything else is refused and becomes a message.  The fonts of the machine are out of reach.
"""

import logging
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from chresto.doors import fonts
from chresto.doors.boxes import SeenPage, seen

Loose: TypeAlias = Any  # WeasyPrint carries no types

CLOSE: Final = 1e-6  # of a CSS pixel: what adding widths may differ by
POINTS: Final = 0.75  # of a CSS pixel
VARIANT: Final = "pdf/ua-1"
NO_FONTS: Final = Path(__file__).with_name("fontconfig.xml")


@contextmanager
def _no_machine_fonts() -> Iterator[None]:
    """While fontconfig is set up, it knows no folder of fonts; other programs are not concerned."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(NO_FONTS)
    try:
        with warnings.catch_warnings():
            # It warns that there are no fonts, which is what we want.
            warnings.filterwarnings("ignore", message="No fonts configured")
            yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


with _no_machine_fonts():
    import pydyf  # type: ignore[import-untyped]
    import weasyprint
    from weasyprint.layout import inline
    from weasyprint.text.ffi import pango
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse


def _keep_full_lines() -> None:
    """Mend how WeasyPrint 70 breaks a line that is full but for the space at its end.

    Where a string ends in a space, before an <em> say, and fits its line without that space but not with it,
    WeasyPrint takes it for a line that cannot be broken and puts its first word on a line alone.  Such a
    string is measured without the space first; if it fits, it is set with room for the space, which then
    hangs over the edge as all others do.
    """
    split = inline.split_first_line

    def split_full_line(
        text: str, style: Loose, context: Loose, max_width: Loose, *more: Loose, **named: Loose
    ) -> Loose:
        if text.endswith(" ") and max_width is not None and style["white_space"] == "normal":
            _, _, rest, width, _, _ = split(text.rstrip(" "), style, context, max_width, *more, **named)
            if rest is None and width <= max_width:
                max_width += style["font_size"]  # more than a space is wide
        return split(text, style, context, max_width, *more, **named)

    inline.split_first_line = split_full_line


def _know_the_line_s_start() -> None:
    """Mend where WeasyPrint 70 thinks a line begins: it takes the first words of an inline element for that.

    There, `overflow-wrap: break-word` breaks a word that does not fit into what is left of the line, though
    the next line has room for it.  Only words at the line's own left edge may be broken so.
    """
    split_box, split_text = inline.split_inline_box, inline.split_text_box
    starts = [0.0]

    def split_inline_box(context: Loose, box: Loose, position_x: float, *more: Loose) -> Loose:
        if type(box).__name__ != "LineBox":
            return split_box(context, box, position_x, *more)
        starts.append(position_x)
        try:
            return split_box(context, box, position_x, *more)
        finally:
            starts.pop()

    def split_text_box(
        context: Loose, box: Loose, available_width: Loose, skip: Loose, *, is_line_start: bool = True
    ) -> Loose:
        first = is_line_start and getattr(box, "position_x", 0.0) <= starts[-1] + CLOSE
        return split_text(context, box, available_width, skip, is_line_start=first)

    inline.split_inline_box, inline.split_text_box = split_inline_box, split_text_box


_keep_full_lines()
_know_the_line_s_start()


class Laid:
    """A document as laid out."""

    def __init__(self, document: Loose) -> None:
        """See `lay_out`."""
        self._document = document
        first = document.pages[0]
        self.width: float = round(first.width * POINTS, 3)
        self.height: float = round(first.height * POINTS, 3)
        self.pages: tuple[SeenPage, ...] = tuple(seen(page._page_box, POINTS) for page in document.pages)  # noqa: SLF001  -- its boxes have no public name

    def pdf(self, *, tagged: bool = True) -> bytes:
        """The pages as PDF; `tagged` with a structure tree, notes as /Part and their marks as /Lbl."""
        if not tagged:
            return bytes(self._document.write_pdf(pdf_identifier=b"chresto"))
        for page in self._document.pages:
            _name_notes(page._page_box)  # noqa: SLF001  -- as above
        return bytes(self._document.write_pdf(pdf_variant=VARIANT, pdf_identifier=b"chresto"))


def lay_out(
    html: str, css: Sequence[str], *, images: Mapping[str, bytes], kept: Path | None = None
) -> tuple[Laid, tuple[str, ...]]:
    """The document, and what the library had to say about it.  `kept`: where cut faces are remembered."""
    settings, sheets, heard = _sheets(tuple(css), kept)
    with _listening() as messages:
        fetcher = _Fetcher(images, kept)
        document = weasyprint.HTML(string=html, base_url=None, url_fetcher=fetcher).render(
            stylesheets=list(sheets), font_config=settings, pdf_variant=VARIANT
        )
        laid = Laid(document)
    return laid, (*heard, *messages)


@cache
def versions() -> str:
    """Of everything here that decides how a page looks, except the style sheets."""
    libraries = (weasyprint.__version__, pydyf.__version__, pango.pango_version())
    return f"weasyprint, pydyf, pango {libraries}, faces {fonts.fingerprint()}"


class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Gives faces and the pictures of a job, and refuses everything else."""

    def __init__(self, images: Mapping[str, bytes], kept: Path | None) -> None:
        super().__init__(allowed_protocols=("font", "image"))
        self._images, self._kept = images, kept

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The bytes behind a URL of ours."""
        del headers
        scheme, _, name = url.partition(":")
        for known in fonts.FACES:
            if scheme == "font" and name == known:
                return URLFetcherResponse(
                    url, fonts.face(known, kept=self._kept), {"Content-Type": "font/ttf"}
                )
        if scheme == "image" and name in self._images:
            return URLFetcherResponse(url, self._images[name])
        raise ValueError(f"{url} is not part of the book")


@lru_cache(maxsize=4)
def _sheets(css: tuple[str, ...], kept: Path | None) -> tuple[Any, tuple[Any, ...], tuple[str, ...]]:
    """Parsed style sheets with their fonts, and what there was to say of them: once for each process."""
    with _no_machine_fonts():
        settings = FontConfiguration()
    fetcher = _Fetcher({}, kept)
    with _listening() as messages:
        made = tuple(
            weasyprint.CSS(string=s, url_fetcher=fetcher, font_config=settings) for s in (_faces(), *css)
        )
    return settings, made, tuple(messages)


def _faces() -> str:
    rules = []
    for name in fonts.FACES:
        weight = 700 if "bold" in name else 400
        style = "italic" if "italic" in name else "normal"
        source = f'font-family: "{fonts.FAMILY}"; src: url("font:{name}")'
        rules.append(f"@font-face {{ {source}; font-weight: {weight}; font-style: {style} }}")
    return "\n".join(rules)


def _name_notes(box: Loose) -> None:
    """Let a note be tagged apart from other spans.

    WeasyPrint's structure types follow the names of elements, and none gives a note.  No text of ours has
    a <main>, so its type, /Part, stands for a note until the pages are bound.
    """
    for child in getattr(box, "children", ()):
        element = getattr(child, "element", None)
        if element is not None and "note" in (element.get("class") or "").split():
            if child.element_tag == "span":
                child.element_tag = "main"
            elif child.element_tag == "span::footnote-marker":
                child.element_tag = "li::marker"
        _name_notes(child)


class _Ear(logging.Handler):
    """Keeps messages instead of printing them."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message, without line breaks, once."""
        text = " ".join(record.getMessage().split())
        if text not in self._messages:
            self._messages.append(text)


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger = logging.getLogger("weasyprint")
    messages: list[str] = []
    ear = _Ear(messages)
    passed_on, logger.propagate = logger.propagate, False
    logger.addHandler(ear)
    try:
        yield messages
    finally:
        logger.removeHandler(ear)
        logger.propagate = passed_on
