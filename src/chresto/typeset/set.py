"""A job → the division as set: laid out, mended until notes stand with their calls, mapped, made PDF.

An index is laid out anew so that its columns repeat the headings which they go on with.

A pure function of the job, so it may run in any process.
"""

from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from chresto.doors.weasy import Laid, lay_out
from chresto.forms import SetDivision, TypesetJob
from chresto.letters import blocks, count, text_of
from chresto.typeset.carry import carry
from chresto.typeset.look import Look, look, page_map
from chresto.typeset.mend import CSS as MENDED
from chresto.typeset.mend import mend
from chresto.typeset.repeat import CSS as REPEATED

#: How often a division may be laid out anew.  About one note in twenty drifts, and each costs one layout.
MENDING_ROUNDS: Final = 40
#: How often one note may be tried; after that it stays where it is and the proof reports it.
TRIES: Final = 4
#: How often of these with the least loss of room.
GENTLY: Final = 2


def set_division(job: TypesetJob, faces: Path | None = None) -> SetDivision:
    """Set a division.  `faces`: a folder that remembers the cut faces of the typeface."""
    tree = etree.fromstring(job.html)
    totals = {str(b.get("id")): count(text_of(b)) for b in blocks(tree)}
    tries: dict[str, int] = {}
    mended = 0
    laid, looked, messages = _lay_out(job, tree, totals, faces)
    for _ in range(MENDING_ROUNDS):
        astray = [n for n in looked.astray() if tries.get(n, 0) < TRIES]
        if not astray:
            break
        note = astray[0]
        if not mend(tree, looked, note, gently=tries.get(note, 0) < GENTLY):
            tries[note] = TRIES
            continue
        tries[note] = tries.get(note, 0) + 1
        mended += 1
        laid, looked, messages = _lay_out(job, tree, totals, faces)
    laid, looked, messages = carry(
        tree, (laid, looked, messages), lambda changed: _lay_out(job, changed, totals, faces)
    )
    found = page_map(laid.pages, looked, size=(laid.width, laid.height), mended=mended)
    return SetDivision(job.division, laid.pdf(), found, (*messages, *_faults(looked)))


def _faults(looked: Look) -> list[str]:
    """What mending cannot help: notes that stand twice, and notes that reach above the page's upper edge."""
    long = [x.note for page in looked.pages for x in page.lines if x is not None and x.note and x.box.top < 0]
    return [
        *(f"the note {n} is printed twice" for n in looked.twice),
        *(f"the note {n} is longer than a page" for n in dict.fromkeys(long)),
    ]


def _lay_out(
    job: TypesetJob, tree: Element, totals: dict[str, int], faces: Path | None
) -> tuple[Laid, Look, tuple[str, ...]]:
    html = "<!DOCTYPE html>" + etree.tostring(tree, encoding="unicode", method="html")
    laid, messages = lay_out(html, (*job.css, MENDED, REPEATED), images=dict(job.images), kept=faces)
    return laid, look(laid.pages, totals), messages
