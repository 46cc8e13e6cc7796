"""Divisions that are made from data: what the registers and records say, as Markdown that means just this."""

from hypothesis import given
from hypothesis import strategies as st

from chresto.book import Contributor, Item, Metadata, Outline, Part
from chresto.letters import text_of
from chresto.manuscript.made.chronology import chronology
from chresto.manuscript.made.emendations import emendations
from chresto.manuscript.made.record import disagreements
from chresto.manuscript.made.rights import rights
from chresto.manuscript.made.trials import trials
from chresto.manuscript.made.who import who
from chresto.manuscript.made.words import cite, listed, plain, straight
from chresto.queries import Queries
from chresto.registers import Accused, Claim, Damage, Disagreement, Event, Person, Registers, Trial
from tests.manuscript.loading import load_one


def of_people(people: dict[str, Person], courts: dict[str, Trial] | None = None) -> Registers:
    return Registers({"people": dict(people), "trials": dict(courts or {})}, {}, {})


def events(*found: Event) -> Registers:
    return Registers({}, {}, {}, {f"e{n}": e for n, e in enumerate(found)})


def lines(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if line]


def test_events_stand_in_the_order_of_time_under_their_years() -> None:
    registers = events(
        Event("1936-08-24", "C."), Event("1936-08", "B."), Event("1934-12-01", "A."), Event("1936", "Y.")
    )

    assert lines(chronology(registers)) == [
        *("## 1934", "**1 December** A."),
        *("## 1936", "**1936** Y.", "**24 August** C.", "**August** B."),
    ]


def test_an_interval_over_two_years_keeps_both() -> None:
    assert lines(chronology(events(Event("1934-12-28/1935-01-02", "A.")))) == [
        "## 1934",
        "**28 December 1934 – 2 January 1935** A.",
    ]


def test_an_event_has_its_sources_and_the_mark_of_its_disagreement() -> None:
    registers = events(Event("1934-12-01", "A [x].", ("one", "two"), "kirov"))

    assert lines(chronology(registers))[1] == ("**[1 December]{disagreement=kirov}** A \\[x\\]. [@one; @two]")


def test_an_event_of_a_doubtful_date_says_so() -> None:
    doubtful = events(Event("1931?", "A."), Event("1932~", "B."), Event("1933-05~", "C."))

    assert [line for line in lines(chronology(doubtful)) if not line.startswith("#")] == [
        "**1931 (?)** A.",
        "**about 1932** B.",
        "**about May** C.",
    ]


COURTS = {
    "second": Trial(
        "Second (1937)", dates="1937-01", accused=(Accused("a", sentence="death", outcome="shot"),), count=1
    ),
    "first": Trial(
        "First (1936)",
        dates="1936-08-19/1936-08-24",
        bench=("j",),
        prosecutors=("p",),
        count=3,
        complete=True,
        accused=(
            Accused("a", sentence="ten years of prison", rehabilitated="1988-06-13"),
            Accused("b", sentence="death"),
            Accused("c", "defendant in absence", "death"),
            Accused("w", "witness"),
        ),
    ),
}
PEOPLE = {
    key: Person(f"{key.upper()}name, {key.upper()}ve", who="Somebody")
    for key in ("a", "b", "c", "w", "j", "p")
}


def test_everybody_has_a_paragraph_with_every_part_in_every_trial_in_the_order_of_time() -> None:
    found = who(of_people(PEOPLE, COURTS)).split("\n\n")

    assert len(found) == len(PEOPLE)
    assert found[0] == (
        "[**Aname, Ave**]{#who-a}. Somebody. *Trials:* accused in the First \\(1936\\): "
        "ten years of prison, cleared 13 June 1988; accused in the Second \\(1937\\): death, shot."
    )
    assert "judge in the First" in found[3]
    assert "prosecutor in the First" in found[4]
    assert "witness in the First" in found[5]
    assert "accused in absence in the First" in found[2]


def test_a_life_is_told_by_its_years() -> None:
    people = {
        "a": Person("A", born="1883-09-23", died="1936-08-25"),
        "b": Person("B", born="1475~"),
        "c": Person("C", died="1931?"),
        "d": Person("D"),
        "e": Person("Ievlev, B. I."),
    }

    assert who(of_people(people)).split("\n\n") == [
        "[**A**]{#who-a} \\(1883–1936\\).",
        "[**B**]{#who-b} \\(born about 1475\\).",
        "[**C**]{#who-c} \\(died 1931 \\(?\\)\\).",
        "[**D**]{#who-d}.",
        "[**Ievlev, B. I.**]{#who-e}",
    ]


def test_the_name_as_each_source_prints_it_stands_with_that_source() -> None:
    person = Person(
        "Pyatakov, Georgy", printed={"simkin": ("Yuri Piatakov", "Piatakov"), "arnot": ("Pyatakov",)}
    )

    assert who(of_people({"p": person})).endswith(
        "*As printed:* Yuri Piatakov, Piatakov [@simkin]; Pyatakov [@arnot]."
    )


def test_the_table_of_trials_counts_sentences_only_where_all_are_known() -> None:
    rows = [line for line in lines(trials(of_people(PEOPLE, COURTS))) if line.startswith("| ")]

    assert rows[1:] == [
        "| First | 19–24 August 1936 | 3 | 2 | 1 |",
        "| Second | January 1937 | 1 | – | – |",
    ]


def test_those_of_one_fate_stand_together_and_death_comes_first() -> None:
    found = [line for line in lines(trials(of_people(PEOPLE, COURTS))) if line.startswith("- ")]

    assert found[:3] == [
        "- Death: Bve Bname and Cve Cname \\(in absence\\).",
        "- Ten years of prison; cleared 13 June 1988: Ave Aname.",
        "- Witness: Wve Wname.",
    ]


def test_accused_whom_the_register_does_not_name_are_counted() -> None:
    one = Trial("T", count=5, accused=(Accused("a", sentence="exile"),))

    assert "- Not known to this register by name: 4 of 5." in trials(of_people(PEOPLE, {"t": one}))


def test_an_entry_without_accused_is_described_and_not_in_the_table() -> None:
    found = trials(of_people({}, {"all": Trial("All three", dates="1936/1938", note="Taken together.")}))

    assert "| All three" not in found
    assert "## All three {#trial-all}" in found
    assert "Taken together." in found


def test_damage_is_listed_by_source_first_what_was_mended() -> None:
    found = {
        "a": Damage("one", "line 3", "l935", "a misread figure", mended=True, printed="1935"),
        "b": Damage("two", "end", "and then", "torn off", mended=False),
        "c": Damage("one", "line 9", "pint", "a lost letter.", mended=True, printed="joint"),
    }

    assert lines(emendations(Registers({}, {}, {}, {}, found))) == [
        "## What was mended",
        "In @one:",
        "- Line 3: *l935*, read as *1935*. a misread figure.",
        "- Line 9: *pint*, read as *joint*. a lost letter.",
        "## What could not be mended",
        "In @two:",
        "- End: *and then*. torn off.",
    ]


def test_nothing_is_made_of_no_data() -> None:
    empty = Registers({}, {}, {})

    assert (chronology(empty), who(empty), trials(empty), emendations(empty)) == ("", "", "", "")


def test_a_claim_stands_with_its_source_and_the_place_in_it() -> None:
    record = {"d": Disagreement("Who?", (Claim("A.", "one", "p. [3]"), Claim("B.", where="the record")))}

    assert "- A. [@one, p. \\[3\\]]" in disagreements(Registers({}, record, {}))
    assert "- B. (the record)" in disagreements(Registers({}, record, {}))


def test_a_theme_is_a_heading_above_its_disagreements() -> None:
    claims = (Claim("A."), Claim("B."))
    record = {
        "one": Disagreement("When?", claims, theme="Dates"),
        "two": Disagreement("On which day?", claims),
        "three": Disagreement("Who?", claims, theme="Names [and forms]"),
    }
    headings = [line for line in lines(disagreements(Registers({}, record, {}))) if line.startswith("#")]

    assert headings == ["## Dates", "### When?", "### On which day?", "## Names \\[and forms\\]", "### Who?"]


BOOK = Metadata("b", "B", "urn:isbn:9780000000000", "en", "2026-01-01", "None.", (Contributor("A", "A"),))


def test_sources_are_listed_by_what_the_book_does_with_them_and_by_their_rights() -> None:
    outline = Outline(BOOK, (Part("p", "P", (Item(reading="r", file="r.md", title="R", source="one"),)),))
    sources: dict[str, dict[str, object]] = {
        "one": {"custom": {"rights": "in copyright", "holder": "The heirs", "status": "in copyright"}},
        "two": {"custom": {"rights": "unknown", "known_through": "one"}},
        "three": {"custom": {"rights": "unknown", "known_through": "one"}},
        "four": {"custom": {"status": "public domain"}},
        "five": {"title": "Says nothing of its rights"},
    }

    assert lines(rights(outline, Registers({}, {}, sources))) == [
        "## Digested",
        "- @one: In copyright. Holder: The heirs. Digested on [page](#r){.page}.",
        "## Quoted or named",
        "- Unknown, known through @one: @two; @three.",
        "- Status: public domain: @four.",
    ]


def test_without_a_word_on_rights_there_is_no_list_of_them() -> None:
    outline = Outline(BOOK, (Part("p", "P", (Item(piece="r", file="r.md", title="R"),)),))

    assert rights(outline, Registers({}, {}, {"one": {"title": "One"}})) == ""


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40))
def test_plain_text_stays_what_it_is(text: str) -> None:
    """Typographic changes of quotation marks, dots and dashes are pandoc's and wanted."""
    loaded = load_one(f"Aa {plain(text)} zz.", Queries())
    found = text_of(loaded.tree[0])

    assert [c for c in found if c.isalnum()] == [c for c in f"Aa{text}zz" if c.isalnum()]


def test_small_words() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b", "c"])) == ("", "a", "a, b and c")
    assert (straight("Zinoviev, Grigory"), straight("Dorodnov")) == ("Grigory Zinoviev", "Dorodnov")
    assert (cite([]), cite(["a"], "p. 3")) == ("", " [@a, p. 3]")
