"""The publication: its metadata, its files, its bytes."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from chresto.doors.epubcheck import Remark, check, parse
from chresto.package.metadata import Has, identifier, statements, summary
from chresto.proof.epub_read import Ebook
from chresto.queries import Failed, Queries
from tests.package import sample
from tests.package.conftest import LAYOUTS, Make

ROOT = Path(__file__).resolve().parents[2]


def test_the_package_says_what_the_book_is(book: Ebook) -> None:
    opf = book.files["EPUB/content.opf"].decode()
    assert f'<dc:identifier id="identifier">{sample.UUID}</dc:identifier>' in opf
    assert '<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>' in opf
    assert '<meta property="role" refines="#person-1" scheme="marc:relators">edt</meta>' in opf
    assert '<meta property="title-type" refines="#subtitle">subtitle</meta>' in opf
    assert f'<meta property="pageBreakSource">{sample.UUID}</meta>' in opf
    assert 'xml:lang="en-GB"' in opf
    assert opf.count("dcterms:modified") == 1


def test_the_package_names_each_index(book: Ebook) -> None:
    opf = re.sub(r"\s*\n\s*", "", book.files["EPUB/content.opf"].decode())
    assert opf.count('properties="index"') == 2
    assert re.findall(
        r'<collection role="index">.*?<dc:title[^>]*>(.*?)</dc:title>.*?<link href="(.*?)"/>', opf
    ) == [
        ("Index of People", "text/index-people.xhtml"),
        ("Index of Trials", "text/index-trials.xhtml"),
    ]


def test_it_never_claims_to_conform(book: Ebook) -> None:
    """That is for a person to say who has read it."""
    opf = book.files["EPUB/content.opf"].decode()
    assert "conformsTo" not in opf
    assert "certifiedBy" not in opf


def test_accessibility_is_told_as_it_is() -> None:
    bare = Has(pages=False, index=False, pictures=False, described=True, notes=False)
    told = {(s.name, s.value) for s in statements(sample.outline(), "public", bare)}
    assert ("schema:accessibilityFeature", "index") not in told
    assert ("schema:accessibilityFeature", "alternativeText") not in told
    assert ("schema:accessMode", "visual") not in told
    assert not any(name == "pageBreakSource" for name, _ in told)
    assert summary(bare) == "The text is reached through headings and a table of contents."
    dark = Has(pages=True, index=True, pictures=True, described=False, notes=True)
    told = {(s.name, s.value) for s in statements(sample.outline(), "public", dark)}
    assert ("schema:accessModeSufficient", "textual") not in told


def test_every_edition_has_an_identifier_of_its_own() -> None:
    assert identifier(sample.outline(), "public") == sample.UUID
    assert identifier(sample.outline(), "seminar").startswith("urn:uuid:")
    assert identifier(sample.outline(), "seminar") != sample.UUID


def test_the_zip_is_as_the_standard_wants_it(epub: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(epub)) as held:
        first = held.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert all(re.fullmatch(r"[A-Za-z0-9./-]+", name) for name in held.namelist())
        assert {i.date_time for i in held.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        assert "META-INF/licenses/OFL.txt" in held.namelist()


def test_faces_are_those_that_the_text_uses(book: Ebook) -> None:
    """The sample has bold table heads and no bold italics."""
    assert sorted(n for n in book.files if "fonts/" in n) == [
        f"EPUB/fonts/eb-garamond-{face}.ttf" for face in ("bold", "italic", "regular")
    ]


def test_the_style_sheet_leaves_the_reader_its_settings(book: Ebook) -> None:
    css = book.files["EPUB/styles/reader.css"].decode()
    assert not re.search(r"\d(px|pt|mm|cm|in)\b", css)
    assert not re.search(r"(?<!-)\b(color|background)\s*:(?!\s*inherit)", css)
    assert "!important" not in css


def test_a_broken_layout_is_a_query(make: Make, tmp_path: Path) -> None:
    queries = Queries()
    for file in LAYOUTS.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "index.xhtml.j2").write_text("<html><p>{{ title }}</html>", encoding="utf-8")
    (tmp_path / "document.xhtml.j2").unlink()
    parts = sample.parts()
    with pytest.raises(Failed):
        make(parts, layouts=tmp_path, queries=queries)
    assert {q.code for q in queries.found} == {"layout-broken"}
    assert {q.place.file.rsplit("/", 1)[1] for q in queries.found} == {"index.xhtml.j2", "document.xhtml.j2"}


def test_messages_of_epubcheck_are_read_with_their_places() -> None:
    text = """{"messages": [{"ID": "RSC-012", "severity": "ERROR", "message": "It is not defined.",
      "locations": [{"path": "EPUB/text/a.xhtml", "line": 3, "column": -1}]},
      {"ID": "PKG-009", "severity": "WARNING", "message": "A name.", "locations": []}]}"""
    assert parse(text) == (
        Remark("ERROR", "RSC-012", "It is not defined.", "EPUB/text/a.xhtml", 3, 0),
        Remark("WARNING", "PKG-009", "A name."),
    )


SCRIPT = """
import sys
from pathlib import Path
from chresto.package import package
from chresto.queries import Queries
from tests.package import sample
parts = sample.parts()
epub = package(parts.divisions, outline=sample.outline(), edition="public", folios=parts.folios,
    indexes=parts.indexes, layouts=Path("layouts/ebook"), images={"images/Map.svg": sample.PICTURE},
    queries=Queries())
Path(sys.argv[1]).write_bytes(epub)
"""


@pytest.mark.slow
def test_the_real_thing_is_the_same_every_time_and_passes_epubcheck(tmp_path: Path) -> None:
    """In any hash order and time zone; no errors or warnings, no remarks but on faces being embedded."""
    made = []
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/New_York")):
        file = tmp_path / f"{seed}.epub"
        paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": paths}
        subprocess.run([sys.executable, "-c", SCRIPT, str(file)], check=True, env=env, cwd=ROOT)
        made.append(file.read_bytes())
    assert made[0] == made[1]
    assert [r for r in check(made[0]) if r.id != "CSS-028"] == []
