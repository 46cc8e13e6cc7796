"""A division's tree and an edition → that edition's tree: what it leaves out is gone, or keeps its room.

An edition with `pages: as other` must keep the other's page and line breaks: what only it leaves out gets
class="absent", which print sets invisibly and the e-book drops.
"""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from chresto.book import SECTIONS, VOICES, Outline
from chresto.tree import classes_of, take_out


@dataclass(frozen=True, slots=True)
class Cut:
    """What an edition drops, and what it hides: names of `Edition.without`, and voices."""

    dropped: frozenset[str]
    hidden: frozenset[str]
    dropped_voices: frozenset[str]
    hidden_voices: frozenset[str]

    @classmethod
    def of(cls, outline: Outline, edition: str) -> "Cut":
        """The rules of an edition of the outline."""
        one = outline.editions[edition]
        without, voices = frozenset(one.without), frozenset(one.without_voices)
        if not one.pages:
            return cls(without, frozenset(), voices, frozenset())
        base = outline.editions[one.pages.removeprefix("as ").strip()]
        dropped, dropped_voices = frozenset(base.without), frozenset(base.without_voices)
        return cls(dropped, without - dropped, dropped_voices, voices - dropped_voices)

    def drops(self, name: str) -> bool:
        """Whether nothing of a kind is left."""
        return name in self.dropped


def cut(tree: Element, rules: Cut) -> None:
    """Apply the rules to a tree, in place."""
    voices = {VOICES[n]: False for n in VOICES if n in rules.dropped} | dict.fromkeys(
        rules.dropped_voices, False
    )
    voices |= {VOICES[n]: True for n in VOICES if n in rules.hidden} | dict.fromkeys(
        rules.hidden_voices, True
    )
    sections = {SECTIONS[n]: n in rules.hidden for n in SECTIONS if n in rules.dropped | rules.hidden}
    for element in list(tree.iter("span", "section")):
        classes = classes_of(element)
        if "note" in classes and element.get("data-voice") in voices:
            _leave_out(element, hide=voices[str(element.get("data-voice"))])
        for name in classes:
            if element.tag == "section" and name in sections:
                _leave_out(element, hide=sections[name])
    if "disagreements" in rules.hidden and tree.get("id") == "disagreements":
        _leave_out(tree, hide=True)


def _leave_out(element: Element, *, hide: bool) -> None:
    if hide:
        element.set("class", f"{element.get('class')} absent")
    elif element.getparent() is not None:
        take_out(element)
