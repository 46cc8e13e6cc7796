"""An id → nothing, or a query if it cannot be one: it names a file of the e-book and the target of links."""

import re

from chresto.queries import Place, Queries

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check_id(key: str, place: Place, queries: Queries) -> None:
    """Lower-case ASCII letters, digits and single hyphens, a letter first."""
    if not ID.fullmatch(key):
        queries.add(
            "id-form",
            f"“{key}” cannot be an id",
            place,
            hint="lower-case letters, digits and hyphens, a letter first: trial-of-1936",
        )
