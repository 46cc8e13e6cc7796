"""Words of a paragraph → the sentence around them, and as few words as tell their place from all others."""

import re

from chresto.apparatus.decide import Letters
from chresto.commands.review.remarks import Sentence

#: Words before a full stop that does not end a sentence; one or two letters with a capital are initials.
SHORTENED = re.compile(
    r"(?:\b[^\W\d_]|\b[A-Z][a-z]|\b(?:Mr|Mrs|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Messrs|Rev|Hon|Jr|Sr|St|vol|vols|pp|no|nos|"
    r"Nos|ed|eds|cf|ca|etc|viz|vs|ch|chap|fig|art|trans|fol|ff|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.\Z"
)
END = re.compile(r"[.!?…]['\"”’)\]»]*\s+(?=[\"“‘'(\[«]*[^\W_a-zа-я])")
LONGEST = 240  # letters and signs
LEAST = 2  # words around those in question, if there are so many: a place is better known by some


def sentence(words: str, start: int, end: int) -> Sentence:
    """The sentence around [start, end) of a paragraph, cut to some 240 signs at the ends of words.

    A sentence ends with a full stop, question or exclamation mark before a capital, not with an abbreviation
    or an initial.

    >>> sentence("So. Then I. N. Smirnov spoke. He left.", 14, 21)
    Sentence(before='Then I. N. ', words='Smirnov', after=' spoke.')
    """
    ends = [m.end() for m in END.finditer(words) if not SHORTENED.search(words, 0, m.start() + 1)]
    first = max((e for e in ends if e <= start), default=0)
    last = min((e for e in ends if e >= end), default=len(words))
    room = max(0, LONGEST - (end - start))
    before, after = start - first, last - end
    lead = before if before + after <= room else max(min(before, room // 2), room - after)
    tail = min(after, max(0, room - lead))
    head, rest = words[start - min(lead, before) : start], words[end : end + tail]
    if lead < before:
        head = "… " + head.partition(" ")[2]
    if tail < after:
        rest = rest.rpartition(" ")[0] + " …"
    return Sentence(_even(head), _even(words[start:end][:LONGEST]), _even(rest.rstrip()))


def near(words: str, start: int, end: int, text: str) -> str:
    """Words around [start, end) of a paragraph, as few as it takes: no other place of the text has them.

    `text`: the folded letters of all paragraphs, each behind a sign that is no letter.  If the same paragraph
    stands twice, all of it does not suffice, and what is decided of one is decided of both.
    """
    name = Letters.of("", words[start:end]).letters
    spans = [m.span() for m in re.finditer(r"\S+", words)]
    left = next((n for n, (_, b) in enumerate(spans) if b > start), 0)
    right = next((n for n, (_, b) in enumerate(spans) if b >= end), len(spans) - 1) + 1
    own = (left, right)

    def fits(a: int, b: int) -> bool:
        """Whether a stretch of words may be the answer: it has the name but once."""
        return a >= 0 and b <= len(spans) and len(list(_letters(a, b).places(name, ""))) == 1

    def _letters(a: int, b: int) -> Letters:
        return Letters.of("", words[spans[a][0] : spans[b - 1][1]])

    while True:
        found = _letters(left, right).letters
        if (right - left) - (own[1] - own[0]) >= LEAST and _once(found, text):
            break
        forth = right - own[1] <= own[0] - left  # right and left in turns
        turns = ((left, right + 1), (left - 1, right)) if forth else ((left - 1, right), (left, right + 1))
        wider = next((t for t in turns if fits(*t)), None)
        if wider is None:
            break
        left, right = wider
    return _even(words[spans[left][0] : spans[right - 1][1]])


def _once(part: str, whole: str) -> bool:
    at = whole.find(part)
    return whole.find(part, at + 1) < 0


def _even(words: str) -> str:
    """One space where there are several, or line breaks."""
    return re.sub(r"\s+", " ", words)
