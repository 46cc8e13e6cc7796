"""An id, or the id of a source → nothing, or a query if it cannot be one, or names no source."""

import re
from collections.abc import Collection

from chresto.queries import Place, Queries, did_you_mean

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check_id(key: str, place: Place, queries: Queries) -> None:
    """Lower-case ASCII letters, digits and single hyphens, a letter first.

    It names a file of the e-book and the target of links.
    """
    if not ID.fullmatch(key):
        queries.add(
            "id-form",
            f"“{key}” cannot be an id",
            place,
            hint="lower-case letters, digits and hyphens, a letter first: trial-of-1936",
        )


def check_source(key: str, place: Place, sources: Collection[str] | None, queries: Queries) -> None:
    """A key of the bibliography; nothing is said of an empty one, or if the bibliography cannot be read."""
    if key and sources is not None and key not in sources:
        hint = did_you_mean(key, list(sources))
        queries.add("id-unknown", f"no source has the id “{key}”", place, hint=hint)
