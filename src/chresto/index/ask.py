"""Printed indexes → a query for each string of locators that is too long, and for an index without any."""

from collections.abc import Iterable

from chresto.book import Outline
from chresto.entries import PrintedIndex
from chresto.queries import Place, Queries


def ask(indexes: Iterable[PrintedIndex], outline: Outline, queries: Queries) -> None:
    """A heading or sub-heading with more locators than `undivided` is a warning, and so is an empty index."""
    for printed in indexes:
        spec = printed.index.spec
        if not printed.headings:
            hint = "see whether the variants of the register are those of the texts, or take the index out"
            place = Place(printed.index.title)
            queries.add("index-empty", "nothing of it is mentioned", place, hint=hint, severity="warning")
        mark = spec.mark or outline.registers[spec.register].mark
        for heading in printed.headings:
            words, entry = heading.heading.heading, heading.heading.entry
            said = f'"{entry}"' if " " in entry else entry
            hint = f'mark some with a sub-heading: [words]{{{mark}={said} under="…"}}; or divide in more ways'
            for sub, found in (("", heading.locators), *((s.words, s.locators) for s in heading.subs)):
                if len(found) > spec.undivided:
                    queries.add(
                        "index-undivided",
                        f"“{words}”{f', “{sub}”,' if sub else ''} has {len(found)} locators in one string",
                        Place(f"{printed.index.title}, {words}"),
                        hint=hint,
                        severity="warning",
                    )
