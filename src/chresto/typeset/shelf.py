"""A job → the name under which what was set from it is kept, and the keeping itself.

The name is a hash of everything that goes in, the code included, so nothing kept is ever out of date.  A file
that is damaged is treated as one that is not there.
"""

import json
import tempfile
from dataclasses import asdict, fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from chresto.doors.weasy import versions
from chresto.forms import Line, PageMap, Run, SetDivision, SetPage, Spot, TypesetJob

SUFFIX: Final = ".set"
KEPT: Final = 1500  # files; the least recently used beyond that go
SEAL: Final = 32  # bytes of the hash that stands before what is kept
OWN_CODE: Final = (
    *("doors/boxes.py", "doors/fonts.py", "doors/weasy.py"),
    *("forms.py", "letters.py", "tree.py", "typeset"),
)


def key(job: TypesetJob) -> str:
    """The name of a job: 64 hexadecimal digits."""
    made = sha256(_code().encode())
    for field in fields(job):
        value = getattr(job, field.name)
        parts = value if isinstance(value, tuple) else (value,)
        made.update(f"{field.name} {len(parts)}\n".encode())
        for part in parts:
            for one in part if isinstance(part, tuple) else (part,):
                data = one if isinstance(one, bytes) else str(one).encode()
                made.update(f"{len(data)}:".encode() + data)
    return made.hexdigest()


def fetch(folder: Path, name: str) -> SetDivision | None:
    """What is kept under a name, if it is whole."""
    path = folder / (name + SUFFIX)
    try:
        sealed = path.read_bytes()
        path.touch()
    except OSError:
        return None
    seal, data = sealed[:SEAL], sealed[SEAL:]
    if sha256(name.encode() + data).digest() != seal:
        return None
    head, pdf = data.split(b"\n", 1)
    return _division(json.loads(head), pdf)


def keep(folder: Path, name: str, done: SetDivision) -> None:
    """Keep what was set: the whole file or none."""
    head = {"division": done.division, "map": asdict(done.map), "messages": done.messages}
    data = json.dumps(head).encode("ascii") + b"\n" + done.pdf
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(sha256(name.encode() + data).digest() + data)
    Path(file.name).replace(folder / (name + SUFFIX))


def _division(head: dict[str, Any], pdf: bytes) -> SetDivision:
    """What `keep` wrote: JSON and a PDF; a cache from elsewhere may hold wrong pages, never a program."""
    known = head["map"]
    pages = tuple(
        SetPage(
            runs=tuple(Run(**run) for run in page["runs"]),
            lines=tuple(Line(**{**line, "start": Spot(**line["start"])}) for line in page["lines"]),
            anchors={name: (left, top) for name, (left, top) in page["anchors"].items()},
            first_words=page["first_words"],
        )
        for page in known["pages"]
    )
    bodies = {note: tuple(where) for note, where in known["bodies"].items()}
    one = PageMap(**{**known, "pages": pages, "bodies": bodies})
    return SetDivision(head["division"], pdf, one, tuple(head["messages"]))


def prune(folder: Path, *, kept: int = KEPT) -> None:
    """Throw away what was not used for longest, beyond a number of files."""
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda p: (-p.stat().st_mtime, p.name))
    for path in files[kept:]:
        path.unlink(missing_ok=True)


@cache
def _code() -> str:
    """A hash of our own code that decides how a page looks, with the versions of the libraries."""
    made = sha256(versions().encode())
    root = Path(__file__).parent.parent
    for name in OWN_CODE:
        path = root / name
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            made.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return made.hexdigest()
