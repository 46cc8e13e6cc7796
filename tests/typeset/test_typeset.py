"""The page map tells exactly what the printed page shows."""

import itertools
import os
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from chresto.forms import Division, Run, SetDivision
from chresto.letters import blocks, count, text_of
from chresto.typeset import typeset
from chresto.typeset.set import set_division
from chresto.typeset.shelf import key, prune
from tests.typeset.sample import css, division, job, note, reading

LONG = " ".join(f"word{n}" for n in range(1500))


def set_one(one: Division, shelf: Path, *sheets: str) -> SetDivision:
    return typeset([job(one, *sheets)], cache=shelf, workers=1, report=lambda *_: None)[one.id]


def letters(text: str) -> str:
    """The letters of a text without figures: marks of notes and numbers of lists are not text."""
    return "".join(c for c in text if c.isalpha())


def printed(one: SetDivision) -> list[str]:
    document = pypdfium2.PdfDocument(one.pdf)
    found = [letters(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return found


def mapped(tree: etree._Element, one: SetDivision) -> list[str]:
    """What the map says stands on each page, taken from the tree."""
    known = {str(b.get("id")): "".join(c for c in text_of(b) if c.isalnum()) for b in blocks(tree)}
    return [letters("".join(known[r.block][r.first : r.last] for r in page.runs)) for page in one.map.pages]


def astray(one: SetDivision) -> list[str]:
    return [n for n, page in one.map.calls.items() if one.map.bodies.get(n, (-1,))[0] != page]


def test_each_page_shows_the_letters_that_its_map_names(
    readings: list[Division], sets: dict[str, SetDivision]
) -> None:
    """Words broken across pages, paragraphs cut by mending and notes with two paragraphs included."""
    for one in readings:
        assert one.tree is not None
        done = sets[one.id]

        assert len(done.map.pages) > 2
        assert mapped(one.tree, done) == printed(done)


def test_every_letter_of_every_block_stands_on_one_page(
    readings: list[Division], sets: dict[str, SetDivision]
) -> None:
    """The runs of a block join without gap or overlap, and end at its last letter."""
    for one in readings:
        assert one.tree is not None
        ends: dict[str, int] = {}
        for run in (r for page in sets[one.id].map.pages for r in page.runs):
            assert run.first == ends.get(run.block, 0)
            ends[run.block] = run.last

        assert ends == {b.get("id"): count(text_of(b)) for b in blocks(one.tree)}


def test_every_note_stands_on_the_page_of_its_call(sets: dict[str, SetDivision]) -> None:
    """And each note of the text is there."""
    for done in sets.values():
        assert astray(done) == []
        assert list(done.map.calls) == sorted(done.map.bodies, key=list(done.map.calls).index)
        assert len(done.map.calls) >= 8


def test_drifting_notes_are_mended(shelf: Path) -> None:
    """A page is broken earlier where a note would drift, and the letters still count as one block."""
    one = reading("dense", seed=3, paragraphs=16, notes=3)
    done = set_one(one, shelf)

    assert one.tree is not None
    assert done.map.mended > 0
    assert astray(done) == []
    assert mapped(one.tree, done) == printed(done)


def test_a_note_longer_than_a_page_is_reported(shelf: Path) -> None:
    """Such a note cannot be broken: the map says where it stands, and a message why."""
    one = division("long", f'<p id="long-p" data-b="1">A word{note("long-n", LONG)} and more.</p>')
    done = set_one(one, shelf)

    assert one.tree is not None
    assert done.map.calls == {"long-n": 0}
    assert astray(done) == ["long-n"]
    assert done.messages == ("the note long-n is longer than a page",)


def test_lines_lie_in_order_within_the_page(sets: dict[str, SetDivision]) -> None:
    """In points from the top; the first line of a page begins where its first run does."""
    for done in sets.values():
        assert (done.map.width, done.map.height) == pytest.approx((419.528, 595.276), abs=0.01)
        for page in done.map.pages:
            assert all(0 < line.top < line.bottom < done.map.height for line in page.lines)
            assert (page.lines[0].start.block, page.lines[0].start.letter) == (
                page.runs[0].block,
                page.runs[0].first,
            )


def test_anchors_name_each_element_once(readings: list[Division], sets: dict[str, SetDivision]) -> None:
    """Every element with an id has one place, on the first page it stands on."""
    for one in readings:
        assert one.tree is not None
        named = [name for page in sets[one.id].map.pages for name in page.anchors]

        assert len(named) == len(set(named))
        assert {e.get("id") for e in one.tree.iter() if e.get("id")} <= set(named)


def test_first_words_join_what_a_line_broke(sets: dict[str, SetDivision]) -> None:
    """They are words of the text, without the hyphens of lines."""
    page = sets["first"].map.pages[1]

    assert len(page.first_words.split()) == 8
    assert "\u2010" not in page.first_words


def test_what_an_edition_leaves_out_keeps_its_room(shelf: Path) -> None:
    """Page breaks stay; nothing of it is printed, linked to a page or counted as a note."""
    whole = reading("kept", seed=9)
    cut = reading("kept", seed=9)
    assert cut.tree is not None
    for element in cut.tree.xpath("//section[@class='headnote'] | //span[@class='note'][1]"):
        element.set("class", f"{element.get('class')} absent")
    before, after = set_one(whole, shelf), set_one(cut, shelf)
    starts = [page.runs[0] for page in before.map.pages[1:]]

    assert [page.runs[0] for page in after.map.pages[1:]] == starts
    assert len(after.map.calls) < len(before.map.calls)
    (hidden,) = cut.tree.xpath("//section[@id='kept-headnote']/p")
    assert not any(r.block == hidden.get("id") for page in after.map.pages for r in page.runs)
    assert letters(text_of(hidden)) not in "".join(printed(after))


def test_a_call_never_parts_from_its_word(sets: dict[str, SetDivision]) -> None:
    """A word joiner stands before each call."""
    html = job(reading("first", seed=1)).html

    assert html.count('\u2060<span class="note"') == html.count('<span class="note"') > 0


def test_the_label_of_a_voice_stands_at_the_head_of_its_notes(shelf: Path) -> None:
    """Printed, but no letter of the text."""
    signed = note("v-n", "Words.").replace('data-label=""', 'data-label="L.S."')
    done = set_one(division("v", f'<p id="v-p" data-b="1">A{signed}</p>'), shelf)

    assert printed(done) == ["ALSWords"]
    assert done.map.pages[0].runs == (Run("v-p", 0, 1), Run("v-n-p1", 0, 5))


def test_nothing_is_fetched(shelf: Path) -> None:
    """A picture from elsewhere and a file of the machine are refused, and said so."""
    pictures = '<img src="file:///etc/hostname" alt="a"/> <img src="https://example.org/a.png" alt="b"/>'
    html = f'<p id="x-p" data-b="1">A {pictures}</p>'
    done = set_one(division("x", html), shelf)

    assert len([m for m in done.messages if "is not part of the book" in m]) == 2


def test_a_fault_in_a_sheet_is_told_for_every_division(shelf: Path) -> None:
    """Not only for the first that a process sets."""
    ones = [division(n, f'<p id="{n}-p" data-b="1">Words.</p>') for n in ("a", "b")]
    done = typeset(
        [job(d, "p { colour: red }") for d in ones], cache=shelf, workers=1, report=lambda *_: None
    )

    assert all(any("colour" in m for m in s.messages) for s in done.values())


def test_a_full_line_before_italics_keeps_its_words(shelf: Path) -> None:
    """A string that fills its line but for the space at its end is not broken after its first word."""
    words = (
        "As deliberation asserted witnesses In long to long it after evidence indictment Copenhagen table "
        "lay was short row the. In the since pronounced meeting everywhere upon that of responsibility "
        "which that responsibility court year table that sentence heard commission nobody meeting heard. "
        "<em>Quoted</em> here."
    )
    done = set_one(division("full", f'<p id="full-p" data-b="1">A{note("full-n", words)}</p>'), shelf)
    lines = [line.start.letter for line in done.map.pages[0].lines if line.in_note]

    assert all(later - earlier > 20 for earlier, later in itertools.pairwise(lines))


def test_same_job_same_bytes(sets: dict[str, SetDivision], readings: list[Division], shelf: Path) -> None:
    """Set again in another order, the result is equal to the last byte."""
    again = set_division(job(readings[1]), shelf / "faces")

    assert again == sets["second"]


def test_the_cache_answers_the_second_time(tmp_path: Path, shelf: Path) -> None:
    """A damaged file in it is a miss, a changed job has another name, and old files go."""
    (tmp_path / "faces").symlink_to(shelf / "faces")
    jobs = [job(division("c", '<p id="c-p" data-b="1">Words.</p>'))]
    told: list[bool] = []

    def run() -> dict[str, SetDivision]:
        return typeset(jobs, cache=tmp_path, workers=1, report=lambda _, cached: told.append(cached))

    first, second = run(), run()
    path = next(tmp_path.glob("*.set"))
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    third = run()
    path.write_bytes(b"")
    run()

    assert first == second == third
    assert told == [False, True, False, False]
    assert key(jobs[0]) != key(job(division("c", '<p id="c-p" data-b="1">Words!</p>')))
    os.utime(path, (1, 1))
    (tmp_path / "new.set").write_bytes(b"")
    prune(tmp_path, kept=1)
    assert [p.name for p in tmp_path.glob("*.set")] == ["new.set"]


def test_a_block_without_letters_is_on_the_page_too(shelf: Path) -> None:
    """So that a place in it has a page."""
    done = set_one(division("s", '<p id="s-p" data-b="1">***</p>'), shelf)

    assert done.map.pages[0].runs == (Run("s-p", 0, 0),)


def test_the_job_takes_only_the_pictures_it_shows() -> None:
    """Another division's pictures do not change its name in the cache."""
    one = division("i", '<p id="i-p" data-b="1">A<img src="image:a.png" alt="a"/></p>')

    assert job(one, images={"a.png": b"1", "b.png": b"2"}).images == (("a.png", b"1"),)
    assert css()


def test_a_list_that_begins_later_says_so_to_the_sheet() -> None:
    one = division("x", '<ol start="4"><li id="x-1" data-b="1">d</li></ol>')

    assert 'style="counter-reset: list-item 3"' in job(one).html


def test_a_range_of_years_in_a_title_stays_on_one_line() -> None:
    title = '<h1 data-b="1" id="a-1">Before, 1923–1934 <em>and 5–6</em> or a–b of May 1938</h1>'
    one = division("a", f'{title}<p data-b="1" id="a-2">1–2</p>')
    html = job(one).html

    assert "1923–\u20601934 <em>and 5–\u20606</em> or a–\u2060b of May\u00a01938" in html
    assert ">1–2<" in html


def test_what_belongs_together_is_not_parted_at_the_end_of_a_line() -> None:
    words = "On 19 August 1936 B. I. Ievlev, A. said (see p. 45) to 3 Mayors"
    cited = '<span class="citation">(<a href="#ref-a">Sedov 1936</a>, at 9)</span>'
    html = job(division("a", f'<p data-b="1" id="a-1">{words} {cited}</p>')).html

    assert "On 19\u00a0August 1936 B.\u00a0I.\u00a0Ievlev, A. said (see p.\u00a045) to 3 Mayors" in html
    assert "Sedov\u00a01936</a>, at 9)" in html


def test_no_word_is_broken_behind_an_inline_element_though_the_next_line_has_room(shelf: Path) -> None:
    names = "".join(f"<a>Yevdokimov, Grigory {'i' * n}</a>; " for n in range(40))
    one = division("a", f'<p data-b="1" id="a-1"><span>See also {names}end</span></p>')
    page = set_one(one, shelf, "p { hyphens: manual !important; text-align: left }").map.pages[0]
    assert one.tree is not None
    words = text_of(one.tree[0])

    starts = [line.start.letter for line in page.lines]
    letters_only = [n for n, c in enumerate(words) if c.isalnum()]
    assert len(starts) > 5
    assert [words[letters_only[n] - 1] for n in starts[1:]] == [" "] * (len(starts) - 1)


def test_a_word_that_no_line_has_room_for_is_broken(shelf: Path) -> None:
    one = division("a", f'<p data-b="1" id="a-1">A <em>{"x" * 300}</em> z.</p>')

    assert len(set_one(one, shelf).map.pages[0].lines) > 2
