"""Lines, dots, bars and words, in points from the upper left corner → an SVG file.

Words are outlines of the book's own face: a reading system shows a picture apart from the book's fonts, and
print would count letters of a picture among those of its page.  What it says stands in its description.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lxml import etree

from chresto.doors.fonts import Face
from chresto.doors.glyphs import Shaped, shape

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

#: The width of the text of an A5 page, in points: 111 mm.
WIDTH = 314.0

Dot = Literal["full", "open", "half", "small"]


def number(value: float) -> str:
    """A measure with at most two decimals, as SVG writes it."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0") if value else "0"


@dataclass(slots=True)
class Canvas:
    """A drawing in the making: black on white, no colour carries a meaning."""

    height: float
    kept: Path | None = None
    width: float = WIDTH
    _root: etree._Element = field(init=False)
    _glyphs: etree._Element = field(init=False)
    _known: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """An empty sheet: white, so that a reader's dark page does not swallow black words."""
        self._root = etree.Element(
            f"{{{SVG}}}svg",
            {"width": f"{number(self.width)}pt", "height": f"{number(self.height)}pt", "role": "img"},
            nsmap={None: SVG, "xlink": XLINK},
        )
        self._root.set("viewBox", f"0 0 {number(self.width)} {number(self.height)}")
        etree.SubElement(self._root, f"{{{SVG}}}title")
        etree.SubElement(self._root, f"{{{SVG}}}desc")
        self._glyphs = etree.SubElement(self._root, f"{{{SVG}}}defs")
        self._put("rect", x=0, y=0, width=self.width, height=self.height, fill="#fff")

    def line(
        self, x: float, y: float, to_x: float, to_y: float, *, weight: float = 0.4, grey: bool = False
    ) -> None:
        """A rule."""
        stroke = "#bbb" if grey else "#000"
        self._put("line", x1=x, y1=y, x2=to_x, y2=to_y, stroke=stroke, **{"stroke-width": weight})

    def bar(self, x: float, y: float, to_x: float, thick: float) -> None:
        """A black bar, its middle at a height."""
        self._put("rect", x=x, y=y - thick / 2, width=to_x - x, height=thick, fill="#000")

    def dot(self, x: float, y: float, radius: float, kind: Dot = "full") -> None:
        """A dot: full, open, half full (its left side), or a small open one."""
        if kind == "small":
            radius *= 0.6
        fill = "#000" if kind == "full" else "#fff"
        self._put("circle", cx=x, cy=y, r=radius - 0.3, fill=fill, stroke="#000", **{"stroke-width": 0.6})
        if kind == "half":
            r = number(radius - 0.3)
            top, foot = number(y - radius + 0.3), number(y + radius - 0.3)
            self._put("path", d=f"M{number(x)} {top}A{r} {r} 0 0 0 {number(x)} {foot}Z", fill="#000")

    def words(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        face: Face = "regular",
        side: Literal["start", "middle", "end"] = "start",
        room: float = 0,
    ) -> float:
        """Words on a baseline, on white; set smaller if they are wider than `room`; gives their width."""
        shaped = shape(words, face, kept=self.kept)
        scale = size / shaped.em
        if room and shaped.width * scale > room:
            scale = room / shaped.width
        width = shaped.width * scale
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[side]
        self._put("rect", x=left - 1, y=y - size * 0.72, width=width + 2, height=size, fill="#fff")
        group = etree.SubElement(self._root, f"{{{SVG}}}g")
        group.set("transform", f"translate({number(left)} {number(y)}) scale({scale:.5f} {-scale:.5f})")
        self._use(group, shaped, face)
        return width

    def wide(self, words: str, size: float, *, face: Face = "regular") -> float:
        """How wide words would be."""
        shaped = shape(words, face, kept=self.kept)
        return shaped.width * size / shaped.em

    def svg(self, title: str, description: str) -> bytes:
        """The finished file."""
        self._root[0].text, self._root[1].text = title, description
        return etree.tostring(self._root, encoding="utf-8", xml_declaration=True)

    def _use(self, group: etree._Element, shaped: Shaped, face: Face) -> None:
        for glyph in shaped.glyphs:
            if not glyph.path:
                continue
            name = f"{face}-{glyph.number}"
            if name not in self._known:
                self._known.add(name)
                etree.SubElement(self._glyphs, f"{{{SVG}}}path", id=name, d=glyph.path)
            use = etree.SubElement(group, f"{{{SVG}}}use", x=str(glyph.left))
            use.set(f"{{{XLINK}}}href", f"#{name}")

    def _put(self, tag: str, **values: float | str) -> None:
        shown = {k: number(v) if isinstance(v, (int, float)) else v for k, v in values.items()}
        etree.SubElement(self._root, f"{{{SVG}}}{tag}", shown)
