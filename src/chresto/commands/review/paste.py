"""What the editor may want to say → YAML to paste: a decision, a register entry, the variants of one."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict
from itertools import chain, count

from chresto.apparatus.mentions.fold import fold
from chresto.commands.review.remarks import Remark
from chresto.doors.names import is_given
from chresto.registers import NOBODY, Entry

#: Words that YAML takes as they are: no sign of its own, no number, none of its constants.
#: The script of the page has the same pattern.
PLAIN = re.compile(r"(?!(?:true|false|null)$)[^\W\d_](?:[\w’]| (?=\w)|[.-](?=\w))*", re.IGNORECASE)
INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")


def decision(remark: Remark, entry: str) -> str:
    """The decision that the words of a place name an entry, as an item of `mentions`."""
    words, around = quoted(remark.sentence.words), quoted(remark.near)
    whose = f", register: {remark.register}" if entry == NOBODY else ""
    return f"- {{text: {remark.text}, words: {words}, near: {around}, entry: {entry}{whose}}}"


def entry(names: Collection[str], taken: Collection[str], *, people: bool) -> str:
    """A register entry for a name in several forms, the full ones first.  Its id is not one of `taken`."""
    whole = next(iter(names))
    given, surname = parted(whole) if people else ("", whole)
    heading = f"{surname}, {given}" if given else whole
    key = slug(surname, given, taken)
    variants = ", ".join(quoted(name) for name in names)
    return f"{key}:\n  heading: {_outside(heading)}\n  variants: [{variants}]"


def parted(name: str) -> tuple[str, str]:
    """Given names and surname; no given names where the first word is none: “Soviet Union”.

    >>> parted("Vladimir Antonov-Ovseenko"), parted("Joachim von Ribbentrop"), parted("Soviet Union")
    (('Vladimir', 'Antonov-Ovseenko'), ('Joachim', 'von Ribbentrop'), ('', 'Soviet Union'))
    """
    words = name.split()
    first = fold(words[0]) if words else ""
    if len(words) < 2 or not (INITIAL.fullmatch(first) or is_given(first)):  # noqa: PLR2004
        return "", name
    cut = next((n for n, word in enumerate(words) if word[0].islower()), len(words) - 1)
    return " ".join(words[:cut]), " ".join(words[cut:])


def slug(surname: str, given: str, taken: Collection[str]) -> str:
    """An id like those of the house: the surname, with the given name if another has it.

    >>> slug("Smirnov", "Ivan", []), slug("Smirnov", "Ivan", ["smirnov"]), slug("Ильин", "", [])
    ('smirnov', 'smirnov-ivan', 'name')
    """
    forms = [_ascii(surname) or "name", _ascii(f"{surname} {given}") or "name"]
    numbered = (f"{forms[1]}-{n}" for n in count(2))
    return next(form for form in chain(forms, numbered) if form not in taken)


def variants(one: Entry, new: str) -> str:
    """The variants of an entry, and a new one."""
    known = [quoted(v) if isinstance(v, str) else _mapping(asdict(v)) for v in one.variants]
    return f"variants: [{', '.join([*known, quoted(new)])}]"


def quoted(words: str) -> str:
    """Words as YAML, within brackets too: in quotation marks unless they need none."""
    return words if PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def _outside(words: str) -> str:
    """Words as YAML outside of brackets, where a comma is no sign."""
    return words if all(PLAIN.fullmatch(part) for part in words.split(", ")) else quoted(words)


def _mapping(values: Mapping[str, object]) -> str:
    """What is not empty."""
    return "{" + ", ".join(f"{k}: {_value(v)}" for k, v in values.items() if v) + "}"


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(quoted(str(v)) for v in value)}]"
    return "true" if value is True else quoted(str(value))


def _ascii(words: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words).lower().replace("'", "")).strip("-")
    return plain if re.match(r"[a-z]", plain) and plain != NOBODY else ""
