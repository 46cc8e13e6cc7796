"""The small doors: phrases found, headings ordered, templates filled, pandoc kept in its sandbox."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chresto.doors import pandoc
from chresto.doors.automaton import Automaton
from chresto.doors.collation import sort_key
from chresto.doors.templates import Templates
from chresto.queries import Place, Queries
from tests.helpers import claim

SMALL = st.text(alphabet="ab c", min_size=1, max_size=4)


@given(st.dictionaries(SMALL, st.integers(), max_size=8), st.text(alphabet="ab c", max_size=40))
def test_every_occurrence_of_every_phrase_is_found(phrases: dict[str, int], text: str) -> None:
    naive = [
        (i, i + len(p), v) for p, v in phrases.items() for i in range(len(text)) if text.startswith(p, i)
    ]

    assert sorted(Automaton(phrases).find(text)) == sorted(naive)


def test_headings_are_ordered_by_their_letters_and_then_by_their_marks() -> None:
    headings = [
        "Zoë",
        "Öttinger",
        "Zoe",
        "Otto",
        "öttinger",
        "Émile",
        "“Emile’s”",
        "Emil",
        "1905",
        "Ежов",
        "St. John",
        "Stalin",
    ]

    assert sorted(headings, key=sort_key) == [
        "1905", "Emil", "Émile", "“Emile’s”", "öttinger", "Öttinger", "Otto",
        "St. John", "Stalin", "Zoe", "Zoë", "Ежов",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=6), max_size=6), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_before(headings: list[str], shuffled: object) -> None:
    once = sorted(headings, key=lambda h: (sort_key(h), h))

    other = headings[::-1]
    assert sorted(other, key=lambda h: (sort_key(h), h)) == once
    assert sorted(once, key=lambda h: (sort_key(h), h)) == once


@pytest.fixture
def templates(tmp_path: Path, queries: Queries) -> Templates:
    (tmp_path / "book").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    return Templates(tmp_path / "book", queries)


def test_a_template_escapes_what_it_is_filled_with(tmp_path: Path, templates: Templates) -> None:
    (tmp_path / "book" / "a.j2").write_text("<p>{{ x }}</p>", encoding="utf-8")

    assert templates.fill("a.j2", x="<b> & “c”") == "<p>&lt;b&gt; &amp; “c”</p>"


@pytest.mark.parametrize(
    ("source", "line"),
    [("<p>{{ y }}</p>", 1), ("\n{% if %}", 2), ("{{ x.__class__.__mro__ }}", 1), ("{{ 1 // 0 }}", 1)],
)
def test_a_template_that_cannot_be_used_is_a_query(
    source: str, line: int, tmp_path: Path, templates: Templates, queries: Queries
) -> None:
    (tmp_path / "book" / "a.j2").write_text(source, encoding="utf-8")

    assert templates.fill("a.j2", x="") == ""
    claim(queries, "layout-broken", at=Place("layouts/book/a.j2", line), hint="template")


def test_a_template_that_is_not_there_is_a_query(templates: Templates, queries: Queries) -> None:
    assert templates.fill("b.j2") == ""
    claim(queries, "layout-broken", at=Place("layouts/book/b.j2"), hint="restore the file")


def test_pandoc_reads_no_file_that_a_text_names(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("secret", encoding="utf-8")

    told = pandoc.convert(
        f"```{{.include}}\n{tmp_path}/secret.csv\n```\n\n\\input{{{tmp_path}/secret.csv}}", ".md"
    )

    assert "<td>" not in told.html
    assert told.html.count("secret") == 2  # the names, as text


def test_the_remarks_of_pandoc_are_values_and_are_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert pandoc.convert("Words.\n\n[^1]: Note.", ".md").warnings == (
        "Note with key '1' defined at line 3 column 1 but not used.",
    )
    assert pandoc.convert("Words.", ".md").warnings == ()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_what_pandoc_cannot_read_is_told(suffix: str) -> None:
    with pytest.raises(pandoc.Unreadable) as told:
        pandoc.convert(b"not a zip", suffix)

    assert str(told.value)


def test_a_template_cannot_include_what_is_not_in_its_folder(
    tmp_path: Path, templates: Templates, queries: Queries
) -> None:
    (tmp_path / "book" / "a.j2").write_text('{% include "../secret" %}', encoding="utf-8")

    assert templates.fill("a.j2") == ""
    claim(queries, "layout-broken", says="../secret", hint="restore the file")
