"""Registers and sources → the Markdown of the divisions that come from data.

So they go through pandoc as all texts do.
"""

import re
from collections.abc import Iterable
from html import escape

from chresto.book import Claim, Registers
from chresto.doors.pandoc import Converted

#: What means something in Markdown or in a citation.
SIGNS = re.compile(r"[\\`*_{}\[\]<>()#;@^~|!$]")


def sources(wanted: set[str], registers: Registers) -> Iterable[tuple[str, str]]:
    """Id and Markdown of each division made from data, in a fixed order."""
    if "bibliography" in wanted and registers.sources:
        yield "bibliography", "::: {#refs}\n:::\n"
    if registers.disagreements:  # needed for the notes, even if the book has no such division
        yield "disagreements", disagreements(registers)


def disagreements(registers: Registers) -> str:
    """The record of disagreements: a question, the claims with their sources, the editors' judgement."""
    lines: list[str] = []
    for key, one in registers.disagreements.items():
        lines += [f"::: {{.disagreement #disagreement-{key}}}", f"## {one.about}", ""]
        lines += [f"- {_claim(c)}" for c in one.claims]
        lines += ["", f"[The editors:]{{.speaker}} {one.editor}" if one.editor else "", "", ":::", ""]
    return "\n".join(lines)


def _claim(claim: Claim) -> str:
    """One claim with its source, as Markdown: the words, then a citation."""
    where = SIGNS.sub(r"\\\g<0>", claim.where)  # they would end the citation, or mean something in it
    if claim.source:
        return f"{claim.says} [@{claim.source}{', ' + where if where else ''}]"
    return f"{claim.says} ({where})" if where else claim.says


def plain(text: str) -> Converted:
    """A plain text as paragraphs: an empty line parts them, every character stands for itself."""
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text)]
    return Converted("".join(f"<p>{escape(p)}</p>\n" for p in paragraphs if p), ())
