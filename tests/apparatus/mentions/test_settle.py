"""Step 3: whom a name means where it stands, as a reader would take it."""

import pytest

from chresto.apparatus.mentions.given import may_stand_for
from chresto.apparatus.mentions.phrases import parted, split
from chresto.apparatus.mentions.spelling import skeleton
from chresto.book import RegisterFile
from chresto.registers import Entry
from tests.apparatus.mentions.reading import paragraphs, read
from tests.helpers import person

SMIRNOVS: dict[str, Entry] = {
    "ivan": person("Smirnov, Ivan", "Ivan Nikitich Smirnov", "Ivan Smirnov", "Smirnov"),
    "vladimir": person("Smirnov, Vladimir", "Vladimir Smirnov", "Smirnov"),
}
HISS: dict[str, Entry] = {
    "hiss": person("Hiss, Alger", "Alger Hiss", "Hiss"),
    "adler": person("Adler, Friedrich", "Friedrich Adler"),
    "stone": person("Stone, Isidor", "I. F. Stone", "Stone"),
    "pyatakov": person("Pyatakov, Georgy", "Georgy Pyatakov", "Pyatakov"),
    "ulrikh": person("Ulrikh, Vasily"),
    "rajk": person("Rajk, László", "Rajk László", "Rajk"),
    "conquest": person("Conquest, Robert", "Robert Conquest"),
}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Ivan Smirnov came.", "Smirnov spoke."], ["ivan", "ivan"]),
        (["Ivan Smirnov", "Vladimir Smirnov", "Smirnov"], ["ivan", "vladimir", "vladimir"]),
        (["Smirnov’s plea", "Then Vladimir Smirnov spoke."], ["vladimir", "vladimir"]),
        (["I. N. Smirnov and V. Smirnov"], ["ivan", "vladimir"]),
        (["Comrade Ivan Nikitich Smirnov", "Marshal Smirnov"], ["ivan", "ivan"]),
        (["Smirnov, I. N.; Smirnov, V."], ["ivan", "vladimir"]),
        (["Andrei Smirnov came.", "Smirnov spoke."], []),
        (["Ivan Smirnov came.", "Andrei Smirnov and Smirnov.", "Smirnov left."], ["ivan", "ivan"]),
        (["The elder Smirnov and a Smirnov"], []),
        (["Ivan (Vanya) Smirnov"], ["ivan"]),
    ],
)  # fmt: skip
def test_a_surname_means_its_bearer_last_named_in_full(words: list[str], expected: list[str]) -> None:
    found = read(paragraphs(*words), SMIRNOVS)

    assert [name.split(":")[0] for name in found.named()] == expected


def test_where_nobody_has_been_named_in_full_the_editor_is_asked() -> None:
    found = read("Smirnov spoke.", SMIRNOVS)

    assert [(d.asked, d.entries) for d in found.doubts] == [(True, ("ivan", "vladimir"))]


def test_a_register_may_have_the_editor_asked_always() -> None:
    spec = RegisterFile(file="p", mark="person", kind="people", surnames="ask")
    found = read(paragraphs("Ivan Smirnov came.", "Smirnov spoke."), SMIRNOVS, spec=spec)

    assert found.named() == ["ivan:IvanSmirnov"]
    assert [d.asked for d in found.doubts] == [True]


def test_what_was_inferred_says_so_and_names_the_others() -> None:
    last = read(paragraphs("Ivan Smirnov came.", "Smirnov spoke."), SMIRNOVS).mentions[1]

    assert (last.why, last.sure, last.others) == ("named in full before: Smirnov, Ivan", False, ("vladimir",))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Priscilla Hiss and Hiss", []),
        ("Mrs. Hiss, Mr. Hiss", ["hiss:Hiss"]),
        ("When Hiss came, In Paris Hiss", ["hiss:Hiss"] * 2),
        ("Alger Hiss, Jr., spoke; the Hiss brothers", []),
        ("Adler came", []),
        ("Friedrich Adler came, and Adler went", ["adler:FriedrichAdler", "adler:Adler"]),
        ("Alfred Adler came, and Adler went", []),
        ("F. Adler", ["adler:FAdler"]),
        ("Judge Ulrikh, Ulrikh", ["ulrikh:Ulrikh"] * 2),
        ("Piatakov, G. Piatakov and Pjatakow; Yu. Piatakoff", ["pyatakov:Piatakov", "pyatakov:GPiatakov",
         "pyatakov:Pjatakow", "pyatakov:YuPiatakoff"]),
        ("He met stone. Stone walls stood. He knew Stone.", ["stone:Stone"]),
        ("He met stone. I. F. Stone came. Stone said so.", ["stone:IFStone", "stone:Stone"]),
        ("Rajk László, László Rajk, Laszlo Rajk", ["rajk:RajkLászló", "rajk:LászlóRajk", "rajk:LaszloRajk"]),
        ("Rajk Júlia", []),
        ("Hiss-Lodge, and Alger Hiss-Lodge", []),
        ("the Hiss-Lodge debate", ["hiss:Hiss"]),
        ("Hiss, F. Adler and Stone", ["hiss:Hiss", "adler:FAdler", "stone:Stone"]),
        ("Hiss’s Island", []),
        ("Rob Conquest", ["conquest:RobConquest"]),
        ("another Alger Hiss, and the Alger Hiss brothers", []),
    ],
)  # fmt: skip
def test_what_stands_around_a_surname_says_whose_it_is(words: str, expected: list[str]) -> None:
    assert read(words, HISS).named() == expected


def test_a_given_name_shares_the_surname_behind_it() -> None:
    people: dict[str, Entry] = {
        "julius": person("Rosenberg, Julius", "Julius Rosenberg"),
        "ethel": person("Rosenberg, Ethel", "Ethel Rosenberg"),
    }

    assert read("Julius and Ethel Rosenberg; Anna and Ethel Rosenberg", people).named() == [
        *("julius:Julius", "ethel:EthelRosenberg", "ethel:EthelRosenberg")
    ]


def test_a_doctor_is_no_junior() -> None:
    people: dict[str, Entry] = {"hiss": person("Hiss, Dr. Alger", "Alger Hiss")}

    assert read("Alger Hiss, Jr., spoke", people).named() == []


def test_the_surname_that_the_register_lists_is_its_bearer_s_though_another_was_named() -> None:
    people: dict[str, Entry] = {
        "lev": person("Sedov, Lev", "Lev Sedov", "Sedov"),
        "sergei": person("Sedov, Sergei", "Sergei Sedov"),
    }
    found = read(paragraphs("Lev Sedov wrote.", "Sergei Sedov was arrested.", "Sedov wrote again."), people)

    assert [n.split(":")[0] for n in found.named()] == ["lev", "sergei", "lev"]


def test_a_surname_that_a_man_and_a_woman_have_is_hers_with_a_title() -> None:
    people: dict[str, Entry] = {
        "julius": person("Rosenberg, Julius", "Julius Rosenberg", "Rosenberg"),
        "ethel": person("Rosenberg, Ethel", "Ethel Rosenberg", "Rosenberg"),
    }
    words = "Ethel Rosenberg sat. Mrs. Rosenberg and Rosenberg; the Rosenbergs"

    assert read(words, people).named() == [
        *("ethel:EthelRosenberg", "ethel:Rosenberg", "julius:Rosenberg"),
        *("julius:Rosenbergs", "ethel:Rosenbergs"),
    ]


def test_a_register_may_have_only_what_it_lists() -> None:
    spec = RegisterFile(file="p", mark="person", kind="people", forms="listed")

    assert read("F. Adler, Friedrich Adler, Adler, Piatakov", HISS, spec=spec).named() == [
        "adler:FriedrichAdler"
    ]


@pytest.mark.parametrize(
    ("said", "known", "fits"),
    [
        (("g.",), (("grigory",),), True),
        (("g.", "e."), (("grigory", "yevseyevich"),), False),
        (("g.", "y."), (("grigory", "yevseyevich"),), True),
        (("gregory",), (("grigory",),), True),
        (("yu.",), (("georgy",),), True),
        (("vladimir",), (("grigory",),), False),
        (("ivan", "nikitich"), (("ivan",),), True),
        (("ivan",), (), False),
    ],
)
def test_a_given_name_may_stand_for_another_form_of_it(
    said: tuple[str, ...], known: tuple[tuple[str, ...], ...], *, fits: bool
) -> None:
    assert may_stand_for(said, known) is fits


@pytest.mark.parametrize(
    "names",
    [
        "pyatakov piatakov pjatakow",
        "zinoviev zinovyev zinovieff",
        "trotsky trotzky trotskii trockij",
        "yezhov ezhov",
        "tukhachevsky tuchatschewski",
        "yagoda iagoda",
        "vyshinsky vishinskii",
    ],
)
def test_transliterations_have_one_skeleton(names: str) -> None:
    assert len({skeleton(name) for name in names.split()}) == 1
    assert skeleton(names.split(maxsplit=1)[0]) != ""


def test_names_that_only_look_alike_have_none() -> None:
    assert {skeleton(n) for n in ("smith", "smyth", "meyer", "orlo")} == {""}


def test_headings_and_names_fall_into_given_names_and_surname() -> None:
    assert parted("Rosenberg, Julius (1918–1953)") == ("Rosenberg", "Julius")
    assert parted("Ribbentrop, Joachim von") == ("Ribbentrop", "Joachim von")
    assert parted("King, Martin Luther, Jr.") == ("King", "Martin Luther")
    assert split("Ferdinand du Paty de Clam") == ("Ferdinand du Paty", "de Clam")
    assert split("Nicholas II") == ("", "")
