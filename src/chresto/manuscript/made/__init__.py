"""Registers, records and sources → the Markdown of the divisions that come from data.

So they go through pandoc as all texts do.  `sources` is the verb; a module for each kind of division.
"""

from collections.abc import Iterable

from chresto.book import Outline
from chresto.manuscript.made.chronology import chronology
from chresto.manuscript.made.emendations import emendations
from chresto.manuscript.made.record import disagreements
from chresto.manuscript.made.rights import rights
from chresto.manuscript.made.trials import trials
from chresto.manuscript.made.who import who
from chresto.registers import Registers


def sources(outline: Outline, registers: Registers) -> Iterable[tuple[str, str, str]]:
    """Id, file of the data and Markdown of each division made from data, in a fixed order.

    A division for which the book has no data is not made.
    """
    wanted = {item.make for _, item in outline.items() if item.make}
    people, courts = (
        next((spec.file for spec in outline.registers.values() if spec.kind == kind), "")
        for kind in ("people", "trials")
    )
    if "bibliography" in wanted and registers.sources:
        yield "bibliography", outline.sources, "::: {#refs}\n:::\n"
    if registers.disagreements:  # needed for the notes, even if the book has no such division
        yield "disagreements", outline.disagreements, disagreements(registers)
    made = {
        "chronology": (outline.chronology, chronology(registers)),
        "who-was-who": (people, who(registers)),
        "trials": (courts, trials(registers)),
        "emendations": (outline.emendations, emendations(registers)),
        "rights": (outline.sources, rights(outline, registers)),
    }
    for key, (file, markdown) in made.items():
        if key in wanted and markdown:
            yield key, file, markdown
