"""`chresto bench`: seconds by stage, as a table; the book is made elsewhere and `build/` left alone."""

import shutil
from pathlib import Path

import pytest

from chresto.commands import bench, shop_of
from chresto.commands.bench import Clock, Measured, _memory, _table
from chresto.queries import Failed, Queries
from tests.helpers import BOOKS


def ignored(_step: str, _what: str) -> None:
    pass


def test_a_stage_that_comes_up_again_goes_on_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taken from the cache counts as typesetting; reports are passed on as they came."""
    times = iter((0.0, 1.0, 3.0, 7.0, 15.0))
    monkeypatch.setattr("time.perf_counter", lambda: next(times))
    told: list[tuple[str, str]] = []
    clock = Clock(lambda step, what: told.append((step, what)))

    clock.report("outline", "")
    clock.report("kept", "before")
    clock.report("typeset", "speech")
    clock.report("bind", "")
    clock.turn("")

    assert clock.seconds == {"outline": 1.0, "typeset": 6.0, "bind": 8.0}
    assert told == [("outline", ""), ("kept", "before"), ("typeset", "speech"), ("bind", "")]


def test_the_table_has_a_line_for_each_stage_and_their_sum() -> None:
    """A stage that takes next to nothing the second time has no ratio."""
    assert _table({"outline": 1.0, "typeset": 3.0}, {"outline": 0.5, "typeset": 0.001}) == [
        "stage            anew  share    again   ratio",
        "outline        1.00 s    25%   0.50 s     2.0",
        "typeset        3.00 s    75%   0.00 s       –",
        "all            4.00 s   100%   0.50 s     8.0",
    ]


def test_memory_is_told_of_the_process_and_of_the_largest_it_started() -> None:
    anew, again = Measured(1, 1, {}, 200 * 2**20, 100 * 2**20), Measured(1, 1, {}, 150 * 2**20, 0)
    assert _memory(anew, again) == [
        "memory               anew      again",
        "process           200 MiB    150 MiB",
        "largest other     100 MiB      0 MiB",
    ]


def test_queries_of_the_measured_run_are_those_of_the_command(tmp_path: Path) -> None:
    queries = Queries()
    with pytest.raises(Failed):
        bench(shop_of(tmp_path, jobs=1, cached=True, report=ignored), "", queries)
    assert [q.code for q in queries.found] == ["file-missing"]


@pytest.mark.slow
def test_the_book_is_made_twice_and_nothing_is_left(tmp_path: Path) -> None:
    """All nine stages have a line, and the book's folder is as it was."""
    shutil.copytree(BOOKS / "tiny" / "manuscript", tmp_path / "manuscript")
    told: list[str] = []
    shop = shop_of(tmp_path, jobs=1, cached=True, report=lambda step, _what: told.append(step))

    lines = bench(shop, "", Queries()).splitlines()

    stages = ["outline", "manuscript", "apparatus", "compose", "index", "typeset", "bind", "package", "proof"]
    assert [line.split()[0] for line in lines[3:13]] == [*stages, "all"]
    assert told.count("outline") == 2
    assert [p.name for p in tmp_path.iterdir()] == ["manuscript"]
