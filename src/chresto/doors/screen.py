"""What a run does, step by step → a display that a person watches, or plain lines when nobody does.

Through rich.  Only `__main__` uses it; everything goes to standard error, so that `show` can be piped.
"""

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

STEPS = ("outline", "manuscript", "apparatus", "compose", "index", "typeset", "bind", "package", "proof")
VERBS = {
    "outline": "reading the outline",
    "manuscript": "loading the texts",
    "apparatus": "attaching the apparatus",
    "compose": "ordering the divisions",
    "index": "collating the indexes",
    "typeset": "typesetting",
    "bind": "binding",
    "package": "packaging the e-book",
    "proof": "proofreading",
}


class Screen:
    """Reports of one run.  Use it in a `with` block."""

    def __init__(self, *, verbose: bool, quiet: bool = False) -> None:
        """Decide by standard error whether a person watches."""
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._verbose, self._quiet = verbose, quiet
        self._started = time.monotonic()
        self._step = ""
        self._live: Progress | None = None
        if self.console.is_terminal and not quiet:
            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(20), TimeElapsedColumn())
            self._live = Progress(*columns, console=self.console, transient=True)
        self._task = self._live.add_task("", total=len(STEPS)) if self._live else None

    def __enter__(self) -> Self:
        """Begin the display."""
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it; what it showed while running is wiped."""
        if self._live:
            self._live.stop()

    def report(self, step: str, what: str) -> None:
        """A step begins, or something in it is done (“kept”: taken from the cache)."""
        if self._quiet:
            return
        name = "typeset" if step == "kept" else step
        if name != self._step:
            self._step = name
            number = STEPS.index(name) + 1
            self._say(f"{number}. {VERBS[name]}", number)
        if what and self._verbose:
            self.console.print(
                f"   {what}{' (kept)' if step == 'kept' else ''}  [{self._seconds()}]", markup=False
            )
        elif what and self._live and self._task is not None:
            self._live.update(self._task, description=f"{VERBS[name]}: {what}")

    def _say(self, line: str, number: int) -> None:
        if self._live and self._task is not None and not self._verbose:
            self._live.update(self._task, description=line, completed=number - 1)
        else:
            self.console.print(f"{line}  [{self._seconds()}]", markup=False)

    def line(self, text: str) -> None:
        """A line that stays."""
        if not self._quiet:
            self.console.print(text, markup=False)

    def _seconds(self) -> str:
        return f"{time.monotonic() - self._started:.1f} s"
