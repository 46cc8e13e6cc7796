"""The records that the outline names → disagreements, chronology and emendations by id; or queries."""

from typing import TypeVar

from chresto import edtf
from chresto.book import Outline
from chresto.doors.folder import Folder
from chresto.doors.schema import fit
from chresto.doors.yaml import Data, Path, read_yaml
from chresto.outline.ids import check_id, check_source
from chresto.queries import Queries, did_you_mean
from chresto.registers import Claim, Damage, Disagreement, Event, Registers, Trial

Sources = dict[str, dict[str, object]]
One = TypeVar("One")


def read_disagreements(
    folder: Folder, outline: Outline, data: Data, sources: Sources | None, queries: Queries
) -> dict[str, Disagreement]:
    """The record of disagreements."""
    file, found = _read(folder, outline.disagreements, "disagreements", data, Disagreement, queries)
    if file is None:
        return {}
    for key, one in found.items():
        if len(one.claims) < 2:  # noqa: PLR2004  -- it takes two to disagree
            hint = "say what the other source claims"
            place = file.place(key, "claims")
            queries.add("value-wrong", f"“{key}” has fewer than two claims", place, hint=hint)
        for i, claim in enumerate(one.claims):
            check_source(claim.source, file.place(key, "claims", i, "source"), sources, queries)
            _check_figure(claim, file, (key, "claims", i), queries)
    return found


def read_chronology(
    folder: Folder,
    outline: Outline,
    data: Data,
    known: tuple[Sources | None, dict[str, Disagreement]],
    queries: Queries,
) -> dict[str, Event]:
    """The chronology, in the order of the file.  `known`: sources and disagreements."""
    file, found = _read(folder, outline.chronology, "chronology", data, Event, queries)
    if file is None:
        return {}
    sources, disagreements = known
    for key, one in found.items():
        if edtf.parse(one.date) is None:
            hint = "like 1936-08-19, 1936-08, 1936, 1936~ or 1936-08-19/1936-08-24"
            queries.add(
                "date-form", f"“{one.date}” is not a date in EDTF", file.place(key, "date"), hint=hint
            )
        for i, source in enumerate(one.sources):
            check_source(source, file.place(key, "sources", i), sources, queries)
        if one.disagreement and disagreements and one.disagreement not in disagreements:
            queries.add(
                "id-unknown",
                f"no disagreement has the id “{one.disagreement}”",
                file.place(key, "disagreement"),
                hint=did_you_mean(one.disagreement, list(disagreements)),
            )
    return found


def read_emendations(
    folder: Folder, outline: Outline, data: Data, sources: Sources | None, queries: Queries
) -> dict[str, Damage]:
    """The record of emendations."""
    file, found = _read(folder, outline.emendations, "emendations", data, Damage, queries)
    if file is None:
        return {}
    for key, one in found.items():
        check_source(one.source, file.place(key, "source"), sources, queries)
    return found


def check_pictures(outline: Outline, registers: Registers, data: Data, queries: Queries) -> None:
    """What the pictures are drawn from is there."""
    trials = registers.of(Trial)
    for name, one in outline.pictures.items():
        check_id(name, data.place("pictures", name, key=True), queries)
        known = list(registers.disagreements) if one.draw == "counts" else list(trials)
        for i, key in enumerate(one.of):
            place = data.place("pictures", name, "of", i)
            if key not in known:
                what = "disagreement" if one.draw == "counts" else "trial"
                hint = did_you_mean(key, known)
                queries.add("id-unknown", f"no {what} has the id “{key}”", place, hint=hint)
            elif one.draw == "counts" and all(c.low is None for c in registers.disagreements[key].claims):
                hint = "give its claims “counts”, “low” and “high”"
                queries.add("value-wrong", f"“{key}” has no figures to draw", place, hint=hint)
            elif one.draw != "counts" and trials[key].dates is None:
                queries.add("value-wrong", f"“{key}” has no dates to draw", place, hint="give it “dates”")


def _read(
    folder: Folder, name: str, key: str, data: Data, shape: type[One], queries: Queries
) -> tuple[Data | None, dict[str, One]]:
    """A file of the outline and its entries; no file if the outline names none or it cannot be read."""
    text = folder.read(name, queries, data.place(key)) if name else None
    file = read_yaml(text, folder.shown(name), queries) if text is not None else None
    found = fit(file, dict[str, shape], queries) if file else None  # type: ignore[valid-type]
    if file is None or found is None:
        return None, {}
    for entry in found:
        check_id(entry, file.place(entry, key=True), queries)
    return file, found


def _check_figure(claim: Claim, file: Data, path: Path, queries: Queries) -> None:
    """A figure is one number or a range, and says what it counts."""
    if claim.low is None and claim.high is None and not claim.counts:
        return
    if claim.low is None or claim.high is None or not claim.counts:
        hint = "“counts”, “low” and “high” go together; one number is both low and high"
        queries.add("key-missing", "a figure that is not whole", file.place(*path), hint=hint)
    elif not 0 < claim.low <= claim.high:
        place = file.place(*path, "low")
        queries.add("value-wrong", f"{claim.low} to {claim.high} is no range", place, hint="low before high")
