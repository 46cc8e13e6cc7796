"""A page as set → its lines as they are counted: what the margin numbers, what the locator “45.12” means.

Counted is what a finger counts down the page: every line of text, titles and headings included, each page
from 1.  Running heads, folios, notes and the number above a title are not counted, nor is blank space.  Lines
that stand side by side, as in the cells of a table, are one.  What an edition leaves out and keeps the room
of is counted, so that all editions with the same pages have the same lines.
"""

from typing import Final

from chresto.book import Kind
from chresto.forms import Folios, Line, SetPage, Spot

#: Kinds of divisions whose lines have no numbers.
UNNUMBERED: Final[tuple[Kind, ...]] = ("titles", "contents", "part", "index")


def counted(page: SetPage) -> tuple[Line, ...]:
    """The lines of a page that are counted, the topmost of each height; the first is number 1.

    Of lines side by side the first in the order of the text is given.
    """
    found: list[Line] = []
    for line in sorted((x for x in page.lines if not x.in_note), key=lambda x: x.top):
        if not found or not _beside(found[-1], line):
            found.append(line)
    return tuple(found)


def line_of(folios: Folios, spot: Spot) -> int | None:
    """The number of the line with the letter at `spot`; None in a note and where no page has it.

    Whether the kind of the division is numbered is for the caller to know.
    """
    page = folios.page_of(spot)
    if page is None:
        return None
    known = folios.pages[page]
    sheet = folios.maps[known.division].pages[known.number]
    own = [x for x in sheet.lines if x.start.block == spot.block and x.start.letter <= spot.letter]
    if not own:  # a block may begin in the line of another
        own = [x for x in sheet.lines if x.start.block == spot.block][:1]
    if not own or own[-1].in_note:
        return None
    return next((n for n, line in enumerate(counted(sheet), 1) if _beside(line, own[-1])), None)


def _beside(one: Line, other: Line) -> bool:
    """Whether two lines stand at the same height: the middle of either is within the other."""
    middle = (other.top + other.bottom) / 2
    return one.top < middle < one.bottom
