"""Dates of the registers: the subset of EDTF that they need, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto import edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1936-08-19", date(1936, 8, 19), date(1936, 8, 19)),
        ("1936-08", date(1936, 8, 1), date(1936, 8, 31)),
        ("1936-02", date(1936, 2, 1), date(1936, 2, 29)),
        (1936, date(1936, 1, 1), date(1936, 12, 31)),
        ("1865~", date(1865, 1, 1), date(1865, 12, 31)),
        ("1865-05?", date(1865, 5, 1), date(1865, 5, 31)),
        ("1865%", date(1865, 1, 1), date(1865, 12, 31)),
        ("1936-08-19/1936-08-24", date(1936, 8, 19), date(1936, 8, 24)),
        ("1936/1938", date(1936, 1, 1), date(1938, 12, 31)),
        ("1936-08/1936", date(1936, 8, 1), date(1936, 12, 31)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str | int, first: date, last: date) -> None:
    assert edtf.parse(text) == (first, last)


NO_DATES = (
    *("", "36", "1936-13", "1936-00", "1936-02-30", "1936-8-19", "19 August 1936", "1936/", "/1936"),
    *("1938/1936", "0000", "1936-08-19T12:00", "1936-08-19 ", "1936~~", "１９３６", "-1936", 36, 19360, 0),
)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_none(text: str | int) -> None:
    assert edtf.parse(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1936-08-19", "19 August 1936"),
        ("1936-08", "August 1936"),
        (1936, "1936"),
        ("1475~", "about 1475"),
        ("1931-05?", "May 1931 (?)"),
        ("1936-08-19/1936-08-24", "19–24 August 1936"),
        ("1936-08-30/1936-09-02", "30 August – 2 September 1936"),
        ("1936-12-30/1937-01-02", "30 December 1936 – 2 January 1937"),
        ("1936-08/1936-09", "August–September 1936"),
        ("1935-12/1936-01", "December 1935 – January 1936"),
        ("1936/1938", "1936–1938"),
        ("1936-08-24/1936-08-24", "24 August 1936"),
        ("1936~/1938", "about 1936 to 1938"),
        ("1928-05-18/1928-07", "18 May to July 1928"),
        ("1928-05-18/1929-07", "18 May 1928 to July 1929"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_shown_in_words(text: str | int, words: str) -> None:
    assert edtf.shown(text) == words


def test_the_year_of_a_date_keeps_its_doubt() -> None:
    found = [edtf.year(t) for t in ("1883-09-23", "1475~", "1931?", 1936, "soon")]

    assert found == ["1883", "about 1475", "1931 (?)", "1936", "soon"]


@given(st.dates(), st.dates())
def test_an_interval_names_its_last_day(one: date, two: date) -> None:
    first, last = min(one, two), max(one, two)
    words = edtf.shown(f"{first.isoformat()}/{last.isoformat()}")

    assert words.endswith(edtf.shown(last.isoformat()))
    assert str(first.day) in words


@given(st.text(alphabet="0123456789-/~?x ", max_size=24))
def test_no_text_is_too_odd_to_be_looked_at(text: str) -> None:
    span = edtf.parse(text)

    assert span is None or span[0] <= span[1]


@given(st.dates())
def test_every_day_is_a_date(day: date) -> None:
    assert edtf.parse(day.isoformat()) == (day, day)
