"""A word → whether it is a given name, and whose; whether it is a title or a particle of names.

Given names through gender-guesser (the list of Jörg Michael, some 40,000 names), titles and particles through
nameparser.
"""

from functools import cache
from typing import Literal

from gender_guesser.detector import Detector
from nameparser import Lexicon

Gender = Literal["male", "female", ""]

#: Titles that the list does not have or has only as a word for a profession.
_TITLES = """
major captain lieutenant corporal sergeant colonel general admiral commandant maître maitre abbé
abbe curé père goody goodwife goodman bishop archbishop earl academician advocate agent brigadier
chairman chancellor chekist citizen citizeness comrade commander commissar comrades defendant
delegate deputy engineer field fräulein führer fuhrer herr investigator inspector interrogator
justice lawyer leader marshal marshals mayor member messrs minister ministers obergruppenführer pan
pani premier procurator prosecutor reichsführer reichsmarschall reichsminister secretary sgt signor
spokesman standartenführer sturmbannführer tsar witness accused m mm
"""
MORE_TITLES = frozenset(_TITLES.split())
_WOMEN = """
mrs miss ms mme mlle madame mademoiselle frau fräulein lady dame countess princess queen empress
signora señora citizeness pani sister mother aunt duchess baroness
"""
WOMEN = frozenset(_WOMEN.split())
_MEN = "mr mister herr monsieur m sir lord signor señor pan brother father uncle king"
MEN = frozenset(_MEN.split())
#: In the list of given names, and far more often something else.
NO_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "sunday")


@cache
def _detector() -> Detector:
    return Detector()


@cache
def _lexicon() -> Lexicon:
    return Lexicon.default()


@cache
def gender(given: str, *, mostly: bool = False) -> Gender:
    """Whether a given name, written with a capital, is a man's or a woman's; empty if either's or nobody's.

    `mostly`: a name is a woman's even if a few men have it.
    """
    found = str(_detector().get_gender(given))
    found = found.removeprefix("mostly_") if mostly else found
    return "male" if found == "male" else "female" if found == "female" else ""


@cache
def is_given(word: str) -> bool:
    """Whether a word, written with a capital, is a given name of some language."""
    return word.lower() not in NO_NAMES and _detector().get_gender(word) != "unknown"


def is_title(word: str) -> bool:
    """Whether a word is what people are called before their names: “Marshal”, “Mrs”."""
    low = word.rstrip(".").lower()
    return low in MORE_TITLES or low in _lexicon().titles


def gender_of_title(word: str) -> Gender:
    """Whom a title is given to: “Mrs” to women."""
    low = word.rstrip(".").lower()
    return "female" if low in WOMEN else "male" if low in MEN else ""


def is_particle(word: str) -> bool:
    """Whether a word belongs to the surname behind it: “von”, “de”."""
    return word.lower() in _lexicon().particles
