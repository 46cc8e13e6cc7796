"""Whole books whose indexes list what is hidden, marked without words, or nothing at all."""

from pathlib import Path

import pytest

from chresto.commands import build, shop_of
from chresto.queries import Queries
from tests.helpers import claim

OUTLINE = """\
book:
  id: odd
  title: Odd
  identifier: "urn:uuid:3f2b7c1e-5a4d-4e6f-8a9b-0c1d2e3f4a5b"
  language: en-GB
  date: 2026-11-25
  rights: Nobody
  contributors: [{name: Ada Editor, file_as: "Editor, Ada"}]
editions: {whole: {}, student: {pages: as whole, without: [questions]}}
registers: {people: {file: people.yaml, kind: people, mark: person}}
indexes: {people: {register: people, title: People}, places: {mark: place, title: Places}}
body: [{part: one, title: One, contents: [{chapter: text, file: text.md, title: Text}]}]
back: [{index: people}, {index: places}]
"""
PEOPLE = """\
ames: {heading: "Ames, Bob"}
cole: {heading: "Cole, Carl"}
dean: {heading: "Dean, Dora"}
"""
TEXT = """\
Carl Cole, []{person=ames} here.

::: {.passage person=ames}
Whole.

He.

::: questions
1. Who are Bob Ames and Dora Dean?
:::
:::
"""


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["whole", "student"])
def test_the_proof_of_a_book_with_odd_indexes_is_clean(
    tmp_path: Path, queries: Queries, edition: str
) -> None:
    manuscript = tmp_path / "manuscript"
    manuscript.mkdir()
    for name, text in (("outline.yaml", OUTLINE), ("people.yaml", PEOPLE), ("text.md", TEXT)):
        (manuscript / name).write_text(text, encoding="utf-8")
    shop = shop_of(tmp_path, jobs=1, cached=True, report=lambda _step, _what: None)

    build(shop, edition, tmp_path / "build", queries, thorough=True)

    claim(queries, "index-empty", hint="take the index out")
    assert queries.found == []
