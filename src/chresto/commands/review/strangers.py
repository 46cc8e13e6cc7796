"""The texts, what is linked in them, the registers → names that no register knows, the most frequent first.

A name is a run of words with capitals, particles and initials among them.  A word that only begins sentences
is none, nor is one that the book writes with a small letter as well.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import get_close_matches

from chresto.apparatus.mentions.fold import fold, lower
from chresto.apparatus.mentions.spelling import skeleton
from chresto.commands.review import paste
from chresto.commands.review.names import NO_NAMES, Looked, Run, begins, runs
from chresto.commands.review.remarks import Stranger
from chresto.commands.review.spans import Spans
from chresto.doors.automaton import Automaton
from chresto.doors.names import is_given, is_title
from chresto.registers import Entry, Person, Registers

FREQUENT = 3  # times with a small letter: then it is a word, whatever its capital
MOST = 3  # sentences that are shown of a name
CLOSE = 0.86  # the ratio of Ratcliff and Obershelp from which a name may be another spelling
SHORTEST = 5  # letters of a name of which that can be said
TITLES = ("title", "title-short", "container-title", "collection-title", "original-title", "publisher")
SMALL = re.compile(r"(?<![\w'-])[^\W\d_][\w-]*")


@dataclass(slots=True)
class _Group:
    """A name in all its forms, with its first places."""

    forms: Counter[str] = field(default_factory=Counter)
    first: list[tuple[Looked, tuple[int, int]]] = field(default_factory=list)


def strangers(
    looked: Iterable[Looked], registers: Registers, register: str, *, people: bool
) -> tuple[Stranger, ...]:
    """Every name that nobody knows, with an entry of the register to paste."""
    looked = list(looked)
    groups: dict[str, _Group] = {}
    for one, run in _unknown(looked, registers):
        form = " ".join(one.shown(*one.letters(run)).split())
        given, surname = paste.parted(form)
        key = lower(fold(surname.split()[-1] if given else form))
        group = groups.setdefault(key, _Group())
        group.forms[form] += 1
        if len(group.first) < MOST:
            group.first.append((one, one.letters(run)))
    spellings = _Spellings.of(registers.entries[register])
    taken = {key for entries in registers.entries.values() for key in entries}
    found = []
    for key, group in sorted(groups.items(), key=lambda g: (-g[1].forms.total(), g[0])):
        forms = sorted(group.forms.items(), key=lambda f: (not paste.parted(f[0])[0], -f[1], f[0]))
        entry = paste.entry([name for name, _ in forms], taken, people=people)
        taken.add(entry.partition(":")[0])
        close, variants = spellings.of_name(key, forms[-1][0])
        seen = tuple(one.see(*letters) for one, letters in group.first)
        found.append(Stranger(tuple(forms), seen, entry, close, variants))
    return tuple(found)


def _unknown(looked: list[Looked], registers: Registers) -> Iterator[tuple[Looked, Run]]:
    """The runs that are names, and nobody's."""
    small = Counter(w for one in looked for w in SMALL.findall(one.block.plain) if w[0].islower())
    found = [(one, run) for one in looked for run in runs(one.block.plain)]
    inside = {
        word
        for one, run in found
        for n, (word, start, _) in enumerate(run.words)
        if not one.block.heading and (n or not begins(one.block.plain, start))
    }
    heads = Counter(run.words[0][0] for _, run in found)
    single = Counter(run.words[0][0] for _, run in found if len(run.words) == 1)
    alone = {word for word, n in single.items() if 2 * n >= heads[word]}  # seldom “Red” without “Book”
    told = {fold(w) for w in registers.decisions.no_names}
    known = {fold(v) for es in registers.entries.values() for e in es.values() for v in (*e.names, e.heading)}
    words = {w for p in registers.of(Person).values() for v in (*p.names, p.heading) for w in _words(fold(v))}
    phrases = Automaton(dict.fromkeys(sorted(_phrases(registers)), True))
    phrased = {one.block.id: Spans.of((a, b) for a, b, _ in phrases.find(one.block.plain)) for one in looked}
    for one, whole in found:
        plain = one.block.plain
        run = _trimmed(whole, plain, small, alone, inside)
        if run is None or run.text in told or run.text in known or all(w in told for w, _, _ in run.words):
            continue
        if one.taken.touch(*one.letters(run)):
            continue
        if len(run.words) == 1 and (
            len(run.text) == 1
            or run.text in NO_NAMES
            or run.text in words
            or small[lower(run.text)] >= FREQUENT
            or run.text not in inside
        ):
            continue
        if all(word in NO_NAMES or small[lower(word)] >= FREQUENT for word, _, _ in run.words):
            continue
        if phrased[one.block.id].hold(run.start, run.end):
            continue
        yield one, run


def _trimmed(
    run: Run, plain: str, small: Counter[str], alone: AbstractSet[str], inside: AbstractSet[str]
) -> Run | None:
    """A run without titles, the words that begin a sentence, and words behind a name: “Kirov Murder”."""
    words = list(run.words)
    while words:
        word, start, _ = words[0]
        opens = begins(plain, start)
        common = small[lower(word)] >= (1 if opens else FREQUENT)
        alien = opens and len(word) > 2 and word not in inside and not is_given(word)  # noqa: PLR2004
        if not common and not (len(words) > 1 and (is_title(word) or alien)):
            break
        del words[0]
    name = list(words)
    while name and (len(name[-1][0]) == 1 or small[lower(name[-1][0])] >= FREQUENT):
        del name[-1]
    if name and not small[lower(name[-1][0])] and (len(name) > 1 or name[0][0] in alone):
        words = name  # else it is the words behind that make a name of it: “Red Book”
    return Run(tuple(words), plain[words[0][1] : words[-1][2]]) if words else None


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'-]*", name)


def _phrases(registers: Registers) -> set[str]:
    """What is no name where it stands: titles of the bibliography, phrases in which a name is no mention."""
    titles = {str(source[k]) for source in registers.sources.values() for k in TITLES if k in source}
    main = {re.split(r"[:.(]", title)[0].strip() for title in titles}
    never = {p for es in registers.entries.values() for e in es.values() for p in e.never}
    return {fold(t) for t in titles | main | never if len(t) > 3}  # noqa: PLR2004  -- “On”, “War” are words


@dataclass(frozen=True, slots=True)
class _Spellings:
    """The surnames of a register, by their first letters and by what their spellings have in common."""

    entries: dict[str, Entry]
    owner: dict[str, str]
    by_letter: dict[str, list[str]]
    by_bones: dict[str, str]

    @classmethod
    def of(cls, entries: dict[str, Entry]) -> "_Spellings":
        """The last words of all variants, and the first of the headings."""
        owner: dict[str, str] = {}
        for key, entry in entries.items():
            for name in (entry.heading.partition(",")[0], *entry.names):
                words = lower(fold(name)).split()
                if words and words[-1].replace("-", "").isalpha():
                    owner.setdefault(words[-1], key)
        by_letter: dict[str, list[str]] = {}
        for word in sorted(owner):
            by_letter.setdefault(word[0], []).append(word)
        bones = {b: owner[w] for w in sorted(owner, reverse=True) if (b := skeleton(w))}
        return cls(entries, owner, by_letter, bones)

    def of_name(self, key: str, form: str) -> tuple[str, str]:
        """The heading of the entry whose name this may be another spelling of, and its variants with it."""
        word = key.rsplit(maxsplit=1)[-1]
        if len(word) < SHORTEST or word in self.owner:
            return "", ""
        entry = self.by_bones.get(skeleton(word) or "-", "")
        if not entry:
            close = get_close_matches(word, self.by_letter.get(word[0], ()), n=1, cutoff=CLOSE)
            entry = self.owner[close[0]] if close else ""
        return (self.entries[entry].heading, paste.variants(self.entries[entry], form)) if entry else ("", "")
