"""A text whose notes stand at their calls → each note with its voice, its mark and its id.

`{author}` at the head of a note names its voice.
"""

import re

from lxml.etree import _Element as Element

from chresto.book import Item, Marks, Outline, Voice
from chresto.forms import Text
from chresto.letters import is_note
from chresto.numerals import roman
from chresto.places import of_literal
from chresto.queries import Queries, did_you_mean

SPOKEN = re.compile(r"\s*\{(?P<voice>[A-Za-z][\w-]*)\}\s*")

#: The voices that the compiler itself uses, where the outline does not describe them.
OWN: dict[str, Voice] = {"gloss": Voice("gloss", "°"), "disagreement": Voice("disagreement", "‡")}


def voices(text: Text, item: Item, outline: Outline, queries: Queries) -> None:
    """Set data-voice, data-mark, data-label and id of every note, counting each voice by itself."""
    known = {**OWN, **outline.voices}
    counts: dict[str, int] = {}
    number = 0
    for note in [e for e in text.tree.iter("span") if is_note(e)]:
        name = note.get("data-voice") or _spoken(note) or item.voice
        if name not in known:
            queries.add(
                "voice-unknown",
                f"no voice is called “{name}”",
                of_literal(text, f"{{{name}}}"),
                hint=did_you_mean(name, list(known)),
            )
            continue
        if not "".join(note.itertext()).strip():
            queries.add("text-empty", "a note without words", of_literal(text, "[^"), severity="warning")
        number += 1
        counts[name] = counts.get(name, 0) + 1
        note.set("data-voice", name)
        note.set("data-mark", mark(known[name].marks, counts[name]))
        note.set("data-label", known[name].label)
        note.set("id", f"{text.id}-n{number}")


def _spoken(note: Element) -> str:
    """The voice named at the head of a note, which is taken out of it."""
    for para in note:
        match = SPOKEN.match(para.text or "")
        if match:
            para.text = (para.text or "")[match.end() :]
            return match["voice"]
        return ""
    return ""


def mark(marks: Marks, number: int) -> str:
    """The call of the nth note of a voice.

    >>> [mark("alpha", n) for n in (1, 26, 27)]
    ['a', 'z', 'aa']
    """
    if marks == "arabic":
        return str(number)
    if marks == "roman":
        return roman(number)
    if marks == "alpha":
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters
    return marks
