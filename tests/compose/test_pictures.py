"""Pictures drawn from the registers: what they show in words, and that the drawing is sound."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from chresto.book import Contributor, Metadata, Outline, Picture
from chresto.compose import draw
from chresto.compose.pictures.canvas import SVG, WIDTH, XLINK
from chresto.compose.pictures.counts import counts, shown, spelt
from chresto.compose.pictures.sentences import fate, sentences
from chresto.compose.pictures.timeline import timeline
from chresto.registers import Accused, Claim, Disagreement, Entry, Person, Registers, Trial

TRIALS = {
    "one": Trial("First Trial (1931)", short="First", dates="1931-03-01/1931-03-09", count=14),
    "two": Trial(
        "Second Trial (1936)",
        dates="1936-08-19/1936-08-24",
        complete=True,
        accused=(Accused("a"), Accused("b")),
    ),
    "three": Trial("Third", dates="1922"),
}
PEOPLE = {
    "a": Person("Lurye, Moisei"),
    "b": Person("Lurye, Nathan"),
    "c": Person("Radek, Karl"),
    "d": Person("Arnold, Valentin"),
    "w": Person("Witness, W."),
}
FATES = Trial(
    "Trial",
    dates="1937",
    accused=(
        Accused("d", sentence="ten years of prison"),
        Accused("c", sentence="ten years of prison", outcome="killed in prison"),
        Accused("a", sentence="death", outcome="shot"),
        Accused("b"),
        Accused("w", "witness"),
    ),
)


@pytest.fixture(scope="module")
def faces(shelf: Path) -> Path:
    return shelf / "faces"


def inside(svg: bytes) -> etree._Element:
    """A drawing, in which every glyph that is used is there and no word hangs over its edges."""
    root = etree.fromstring(svg)
    known = {e.get("id") for e in root.iter(f"{{{SVG}}}path") if e.get("id")}
    used = {str(e.get(f"{{{XLINK}}}href"))[1:] for e in root.iter(f"{{{SVG}}}use")}
    assert used == known
    width, height = (float(v) for v in str(root.get("viewBox")).split()[2:])
    for box in root.iter(f"{{{SVG}}}rect"):
        x, y, w, h = (float(str(box.get(k))) for k in ("x", "y", "width", "height"))
        assert -1.01 <= x <= x + w <= width + 1.01, "words hang over an edge"
        assert -0.01 <= y <= y + h <= height + 0.01
    return root


def test_a_timeline_tells_the_trials_in_the_order_of_time(faces: Path) -> None:
    svg, words = timeline(TRIALS, kept=faces)

    assert words == (
        "Timeline of the trials, 1922 to 1936, in the order of their dates: Third, 1922; "
        "First, 1–9 March 1931, 14 accused; Second Trial, 19–24 August 1936, 2 accused."
    )
    root = inside(svg)
    assert root.findtext(f"{{{SVG}}}desc") == words
    assert len(root.findall(f"{{{SVG}}}circle")) == 3


def test_a_long_trial_is_a_bar_between_two_dots(faces: Path) -> None:
    root = inside(timeline({"long": Trial("Long", dates="1931/1936")}, kept=faces)[0])

    assert len(root.findall(f"{{{SVG}}}circle")) == 2


def test_a_picture_of_sentences_names_everybody_by_what_befell_them(faces: Path) -> None:
    svg, words = sentences({"t": FATES}, PEOPLE, kept=faces)

    assert words == (
        "Who was tried where, and with what sentence. Trial: condemned to death: Lurye, M.; prison or exile; "
        "later shot, killed or died in custody: Radek; prison or exile: Arnold; another sentence, "
        "or none known: Lurye, N."
    )
    inside(svg)


@pytest.mark.parametrize(
    ("one", "sign"),
    [
        (Accused("a", sentence="death"), "full"),
        (Accused("a", sentence="eight years", outcome="shot in 1941"), "half"),
        (Accused("a", sentence="eight years", outcome="released"), "open"),
        (Accused("a", sentence="acquitted"), "small"),
        (Accused("a"), "small"),
    ],
)
def test_the_sign_is_that_of_sentence_and_outcome(one: Accused, sign: str) -> None:
    assert fate(one) == sign


def figure(low: int, high: int, source: str = "") -> Claim:
    return Claim("So many.", source, counts="dead", low=low, high=high)


def test_a_picture_of_counts_tells_every_figure_and_its_source(faces: Path) -> None:
    sources: dict[str, dict[str, object]] = {
        "t": {"author": [{"family": "Taylor"}], "issued": "1990-05", "title": "A Life"},
        "u": {"title": "Untitled chapter", "title-short": "Chapter"},
    }
    found = {
        "a": Disagreement(
            "How many?", (figure(600_000, 1_000_000, "t"), figure(12_000_000, 15_000_000, "u"))
        ),
        "b": Disagreement("Who?", (Claim("Nobody."), figure(9_506, 9_506))),
        "c": Disagreement("Nothing to count", (Claim("A."), Claim("B."))),
    }
    svg, words = counts(found, sources, kept=faces)

    assert words == (
        "How the figures differ from source to source, on a scale of powers of ten. dead (Taylor 1990): "
        "600,000–1 million; dead (Chapter): 12–15 million; dead (established record): 9,506."
    )
    assert len(inside(svg).findall(f"{{{SVG}}}circle")) == 5


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_figure_is_spelt_so_that_it_can_be_read_back(one: int, two: int) -> None:
    low, high = min(one, two), max(one, two)
    said = shown(figure(low, high))
    numbers = [float(n.replace(",", "")) for n in re.findall(r"[\d,.]+", said)]
    millions = "million" in said

    assert spelt(low) in said or millions
    assert len(numbers) == (1 if low == high else 2)


def test_a_drawing_is_the_same_each_time(faces: Path) -> None:
    assert timeline(TRIALS, kept=faces) == timeline(TRIALS, kept=faces)


def test_a_drawing_has_the_width_of_the_page_and_a_white_ground(faces: Path) -> None:
    root = inside(timeline(TRIALS, kept=faces)[0])

    assert root.get("width") == f"{WIDTH:g}pt"
    ground = root.find(f"{{{SVG}}}rect")
    assert ground is not None
    assert (ground.get("fill"), ground.get("width")) == ("#fff", f"{WIDTH:g}")


def test_pictures_are_drawn_of_what_the_outline_names_or_of_all_that_fit(faces: Path) -> None:
    book = Metadata("b", "B", "urn:isbn:9780000000000", "en", "2026-01-01", "None.", (Contributor("A", "A"),))
    pictures = {
        "all": Picture("timeline"),
        "some": Picture("timeline", ("three",)),
        "fates": Picture("sentences"),
        "figures": Picture("counts", ("b", "a")),
    }
    trials: dict[str, Entry] = {**TRIALS, "undated": Trial("Undated"), "fates": FATES}
    claims = {k: Disagreement("?", (figure(n, n), Claim("A."))) for k, n in (("a", 10), ("b", 2000))}
    registers = Registers({"people": dict(PEOPLE), "trials": trials}, claims, {})
    found = draw(Outline(book, (), pictures=pictures), registers, kept=faces)

    assert sorted(found) == [f"drawn/{name}.svg" for name in ("all", "fates", "figures", "some")]
    assert "Undated" not in found["drawn/all.svg"].description
    assert found["drawn/some.svg"].description.endswith("in the order of their dates: Third, 1922.")
    assert "First" not in found["drawn/fates.svg"].description
    assert "2,000; dead (established record): 10." in found["drawn/figures.svg"].description
