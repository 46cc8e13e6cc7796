"""The book's folder on disk → text of its files; everything outside of it stays closed.

A manuscript is untrusted: a name that leaves the folder (`..`, an absolute path, a link) is refused before it
is opened.
"""

from difflib import get_close_matches
from pathlib import Path

from chresto.queries import Place, Queries

MAX_BYTES = 64 * 1024 * 1024  # of one file: more is not a text that somebody wrote


class Folder:
    """The manuscript's folder: the only place texts are read from."""

    def __init__(self, root: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self.root = root.resolve()

    def shown(self, name: str) -> str:
        """A file's name as queries show it: from the folder above, `manuscript/readings/a.md`."""
        return f"{self.root.name}/{name}"

    def files(self) -> list[str]:
        """Every file below the folder, as sorted names with slashes; hidden ones and backups left out."""
        found = (p.relative_to(self.root) for p in self.root.rglob("*") if p.is_file())
        return sorted(
            p.as_posix() for p in found if not any(s.startswith(".") or s.endswith("~") for s in p.parts)
        )

    def check(self, name: str, queries: Queries, place: Place) -> Path | None:
        """The path of a file that may be read; else a query at the place that names it."""
        path = self.root / name
        if Path(name).is_absolute() or "\\" in name or "\0" in name or not self._holds(path):
            queries.add(
                "path-outside",
                f"“{name}” leaves the book's folder",
                place,
                hint=f"a path below {self.root.name}/",
            )
            return None
        try:
            if path.is_dir():
                queries.add(
                    "file-unreadable", f"“{name}” is a folder, not a file", place, hint=self._inside(name)
                )
            elif not path.exists():
                queries.add("file-missing", f"there is no file “{name}”", place, hint=self._near(name))
            elif not path.is_file():  # reading a pipe would never end
                queries.add("file-unreadable", f"“{name}” is not a file", place, hint="name a file")
            elif path.stat().st_size > MAX_BYTES:
                queries.add(
                    "file-unreadable",
                    f"“{name}” is larger than {MAX_BYTES // 2**20} MiB",
                    place,
                    hint="is it the right file?",
                )
            else:
                return path
        except OSError as error:
            queries.add("file-unreadable", f"“{name}” cannot be looked at: {error.strerror}", place)
        return None

    def read(self, name: str, queries: Queries, place: Place) -> str | None:
        """The text of a file, with plain line ends and without a byte order mark; else a query."""
        data = self.read_bytes(name, queries, place)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            start = data.rfind(b"\n", 0, error.start) + 1
            shown = data[start:].split(b"\n", 1)[0].decode("latin-1").rstrip("\r")
            column = len(data[start : error.start].decode("latin-1")) + 1
            queries.add(
                "file-unreadable",
                f"not UTF-8: byte 0x{data[error.start]:02X}",
                Place(self.shown(name), line, column, shown),
                hint="save the file as UTF-8; if it is Latin-1: iconv -f latin1 -t utf-8",
            )
            return None
        if "\0" in text:
            queries.add(
                "file-unreadable",
                "holds NUL bytes: not a text",
                Place(self.shown(name)),
                hint="save it as plain text in UTF-8",
            )
            return None
        if not text.strip():
            queries.add(
                "file-unreadable",
                "the file is empty",
                Place(self.shown(name), 1, 1),
                hint="write it, or take it out of the outline",
            )
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def read_bytes(self, name: str, queries: Queries, place: Place) -> bytes | None:
        """The bytes of a file; else a query."""
        path = self.check(name, queries, place)
        if path is None:
            return None
        try:
            return path.read_bytes()
        except OSError as error:
            queries.add("file-unreadable", f"“{name}” cannot be read: {error.strerror}", place)
            return None

    def _holds(self, path: Path) -> bool:
        """Whether a path is in the folder once links are followed; one that leads to itself is nowhere."""
        try:
            return path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError):
            return False

    def _near(self, name: str) -> str:
        files = self.files()
        close = get_close_matches(name, files, n=1, cutoff=0.75)
        same = [f for f in files if Path(f).stem == Path(name).stem]
        best = close or same
        return f"did you mean “{best[0]}”?" if best else f"write {self.root.name}/{name}"

    def _inside(self, name: str) -> str:
        inside = [f for f in self.files() if f.startswith(name.rstrip("/") + "/")]
        return f"name a file in it: {inside[0]}" if inside else "name a file"
