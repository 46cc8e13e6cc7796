"""Every fault has its query, at its place, with a hint; all of them are shown, and documented."""

import ast
import re

import pytest

from chresto.queries import CODES, Place, Queries, did_you_mean, render
from tests.cases import data, outline, records, registers, texts
from tests.cases.case import Case
from tests.helpers import HOUSE, SOURCE, Book

CASES = (*outline.CASES, *registers.CASES, *data.CASES, *texts.CASES, *records.CASES)

#: Where steps 1 to 5 raise their queries.
EARLY = ("outline", "manuscript", "apparatus", "index", "compose", "doors")
LATE_DOORS = ("boxes", "ebook", "epubcheck", "fonts", "pdf", "pdfium", "raster", "weasy")


def spoil(book: Book, case: Case) -> None:
    for name, change in case.changes.items():
        if change is None:
            book.delete(name)
        elif isinstance(change, tuple):
            book.replace(name, *change)
        else:
            book.write(name, change)
    if any(name == "readings/speech.md" for name in case.changes):
        book.replace("outline.yaml", "        means: {Mirov: mirov-boris}\n", "        means: {}\n")
        book.replace("outline.yaml", "        byline: Boris Mirov, 1901\n", "")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name.replace(" ", "-"))
def test_a_fault_is_a_query_at_its_place_with_a_hint(book: Book, case: Case) -> None:
    spoil(book, case)
    if case.warns:
        getattr(book, case.stage)()
    else:
        book.fails(getattr(book, case.stage))

    at = book.at(case.file, case.needle) if case.needle else None
    query = book.claim(case.code, at=at, hint=case.hint, says=case.says)

    assert query.place.file == f"manuscript/{case.file}"
    assert query.severity == ("warning" if case.warns else "error")
    assert query.message[0].islower() or not query.message[0].isalpha()
    assert not query.message.endswith(".")
    assert {q.code for q in book.queries.found} <= set(case.also)
    book.queries.found.clear()


def raised(*folders: str) -> set[str]:
    """Codes that the modules of some folders add to queries."""
    found: set[str] = set()
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            if path.stem not in LATE_DOORS:
                found |= codes_in(path.read_text(encoding="utf-8"))
    return found


def codes_in(source: str) -> set[str]:
    calls = [
        n
        for n in ast.walk(ast.parse(source))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
    ]
    firsts = [
        c.args[0] for c in calls if c.args and isinstance(c.func, ast.Attribute) and c.func.attr == "add"
    ]
    return {str(a.value) for a in firsts if isinstance(a, ast.Constant) and a.value in CODES}


def test_every_code_of_the_first_five_steps_has_a_case() -> None:
    told_elsewhere = {
        "layout-broken",
        "index-undivided",
        "index-empty",
    }  # tests/doors/test_templates.py, tests/index

    assert raised(*EARLY) - told_elsewhere == {c.code for c in CASES}


def test_every_code_is_raised_somewhere() -> None:
    everywhere = set().union(*(codes_in(p.read_text(encoding="utf-8")) for p in sorted(SOURCE.rglob("*.py"))))

    assert sorted(set(CODES) - everywhere) == []


def test_the_documents_explain_every_code() -> None:
    page = (HOUSE / "docs" / "queries.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r"^### `([a-z-]+)`", page, re.MULTILINE)) == sorted(CODES)


def test_the_documents_give_an_example_as_printed_for_every_code() -> None:
    page = (HOUSE / "docs" / "queries.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL))

    assert [code for code, text in sections.items() if f"[{code}]" not in text] == []


def test_many_errors_of_a_run_are_all_shown(book: Book) -> None:
    book.replace("outline.yaml", "language: en-GB", "language: British")
    book.replace("outline.yaml", "source: mirov1901", "source: mirov1910")
    book.replace("registers/people.yaml", "born: 1870", "born: spring")
    book.replace("registers/trials.yaml", "count: 2", "count: 3")
    book.write("other.md", "Other.")
    book.fails(book.read)

    for code in ("value-wrong", "id-unknown", "date-form", "count-wrong", "file-unnamed"):
        book.claim(code)


def test_many_errors_of_a_text_are_all_shown(book: Book) -> None:
    book.append("before.md", "\n[a](#nowhere) [b]{person=nobody} [c]{disagreement=none-such} [d]{sic=e}\n")
    book.append("readings/speech.md", "\n[e](#nowhere-else)\n")
    book.fails(book.attach)

    for code in ("link-unknown", "link-unknown", "id-unknown", "id-unknown", "mark-unknown"):
        book.claim(code)


def test_a_query_is_shown_with_its_line_and_a_caret_under_its_column(queries: Queries) -> None:
    queries.add(
        "key-unknown", "“titel” is not a key here", Place("a.yaml", 3, 5, "    titel: x"), hint="“title”?"
    )

    assert render(queries.found.pop()).split("\n") == [
        "a.yaml:3:5: error: “titel” is not a key here [key-unknown]",
        "        titel: x",
        "        ^",
        "  try: “title”?",
    ]


def test_a_query_without_a_place_is_shown_without_one(queries: Queries) -> None:
    queries.add("setup-missing", "Pango is not installed", severity="warning")

    assert render(queries.found.pop()) == "warning: Pango is not installed [setup-missing]"


@pytest.mark.parametrize("column", [1, 40, 150, 299, 300])
def test_a_long_line_is_cut_around_its_column(queries: Queries, column: int) -> None:
    line = "x" * (column - 1) + "!" + "x" * (300 - column)
    queries.add("mark-unknown", "…", Place("a.md", 1, column, line))
    shown, caret = render(queries.found.pop()).split("\n")[1:3]

    assert len(shown) <= 110
    assert shown[caret.index("^")] == "!"


def test_a_query_that_stands_twice_is_shown_once(queries: Queries) -> None:
    queries.add("text-empty", "no words", Place("a.md", 1, 1))
    queries.add("text-empty", "no words", Place("a.md", 1, 1))

    assert len(queries.found) == 1
    queries.found.clear()


def test_a_code_that_nobody_knows_is_a_fault_of_ours(queries: Queries) -> None:
    with pytest.raises(KeyError):
        queries.add("no-such-code", "…")


def test_a_warning_does_not_stop_a_run(queries: Queries) -> None:
    queries.add("text-empty", "no words", severity="warning")
    queries.stop()

    assert queries.errors == []
    queries.found.clear()


def test_a_hint_names_the_closest_word_or_all_of_few_or_none_of_many() -> None:
    assert did_you_mean("subtitel", ["title", "subtitle"]) == "did you mean “subtitle”?"
    assert did_you_mean("x", ["one", "two"]) == "one of: one, two"
    assert did_you_mean("x", [f"word-{n}" for n in range(50)]) == ""
    assert did_you_mean("x", []) == ""
