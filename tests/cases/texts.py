"""Faults of the texts, and what is said of them."""

from tests.cases.case import BEFORE, DISAGREEMENTS, SPEECH, Case, Stage

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
    _case(
        "two people",
        "mention-ambiguous",
        "Then *Mirov* spoke.",
        "Then *‸Mirov",
        "[Mirov]{person=mirov-boris}",
    ),
    _case(
        "two people at the second place",
        "mention-ambiguous",
        "[Mirov]{person=mirov-anna} and Mirov.",
        "and ‸Mirov",
        "means: {Mirov:",
    ),
    _case("two people in a note", "mention-ambiguous", "Word.[^1]\n\n[^1]: So Mirov.", "So ‸Mirov", "means:"),
    _case(
        "two people after a citation",
        "mention-ambiguous",
        "So [@mirov1901]. Then Mirov.",
        "Then ‸Mirov",
        "means:",
    ),
    Case(
        "two people in a question of the record",
        "mention-ambiguous",
        DISAGREEMENTS,
        "which day did ‸Mirov",
        "means:",
        {DISAGREEMENTS: ("On which day did it", "On which day did Mirov")},
        stage="attach",
        also=("mention-ambiguous",),
    ),
)

CASES = (*MARKS, *NOTES, *LINKS, *PICTURES, *WORDS)
