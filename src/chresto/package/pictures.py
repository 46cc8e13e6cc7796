"""The sheets → the pictures that they show, each under a name that every reading system can read."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from chresto.doors.ebook import File
from chresto.package.sheet import Sheet

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def picture_names(sheets: Iterable[Sheet]) -> dict[str, str]:
    """The file of each picture in the e-book, by its name in the trees."""
    result: dict[str, str] = {}
    for sheet in sheets:
        for picture in sheet.tree.iter("img"):
            name = (picture.get("src") or "").removeprefix("image:")
            plain = re.sub(r"[^a-z0-9.]+", "-", name.lower().removeprefix("images/"))
            taken = any(file == f"images/{plain}" for source, file in result.items() if source != name)
            result.setdefault(name, f"images/{len(result)}-{plain}" if taken else f"images/{plain}")
    return result


def picture_files(names: Mapping[str, str], images: Mapping[str, bytes]) -> list[File]:
    """The pictures as files; one that is not there has its query where it is shown."""
    return [
        File(f"picture-{number}", file, TYPES[PurePosixPath(file).suffix], images[source])
        for number, (source, file) in enumerate(sorted(names.items()), 1)
        if source in images
    ]
