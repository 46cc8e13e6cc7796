"""Pandoc's remarks and the citations of a text → queries at their places."""

import re

from chresto.forms import Text
from chresto.places import of_literal
from chresto.queries import Place, Queries, did_you_mean
from chresto.registers import Registers

UNUSED = re.compile(r"Note with key '(?P<key>[^']+)' defined at .* but not used")
TWICE = re.compile(r"Duplicate note reference '(?P<key>[^']+)'")
UNCALLED = re.compile(r"\[\^(?P<key>[^\]\s]+)\]")


def tell(text: Text, warnings: tuple[str, ...], registers: Registers, queries: Queries) -> None:
    """A query for every remark; citations are looked up here, as citeproc does not say where they stand."""
    for warning in warnings:
        if warning.startswith("Citeproc: citation "):
            continue
        if match := UNUSED.match(warning):
            queries.add(
                "note-unused",
                f"nothing calls the note [^{match['key']}]",
                of_literal(text, f"[^{match['key']}]:"),
                hint="put its call into the text, or take it out",
            )
        elif match := TWICE.match(warning):
            queries.add(
                "id-twice",
                f"two notes are called [^{match['key']}]",
                of_literal(text, f"[^{match['key']}]:", 1),
                hint="give one another label",
            )
        else:
            queries.add("text-unreadable", f"pandoc remarks: {warning}", Place(text.file), severity="warning")
    for match in UNCALLED.finditer("".join(text.tree.itertext())):
        queries.add(
            "note-unused",
            f"there is no note [^{match['key']}]",
            of_literal(text, match[0]),
            hint=f"write [^{match['key']}]: and the note",
        )
    known = list(registers.sources)
    for element in text.tree.iter("span"):
        for key in (element.get("data-cites") or "").split():
            if key not in registers.sources:
                queries.add(
                    "cite-unknown",
                    f"the bibliography has no “{key}”",
                    of_literal(text, f"@{key}"),
                    hint=did_you_mean(key, known),
                )
