"""The outline and the folder → every text loaded, side by side and from a cache; or queries."""

import hashlib
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path, PurePosixPath

from chresto.book import Outline
from chresto.doors import pandoc
from chresto.doors.folder import Folder
from chresto.forms import Text
from chresto.manuscript import made
from chresto.manuscript.remarks import tell
from chresto.manuscript.tidy import tidy
from chresto.queries import Place, Queries
from chresto.registers import Registers
from chresto.tree import inside_of

COPYRIGHT = "copyright-page"  # the id of the text of the copyright page


def load(
    folder: Folder,
    outline: Outline,
    registers: Registers,
    queries: Queries,
    *,
    cache: Path | None = None,
    workers: int = 1,
) -> dict[str, Text]:
    """Texts by the id of their division.  Raises `Failed` when one of them cannot be read."""
    book = outline.book
    wanted: list[tuple[str, str, str]] = [
        (i.id, i.file, book.citations or i.language or book.language) for _, i in outline.items() if i.file
    ]
    if book.copyright_page:
        wanted.append((COPYRIGHT, book.copyright_page, book.citations or book.language))
    sources: list[tuple[str, str, str | bytes, str, str]] = []
    for key, name, language in wanted:
        place = Place(folder.shown("outline.yaml"))
        suffix = PurePosixPath(name).suffix.lower()
        binary = suffix != ".txt" and pandoc.FORMATS[suffix][1]
        content = folder.read_bytes(name, queries, place) if binary else folder.read(name, queries, place)
        if content is not None:
            sources.append((key, folder.shown(name), content, suffix, language))
    queries.stop()
    data: dict[str, str] = {}  # the file of each division that is made from data
    for key, name, markdown in made.sources(outline, registers):
        data[key] = name
        sources.append((key, folder.shown(name), markdown, ".md", book.citations or book.language))
    references = list(registers.sources.values())
    with ThreadPoolExecutor(max(1, workers)) as pool:
        converted = list(pool.map(lambda s: _convert(s[2], s[3], s[4], references, cache), sources))
    texts: dict[str, Text] = {}
    drawn = tuple(outline.pictures)
    marks = tuple(spec.mark for spec in outline.indexes.values() if spec.mark)
    for (key, file, raw, suffix, _), result in zip(sources, converted, strict=True):
        if isinstance(result, pandoc.Unreadable):
            queries.add(
                "text-unreadable",
                f"pandoc cannot read it: {result}",
                Place(file),
                hint=f"is it really {suffix}?",
            )
            continue
        tree = inside_of("section", result.html)
        text = Text(key, file, _raw(folder, data.get(key), raw, queries), tree)
        tidy(text, folder, queries, keep_references=key == "bibliography", drawn=drawn, marks=marks)
        tell(text, result.warnings, registers, queries)
        texts[key] = text
    queries.stop()
    return texts


def _raw(folder: Folder, made_from: str | None, raw: str | bytes, queries: Queries) -> str:
    """The raw text that the editor knows: for what is made from data its YAML, not our Markdown."""
    if made_from is not None:
        return folder.read(made_from, queries, Place()) or ""
    return raw if isinstance(raw, str) else ""


def _convert(
    raw: str | bytes, suffix: str, language: str, references: list[dict[str, object]], cache: Path | None
) -> pandoc.Converted | pandoc.Unreadable:
    """Pandoc's HTML of a text, from the cache if the same bytes were read with the same sources before."""
    if suffix == ".txt":
        return _plain(str(raw))
    key = hashlib.sha256()
    for part in (
        raw if isinstance(raw, bytes) else raw.encode(),
        suffix.encode(),
        language.encode(),
        json.dumps(references, sort_keys=True).encode(),
        pandoc.version().encode(),
        pandoc.MARKDOWN.encode(),
    ):
        key.update(len(part).to_bytes(8, "big") + part)
    kept = cache / f"{key.hexdigest()}.json" if cache else None
    if kept and kept.is_file():
        try:
            known = json.loads(kept.read_text(encoding="utf-8"))
            return pandoc.Converted("".join(known["html"]), tuple(known["warnings"]))
        except (ValueError, KeyError, TypeError, OSError):
            kept.unlink(missing_ok=True)  # a damaged entry is as good as none
    try:
        result = pandoc.convert(raw, suffix, references=references, language=language)
    except pandoc.Unreadable as error:
        return error
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps({"html": result.html, "warnings": result.warnings}), encoding="utf-8")
        draft.replace(kept)
    return result


def _plain(text: str) -> pandoc.Converted:
    """A plain text as paragraphs: an empty line parts them, every character stands for itself."""
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text)]
    return pandoc.Converted("".join(f"<p>{escape(p)}</p>\n" for p in paragraphs if p), ())
