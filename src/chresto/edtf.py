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
