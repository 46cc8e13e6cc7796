"""The promises of the design, each held against a whole tiny book."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from chresto.commands import build, shop_of
from chresto.doors import pdfium
from chresto.letters import blocks, text_of
from chresto.queries import Failed, Queries
from tests.helpers import made


@pytest.mark.slow
def test_one_page_for_everybody(tiny: Path) -> None:
    """The e-book has a page mark for every folio of the print run."""
    built = made(tiny)
    folios = [p.folio for p in built.made.parts.folios.pages]
    with zipfile.ZipFile(tiny / "build" / "tiny.epub") as archive:
        text = {n: archive.read(n).decode() for n in archive.namelist() if n.endswith(".xhtml")}
    listed = [
        label
        for label in folios
        if any(f'aria-label="{label}"' in t and "doc-pagebreak" in t for t in text.values())
    ]
    assert listed == folios


@pytest.mark.slow
def test_many_editions_have_the_same_pages(tiny: Path) -> None:
    """An edition locked to another has its lines on every page, without what it leaves out."""
    teacher, student = made(tiny).made, made(tiny, "student").made
    assert student.parts.folios.pages == teacher.parts.folios.pages
    for key, one in teacher.parts.sets.items():
        if key == "titles":  # where the edition is named
            continue
        ours = student.parts.sets[key].map
        assert len(ours.pages) == len(one.map.pages)
        for page, base in zip(ours.pages, one.map.pages, strict=True):
            assert set(page.runs) <= set(base.runs)
            lines = {(line.start, line.top) for line in base.lines}
            assert {(line.start, line.top) for line in page.lines} <= lines
    teachers, students = (
        {r.block for s in one_made.parts.sets.values() for p in s.map.pages for r in p.runs}
        for one_made in (teacher, student)
    )
    assert teachers - students
    assert all(block.startswith(("speech-", "before-n3-")) for block in teachers - students)
    words = " ".join(pdfium.texts(student.pdf))
    assert "Who counts the letters" in " ".join(pdfium.texts(teacher.pdf))
    assert "Who counts the letters" not in words
    with zipfile.ZipFile(tiny / "build" / "tiny-student.epub") as archive:
        assert not any(b"Who counts the letters" in archive.read(n) for n in archive.namelist())


@pytest.mark.slow
def test_every_locator_leads_to_a_page_that_names_its_heading(tiny: Path) -> None:
    """The page that a locator prints has, in the finished file, the words of the mention."""
    parts = made(tiny).made.parts
    pages = pdfium.texts((tiny / "build" / "tiny.pdf").read_bytes())
    people = next(i for i in parts.indexes if i.index.id == "people")
    labels = {h.heading.heading: [loc.label for loc in h.locators] for h in people.headings}
    assert labels["Anders, Zoë"]
    folios = [p.folio for p in parts.folios.pages]
    for label in labels["Anders, Zoë"]:
        page = pages[folios.index(label.rstrip("n").split("–")[0])]
        assert "Anders" in page or "printed by night" in page


@pytest.mark.slow
def test_a_failed_run_harms_nothing(tiny: Path, tmp_path: Path) -> None:
    """After a run with queries, yesterday's files are there, byte for byte, and nothing else is."""
    root = tmp_path / "tiny"
    shutil.copytree(tiny, root)
    before = {p.name: p.read_bytes() for p in (root / "build").iterdir() if p.is_file()}
    speech = root / "manuscript" / "readings" / "speech.md"
    speech.write_text(speech.read_text(encoding="utf-8") + "\n[x]{person=nobody-known}\n", encoding="utf-8")
    with pytest.raises(Failed):
        build(shop_of(root, jobs=1, cached=True, report=lambda _s, _w: None), "", root / "build", Queries())
    assert {p.name: p.read_bytes() for p in (root / "build").iterdir() if p.is_file()} == before


@pytest.mark.slow
def test_same_input_same_bytes(tiny: Path, tmp_path: Path) -> None:
    """Another folder, hash order, time zone, number of processes and an empty cache give the same files."""
    root = tmp_path / "elsewhere"
    shutil.copytree(tiny / "manuscript", root / "manuscript")
    env = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [
        sys.executable,
        "-m",
        "chresto",
        "build",
        "--book",
        str(root),
        "--jobs",
        "2",
        "--no-cache",
        "--quiet",
    ]
    subprocess.run(command, check=True, env=env)
    made(tiny)
    for name in ("tiny.pdf", "tiny.epub"):
        ours, theirs = (tiny / "build" / name).read_bytes(), (root / "build" / name).read_bytes()
        assert hashlib.sha256(ours).hexdigest() == hashlib.sha256(theirs).hexdigest(), name


@pytest.mark.slow
def test_nothing_outside_the_books_folder_is_read(tiny: Path, tmp_path: Path) -> None:
    """A link, an include or a picture that points outside becomes text or a query, never a read."""
    root = tmp_path / "tiny"
    shutil.copytree(tiny / "manuscript", root / "manuscript")
    (tmp_path / "secret.png").write_bytes(b"secret")
    speech = root / "manuscript" / "readings" / "speech.md"
    speech.write_text(speech.read_text(encoding="utf-8") + "\n![x](../../../secret.png)\n", encoding="utf-8")
    queries = Queries()
    with pytest.raises(Failed):
        build(shop_of(root, jobs=1, cached=False, report=lambda _s, _w: None), "", root / "build", queries)
    assert [q.code for q in queries.errors] == ["path-outside"]
    assert not (root / "build").exists()


@pytest.mark.slow
def test_a_change_costs_what_it_touches(tiny: Path, tmp_path: Path) -> None:
    """After a change in one text, that text is set again and what prints folios; the rest is kept."""
    root = tmp_path / "tiny"
    shutil.copytree(tiny, root)
    assert made(root).made.typeset == []
    before = root / "manuscript" / "before.md"
    before.write_text(
        before.read_text(encoding="utf-8").replace("printed;", "printed books;"), encoding="utf-8"
    )
    again = set(made(root).made.typeset)
    assert "before" in again
    assert again <= {"before", "contents", "index-people", "index-trials"}


def test_every_block_of_the_tiny_book_has_words(tiny: Path) -> None:
    """A tree that typesetting reads has no empty block, so that every block has a page."""
    for division in made(tiny).made.parts.divisions:
        assert division.tree is not None
        assert all(text_of(b).strip() for b in blocks(division.tree)), division.id
