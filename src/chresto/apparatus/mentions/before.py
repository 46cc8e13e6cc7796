"""The words before “trial”, a docket → the trial that they name: by a phrase, a date, its accused."""

from chresto.apparatus.mentions.docket import WEAK, Docket
from chresto.apparatus.mentions.read import FUNCTION_WORDS
from chresto.apparatus.mentions.words import Named, Word, date_of, years_of

SERIES = "its place in the series"
PLACE = "its place"


def led_by(piece: list[Word], noun: Word, table: Docket, *, plural: bool = False) -> Named | None:
    """The trial of the words before “trial”; without entries if it is one that the register does not know."""
    own = [w for w in piece if w.normal and w.text not in "-–"]
    names = tuple(w.normal for w in own)
    for k in range(len(names)):
        known = table.before.get(names[k:])
        if not known and plural:
            known = table.all_before.get(names[k:])
        if known:
            fit = {e for e in known if all(w.text[0].islower() or is_said(w, e, table) for w in own[:k])}
            return Named(
                own[k].start, noun.end, tuple(sorted(fit)), f"“{' '.join(names[k:])}” of the register"
            )
    own = _telling(own)
    if not own or (noun.normal in WEAK and not any(w.person for w in own)):
        return None
    return _in_series(own, noun, table) or _told(own, noun, table, plural=plural)


def _in_series(own: list[Word], noun: Word, table: Docket) -> Named | None:
    """“the second trial”, “the 1963–65 trial”."""
    known = table.ordinals.get((own[0].normal,)) if len(own) == 1 and noun.normal == "trial" else None
    years = years_of(own) if noun.normal not in WEAK else None
    if years:
        known, why = table.from_to(*years), "its years"
    else:
        why = SERIES
    return Named(own[0].start, noun.end, tuple(sorted(known)), why, sure=False) if known else None


def _told(own: list[Word], noun: Word, table: Docket, *, plural: bool) -> Named | None:
    """“the August 1936 trial”, “the Pyatakov–Radek trial”, “the Budapest trial”."""
    when, rest = date_of(own)
    who = {w.person for w in rest if w.person}
    if not when and not who:
        return _placed(own, noun, table, plural=plural)
    found = table.in_time(*when) if when else set(table.accused)
    if who:
        found = {e for e in found if who <= table.accused.get(e, frozenset())}
    found = {e for e in found if all(w.person or is_said(w, e, table) for w in rest)}
    if noun.normal in WEAK and any(w.person and w.text.endswith("'s") for w in own):
        # “Seale's case” may be the case that he made; of the trial of one it is that
        found = {e for e in found if len(table.accused.get(e, ())) == 1}
    why = " and ".join(filter(None, ("its date" if when else "", "its accused" if who else "")))
    sure = len(who) > 1 or (when is not None and bool(when[0] and when[1]))
    return Named(own[0].start, noun.end, tuple(sorted(found)), why, sure)


def _placed(own: list[Word], noun: Word, table: Docket, *, plural: bool) -> Named | None:
    """A trial of the only place that had one; another one if the words are no place of any."""
    held = table.places.get(tuple(w.normal for w in own), set())
    if noun.normal not in WEAK and held and (len(held) == 1 or plural):
        return Named(own[0].start, noun.end, tuple(sorted(held)), PLACE, sure=False)
    numbers = all(w.normal[0].isdigit() for w in own)
    somewhere = {e for e in table.words if all(is_said(w, e, table) for w in own)}
    names = all(w.text[0].isupper() and w.normal not in FUNCTION_WORDS for w in own)
    if len(somewhere) == 1 and names and noun.normal not in WEAK:
        return Named(own[0].start, noun.end, tuple(somewhere), "what the register says of it", sure=False)
    return None if plural or numbers or somewhere else Named(own[0].start, noun.end, (), "")


def is_all(one: Named, table: Docket) -> bool:
    """Whether words that fit several trials mean all of them: “the Hiss case” was tried twice."""
    return one.why.startswith("“") or len({table.accused.get(e) for e in one.entries}) == 1


def _telling(own: list[Word]) -> list[Word]:
    """The words with capitals, dates and names right before “trial”, but for an adjective or two between."""
    end = len(own)
    while end and len(own) - end < 2 and _is_plain(own[end - 1]):  # noqa: PLR2004
        end -= 1
    start = end
    while start and not _is_plain(own[start - 1]):
        start -= 1
    return own[start:end]


def _is_plain(word: Word) -> bool:
    """A word that says nothing of which trial it is: in small letters, and no number."""
    return word.text[0].islower() and not word.normal[0].isdigit() and not word.person


def is_said(word: Word, entry: str, table: Docket) -> bool:
    """Whether a register says the word of a trial: its place, its charges."""
    return word.normal in table.words.get(entry, set())
