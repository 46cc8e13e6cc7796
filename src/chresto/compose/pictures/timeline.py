"""Trials with their dates → a timeline: a line for each, in the order of time, on one scale of years."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from chresto import edtf
from chresto.compose.pictures.canvas import WIDTH, Canvas
from chresto.registers import Trial

ROW, HEAD, SIZE, RADIUS = 15.0, 16.0, 7.6, 2.9
LEFT, RIGHT = 6.0, WIDTH - 6.0
GAP = 6.0  # between a dot and its words
ABOVE = 6.4  # words that have no room beside it stand so much higher
SCALE_YEARS = 12  # from so many years on, the scale names every other year


def timeline(trials: Mapping[str, Trial], *, kept: Path | None = None) -> tuple[bytes, str]:
    """The drawing, and what it shows in words.  A trial of some length is a bar between two dots."""
    found = sorted(
        ((span, t) for t in trials.values() if t.dates is not None and (span := edtf.parse(t.dates))),
        key=lambda f: f[0],
    )
    years = range(found[0][0][0].year, found[-1][0][1].year + 2) if found else range(1, 2)
    canvas = Canvas(HEAD + ROW * len(found) + 6, kept)
    first, last = date(years[0], 1, 1).toordinal(), date(years[-1], 1, 1).toordinal()

    def at(day: date) -> float:
        return LEFT + (day.toordinal() - first) / max(1, last - first) * (RIGHT - LEFT)

    step = 2 if len(years) > SCALE_YEARS else 1
    for year in years:
        x = at(date(year, 1, 1))
        canvas.line(x, HEAD - 4, x, canvas.height - 2, weight=0.25, grey=True)
        if year != years[-1] and (year - years[0]) % step == 0:
            canvas.words(x + 2, HEAD - 7, str(year), 6.8)
    for n, ((start, end), trial) in enumerate(found):
        y = HEAD + ROW * (n + 0.5)
        left, right = at(start), at(end)
        if "/" not in str(trial.dates):  # one date, however closely it is known
            left = right = (left + right) / 2
        if right - left > RADIUS:
            canvas.bar(left, y, right, 1.6)
            canvas.dot(right, y, RADIUS)
        canvas.dot(left, y, RADIUS)
        _label(canvas, trial, y + 2.4, (left - GAP, right + GAP))
    told = "; ".join(f"{t.label}, {_details(t)}" for _, t in found)
    title = "Timeline of the trials"
    words = f"{title}, {years[0]} to {years[-1] - 1}, in the order of their dates: {told}."
    return canvas.svg(title, words), words


def _label(canvas: Canvas, trial: Trial, y: float, beside: tuple[float, float]) -> None:
    """Name and details of a trial: right of its dot if there is room, else left of it, else above it."""
    name, details = f"{trial.label}  ", _short(_details(trial))
    first, second = canvas.wide(name, SIZE, face="italic"), canvas.wide(details, SIZE)
    left, right = beside
    if max(left, WIDTH - right) < first + second:
        left, right, y = WIDTH - LEFT, LEFT, y - ABOVE
    if right + first + second <= WIDTH or WIDTH - right >= left:
        canvas.words(right, y, name, SIZE, face="italic")
        canvas.words(right + first, y, details, SIZE, room=WIDTH - right - first)
    else:
        canvas.words(left - second, y, name, SIZE, face="italic", side="end", room=left - second)
        canvas.words(left, y, details, SIZE, side="end")


def _short(words: str) -> str:
    """Words with their months in three letters."""
    for month in edtf.MONTHS:
        words = words.replace(month, month[:3])
    return words


def _details(trial: Trial) -> str:
    dates = edtf.shown(trial.dates) if trial.dates is not None else ""
    return f"{dates}, {trial.number} accused" if trial.number else dates
