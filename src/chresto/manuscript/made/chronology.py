"""Events → the Markdown of the chronology: a heading for each year, a paragraph for each event."""

from itertools import groupby

from chresto import edtf
from chresto.manuscript.made.words import cite, plain
from chresto.registers import Event, Registers

LAST = 32  # stands for the day of what is known to the month: after every day of it


def chronology(registers: Registers) -> str:
    """The events in the order of time; of one date, in that of the file; empty if there are none."""
    events = sorted(registers.chronology.values(), key=_when)
    lines: list[str] = []
    for year, found in groupby(events, key=lambda e: _when(e)[0]):
        lines += [f"## {year}", ""]
        for event in found:
            lines += [_line(event), ""]
    return "\n".join(lines)


def _when(event: Event) -> tuple[int, int, int]:
    """Year, month and day; what is known to the year comes first in it, what is known to the month last."""
    date = edtf.DATE.match(str(event.date))
    if date is None:  # a query has told of it
        return (0, 0, 0)
    year, month, day = (int(g) if g else 0 for g in date.groups())
    return (year, month, day or LAST) if month else (year, 0, 0)


def _line(event: Event) -> str:
    words, year = edtf.shown(event.date), str(_when(event)[0])
    day = words.removesuffix(year).strip() if words.count(year) == 1 else words
    label = words if day in ("", "about") else day
    marked = f"[{label}]{{disagreement={event.disagreement}}}" if event.disagreement else label
    return f"**{marked}** {plain(event.event)}{cite(event.sources)}"
