"""Trials and their accused → who was tried where and with what sentence: a column of names for each trial."""

from collections.abc import Mapping
from pathlib import Path

from chresto import edtf
from chresto.compose.pictures.canvas import WIDTH, Canvas, Dot
from chresto.registers import Accused, Person, Trial

ROW, HEAD, FOOT, SIZE, RADIUS = 10.6, 34.0, 26.0, 7.2, 2.5
LATER = ("shot", "killed", "died")
KINDS: dict[Dot, str] = {
    "full": "condemned to death",
    "half": "prison or exile; later shot, killed or died in custody",
    "open": "prison or exile",
    "small": "another sentence, or none known",
}


def sentences(
    trials: Mapping[str, Trial], people: Mapping[str, Person], *, kept: Path | None = None
) -> tuple[bytes, str]:
    """The drawing, and what it shows in words."""
    columns = [(trial, sorted(trial.defendants, key=_order)) for trial in trials.values()]
    rows = max((len(accused) for _, accused in columns), default=0)
    canvas = Canvas(HEAD + ROW * rows + FOOT, kept)
    wide = WIDTH / max(1, len(columns))
    told = []
    for n, (trial, accused) in enumerate(columns):
        left = n * wide + 1
        canvas.words(left, 9, trial.label, 8.4, face="bold", room=wide - 6)
        canvas.words(left, 19, edtf.shown(trial.dates or ""), 6.6, face="italic", room=wide - 6)
        canvas.line(left, 24, left + wide - 6, 24)
        for row, one in enumerate(accused):
            y = HEAD + ROW * (row + 0.5) - 4
            canvas.dot(left + RADIUS, y, RADIUS, fate(one))
            canvas.words(left + 8, y + 2.3, _name(one, accused, people), SIZE, room=wide - 13)
        told.append(f"{trial.label}: {_told(accused, people)}")
    x, y = 1.0, HEAD + ROW * rows + 10
    canvas.line(0, y - 8, WIDTH, y - 8)
    shown = {fate(a) for _, accused in columns for a in accused}
    for n, (kind, words) in enumerate((k, w) for k, w in KINDS.items() if k in shown):
        if n == 2:  # noqa: PLR2004  -- two lines of the legend
            x, y = 1.0, y + 10
        canvas.dot(x + RADIUS, y - 2.2, RADIUS, kind)
        x += canvas.words(x + 8, y, words, 6.8) + 24
    title = "Who was tried where, and with what sentence"
    words = f"{title}. {' '.join(told)}"
    return canvas.svg(title, words), words


def fate(one: Accused) -> Dot:
    """The sign of a sentence, and of what came after it."""
    if one.to_death:
        return "full"
    if not one.confined:
        return "small"
    return "half" if any(word in one.outcome for word in LATER) else "open"


def _order(one: Accused) -> int:
    return list(KINDS).index(fate(one))


def _name(one: Accused, accused: list[Accused], people: Mapping[str, Person]) -> str:
    """A surname; two of one surname in a trial are told apart by the initial."""
    last, _, first = people[one.person].heading.partition(", ")
    same = [a for a in accused if people[a.person].heading.partition(", ")[0] == last]
    return f"{last}, {first[0]}." if len(same) > 1 and first else last


def _told(accused: list[Accused], people: Mapping[str, Person]) -> str:
    parts = []
    for kind, words in KINDS.items():
        names = [_name(a, accused, people) for a in accused if fate(a) == kind]
        if names:
            parts.append(f"{words}: {', '.join(names)}")
    return "; ".join(parts).rstrip(".") + "."
