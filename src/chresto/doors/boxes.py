"""A page's boxes as WeasyPrint leaves them → what stands on the page, as plain values in points.

The boxes carry no types and are told apart by the names of their classes, so that this file needs no import.
What CSS generates (marks, bullets, folios of references) has an element's name with `::` in it and is not
text.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Box: TypeAlias = Any  # WeasyPrint carries no types


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line box: top and bottom in points from the page's top edge."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SeenText:
    """A string as set: in which block (id), line and note."""

    text: str
    block: str
    line: int  # index into the page's lines
    note: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class SeenCall:
    """The call of a note: in which block and line it stands."""

    note: str
    block: str
    line: int
    absent: bool = False


@dataclass(slots=True)
class SeenPage:
    """A page's lines, strings, calls and places (left, top) of elements with an id; notes come last."""

    lines: list[SeenLine] = field(default_factory=list)
    texts: list[SeenText] = field(default_factory=list)
    calls: list[SeenCall] = field(default_factory=list)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    notes: dict[str, bool] = field(default_factory=dict)  # with a body on this page → whether absent
    blocks: list[tuple[str, str]] = field(default_factory=list)  # (block, note) as they begin or go on
    head: float = 0.0  # where the type area begins and where it ends, from the page's top edge
    foot: float = 0.0


@dataclass(frozen=True, slots=True)
class _Where:
    """What is known of the box that is being read from those around it."""

    block: str = ""
    line: int = -1
    note: str = ""
    in_notes: bool = False
    absent: bool = False


def seen(page_box: Box, scale: float) -> SeenPage:
    """Read a page; `scale` turns its pixels into points."""
    head = page_box.content_box_y()
    page = SeenPage(head=round(head * scale, 3), foot=round((head + page_box.height) * scale, 3))
    for child in page_box.children:
        _read(child, _Where(), page, scale)
    return page


def _read(box: Box, where: _Where, page: SeenPage, scale: float) -> None:
    kind = type(box).__name__
    if kind == "MarginBox":
        return
    box = getattr(box, "_box", box)  # an absolutely placed box stands behind a placeholder
    element: Box = getattr(box, "element", None)
    tag = box.element_tag or ""
    if "::" in tag:
        if tag.endswith("::footnote-call"):
            absent = where.absent or "absent" in (element.get("class") or "").split()
            page.calls.append(SeenCall(element.get("id") or "", where.block, where.line, absent))
        return
    if kind == "FootnoteAreaBox":
        where = _Where(in_notes=True)
    elif element is not None and kind != "TextBox":
        where = _at_element(box, element, where, page, scale)
    if kind == "LineBox" and where.line < 0 and where.block:
        page.lines.append(
            SeenLine(round(box.position_y * scale, 3), round((box.position_y + box.height) * scale, 3))
        )
        where = _Where(where.block, len(page.lines) - 1, where.note, where.in_notes, where.absent)
    if kind == "TextBox":
        if where.block and box.text:
            page.texts.append(SeenText(box.text, where.block, where.line, where.note, where.absent))
        return
    for child in getattr(box, "children", ()):
        _read(child, where, page, scale)


def _at_element(box: Box, element: Box, where: _Where, page: SeenPage, scale: float) -> _Where:
    name, classes = element.get("id") or "", (element.get("class") or "").split()
    absent = where.absent or "absent" in classes
    block, line, note = where.block, where.line, where.note
    if where.in_notes and "note" in classes and name:
        note = name
        page.notes.setdefault(note, absent)
    if element.get("data-b") is not None and (element.get("data-of") or name) != block:
        block = element.get("data-of") or name
        if type(box).__name__ != "InlineBox":  # else it stands in the lines of the block around it
            line = -1
        if not absent:
            page.blocks.append((block, note))
    if name and element.get("data-of") is None and name not in page.places:
        left, top = (
            (box.border_box_x(), box.border_box_y())
            if hasattr(box, "border_box_x")
            else (box.position_x, box.position_y)
        )
        page.places[name] = (round(left * scale, 3), round(top * scale, 3))
    return _Where(block, line, note, where.in_notes, absent)
