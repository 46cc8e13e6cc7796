"""The outline's pictures, the registers → each picture as SVG, with what it shows in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element as Element

from chresto.book import DRAWN, Outline
from chresto.compose.pictures.counts import counts
from chresto.compose.pictures.sentences import sentences
from chresto.compose.pictures.timeline import timeline
from chresto.registers import Person, Registers, Trial


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as a file, and its description for those who do not see it."""

    svg: bytes
    description: str


def draw(outline: Outline, registers: Registers, *, kept: Path | None = None) -> dict[str, Drawn]:
    """Every picture of the outline, by the name that a tree has for it: `drawn/ID.svg`.

    `kept`: where cut faces are remembered.
    """
    trials, people = registers.of(Trial), registers.of(Person)
    result: dict[str, Drawn] = {}
    for name, one in outline.pictures.items():
        if one.draw == "counts":
            found = {k: registers.disagreements[k] for k in one.of or registers.disagreements}
            made = counts(found, registers.sources, kept=kept)
        else:
            fit = {k: t for k, t in trials.items() if t.dates is not None}
            if one.draw == "timeline":
                made = timeline({k: trials[k] for k in one.of or fit}, kept=kept)
            else:
                tried = {k: trials[k] for k in one.of or fit if trials[k].accused}
                made = sentences(tried, people, kept=kept)
        result[f"{DRAWN}/{name}.svg"] = Drawn(*made)
    return result


def describe(tree: Element, drawn: Mapping[str, Drawn]) -> None:
    """Give each drawn picture of a tree its description, in place."""
    for picture in tree.iter("img"):
        known = drawn.get((picture.get("src") or "").removeprefix("image:"))
        if known is not None:
            picture.set("alt", known.description)
