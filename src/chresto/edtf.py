"""A date as EDTF text → its earliest day, its latest day; or None if it is not one.

The subset of EDTF (ISO 8601-2:2019, level 1) that registers need: YYYY, YYYY-MM, YYYY-MM-DD, each with `~`
(approximate) or `?` (uncertain) behind, and intervals of two such dates with `/`.
"""

import calendar
import re
from datetime import date

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
Span = tuple[date, date]


def parse(text: str | int) -> Span | None:
    """First and last day that a date or an interval can mean; None if the text is not EDTF.

    >>> parse("1936-08")
    (datetime.date(1936, 8, 1), datetime.date(1936, 8, 31))
    """
    start, slash, end = str(text).partition("/")
    first = _one(start)
    last = _one(end) if slash else first
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]


def _one(text: str) -> Span | None:
    match = DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(g) if g else 0 for g in match.groups())
    try:
        if match[3]:
            return date(year, month, day), date(year, month, day)
        if match[2]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError):
        return None


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)


def shown(text: str | int) -> str:
    """A date or an interval in English words; the text itself if it is not EDTF.

    >>> shown("1936-08-19/1936-08-24"), shown("1475~"), shown("1936-08")
    ('19–24 August 1936', 'about 1475', 'August 1936')
    """
    if parse(text) is None:
        return str(text)
    start, _, end = str(text).partition("/")
    if not end or end == start:
        return _words(start)
    first, last = _parts(start), _parts(end)
    if start[-1] in "~?%" or end[-1] in "~?%" or len(first) != len(last):
        same_year = first[0] == last[0] and start[-1] not in "~?%"
        return (
            f"{_words(start).removesuffix(f' {first[0]}') if same_year else _words(start)} to {_words(end)}"
        )
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
    if same == 0:  # other years
        return f"{_words(start)}–{_words(end)}" if len(first) == 1 else f"{_words(start)} – {_words(end)}"
    left = " ".join(reversed([_word(n, p) for n, p in enumerate(first)][same:]))
    return f"{left}–{_words(end)}" if same == len(first) - 1 else f"{left} – {_words(end)}"


def year(text: str | int) -> str:
    """The year of a date, with its doubt: “1475~” is “about 1475”."""
    start = str(text).partition("/")[0]
    return _words(start[:4] + (start[-1] if start[-1] in "~?%" else "")) if parse(text) else str(text)


def _parts(text: str) -> list[int]:
    match = DATE.fullmatch(text)
    return [int(g) for g in match.groups() if g] if match else []


def _word(level: int, part: int) -> str:
    return MONTHS[part - 1] if level == 1 else str(part)


def _words(text: str) -> str:
    words = " ".join(reversed([_word(n, p) for n, p in enumerate(_parts(text))]))
    doubt = text[-1]
    return f"about {words}" if doubt in "~%" else f"{words} (?)" if doubt == "?" else words
