"""YAML as the book needs it: words stay words, everything has a place, nothing can blow up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.doors.schema import fit
from chresto.doors.yaml import Data, read_yaml
from chresto.queries import Place, Queries
from tests.helpers import claim


def value_of(text: str, queries: Queries) -> object:
    data = read_yaml(text, "a.yaml", queries)
    assert data is not None
    return data.value


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "off", "Null", "NO", "1936-08-19", "12:30", "0x10", "1_000", "010", "1e3", ".5"],
)
def test_a_word_stays_a_word(word: str, queries: Queries) -> None:
    assert value_of(f"a: {word}", queries) == {"a": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1936", 1936),
        ("-4", -4),
        ("1.50", 1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_few_scalars_are_no_words(written: str, value: object, queries: Queries) -> None:
    assert value_of(f"a: {written}", queries) == {"a": value}


@pytest.mark.parametrize("written", ['"1936"', "'true'", '"null"', "|-\n  1936"])
def test_what_is_quoted_is_a_word(written: str, queries: Queries) -> None:
    assert isinstance(value_of(f"a: {written}", queries), dict)
    assert value_of(f"- {written}", queries) in (["1936"], ["true"], ["null"])


@pytest.mark.parametrize("digits", [19, 5000])
def test_a_number_that_nobody_counts_with_is_a_word(digits: int, queries: Queries) -> None:
    assert value_of(f"a: {'9' * digits}", queries) == {"a": "9" * digits}
    assert value_of(f"a: {'9' * digits}.5", queries) == {"a": "9" * digits + ".5"}


def test_every_value_and_every_key_has_its_place(queries: Queries) -> None:
    data = read_yaml("a:\n  b: [c, {d: e}]\n", "a.yaml", queries)

    assert isinstance(data, Data)
    assert data.place("a", "b", 1, "d") == Place("a.yaml", 2, 14, "  b: [c, {d: e}]")
    assert data.place("a", "b", 1, "d", key=True).column == 11
    assert data.place("a", key=True) == Place("a.yaml", 1, 1, "a:")
    assert data.place("a", "b", 7) == data.place("a", "b")
    assert data.place("nothing") == Place("a.yaml", 1, 1, "a:")


def test_a_line_ends_where_an_editor_ends_it(queries: Queries) -> None:
    data = read_yaml('a: "x\u2028y"\nb: z\n', "a.yaml", queries)

    assert data is not None
    assert data.place("b") == Place("a.yaml", 2, 4, "b: z")


def test_a_word_that_begins_like_an_anchor_may_be_quoted(queries: Queries) -> None:
    assert value_of("a: '&b'\nc: \"*d\"\ne: '!f'\n", queries) == {"a": "&b", "c": "*d", "e": "!f"}


def test_every_anchor_alias_and_tag_is_told(queries: Queries) -> None:
    assert read_yaml("a: &x 1\nb: *x\nc: !t 2\n", "a.yaml", queries) is None

    assert [claim(queries, "yaml-alias").place.line for _ in range(3)] == [1, 2, 3]


def test_a_key_that_stands_twice_is_told_where(queries: Queries) -> None:
    assert value_of("a: 1\nb: 2\na: 3\n", queries) == {"a": 1, "b": 2}

    assert (
        claim(queries, "key-twice", at=Place("a.yaml", 3, 1, "a: 3")).message
        == "“a” stands twice, first in line 1"
    )


@given(st.text(max_size=60) | st.text(alphabet="ab:-[]{}&*!|>'\"#%\t\n ,?\\u0\x85\u2028", max_size=60))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    found = Queries()
    data = read_yaml(text, "a.yaml", found)

    assert (data is None) <= bool(found.errors)
    for query in found.found:
        assert query.place.line <= text.count("\n") + 1


@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=8))
def test_no_value_is_too_odd_to_be_fitted(value: object) -> None:
    found = Queries()
    fit(Data("a.yaml", [""], {"a": value}), dict[str, str], found)

    assert isinstance(value, str) != bool(found.errors)


@pytest.mark.parametrize(
    "text", ['a: "\\ud800"', "a: {b: {c: {d: [1, 2]}}}", "[]", "a", "1", "a:\n- b", "a: 1", "a:"]
)
def test_a_document_of_another_shape_is_a_query(text: str, queries: Queries) -> None:
    data = read_yaml(text, "a.yaml", queries)

    assert data is not None
    fit(data, dict[str, str], queries)
    assert {q.code for q in queries.found} == {"value-wrong"}
    assert claim(queries, "value-wrong").place.line in (1, 2)
    queries.found.clear()
