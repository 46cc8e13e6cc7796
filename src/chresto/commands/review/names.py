"""A paragraph → the runs of words with capitals in it, which may be names: “Joachim von Ribbentrop”."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from chresto.apparatus.mentions.read import Block
from chresto.commands.review.remarks import Seen
from chresto.commands.review.spans import Spans
from chresto.letters import offsets

Word = tuple[str, int, int]  # with its start and end in the folded text

_PARTICLES = "von van de der den del della di da du la le ten ter zu zur bin ibn al el und y e dos das af av"
_NO_NAMES = """
January February March April May June July August September October November December Monday Tuesday
Wednesday Thursday Friday Saturday Sunday Christmas Easter English British Scottish Welsh Irish American
Americans French German Germans Germanic Austrian Austrians Russian Russians Soviet Soviets Ukrainian
Ukrainians Polish Pole Poles Czech Czechs Slovak Slovaks Hungarian Hungarians Romanian Romanians Bulgarian
Bulgarians Yugoslav Yugoslavs Serb Serbs Serbian Croat Croatian Greek Greeks Latin Italian Italians Spanish
Spaniard Spaniards Portuguese Dutch Belgian Swiss Swedish Swede Swedes Norwegian Norwegians Danish Dane
Danes Finnish Finn Finns Estonian Latvian Latvians Lithuanian Lithuanians Georgian Georgians Armenian
Armenians Azerbaijani Uzbek Uzbeks Kazakh Tatar Tatars Turkish Turk Turks Jew Jews Jewish Hebrew Yiddish
Arab Arabs Arabic Persian Chinese Japanese Korean Indian Indians Mexican Mexicans European Europeans Asian
African Western Eastern Northern Southern Christian Christians Catholic Catholics Protestant Orthodox Muslim
Muslims God Lord Bible Bolshevik Bolsheviks Menshevik Mensheviks Communist Communists Socialist Socialists
Nazi Nazis Fascist Fascists Marxist Marxists Leninist Leninists Stalinist Stalinists Trotskyist Trotskyists
Trotskyite Trotskyites Zinovievist Zinovievists Marxism Leninism Stalinism Trotskyism Bolshevism Menshevism
Fascism Nazism Communism Socialism I
"""
#: Words with small letters that may stand within a name.
PARTICLES = frozenset(_PARTICLES.split())
#: Words with a capital that are no names for a register: months, days, languages, peoples, parties.
NO_NAMES = frozenset(_NO_NAMES.split())
_TOKEN = re.compile(r"[^\W\d_][\w'-]*")
_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|[—–]\s*)[\"“‘'(\[]*\Z")
_LONGEST = 6  # words


@dataclass(slots=True)
class Looked:
    """A paragraph with the letters that are settled, those of citations among them."""

    block: Block
    taken: Spans
    shown: Callable[[int, int], str]  # some letters as the text has them
    see: Callable[[int, int], Seen]  # the same with their sentence
    offsets: list[int] = field(init=False)  # of the letters in the folded text

    def __post_init__(self) -> None:
        """What is asked for every name."""
        self.offsets = offsets(self.block.plain)

    def letters(self, run: "Run") -> tuple[int, int]:
        """The letters of a run."""
        return bisect_left(self.offsets, run.start), bisect_left(self.offsets, run.end)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together; `text` as they stand."""

    words: tuple[Word, ...]
    text: str

    @property
    def start(self) -> int:
        """Where it begins in the folded text."""
        return self.words[0][1]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1][2]


def runs(plain: str) -> Iterator[Run]:
    """Every run of a folded text.  A genitive ends one: “Stalin's Russia” is two.

    >>> [run.text for run in runs("So I. N. Smirnov met Bülow's Friend, Joachim von Ribbentrop.")]
    ['So I. N. Smirnov', 'Bülow', 'Friend', 'Joachim von Ribbentrop']
    """
    run: list[Word] = []
    between: list[Word] = []
    for match in _TOKEN.finditer(plain):
        word, start = match[0], match.start()
        genitive = re.search(r"'s?$", word)
        bare = word[: genitive.start()] if genitive else word
        here: Word = (bare, start, start + len(bare))
        joined = bool(run) and _joined(plain, (between or run)[-1], start) and len(run) < _LONGEST
        if not bare[0].isupper() or (bare.isupper() and len(bare) > 1 and "-" not in bare):
            if joined and bare in PARTICLES:
                between.append(here)
                continue
            yield from _made(run, plain)
            run, between = [], []
            continue
        if joined:
            run = [*run, *between, here]
        else:
            yield from _made(run, plain)
            run = [here]
        between = []
        if genitive:
            yield from _made(run, plain)
            run = []
    yield from _made(run, plain)


def begins(plain: str, start: int) -> bool:
    """Whether a sentence begins there, or what is printed as if one did."""
    return bool(_BEGINS.search(plain, max(0, start - 8), start)) if start else True


def _joined(plain: str, before: Word, start: int) -> bool:
    """Whether a word belongs to the one before: a space between, or an initial's full stop."""
    gap = plain[before[2] : start]
    return gap == " " or (gap in (". ", ".", ".-") and len(before[0]) <= 2)  # noqa: PLR2004  -- “Yu.”


def _made(run: list[Word], plain: str) -> Iterator[Run]:
    if run:
        yield Run(tuple(run), plain[run[0][1] : run[-1][2]])
