"""Faults of the texts, and what is said of them."""

from tests.cases.case import BEFORE, DISAGREEMENTS, OUTLINE, PEOPLE, SPEECH, Case, Change, Stage

PICTURE = b"\x89PNG\r\n\x1a\n"


def _case(
    name: str,
    code: str,
    *rest: str,
    says: str = "",
    stage: Stage = "attach",
    also: tuple[str, ...] = (),
    warns: bool = False,
) -> Case:
    """A case of a reading: the rest is what it says, the needle, the hint."""
    markdown, needle, hint = rest
    return Case(name, code, SPEECH, needle, hint, {SPEECH: markdown}, says, also, stage, warns)


MARKS = (
    _case("an unknown block", "mark-unknown", "::: headnotes\nWords.\n:::\n", "::: ‸headnotes", "“headnote”"),
    _case(
        "an unknown span",
        "mark-unknown",
        "The [gpu]{.smallcap} came.",
        "‸.smallcap",
        "“smallcaps”",
        warns=True,
    ),
    _case("an unknown attribute", "mark-unknown", "The [m]{persona=anders}.", "‸persona=", "“person”"),
    _case("a reason without an emendation", "mark-unknown", 'Words [b]{why="c"}.', "‸why=", "sic="),
    _case("an emendation without a reason", "mark-unknown", 'Words [b]{sic="c"}.', '‸sic="c"', "why="),
    _case("an unknown person", "id-unknown", "The [man]{person=andres}.", "‸person=andres", "“anders”"),
    _case(
        "an unknown person in quotes",
        "id-unknown",
        'The [man]{person="anders x"}.',
        '‸person="anders x"',
        "one of",
    ),
    _case(
        "a passage of nobody",
        "id-unknown",
        "::: {.passage person=andres}\nWords.\n:::\n",
        "‸person=andres",
        "anders",
    ),
    _case(
        "an unknown disagreement", "id-unknown", "Then [so]{disagreement=dya}.", "‸disagreement=dya", "“day”"
    ),
    _case(
        "a gloss in a note",
        "mark-crossed",
        'A.[^1]\n\n[^1]: Of [b]{gloss="c"}.',
        "‸[b]{gloss",
        "say it in the note",
    ),
    _case(
        "a mark around paragraphs",
        "mark-crossed",
        "::: {person=anders}\nWords.\n:::\n",
        "‸Words",
        ".passage",
    ),
    _case("an unknown voice", "voice-unknown", "Words.[^1]\n\n[^1]: {auther} B.", "‸{auther}", "“author”"),
)

NOTES = (
    _case(
        "a note that nothing calls",
        "note-unused",
        "Words.\n\n[^1]: Note.",
        "‸[^1]:",
        "put its call",
        stage="load",
    ),
    _case(
        "a call without its note",
        "note-unused",
        "Words.\n\nOther.[^2]",
        "Other.‸[^2]",
        "write [^2]:",
        stage="load",
    ),
    _case(
        "a note twice",
        "id-twice",
        "Words.[^1]\n\n[^1]: Note.\n\n[^1]: Again.",
        "Note.\n\n‸[^1]: Again",
        "another label",
        stage="load",
    ),
    _case("a note without words", "text-empty", "Words.[^x]\n\n[^x]: {author}", "", "", warns=True),
)

LINKS = (
    _case(
        "an unknown citation",
        "cite-unknown",
        "Words [@smith1905, p. 3].",
        "‸@smith1905",
        "“smith1950”",
        stage="load",
    ),
    _case("an unknown place", "link-unknown", "See [it](#befor).", "[it‸](#befor", "“before”"),
    _case("an unknown page", "link-unknown", "See [page](#befor){.page}.", "[page‸](#befor", "“before”"),
    _case(
        "a link that is a program", "link-unknown", "See [it](javascript:alert).", "[it‸](java", "https://"
    ),
    _case("a link to a file", "link-unknown", "See [it](before.md).", "[it‸](before.md", "[words](#id)"),
    _case("data as a link", "link-unknown", "See [it](data:text/html,x).", "[it‸](data:", "https://"),
    _case("an id twice", "id-twice", "# Words {#before}\n\nWords.", "‸#before", "another id"),
)

PICTURES = (
    _case(
        "a picture from the net",
        "image-refused",
        "Words ![a](https://x.org/a.png)",
        "‸https:",
        "manuscript/images/",
        stage="load",
    ),
    _case(
        "a picture in the text",
        "image-refused",
        "Words ![a](data:image/png;base64,AA)",
        "‸data:",
        "images/",
        stage="load",
    ),
    _case(
        "a picture of another kind",
        "image-refused",
        "Words ![a](a.gif)",
        "‸a.gif",
        "one of: .svg",
        stage="load",
    ),
    _case(
        "a picture that is not there",
        "file-missing",
        "Words ![a](a.png)",
        "‸a.png",
        "write manuscript/a.png",
        stage="load",
    ),
    _case(
        "a picture from outside",
        "path-outside",
        "Words ![a](../a.png)",
        "‸../a.png",
        "below manuscript/",
        stage="load",
    ),
    Case(
        "a picture without words",
        "image-refused",
        SPEECH,
        "‸images/a.png",
        "what it shows",
        {SPEECH: "Words.\n\n![](images/a.png)", "images/a.png": PICTURE},
        "alternative",
        stage="load",
    ),
)

WORDS = (
    _case("a text without words", "text-empty", "***\n", "", "take it out of the outline", stage="load"),
    Case(
        "a text that pandoc cannot read",
        "text-unreadable",
        "before.docx",
        "",
        "is it really .docx?",
        {"outline.yaml": ("before.md", "before.docx"), "before.docx": b"PK", BEFORE: None},
        stage="load",
    ),
)

#: A second man of the name, so that nothing says who Mirov is.
ILYA: Change = ("judge:\n", "mirov-ilya:\n  heading: Mirov, Ilya\n  variants: [Mirov]\njudge:\n")
DAY = "On which day did it"


def _two(name: str, markdown: str, needle: str, hint: str, *, outline: Change = "") -> Case:
    """A case of a name that two people have."""
    changes: dict[str, Change] = {PEOPLE: ILYA, SPEECH: markdown} | ({OUTLINE: outline} if outline else {})
    return Case(name, "mention-ambiguous", SPEECH, needle, hint, changes, stage="attach")


AMBIGUOUS = (
    _two("two people", "Then *Mirov* spoke.", "Then *‸Mirov", "[Mirov]{person=mirov-boris}"),
    _two(
        "two people at the second place",
        "[Mirov]{person=mirov-ilya} and Mirov.",
        "and ‸Mirov",
        "means: {Mirov:",
        outline=("mark: person", "mark: person, surnames: ask"),
    ),
    _two("two people in a note", "Word.[^1]\n\n[^1]: Then Mirov.", "Then ‸Mirov", "means:"),
    _two("two people after a citation", "So [@mirov1901]. Then Mirov.", "Then ‸Mirov", "means:"),
    Case(
        "two people in a question of the record",
        "mention-ambiguous",
        DISAGREEMENTS,
        "which day did ‸Mirov",
        "means:",
        {PEOPLE: ILYA, DISAGREEMENTS: (DAY, DAY.replace("it", "Mirov"))},
        stage="attach",
        also=("mention-ambiguous",),
    ),
)

DECISIONS = "decisions.yaml"
LINE = "sources: sources.yaml"


def _decision(name: str, *rest: str, code: str = "id-unknown", stage: Stage = "read", says: str = "") -> Case:
    """A case of a decision: the rest is the file, the needle, the hint."""
    content, needle, hint = rest
    changes: dict[str, Change] = {OUTLINE: (LINE, f"{LINE}\ndecisions: {DECISIONS}"), DECISIONS: content}
    return Case(name, code, DECISIONS, needle, hint, changes, says, stage=stage)


def _one(words: str) -> str:
    return f"mentions:\n  - {{{words}}}\n"


DECIDED = (
    _decision("a decision about no text", _one("text: speach, words: a, entry: none"), "‸speach", "“speech”"),
    _decision(
        "a decision about a made text", _one("text: contents, words: a, entry: none"), "‸contents", "one of"
    ),
    _decision("a decision for nobody", _one("text: speech, words: a, entry: andres"), "‸andres", "“anders”"),
    _decision(
        "a decision for an entry of another register",
        _one("text: speech, words: a, entry: anders, register: trials"),
        "entry: ‸anders",
        "one of: printers, none",
        says="the register “trials” has no",
    ),
    _decision(
        "a decision for no register",
        _one("text: speech, words: a, entry: none, register: peeple"),
        "‸peeple",
        "“people”",
    ),
    _decision(
        "a decision without its words",
        _one("text: speech, entry: none"),
        "- ‸{text",
        "add “words: …”",
        code="key-missing",
    ),
    _decision(
        "a decision about a dash",
        _one('text: speech, words: "–", entry: none'),
        '‸"–"',
        "as they stand",
        code="value-wrong",
    ),
    _decision(
        "a decision whose words are elsewhere",
        _one("text: speech, words: Mirov, near: Anders says, entry: none"),
        "near: ‸Anders",
        "among them",
        code="value-wrong",
    ),
    _decision(
        "a decision twice",
        _one("text: speech, words: Mirov, entry: mirov-anna")
        + "  - {text: speech, words: “Mirov”, entry: none, register: people}\n",
        "- ‸{text: speech, words: “Mirov”",
        "keep one",
        code="value-wrong",
        says="first in line 2",
    ),
    _decision(
        "a word twice that is no name",
        "no_names: [Kremlin, Kremlin]\n",
        "Kremlin, ‸Kremlin",
        "keep one",
        code="value-wrong",
    ),
    _decision(
        "a word of signs that is no name",
        'no_names: ["–"]\n',
        '‸"–"',
        "take it out",
        code="value-wrong",
    ),
    _decision(
        "a decision that nothing fits",
        _one("text: speech, words: Pyatakov, entry: anders"),
        "- ‸{text",
        "did the text change?",
        code="decision-unused",
        stage="attach",
    ),
)

CASES = (*MARKS, *NOTES, *LINKS, *PICTURES, *WORDS, *AMBIGUOUS, *DECIDED)
