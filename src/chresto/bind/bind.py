"""Set divisions and folios → the bound book as one PDF.

The furniture is set once for all pages and laid over them; everything else that only the whole book knows
(places of links, labels, outline, names, metadata) is written as the pages are joined.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from chresto.bind.address import SCHEME, Addresses
from chresto.bind.contents import bookmarks
from chresto.bind.describe import information, xmp
from chresto.bind.furnish import furniture, leaves
from chresto.book import Metadata
from chresto.doors.pdf import Binding
from chresto.doors.weasy import lay_out
from chresto.forms import Division, Folios, SetDivision
from chresto.queries import Queries


def bind(  # noqa: PLR0913  -- a book has that many sides
    divisions: Sequence[Division],
    sets: Mapping[str, SetDivision],
    folios: Folios,
    metadata: Metadata,
    *,
    layouts: Path,
    layout: str,
    lines: int = 0,
    faces: Path | None = None,
    queries: Queries | None = None,
) -> bytes:
    """The book as PDF.  `layouts` holds the furniture's template and sheets; `faces` remembers cut faces.

    With `lines`, one line of text in so many has its number in the margin.

    Raises `Failed` if the layouts cannot be used; `queries` then says why.
    """
    notes = queries if queries is not None else Queries()
    shown = leaves(divisions, folios, metadata, lines=lines)
    html, css = furniture(shown, metadata, layouts=layouts, layout=layout, queries=notes)
    heads, messages = lay_out(html, css, images={}, kept=faces)
    for message in messages:
        notes.add("layout-broken", message, severity="warning")
    addresses = Addresses(folios)
    binding = Binding(language=metadata.language)
    for division in divisions:
        if division.id not in folios.first:
            continue
        while binding.pages < folios.first[division.id]:
            binding.blank()
        binding.add(sets[division.id].pdf)
    binding.stamp(heads.pdf(tagged=False), [leaf.form != "bare" for leaf in shown])
    binding.link(addresses.of_uri, ours=SCHEME, spoken=lambda place: f"p. {folios.pages[place.page].folio}")
    binding.label([(p.folio, p.matter == "front") for p in folios.pages])
    binding.outline(bookmarks(divisions, folios, addresses))
    targets = {d.id: addresses.of_id(d.id) for d in divisions}
    binding.names({name: target for name, target in targets.items() if target is not None})
    binding.describe(information(metadata), xmp(metadata))
    return binding.bytes()
