"""Sheets → the same with links that lead to the files of their targets; what leads nowhere is a query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from chresto.forms import Spot
from chresto.package.places import place_id
from chresto.package.sheet import Sheet
from chresto.queries import Place, Queries
from chresto.tree import unwrap

OUTSIDE = ("https://", "http://", "mailto:")


@dataclass(slots=True)
class Targets:
    """The file in which each id of the e-book stands."""

    files: dict[str, str] = field(default_factory=dict)

    def add(self, file: str, names: Iterable[str]) -> None:
        """Ids that stand in a file."""
        for name in names:
            self.files.setdefault(name, file)

    def add_tree(self, file: str, tree: Element) -> None:
        """Every id of a tree."""
        self.add(file, (str(e.get("id")) for e in tree.iter() if e.get("id")))

    def href(self, name: str, *, file: str = "") -> str | None:
        """The link from a file to an id; None if nothing in the e-book has the id."""
        held = self.files.get(name)
        if held is None:
            return None
        return f"#{name}" if held == file else f"{held}#{name}"


def resolve(sheet: Sheet, targets: Targets, images: Mapping[str, str], queries: Queries) -> None:
    """Rewrite links and pictures of a sheet, in place.  `images`: name in the tree → file in the e-book."""
    for link in list(sheet.tree.iter("a")):
        address = link.get("href") or ""
        if address.startswith("#"):
            name = address[1:]
            letter = int(link.get("data-letter") or 0)
            found = targets.href(place_id(Spot(name, letter)), file=sheet.name) or targets.href(
                name, file=sheet.name
            )
            if found is None:
                queries.add(
                    "link-unknown",
                    f"“{address}” leads nowhere in this e-book",
                    Place(sheet.division),
                    severity="warning",
                )
                unwrap(link)
            else:
                link.set("href", found)
        elif address and not address.startswith(OUTSIDE):
            queries.add(
                "link-unknown", f"“{address}” is not a link that an e-book can hold", Place(sheet.division)
            )
            unwrap(link)
        elif not address:
            unwrap(link)
    for picture in sheet.tree.iter("img"):
        name = (picture.get("src") or "").removeprefix("image:")
        if name in images:
            picture.set("src", f"../{images[name]}")
        else:
            queries.add("file-missing", f"the picture “{name}” is not there", Place(sheet.division))
