"""Fixtures of the print side: a book that is set once for all tests."""

from pathlib import Path

import pytest

from chresto.forms import Division, SetDivision
from chresto.typeset import typeset
from tests.typeset.sample import job, reading


@pytest.fixture(scope="session")
def readings() -> list[Division]:
    return [reading("first", seed=1, link="second-p5"), reading("second", seed=5, notes=3)]


@pytest.fixture(scope="session")
def sets(readings: list[Division], shelf: Path) -> dict[str, SetDivision]:
    return typeset([job(d) for d in readings], cache=shelf, workers=1, report=lambda *_: None)
