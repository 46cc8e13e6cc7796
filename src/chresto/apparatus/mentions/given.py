"""The given names before a surname, those of an entry → whether the one may stand for the other.

“G.”, “Grigori” and “Gregory” may stand for “Grigory”, “Vladimir” may not.
"""

from difflib import SequenceMatcher
from functools import cache

#: One name in several languages and its short forms.
ALIKE = """
alexander aleksandr aleksander alexandre sandor alejandro sasha alex
alexei aleksei alexey aleksey alexis
andrew andrei andrey andre andreas andrzej endre andrej
anne anna hanna ann annie
anthony anton antoine antonin antal antonio antoni tony
basil vasily vasili vasil vasyl vassily wasil
catherine ekaterina katharina katherine katerina yekaterina katya
charles karl carl karel karol carlos karoly
christian krastyan
constantine konstantin
demetrius dmitri dimitri dmitry dmitrii dmytro dimitar
edward eduard edouard ede ted ned
elizabeth elisabeth elizaveta yelizaveta erzsebet
emil emile emilian
eugene evgeny yevgeny evgeni jeno eugen evgenii
francis frantisek franz francois franciszek ferenc francisco frank
frederick friedrich frederic fritz bedrich fred
george georgy georgi georg yuri yury iurii jiri gyorgy georges jorge georgios yurii jerzy
gregory grigory grigori grigorii grigor grisha
helen elena helene yelena ilona
henry heinrich henri genrikh henryk jindrich enrique heinz harry
jacob yakov iakov jakob jakub yasha
james jim jimmy
joan jeanne johanna jane
john ivan johann johannes hans jean jan juan giovanni ion janos jack
joseph iosif josef josip jozef giuseppe jose jozsef joe iosef yosef
julius juliusz gyula jules yuly
kliment klement clement
ladislas laszlo ladislaus ladislav wladyslaw
lawrence lavrenti lavrenty laurent lorenz lavrentii laurence
leo lev leon lew leib lyova
ludwig louis luis lajos ludvik
mary maria marie mariya
matthew matvei matthias mathieu
michael mikhail michel michal mihaly miguel mikhael
natalia natalya nathalie natalie
nicholas nikolai nikolay nicolas niklas miklos nicolae nicolai nikola
paul pavel pablo pal paulo
peter pyotr petr piotr pierre pedro petro pjotr
philip philippe felipe filip
richard dick
robert bob bobby
rudolph rudolf rudolfo rezso
samuel sam shmuel
serge sergei sergey sergo sergii
sophia sofia sophie sofya
stephen stefan stepan steven istvan etienne
theodore fyodor fedor feodor teodor theodor tivadar
thomas tomas tom tamas
traicho traycho
vladimir volodymyr wladimir
walter valter
william wilhelm guillaume vilem vilmos will bill willie
"""
_CLASSES = [frozenset(line.split()) for line in ALIKE.strip().splitlines()]
IOTAS = "ijy"  # one letter in several alphabets: “I. Stalin”, “J. Stalin”
CLOSE = 0.74  # the ratio of Ratcliff and Obershelp from which two spellings are one name

Givens = tuple[tuple[str, ...], ...]  # (("grigory", "yevseyevich"),), small letters without marks


def may_stand_for(said: tuple[str, ...], givens: Givens) -> bool:
    """Whether given names as a text has them (in small letters; initials with a full stop) are an entry's.

    An entry of which no given name is known agrees with none.
    """
    return any(_agree(said, known) for known in givens)


def _agree(said: tuple[str, ...], known: tuple[str, ...]) -> bool:
    first = said[0]
    if is_initial(first):
        if not _begins(known[0], first) and not (len(said) == 1 and any(_begins(k, first) for k in known)):
            return False
        return len(said) == 1 or len(known) == 1 or not is_initial(said[1]) or _begins(known[1], said[1])
    return any(same(first, name) for name in known)


def _begins(name: str, initial: str) -> bool:
    """Whether a name, or one that is the same in another language, begins so: “Yu.” may be Georgy."""
    begin = initial.rstrip(".")
    if len(begin) > 1:
        return any(n.startswith(begin) for n in (name, *_others(name)))
    return name[0] == begin or (begin in IOTAS and any(n[0] == begin for n in _others(name) if n[0] in IOTAS))


@cache
def _others(name: str) -> frozenset[str]:
    return next((c for c in _CLASSES if name in c), frozenset())


@cache
def same(one: str, other: str) -> bool:
    """Whether two given names are one in other words."""
    if one == other or other in _others(one):
        return True
    if is_initial(other):
        return one[0] == other[0]
    if min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one)):  # noqa: PLR2004
        return True  # “Thad”
    return (
        one[0] == other[0]
        and len(one) > 2  # noqa: PLR2004
        and SequenceMatcher(None, one, other, autojunk=False).ratio() >= CLOSE
    )


def is_initial(word: str) -> bool:
    """Whether a word is an initial: “G.”, “Yu.”, “J.-P.”."""
    return word.endswith(".") and len(word.rstrip(".")) <= 2  # noqa: PLR2004
