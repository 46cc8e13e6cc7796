"""The register of trials → the Markdown of their table, and of a record of each: court, accused, verdicts."""

from chresto import edtf
from chresto.manuscript.made.words import cite, listed, plain, stopped, straight
from chresto.registers import Accused, Person, Registers, Trial

Names = dict[str, str]

UNKNOWN = "–"  # in a column of numbers


def trials(registers: Registers) -> str:
    """A table of all proceedings in the order of their dates, then a section for each; empty if none.

    An entry without accused and charges is no proceeding of its own, and stays out of the table.
    """
    known = {k: straight(p.heading) for k, p in registers.of(Person).items()}
    found = sorted(registers.of(Trial).items(), key=lambda t: (str(t[1].dates or ""), t[0]))
    rows = [_row(trial) for _, trial in found if trial.accused or trial.count or trial.charges]
    if not found:
        return ""
    head = ["| Proceeding | Held | Accused | Death | Prison |", "|:------------|:------|--:|--:|--:|"]
    sections = ["\n".join(_section(key, trial, known)) for key, trial in found]
    return "\n".join([*head, *rows, "", *sections])


def _row(trial: Trial) -> str:
    ones = trial.defendants
    known = trial.complete and all(a.sentence for a in ones)
    dead = str(sum(a.to_death for a in ones)) if known else UNKNOWN
    confined = str(sum(a.confined for a in ones)) if known else UNKNOWN
    held = edtf.shown(trial.dates) if trial.dates is not None else ""
    return f"| {plain(trial.label)} | {plain(held)} | {trial.number or UNKNOWN} | {dead} | {confined} |"


def _section(key: str, trial: Trial, names: Names) -> list[str]:
    lines = [f"## {plain(trial.heading)} {{#trial-{key}}}", ""]
    held = listed([w for w in (edtf.shown(trial.dates) if trial.dates else "", trial.place) if w])
    facts = [
        ("Held", held.replace(" and ", ", ", 1)),
        ("Court", trial.court),
        ("Bench", listed(names[p] for p in trial.bench)),
        (
            "Prosecutor" if len(trial.prosecutors) == 1 else "Prosecutors",
            listed(names[p] for p in trial.prosecutors),
        ),
        ("Charges", trial.charges),
    ]
    told = [f"*{label}:* {stopped(plain(words))}" for label, words in facts if words]
    if told:
        lines += [" ".join(told) + cite(trial.sources), ""]
    defendants = trial.defendants
    witnesses = [a for a in trial.accused if a.role == "witness"]
    for fate in dict.fromkeys(_fate(a) for a in sorted(defendants, key=lambda a: not a.to_death)):
        people = [a for a in defendants if _fate(a) == fate]
        who = listed(names[a.person] + (" (in absence)" if "absence" in a.role else "") for a in people)
        lines += [f"- {fate[:1].upper()}{fate[1:]}: {plain(who)}."]
    if defendants and trial.count and len(defendants) < trial.count:
        lines += [f"- Not known to this register by name: {trial.count - len(defendants)} of {trial.count}."]
    if witnesses:
        role = "Witnesses" if len(witnesses) > 1 else "Witness"
        lines += [f"- {role}: {plain(listed(names[a.person] for a in witnesses))}."]
    return [*lines, "", *([stopped(plain(trial.note)), ""] if trial.note else [])]


def _fate(one: Accused) -> str:
    cleared = f"cleared {edtf.shown(one.rehabilitated)}" if one.rehabilitated is not None else ""
    words = [w for w in (one.sentence, one.outcome, cleared) if w]
    return "; ".join(plain(w) for w in words) or "sentence not known to this register"
