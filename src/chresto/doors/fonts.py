"""The typeface's variable files → its four static faces, subsets of them, and the characters they have.

Through fontTools, from the package `fontpkg-eb-garamond`: nothing that a machine happens to have installed is
used. The same package gives the same bytes: no time of day is written into a face.

The Latin language system of the typeface is taken out: with it, `lang="la"` draws every u as v, which is a
fashion of one period and not what our texts are about.
"""

import io
import os
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal, get_args

import fontpkg_eb_garamond
import fontTools
from fontTools import subset as subsetting
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

Face = Literal["regular", "bold", "italic", "bold-italic"]

FAMILY: Final = str(fontpkg_eb_garamond.FAMILY)
FACES: Final[tuple[Face, ...]] = get_args(Face)

UPRIGHT, SLANTED = "EBGaramond[wght].ttf", "EBGaramond-Italic[wght].ttf"
CUTS: Final[dict[Face, tuple[str, int, str]]] = {
    "regular": (UPRIGHT, 400, "Regular"),
    "bold": (UPRIGHT, 700, "Bold"),
    "italic": (SLANTED, 400, "Italic"),
    "bold-italic": (SLANTED, 700, "Bold Italic"),
}
USE_HARFBUZZ_REPACKER: Final = "fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"
REFUSED_SYSTEMS: Final = ("LAT ",)  # OpenType language systems that are taken out


def face(name: Face, *, kept: Path | None = None) -> bytes:
    """A face as TrueType.  `kept`: a folder that remembers faces; what is damaged is made again."""
    return _cut(name) if kept is None else _kept(name, kept)


@cache
def characters(name: Face) -> frozenset[int]:
    """The code points that a face can draw."""
    with TTFont(_source(CUTS[name][0]), lazy=True) as font:
        return frozenset(font.getBestCmap())


def subset(name: Face, text: str, *, kept: Path | None = None) -> bytes:
    """A face as TrueType with only what is needed to draw a text: features and kerning stay, hints go."""
    options = subsetting.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(io.BytesIO(face(name, kept=kept)), recalcTimestamp=False)
    maker = subsetting.Subsetter(options)
    maker.populate(text=text)
    maker.subset(font)
    return _bytes(font)


def licence() -> str:
    """The text of the typeface's licence (SIL Open Font License 1.1), which travels with every copy."""
    return (Path(str(fontpkg_eb_garamond.__file__)).parent / "LICENSE").read_text(encoding="utf-8")


@cache
def fingerprint() -> str:
    """A hash of all that decides how the faces look: the files, the cuts, the library that cuts them."""
    made = sha256(repr((sorted(CUTS.items()), REFUSED_SYSTEMS, fontTools.version)).encode())
    for file in (UPRIGHT, SLANTED):
        made.update(_source(file).read_bytes())
    return made.hexdigest()


def _source(file: str) -> Path:
    return Path(fontpkg_eb_garamond.ROOT) / "files" / file


@cache
def _cut(name: Face) -> bytes:
    file, weight, style = CUTS[name]
    font = TTFont(_source(file), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
    for record in font["GSUB"].table.ScriptList.ScriptRecord:
        systems = record.Script.LangSysRecord
        record.Script.LangSysRecord = [s for s in systems if s.LangSysTag not in REFUSED_SYSTEMS]
    _rename(font, style)
    font["OS/2"].usWeightClass = weight
    return _bytes(font)


def _rename(font: TTFont, style: str) -> None:
    """Say in the face's names which of the four it is: the variable files only know their lightest one."""
    names = font["name"]
    for key, text in {
        1: FAMILY,
        2: style,
        4: f"{FAMILY} {style}",
        6: f"{FAMILY}-{style}".replace(" ", ""),
    }.items():
        names.setName(text, key, 3, 1, 0x409)


def _bytes(font: TTFont) -> bytes:
    """The file, packed by fontTools itself: its bytes do not depend on another library being there."""
    font.cfg[USE_HARFBUZZ_REPACKER] = False
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()


def _kept(name: Face, folder: Path) -> bytes:
    """The face from the folder if its seal is whole; else cut, and put there."""
    path = folder / f"{name}-{fingerprint()[:16]}.face"
    try:
        seal, data = path.read_bytes().split(b"\n", 1)
        if seal.decode("ascii", "replace") == sha256(data).hexdigest():
            return data
    except (OSError, ValueError):
        pass  # not there yet, or damaged: it is made below
    data = _cut(name)
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(sha256(data).hexdigest().encode("ascii") + b"\n" + data)
    Path(temporary).replace(path)
    return data
