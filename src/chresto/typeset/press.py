"""Jobs → set divisions by id: from the shelf where nothing changed, else set in several processes."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from functools import partial
from pathlib import Path

from chresto.doors.fonts import FACES, face
from chresto.forms import SetDivision, TypesetJob
from chresto.typeset.set import set_division
from chresto.typeset.shelf import fetch, keep, key, prune


def typeset(
    jobs: Sequence[TypesetJob],
    *,
    cache: Path | None,
    workers: int,
    report: Callable[[str, bool], None],
) -> dict[str, SetDivision]:
    """Set every job, longest first; what comes out depends neither on order nor on `workers`.

    `cache` is a folder, or None to set everything.  `report(division, from_cache)` is called as each is
    ready.
    """
    names = {job.division: key(job) for job in jobs} if cache is not None else {}
    done: dict[str, SetDivision] = {}
    for job in jobs:
        known = fetch(cache, names[job.division]) if cache is not None else None
        if known is not None:
            done[job.division] = known
            report(job.division, True)  # noqa: FBT003  -- the callback's form
    todo = sorted((j for j in jobs if j.division not in done), key=lambda j: (-len(j.html), j.division))
    faces = None if cache is None else cache / "faces"
    for one in _set(todo, faces, workers):
        done[one.division] = one
        if cache is not None:
            with suppress(OSError):  # a full or closed disk costs time the next time, not the book
                keep(cache, names[one.division], one)
        report(one.division, False)  # noqa: FBT003
    if cache is not None and todo:
        with suppress(OSError):
            prune(cache)
    return {job.division: done[job.division] for job in jobs}


def _set(jobs: Sequence[TypesetJob], faces: Path | None, workers: int) -> Iterator[SetDivision]:
    if workers <= 1 or len(jobs) <= 1:
        for job in jobs:
            yield set_division(job, faces)
        return
    # Started anew and not copied: the libraries below WeasyPrint do not survive a fork of a process with
    # threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=context) as pool:
        if faces is not None:  # else every process would cut all of them for itself
            list(pool.map(partial(face, kept=faces), FACES))
        for finished in as_completed([pool.submit(set_division, job, faces) for job in jobs]):
            yield finished.result()
