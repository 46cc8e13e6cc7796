"""Events → the Markdown of the chronology: a heading for each year, a paragraph for each event."""

from itertools import groupby

from chresto import edtf
from chresto.book import Event, Registers
from chresto.manuscript.made.words import cite, plain


def chronology(registers: Registers) -> str:
    """The events in the order of their first days; of one day, in that of the file; empty if none."""
    events = sorted(registers.chronology.values(), key=_when)
    lines: list[str] = []
    for year, found in groupby(events, key=lambda e: _when(e)[0]):
        lines += [f"## {year}", ""]
        for event in found:
            lines += [_line(event), ""]
    return "\n".join(lines)


def _when(event: Event) -> tuple[int, int, int, int]:
    """Year, month and day; what is known to the year only comes before what is known to the day."""
    span = edtf.parse(event.date)
    if span is None:  # a query has told of it
        return (0, 0, 0, 0)
    first, last = span
    return (first.year, first.month, first.day, -(last - first).days)


def _line(event: Event) -> str:
    words, year = edtf.shown(event.date), str(_when(event)[0])
    day = words.removesuffix(year).strip() if words.count(year) == 1 else words
    label = words if day == "about" else day
    marked = f"[{label or year}]{{disagreement={event.disagreement}}}" if event.disagreement else label
    lead = f"**{marked}** " if marked else ""
    return f"{lead}{plain(event.event)}{cite(event.sources)}"
