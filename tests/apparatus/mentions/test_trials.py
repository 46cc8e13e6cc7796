"""Step 3: trials named by date, accused or number, by name and several at once."""

import pytest

from chresto.registers import Accused, Entry, Trial
from tests.apparatus.mentions.reading import paragraphs, read
from tests.helpers import person

PEOPLE: dict[str, Entry] = {
    key: person(f"{name}, {given}", f"{given} {name}", name)
    for key, name, given in (
        ("zinoviev", "Zinoviev", "Grigory"),
        ("kamenev", "Kamenev", "Lev"),
        ("radek", "Radek", "Karl"),
        ("pyatakov", "Pyatakov", "Georgy"),
        ("bukharin", "Bukharin", "Nikolai"),
        ("stalin", "Stalin", "Joseph"),
    )
}


def trial(
    heading: str, dates: str, *accused: str, variants: tuple[str, ...] = (), place: str = "Moscow"
) -> Trial:
    return Trial(heading, variants, dates=dates, place=place, accused=tuple(Accused(a) for a in accused))


TRIALS: dict[str, Entry] = {
    "centre": trial("Moscow Centre trial (January 1935)", "1935-01-15/1935-01-16", "zinoviev", "kamenev"),
    "sixteen": trial(
        "Trial of the Sixteen (August 1936)",
        "1936-08-19/1936-08-24",
        "zinoviev",
        "kamenev",
        variants=("Trial of the Sixteen", "first Moscow trial"),
    ),
    "seventeen": trial(
        "Trial of the Seventeen (January 1937)",
        "1937-01-23/1937-01-30",
        "radek",
        "pyatakov",
        variants=("second Moscow trial",),
    ),
    "twenty-one": trial(
        "Trial of the Twenty-One (March 1938)",
        "1938-03-02/1938-03-13",
        "bukharin",
        variants=("third Moscow trial",),
    ),
    "moscow": trial("Moscow trials (1936–1938)", "1936-08/1938-03", variants=("Moscow trials",)),
    "shakhty": trial("Shakhty trial (1928)", "1928-05-18/1928-07-06", place="Moscow"),
    "party": trial("Industrial Party trial (1930)", "1930-11-25/1930-12-07"),
    "kemerovo": trial("Kemerovo trial (1936)", "1936-11-19/1936-11-22", place="Novosibirsk"),
}  # fmt: skip


def named(*words: str) -> list[str]:
    return [n.split(":")[0] for n in read(paragraphs(*words), PEOPLE, trials=TRIALS).named("trials")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Trial of the Sixteen, the trial of the sixteen, the Trial of the 16", ["sixteen"] * 3),
        ("the trial of the Twenty-One and that of the Seventeen", ["twenty-one", "seventeen"]),
        ("the trials of the Sixteen and the Seventeen", ["sixteen", "seventeen"]),
        ("the trial of January 1937", ["seventeen"]),
        ("the trials of August 1936 and of January 1937", ["sixteen", "seventeen"]),
        ("the trials of August 1936, January 1937, and March 1938", ["sixteen", "seventeen", "twenty-one"]),
        ("the August 1936 show trial; the January trial", ["sixteen"]),
        ("the March trial; the trial of March 2, 1938", ["twenty-one"] * 2),
        ("the 1930 trial, the trial of 1928", ["party", "shakhty"]),
        ("the trials of 1936–1938", ["moscow"]),
        ("the trial in Moscow in August 1936", ["sixteen"]),
        ("the trial that opened on 23 January 1937", ["seventeen"]),
        ("the Pyatakov–Radek trial, the Radek and Pyatakov trial", ["seventeen"] * 2),
        ("the trial of Pyatakov, Radek and fifteen others", ["seventeen"]),
        ("the Bukharin trial", ["twenty-one"]),
        ("the Zinoviev–Kamenev trial of August 1936", ["sixteen"]),
        ("the first and second Moscow trials", ["sixteen", "seventeen"]),
        ("the first two Moscow trials", ["sixteen", "seventeen"]),
        ("the three Moscow trials", ["sixteen", "seventeen", "twenty-one"]),
        ("at the second trial", ["seventeen"]),
        ("the Shakhty and Industrial Party trials", ["shakhty", "party"]),
        ("the Shakhty case and the Shakhty affair", ["shakhty"] * 2),
        ("the Moscow Trials", ["moscow"]),
        ("the Novosibirsk trial of November 1936", ["kemerovo"]),
    ],
)
def test_a_trial_is_named_in_many_ways(words: str, expected: list[str]) -> None:
    assert named(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "the trial, this trial, a trial, his trial and the trials",
        "the trial of Stalin and of his friends",
        "the Zinoviev trial",
        "the Barcelona trial of October 1938",
        "the Leningrad trial of August 1936",
        "in the case of Radek and Pyatakov",
        "a public trial in 1935",
        "proceedings against Bukharin were closed",
        "proceedings against Bukharin and Radek",
        "Other proceedings followed",
        "Stalin, Bukharin and Radek. These gruesome trials",
        "the process by which the case was made in August",
        "the Industrial Party Trial Fund",
        "(Radek’s case)",
    ],
)
def test_what_names_no_trial_of_the_register_is_none(words: str) -> None:
    assert named(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The trials ended; those of August 1936 and January 1937 were short.", ["sixteen", "seventeen"]),
        ("After this trial that of March 1938 was the last.", ["twenty-one"]),
        ("The verdicts of August 1936 and January 1937 stand.", ["sixteen", "seventeen"]),
        ("The trial passed over into that of Bukharin.", ["twenty-one"]),
        ("His life and that of Bukharin", []),
        ("the Radek case of 1951", []),
        ("the trials in Novosibirsk and Paris", ["kemerovo"]),
        ("the trial of nine engineers at Novosibirsk", ["kemerovo"]),
        ("the first of these trials; the second of the Moscow trials", ["sixteen", "seventeen", "moscow"]),
        ("the trials of Bukharin and Radek", ["twenty-one", "seventeen"]),
        ("the trials of 1936, 1937 and 1938", ["sixteen", "seventeen", "twenty-one"]),
        ("the impeachment of Bukharin", ["twenty-one"]),
        ("Bukharin’s case was hard", ["twenty-one"]),
        ("the trial of Pyatakov, Radek and seventeen others", ["seventeen"]),
    ],
)
def test_what_stands_for_a_trial_is_one(words: str, expected: list[str]) -> None:
    assert named(words) == expected


def test_only_people_are_accused() -> None:
    found = read("the Radek trial", {}, trials={"elm": trial("Elm trial (1937)", "1937", "radek")})

    assert found.named("trials") == []


def test_of_several_trials_the_one_named_before_is_meant() -> None:
    assert named("The trial of August 1936 was short.", "The Zinoviev trial ended.") == ["sixteen", "sixteen"]


def test_the_year_of_the_paragraph_tells_which_is_meant() -> None:
    assert named("In 1935 they met. The Zinoviev trial ended.") == ["centre"]
    assert named("In 1935 or 1936. The Zinoviev trial ended.") == []


def test_of_several_that_were_not_named_none_is_taken_and_the_review_says_so() -> None:
    found = read("the Zinoviev trial", PEOPLE, trials=TRIALS)

    assert [(d.entries, d.asked) for d in found.doubts] == [(("centre", "sixteen"), False)]


def test_the_trial_of_one_is_not_that_of_several() -> None:
    trials: dict[str, Entry] = {
        "one": trial("Trial of Bukharin (1929)", "1929", "bukharin"),
        "many": trial("Trial of the Twenty-One (1938)", "1938", "bukharin", "radek"),
    }

    def found(words: str) -> list[str]:
        return read(words, PEOPLE, trials=trials).named("trials")

    assert found("the trial of Bukharin") == ["one:trialofBukharin"]
    assert found("the trial of Bukharin and his friends") == []
