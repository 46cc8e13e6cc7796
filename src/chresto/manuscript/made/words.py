"""Plain text of data → Markdown that means just this text; a source and a place in it → a citation."""

import re
from collections.abc import Iterable

#: What means something in Markdown or in a citation.
SIGNS = re.compile(r"[\\`*_{}\[\]<>()#;@^~|!$]")


def plain(text: str) -> str:
    """A text in which every character stands for itself, on one line."""
    return SIGNS.sub(r"\\\g<0>", " ".join(str(text).split()))


def cite(sources: Iterable[str], where: str = "") -> str:
    """A citation of one or several sources, with a space before it; empty if there are none.

    >>> cite(["sedov1936", "simkin2015"])
    ' [@sedov1936; @simkin2015]'
    """
    keys = "; ".join(f"@{key}" for key in sources)
    place = f", {plain(where)}" if where else ""
    return f" [{keys}{place}]" if keys else ""


def name(source: str) -> str:
    """A source as a sentence names it: “Sedov (1936)”."""
    return f"@{source}"


def stopped(text: str) -> str:
    """A sentence with its full stop."""
    return text if text.endswith((".", "!", "?", ".”", "?”", "!”")) or not text else f"{text}."


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: “a, b and c”."""
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def straight(heading: str) -> str:
    """A heading as it stands in a sentence: “Zinoviev, Grigory” is “Grigory Zinoviev”."""
    last, _, first = heading.partition(", ")
    return f"{first} {last}" if first else heading
