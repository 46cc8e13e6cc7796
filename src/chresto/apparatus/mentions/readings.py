"""A hit → what it means by itself: who is named in full, a stranger of the same name, or a surname alone."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from chresto.apparatus.mentions.find import Finder, Hit
from chresto.apparatus.mentions.fold import lower
from chresto.apparatus.mentions.given import may_stand_for
from chresto.apparatus.mentions.naming import Naming, before, behind
from chresto.apparatus.mentions.phrases import Form
from chresto.doors.names import is_given

#: Endings of words for what somebody is: “Chekist Agranov” has no given name.
_ROLE = re.compile(
    r"(ists?|ites?|viks?|ians?|ese|ish|ors?|ers?|eurs?|m[ae]n|ants?|ents?|ics?|ees?|arys?|als?|ives?)$"
)
_FAMILY = re.compile(
    r"(?:\b[Aa]n?|\b(?:[Aa]nother|[Ee]lder|[Yy]ounger|[Ss]enior|[Jj]unior|different|certain)) \Z"
)
_IS_JUNIOR = re.compile(r"\b[JS]r\b")
_HALF_BEHIND = re.compile(r"-([^\W\d_a-z][\w]*)(?![\w-])")
_HALF_BEFORE = re.compile(r"(?<![\w-])([^\W\d_a-z]\w*)-\Z")
#: What two names that are joined by a hyphen have in common.
_PAIRED = re.compile(
    r" (?:blocs?|blocks?|groups?|cent(?:re|er)s?|oppositions?|trials?|cases?|affairs?|pacts?|plans?|lines?|"
    r"factions?|alliances?|debates?|controvers(?:y|ies)|correspondence|circles?|gangs?|cliques?|platforms?|"
    r"axis|governments?|regimes?|cabinets?|agreements?|conspirac(?:y|ies)|plots?|terror)\b"
)
_NEXT = 40  # signs behind a name in which the next word ends
_NAMESAKE = re.compile(r"\b(?:[Aa]nother|[Ee]lder|[Yy]ounger|different|certain) \Z")
_GENERATION = re.compile(r"\b(?:[Oo]ld|[Yy]oung) \Z")
_JUNIOR = re.compile(r",? \(?(?:[Jj]r\b|[Ss]r\b|fils|pere|the (?:elder|younger)\b)| (?:sisters|brothers)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A hit with what stands around it."""

    hit: Hit
    start: int  # where the given names before it begin
    full: tuple[str, ...] = ()  # the entries that the full name is that of
    stranger: str = ""  # the whole name of somebody whom the register does not know
    passing: bool = False  # the stranger is named by a title only and does not take the surname over
    bare: tuple[Form, ...] = ()  # what the surname may mean
    aside: str = ""  # one of the family, whoever it is: “a Stalin”, “the elder Smirnov”
    unknown: str = ""  # a word with a capital before it that may be a given name
    titled: bool = False  # with a title before it: “Judge Ulrich”
    as_wife: bool = False  # with a title for women: she is not the one who is meant by the surname alone

    @property
    def people(self) -> tuple[str, ...]:
        """Every entry that the words may name."""
        return tuple(dict.fromkeys(f.entry for f in self.hit.forms))


def read(hit: Hit, finder: Finder, common: AbstractSet[str]) -> Reading:
    """What stands around a hit decides: given names, initials, titles.

    `common`: words that the book also writes with a small letter.
    """
    plain = hit.block.plain
    full = tuple(dict.fromkeys(f.entry for f in hit.forms if f.kind == "full"))
    people = finder.spec.kind == "people"
    if people and _is_double(hit, finder):
        return Reading(hit, hit.start, aside=f"half of a double name: {plain[hit.start : hit.end]}")
    if full and people and _is_another(hit, full, finder):
        return Reading(hit, hit.start, stranger=f"a namesake of {plain[hit.start : hit.end]}")
    if full or not people or any(f.kind == "plural" for f in hit.forms):
        return Reading(hit, hit.start, full, bare=() if full else hit.forms)
    may = tuple(dict.fromkeys(f.entry for f in hit.forms))
    naming = before(plain, hit.start, _Fits(finder, may), common)
    return _named(hit, naming, may, finder) or _alone(hit, naming, finder, common)


def _is_double(hit: Hit, finder: Finder) -> bool:
    """Whether a name is half of a double surname: “Ames-Lodge”, unless two who are known stand together.

    “The Zinoviev-Tomsky bloc” names two, whoever the other is.
    """
    low, known = hit.block.low, finder.phrases.forms
    behind, before = (
        _HALF_BEHIND.match(hit.block.plain, hit.end),
        _HALF_BEFORE.search(hit.block.plain, max(0, hit.start - _NEXT), hit.start),
    )
    half = behind or before
    if half is None or lower(half[1]) in known:
        return False
    return not _PAIRED.match(low, behind.end() if behind else hit.end)


def _is_another(hit: Hit, full: tuple[str, ...], finder: Finder) -> bool:
    """Whether a full name is that of a namesake: “another Paul Olberg”, “W. J. Bryan, Jr.”."""
    junior = _JUNIOR.match(hit.block.plain, hit.end)
    if junior and not any(_IS_JUNIOR.search(finder.entries[e].heading) for e in full):
        return True
    return bool(_NAMESAKE.search(hit.block.plain, max(0, hit.start - 12), hit.start))


def _named(hit: Hit, naming: Naming, people: tuple[str, ...], finder: Finder) -> Reading | None:
    """A surname with given names or initials; None if it has none, or nobody knows whose they are."""
    bearers = finder.phrases.bearers
    given = naming.given or behind(hit.block.plain, hit.end)
    fits = tuple(p for p in people if given and may_stand_for(given, bearers[p].givens))
    whole = f"{naming.said} {hit.block.plain[hit.start : hit.end]}".strip()
    wife = naming.gender == "female"
    if fits:
        return Reading(hit, naming.start, fits, titled=naming.titled, as_wife=wife)
    monsieur = given == ("m.",) and not naming.titled
    if given and not monsieur and all(bearers[p].givens for p in people):
        return Reading(hit, naming.start, stranger=whole)
    unknown = _unknown(naming, finder)
    if unknown and unknown not in finder.standing and not _ROLE.search(lower(unknown)):
        return Reading(hit, hit.start, stranger=f"{unknown} {whole}")
    return None


def _unknown(naming: Naming, finder: Finder) -> str:
    """The word before a surname of which nobody knows what it is; none if it is a name of the register."""
    return "" if lower(naming.unknown) in finder.phrases.forms else naming.unknown


def _alone(hit: Hit, naming: Naming, finder: Finder, common: AbstractSet[str]) -> Reading:
    """A surname without given names."""
    plain, bearers = hit.block.plain, finder.phrases.bearers
    words = plain[hit.start : hit.end]
    wanted = ("", naming.gender) if naming.gender else ("", "male", "female")
    bare = tuple(f for f in hit.forms if bearers[f.entry].gender in wanted)
    bare = tuple(f for f in bare if naming.gender and bearers[f.entry].gender == naming.gender) or bare
    if not bare:
        begin = plain.rfind(" ", 0, max(0, hit.start - 1)) + 1
        return Reading(hit, hit.start, stranger=plain[begin : hit.end], passing=True)
    if _goes_on(hit, finder, common):
        follower = plain[hit.end : hit.end + _NEXT].split(" ")[1].strip(".,;:")
        return Reading(hit, hit.start, stranger=f"{words} {follower}")
    apart = _FAMILY.search(plain[max(0, hit.start - 12) : hit.start])
    if apart is None and len({f.entry for f in bare}) > 1:
        apart = _GENERATION.search(plain[max(0, hit.start - 8) : hit.start])
    family = _JUNIOR.match(plain, hit.end)
    if apart or family:
        aside = f"{apart[0] if apart else ''}{words}{family[0] if family else ''}"
        return Reading(hit, hit.start, aside=aside)
    wife = naming.gender == "female"
    unknown = _unknown(naming, finder)
    return Reading(hit, hit.start, bare=bare, unknown=unknown, titled=naming.titled, as_wife=wife)


@dataclass(frozen=True, slots=True)
class _Fits:
    """Whether a word is a given name that the register has, or another form of one of these people's."""

    finder: Finder
    people: tuple[str, ...]

    def __call__(self, low: str) -> bool:
        if low in self.finder.phrases.given:
            return True
        return any(may_stand_for((low,), self.finder.phrases.bearers[p].givens) for p in self.people)


def _has_article(hit: Hit) -> bool:
    """Whether an article stands before the name: “The Stalin Era”."""
    return hit.block.low.endswith("the ", 0, hit.start)


def _goes_on(hit: Hit, finder: Finder, common: AbstractSet[str]) -> bool:
    """Whether the words begin the name of somebody else: “Ivan” of “Ivan Petrov”, “Rajk” of “Rajk Júlia”."""
    words = hit.block.plain[hit.end : hit.end + _NEXT].split(" ")
    follower = words[1].strip(".,;:!?)]'\"”") if len(words) > 1 and words[0] == "" else ""
    if _has_article(hit) or not follower[:1].isupper() or follower.isupper() or lower(follower) in common:
        return False
    if any(finder.phrases.is_surname(f) for f in hit.forms):
        bearers = [finder.phrases.bearers[f.entry] for f in hit.forms]
        known = any(not b.givens or may_stand_for((lower(follower),), b.givens) for b in bearers)
        another = lower(follower) in finder.phrases.forms  # “Frank Sauckel” in a list that lost its comma
        return not known and (is_given(follower) or (is_given(hit.forms[0].words) and not another))
    return is_given(hit.forms[0].words)
