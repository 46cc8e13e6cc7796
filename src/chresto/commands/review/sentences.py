"""Words of a paragraph → the sentence around them, and as few words as tell their place from all others."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from chresto.apparatus.decide import Letters
from chresto.commands.review.remarks import Sentence
from chresto.letters import offsets

#: Words before a full stop that does not end a sentence; one or two letters with a capital are initials.
SHORTENED = re.compile(
    r"(?:\b[^\W\d_]|\b[A-Z][a-z]|\b(?:Mr|Mrs|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Messrs|Rev|Hon|Jr|Sr|St|vol|vols|pp|no|nos|"
    r"Nos|ed|eds|cf|ca|etc|viz|vs|ch|chap|fig|art|trans|fol|ff|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.\Z"
)
FURTHEST = 8  # signs that the longest of them has at most
END = re.compile(r"[.!?…]['\"”’)\]»]*\s+(?=[\"“‘'(\[«]*[^\W_a-zа-я])")
LONGEST = 240  # letters and signs
LEAST = 2  # words around those in question, if there are so many: a place is better known by some


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph with what is asked of it for every name in it, found once.

    Places in it are offsets into its words, unless they are called letters.
    """

    words: str
    offsets: list[int]  # of its letters
    ends: list[int]  # of its sentences, behind the space
    letters: Letters  # folded
    stops: list[int]  # of its words, behind their last sign
    firsts: list[int]  # letters before each word
    lasts: list[int]  # letters up to its end
    named: dict[str, list[int]] = field(
        default_factory=dict
    )  # folded letters → where they stand as whole words

    @classmethod
    def of(cls, words: str) -> "Prose":
        """A sentence ends with a full stop, question or exclamation mark before a capital.

        It does not end with an abbreviation or an initial.
        """
        at = offsets(words)
        spans = [m.span() for m in re.finditer(r"\S+", words)]
        return cls(
            words,
            at,
            [m.end() for m in END.finditer(words) if not _is_shortened(words, m.start() + 1)],
            Letters.of("", words),
            [stop for _, stop in spans],
            [bisect_left(at, start) for start, _ in spans],
            [bisect_left(at, stop) for _, stop in spans],
        )

    def cut(self, first: int, last: int) -> tuple[int, int]:
        """Where the letters [first, last) stand; one letter, if they are none."""
        final = max(first, last - 1)
        start = self.offsets[first] if first < len(self.offsets) else 0
        return start, self.offsets[final] + 1 if final < len(self.offsets) else len(self.words)

    def sentence(self, start: int, end: int) -> Sentence:
        """The sentence around [start, end), cut to some 240 signs at the ends of words.

        >>> Prose.of("He came. Then I. N. Smirnov spoke. He left.").sentence(20, 27)
        Sentence(before='Then I. N. ', words='Smirnov', after=' spoke.')
        """
        n, m = bisect_right(self.ends, start), bisect_left(self.ends, end)
        before = start - (self.ends[n - 1] if n else 0)
        after = (self.ends[m] if m < len(self.ends) else len(self.words)) - end
        room = max(0, LONGEST - (end - start))
        lead = before if before + after <= room else max(min(before, room // 2), room - after)
        tail = min(after, max(0, room - lead))
        head, rest = self.words[start - min(lead, before) : start], self.words[end : end + tail]
        if lead < before:
            head = "… " + head.partition(" ")[2]
        if tail < after:
            rest = rest.rpartition(" ")[0] + " …"
        return Sentence(_even(head), _even(self.words[start:end][:LONGEST]), _even(rest.rstrip()))

    def near(self, start: int, end: int, text: str) -> str:
        """Words around [start, end), as few as it takes: no other place of the text has them.

        `text`: the folded letters of all paragraphs, each behind a sign that is no letter.  If the same
        paragraph stands twice, all of it does not suffice, and what is decided of one is decided of both.
        """
        left = bisect_right(self.stops, start)
        right = min(bisect_left(self.stops, end) + 1, len(self.stops))
        name = self.letters.letters[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]
        room = self._room(name, left, right)

        def stretch(more: int) -> tuple[int, int]:
            """So many words more, right and left in turns, as far as there is room."""
            behind = min(room[1], max((more + 1) // 2, more - room[0]))
            return left - (more - behind), right + behind

        def once(more: int) -> bool:
            """Whether the text has such a stretch but once: if it has, it has a longer one but once."""
            a, b = stretch(more)
            letters = self.letters.letters[self.firsts[a] : self.lasts[b - 1]]
            return text.find(letters, text.find(letters) + 1) < 0

        least, most = min(LEAST, sum(room)), sum(room)
        a, b = stretch(least + bisect_left(range(least, most), True, key=once))  # noqa: FBT003
        first = self.stops[a - 1] if a else 0
        return _even(self.words[first : self.stops[b - 1]].lstrip())

    def _room(self, name: str, left: int, right: int) -> tuple[int, int]:
        """How many words may be put before and behind [left, right), so that the name stands once."""
        starts = self.named.get(name)
        if starts is None:
            starts = self.named[name] = [start for start, _ in self.letters.places(name, "")]
        first, last = self.firsts[left], self.lasts[right - 1]
        n, m = bisect_left(starts, first), bisect_right(starts, last - len(name))
        if m - n != 1:
            return 0, 0
        least = bisect_right(self.firsts, starts[n - 1]) if n else 0
        most = bisect_left(self.lasts, starts[m] + len(name)) if m < len(starts) else len(self.lasts)
        return left - least, most - right


def _is_shortened(words: str, end: int) -> bool:
    """Whether a full stop belongs to the word before."""
    return SHORTENED.search(words, max(0, end - FURTHEST), end) is not None


def _even(words: str) -> str:
    """One space where there are several, or line breaks."""
    return re.sub(r"\s+", " ", words)
