"""Registers, records and sources → the Markdown of the divisions that come from data.

So they go through pandoc as all texts do.  `sources` is the verb; a module for each kind of division.
"""

from collections.abc import Callable, Iterable

from chresto.book import Made, Outline
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
    makers: dict[Made, tuple[str, Callable[[], str]]] = {
        "chronology": (outline.chronology, lambda: chronology(registers)),
        "who-was-who": (people, lambda: who(registers)),
        "trials": (courts, lambda: trials(registers)),
        "emendations": (outline.emendations, lambda: emendations(registers)),
        "rights": (outline.sources, lambda: rights(outline, registers)),
    }
    for key, (file, make) in makers.items():
        if key in wanted and (markdown := make()):
            yield key, file, markdown
