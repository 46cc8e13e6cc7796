"""A text in any of pandoc's formats → HTML5 with citations set, and pandoc's remarks.

Through pypandoc, in pandoc's sandbox, without files or network.  The Markdown dialect is fixed here: raw HTML
and TeX are off (a manuscript is untrusted), headings get no ids of their own (ids are the outline's),
pictures in a paragraph stay in it.
"""

import json
import logging
import tempfile
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypandoc

OFF = (
    "raw_html",
    "raw_tex",
    "raw_attribute",
    "native_divs",
    "native_spans",
    "auto_identifiers",
    "tex_math_dollars",
    "task_lists",
)
MARKDOWN = "markdown" + "".join(f"-{name}" for name in OFF)
#: By suffix: pandoc's name of the format, and whether it is read as bytes.
FORMATS: dict[str, tuple[str, bool]] = {
    ".md": (MARKDOWN, False),
    ".markdown": (MARKDOWN, False),
    ".html": ("html-native_divs-auto_identifiers", False),
    ".htm": ("html-native_divs-auto_identifiers", False),
    ".docx": ("docx-auto_identifiers", True),
    ".odt": ("odt", True),
    ".rtf": ("rtf", False),
}


logging.getLogger("pypandoc").addHandler(logging.NullHandler())  # else it puts up one that prints


#: Without a handler of ours pypandoc would put one in that prints.
logging.getLogger("pypandoc").addHandler(logging.NullHandler())


class Unreadable(Exception):  # noqa: N818  -- becomes a query
    """Pandoc refuses the text; the message is pandoc's."""


@dataclass(frozen=True, slots=True)
class Converted:
    """HTML5 as a fragment, and the warnings."""

    html: str
    warnings: tuple[str, ...]


class _Catcher(logging.Handler):
    """Collects what pypandoc logs in one thread, so that texts can be read side by side."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.thread = threading.get_ident()
        self.caught: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread:
            self.caught.append(record.getMessage())


def version() -> str:
    """Pandoc's version: part of every cache key."""
    return str(pypandoc.get_pandoc_version())


def convert(
    source: str | bytes, suffix: str, *, references: Iterable[Mapping[str, object]] = (), language: str = "en"
) -> Converted:
    """The text as HTML5.

    Every source is handed over as cited (`nocite: @*`), so that “1938a” and “1938b” are the same in all
    texts; the list that citeproc appends is cut off by whoever does not want it.  Raises `Unreadable`.
    """
    form, binary = FORMATS[suffix]
    catcher = _Catcher()
    logger = logging.getLogger("pypandoc")
    logger.addHandler(catcher)
    logger.propagate = False
    try:
        with tempfile.TemporaryDirectory(prefix="chresto-") as folder:
            args = [
                "--sandbox",
                "--wrap=none",
                "--syntax-highlighting=none",
                "--citeproc",
                f"--metadata=lang:{language}",
                "--metadata=link-citations:true",
            ]
            metadata = Path(folder, "sources.json")
            metadata.write_text(
                json.dumps({"references": list(references), "nocite": "[@*]"}), encoding="utf-8"
            )
            args.append(f"--metadata-file={metadata}")
            if binary:
                held = Path(folder, f"text{suffix}")
                held.write_bytes(source if isinstance(source, bytes) else source.encode())
                html = pypandoc.convert_file(str(held), "html5", format=form, extra_args=args)
            else:
                text = source if isinstance(source, str) else source.decode("utf-8")
                html = pypandoc.convert_text(text, "html5", format=form, extra_args=args)
    except RuntimeError as error:
        told = str(error).rsplit("with error:", 1)[-1].strip().splitlines()
        raise Unreadable(told[0] if told else "pandoc gave no reason") from error
    finally:
        logger.removeHandler(catcher)
    lines = (line.strip() for message in catcher.caught for line in message.splitlines())
    return Converted(str(html), tuple(line for line in lines if line))
