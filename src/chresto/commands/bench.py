"""`chresto bench`: the book's folder → what each stage takes, with an empty cache and a full one, as a table.

The book is made twice, each time by a process of its own so that nothing is remembered but the cache, which
is a new one and thrown away.  Nothing in `build/` is touched.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from chresto.press import Report, Shop, make, prepare
from chresto.proof import proof
from chresto.queries import Failed, Queries, Query

#: How many bytes `ru_maxrss` counts in: kilobytes on Linux, bytes on macOS (getrusage(2) of each).
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
SHORT = 0.005  # seconds below which a ratio says nothing


@dataclass(slots=True)
class Clock:
    """Seconds by stage, from what the press reports; a stage that comes up again goes on counting."""

    told: Report
    seconds: dict[str, float] = field(default_factory=dict)
    _stage: str = ""
    _since: float = 0.0

    def report(self, step: str, what: str) -> None:
        """A step begins, or something in it is done."""
        self.turn("typeset" if step == "kept" else step)
        self.told(step, what)

    def turn(self, stage: str) -> None:
        """Close the stage that runs and begin another; with "" none."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now


@dataclass(frozen=True, slots=True)
class Measured:
    """One making of the book: seconds by stage, and the highest use of memory in bytes."""

    pages: int
    divisions: int
    seconds: dict[str, float]
    memory: int  # of the process itself
    others: int  # of the largest of the processes that it started


@dataclass(frozen=True, slots=True)
class _Ended:
    """What the process that makes the book says last."""

    measured: Measured | None
    found: list[Query]


def bench(shop: Shop, edition: str, queries: Queries) -> str:
    """Make the book with an empty cache and again with a full one.  Raises `Failed`."""
    with tempfile.TemporaryDirectory(prefix="chresto-bench-") as folder:
        timed = replace(shop, cache=Path(folder))
        anew = _apart(timed, edition, queries)
        again = _apart(timed, edition, queries)
    head = f"{anew.pages} pages, {anew.divisions} divisions, up to {shop.workers} processes"
    return "\n".join([head, "", *_table(anew.seconds, again.seconds), "", *_memory(anew, again)])


def _apart(shop: Shop, edition: str, queries: Queries) -> Measured:
    """Measure in a new process; what it reports is passed on."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    silent = replace(shop, report=_nothing)
    process = context.Process(target=_measure, args=(there, silent, edition))
    process.start()
    there.close()
    try:
        while not isinstance(said := here.recv(), _Ended):
            shop.report(*said)
    except EOFError as error:
        raise ChildProcessError("the process that was measured ended without a word") from error
    finally:
        process.join()
    for query in said.found:
        queries.add(query.code, query.message, query.place, hint=query.hint, severity=query.severity)
    queries.stop()
    if said.measured is None:
        raise Failed
    return said.measured


def _nothing(_step: str, _what: str) -> None:
    """In the place of a report that cannot go to another process."""


def _measure(there: Connection, shop: Shop, edition: str) -> None:
    """Make the book, proofread as `build` does it, and say what it took."""
    queries = Queries()
    clock = Clock(lambda step, what: there.send((step, what)))
    timed = replace(shop, report=clock.report)
    measured = None
    try:
        prepared = prepare(timed, edition, queries)
        clock.turn("typeset")  # of which the press reports only what is done
        made = make(timed, prepared, queries)
        clock.report("proof", "")
        proof(made.pdf, made.epub, made.parts, queries, thorough=False)
        clock.turn("")
        used = [
            resource.getrusage(w).ru_maxrss * RSS_UNIT
            for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        ]
        measured = Measured(len(made.parts.folios.pages), len(made.parts.sets), clock.seconds, *used)
    except Failed:
        pass  # the queries say why
    there.send(_Ended(measured, queries.found))


def _table(anew: dict[str, float], again: dict[str, float]) -> list[str]:
    whole = sum(anew.values())
    lines = [f"{'stage':<12}{'anew':>9}{'share':>7}{'again':>9}{'ratio':>8}"]
    lines += [_row(stage, seconds, again.get(stage, 0.0), whole) for stage, seconds in anew.items()]
    return [*lines, _row("all", whole, sum(again.values()), whole)]


def _row(name: str, anew: float, again: float, whole: float) -> str:
    """Seconds with an empty cache, their share of all, seconds with a full one, the first by the second."""
    ratio = f"{anew / again:.1f}" if again > SHORT else "–"
    return f"{name:<12}{anew:>7.2f} s{anew / whole:>7.0%}{again:>7.2f} s{ratio:>8}"


def _memory(anew: Measured, again: Measured) -> list[str]:
    told = [("process", anew.memory, again.memory), ("largest other", anew.others, again.others)]
    lines = [f"{'memory':<14}{'anew':>11}{'again':>11}"]
    return [*lines, *(f"{name:<14}{a // 2**20:>7} MiB{b // 2**20:>7} MiB" for name, a, b in told)]
