"""Disagreements → the Markdown of their record: a question, the claims, the editors' judgement."""

from chresto.manuscript.made.words import cite, plain
from chresto.registers import Claim, Registers


def disagreements(registers: Registers) -> str:
    """One section for each, with an id that the notes beside the text lead to, and themes as headings."""
    lines: list[str] = []
    level = "###" if any(one.theme for one in registers.disagreements.values()) else "##"
    for key, one in registers.disagreements.items():
        lines += [f"## {plain(one.theme)}", ""] if one.theme else []
        lines += [f"::: {{.disagreement #disagreement-{key}}}", f"{level} {one.about}", ""]
        lines += [f"- {_claim(c)}" for c in one.claims]
        lines += ["", f"[The editors:]{{.speaker}} {one.editor}" if one.editor else "", "", ":::", ""]
    return "\n".join(lines)


def _claim(claim: Claim) -> str:
    """One claim with its source, as Markdown: the words, then a citation."""
    if claim.source:
        return claim.says + cite([claim.source], claim.where)
    return f"{claim.says} ({plain(claim.where)})" if claim.where else claim.says
