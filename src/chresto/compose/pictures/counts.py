"""Disagreements with figures → how far the sources differ: a line for each, on a scale of powers of ten."""

from collections.abc import Iterator, Mapping
from math import floor, log10
from pathlib import Path

from chresto.compose.pictures.canvas import WIDTH, Canvas
from chresto.registers import Claim, Disagreement

ROW, GROUP, HEAD, FOOT, SIZE = 19.0, 8.0, 6.0, 16.0, 7.4
LEFT, RIGHT = 122.0, WIDTH - 8.0
AIR = 0.1  # of a power of ten, behind the greatest figure
RECORD = "established record"
MILLION = " million"

Sources = Mapping[str, Mapping[str, object]]


def counts(
    found: Mapping[str, Disagreement], sources: Sources, *, kept: Path | None = None
) -> tuple[bytes, str]:
    """The drawing, and what it shows in words.  Equal steps to the right are ten times as many."""
    groups = [[c for c in d.claims if c.low is not None] for d in found.values()]
    groups = [g for g in groups if g]
    figures = [float(v) for g in groups for c in g for v in (c.low, c.high) if v is not None]
    low = floor(log10(min(figures, default=1)))
    high = max(low + 1.0, log10(max(figures, default=10)) + AIR)
    canvas = Canvas(HEAD + ROW * sum(map(len, groups)) + GROUP * max(0, len(groups) - 1) + FOOT, kept)

    def at(value: float) -> float:
        return LEFT + (log10(value) - low) / (high - low) * (RIGHT - LEFT)

    foot = canvas.height - FOOT
    for power in range(low, floor(high) + 1):
        x = at(10.0**power)
        canvas.line(x, HEAD - 4, x, foot, weight=0.25, grey=True)
        canvas.words(min(x, WIDTH - 18), foot + 10, spelt(10**power), 6.6, side="middle")
    y, told = HEAD, []
    for n, group in enumerate(groups):
        if n:
            canvas.line(0, y + GROUP / 2 - 1, WIDTH, y + GROUP / 2 - 1, weight=0.25)
            y += GROUP
        for claim in group:
            _row(canvas, claim, y, (at(float(claim.low or 1)), at(float(claim.high or 1))), sources)
            told.append(f"{claim.counts} ({_source(claim, sources)}): {shown(claim)}")
            y += ROW
    title = "How the figures differ from source to source"
    words = f"{title}, on a scale of powers of ten. {'; '.join(told)}."
    return canvas.svg(title, words), words


def _row(canvas: Canvas, claim: Claim, y: float, span: tuple[float, float], sources: Sources) -> None:
    canvas.words(0, y + 7, claim.counts, SIZE, room=LEFT - 8)
    canvas.words(0, y + 14.6, _source(claim, sources), 6.6, face="italic", room=LEFT - 8)
    left, right = span
    middle, words = y + 9.0, shown(claim)
    if right > left:
        canvas.bar(left, middle, right, 2.2)
        canvas.dot(right, middle, 2.6)
    canvas.dot(left, middle, 2.6)
    if right > (LEFT + RIGHT) / 2:
        canvas.words(left - 6, middle + 2.4, words, SIZE, side="end", room=left - 6 - LEFT)
    else:
        canvas.words(right + 6, middle + 2.4, words, SIZE, room=RIGHT - right - 6)


def shown(claim: Claim) -> str:
    """A figure as a text has it: “12–15 million”, “600,000–1 million”."""
    low, high = claim.low or 0, claim.high or 0
    if low == high:
        return spelt(low)
    both = spelt(low).endswith(MILLION) and spelt(high).endswith(MILLION)
    return f"{spelt(low).removesuffix(MILLION) if both else spelt(low)}–{spelt(high)}"


def spelt(value: int) -> str:
    """A number with commas, or in millions where it is a round number of them."""
    million = 1_000_000
    if value >= million and value % (million // 10) == 0:
        return f"{value / million:g}{MILLION}"
    return f"{value:,}"


def _source(claim: Claim, sources: Sources) -> str:
    """Who says it, as short as can be: “Taylor 1990”."""
    item = sources.get(claim.source)
    if item is None:
        return claim.where or RECORD
    site = item.get("container-title") if item.get("type") == "webpage" else None
    title = site or item.get("title-short") or item.get("title") or claim.source
    name = " and ".join(_names(item)) or str(title)
    return f"{name} {str(item.get('issued') or '')[:4]}".strip()


def _names(item: Mapping[str, object]) -> Iterator[str]:
    authors = item.get("author")
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict):
            yield str(author.get("family") or author.get("literal") or "")
