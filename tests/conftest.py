"""Fixtures of all tests: a copy of the tiny book, and queries of which none may be left."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from chresto.queries import Queries, render
from tests.helpers import Book, book_from

settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("house")


@pytest.fixture
def queries() -> Iterator[Queries]:
    """The queries of a test, which fails if it leaves any that it has not claimed."""
    found = Queries()
    yield found
    assert not found.found, "unclaimed:\n" + "\n".join(render(q) for q in found.found)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of texts as pandoc reads them, for the whole run: most tests change one text of four."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "kept"  # one for all processes
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def book(tmp_path: Path, queries: Queries, kept: Path) -> Book:
    """A copy of tests/books/tiny that a test may change."""
    return book_from("tiny", tmp_path, queries, kept)
