"""What goes from the press to the proof.  Types only."""

from dataclasses import dataclass

from chresto.entries import PrintedIndex
from chresto.forms import Division, Folios, SetDivision


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a finished book was made from: what the proof holds the files against."""

    divisions: tuple[Division, ...]  # those that need folios, set with them
    sets: dict[str, SetDivision]
    folios: Folios
    indexes: tuple[PrintedIndex, ...]
