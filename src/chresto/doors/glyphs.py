"""A line of words in a face of the book → its glyphs, each with its place and its outline as an SVG path.

Through HarfBuzz, so with kerning and ligatures as in the text.  A picture drawn of outlines looks the same on
every reading system, whatever fonts this has.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import uharfbuzz as hb

from chresto.doors.fonts import Face, face

Loose: TypeAlias = Any  # uharfbuzz carries no types

FEATURES = {"kern": True, "liga": True, "lnum": True}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a line: its number in the face, where it begins, its outline.

    In units of the face, y upwards.
    """

    number: int
    left: int
    path: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line of words; widths in units of the face, of which an em has `em`."""

    glyphs: tuple[Glyph, ...]
    width: int
    em: int


@lru_cache(maxsize=8)
def _font(name: Face, kept: Path | None) -> Loose:
    return hb.Font(hb.Face(face(name, kept=kept)))


@lru_cache(maxsize=1024)
def _path(name: Face, kept: Path | None, number: int) -> str:
    commands: list[str] = []

    def write(command: str, *points: float) -> None:
        commands.append(command + " ".join(str(round(p)) for p in points))

    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, _: write("M", x, y))
    functions.set_line_to_func(lambda x, y, _: write("L", x, y))
    functions.set_quadratic_to_func(lambda a, b, x, y, _: write("Q", a, b, x, y))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, _: write("C", a, b, c, d, x, y))
    functions.set_close_path_func(lambda _: commands.append("Z"))
    _font(name, kept).draw_glyph(number, functions, None)
    return "".join(commands)


def shape(words: str, name: Face = "regular", *, kept: Path | None = None) -> Shaped:
    """The words in one line.  `kept`: where cut faces are remembered."""
    font = _font(name, kept)
    buffer = hb.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, FEATURES)
    left, glyphs = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(info.codepoint, left + position.x_offset, _path(name, kept, info.codepoint)))
        left += position.x_advance
    return Shaped(tuple(glyphs), left, font.face.upem)
