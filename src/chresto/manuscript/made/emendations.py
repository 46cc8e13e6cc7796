"""The record of damage → its Markdown: by source, what stands there, what the book reads, and why."""

from itertools import groupby

from chresto.manuscript.made.words import name, plain, stopped
from chresto.registers import Damage, Registers


def emendations(registers: Registers) -> str:
    """First what was mended, then what could not be, each by source; empty if there is no record."""
    found = list(registers.emendations.values())
    lines: list[str] = []
    for title, mended in (("What was mended", True), ("What could not be mended", False)):
        ones = [d for d in found if d.mended is mended]
        if not ones:
            continue
        order = list(dict.fromkeys(d.source for d in ones))
        lines += [f"## {title}", ""]
        for source, group in groupby(sorted(ones, key=lambda d: order.index(d.source)), lambda d: d.source):
            lines += [f"In {name(source)}:", "", *(f"- {_line(d)}" for d in group), ""]
    return "\n".join(lines)


def _line(one: Damage) -> str:
    read = f", read as *{plain(one.printed)}*" if one.printed else ""
    where = plain(one.where)
    return f"{where[:1].upper()}{where[1:]}: *{plain(one.stood)}*{read}. {stopped(plain(one.why))}"
