"""The manuscript's folder → the outline and the registers, read and checked; all their queries in one go."""

from chresto.book import Disagreement, Outline, Registers
from chresto.doors.folder import Folder
from chresto.doors.schema import fit
from chresto.doors.yaml import Data, read_yaml
from chresto.outline.check import check
from chresto.outline.ids import check_id
from chresto.outline.registers import Known, Sources, read_registers
from chresto.queries import Place, Queries, did_you_mean

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
    disagreements = _disagreements(folder, outline, data, sources, queries)
    entries = read_registers(folder, outline, data, sources, queries)
    check(folder, outline, data, Known(entries, sources), queries, guessed=guessed)
    queries.stop()
    return outline, Registers(entries, disagreements, sources or {})


def load(folder: Folder, name: str, named_at: Place, queries: Queries) -> Data | None:
    """A YAML file of the folder as data."""
    text = folder.read(name, queries, named_at)
    return None if text is None else read_yaml(text, folder.shown(name), queries)


def _disagreements(
    folder: Folder, outline: Outline, data: Data, sources: Sources | None, queries: Queries
) -> dict[str, Disagreement]:
    if not outline.disagreements:
        return {}
    loaded = load(folder, outline.disagreements, data.place("disagreements"), queries)
    found = fit(loaded, dict[str, Disagreement], queries) if loaded else None
    if loaded is None or found is None:
        return {}
    for key, one in found.items():
        check_id(key, loaded.place(key, key=True), queries)
        if len(one.claims) < 2:  # noqa: PLR2004  -- it takes two to disagree
            hint = "say what the other source claims"
            queries.add(
                "value-wrong", f"“{key}” has fewer than two claims", loaded.place(key, "claims"), hint=hint
            )
        for i, claim in enumerate(one.claims):
            if claim.source and sources is not None and claim.source not in sources:
                place = loaded.place(key, "claims", i, "source")
                hint = did_you_mean(claim.source, list(sources))
                queries.add("id-unknown", f"no source has the id “{claim.source}”", place, hint=hint)
    return found


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
