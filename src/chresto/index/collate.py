"""Mentions, a register and its outline entry → an index (ISO 999), its locators still places in the text."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chresto.book import IndexSpec
from chresto.doors.collation import group_letter, heading_key
from chresto.forms import CrossReference, Division, Heading, Index, Locator, Mention
from chresto.letters import blocks, count, is_note, text_of
from chresto.registers import Entry, Person


def collate(key: str, spec: IndexSpec, entries: dict[str, Entry], divisions: Sequence[Division]) -> Index:
    """An index of the entries of a register that the divisions mention.

    Mentions in unbroken paragraphs become one locator with a start and an end; a marked passage is one, too,
    and takes up the mentions inside it.  An entry nobody mentions has no heading; see-references lead only to
    entries that have one.
    """
    found: dict[str, list[Locator]] = {}
    for division in divisions:
        for entry, locators in _of_division(division, spec.register):
            found.setdefault(entry, []).extend(locators)
    headings = [h for entry in found for h in _headings(key, entry, entries, found)]
    ordered = sorted(headings, key=lambda h: (heading_key(h.heading), h.id))
    return Index(key, spec.title, spec.headnote, tuple(ordered), spec.undivided)


def _of_division(division: Division, register: str) -> Iterable[tuple[str, list[Locator]]]:
    """Each entry that a division mentions, with its locators in the order of the text."""
    mentions = [m for m in division.mentions if m.register == register]
    if not mentions or division.tree is None:
        return []
    order: dict[str, int] = {}
    text_order: dict[str, int] = {}
    for block in blocks(division.tree):
        name = str(block.get("id"))
        order[name] = len(order)
        if not any(is_note(a) for a in block.iterancestors()) and count(text_of(block)):
            text_order[name] = len(text_order)
    by_entry: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.start.block in order:  # a block that the edition leaves out is mentioned nowhere
            by_entry.setdefault(mention.entry, []).append(mention)
    label, themes = _label(division), _themes(division)
    return [
        (entry, [replace(loc, within=label + themes.get(loc.start.block, "")) for loc in found])
        for entry, ms in by_entry.items()
        if (found := _locators(ms, order, text_order))
    ]


def _label(division: Division) -> str:
    """What a division is called as a sub-heading."""
    return (division.item.indexed if division.item else "") or division.short


def _themes(division: Division) -> dict[str, str]:
    """What is added to that for each question of the record of disagreements: its theme."""
    themes: dict[str, str] = {}
    theme = ""
    if division.kind == "disagreements" and division.tree is not None:
        for heading in division.tree.iter("h2", "h3"):
            if heading.tag == "h2":
                theme = " ".join(text_of(heading).split())
            elif theme:
                themes[str(heading.get("id"))] = f": {theme[:1].lower()}{theme[1:]}"
    return themes


def _locators(mentions: list[Mention], order: dict[str, int], text_order: dict[str, int]) -> list[Locator]:
    mentions.sort(key=lambda m: (order[m.start.block], m.start.letter))
    passages = [m for m in mentions if m.passage]
    result = [Locator(m.start, m.end, principal=True, under=m.under) for m in passages]
    notes = [m for m in mentions if m.note]
    texts = [
        m
        for m in mentions
        if not m.note and not m.passage and (m.under or not any(_inside(m, p, order) for p in passages))
    ]
    run: list[Mention] = []
    for mention in texts:
        if run and (
            text_order[mention.start.block] - text_order[run[-1].start.block] > 1
            or mention.under != run[-1].under
        ):
            result.append(_of_run(run))
            run = []
        run.append(mention)
    if run:
        result.append(_of_run(run))
    result += [Locator(m.start, m.end, note=m.note, under=m.under) for m in notes]
    return sorted(result, key=lambda r: (order[r.start.block], r.start.letter))


def _of_run(run: list[Mention]) -> Locator:
    return Locator(run[0].start, run[-1].end, under=run[0].under)


def _inside(mention: Mention, passage: Mention, order: dict[str, int]) -> bool:
    return order[passage.start.block] <= order[mention.start.block] <= order[passage.end.block]


def _headings(
    key: str, entry: str, entries: dict[str, Entry], found: dict[str, list[Locator]]
) -> Iterable[Heading]:
    """An entry's heading, and a see-reference from each variant that sorts elsewhere."""
    one = entries[entry]
    name = f"ix-{key}-{entry}"
    others = sorted((o for o in one.see_also if o in found), key=lambda o: heading_key(entries[o].heading))
    see_also = tuple(CrossReference(entries[o].heading, f"ix-{key}-{o}") for o in others)
    yield Heading(name, one.heading, group_letter(one.heading), tuple(found[entry]), see_also=see_also)
    target = (CrossReference(one.heading, name),)
    surnames = {_surname(entries[o].heading) for o in found}
    told = [one.heading]
    for variant in one.variants:
        whole = variant.split() == one.heading.split()  # “Genghis Khan” is no given name and surname
        turned = inverted(variant) if _is_person(one) and not whole else variant
        if _is_looked_up(variant, one) and _surname(turned) not in surnames and not _near(turned, told):
            told.append(turned)
            yield Heading(f"{name}-see-{len(told)}", turned, group_letter(turned), see=target)


def _is_person(entry: Entry) -> bool:
    return isinstance(entry, Person)


def _is_looked_up(variant: str, entry: Entry) -> bool:
    """Whether somebody may look a variant up: a name, not a description (“Rubin’s sister”)."""
    if _is_person(entry):
        first, last = variant[:1], variant.rsplit(maxsplit=1)[-1][:1]
        return last.isupper() or not first.isupper()
    return variant[:1].isupper() or entry.heading[:1].islower()


#: Words that belong to the name behind them: “von Ribbentrop” is never “Ribbentrop, von”.
PARTICLES = ("von", "van", "de", "di", "da", "del", "der", "la", "le")


def inverted(name: str) -> str:
    """A name as an index has it.

    >>> inverted("Gregory Zinoviev"), inverted("Koba")
    ('Zinoviev, Gregory', 'Koba')
    """
    words = name.split()
    if len(words) == 1 or words[0].islower():
        return name
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in PARTICLES:
        cut -= 1
    return f"{' '.join(words[cut:])}, {' '.join(words[:cut])}"


def _surname(heading: str) -> str:
    heading = "".join(c for c in unicodedata.normalize("NFD", heading) if not unicodedata.combining(c))
    return heading.split(",")[0].split("(")[0].strip().casefold()


def _near(one: str, others: Iterable[str]) -> bool:
    """Whether a heading would stand beside one of the others anyway: the same first four letters."""
    return any(_surname(one)[:4] == _surname(other)[:4] for other in others)
