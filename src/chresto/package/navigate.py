"""Divisions, the files of the e-book → what its navigation lists: contents, landmarks, pages."""

from collections.abc import Iterator, Mapping, Sequence

from chresto.entries import PrintedIndex
from chresto.forms import Division
from chresto.package.contents import NAME, Landmark, Navigation, entries, page_targets
from chresto.package.index import index_of, letter_id, letters_of
from chresto.package.links import Targets
from chresto.package.script import script_tag
from chresto.package.sheet import Sheet

LANDMARKS = {"title-page": "titlepage", "bibliography": "bibliography", "index": "index"}


def navigate(
    divisions: Sequence[Division],
    texts: Mapping[str, Sequence[Sheet]],
    indexes: dict[str, PrintedIndex],
    folios: Sequence[str],
    targets: Targets,
    language: str,
) -> Navigation:
    """All of it.  `texts`: division → its sheets."""
    lines: list[tuple[Division, str, str]] = []
    landmarks = [Landmark("cover", "cover.xhtml", "Cover")]
    body = ""
    for division in divisions:
        held = [(s.kind, s.label, s.name, s.title) for s in texts.get(division.id, ())]
        if division.kind == "index" and index_of(division, indexes):
            held = [("index", division.short, f"{division.id}.xhtml", division.title)]
        if division.kind == "contents":
            landmarks.append(Landmark("toc", f"{NAME}#{division.id}", division.title))
        for kind, label, name, title in held:
            lines.append((division, label, name))
            if kind in LANDMARKS:
                landmarks.append(Landmark(LANDMARKS[kind], name, title))
            elif division.matter == "body" and not body:
                body = name
                landmarks.append(Landmark("bodymatter", name, "Beginning of the text"))
    groups = _groups(divisions, indexes)
    pages = page_targets(folios, targets)
    return Navigation(entries(lines, language), (*landmarks, *groups), pages)


def _groups(divisions: Sequence[Division], indexes: dict[str, PrintedIndex]) -> Iterator[Landmark]:
    """The groups of the indexes, behind all else (EPUB Indexes 1.0, 2.4.1; landmarks are a flat list)."""
    for division in divisions:
        index = index_of(division, indexes) if division.kind == "index" else None
        for number, letter in enumerate(letters_of(index), 1):
            href = f"{division.id}.xhtml#{letter_id(division, number)}"
            yield Landmark("index-group", href, division.title, letter, script_tag(letter))
