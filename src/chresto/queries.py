"""Queries: remarks to the editor as values.  What is wrong, where, what to try.  Nothing here prints.

All of a run's queries are gathered in one `Queries` and shown together; errors stop the run once, at a
stage's end.
"""

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

#: Every code with what it is about; `docs/queries.md` explains each, and a test holds the two together.
CODES: dict[str, str] = {
    "file-missing": "a file that the outline or a register names does not exist",
    "file-unreadable": "a file cannot be read, is a folder, is empty, or is not UTF-8",
    "file-unnamed": "a file in the manuscript that nothing names",
    "path-outside": "a path that leaves the book's folder",
    "yaml-broken": "a YAML file that cannot be parsed",
    "yaml-alias": "an anchor, alias or tag in YAML, which data files do not need",
    "key-unknown": "a key that this place does not know",
    "key-twice": "a key that stands twice in one mapping",
    "key-missing": "a key that must be there",
    "value-wrong": "a value of another type or outside the list of values",
    "id-twice": "an id that two things have",
    "id-unknown": "an id that nothing defines",
    "id-form": "an id that cannot be one",
    "date-form": "a date that is not EDTF",
    "count-wrong": "a count that does not agree with the list",
    "mention-ambiguous": "words that may name several entries",
    "decision-unused": "a decision about words that the text does not have",
    "mark-unknown": "a mark in the text that means nothing here",
    "mark-crossed": "a mark that spans more than it may",
    "voice-unknown": "a note in a voice that the outline does not name",
    "note-unused": "a note without a call, or a call without a note",
    "cite-unknown": "a citation whose key the bibliography does not have",
    "link-unknown": "a link that leads nowhere in the book",
    "image-refused": "a picture from outside the manuscript's folder or of an unknown kind",
    "text-empty": "a text without any words",
    "text-unreadable": "a text that pandoc cannot read",
    "index-empty": "an index of which nothing is mentioned",
    "index-undivided": "a heading of an index with more locators in one string than can be looked through",
    "folios-unsettled": "page numbers that kept changing",
    "note-astray": "a note that does not stand on the page of its call, or not exactly once",
    "words-lost": "words that were set and are not on their page, once",
    "glyph-missing": "a character that no embedded face has",
    "locator-wrong": "a locator whose page does not name its heading",
    "mention-lost": "a page that names an entry and that the index does not name",
    "index-wrong": "a fault in an index: its order, a heading twice, a blind or circular reference",
    "link-broken": "a link of a finished file that leads nowhere",
    "page-list-wrong": "a page mark of the e-book that does not agree with the printed page",
    "font-missing": "a face that is not embedded",
    "tags-wrong": "a fault in the structure tree of the PDF",
    "ebook-wrong": "a fault in the e-book: words, headings, languages or pictures are not as they should be",
    "epubcheck": "a message of EPUBCheck",
    "layout-broken": "a style sheet or template that cannot be used",
    "output-refused": "a folder or file of the output that cannot be written",
    "setup-missing": "a part of the set-up that is not there",
}

#: What a check may say of a guess that stands for something faulty.
ECHOES = ("value-wrong", "id-form", "date-form")

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file as the editor knows it, line and column from 1 (0: unknown), line."""

    file: str = ""
    line: int = 0
    column: int = 0
    text: str = ""

    @property
    def where(self) -> str:
        """File and line as editors and programs read them: “manuscript/before.md:7”."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Query:
    """A remark to the editor."""

    code: str
    message: str  # lower case, no full stop
    place: Place = Place()
    hint: str = ""  # what to try
    severity: Severity = "error"


class Failed(Exception):  # noqa: N818  -- it is not an error object but the end of a run whose queries say why
    """A stage cannot go on; the queries say why."""


@dataclass(slots=True)
class Queries:
    """The queries of one run, in the order they were found, none twice."""

    found: list[Query] = field(default_factory=list)
    guessed: set[tuple[str, int]] = field(
        default_factory=set
    )  # files and lines where a guess stands for a fault

    def add(
        self,
        code: str,
        message: str,
        place: Place | None = None,
        *,
        hint: str = "",
        severity: Severity = "error",
    ) -> None:
        """Remember a query."""
        if code not in CODES:
            raise KeyError(code)
        query = Query(code, message, place or Place(), hint, severity)
        if code in ECHOES and (query.place.file, query.place.line) in self.guessed:
            return  # the fault itself has been told; what a check says of the guess is no news
        if query not in self.found:
            self.found.append(query)

    @property
    def errors(self) -> list[Query]:
        """Those that stop a run."""
        return [q for q in self.found if q.severity == "error"]

    def stop(self) -> None:
        """End the run if there are errors: called once at the end of a stage, so that all are shown."""
        if self.errors:
            raise Failed


def render(query: Query) -> str:
    """A query as lines of text: place, severity, message, code; the line itself with a caret; what to try."""
    p = query.place
    where = p.where + (f":{p.column}" if p.line and p.column else "")
    lines = [f"{where + ': ' if where else ''}{query.severity}: {query.message} [{query.code}]"]
    if p.text:
        shown, column = _window(p.text, p.column)
        lines.append(f"    {shown}")
        if column:
            lines.append(f"    {' ' * (column - 1)}^")
    if query.hint:
        lines.append(f"  try: {query.hint}")
    return "\n".join(lines)


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A hint that names the closest known word, or all of them when none is close and they are few."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"one of: {', '.join(known)}" if 0 < len(known) <= 12 else ""  # noqa: PLR2004  -- a line's worth


def _window(text: str, column: int, width: int = 100) -> tuple[str, int]:
    """The part of a long line around the column, and the column in it."""
    text = text.replace("\t", " ").rstrip("\n")
    if len(text) <= width:
        return text, column
    start = max(0, min(column - width // 2, len(text) - width))
    cut = text[start : start + width]
    head, tail = ("…" if start else ""), ("…" if start + width < len(text) else "")
    return head + cut + tail, column - start + len(head) if column else 0
