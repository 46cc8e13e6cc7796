"""The pages of a locator → what is printed and what is said: “45”, “145–46”, “45n3”, “45 fig.” and so on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from chresto.book import IndexSpec
from chresto.entries import Kind

DASH = "–"
SPACE = "\u00a0"
#: Not “f”, which would be read as “and the following page”.
LETTERED = {"figure": f"{SPACE}fig.", "table": f"{SPACE}tab.", "": ""}
SPOKEN = {"figure": ", figure", "table": ", table", "": ""}
TEENS = "1"  # the tens of 10 to 19, of which both figures are printed


@dataclass(frozen=True, slots=True)
class Label:
    """A locator as printed and as a screen reader says it."""

    printed: str
    spoken: str


def of_text(spec: IndexSpec, folios: tuple[str, str], lines: tuple[int, int], kind: Kind) -> Label:
    """The label of a page or a range; a line is 0 if it is not to be named."""
    (first, last), (start, end) = folios, lines
    sign = LETTERED[kind] if spec.pictures == "lettered" else ""
    says = SPOKEN[kind]
    line, said = (f".{start}", f", line {start}") if start else ("", "")
    if first == last:
        if start and end > start:
            return Label(f"{first}.{start}{DASH}{end}{sign}", f"{first}, lines {start} to {end}{says}")
        return Label(f"{first}{line}{sign}", f"{first}{said}{says}")
    if start:
        to = f"{last}.{end}" if end else last
        until = f"{last}, line {end}" if end else last
        return Label(f"{first}{line}{DASH}{to}{sign}", f"{first}{said} to {until}{says}")
    return Label(f"{first}{DASH}{shortened(first, last, spec.ranges)}{sign}", f"{first} to {last}{says}")


def shortened(first: str, last: str, style: Literal["full", "chicago", "minimal"]) -> str:
    """The second number of a range: Chicago Manual of Style 9.61; or as few figures as can be, of teens two.

    >>> shortened("71", "72", "chicago"), shortened("107", "108", "chicago")
    ('72', '8')
    >>> shortened("71", "72", "minimal"), shortened("111", "115", "minimal")
    ('2', '15')
    """
    if style == "full" or not (first.isdecimal() and last.isdecimal()) or len(first) != len(last):
        return last
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(last))
    changed = last[same:]
    if style == "minimal":
        return last[-2:] if len(changed) == 1 and last[-2:-1] == TEENS else changed
    number = int(first)
    if number < 100 or number % 100 == 0:  # noqa: PLR2004  -- Chicago's rule
        return last
    return changed if number % 100 < 10 else last[min(same, len(last) - 2) :]  # noqa: PLR2004


def of_notes(spec: IndexSpec, folio: str, marks: Sequence[str]) -> Label:
    """The label of notes on one page, by their marks in the order of the page (Chicago, 16.111–16.112).

    A sign that is the same for every note cannot name one: then `n` or `nn` stands alone.
    """
    sign, word = ("nn", "notes") if len(marks) > 1 else ("n", "note")
    if not folio.isdecimal():
        sign = f"{SPACE}{sign}"  # “xi n”: as one word it would be no number
    if spec.notes == "n" or not all(m.isalnum() for m in marks):
        return Label(f"{folio}{sign}", f"{folio}, {word}")
    runs: list[list[str]] = []
    for mark in marks:
        if runs and _follows(runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    printed = ", ".join(r[0] if len(r) == 1 else f"{r[0]}{DASH}{r[-1]}" for r in runs)
    space = "" if marks[0].isdecimal() else SPACE
    return Label(f"{folio}{sign}{space}{printed}", f"{folio}, {word} {_said(marks)}")


def _follows(one: str, other: str) -> bool:
    """Whether a mark is the one right behind another: 3 and 4, c and d."""
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    return len(one) == len(other) == 1 and one.isalpha() and other.isalpha() and ord(other) == ord(one) + 1


def _said(marks: Sequence[str]) -> str:
    if len(marks) == 1:
        return marks[0]
    return f"{', '.join(marks[:-1])} and {marks[-1]}"
