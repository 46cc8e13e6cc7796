"""Words as outlines: kerned, of the face asked for, the same each time."""

from pathlib import Path

from chresto.doors.glyphs import shape


def test_words_have_a_glyph_for_each_letter_and_an_outline_for_each_that_is_drawn(shelf: Path) -> None:
    shaped = shape("A bc", kept=shelf / "faces")

    assert [bool(g.path) for g in shaped.glyphs] == [True, False, True, True]
    assert [g.left for g in shaped.glyphs] == sorted(g.left for g in shaped.glyphs)
    assert shaped.glyphs[0].path.startswith("M")
    assert shaped.width > shaped.glyphs[-1].left


def test_pairs_are_kerned_and_letters_joined_as_in_the_text(shelf: Path) -> None:
    kept = shelf / "faces"

    assert shape("Ta", kept=kept).width < shape("T", kept=kept).width + shape("a", kept=kept).width
    assert len(shape("fi", kept=kept).glyphs) == 1


def test_a_bold_word_is_wider(shelf: Path) -> None:
    kept = shelf / "faces"

    assert shape("Trial", "bold", kept=kept).width > shape("Trial", kept=kept).width
