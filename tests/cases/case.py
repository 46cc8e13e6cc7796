"""A case: how a tiny book is spoilt, which query that must give, and where."""

from dataclasses import dataclass, field
from typing import Literal

Change = tuple[str, str] | str | bytes | None  # words for others, another content, no such file

Stage = Literal["read", "load", "attach", "compose"]

OUTLINE = "outline.yaml"
PEOPLE = "registers/people.yaml"
TRIALS = "registers/trials.yaml"
SPEECH = "readings/speech.md"
BEFORE = "before.md"
SOURCES = "sources.yaml"
DISAGREEMENTS = "disagreements.yaml"


@dataclass(frozen=True, slots=True)
class Case:
    """One fault and its query: the code, the file, the words it points to (a caret before them), the hint."""

    name: str
    code: str
    file: str
    needle: str  # what the query points to; empty: the file as a whole
    hint: str
    changes: dict[str, Change] = field(default_factory=dict)
    says: str = ""
    also: tuple[str, ...] = ()  # codes of queries that follow from the same fault
    stage: Stage = "read"
    warns: bool = False  # the run goes on
