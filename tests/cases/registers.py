"""Faults of the registers and the disagreements, and what is said of them."""

from tests.cases.case import DISAGREEMENTS, PEOPLE, TRIALS, Case


def _case(name: str, code: str, file: str, *rest: str, says: str = "", also: tuple[str, ...] = ()) -> Case:
    """A case of words in a register that are others: the rest is old words, new words, needle, hint."""
    old, new, needle, hint = rest
    return Case(name, code, file, needle, hint, {file: (old, new)}, says, also)


SHOT = "outcome: shot"

CASES = (
    _case(
        "a wrong key of a person",
        "key-unknown",
        PEOPLE,
        "born: 1870",
        "birth: 1870",
        "‸birth",
        "one of: heading",
    ),
    _case("a wrong key of a trial", "key-unknown", TRIALS, "place:", "plase:", "‸plase", "“place”"),
    _case("a wrong key of one accused", "key-unknown", TRIALS, SHOT, "outcom: shot", "‸outcom", "“outcome”"),
    _case(
        "no heading",
        "key-missing",
        PEOPLE,
        "  heading: Judge, John\n",
        "",
        "‸variants: [John J",
        "add “heading: …”",
    ),
    _case(
        "an empty heading",
        "value-wrong",
        PEOPLE,
        "heading: Judge, John",
        'heading: " "',
        '‸" "',
        "Zinoviev, Grigory",
    ),
    _case(
        "a number for a variant",
        "value-wrong",
        PEOPLE,
        "[John Judge]",
        "[1905]",
        "[‸1905",
        '"1905"',
        also=("value-wrong",),
    ),
    _case(
        "a variant without letters",
        "value-wrong",
        PEOPLE,
        "[John Judge]",
        '["1905"]',
        '[‸"1905',
        "take it out",
    ),
    _case("a variant twice", "value-wrong", PEOPLE, "[John Judge]", "[J. J., J. J.]", ", ‸J. J.", "keep one"),
    _case(
        "a misspelt role",
        "value-wrong",
        TRIALS,
        "in absence",
        "in absense",
        "‸defendant in ab",
        "“defendant in absence”",
    ),
    _case(
        "a count in words", "value-wrong", TRIALS, "count: 2", "count: two", "‸two", "", says="a whole number"
    ),
    _case(
        "a boolean in words",
        "value-wrong",
        TRIALS,
        "complete: true",
        "complete: yes",
        "‸yes",
        "",
        says="true or false",
    ),
    _case("a date in words", "date-form", PEOPLE, "born: 1870", "born: spring 1870", "‸spring", "1936-08-19"),
    _case(
        "a day that never was", "date-form", PEOPLE, "1902-03-04", "1902-02-29", "‸1902-02-29", "1936-08-19"
    ),
    _case("a death before the birth", "date-form", PEOPLE, "1902-03-04", "1802", "‸1802", "which of the two"),
    _case(
        "an interval that runs back",
        "date-form",
        TRIALS,
        "02-28/1902-03-02",
        "03-28/1902-03-02",
        "‸1902-03",
        "/1936",
    ),
    _case(
        "a rehabilitation in words", "date-form", TRIALS, SHOT, "rehabilitated: never", "‸never", "1936-08-19"
    ),
    _case(
        "an id with a capital",
        "id-form",
        PEOPLE,
        "judge:",
        "Judge:",
        "‸Judge:",
        "lower-case",
        also=("id-unknown",),
    ),
    _case(
        "see also nobody",
        "id-unknown",
        PEOPLE,
        "also: [mirov-boris]",
        "also: [mirov-bori]",
        "[‸mirov-bori]",
        "mirov-boris",
    ),
    _case(
        "see also itself",
        "id-unknown",
        PEOPLE,
        "also: [mirov-boris]",
        "also: [anders]",
        "[‸anders]",
        "another entry",
    ),
    _case(
        "an unknown source", "id-unknown", PEOPLE, "[mirov1901]", "[mirov1902]", "[‸mirov1902]", "“mirov1901”"
    ),
    _case(
        "a defendant that no person is",
        "id-unknown",
        TRIALS,
        "person: anders",
        "person: andres",
        "‸andres",
        "“anders”",
    ),
    _case("a judge that no person is", "id-unknown", TRIALS, "[judge]", "[juge]", "[‸juge", "“judge”"),
    _case(
        "a prosecutor that no person is",
        "id-unknown",
        TRIALS,
        "bench: [judge]",
        "prosecutors: [juge]",
        "[‸juge",
        "“judge”",
    ),
    _case(
        "one accused twice",
        "id-twice",
        TRIALS,
        "person: mirov-boris",
        "person: anders",
        "- ‸{person: anders, role",
        "keep one",
    ),
    _case(
        "too many accused",
        "count-wrong",
        TRIALS,
        "count: 2",
        "count: 1",
        "count: ‸1",
        "",
        says="counts 1 accused and lists 2",
    ),
    _case("too few accused", "count-wrong", TRIALS, "count: 2", "count: 3", "count: ‸3", "complete: false"),
    _case(
        "a claim without words",
        "key-missing",
        DISAGREEMENTS,
        "says: On 1 March., ",
        "",
        "- ‸{source: smith",
        "add “says: …”",
    ),
    _case(
        "a claim of an unknown source",
        "id-unknown",
        DISAGREEMENTS,
        "smith1950",
        "smith1905",
        "‸smith1905",
        "“smith1950”",
    ),
    _case(
        "only one claim",
        "value-wrong",
        DISAGREEMENTS,
        "    - {says: On 1 March., source: smith1950}\n",
        "",
        "‸- {says: On the",
        "the other source",
    ),
    _case(
        "an id of a disagreement that is none",
        "id-form",
        DISAGREEMENTS,
        "day:",
        "Day:",
        "‸Day:",
        "lower-case",
    ),
)
