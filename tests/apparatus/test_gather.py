"""The glossary and the emendations of the texts, gathered from their marks."""

from tests.helpers import Book, flat


def gathered(book: Book, make: str, markdown: str) -> str:
    """The division of the aids, made after a reading, as HTML on one line."""
    book.write("readings/speech.md", markdown)
    book.replace("outline.yaml", "back:\n", f"back:\n  - make: {make}\n")
    found = [d for d in book.compose() if d.id == make]
    return flat(found[0].tree) if found and found[0].tree is not None else ""


def test_the_glossary_has_each_word_once_with_its_places(book: Book) -> None:
    html = gathered(
        book,
        "glossary",
        '[Kulaks]{gloss="rich peasants."}, a [kulak]{gloss="Rich peasants"}, an [amalgam]{gloss="mixed"}.',
    )

    assert '<strong>amalgam</strong>: mixed, <a class="page" href="#speech-gloss-3">p.</a>.' in html
    assert '<strong>kulak</strong>: rich peasants, <a class="page" href="#speech-gloss-1">p.</a>.' in html
    assert html.index("amalgam") < html.index("kulak")
    assert html.count('class="entry"') == 2


def test_a_word_with_two_explanations_has_both(book: Book) -> None:
    html = gathered(book, "glossary", 'A [cell]{gloss="a room"} and a [cell]{gloss="a party branch"}.')

    assert "a room, " in html
    assert "; also: a party branch, " in html


def test_a_word_glossed_in_two_texts_leads_to_both(book: Book) -> None:
    book.append("before.md", '\nOne [forme]{gloss="a locked page"}.\n')
    html = gathered(book, "glossary", 'A [forme]{gloss="a locked page"}.')

    assert 'href="#before-gloss-1">p.</a>,<a class="page" href="#speech-gloss-1"></a>' in html


def test_without_a_gloss_there_is_no_glossary(book: Book) -> None:
    assert gathered(book, "glossary", "Plain words.") == ""


def test_emendations_of_the_texts_stand_in_their_record(book: Book) -> None:
    html = gathered(
        book, "emendations", 'In [Breda]{sic="Brede" why="the town"} [he]{sic="" why="missing"} lived.'
    )

    assert "<h2" in html
    assert '<em>Breda</em>] the source has “Brede”, <a class="page" href="#speech-sic-1">p.</a>.' in html
    assert "<em>he</em>] not in the source, " in html


def test_words_of_the_glossary_are_no_mentions(book: Book) -> None:
    book.write("readings/speech.md", '[Zoë Anders]{gloss="a printer"} came.')
    book.replace("outline.yaml", "back:\n", "back:\n  - make: glossary\n")
    found = next(d for d in book.compose() if d.id == "glossary")

    assert found.mentions == ()


def test_of_the_record_of_disagreements_only_the_questions_are_read(book: Book) -> None:
    book.replace("disagreements.yaml", "On which day did it begin?", "On which day did John Judge begin?")
    book.replace("disagreements.yaml", "On 1 March.", "Zoë Anders began on 1 March.")
    found = next(d for d in book.compose() if d.id == "disagreements")

    assert [m.entry for m in found.mentions] == ["judge"]


def test_names_of_an_unindexed_text_are_no_mentions(book: Book) -> None:
    book.replace("outline.yaml", "title: What went before}", "title: What went before, unindexed: true}")
    found = next(d for d in book.compose() if d.id == "before")

    assert found.mentions == ()


def test_a_made_division_has_the_headnote_that_the_outline_gives_it(book: Book) -> None:
    book.replace("outline.yaml", "  - make: bibliography", "  - {make: bibliography, headnote: All of them.}")
    found = next(d for d in book.compose() if d.id == "bibliography")

    assert found.tree is not None
    assert '<p class="headnote" id="bibliography-1">All of them.</p>' in flat(found.tree)


def test_a_name_of_several_people_is_no_query_where_names_are_not_read(book: Book) -> None:
    book.replace("outline.yaml", "title: What went before}", "title: What went before, unindexed: true}")
    book.append("before.md", "\nMirov came.\n")
    book.replace("disagreements.yaml", "On 1 March.", "Mirov says 1 March.")

    assert {d.id for d in book.compose()} >= {"before", "disagreements"}
