"""A heading of an index → what it is sorted by, and the group that it stands in.

Collation is Unicode's (UTS #10, `doors.collation`) over the words that count; which these are follows ISO 999
and the Chicago Manual of Style (17th edition, 16.56–16.93).  A heading is compared up to its first comma or
parenthesis, then from there on: a word by itself comes first, then the word with a parenthesis, then the
word with a comma, then the word with more words.  Punctuation and marks on letters do not count, unless all
else is the same; a hyphenated word is one word.  Figures, and roman figures behind a word, count by value.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from chresto.book import IndexSpec
from chresto.doors.collation import letter_weights, sort_key
from chresto.doors.names import is_particle
from chresto.numerals import roman
from chresto.scripts import CALLED, SCRIPTS, TAGS

FIGURES = "0–9"
SIGNS = "*"  # the group of what has neither letters nor figures

#: Articles that are passed over where they begin the title of a work or the name of a thing.
ARTICLES = {
    "en": ("the", "a", "an"),
    "de": ("der", "die", "das", "ein", "eine"),
    "fr": ("le", "la", "les", "un", "une", "l’"),
    "it": ("il", "lo", "la", "gli", "le", "un", "una", "l’"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "pt": ("o", "a", "os", "as"),
    "nl": ("de", "het", "een"),
}
#: Whatever the language of the book.  Articles of others begin names of places, too: Le Havre, La Paz.
PASSED = ("en", "de")
ALL = ("en", "de", "fr", "it", "es")

TITLES = ("sir", "dame", "lady", "lord", "dr", "prof", "rev", "mr", "mrs", "ms", "count", "countess")
#: Particles of the lexicon that belong to the name and are no prepositions or articles.
KEPT = ("abu", "bar", "bat", "bin", "bint", "binte", "binti", "ibn", "mac", "mc", "ní", "ua", "ó")
ROMAN = {roman(n).upper(): n for n in range(1, 90) if n != 50}  # noqa: PLR2004  -- an L is a letter

_PARTS = re.compile(r"(,(?=\s)| ?[(\[])")
_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u202f](?=\d{3}(?!\d))")
_ARABIC = re.compile(r"^(?:al|an|ar|as|ash|at|az|ed|el|er|es|ul)-(?=[^\W\d_])")
_ELIDED = re.compile(r"^(?:d|l|dell|all)’(?=[^\W\d_])")
_MAC = re.compile(r"\b(?:Mc|M’)(?=[A-Z])")
_FIGURE = 1  # less than the weight of any letter

Weights = tuple[int, ...]
Part = tuple[tuple[Weights, ...], int]  # the weights of its words, and what ends it
#: The class and the name of its script, the parts; then, where these are the same, all signs.
Key = tuple[int, str, tuple[Part, ...], Weights, str]


@dataclass(frozen=True, slots=True)
class Order:
    """How the headings of an index are sorted.  The fields but the last two are keys of the outline."""

    order: Literal["word-by-word", "letter-by-letter"] = "word-by-word"
    mac: Literal["as-spelled", "as-mac"] = "as-spelled"
    particles: Literal["counted", "passed-over"] = "counted"
    articles: Literal["passed-over", "all", "counted"] = "passed-over"
    people: bool = False
    language: str = "en"

    @classmethod
    def of(cls, spec: IndexSpec, language: str, *, people: bool) -> "Order":
        """The order of an index of a book in a language (BCP 47)."""
        return cls(spec.order, spec.mac, spec.particles, spec.articles, people, language)

    def key(self, heading: str) -> Key:
        """What a heading is sorted by.

        >>> Order().key("10th Army") > Order().key("2nd Army"), Order().key("Ivan IX") < Order().key("Ivan X")
        (True, True)
        """
        counted = self._counted(heading)
        group, script = _class(counted, self._script())
        return group, script, self._parts(counted), sort_key(heading), heading

    def group(self, heading: str) -> str:
        """The letter that a heading stands under, without marks; “0–9” for figures; the name of a script.

        >>> Order().group("Ørsted, Hans"), Order().group("The Red Book"), Order().group("Ленин")
        ('O', 'R', 'Cyrillic')
        """
        counted = self._counted(heading)
        group, script = _class(counted, self._script())
        return script or (SIGNS if group == 0 else FIGURES if group == 1 else _letter(counted[0]))

    def _script(self) -> str:
        first, *more = self.language.lower().split("-")
        return next((TAGS[m] for m in more if m in TAGS), SCRIPTS.get(first, "Latin"))

    def _counted(self, heading: str) -> str:
        """A heading from the first letter that counts."""
        words = unicodedata.normalize("NFKC", _THOUSANDS.sub("", heading))
        words = " ".join(words.replace("'", "’").replace("&", " and ").split())
        words = _from_letter(_ARABIC.sub("", _from_letter(words)))
        if self.people:
            passed = self._behind_particles(words) if self.particles == "passed-over" else words
        else:
            passed = self._behind_article(words)
        passed = _from_letter(passed)
        return _MAC.sub("Mac", passed) if self.mac == "as-mac" else passed

    @staticmethod
    def _behind_particles(words: str) -> str:
        """“Bülow, Bernhard” of “von Bülow, Bernhard”; a particle with a capital belongs to the name."""
        while True:
            first, _, rest = words.partition(" ")
            if rest and first.islower() and first not in KEPT and is_particle(first):
                words = rest
            elif _ELIDED.match(words):
                words = _ELIDED.sub("", words)
            else:
                return words

    def _behind_article(self, words: str) -> str:
        if self.articles == "counted":
            return words
        passed = (*(ALL if self.articles == "all" else PASSED), self.language.lower().split("-")[0])
        known = [article for tag in passed for article in ARTICLES.get(tag, ())]
        for article in known:
            if not article.endswith("’"):
                article += " "  # noqa: PLW2901  -- a whole word
            if words.lower().startswith(article) and len(words) > len(article):
                return words[len(article) :]
        return words

    def _parts(self, words: str) -> tuple[Part, ...]:
        """The words up to a comma or parenthesis, which of them (2, 1) or the end (0), and so on."""
        end = next((n for n in range(len(words), 0, -1) if _counts(words[n - 1])), 0)
        found = _PARTS.split(words[:end])
        signs = [2 if sign == "," else 1 for sign in found[1::2]]
        return tuple(
            (self._words(part, first=n == 0), sign)
            for n, (part, sign) in enumerate(zip(found[::2], (*signs, 0), strict=True))
        )

    def _words(self, words: str, *, first: bool) -> tuple[Weights, ...]:
        """The weights of each word, or of all words together."""
        if not first:
            words = _INITIALS.sub(r"\1. ", words)
        found = [w for w in words.split() if any(map(_counts, w))]
        if not first and len(found) > 1 and found[0].rstrip(".").lower() in TITLES:
            del found[0]
        weights = [
            _figure(str(ROMAN[w])) if w in ROMAN and (n or not first) else _weights(w)
            for n, w in enumerate(found)
        ]
        return (
            (tuple(w for one in weights for w in one),)
            if self.order == "letter-by-letter"
            else tuple(weights)
        )


def _from_letter(words: str) -> str:
    """Words from their first letter or figure on."""
    start = next((n for n, c in enumerate(words) if _counts(c)), len(words))
    return words[start:]


def _counts(sign: str) -> bool:
    """Whether a sign is a letter or a figure; “ʿ” and “ʻ” are signs on letters."""
    return sign.isalnum() and unicodedata.category(sign) != "Lm"


@cache
def _weights(word: str) -> Weights:
    """The weights of a word; figures by their value, before all letters."""
    found: list[int] = []
    for piece in re.split(r"(\d+)", word):
        if piece.isdecimal():
            found += _figure(piece)
        else:
            plain = unicodedata.normalize("NFKD", piece)
            found += letter_weights("".join(filter(_counts, plain)))
    return tuple(found)


def _figure(digits: str) -> Weights:
    """The weights of a figure, however long: of two the one with more digits is greater.

    >>> _figure("007") == _figure("7") < _figure("10")
    True
    """
    values = [unicodedata.decimal(d) for d in digits]
    start = next((n for n, value in enumerate(values) if value), len(values))
    return (_FIGURE, len(values) - start, *values[start:])


def _class(words: str, own: str) -> tuple[int, str]:
    """Signs, figures, letters of the book's script, those of another; and this script's name."""
    first = words[:1]
    if not first:
        return 0, ""
    if first.isnumeric() and not first.isalpha():  # “一” is a number and a letter
        return 1, ""
    name = unicodedata.name(first, "LATIN").split()[0]
    script = CALLED.get(name, name.capitalize())
    return (2, "") if script == own else (3, script)


@cache
def _letter(first: str) -> str:
    """The letter of the alphabet that has the weight of this one: “O” for “Ø”, “Й” for itself."""
    weight = letter_weights(first)[:1]
    for letter in "abcdefghijklmnopqrstuvwxyz" + unicodedata.normalize("NFD", first)[:1]:
        if letter_weights(letter)[:1] == weight:
            return letter.upper()
    return first.upper()
