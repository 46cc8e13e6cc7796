"""The manual agrees with the code: each key, command, option and target is there; its examples work."""

import argparse
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

import chresto
from chresto.__main__ import DONE, INSIDE, INTERRUPTED, QUERIES, SETUP, STAGES, USAGE, arguments
from chresto.book import (
    Contributor,
    Edition,
    IndexSpec,
    Item,
    Metadata,
    Outline,
    Part,
    Picture,
    RegisterFile,
    Voice,
)
from chresto.commands.check import to_look_at
from chresto.doors.folder import Folder
from chresto.outline import read
from chresto.press import Shop, prepare
from chresto.queries import CODES, Failed, Queries, render
from chresto.registers import (
    Accused,
    Claim,
    Damage,
    Decision,
    Decisions,
    Disagreement,
    Entry,
    Event,
    Person,
    Trial,
    Variant,
)

HOUSE = Path(__file__).resolve().parent.parent
DOCS = HOUSE / "docs"

#: Section of docs/outline.md → the dataclass whose keys it lists.
SECTIONS: dict[str, type] = {
    "The outline": Outline,
    "`book`": Metadata,
    "Contributors": Contributor,
    "Voices": Voice,
    "Editions": Edition,
    "Registers": RegisterFile,
    "Indexes": IndexSpec,
    "Pictures": Picture,
    "Parts": Part,
    "Items": Item,
}


def page(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> Iterator[list[str]]:
    """The cells of each row of a Markdown table that begins with a code span."""
    for line in text.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


# ---------------------------------------------------------------------------------------- docs/outline.md


@pytest.mark.parametrize("title", SECTIONS)
def test_every_key_of_the_outline_is_explained_and_no_other(title: str) -> None:
    shape = SECTIONS[title]
    explained = [cells[0].strip("`") for cells in rows(section(page("docs/outline.md"), title))]
    assert sorted(explained) == sorted(f.name for f in fields(shape))


@pytest.mark.parametrize("title", SECTIONS)
def test_the_manual_says_which_keys_are_required(title: str) -> None:
    shape = SECTIONS[title]
    said = {c[0].strip("`") for c in rows(section(page("docs/outline.md"), title)) if c[2] == "required"}
    required = {f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING}
    assert said == required


@pytest.mark.parametrize("title", SECTIONS)
def test_the_manual_says_the_defaults_that_are_text(title: str) -> None:
    for cells in rows(section(page("docs/outline.md"), title)):
        default = next(f.default for f in fields(SECTIONS[title]) if f.name == cells[0].strip("`"))
        if isinstance(default, str) and default:
            assert cells[2] == f"`{default}`", cells[0]


def literals(hint: object) -> Iterator[str]:
    """The words that a type allows: those of `Literal`, also within tuples and mappings."""
    if get_origin(hint) is Literal:
        yield from (str(word) for word in get_args(hint))
    else:
        for part in get_args(hint):
            yield from literals(part)


def words_of(shape: type) -> Iterator[tuple[str, str]]:
    """Each key of a class that has a list of words, with each of its words."""
    hints = get_type_hints(shape)
    yield from ((f.name, word) for f in fields(shape) for word in literals(hints[f.name]) if word)


@pytest.mark.parametrize("title", SECTIONS)
def test_every_word_that_a_key_may_have_is_named(title: str) -> None:
    text = section(page("docs/outline.md"), title)
    prose = "\n".join(line for line in text.splitlines() if not line.startswith("| `"))
    by_key = {cells[0].strip("`"): " ".join(cells) for cells in rows(text)}
    by_key["make"] = section(page("docs/outline.md"), "Made divisions")
    missing = [(key, w) for key, w in words_of(SECTIONS[title]) if f"`{w}`" not in by_key[key] + prose]
    assert missing == []


def test_the_lists_of_words_are_found() -> None:
    assert [w for key, w in words_of(IndexSpec) if key == "order"] == ["word-by-word", "letter-by-letter"]
    assert {key for key, _ in words_of(IndexSpec)} >= {"divide", "without", "ranges", "notes", "pictures"}
    assert {key for key, _ in words_of(RegisterFile)} == {"kind", "forms", "surnames"}
    assert {key for key, _ in words_of(Item)} == {"make"}


def test_every_word_of_a_register_is_named_in_the_notation() -> None:
    text = page("docs/notation.md")
    shapes = (Entry, Variant, Person, Trial, Accused, Disagreement, Claim, Event, Damage)
    assert [w for shape in shapes for _, w in words_of(shape) if f"`{w}`" not in text] == []


def test_every_key_of_registers_and_disagreements_stands_in_the_notation() -> None:
    text = page("docs/notation.md")
    for shape in (Entry, Variant, Person, Trial, Accused, Disagreement, Claim, Event, Damage):
        missing = [f.name for f in fields(shape) if not re.search(rf"(?<!\w){f.name}(?::|`)", text)]
        assert missing == [], shape.__name__


# --------------------------------------------------------------------------------------- docs/commands.md


def commands() -> dict[str, argparse.ArgumentParser]:
    action = next(a for a in arguments()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def test_every_command_has_its_section_and_no_other_has_one() -> None:
    assert re.findall(r"^## chresto (\w+)$", page("docs/commands.md"), re.MULTILINE) == list(commands())


@pytest.mark.parametrize("command", commands())
def test_every_option_of_a_command_is_explained(command: str) -> None:
    text = page("docs/commands.md")
    there = section(text, "Options of every command") + section(text, f"chresto {command}")
    options = [o for a in commands()[command]._actions for o in a.option_strings if o not in ("-h", "--help")]
    assert [o for o in options if not re.search(rf"`{o}[` ]", there)] == []


def test_every_option_that_is_explained_exists() -> None:
    known = {o for c in commands().values() for a in c._actions for o in a.option_strings}
    known |= {o for a in arguments()._actions for o in a.option_strings}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page("docs/commands.md")))
    assert named <= known


def test_every_stage_and_exit_status_is_explained() -> None:
    text = page("docs/commands.md")
    assert [c[0].strip("`") for c in rows(section(text, "chresto show"))] == list(STAGES)
    statuses = re.findall(r"^\| (\d+) \|", section(text, "Exit statuses"), re.MULTILINE)
    assert sorted(map(int, statuses)) == sorted((DONE, QUERIES, USAGE, SETUP, INSIDE, INTERRUPTED))


def test_every_code_in_a_query_that_the_manual_prints_exists() -> None:
    for name in ("commands.md", "writing.md"):
        printed = re.findall(r"(?:error|warning): .* \[([a-z-]+)\]$", page(f"docs/{name}"), re.MULTILINE)
        assert printed
        assert set(printed) <= set(CODES)


# ---------------------------------------------------------------------------------------------- README.md


def test_every_target_of_make_stands_in_the_readme() -> None:
    phony = re.search(r"^\.PHONY:(.*)$", page("Makefile"), re.MULTILINE)
    assert phony
    targets = set(phony[1].split()) - {"again"}
    named = set(re.findall(r"`make ([a-z-]+)`", section(page("README.md"), "All targets")))
    assert named == targets


def test_readme_docstring_and_architecture_give_the_same_steps() -> None:
    numbered = re.compile(r"^(\d)\. +`(\w+)`", re.MULTILINE)
    steps = [(str(n), stage) for n, stage in enumerate(STAGES, 1)]
    assert numbered.findall(chresto.__doc__ or "") == steps
    assert numbered.findall(section(page("README.md"), "The way through")) == steps
    assert numbered.findall(section(page("docs/architecture.md"), "2. The way through")) == steps


def test_every_folder_and_file_that_the_readme_names_exists() -> None:
    text = page("README.md")
    folders = [
        f
        for f in re.findall(r"^\| `([\w./-]+/)` \|", section(text, "Repository layout"), re.MULTILINE)
        if f != "build/"
    ]
    assert folders
    assert [f for f in folders if not (HOUSE / f).is_dir()] == []
    named = re.findall(r"`(?:layouts/print/)?([\w/]+\.(?:py|css))`", section(text, "Where a change goes"))
    places = (HOUSE / "src" / "chresto", HOUSE / "layouts" / "print")
    assert [n for n in named if not any((p / n).is_file() for p in places)] == []


def slugs(path: Path) -> set[str]:
    """What links into a page call its headings: lower case, words joined by hyphens, other signs left out."""
    titles = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", t).lower().replace(" ", "-") for t in titles}


def test_links_between_the_pages_lead_somewhere() -> None:
    link = re.compile(r"\]\(([\w/.-]+\.md)?(?:#([\w-]+))?\)")
    for source in (HOUSE / "README.md", *sorted(DOCS.glob("*.md"))):
        text = re.sub(
            r"^```.*?^```|`[^`\n]*`", "", source.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        for target, heading in link.findall(text):
            path = source.parent / target if target else source
            assert path.is_file(), f"{source.name}: {target}"
            assert not heading or heading in slugs(path), f"{source.name}: {target}#{heading}"


# ------------------------------------------------------------------------------------------- the examples


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """The book of docs/writing.md, as whoever follows that page has it before the first check."""
    named = re.findall(
        r"^`(manuscript/\S+)`\n\n```\w+\n(.*?)^```", page("docs/writing.md"), re.MULTILINE | re.DOTALL
    )
    assert len(named) == 6
    for name, text in named:
        path = tmp_path / "letters" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "letters"


def shop(root: Path) -> Shop:
    return Shop(root, HOUSE / "layouts", None, 1, lambda _step, _what: None)


def test_the_first_book_of_the_manual_has_the_query_that_is_printed_and_no_other(letters: Path) -> None:
    queries = Queries()
    with pytest.raises(Failed):
        prepare(shop(letters), "", queries)
    (printed,) = re.findall(
        r"^```text\n(.*?)\n1 query; nothing was replaced\n```",
        page("docs/writing.md"),
        re.MULTILINE | re.DOTALL,
    )
    assert [render(q) for q in queries.found] == [printed]


def test_the_first_book_of_the_manual_has_no_query_once_the_name_is_marked(letters: Path) -> None:
    queries = Queries()
    chapter = letters / "manuscript" / "padua.md"
    text = chapter.read_text(encoding="utf-8")
    (line,) = re.findall(r"^\[Galilei\]\{.*$", page("docs/writing.md"), re.MULTILINE)
    (old,) = re.findall(r"^Galilei was.*$", text, re.MULTILINE)
    chapter.write_text(text.replace(old, line), encoding="utf-8")
    prepared = prepare(shop(letters), "", queries)
    assert [render(q) for q in queries.found] == []
    headings = [h.heading for h in prepared.indexes["people"].headings]
    assert headings == ["Copernicus, Nicolaus", "Galilei, Galileo", "Kepler, Johannes"]


def test_the_decision_of_the_manual_settles_the_name_that_is_to_be_looked_at(letters: Path) -> None:
    queries = Queries()
    manuscript = letters / "manuscript"
    (line,) = re.findall(r"^\[Galilei\]\{.*$", page("docs/writing.md"), re.MULTILINE)
    chapter = (manuscript / "padua.md").read_text(encoding="utf-8")
    (manuscript / "padua.md").write_text(re.sub(r"^Galilei was.*", line, chapter), encoding="utf-8")
    assert to_look_at(prepare(shop(letters), "", queries)) == "1 name to look at: make review"
    (example,) = re.findall(
        r"^```yaml\n(mentions:.*?)^```", page("docs/writing.md"), re.MULTILINE | re.DOTALL
    )
    (manuscript / "decisions.yaml").write_text(example, encoding="utf-8")
    outline = (manuscript / "outline.yaml").read_text(encoding="utf-8")
    named = outline.replace("sources: sources.yaml", "sources: sources.yaml\ndecisions: decisions.yaml")
    (manuscript / "outline.yaml").write_text(named, encoding="utf-8")
    assert to_look_at(prepare(shop(letters), "", queries)) == ""
    assert [render(q) for q in queries.found] == []


def test_the_manual_explains_every_key_of_a_decision() -> None:
    explained = [
        cells[0].strip("`") for cells in rows(section(page("docs/writing.md"), "8. Review the index"))
    ]
    keys = [f.name for shape in (Decision, Decisions) for f in fields(shape)]
    assert sorted(explained) == sorted(set(keys) - {"mentions"})


def test_the_example_of_the_outline_is_valid(letters: Path) -> None:
    queries = Queries()
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```",
        section(page("docs/outline.md"), "A complete small example"),
        re.MULTILINE | re.DOTALL,
    )
    (letters / "manuscript" / "outline.yaml").write_text(example, encoding="utf-8")
    (letters / "manuscript" / "readings" / "kepler-galileo.md").unlink()
    outline, _ = read(Folder(letters / "manuscript"), queries)
    assert [render(q) for q in queries.found] == []
    assert list(outline.editions) == ["public", "student"]
