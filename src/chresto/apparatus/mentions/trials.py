"""A block, whom it mentions, a docket → the trials that it names by date, accused, number, several at once.

What a register lists is found by `find`.  This finds what follows from it: “the trials of August 1936 and
January 1937”, “the Pyatakov–Radek trial”, “the Trial of the 16”, “the first and second Moscow trials”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from chresto.apparatus.mentions.before import PLACE, SERIES, is_all, led_by
from chresto.apparatus.mentions.behind import AND, VERSUS, behind
from chresto.apparatus.mentions.docket import MONTHS, NOUNS, ONE, PLURALS, SUFFIXES, WEAK, Docket
from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.read import Block
from chresto.apparatus.mentions.words import YEAR, Named, Word, words_of

_WORTH = re.compile(
    r"trial|process|proceeding|case|affair|hearing|tribunal|martial|inquiry|prosecution|impeachment|verdict|\bvs?\.|versus"
)
#: Words that stand for “trial”, where one was named lately; and what leads up to them.
_STANDING = ("that", "those", "That", "Those", "verdict", "verdicts")
_LEADING = ("in", "into", "to", "at", "than", "from", "with", ";")
_LATELY = 40  # words
_FAR = 10  # words before “trial” that may belong to it
_ENDS = frozenset('.;:!?()[]"“”—')
_STOP_WORDS = """
these those such is was were are be been has had will would could under this that his her their its
our my your any every no some each of at in on during after before to
"""
_STOP = frozenset(_STOP_WORDS.split())


def trials(block: Block, people: Sequence[tuple[int, int, str]], table: Docket) -> Iterator[Named]:
    """Every trial that is named around a word for one.  `people`: offsets of names, and whose they are."""
    if not _WORTH.search(block.low):
        return
    words = words_of(block, people)
    seen = -_LATELY
    for at, word in enumerate(words):
        if word.normal in NOUNS:
            seen = at
        if word.text in _STANDING and at + 1 < len(words) and words[at + 1].text == "of":
            yield from _standing(words, at, table, lately=at - seen < _LATELY)
        if word.normal.endswith(SUFFIXES) and word.normal[0].isdigit() and (word.normal,) in table.ordinals:
            yield from _ordinal_of(words, at, table)
        versus = word.text.rstrip(".") in VERSUS and at > 0 and not words[at - 1].person
        if word.normal in NOUNS or word.normal in WEAK or versus:
            yield from _around(words, at, block, table)


def _around(words: list[Word], at: int, block: Block, table: Docket) -> Iterator[Named]:
    noun = words[at]
    several = lower(noun.text) in PLURALS and lower(noun.text) not in ONE
    left = _left(words, at, block, several=several)
    told = [n for n in behind(words, at, table) if n.entries]
    if several:
        series = list(_several(_split(left), noun, table))
        yield from series
        yield from (n for n in told if not series or lower(words[at + 1].text) == "of")
        return
    if any(lower(w.text) in ("a", "an", "no", "any") for w in words[max(0, at - 3) : at]):
        told = [
            n for n in told if n.why not in ("its date", "its year")
        ]  # “a trial in 1935” need not be the one
    before = led_by(left, noun, table) if left else None
    if before is not None and before.why == SERIES and lower(words[min(at + 1, len(words) - 1)].text) == "of":
        before = None  # “the first political trial of the Soviet state”
    if before is None:
        yield from told
    elif not before.entries:
        return  # it is another trial: “the Kemerovo trial”
    elif told:
        both = tuple(e for e in before.entries if e in told[0].entries)
        if both:
            yield Named(before.start, told[0].end, both, f"{before.why}; {told[0].why}", before.sure)
    elif noun.normal in WEAK and not _in_time(words, at, before, table):
        return  # “the Rosenberg case of 1951” is that of another Rosenberg
    elif noun.normal in WEAK and is_all(before, table):
        yield from (replace(before, entries=(e,), sure=len(before.entries) == 1) for e in before.entries)
    else:
        yield before


def _in_time(words: list[Word], at: int, before: Named, table: Docket) -> bool:
    """Whether the year behind “case of” is one of the trials of which the words before it speak."""
    if (
        at + 2 >= len(words)
        or words[at + 1].text not in ("of", "in")
        or not YEAR.fullmatch(words[at + 2].text)
    ):
        return True
    return bool(table.in_time(int(words[at + 2].text), 0) & set(before.entries))


def _ordinal_of(words: list[Word], at: int, table: Docket) -> Iterator[Named]:
    """“the first of these trials”, “the second of the Moscow trials”."""
    behind_it = words[at + 1 : at + 6]
    if (
        len(behind_it) > 1
        and behind_it[0].text == "of"
        and lower(behind_it[1].text) in ("the", "these", "those")
    ):
        for word in behind_it[2:]:
            if word.normal == "trial" and lower(word.text) in PLURALS:
                entries = tuple(sorted(table.ordinals[(words[at].normal,)]))
                yield Named(words[at].start, word.end, entries, SERIES, sure=False)


def _standing(words: list[Word], at: int, table: Docket, *, lately: bool) -> Iterator[Named]:
    """“that of March 1938”, “the verdicts of August 1936 and January 1937”: words that stand for “trial”."""
    verdict = words[at].text.startswith("verdict")
    if not verdict and not lately:
        return
    led = at > 0 and lower(words[at - 1].text) in _LEADING
    noun = replace(words[at], normal="trial")
    for one in behind([*words[:at], noun, *words[at + 1 :]], at, table):
        dated = one.why == "its date" and any(lower(w.text) in MONTHS for w in words[at + 2 : at + 5])
        if one.entries and (dated or (not verdict and (one.why.startswith("“") or led))):
            yield replace(one, sure=False)


def _left(words: list[Word], at: int, block: Block, *, several: bool) -> list[Word]:
    """The words that lead up to a word for a trial."""
    found: list[Word] = []
    for n in range(at - 1, max(-1, at - 1 - _FAR), -1):
        word = words[n]
        small = lower(word.text)
        joins = n > 0 and lower(words[n - 1].text) in ("and", ",")
        if (
            small in _STOP
            or word.text in _ENDS
            or block.plain[word.end : words[n + 1].start] not in ("", " ")
        ):
            break
        if word.text.endswith(".") and len(word.text) > 2 and small not in MONTHS:  # noqa: PLR2004
            break
        if (word.text == "," and not several) or (small in ("the", "a", "an") and not (joins and several)):
            break
        found.insert(0, word)
    while found and lower(found[0].text) in AND:
        found.pop(0)
    return found


def _split(words: list[Word]) -> list[list[Word]]:
    """The words between “and”s and commas; a hyphen joins the names of people."""
    pieces: list[list[Word]] = [[]]
    for word in words:
        if lower(word.text) in ("and", "&", "or") or word.text == ",":
            pieces.append([])
        else:
            pieces[-1].append(word)
    found = [p for p in pieces if p]
    return found if any(lower(w.text) in ("and", "&", "or") for w in words) else found[-1:]


def _several(pieces: list[list[Word]], noun: Word, table: Docket) -> Iterator[Named]:
    """“the Shakhty and Industrial Party trials”, “the first two Moscow trials”."""
    last = pieces[-1] if pieces else []
    tail = [w.normal for w in last if w.normal][1:]
    found: list[Named] = []
    for n, piece in reversed(list(enumerate(pieces))):
        own = [w.normal for w in piece if w.normal and w.text not in "-–"]
        counted = _counted(own, table)
        if counted:
            found[:0] = [Named(piece[0].start, noun.end, (e,), "one of the series") for e in counted]
            continue
        one = led_by(piece, noun, table, plural=True)
        if (one is None or not one.entries) and n < len(pieces) - 1:
            known = next((e for k in range(len(tail)) if (e := table.before.get((*own, *tail[k:])))), set())
            one = Named(piece[0].start, noun.end, tuple(sorted(known)), SERIES)
        if one is None or not one.entries:
            break
        if one.why == PLACE:
            one = replace(one, entries=tuple(e for e in one.entries if e in table.series) or one.entries)
        if len(one.entries) > 1 and (
            is_all(one, table) or (one.why == PLACE and set(one.entries) <= table.series)
        ):
            found[:0] = [replace(one, entries=(e,), sure=False) for e in one.entries]
        else:
            found.insert(0, one)
    yield from found


def _counted(own: list[str], table: Docket) -> list[str]:
    """“first two Moscow”, “three Moscow”: the trials of a series that the register counts."""
    rest = own[1:] if own and own[0] == "1st" else own
    if not rest or not rest[0].isdigit() or not 1 < int(rest[0]) < 10 or not rest[1:]:  # noqa: PLR2004
        return []
    ordinals = ("1st", "2nd", "3rd", *(f"{n}th" for n in range(4, 10)))
    found = [table.before.get((o, *rest[1:]), set()) for o in ordinals[: int(rest[0])]]
    return [next(iter(sorted(f))) for f in found] if all(found) else []


def settled(
    named: Named, met: Mapping[str, int], about: Sequence[str], block: Block, table: Docket
) -> tuple[str, ...]:
    """Of several trials that it may be, one; all where nothing tells.

    That which the text is about; that which it named last; that whose year the paragraph says.  Of several in
    one year none is meant more than another.
    """
    if len(named.entries) < 2 or named.why in ("its year", PLACE):  # noqa: PLR2004
        return named.entries
    told = tuple(e for e in named.entries if e in about)
    if len(told) == 1:
        return told
    known = [e for e in named.entries if e in met]
    if known:
        return (max(known, key=lambda e: met[e]),)
    dated = tuple(e for e in named.entries if e in table.dates and str(table.dates[e][0].year) in block.plain)
    return dated if len(dated) == 1 else named.entries
