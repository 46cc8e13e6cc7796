"""A printed index → its legend: what bold, italics and letters of its locators mean, as far as they occur."""

import re
from dataclasses import dataclass
from typing import Literal

from chresto.entries import PrintedIndex
from chresto.package.places import Ends

#: How a locator of a picture is marked where it is not italic.
SIGNS = {"figure": "fig.", "table": "tab."}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a sign as it looks in the index, and what it means."""

    sign: str
    meaning: str
    look: Literal["", "bold", "italic"] = ""


def legend(index: PrintedIndex, ends: Ends) -> tuple[Row, ...]:
    """The rows, none for what the index does not use or its headnote explains."""
    spec, known = index.index.spec, ends.mentioned[index.index.id]
    found = [(heading.heading.entry, locator) for heading in index.headings for locator in heading.all]
    locators = [locator for _, locator in found]
    noted = [
        locator.label
        for entry, locator in found
        if (mention := known.at(locator.target, entry)) is not None and mention.note
    ]
    rows: list[Row] = []
    if any(locator.principal for locator in locators):
        rows.append(Row("bold", "a principal passage", "bold"))
    if any(re.search("[^n]n$", label) for label in noted):
        rows.append(Row("n", "a note on the page"))
    if any(label.endswith("nn") for label in noted):
        rows.append(Row("nn", "notes on the page"))
    if not all(label.endswith("n") for label in noted):
        rows.append(Row("n3", "note 3 on the page"))
    kinds = [kind for kind in SIGNS if any(locator.kind == kind for locator in locators)]
    if kinds and spec.pictures == "italic":
        rows.append(Row("italic", " or ".join(f"a {kind}" for kind in kinds), "italic"))
    else:
        rows += [Row(SIGNS[kind], f"a {kind}") for kind in kinds]
    if spec.lines and any(re.search(r"\d\.\d", locator.label) for locator in locators):
        rows.append(Row("45.12", "page 45, line 12"))
    told = re.findall(r"\w+", index.index.headnote.lower())
    return tuple(row for row in rows if not {row.sign.rstrip("."), f"{row.sign}s"} & set(told))
