"""Finished files as bytes → files in `build/`, all replaced together or none.

A run that fails leaves yesterday's book.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def replace(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write every file beside its place first, then move all into place.

    Raises OSError with nothing replaced if one cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as draft:
        for name, data in files.items():
            path = Path(draft, name)
            with path.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for name in files:
            Path(draft, name).replace(folder / name)
    return [folder / name for name in files]
