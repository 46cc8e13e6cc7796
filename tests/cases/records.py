"""Faults of the chronology, the emendations, the figures and the pictures, and what is said of them."""

from tests.cases.case import DISAGREEMENTS, OUTLINE, PEOPLE, SPEECH, Case, Change

CHRONOLOGY, EMENDATIONS = "chronology.yaml", "emendations.yaml"
LINE = "disagreements: disagreements.yaml"
EVENT = "begin:\n  date: 1902-02-28\n  event: It begins.\n"
DAMAGE = "lost:\n  source: mirov1901\n  where: p. 3\n  stood: x\n  why: Torn.\n  mended: false\n"
FIGURE = "source: smith1950"


def _event(name: str, code: str, needle: str, hint: str, content: str) -> Case:
    changes: dict[str, Change] = {OUTLINE: (LINE, f"{LINE}\nchronology: {CHRONOLOGY}"), CHRONOLOGY: content}
    return Case(name, code, CHRONOLOGY, needle, hint, changes)


def _damage(name: str, code: str, needle: str, hint: str, content: str) -> Case:
    changes: dict[str, Change] = {
        OUTLINE: (LINE, f"{LINE}\nemendations: {EMENDATIONS}"),
        EMENDATIONS: content,
    }
    return Case(name, code, EMENDATIONS, needle, hint, changes)


def _figure(name: str, code: str, needle: str, hint: str, words: str) -> Case:
    return Case(name, code, DISAGREEMENTS, needle, hint, {DISAGREEMENTS: (FIGURE, f"{FIGURE}, {words}")})


def _picture(name: str, code: str, needle: str, hint: str, words: str) -> Case:
    return Case(name, code, OUTLINE, needle, hint, {OUTLINE: (LINE, f"{LINE}\npictures: {words}")})


CASES = (
    _event(
        "an event on no day",
        "date-form",
        "‸28 February",
        "1936-08-19",
        EVENT.replace("1902-02-28", "28 February"),
    ),
    _event(
        "an event of no source",
        "id-unknown",
        "[‸smith1905",
        "“smith1950”",
        f"{EVENT}  sources: [smith1905]\n",
    ),
    _event("an event of no disagreement", "id-unknown", "‸dai", "“day”", f"{EVENT}  disagreement: dai\n"),
    _event("an event without words", "key-missing", "‸date:", "event", "begin:\n  date: 1902\n"),
    _event(
        "an id of an event that is none", "id-form", "‸Begin", "lower-case", EVENT.replace("begin", "Begin")
    ),
    _damage("damage to no source", "id-unknown", "‸mirov1900", "“mirov1901”", DAMAGE.replace("1901", "1900")),
    _damage("damage that may be mended", "value-wrong", "‸perhaps", "", DAMAGE.replace("false", "perhaps")),
    _figure(
        "a figure that counts nothing",
        "key-missing",
        "- ‸{says: On 1 March",
        "go together",
        "low: 3, high: 4",
    ),
    _figure(
        "a figure without a number", "key-missing", "- ‸{says: On 1 March", "go together", "counts: dead"
    ),
    _figure(
        "a range upside down", "value-wrong", "low: ‸9", "low before high", "counts: dead, low: 9, high: 4"
    ),
    _figure(
        "a figure of nobody", "value-wrong", "low: ‸0", "low before high", "counts: dead, low: 0, high: 4"
    ),
    _picture("a picture of an unknown kind", "value-wrong", "‸chart", "one of", "{a: {draw: chart}}"),
    _picture(
        "a picture of no trial",
        "id-unknown",
        "[‸printer]",
        "“printers”",
        "{a: {draw: timeline, of: [printer]}}",
    ),
    _picture(
        "a picture of no disagreement", "id-unknown", "[‸dai]", "“day”", "{a: {draw: counts, of: [dai]}}"
    ),
    _picture("a picture without figures", "value-wrong", "[‸day]", "“low”", "{a: {draw: counts, of: [day]}}"),
    _picture("an id of a picture that is none", "id-form", "‸A:", "lower-case", "{A: {draw: timeline}}"),
    Case(
        "a trial without dates in a picture",
        "value-wrong",
        OUTLINE,
        "[‸printers]",
        "“dates”",
        {
            OUTLINE: (LINE, f"{LINE}\npictures: {{a: {{draw: timeline, of: [printers]}}}}"),
            "registers/trials.yaml": ("  dates: 1902-02-28/1902-03-02\n", ""),
        },
    ),
    Case(
        "a name as no source prints it",
        "id-unknown",
        PEOPLE,
        "‸mirov1900",
        "“mirov1901”",
        {PEOPLE: ("  who: A printer.", "  who: A printer.\n  printed: {mirov1900: [Ånders]}")},
    ),
    Case(
        "a picture that the outline does not have",
        "id-unknown",
        SPEECH,
        "‸picture:time",
        "under “pictures”",
        {SPEECH: "![When](picture:time)\n"},
        stage="load",
    ),
    Case(
        "a sub-heading of nobody",
        "mark-unknown",
        SPEECH,
        "‸under=",
        "",
        {SPEECH: 'Who [came]{under="and later"}?\n'},
        stage="attach",
    ),
)
