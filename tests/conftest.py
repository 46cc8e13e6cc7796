"""Fixtures of all tests: a copy of the tiny book, and queries of which none may be left."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from chresto.doors.fonts import FACES, face
from chresto.queries import Queries, render
from tests.helpers import BOOKS, Book, book_from, made

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


@pytest.fixture(scope="session")
def shelf(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that lives as long as pytest's own: cutting the four faces takes seconds."""
    cache: pytest.Cache | None = getattr(pytestconfig, "cache", None)  # pytest may run without
    folder = tmp_path_factory.mktemp("typeset") if cache is None else cache.mkdir("typeset")
    for name in FACES:
        face(name, kept=folder / "faces")
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, shelf: Path) -> Path:
    """A folder with the tiny book, made once; whoever changes it takes a copy."""
    root = tmp_path_factory.mktemp("made") / "tiny"
    shutil.copytree(BOOKS / "tiny" / "manuscript", root / "manuscript")
    shutil.copytree(shelf / "faces", root / "build" / ".cache" / "typeset" / "faces")
    made(root)
    return root


@pytest.fixture
def book(tmp_path: Path, queries: Queries, kept: Path) -> Book:
    """A copy of tests/books/tiny that a test may change."""
    return book_from("tiny", tmp_path, queries, kept)
