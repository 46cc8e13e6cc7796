"""A register → the phrases that name its entries: those that it lists, and those that follow from them.

From “Zinoviev, Grigory” follow “Grigory Zinoviev”, and “Zinoviev” where he has been named in full; from the
variant “Lev Bronstein”, “Bronstein” in the same way.  An entry without variants is named by its surname.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from chresto.apparatus.mentions.fold import fold, lower
from chresto.apparatus.mentions.given import Givens
from chresto.apparatus.mentions.spelling import skeleton
from chresto.book import RegisterFile
from chresto.doors.names import Gender, gender, is_particle, is_title
from chresto.registers import Entry, Variant

#: How a phrase names its entry: by itself; as a surname may; as a surname that the register does not list,
#: which only says again who was named in full; all of a name (“the Rosenbergs”); nobody.
Kind = Literal["full", "bare", "surname", "plural", "never"]
PATRONYMIC = re.compile(r"\w+(?:ovich|evich|ich|ovna|evna|ichna|ovych)")
ORDINAL = re.compile(r"[IVXLC]+|Jr\.?|Sr\.?")


@dataclass(frozen=True, slots=True)
class Form:
    """A phrase as one entry has it."""

    entry: str
    words: str  # folded
    kind: Kind
    limits: Variant  # its words folded, in small letters
    loose: bool = False  # capitals do not matter
    stem: bool = False  # any ending may follow: the variant “Сталин*”


@dataclass(frozen=True, slots=True)
class Bearer:
    """What is known of a person's given names."""

    givens: Givens
    gender: Gender
    likely: Gender  # where a name may be both


@dataclass(slots=True)
class Phrases:
    """A register's phrases in small letters; its people; the skeletons of their surnames."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    bearers: dict[str, Bearer] = field(default_factory=dict)
    skeletons: dict[str, list[Form]] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)  # given names of the register, small letters
    surnames: dict[str, set[str]] = field(default_factory=dict)  # entry → words that may name it alone
    heads: dict[str, set[str]] = field(default_factory=dict)  # entry → the surnames of its heading

    def add(self, form: Form) -> None:
        """Take in a form; of two for one entry, what the register lists."""
        if not form.words:
            return
        known = self.forms.setdefault(lower(form.words), [])
        if not any(f.entry == form.entry and f.words == form.words and f.kind != "never" for f in known):
            known.append(form)
            if form.kind in ("bare", "surname"):
                self.surnames.setdefault(form.entry, set()).add(lower(form.words))

    def is_surname(self, form: Form) -> bool:
        """Whether a form is what stands before the comma of its entry's heading, or a part of it."""
        return lower(form.words) in self.heads.get(form.entry, ())


def phrases(spec: RegisterFile, entries: Mapping[str, Entry]) -> Phrases:
    """Every phrase of a register."""
    found = Phrases()
    for key, entry in entries.items():
        for phrase in entry.never:
            found.add(Form("", fold(phrase), "never", Variant(phrase)))
        if spec.kind == "people":
            _person(key, entry, spec, found)
        else:
            _plain(key, entry, spec, found)
    for forms in list(found.forms.values()):
        for form in forms:
            if form.kind in ("bare", "surname") and spec.kind == "people" and spec.forms == "derived":
                bones = skeleton(lower(form.words).replace("'", ""))
                if bones:
                    found.skeletons.setdefault(bones, []).append(form)
    return found


def _plain(key: str, entry: Entry, spec: RegisterFile, found: Phrases) -> None:
    for variant in entry.limited:
        words = fold(variant.form)
        stem = words.endswith("*")
        found.add(Form(key, words.removesuffix("*"), "full", _folded(variant), " " in words, stem))
    heading = fold(entry.heading).partition(" (")[0]
    if spec.forms == "derived" and "," not in heading and not entry.see:
        found.add(Form(key, heading, "full", Variant(heading), " " in heading))


def _folded(variant: Variant) -> Variant:
    """A variant whose conditions can be looked for in a folded text in small letters."""
    near, never = (tuple(lower(fold(w)) for w in words) for words in (variant.near, variant.never))
    return replace(variant, near=near, never=never)


def _person(key: str, entry: Entry, spec: RegisterFile, found: Phrases) -> None:
    surname, given = parted(entry.heading)
    derived = spec.forms == "derived" and not entry.see
    named: list[tuple[str, ...]] = [tuple(given.split())] if given else []
    surnames = {s: Variant(s) for s in (surname, _bare(surname))} if given else {}
    for variant in entry.limited:
        words = fold(variant.form)
        first, last = split(words)
        names = tuple(w for w in first.split() if not is_title(w))
        if names and last:
            named.append(names)
            surnames.setdefault(last, Variant(last))
        whole = bool(first and last) or (" " in words and words != surname and not last)
        kind: Kind = "full" if whole and not variant.after_full else "bare"
        found.add(Form(key, words.removesuffix("*"), kind, _folded(variant), stem=words.endswith("*")))
    found.heads[key] = {lower(s) for s in surnames}
    givens = tuple(dict.fromkeys(tuple(lower(g) for g in names) for names in named))
    found.bearers[key] = Bearer(givens, _gender(entry), _gender(entry, mostly=True))
    found.given |= {g for names in givens for g in names if not g.endswith(".")}
    if not derived:
        return
    alone: Kind = "surname" if entry.variants else "bare"
    if given:
        name = f"{given} {surname}"
        found.add(Form(key, name, "full", Variant(name)))
        found.add(Form(key, f"{surname} {given}", "full", Variant(name)))  # Hungarian, Chinese order
    elif not entry.variants:
        found.add(Form(key, surname, "full" if " " in surname else "bare", Variant(surname)))
    for names in named:
        if len(names) > 1 and PATRONYMIC.fullmatch(names[1]):
            found.add(Form(key, " ".join(names[:2]), "surname", Variant(" ".join(names[:2]))))
    for last, limits in surnames.items():
        found.add(Form(key, last, alone if last in (surname, _bare(surname)) else "surname", limits))
        if len(last) > 2:  # noqa: PLR2004
            found.add(Form(key, f"{last}{'es' if last.endswith('s') else 's'}", "plural", limits))


def parted(heading: str) -> tuple[str, str]:
    """Surname and given names of a heading; no given names where it has none.

    >>> parted("Ribbentrop, Joachim von (1893–1946)"), parted("Koba")
    (('Ribbentrop', 'Joachim von'), ('Koba', ''))
    """
    plain = " ".join(re.sub(r"[(\[][^)\]]*[)\]]?", "", fold(heading)).split()).replace(" ,", ",")
    surname, *rest = [part.strip() for part in plain.split(",")]
    given = next((part for part in rest if part[:1].isupper() and not ORDINAL.fullmatch(part)), "")
    words = given.split()
    if words and all(is_particle(w) or w[0].isupper() for w in words):
        return surname, given
    return surname, " ".join(w for w in words if w[:1].isupper())


def _bare(surname: str) -> str:
    """A surname without the particles before it: “von Papen” is called “Papen”, too."""
    words = surname.split()
    while len(words) > 1 and words[0][0].islower() and is_particle(words[0]):
        words = words[1:]
    return " ".join(words)


def split(name: str) -> tuple[str, str]:
    """Given names and surname of a name as it stands in a text; neither of “Ivan the Terrible”, “Pius XII”.

    >>> split("Joachim von Ribbentrop"), split("von Papen"), split("Ivan the Terrible")
    (('Joachim', 'von Ribbentrop'), ('', 'von Papen'), ('', ''))
    """
    words = name.split()
    while len(words) > 1 and ORDINAL.fullmatch(words[-1]) and words[-1].startswith(("J", "S")):
        words.pop()
    cut = len(words) - 1
    while cut > 0 and (is_particle(words[cut - 1]) and words[cut - 1][0].islower()):
        cut -= 1
    first, last = words[:cut], words[cut:]
    if not last or not last[-1][0].isupper() or ORDINAL.fullmatch(last[-1]):
        return "", ""
    if any(not w[0].isupper() and not is_particle(w) for w in first):
        return "", ""
    return " ".join(first), " ".join(last)


def _gender(entry: Entry, *, mostly: bool = False) -> Gender:
    """A person's, by the given names that heading and variants agree in."""
    heading = re.sub(r"[(\[][^)\]]*[)\]]?", "", entry.heading).partition(",")[2].split()
    firsts = [heading[:1], *(v.split()[:-1][:1] for v in entry.names)]
    told = {
        gender(f[0], mostly=mostly) for f in firsts if f and not f[0].endswith(".") and not is_title(f[0])
    }
    told.discard("")
    return told.pop() if len(told) == 1 else ""
