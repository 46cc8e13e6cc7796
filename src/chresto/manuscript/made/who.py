"""Registers of people and trials → the Markdown of “Who was who”: a paragraph for each person."""

from collections.abc import Iterator

from chresto import edtf
from chresto.manuscript.made.words import cite, plain, stopped
from chresto.order import Order
from chresto.registers import Person, Registers, Trial

PARTS = {
    "defendant": "accused in the",
    "defendant in absence": "accused in absence in the",
    "witness": "witness in the",
}

ORDER = Order(people=True)


def who(registers: Registers) -> str:
    """Everybody of the registers, in the order of an index; empty if there is nobody."""
    people = registers.of(Person)
    parts = _parts(registers.of(Trial))
    ordered = sorted(people.items(), key=lambda p: (ORDER.key(p[1].heading), p[0]))
    return "\n\n".join(_entry(key, person, parts.get(key, [])) for key, person in ordered)


def life(person: Person) -> str:
    """The dates of a life, as years: “(1883–1936)”, “(died 1931 (?))”, or nothing."""
    born, died = (edtf.year(d) if d is not None else "" for d in (person.born, person.died))
    if born and died:
        return f"({born}–{died})"
    return f"(born {born})" if born else f"(died {died})" if died else ""


def _entry(key: str, person: Person, parts: list[str]) -> str:
    years = plain(life(person))
    stop = "" if not years and person.heading.endswith(".") else "."
    lines = [f"[**{plain(person.heading)}**]{{#who-{key}}} {years}".strip() + stop]
    lines += [stopped(plain(person.who))]
    if parts:
        lines.append(stopped(f"*Trials:* {'; '.join(parts)}"))
    if person.note:
        lines.append(stopped(plain(person.note)))
    if person.printed:
        forms = [
            f"{', '.join(plain(n) for n in names)}{cite([source])}"
            for source, names in person.printed.items()
        ]
        lines.append(stopped(f"*As printed:* {'; '.join(forms)}"))
    return " ".join(line for line in lines if line)


def _parts(trials: dict[str, Trial]) -> dict[str, list[str]]:
    """What everybody did or suffered in each proceeding, in the order of their dates."""
    result: dict[str, list[str]] = {}
    for trial in sorted(trials.values(), key=lambda t: str(t.dates or "")):
        for person, words in _of_trial(trial):
            result.setdefault(person, []).append(words)
    return result


def _of_trial(trial: Trial) -> Iterator[tuple[str, str]]:
    name = plain(trial.heading)
    for person in trial.prosecutors:
        yield person, f"prosecutor in the {name}"
    for person in trial.bench:
        yield person, f"judge in the {name}"
    for one in trial.accused:
        fate = [plain(w) for w in (one.sentence, one.outcome) if w]
        cleared = f"cleared {edtf.shown(one.rehabilitated)}" if one.rehabilitated is not None else ""
        after = ", ".join([*fate, cleared] if cleared else fate)
        yield one.person, f"{PARTS[one.role]} {name}" + (f": {after}" if after else "")
