"""The words behind “trial”, a docket → the trials that they name: “of the Sixteen”, “in August 1936”."""

from collections.abc import Iterator

from chresto.apparatus.mentions.before import is_said
from chresto.apparatus.mentions.docket import MONTHS, ONE, PLURALS, WEAK, Docket
from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.words import YEAR, Named, Word, date_of

_AWAY = 10  # words behind “trial” between which and it a date may stand
#: Words for a trial behind which a date is its date.
DATED = ("trial", "tribunal", "court-martial")
_OF = {"case": ("of", "against"), "trial": ("of", "against"), "proceeding": ("of", "against")}
_LINKS_WORDS = """
held in at of the from on that which opened began started begun ended closed took takes place was
were been be had moscow
"""
_LINKS = frozenset(_LINKS_WORDS.split())
AND = frozenset(("and", ",", "&", "or", "-", "–", "as", "well"))
ACCUSED = "its accused"
VERSUS = frozenset(("v", "vs", "versus"))


def behind(words: list[Word], at: int, table: Docket) -> Iterator[Named]:
    """“trial of …”: names, dates, accused, as far as they go on with “and”; or a date further on."""
    n = at + 1
    versus = words[at].normal in VERSUS
    if not versus and (n >= len(words) or lower(words[n].text) not in _OF.get(words[at].normal, ("of",))):
        if words[at].normal in DATED:
            yield from _when(words, at, n, table)
        return
    if words[at].normal == "case" and at > 1 and lower(words[at - 2].text) in ("in", "as", "is", "for"):
        return  # an idiom: “in the case of Stalin”
    n -= versus
    found = _piece(words, n + 1, table, words[at])
    if found is None and not versus and words[at].normal in DATED:
        yield from _when(words, at, n + 1, table, about=True)
    begin = words[at].start
    several = lower(words[at].text) in PLURALS and lower(words[at].text) not in ONE
    if several and found is not None and found[2] == ACCUSED and len(found[0]) != 1:
        found = None
    if several and found is None:
        yield from _each(words, n + 1, begin, table)
    before: set[str] = set()
    while found is not None and found[0] != before:  # “the trial of March 1938, Bukharin's” is said once
        entries, n, why = found
        before = entries
        yield Named(begin, words[n - 1].end, tuple(sorted(entries)), why, sure=len(entries) == 1)
        if n >= len(words) or lower(words[n].text) not in (",", "and", "&", "or"):
            return
        while n + 1 < len(words) and lower(words[n + 1].text) in ("and", "of", "that", "those", "in", "or"):
            n += 1
        begin = words[min(n + 1, len(words) - 1)].start
        counted = why == ACCUSED and n + 1 < len(words) and words[n + 1].normal.isdigit()
        found = None if counted else _piece(words, n + 1, table, words[at])  # “and seventeen others”


def _when(words: list[Word], at: int, n: int, table: Docket, *, about: bool = False) -> Iterator[Named]:
    """“trial in Moscow in January 1937”, “trial that opened on 23 January 1937”.

    `about`: words about it come first, “trial of the army leaders in June 1937”.
    """
    reached = n
    said: list[Word] = []
    while reached < len(words) and reached - n < _AWAY:
        word = words[reached]
        small = lower(word.text)
        place = reached > 0 and words[reached - 1].text in ("in", "at") and word.text[0].isupper()
        if not (small in _LINKS or small in MONTHS or small.isdigit() or word.text == "," or place):
            if not about or not word.text[0].isalpha() or small in MONTHS:
                break
            said.append(word)
        reached += 1
    ranged = reached + 1 < len(words) and words[reached].text in "-–" and words[reached + 1].text.isdigit()
    when, _ = date_of(words[n:reached])
    if ranged or not when or not when[0] or (about and not when[1]):
        if not about:
            yield from _where(words, at, n, table)
        else:  # “trial of nine engineers at Novosibirsk”
            places = (k for k in range(n, reached) if words[k].text in ("in", "at"))
            yield from (one for k in places for one in _where(words, at, k, table))
        return
    found = table.in_time(*when)
    named = [w for w in said if w.text[0].isupper()]
    if named:
        found = {e for e in found if any(is_said(w, e, table) for w in named)}
    if found:
        while not words[reached - 1].text.isdigit():
            reached -= 1
        yield Named(
            words[at].start,
            words[reached - 1].end,
            tuple(sorted(found)),
            "its date" if when[1] else "its year",
        )


def _where(words: list[Word], at: int, n: int, table: Docket) -> Iterator[Named]:
    """“the trial in Sofia”, if one was held there."""
    if n >= len(words) or words[n].text not in ("in", "at"):
        return
    begin = words[at].start
    while True:
        told = [(k, w.normal) for k, w in enumerate(words[n + 1 : n + 5], n + 1) if w.normal]
        sizes = range(len(told), 0, -1)
        held = next((h for s in sizes if (h := table.places.get(tuple(w for _, w in told[:s])))), None)
        if held is None or len(held) != 1:
            return
        size = next(s for s in sizes if table.places.get(tuple(w for _, w in told[:s])) == held)
        n = told[size - 1][0] + 1
        yield Named(begin, words[n - 1].end, tuple(held), "its place", sure=False)
        if n + 1 >= len(words) or words[n].text != "and":
            return
        begin = words[n + 1].start


def _piece(words: list[Word], n: int, table: Docket, noun: Word) -> tuple[set[str], int, str] | None:
    """The trials that the words from `n` on name, where the words end, and by what."""
    while n < len(words) and (
        lower(words[n].text) in ("the", "of") or (not words[n].normal and words[n].text.isalpha())
    ):
        n += 1
    told = [(k, w.normal) for k, w in enumerate(words[n : n + 8], n) if w.normal]
    for size in range(len(told), 0, -1):
        known = table.behind.get(tuple(w for _, w in told[:size]))
        if known and told[size - 1][0] - n < size + 2:
            return known, told[size - 1][0] + 1, f"“{' '.join(w for _, w in told[:size])}” of the register"
    end = n
    while end < len(words) and (
        words[end].text.isdigit() or lower(words[end].text) in MONTHS or words[end].text in "-–"
    ):
        end += 1
    if (
        n < end < len(words) - 1
        and words[end].text == ","
        and not any(YEAR.fullmatch(w.text) for w in words[n:end])
    ):
        end += 2 * bool(YEAR.fullmatch(words[end + 1].text))
    when, _ = date_of(words[n:end])
    if when and noun.normal not in WEAK:
        years = [int(w.text) for w in words[n:end] if YEAR.fullmatch(w.text)]
        found = table.in_time(*when)
        if not when[1] and len(found) > 1 and len(found & table.series) == 1:
            found = found & table.series
        found = found if len(years) < 2 else table.from_to(years[0], years[-1])  # noqa: PLR2004
        return (found, end, "its date" if when[1] else "its year") if found else None
    if noun.normal == "proceeding":
        return None  # of what they are, only the register can say
    people, end = _accused(words, n)
    found = {e for e in table.accused if people and people <= table.accused[e]}
    if not found and lower(noun.text) in PLURALS and people:
        return set(), end, ACCUSED
    return (found, end, ACCUSED) if found else None


def _each(words: list[Word], n: int, begin: int, table: Docket) -> Iterator[Named]:
    """“the trials of Burr, Brown and Johnson”: the trial of each, if each had one only."""
    people: dict[str, Word] = {}
    _, end = _accused(words, n)
    for word in words[n:end]:
        if word.person:
            people[word.person] = word
    found = {p: [e for e in table.accused if p in table.accused[e]] for p in people}
    if len(people) > 1 and all(len(entries) == 1 for entries in found.values()):
        for person, entries in found.items():
            yield Named(begin, people[person].end, tuple(entries), ACCUSED, sure=False)


def _accused(words: list[Word], n: int) -> tuple[set[str], int]:
    """The people whom words in a row name, and where the last of them ends."""
    people: set[str] = set()
    end = n
    for k in range(n, len(words)):
        if words[k].person:
            people.add(words[k].person)
            end = k + 1
            if words[k].text.endswith(".") and len(words[k].text) > 2:  # noqa: PLR2004
                break
        elif not (people and lower(words[k].text) in AND) and lower(words[k].text) not in (
            "the",
            "general",
            "marshal",
        ):
            break
    return people, end
