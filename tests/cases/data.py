"""Faults of YAML itself, and what is said of them."""

from tests.cases.case import OUTLINE, PEOPLE, Case

#: A billion laughs: nine lines that would be gigabytes.
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
LINE = "title: A Tiny Reader"


def _case(name: str, code: str, *rest: str, also: tuple[str, ...] = ()) -> Case:
    new, needle, hint = rest
    return Case(name, code, OUTLINE, needle, hint, {OUTLINE: (LINE, new)}, also=also)


CASES = (
    _case("a tab", "yaml-broken", "\ttitle: x", "‸\ttitle", "spaces, not tabs"),
    _case("a colon in a value", "yaml-broken", "title: A Reader: tiny", "A Reader‸: tiny", "quotation marks"),
    _case("a bracket that stays open", "yaml-broken", "title: [a, b", "‸: Two texts", "quotation"),
    _case("a wrong indentation", "yaml-broken", " title: x", "title‸: x", "indentation"),
    _case("an anchor", "yaml-alias", "title: &a x", "‸&a", "write the value out"),
    _case("an alias", "yaml-alias", "title: *a", "‸*a", "quote text that begins"),
    _case("a tag", "yaml-alias", "title: !!python/object/apply:os.system [ls]", "‸!!python", "quote text"),
    _case("a merge key", "yaml-alias", "<<: *a", "‸*a", "write the value out"),
    _case("a key that is a list", "key-unknown", "[a, b]: c\n  title: x", "‸[a, b]", "a word"),
    Case(
        "an unclosed quote",
        "yaml-broken",
        PEOPLE,
        "",
        "quotation marks",
        {PEOPLE: 'a:\n  heading: "Anders'},
        also=(),
    ),
    Case(
        "a billion laughs",
        "yaml-alias",
        PEOPLE,
        "a: ‸&a",
        "write the value out",
        {PEOPLE: LAUGHS},
        also=("yaml-alias",),
    ),
    Case("a register of comments", "yaml-broken", PEOPLE, "‸# nothing", "write it", {PEOPLE: "# nothing\n"}),
    Case(
        "a nest without an end",
        "yaml-broken",
        PEOPLE,
        "",
        "",
        {PEOPLE: "[" * 200 + "]" * 200},
        "nested too deeply",
    ),
    Case(
        "two documents",
        "yaml-broken",
        PEOPLE,
        "‸---",
        "",
        {PEOPLE: "a: {heading: A}\n---\nb: {heading: B}\n"},
    ),
    Case(
        "a control character", "yaml-broken", PEOPLE, "‸\x07", "take it out", {PEOPLE: "a: {heading: \x07}\n"}
    ),
)
