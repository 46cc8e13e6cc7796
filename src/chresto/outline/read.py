"""The manuscript's folder → the outline and the registers, read and checked; all their queries in one go."""

from chresto.book import Outline
from chresto.doors.folder import Folder
from chresto.doors.schema import fit
from chresto.doors.yaml import Data, read_yaml
from chresto.outline.check import check
from chresto.outline.decisions import read_decisions
from chresto.outline.records import check_pictures, read_chronology, read_disagreements, read_emendations
from chresto.outline.registers import Known, Sources, read_registers
from chresto.queries import Place, Queries
from chresto.registers import Registers

OUTLINE = "outline.yaml"


def read(folder: Folder, queries: Queries) -> tuple[Outline, Registers]:
    """The outline and the registers of a book.  Raises `Failed` when there are errors."""
    at = Place(folder.shown(OUTLINE))
    if not (folder.root / OUTLINE).exists():
        hint = "go to the book's folder, or name it: --book DIR"
        queries.add("file-missing", "there is no outline here", at, hint=hint)
        queries.stop()
    data = load(folder, OUTLINE, at, queries)
    before = len(queries.errors)
    outline = fit(data, Outline, queries) if data else None
    guessed = len(queries.errors) > before
    if data is None or outline is None:
        queries.stop()
        raise AssertionError
    sources = _sources(folder, outline, data, queries)
    disagreements = read_disagreements(folder, outline, data, sources, queries)
    entries = read_registers(folder, outline, data, sources, queries)
    registers = Registers(
        entries,
        disagreements,
        sources or {},
        read_chronology(folder, outline, data, (sources, disagreements), queries),
        read_emendations(folder, outline, data, sources, queries),
        *read_decisions(folder, outline, data, entries, queries),
    )
    check_pictures(outline, registers, data, queries)
    check(folder, outline, data, Known(registers.entries, sources), queries, guessed=guessed)
    queries.stop()
    return outline, registers


def load(folder: Folder, name: str, named_at: Place, queries: Queries) -> Data | None:
    """A YAML file of the folder as data."""
    text = folder.read(name, queries, named_at)
    return None if text is None else read_yaml(text, folder.shown(name), queries)


def _sources(folder: Folder, outline: Outline, data: Data, queries: Queries) -> Sources | None:
    """The bibliography: CSL-YAML, of which only the ids are looked at; the rest is citeproc's."""
    if not outline.sources:
        return {}
    loaded = load(folder, outline.sources, data.place("sources"), queries)
    if loaded is None:
        return None
    value = loaded.value
    items = value.get("references") if isinstance(value, dict) else None
    if not isinstance(items, list):
        queries.add(
            "key-missing", "“references” is missing: a list of CSL items", loaded.at(1, 1), hint="references:"
        )
        return None
    result: dict[str, dict[str, object]] = {}
    for i, item in enumerate(items):
        place = loaded.place("references", i)
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str):
            queries.add("key-missing", "a source without an id", place, hint="add “id: …”")
        elif key in result:
            place = loaded.place("references", i, "id")
            queries.add("id-twice", f"two sources have the id “{key}”", place, hint="give one another id")
        else:
            result[key] = item
    return result
