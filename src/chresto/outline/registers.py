"""The register files that the outline names → entries by id, cross-checked with one another; or queries."""

from dataclasses import dataclass

from chresto import edtf
from chresto.book import Outline, RegisterFile
from chresto.doors.folder import Folder
from chresto.doors.schema import fit
from chresto.doors.yaml import Data, read_yaml
from chresto.outline.entries import check_entries
from chresto.outline.ids import check_id, check_source
from chresto.queries import Place, Queries, did_you_mean
from chresto.registers import Entry, Person, Trial

Entries = dict[str, Entry]
Sources = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Known:
    """What could be read of the data beside the outline.

    What names an id of a file that could not be read is not looked up: one fault is one query.
    """

    entries: dict[str, Entries]  # without the registers that could not be read
    sources: Sources | None  # None: could not be read


def read_registers(
    folder: Folder, outline: Outline, data: Data, sources: Sources | None, queries: Queries
) -> dict[str, Entries]:
    """Every register's entries by id."""
    result: dict[str, Entries] = {}
    loaded: dict[str, Data] = {}
    for name, spec in outline.registers.items():
        text = folder.read(spec.file, queries, data.place("registers", name, "file"))
        file = read_yaml(text, folder.shown(spec.file), queries) if text is not None else None
        if file is None:
            continue
        entries = _fit(file, spec, queries)
        if entries is not None:
            loaded[name], result[name] = file, entries
    for name, entries in result.items():
        for key, entry in entries.items():
            check_id(key, loaded[name].place(key, key=True), queries)
            _check_entry(key, entry, loaded[name], sources, queries)
        check_entries(entries, outline.named_in(), loaded[name], queries)
    people = _people(outline, result)
    for name, spec in outline.registers.items():
        if spec.kind == "trials":
            for key, entry in result.get(name, {}).items():
                if isinstance(entry, Trial):
                    _check_trial(key, entry, people, loaded[name], queries)
    return result


def _fit(file: Data, spec: RegisterFile, queries: Queries) -> Entries | None:
    found: dict[str, Person] | dict[str, Trial] | dict[str, Entry] | None
    if spec.kind == "people":
        found = fit(file, dict[str, Person], queries)
    elif spec.kind == "trials":
        found = fit(file, dict[str, Trial], queries)
    else:
        found = fit(file, dict[str, Entry], queries)
    return None if found is None else dict(found)


def _people(outline: Outline, registers: dict[str, Entries]) -> Entries | None:
    """Everybody of all registers of people; None if one of them could not be read."""
    names = [name for name, spec in outline.registers.items() if spec.kind == "people"]
    if not registers.keys() >= set(names):
        return None
    return {k: e for name in names for k, e in registers[name].items()}


def _check_entry(
    key: str,
    entry: Entry,
    file: Data,
    sources: Sources | None,
    queries: Queries,
) -> None:
    _check_sources(key, entry, file, sources, queries)
    if isinstance(entry, Person):
        _check_dates(key, {"born": entry.born, "died": entry.died}, file, queries)
        born, died = (edtf.parse(d) if d is not None else None for d in (entry.born, entry.died))
        if born and died and died[1] < born[0]:
            place = file.place(key, "died")
            queries.add(
                "date-form", f"“{key}” died before being born", place, hint="see which of the two is wrong"
            )


def _check_sources(key: str, entry: Entry, file: Data, sources: Sources | None, queries: Queries) -> None:
    """What an entry names as its sources is in the bibliography."""
    for i, source in enumerate(entry.sources):
        check_source(source, file.place(key, "sources", i), sources, queries)
    for source in entry.printed if isinstance(entry, Person) else ():
        check_source(source, file.place(key, "printed", source, key=True), sources, queries)


def _check_dates(key: str, dates: dict[str, str | int | None], file: Data, queries: Queries) -> None:
    for name, value in dates.items():
        _check_date(value, file.place(key, name), queries)


def _check_date(value: str | int | None, place: Place, queries: Queries) -> None:
    if value is not None and edtf.parse(value) is None:
        hint = "like 1936-08-19, 1936-08, 1936, 1936~ or 1936-08-19/1936-08-24"
        queries.add("date-form", f"“{value}” is not a date in EDTF", place, hint=hint)


def _check_trial(key: str, trial: Trial, people: Entries | None, file: Data, queries: Queries) -> None:
    _check_dates(key, {"dates": trial.dates}, file, queries)
    named = [
        *((("bench", i), p) for i, p in enumerate(trial.bench)),
        *((("prosecutors", i), p) for i, p in enumerate(trial.prosecutors)),
        *((("accused", i, "person"), a.person) for i, a in enumerate(trial.accused)),
    ]
    for path, person in named:
        if people is not None and person not in people:
            queries.add(
                "id-unknown",
                f"nobody in the register of people is “{person}”",
                file.place(key, *path),
                hint=did_you_mean(person, list(people)),
            )
    for i, one in enumerate(trial.accused):
        _check_date(one.rehabilitated, file.place(key, "accused", i, "rehabilitated"), queries)
        if one.person in [a.person for a in trial.accused[:i]]:
            place = file.place(key, "accused", i)
            queries.add(
                "id-twice", f"“{one.person}” is accused twice in “{key}”", place, hint="keep one of them"
            )
    defendants = trial.defendants
    if trial.count is None:
        return
    place = file.place(key, "count")
    message = f"“{key}” counts {trial.count} accused and lists {len(defendants)}"
    if len(defendants) > trial.count:
        queries.add(
            "count-wrong", message, place, hint="correct the count, or the roles: witnesses do not count"
        )
    elif trial.complete and len(defendants) != trial.count:
        queries.add("count-wrong", message, place, hint="list them all, or say “complete: false”")
